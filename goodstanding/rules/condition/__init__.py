"""Standing conditions: what must hold about an organisation on a day, and what it then has."""
