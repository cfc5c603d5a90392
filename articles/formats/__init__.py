"""Bytes to ArticleRecord and back: one module a format, no database."""
