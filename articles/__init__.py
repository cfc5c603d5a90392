"""The archive: articles, and everything that is done with them."""
