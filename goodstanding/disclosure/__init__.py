"""Who was told what, what of it has fallen, who has acknowledged; a ledger and a shelf."""
