"""Files of evidence, encrypted, in ordinary tables: they are not facts about organisations."""
