"""What the register does by itself: it sends. No answer waits for it; late is late news."""
