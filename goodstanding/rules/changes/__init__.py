"""What differs between two versions of a rulebook, in words a lawyer reads side by side."""
