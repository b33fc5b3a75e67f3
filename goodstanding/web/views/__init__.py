"""One file per place: they parse, call the story or its queries, and answer with a page."""
