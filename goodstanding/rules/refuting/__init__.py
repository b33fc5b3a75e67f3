"""Taking back a wrong fact of the base registration: what a row says, and what it becomes."""
