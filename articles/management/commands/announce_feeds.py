"""Tells the hub which feeds have changed; thin, see websub/telling.py. The server does the same by itself."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles.websub import announce


class Command(BaseCommand):
    help = _("Meldet dem WebSub-Hub, welche Feeds sich geändert haben. Ein laufender Server tut das von selbst.")

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.WEBSUB_HUB:
            raise CommandError(_("Es ist kein Hub eingestellt. Setzen Sie WEBSUB_HUB und SITE_URL."))
        told = announce(timezone.now())
        self.stdout.write(ngettext("%d Feed gemeldet.", "%d Feeds gemeldet.", told) % told)
