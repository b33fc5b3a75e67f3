"""Checks that were answered: their receipts."""
