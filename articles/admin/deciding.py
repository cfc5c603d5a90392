"""Two editors' decisions about the names in a text: which still hold, and which the other has decided otherwise."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import QueryDict

from articles.admin.mention_forms import first_of_each_name
from articles.admin.writing import Decided, decided_anew, standing
from articles.models import Article, Mention
from articles.text.merging import CONFLICT, MINE, THEIRS


@dataclass(frozen=True, slots=True)
class PersonChange:
    """`row` is the name's row in the form as it is now, "" where the name no longer stands in the text."""

    key: str
    name: str
    row: str
    mine: Decided
    theirs: Decided | None
    outcome: str


def changes_of(article: Article, data: QueryDict) -> list[PersonChange]:
    """What this editor decided that the archive does not have yet."""
    decided = decided_anew(data)
    if not decided:
        return []
    now = list(first_of_each_name(article).select_related("person"))
    moved = {str(m.pk): m for m in article.mentions.filter(pk__in=[pk for pk in decided if pk.isdecimal()])}
    changes = [_change(pk, stood, mine, _row_now(moved.get(pk), stood, now)) for pk, (stood, mine) in decided.items()]
    return [change for change in changes if change.theirs != change.mine]


def _change(pk: str, stood: list[str], mine: Decided, row: Mention | None) -> PersonChange:
    if not row:
        return PersonChange(pk, stood[0] or stood[1], "", mine, None, THEIRS)
    theirs = standing(row.suggested_name, str(row.person_id or ""), row.status)
    outcome = MINE if theirs == standing(*stood) else CONFLICT
    name = row.suggested_name or (row.person.name if row.person else row.surface)
    return PersonChange(pk, name, str(row.pk), mine, theirs, outcome)


def _row_now(moved: Mention | None, stood: list[str], now: list[Mention]) -> Mention | None:
    """The row in which the name stands today: by its mention, else by how it stood, else by name or person."""
    name, person, status = stood
    as_moved = [m for m in now if moved and _group(m) == _group(moved)]
    as_before = [m for m in now if _group(m) == (name, person, status)]
    alike = [m for m in now if (name and m.suggested_name == name) or (person and str(m.person_id) == person)]
    return next(iter([*as_moved, *as_before, *alike]), None)


def _group(mention: Mention) -> tuple[str, str, str]:
    return mention.suggested_name, str(mention.person_id or ""), str(mention.status)
