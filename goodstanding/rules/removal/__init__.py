"""Destruction: contents that nothing needs any more are removed for good, by two people."""
