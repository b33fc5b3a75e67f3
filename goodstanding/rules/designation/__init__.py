"""A designation: proposed, noticed, stated, decided, stayed, ended; one question per file."""
