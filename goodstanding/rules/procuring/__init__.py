"""A department's own case of a procedure: its stages, its published rule, what effects do in it."""
