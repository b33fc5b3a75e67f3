"""Every duty with its owner and its due date; a shelf."""
