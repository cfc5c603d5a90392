"""Give a person a portrait, another one, or none. A file goes when the transaction has ended and no row names it."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from articles.editorial.base import require
from articles.errors import CannotDo
from articles.models import Editor, MergeRecord, Person, Portrait
from articles.models.merging import undoable
from articles.pictures import keeping
from articles.pictures.reading import Picture

AT_ONCE = 100
"""Portraits cleared away with one change; the next change takes the next."""


@transaction.atomic
def set_portrait(
    person: Person, picture: Picture, *, credit: str, alt: str = "", editor: Editor | None, at: datetime
) -> Portrait:
    """The person's portrait from now on. Raises NotAllowed, CannotDo (no credit, no room on the disk)."""
    person = _changing(person, editor)
    keeping.keep(picture)  # before the row: a row whose file is missing would be a hole in the page
    _let_go(person, at)
    portrait = Portrait(person=person, digest=picture.digest, width=picture.width, height=picture.height)
    portrait.uploaded_at, portrait.uploaded_by = at, editor
    _describe(portrait, credit, alt)
    transaction.on_commit(lambda: keeping.keep(picture))  # somebody may have discarded the same picture meanwhile
    clear_away(at)
    _sweep(picture.digest, at)
    return portrait


@transaction.atomic
def describe_portrait(person: Person, *, credit: str, alt: str = "", editor: Editor | None) -> None:
    """Another credit or description of the same picture. Raises NotAllowed, CannotDo."""
    person = _changing(person, editor)
    portrait = Portrait.objects.filter(person=person).first()
    if not portrait:
        raise CannotDo(_("Diese Person hat kein Porträt."))
    _describe(portrait, credit, alt)


@transaction.atomic
def remove_portrait(person: Person, *, editor: Editor | None, at: datetime) -> None:
    """Raises NotAllowed."""
    _let_go(_changing(person, editor), at)
    clear_away(at)


def _changing(person: Person, editor: Editor | None) -> Person:
    """Locked, so that two editors replace one after the other."""
    require(editor, "change_person")
    return Person.objects.select_for_update().get(pk=person.pk)


def _describe(portrait: Portrait, credit: str, alt: str) -> None:
    portrait.credit, portrait.alt = credit.strip(), alt.strip()
    if not portrait.credit:
        raise CannotDo(_("Wer das Bild gemacht hat, muss genannt werden."))
    portrait.save()


def _let_go(person: Person, at: datetime) -> None:
    """Gone, or kept aside as long as a merge that needs it can be taken back."""
    portrait = Portrait.objects.filter(person=person).first()
    if not portrait:
        return
    if MergeRecord.objects.filter(undoable(at), undo__portrait=portrait.pk).exists():
        portrait.person, portrait.left_at = None, at
        portrait.save()
    else:
        portrait.delete()
        _discard_later(portrait.digest)


def clear_away(at: datetime) -> None:
    """What no merge can ask back any more."""
    for portrait in list(Portrait.objects.kept_long_enough(at).order_by("left_at")[:AT_ONCE]):
        portrait.delete()
        _discard_later(portrait.digest)


def _sweep(digest: str, at: datetime) -> None:
    """What lies beside it and was never anybody's, for its transaction was rolled back."""
    left = keeping.left_in_folder_of(digest, at - timedelta(days=1))
    known = Portrait.objects.filter(digest__in=left).values_list("digest", flat=True)
    for stray in left.difference(known):
        _discard_later(stray)


def _discard_later(digest: str) -> None:
    def discard() -> None:
        if not Portrait.objects.filter(digest=digest).exists():
            keeping.discard(digest)

    transaction.on_commit(discard)
