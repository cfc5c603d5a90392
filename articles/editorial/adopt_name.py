"""A name that articles introduce becomes a person of the archive, or is nobody's: by permission, and with a line in
the log. The places are people/candidates.py's."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from articles.editorial.base import log_name, require
from articles.editorial.link import bearer_of
from articles.errors import CannotDo
from articles.models import Editor, Mention, Person
from articles.people.candidates import Adopted, adopt, reject_name
from articles.search.sync import drain_after_commit
from articles.vocabulary import MentionStatus, Verb


@transaction.atomic
def adopt_name(name: str, *, editor: Editor | None, at: datetime, person: Person | None = None) -> Adopted:
    """Every article that names them is linked: to `person`, else to the one of this name, else to a new one.
    Raises NotAllowed, CannotDo (several bear the name, or it stands nowhere any more)."""
    require(editor, "settle_mention")
    _refuse_if_settled(name)
    known = person or bearer_of(name)
    if not known:
        require(editor, "add_person")
    adopted = adopt(name, editor=editor, at=at, person=known)
    reason = _("In %d Artikeln verknüpft.") % len(adopted.articles)
    log_name(adopted.person.name, Verb.LINKED, editor=editor, at=at, reason=reason)
    drain_after_commit()
    return adopted


@transaction.atomic
def refuse_name(name: str, *, editor: Editor | None, at: datetime) -> int:
    """Nobody is meant, anywhere and for good; returns the number of articles. Raises NotAllowed, CannotDo."""
    require(editor, "settle_mention")
    _refuse_if_settled(name)
    articles = reject_name(name, editor=editor, at=at)
    reason = _("Kein Name: in %d Artikeln abgelehnt.") % articles
    log_name(name, Verb.LINKED, editor=editor, at=at, reason=reason)
    drain_after_commit()
    return articles


def _refuse_if_settled(name: str) -> None:
    if not name or not Mention.objects.filter(suggested_name=name, status=MentionStatus.SUGGESTED).exists():
        raise CannotDo(_("„%s“ steht nicht mehr unter den Vorschlägen.") % name)
