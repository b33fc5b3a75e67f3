"""Corrections and withdrawals that arrive as rows: how a row names its record, and what it asks."""
