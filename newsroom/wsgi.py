"""Entry for the production server."""

import os
from threading import Thread

from django.conf import settings
from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.settings")
application = get_wsgi_application()


def _warm_up() -> None:
    """Word lists are read from disk with the first word: that takes half a second, and no reader should wait for it."""
    from articles.text.analysis import looked_for

    looked_for("Aufwärmen")


def _announce() -> None:
    """Tells the hub what has changed in the feeds."""
    from articles.websub import keep_announcing

    keep_announcing()


Thread(target=_warm_up, name="warm-up", daemon=True).start()
if settings.WEBSUB_HUB:
    Thread(target=_announce, name="announce", daemon=True).start()
