"""The command `announce_feeds`."""

from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from articles.websub import announce
from tests.builders import build_article
from tests.websub.hub import serving

pytestmark = pytest.mark.django_db


def test_without_a_hub_it_says_what_to_set():
    with pytest.raises(CommandError, match="WEBSUB_HUB"):
        call_command("announce_feeds")


def test_it_says_how_many_feeds_it_told(settings):
    out = StringIO()
    with serving() as hub:
        settings.WEBSUB_HUB, settings.SITE_URL = hub.url, "https://zeitung.example"
        announce(timezone.now() - timedelta(minutes=1))
        build_article()
        call_command("announce_feeds", stdout=out)
    assert out.getvalue() == "8 Feeds gemeldet.\n"
