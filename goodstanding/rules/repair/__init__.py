"""A repair: asked for, accepted, decided, and revoked after notice where it rested on untruth."""
