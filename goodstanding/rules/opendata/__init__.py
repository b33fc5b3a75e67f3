"""Open data: which lines are given away, what each column means, and until when a copy is good."""
