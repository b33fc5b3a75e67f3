"""Evidence files: what may be sent, for which matter, and until when it is kept."""
