"""Corrections of a record by its source department: what may change, by whom, with what reason."""
