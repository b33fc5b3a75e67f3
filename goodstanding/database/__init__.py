"""PostgreSQL for this installation: one named in the environment, or our own in the data folder."""
