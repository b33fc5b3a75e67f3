"""Consents of an organisation to be consulted: given, taken back, used, and what they open."""
