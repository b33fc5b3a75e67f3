"""Consents of organisations, a shelf; and the pulls made against them, which only grow."""
