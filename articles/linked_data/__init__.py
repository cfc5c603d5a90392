"""What pages tell machines in schema.org's words: only what the page itself says. Addresses are whole, and German."""

from articles.linked_data.articles import article_data
from articles.linked_data.pages import breadcrumbs, collection, paper, website
from articles.linked_data.people import author_data, person_data

__all__ = ["article_data", "author_data", "breadcrumbs", "collection", "paper", "person_data", "website"]
