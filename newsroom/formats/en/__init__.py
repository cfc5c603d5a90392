"""English dates, see formats.py."""
