"""The law of the register: pure functions on plain values; the day and the moment are told."""
