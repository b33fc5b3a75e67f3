"""What organisations do against a record or a designation; a shelf."""
