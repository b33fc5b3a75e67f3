"""The story: one step per file. May this officer? Decide. Append."""
