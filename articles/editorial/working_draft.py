"""What saves itself while an editor writes: private, never public, gone once the article is really saved."""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

from django.db import IntegrityError, transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from articles.errors import CannotDo
from articles.models import Article, Editor, WorkingDraft
from articles.models.draft import KEY_LENGTH, Presence

MOST_NEW = 20
"""Unsaved new articles of one editor; the next one stays in the browser until one of them is saved or discarded."""
PRESENT_FOR = timedelta(seconds=45)
NOTED_EVERY = timedelta(seconds=10)
"""A presence younger than this is not written again."""


class HeldElsewhere(CannotDo):
    """Another window or machine of the same editor has the working draft."""


def new_key() -> str:
    return uuid.uuid4().hex


def is_key(text: str) -> bool:
    return text.isascii() and text.isalnum() and len(text) == KEY_LENGTH


def keep_draft(
    editor: Editor,
    article: Article | None,
    key: str,
    fields: Mapping[str, Sequence[str]],
    *,
    base: int,
    at: datetime,
    take: bool = False,
) -> WorkingDraft:
    """Raises HeldElsewhere unless the page with this key owns the draft or takes it, CannotDo if there are too many."""
    try:
        with transaction.atomic():
            draft = _own_draft(editor, article, key, take=take)
            draft.key, draft.fields, draft.base_version, draft.saved_at = key, dict(fields), base, at
            draft.save()
            return draft
    except IntegrityError as error:  # two windows at the same moment
        raise HeldElsewhere(_("Ein anderes Fenster sichert diesen Artikel gerade.")) from error


def _own_draft(editor: Editor, article: Article | None, key: str, *, take: bool) -> WorkingDraft:
    own = WorkingDraft.objects.select_for_update().filter(editor=editor, article=article)
    draft = own.first() if article else own.filter(key=key).first()
    if draft and draft.key != key and not take:
        raise HeldElsewhere(_("Es gibt schon eine ungesicherte Fassung aus einem anderen Fenster."))
    if not draft and not article and own.count() >= MOST_NEW:
        raise CannotDo(_("Zu viele ungesicherte neue Artikel: Speichern oder verwerfen Sie zuerst einen davon."))
    return draft or WorkingDraft(editor=editor, article=article)


def drafts_of(editor: Editor, article: Article | None) -> QuerySet[WorkingDraft]:
    """The editor's own: one on an article, several on new ones."""
    return WorkingDraft.objects.filter(editor=editor, article=article)


@transaction.atomic
def take_over(draft: WorkingDraft) -> str:
    """The draft's new key: from now on the page it came from may no longer write over it."""
    draft.key = new_key()
    draft.save(update_fields=["key"])
    return draft.key


def forget(editor: Editor, article: Article | None, key: str) -> None:
    """Once the page's work is saved. What another window holds stays."""
    drafts_of(editor, article).filter(key=key).delete()


def others_drafts(article: Article, editor: Editor) -> QuerySet[WorkingDraft]:
    """That they exist, and since when; what stands in them is nobody else's."""
    others = WorkingDraft.objects.filter(article=article).exclude(editor=editor)
    return others.select_related("editor").defer("fields")


def note_presence(article: Article, editor: Editor, at: datetime) -> None:
    """At most one write in ten seconds, and what no longer counts is cleared away with it."""
    own = Presence.objects.filter(article=article, editor=editor)
    if own.filter(seen_at__gt=at - NOTED_EVERY).exists():
        return
    with transaction.atomic():
        Presence.objects.filter(seen_at__lte=at - PRESENT_FOR).delete()
        Presence.objects.update_or_create(article=article, editor=editor, defaults={"seen_at": at})


def others_present(article: Article, editor: Editor, at: datetime) -> list[Editor]:
    present = Presence.objects.filter(article=article, seen_at__gt=at - PRESENT_FOR).exclude(editor=editor)
    return [presence.editor for presence in present.select_related("editor").order_by("editor__username")]
