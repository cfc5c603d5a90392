"""Lists of articles as subscriptions: what a feed says (base.py), written as Atom or as JSON Feed. No requests here."""

from articles.feeds.atom import atom
from articles.feeds.base import Entry, Feed, Named, entry_of
from articles.feeds.jsonfeed import json_feed

__all__ = ["Entry", "Feed", "Named", "atom", "entry_of", "json_feed"]
