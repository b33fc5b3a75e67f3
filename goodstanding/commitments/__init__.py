"""Promises of organisations and what became of them; claims that one was not kept."""
