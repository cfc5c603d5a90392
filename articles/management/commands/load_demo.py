"""Fills an untouched archive with the demo, and shows the demo's login; thin, see demo/loader.py and demo/login.py."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.demo import login
from articles.demo.loader import is_untouched, load
from articles.models import Editor


class Command(BaseCommand):
    help = _("Lädt das Demo-Archiv in ein leeres Archiv; in einem benutzten ändert es nichts.")

    def handle(self, *args: Any, **options: Any) -> None:
        path = settings.VAR_DIR / "demo-login.txt"
        with transaction.atomic():
            untouched = is_untouched()
            if untouched or not Editor.objects.exists():
                editor = Editor.objects.filter(username=login.USERNAME).first() or login.make_account(path)
            if untouched:
                said = _("Demo-Archiv geladen: %s Artikel.") % load(editor, at=timezone.now())
                login.make_members(path.with_name("demo-roles.txt"))
            else:
                said = _("Das Archiv ist schon in Gebrauch und bleibt, wie es ist.")
        self.stdout.write(said)
        account = login.refresh(path)
        if options["verbosity"]:  # make demo prints it last, below the address
            self.stdout.write(account, ending="")
