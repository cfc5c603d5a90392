"""A code beside the password: an editor turns it on with an app that counts the time (TOTP), ten recovery codes stand
in for a lost telephone, a chief turns it off for somebody else."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _
from django_otp.models import Device
from django_otp.plugins.otp_static.models import StaticDevice, StaticToken
from django_otp.plugins.otp_totp.models import TOTPDevice

from articles.editorial.base import log_name, require
from articles.errors import CannotDo
from articles.models import Editor
from articles.vocabulary import Verb

RECOVERY_CODES = 10
DIGITS = 6


@transaction.atomic
def begin(editor: Editor) -> TOTPDevice:
    """A new secret, which counts for nothing until it is confirmed."""
    TOTPDevice.objects.filter(user=editor, confirmed=False).delete()
    return TOTPDevice.objects.create(user=editor, name="App", confirmed=False)


def begun(editor: Editor) -> TOTPDevice | None:
    return TOTPDevice.objects.filter(user=editor, confirmed=False).first()


@transaction.atomic
def confirm(editor: Editor, code: str, *, at: datetime) -> tuple[Device | None, list[str]]:
    """Turns it on and returns the recovery codes, which are shown this once; (None, []) for a wrong code. Raises
    CannotDo after too many."""
    device = TOTPDevice.objects.select_for_update().filter(user=editor, confirmed=False).first()
    if not device or not _accepts(device, code):
        return None, []
    _forget(editor, but=device)
    device.confirmed = True
    device.save(update_fields=["confirmed"])
    Editor.objects.filter(pk=editor.pk).update(has_second_factor=True)
    log_name(str(editor), Verb.SECURED, editor=editor, at=at, reason=_("Anmeldung mit Code eingeschaltet"))
    return device, _new_codes(editor)


@transaction.atomic
def verify(editor: Editor, code: str) -> Device | None:
    """The device that takes this code: the app for six digits, else the recovery codes, each of which counts once.
    Raises CannotDo after too many wrong ones."""
    written = "".join(code.split()).lower()
    kind = TOTPDevice if len(written) == DIGITS and written.isdecimal() else StaticDevice
    device = kind.objects.select_for_update().filter(user=editor, confirmed=True).first()
    return device if device and _accepts(device, written) else None


def codes_left(editor: Editor) -> int:
    return StaticToken.objects.filter(device__user=editor).count()


@transaction.atomic
def turn_off(editor: Editor, *, by: Editor, at: datetime) -> None:
    """By oneself, or by who looks after accounts. Raises NotAllowed."""
    if by.pk != editor.pk:
        require(by, "change_editor")
    _forget(editor)
    Editor.objects.filter(pk=editor.pk).update(has_second_factor=False)
    log_name(str(editor), Verb.SECURED, editor=by, at=at, reason=_("Anmeldung mit Code ausgeschaltet"))


def _accepts(device: TOTPDevice | StaticDevice, code: str) -> bool:
    allowed, why = device.verify_is_allowed()
    if not allowed:
        until = why["locked_until"].astimezone().strftime("%H:%M:%S")
        raise CannotDo(_("Zu viele falsche Codes. Versuchen Sie es wieder ab %s Uhr.") % until)
    return bool(device.verify_token("".join(code.split())))


def _forget(editor: Editor, but: TOTPDevice | None = None) -> None:
    TOTPDevice.objects.filter(user=editor).exclude(pk=but and but.pk).delete()
    StaticDevice.objects.filter(user=editor).delete()


def _new_codes(editor: Editor) -> list[str]:
    device = StaticDevice.objects.create(user=editor, name="Recovery")
    codes = [StaticToken.random_token() for _number in range(RECOVERY_CODES)]
    StaticToken.objects.bulk_create(StaticToken(device=device, token=code) for code in codes)
    return codes
