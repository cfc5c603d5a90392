"""Bringing articles in and getting them out, with a report of what happened to each."""
