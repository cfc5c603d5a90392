"""The code an editor's app would show."""

from __future__ import annotations

from django_otp.oath import TOTP
from django_otp.plugins.otp_totp.models import TOTPDevice

from articles.editorial.second_factor import begin, confirm
from articles.models import Editor
from tests.builders import NOW


def code_of(device: TOTPDevice, steps_ahead: int = 0) -> str:
    """A code counts once, so a second one is that of a later half minute, which is taken within the tolerance."""
    totp = TOTP(device.bin_key, device.step, device.t0, device.digits, device.drift + steps_ahead)
    return f"{totp.token():06}"


def turned_on(editor: Editor) -> tuple[TOTPDevice, list[str]]:
    device = begin(editor)
    confirmed, codes = confirm(editor, code_of(device), at=NOW)
    assert confirmed
    editor.refresh_from_db()
    device.refresh_from_db()
    return device, codes
