"""“Not the same as”: stated by one officer, confirmed by another, taken back only by a new act."""
