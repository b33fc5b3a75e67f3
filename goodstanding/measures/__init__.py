"""Measures at implementing departments, and the tasks they bring; a shelf."""
