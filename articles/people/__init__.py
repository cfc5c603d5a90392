"""Finding the people a text names, and keeping who is meant."""
