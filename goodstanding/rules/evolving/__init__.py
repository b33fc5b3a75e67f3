"""What each act means for the state of its aggregate, one file per aggregate."""
