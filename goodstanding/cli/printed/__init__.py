"""Pages of the documentation that are printed from the code, one module a page."""
