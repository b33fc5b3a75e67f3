"""Files and requests that brought records: counts and outcomes, row by row."""
