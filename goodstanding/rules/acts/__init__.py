"""Acts: what happened, when it holds in law, when the register learned it, and by whom."""
