"""Entry for the production server."""

import os
from threading import Thread

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.settings")
application = get_wsgi_application()


def _warm_up() -> None:
    """Word lists are read from disk with the first word: that takes half a second, and no reader should wait for it."""
    from articles.text.analysis import looked_for

    looked_for("Aufwärmen")


Thread(target=_warm_up, name="warm-up", daemon=True).start()
