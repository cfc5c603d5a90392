"""Numbers and keys of a form in words, for the page that shows two texts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from articles.admin.deciding import PersonChange
from articles.admin.writing import Decided
from articles.models import Article, Author, Desk, Person
from articles.text.merging import CONFLICT, ORDER, SAME, THEIRS
from articles.vocabulary import LANGUAGES, MentionStatus

FIELD, SECTION, BYLINE, PERSON = "field", "section", "byline", "person"
TAG = "tag"


@dataclass(frozen=True, slots=True)
class Row:
    """One difference as the page shows it. `kind` and `key` say where the answer goes."""

    kind: str
    key: str
    label: str
    mine: Any
    theirs: Any
    outcome: str

    @property
    def name(self) -> str:
        return f"{self.kind}-{self.key or 'order'}"


def label_of(name: str) -> str:
    return str(Article._meta.get_field(name).verbose_name)


class Names:
    """Looks up what the differences name, a query a kind."""

    def __init__(self, comparison: Any):
        self.comparison = comparison

    def field(self, name: str, value: str | None) -> str:
        if name == "desk" and value:
            found = Desk.objects.filter(pk=value).first() if value.isdecimal() and len(value) < 19 else None
            return found.name if found else value
        if name == "language":
            return str(dict(LANGUAGES).get(value or "", value))
        return value or ""

    def tag_rows(self) -> list[Row]:
        mine, theirs = self.comparison.mine.tags or {}, self.comparison.theirs.tags or {}
        return self._list(TAG, _("Schlagwörter"), self.comparison.tags, mine, theirs)

    def byline_rows(self) -> list[Row]:
        merged = self.comparison.bylines
        if not merged or not merged.differences:
            return []
        mine, theirs = self.comparison.mine.bylines or (), self.comparison.theirs.bylines or ()
        names = _names(Author, [*mine, *theirs])
        sides = ({pk: names.get(pk, pk) for pk in side} for side in (mine, theirs))
        return self._list(BYLINE, _("Autorenzeile"), merged, *sides)

    def _list(self, kind: str, label: str, merged: Any, mine: dict[str, str], theirs: dict[str, str]) -> list[Row]:
        if not merged or not merged.differences:
            return []
        outcomes = {one.outcome for one in merged.differences}
        outcome = CONFLICT if CONFLICT in outcomes else outcomes.pop() if len(outcomes) == 1 else "both"
        return [Row(kind, ORDER, label, ", ".join(mine.values()), ", ".join(theirs.values()), outcome)]

    def person_rows(self) -> list[Row]:
        people = self.comparison.people
        names = _names(Person, [side.person for one in people for side in (one.mine, one.theirs) if side])
        return [
            Row(PERSON, one.key, _("Name „%s“") % one.name, _said(one.mine, names), _their(one, names), one.outcome)
            for one in people
            if one.outcome != SAME
        ]


def _names(model: Any, ids: Iterable[str]) -> dict[str, str]:
    wanted = {int(pk) for pk in ids if pk.isascii() and pk.isdecimal() and len(pk) < 19}
    return {str(pk): named.name for pk, named in model.objects.in_bulk(wanted).items()} if wanted else {}


def _their(change: PersonChange, names: dict[str, str]) -> str:
    if change.outcome == THEIRS:
        return _("Der Name steht nicht mehr im Text.")
    return _said(change.theirs, names)


def _said(decided: Decided | None, names: dict[str, str]) -> str:
    if not decided:
        return ""
    word = dict(MentionStatus.choices).get(decided.decision) or _("noch offen")
    person = names.get(decided.person, "")
    return f"{word}: {person}" if person else str(word)
