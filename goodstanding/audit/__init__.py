"""What was read by whom, and what verifying found: ordinary tables, of no organisation's fate."""
