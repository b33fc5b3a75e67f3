"""Inspection plans: computed from their acts; pools and visits beside them, held by digest."""
