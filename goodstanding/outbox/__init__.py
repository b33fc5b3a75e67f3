"""What is to be sent, to whom, by which channel, and how it went; ordinary tables, not the register."""
