"""An application at a department's desk: fast lane, and acceptance with documents to follow."""
