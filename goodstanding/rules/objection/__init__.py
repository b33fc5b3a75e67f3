"""An objection: filed, accepted (and what rests on its target stayed), decided."""
