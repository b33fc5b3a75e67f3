"""Versions of rulebook and calendar, and which was in force when; a shelf."""
