"""Contents that were destroyed or are proposed for it, computed from acts."""
