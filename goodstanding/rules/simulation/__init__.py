"""A dry run of the law: what a version would change in the register of today."""
