"""The door for people: pages that read without a script, and forms that call the story."""
