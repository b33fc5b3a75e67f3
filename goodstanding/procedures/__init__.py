"""Departments' own cases of procedures, in ordinary tables: they are not facts about organisations."""
