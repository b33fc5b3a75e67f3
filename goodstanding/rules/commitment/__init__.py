"""A promise of an organisation: made, published with its consent, verified, found kept or broken."""
