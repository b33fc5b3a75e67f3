"""The command line: a door. It parses, calls flow and queries, prints, and decides nothing."""
