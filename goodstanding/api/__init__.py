"""The door for programs: routes under /api/v1. They read a request, call the story, and answer."""
