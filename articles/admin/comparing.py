"""An editor's text beside the one saved meanwhile: what each changed, what goes together, what must be asked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from django.http import QueryDict
from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from articles.admin.answers import Answer
from articles.admin.deciding import PersonChange, changes_of
from articles.admin.showing import BYLINE, FIELD, PERSON, SECTION, Names, Row, label_of
from articles.admin.writing import Writing, from_article, from_form, from_version, seen_version
from articles.models import Article, Version
from articles.text.merging import (
    CONFLICT,
    MINE,
    ORDER,
    THEIRS,
    Difference,
    Merged,
    Passage,
    merge,
    merge_list,
    merge_passages,
)


class Comparison:
    """`data` is what the editor's form holds; it says on which version he began."""

    def __init__(self, article: Article, data: QueryDict):
        self.article, self.data = article, data
        self.base = article.versions.filter(number=seen_version(data)).first()
        self.mine, self.theirs = from_form(data, article), from_article(article)
        self.was = from_version(self.base.record) if self.base else Writing()
        self.last: Version | None = article.versions.select_related("saved_by").first()

    @property
    def is_stale(self) -> bool:
        return self.data.get("version_seen") != str(self.article.version_number)

    @cached_property
    def fields(self) -> Merged:
        """Only what the form has; a field that another's form lacks is not touched."""
        ours = self.mine.fields
        theirs, was = ({name: v for name, v in w.fields.items() if name in ours} for w in (self.theirs, self.was))
        return merge(was, ours, theirs)

    @cached_property
    def sections(self) -> Merged | None:
        if self.mine.sections is None:
            return None
        return _without_twins(merge_passages(self.was.sections or {}, self.mine.sections, self.theirs.sections or {}))

    @cached_property
    def bylines(self) -> Merged | None:
        if self.mine.bylines is None:
            return None
        return merge_list(self.was.bylines or (), self.mine.bylines, self.theirs.bylines or ())

    @cached_property
    def tags(self) -> Merged | None:
        if self.mine.tags is None:
            return None
        was, mine, theirs = ({key: key for key in w.tags or ()} for w in (self.was, self.mine, self.theirs))
        return merge(was, mine, theirs)

    @cached_property
    def people(self) -> list[PersonChange]:
        return changes_of(self.article, self.data) if self.mine.decisions is not None else []

    @cached_property
    def rows(self) -> list[Row]:
        """All differences, in the order of the form."""
        names = Names(self)
        fields = [
            Row(FIELD, d.key, label_of(d.key), names.field(d.key, d.mine), names.field(d.key, d.theirs), d.outcome)
            for d in self.fields.differences
        ]
        return [*fields, *self._section_rows(), *names.tag_rows(), *names.byline_rows(), *names.person_rows()]

    def _section_rows(self) -> list[Row]:
        return [
            Row(SECTION, d.key, _section_label(d), *_shown(d), d.outcome)
            for d in (self.sections.differences if self.sections else ())
        ]

    @property
    def conflicts(self) -> list[Row]:
        return [row for row in self.rows if row.outcome == CONFLICT]

    @property
    def is_news(self) -> bool:
        """Whether the editor changed anything that the saved text does not have."""
        return any(row.outcome != THEIRS for row in self.rows)

    def decided(self, answers: Mapping[str, Answer]) -> Writing:
        """The two texts as one; `answers` has one for each conflict, by the row's name."""
        fields = dict(self.fields.values)
        for one in self.fields.conflicts:
            fields[one.key] = answers[f"{FIELD}-{one.key}"].text(one)
        return Writing(
            fields=fields,
            tags=self._tags(),
            sections=self._sections(answers) if self.sections else None,
            bylines=self._bylines(answers) if self.bylines else None,
            decisions=self._decisions(answers),
        )

    def _tags(self) -> dict[str, str] | None:
        names = {**(self.mine.tags or {}), **(self.theirs.tags or {})}
        return {key: names[key] for key in self.tags.values} if self.tags else None

    def _sections(self, answers: Mapping[str, Answer]) -> dict[str, Passage]:
        assert self.sections is not None
        values: dict[str, Any] = dict(self.sections.values)
        for one in self.sections.conflicts:
            if one.key != ORDER:
                values[one.key] = answers[f"{SECTION}-{one.key}"].passage(one)
        order = _in_asked_order(self.sections, answers.get(f"{SECTION}-order"))
        return {key: values[key] for key in order if values[key] is not None}

    def _bylines(self, answers: Mapping[str, Answer]) -> tuple[str, ...]:
        assert self.bylines is not None
        return tuple(_in_asked_order(self.bylines, answers.get(f"{BYLINE}-order")))

    def _decisions(self, answers: Mapping[str, Answer]) -> dict[str, Any] | None:
        if self.mine.decisions is None:
            return None
        decisions = dict(self.theirs.decisions or {})
        for change in self.people:
            answer = answers.get(f"{PERSON}-{change.key}")
            if change.row and (change.outcome == MINE or (answer and answer.is_mine)):
                decisions[change.row] = change.mine
        return decisions


def _in_asked_order(merged: Merged, answer: Answer | None) -> list[str]:
    """What is left, in the order that was chosen where there were two."""
    asked = next((one for one in merged.conflicts if one.key == ORDER), None)
    if not asked or not answer or answer.is_mine:
        return list(merged.values)
    known = [key for key in asked.theirs if key in merged.values]
    return [*known, *(key for key in merged.values if key not in known)]


def _without_twins(merged: Merged) -> Merged:
    """A new section that both have word for word is one: the same form sent twice."""
    theirs = [one.theirs for one in merged.differences if one.outcome == THEIRS and one.base is None]
    twins = {one.key for one in merged.differences if one.key.startswith("+") and one.mine in theirs}
    values = {key: value for key, value in merged.values.items() if key not in twins}
    return replace(merged, values=values, differences=tuple(d for d in merged.differences if d.key not in twins))


def _section_label(one: Difference) -> str:
    if one.key == ORDER:
        return _("Reihenfolge der Abschnitte")
    heading = next((side.heading for side in (one.mine, one.theirs, one.base) if side and side.heading), "")
    return _("Abschnitt „%s“") % heading if heading else _("Abschnitt ohne Zwischentitel")


def _shown(one: Difference) -> tuple[Any, Any]:
    if one.key == ORDER:
        return _("Ihre Reihenfolge"), _("die gespeicherte Reihenfolge")
    return one.mine, one.theirs
