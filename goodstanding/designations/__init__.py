"""Cases from proposal to end; a shelf."""
