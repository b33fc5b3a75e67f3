"""A sandbox: an instance for trying out, whose clock can be moved forward."""
