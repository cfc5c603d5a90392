"""What is looked at before an article is published: a module a check, each pure; gathering.py asks the archive."""
