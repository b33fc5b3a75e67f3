"""Stories: YAML a lawyer can read, run against a scratch register."""
