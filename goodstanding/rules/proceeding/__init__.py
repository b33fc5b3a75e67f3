"""A review or a court case: opened, a stay it orders, its outcome, and what follows from that."""
