"""WebSub: a hub is told which feeds have changed (changed.py, telling.py), and passes the news on to who subscribed."""

from articles.websub.telling import announce, keep_announcing

__all__ = ["announce", "keep_announcing"]
