"""The demo's accounts: one that may do everything, whose password is shown at every start, and one for each role, in a
file beside. Passwords are random; only their owner can read the files."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

from django.utils.translation import gettext as _

from articles.models import Desk, Editor, Role
from articles.vocabulary import RoleCode

USERNAME = "redaktion"
MEMBERS = {
    RoleCode.REPORTER: ("reporterin", "Rita", "Reporterin"),
    RoleCode.EDITOR: ("redakteur", "Erik", "Redakteur"),
    RoleCode.CHIEF: ("chefin", "Clara", "Chefin"),
    RoleCode.ARCHIVIST: ("archivar", "Arne", "Archivar"),
}
AT_A_DESK = {RoleCode.REPORTER, RoleCode.EDITOR}


def make_account(path: Path) -> Editor:
    """The account with a new password, which is in `path` before the caller's transaction is committed."""
    password = secrets.token_urlsafe(12)
    editor = Editor.objects.create_superuser(USERNAME, password=password, first_name="Redaktion")
    _write(path, _lines(password))
    return editor


def make_members(path: Path) -> None:
    """One account for each role; reporter and editor sit at the first desk. Who is there already is left alone."""
    desk = Desk.objects.filter(parent=None).first()
    lines = []
    for role in Role.objects.select_related("group").order_by("code"):
        username, first_name, last_name = MEMBERS[RoleCode(role.code)]
        if Editor.objects.filter(username=username).exists():
            continue
        password = secrets.token_urlsafe(12)
        editor = Editor.objects.create_user(
            username, password=password, first_name=first_name, last_name=last_name, is_staff=True
        )
        editor.groups.add(role.group)
        if desk and role.code in AT_A_DESK:
            editor.desks.add(desk)
        lines.append(f"{role.group.name}: {username} / {password}")
    if lines:
        _write(path, lines)


def refresh(path: Path) -> str:
    """What the file says, once it is true again: a password that was changed since is no longer in it."""
    editor = Editor.objects.filter(username=USERNAME).first()
    password = _password_in(path)
    if not editor:
        return _write(path, _lines(_("(dieses Konto gibt es nicht mehr)")))
    if not password or not editor.check_password(password):
        return _write(path, _lines(_("(von Ihnen geändert; neu setzen: manage.py changepassword %s)") % USERNAME))
    return path.read_text(encoding="utf-8")


def _lines(password: str) -> list[str]:
    return [_("Name:     %s") % USERNAME, _("Kennwort: %s") % password]


def _password_in(path: Path) -> str:
    lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    return lines[1].partition(":")[2].strip() if len(lines) > 1 else ""


def _write(path: Path, lines: list[str]) -> str:
    """A new file takes the old one's place, and nobody else can read it from its first moment on."""
    text = "\n".join(lines) + "\n"
    new = path.with_name(f"{path.name}.{os.getpid()}")
    new.unlink(missing_ok=True)
    with os.fdopen(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:
        file.write(text)
    new.replace(path)
    return text
