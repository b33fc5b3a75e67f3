"""Monthly returns: what a department designated, ended and changed, by the tenth of the next month."""
