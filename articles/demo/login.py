"""The demo's editor account: a random password, shown at every start, kept in a file that only its owner can read."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

from django.utils.translation import gettext as _

from articles.models import Editor

USERNAME = "redaktion"


def make_account(path: Path) -> Editor:
    """The account with a new password, which is in `path` before the caller's transaction is committed."""
    password = secrets.token_urlsafe(12)
    editor = Editor.objects.create_superuser(USERNAME, password=password, first_name="Redaktion")
    _write(path, password)
    return editor


def refresh(path: Path) -> str:
    """What the file says, once it is true again: a password that was changed since is no longer in it."""
    editor = Editor.objects.filter(username=USERNAME).first()
    password = _password_in(path)
    if not editor:
        return _write(path, _("(dieses Konto gibt es nicht mehr)"))
    if not password or not editor.check_password(password):
        return _write(path, _("(von Ihnen geändert; neu setzen: manage.py changepassword %s)") % USERNAME)
    return path.read_text(encoding="utf-8")


def _lines(password: str) -> list[str]:
    return [_("Name:     %s") % USERNAME, _("Kennwort: %s") % password]


def _password_in(path: Path) -> str:
    lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    return lines[1].partition(":")[2].strip() if len(lines) > 1 else ""


def _write(path: Path, password: str) -> str:
    """A new file takes the old one's place, and nobody else can read it from its first moment on."""
    text = "\n".join(_lines(password)) + "\n"
    new = path.with_name(f"{path.name}.{os.getpid()}")
    new.unlink(missing_ok=True)
    with os.fdopen(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:
        file.write(text)
    new.replace(path)
    return text
