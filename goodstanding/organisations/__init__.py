"""Organisations by code, with the names they bore; a shelf."""
