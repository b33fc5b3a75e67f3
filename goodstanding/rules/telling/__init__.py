"""Who is to be told what: from the acts, from the days, from what waits; pure, and each thing once."""
