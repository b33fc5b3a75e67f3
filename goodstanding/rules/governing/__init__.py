"""How a version of the law comes into force: drafted, approved by two people, activated."""
