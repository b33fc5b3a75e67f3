"""Inspection plans: at which rate an organisation is drawn, the draw anybody can repeat, the steps."""
