"""Decide who is meant: accept or reject the people suggested in an article, one by one or all over the archive."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from articles.editorial.base import keep, lock, require
from articles.errors import CannotDo
from articles.models import Article, Editor, Mention, Person, PersonName
from articles.text.sortkeys import fold
from articles.vocabulary import MentionStatus, Verb


class Decision(NamedTuple):
    """`person` None in an acceptance: whoever the suggestion names, made if the archive has nobody of that name.

    Unless `alone`, it holds for all places in the article where the same was suggested or decided.
    """

    mention: Mention
    accepted: bool
    person: Person | None = None
    alone: bool = False


@transaction.atomic
def decide(article: Article, decisions: Iterable[Decision], *, editor: Editor | None, at: datetime) -> None:
    """All decisions about one article: one version, one line of log. Raises NotAllowed, CannotDo (nobody named)."""
    article = lock(article, at)
    require(editor, "change_mention", article)
    _write(article, decisions, editor, at)


@transaction.atomic
def write_decisions(article: Article, decisions: Iterable[Decision], *, editor: Editor | None, at: datetime) -> None:
    """Permission is the caller's: an article that has just been handed to another desk, or the whole archive. Raises
    CannotDo."""
    _write(lock(article, at), decisions, editor, at)


def _write(article: Article, decisions: Iterable[Decision], editor: Editor | None, at: datetime) -> None:
    for mention, accepted, person, alone in decisions:
        meant = (person or meant_by(mention, editor)) if accepted else mention.person
        status = MentionStatus.CONFIRMED if accepted else MentionStatus.REJECTED
        places = article.mentions.filter(pk=mention.pk) if alone else _alike(mention, article.mentions.all())
        places.update(person=meant, status=status, decided_by=editor, decided_at=at, is_automatic=False)
    keep(article, Verb.LINKED, editor=editor, at=at)


def accept(mention: Mention, *, editor: Editor | None, at: datetime, person: Person | None = None) -> None:
    """Confirm the mention, and all suggestions of the same name in its article."""
    decide(mention.article, [Decision(mention, True, person)], editor=editor, at=at)


def reject(mention: Mention, *, editor: Editor | None, at: datetime) -> None:
    """Nobody is meant; the same for all suggestions of that name in the article."""
    decide(mention.article, [Decision(mention, False)], editor=editor, at=at)


@transaction.atomic
def accept_everywhere(mention: Mention, *, editor: Editor | None, at: datetime, person: Person | None = None) -> int:
    """Accept every open suggestion of this name in the archive as one person; returns the number of articles. Raises
    NotAllowed: that is no single desk's business."""
    require(editor, "settle_mention")
    meant = person or meant_by(mention, editor)
    first_of_article: dict[int, Mention] = {}
    for found in _alike(mention, Mention.objects.select_related("article")):
        first_of_article.setdefault(found.article_id, found)
    for found in first_of_article.values():
        write_decisions(found.article, [Decision(found, True, meant)], editor=editor, at=at)
    return len(first_of_article)


def meant_by(mention: Mention, editor: Editor | None) -> Person:
    """The person suggested, else the one bearing the suggested name, else a new one. Raises CannotDo, NotAllowed."""
    if mention.person:
        return mention.person
    refuse_unclear(mention)
    bearer = bearer_of(mention.suggested_name)
    if bearer:
        return bearer
    require(editor, "add_person")
    return Person.objects.create(name=mention.suggested_name)


def refuse_unclear(mention: Mention) -> None:
    """Raises CannotDo where the text names somebody of several."""
    if len(mention.candidates) > 1:
        raise CannotDo(_("Mehrere Personen heißen „%s“. Wählen Sie aus, wer gemeint ist.") % mention.suggested_name)


def bearer_of(name: str) -> Person | None:
    """The one person with this name or alias. Raises CannotDo where there are several."""
    bearers = Person.objects.filter(id__in=PersonName.objects.filter(folded=fold(name)).values("person_id"))[:2]
    if len(bearers) > 1:
        raise CannotDo(_("Mehrere Personen heißen „%s“. Wählen Sie aus, wer gemeint ist.") % name)
    return bearers[0] if bearers else None


def _alike(mention: Mention, among: QuerySet[Mention]) -> QuerySet[Mention]:
    """The mention itself, and all that name the same and stand where it stands."""
    same = {"suggested_name": mention.suggested_name, "person_id": mention.person_id, "status": mention.status}
    return among.filter(Q(pk=mention.pk) | Q(**same))
