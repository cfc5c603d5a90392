"""The editors' side, one module a model family. It shows, asks and calls the verbs of editorial; it decides nothing."""

from articles.admin import articles, authors, desks, editors, log, mentions, people, tags, topics

__all__ = ["articles", "authors", "desks", "editors", "log", "mentions", "people", "tags", "topics"]
