"""Applications at the desks of departments; a shelf."""
