"""How departments keep the clocks: figures about them, never about an organisation."""
