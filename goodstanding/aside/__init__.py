"""What stands beside the register: outcomes nobody decided on, and offered lists; a shelf."""
