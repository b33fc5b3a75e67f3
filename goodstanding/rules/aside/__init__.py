"""What stands beside the register: outcomes nobody decided on, and lists that others offer."""
