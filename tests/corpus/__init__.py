"""Rows with labels: what the guard must stop, what it must let pass. Invented, and made anew."""
