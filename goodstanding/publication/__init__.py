"""Records as departments supplied them, and what of them is public; a shelf."""
