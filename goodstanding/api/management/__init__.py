"""Commands of the API room."""
