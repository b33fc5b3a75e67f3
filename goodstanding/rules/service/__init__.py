"""Serving letters: by which method, with which proof, on which day, and what runs from there."""
