"""Some of a person's mentions mean somebody else: give them to another person, or to a new one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from articles.editorial.base import log_name, require
from articles.editorial.link import Decision, write_decisions
from articles.editorial.merge_people import PEOPLE
from articles.errors import CannotDo
from articles.models import Article, Editor, Mention, Person
from articles.vocabulary import MentionStatus, Verb

MOST = 200
"""Mentions moved at once; each article gets its version and its line in the log."""


@transaction.atomic
def split_person(
    person: Person,
    chosen: Collection[int],
    *,
    editor: Editor | None,
    at: datetime,
    to: Person | None = None,
    name: str = "",
) -> Person:
    """The chosen confirmed mentions are `to`'s, or a new person's of this name. Raises NotAllowed, CannotDo."""
    require(editor, PEOPLE.permission)
    if len(chosen) > MOST:
        raise CannotDo(_("Höchstens %d Nennungen auf einmal.") % MOST)
    mentions = Mention.objects.filter(pk__in=chosen, person=person, status=MentionStatus.CONFIRMED)
    by_article: dict[int, list[Mention]] = defaultdict(list)
    for mention in mentions.order_by("article_id", "pk"):
        by_article[mention.article_id].append(mention)
    if not by_article:
        raise CannotDo(_("Keine Nennung ausgewählt."))
    target = to or _made(name, editor)
    if target.pk == person.pk:
        raise CannotDo(str(PEOPLE.same))
    for article in Article.objects.in_bulk(list(by_article)).values():
        decisions = [Decision(mention, True, target, alone=True) for mention in by_article[article.pk]]
        write_decisions(article, decisions, editor=editor, at=at)
    log_name(person.name, Verb.SPLIT, editor=editor, at=at, reason=f"„{person.name}“ → „{target.name}“")
    return target


def _made(name: str, editor: Editor | None) -> Person:
    name = " ".join(name.split())
    if not name or len(name) > Person._meta.get_field("name").max_length:
        raise CannotDo(_("Wem die Nennungen gehören, fehlt: ein neuer Name oder eine andere Person."))
    require(editor, "add_person")
    return Person.objects.create(name=name)
