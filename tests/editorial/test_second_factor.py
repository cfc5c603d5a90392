"""The code beside the password: on with the right code only, off by oneself or by a chief."""

import pytest
from django_otp.plugins.otp_static.models import StaticDevice
from django_otp.plugins.otp_totp.models import TOTPDevice

from articles.editorial.second_factor import begin, begun, codes_left, confirm, turn_off, verify
from articles.errors import CannotDo, NotAllowed
from articles.models import LogLine
from articles.vocabulary import RoleCode, Verb
from tests.builders import NOW, build_editor, build_member
from tests.codes import code_of, turned_on

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor():
    return build_editor()


def test_a_secret_that_is_not_confirmed_asks_for_nothing(editor):
    begin(editor)
    assert begun(begin(editor).user)
    assert TOTPDevice.objects.count() == 1
    assert not editor.has_second_factor


def test_the_right_code_turns_it_on_and_gives_recovery_codes(editor):
    _device, codes = turned_on(editor)
    assert editor.has_second_factor
    assert len(set(codes)) == codes_left(editor) == 10
    assert LogLine.objects.get().verb == Verb.SECURED


def test_a_wrong_code_turns_nothing_on(editor):
    wrong = f"{(int(code_of(begin(editor))) + 1) % 1_000_000:06}"
    assert confirm(editor, wrong, at=NOW) == (None, [])
    editor.refresh_from_db()
    assert not editor.has_second_factor


def test_a_code_of_the_app_counts_once(editor):
    device, _codes = turned_on(editor)
    code = code_of(device, 1)
    assert verify(editor, f"{code[:3]} {code[3:]}") == device
    assert verify(editor, code) is None


def test_a_recovery_code_counts_once(editor):
    _device, codes = turned_on(editor)
    assert verify(editor, codes[0].upper())
    assert verify(editor, codes[0]) is None
    assert codes_left(editor) == 9


def test_after_a_wrong_code_one_waits(editor):
    _device, codes = turned_on(editor)
    assert verify(editor, "falsch99") is None
    with pytest.raises(CannotDo, match="Zu viele"):
        verify(editor, codes[0])


def test_another_editors_code_is_wrong(editor):
    turned_on(editor)
    other, _codes = turned_on(build_editor("andere"))
    assert verify(editor, code_of(other, 1)) is None


@pytest.mark.parametrize("role", [RoleCode.REPORTER, RoleCode.EDITOR, RoleCode.ARCHIVIST])
def test_only_a_chief_turns_it_off_for_another(editor, role):
    turned_on(editor)
    with pytest.raises(NotAllowed):
        turn_off(editor, by=build_member(role), at=NOW)
    editor.refresh_from_db()
    assert editor.has_second_factor


def test_turned_off_nothing_is_left(editor):
    turned_on(editor)
    chief = build_member(RoleCode.CHIEF)
    turn_off(editor, by=chief, at=NOW)
    editor.refresh_from_db()
    assert not editor.has_second_factor
    assert not TOTPDevice.objects.exists()
    assert not StaticDevice.objects.exists()
    assert LogLine.objects.first().editor == chief
