"""What lies between two versions of an article: its fields, its sections, its words; and how to say it in a line."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from articles import sentences
from articles.formats.base import ArticleRecord, Ref, SectionRecord
from articles.text.diff import Op, Run, compare, in_common, marked_html, marked_line, plain_words, words_of
from articles.text.markup import clean

FIELDS: dict[str, Promise] = {
    "kicker": gettext_lazy("Dachzeile"),
    "headline": gettext_lazy("Titel"),
    "standfirst": gettext_lazy("Vorspann"),
    "dateline": gettext_lazy("Ortsmarke"),
    "bylines": gettext_lazy("Autorenzeile"),
    "desk": gettext_lazy("Ressort"),
    "tags": gettext_lazy("Schlagwörter"),
}
"""In the order of the page."""
TOLD: dict[str, Promise] = {
    "same": gettext_lazy("unverändert"),
    "changed": gettext_lazy("geändert"),
    "added": gettext_lazy("neuer Abschnitt"),
    "removed": gettext_lazy("entfernt"),
    "moved": gettext_lazy("verschoben"),
}
LONGEST_LABEL = 60
MOST_LABELS = 4
"""Sections named in a summary; the others are counted."""


class FieldChange(NamedTuple):
    name: str
    label: Promise
    runs: tuple[Run, ...]

    @property
    def html(self) -> SafeString:
        return mark_safe(marked_line(self.runs))


@dataclass(frozen=True, slots=True)
class SectionChange:
    """`kind` is "same", "changed", "added", "removed" or "moved" (and otherwise the same)."""

    kind: str
    anchor: str
    place: int
    heading: str
    body: str
    heading_runs: tuple[Run, ...] = ()
    body_runs: tuple[Run, ...] = ()

    @property
    def label(self) -> str:
        return self._short or _("Abschnitt %s") % self.place

    @property
    def quoted(self) -> str:
        return f"„{self._short}“" if self._short else _("Nr. %s") % self.place

    @property
    def _short(self) -> str:
        return Truncator(self.heading).chars(LONGEST_LABEL)

    @property
    def told(self) -> Promise:
        return TOLD[self.kind]

    @property
    def heading_html(self) -> SafeString | str:
        return mark_safe(marked_line(self.heading_runs)) if self.heading_runs else self.heading

    @property
    def html(self) -> SafeString:
        return mark_safe(marked_html(self.body_runs) if self.body_runs else clean(self.body))


class Stretch(NamedTuple):
    """Sections that follow one another and have all changed, or all not."""

    is_same: bool
    sections: tuple[SectionChange, ...]

    @property
    def label(self) -> str:
        return sentences.joined([section.label for section in self.sections])


@dataclass(frozen=True, slots=True)
class Comparison:
    fields: tuple[FieldChange, ...] = ()
    sections: tuple[SectionChange, ...] = ()
    words_new: int = 0
    words_gone: int = 0

    @property
    def changed(self) -> list[SectionChange]:
        return [section for section in self.sections if section.kind != "same"]

    @property
    def shown(self) -> list[Stretch]:
        stretches = groupby(self.sections, lambda section: section.kind == "same")
        return [Stretch(is_same, tuple(sections)) for is_same, sections in stretches]

    @property
    def is_empty(self) -> bool:
        return not (self.fields or self.changed)


def comparison_of(old: ArticleRecord, new: ArticleRecord) -> Comparison:
    """Both records as `today` gives them; bodies are cleaned once more, for a version may be older than the rules."""
    fields = tuple(_fields(old, new))
    sections = tuple(_sections(old.sections, new.sections))
    runs = [run for change in fields for run in change.runs if change.name in {"kicker", "headline", "standfirst"}]
    runs += [run for section in sections for run in (*section.heading_runs, *section.body_runs)]
    counts = {op: sum(run.word_count for run in runs if run.op is op) for op in (Op.NEW, Op.GONE)}
    return Comparison(fields, sections, counts[Op.NEW], counts[Op.GONE])


def _fields(old: ArticleRecord, new: ArticleRecord) -> Iterable[FieldChange]:
    for name, label in FIELDS.items():
        before, after = _said(getattr(old, name)), _said(getattr(new, name))
        if before != after:
            yield FieldChange(name, label, tuple(compare(plain_words(before), plain_words(after))))


def _said(value: str | Ref | tuple[Ref, ...] | None) -> str:
    if isinstance(value, tuple):
        return ", ".join(ref.name for ref in value)
    return value.name if isinstance(value, Ref) else value or ""


def _sections(old: Sequence[SectionRecord], new: Sequence[SectionRecord]) -> Iterable[SectionChange]:
    """In the new order; what is gone stands after what it stood after."""
    before = {section.anchor: section for section in old}
    stayed = [section.anchor for section in new if section.anchor in before]
    moved = _out_of_order([section.anchor for section in old if section.anchor in set(stayed)], stayed)
    gone_after = _gone_after(old, {section.anchor for section in new})
    yield from (_section(section, None, place, "removed") for place, section in gone_after.get("", ()))
    for place, section in enumerate(new, start=1):
        known = before.get(section.anchor)
        yield _section(known, section, place, "moved" if section.anchor in moved else "same")
        yield from (_section(gone, None, at, "removed") for at, gone in gone_after.get(section.anchor, ()))


def _gone_after(old: Sequence[SectionRecord], left: set[str]) -> dict[str, list[tuple[int, SectionRecord]]]:
    found: dict[str, list[tuple[int, SectionRecord]]] = {}
    last = ""
    for place, section in enumerate(old, start=1):
        if section.anchor in left:
            last = section.anchor
        else:
            found.setdefault(last, []).append((place, section))
    return found


def _out_of_order(old: Sequence[str], new: Sequence[str]) -> set[str]:
    """The anchors that have to move to make one order of the other, and as few as possible."""
    stayed = {new[match.new] for match in in_common(old, new) or ()}
    return set(new) - stayed


def _section(old: SectionRecord | None, new: SectionRecord | None, place: int, kind: str) -> SectionChange:
    shown = new or old or SectionRecord("")
    if old and new and (old.heading, old.body) == (new.heading, new.body):
        return SectionChange(kind, shown.anchor, place, shown.heading, shown.body)
    before, after = old or SectionRecord(""), new or SectionRecord("")
    heading = tuple(compare(plain_words(before.heading), plain_words(after.heading)))
    body = tuple(compare(words_of(clean(before.body)), words_of(clean(after.body))))
    if old and new and any(run.op is not Op.SAME for run in (*heading, *body)):
        kind = "changed"
    return SectionChange("added" if not old else kind, shown.anchor, place, shown.heading, shown.body, heading, body)


def summary(found: Comparison) -> list[str]:
    """What was changed, for a line in a list: "Titel geändert", "Abschnitt „Die Kosten“ neu", "12 Wörter neu"."""
    if found.is_empty:
        return [_("Am Text wurde nichts geändert.")]
    fields = [str(change.label) for change in found.fields]
    said = [_("%(what)s geändert") % {"what": sentences.joined(fields)}] if fields else []
    for kind in ("changed", "added", "removed", "moved"):
        labels = [section.quoted for section in found.sections if section.kind == kind]
        said += [_of_sections(kind, labels)] if labels else []
    words = ", ".join(_words(found))
    return [*said, words] if words else said


def _of_sections(kind: str, labels: Sequence[str]) -> str:
    told = {
        "changed": ngettext("Abschnitt geändert: %(what)s", "Abschnitte geändert: %(what)s", len(labels)),
        "added": ngettext("Neuer Abschnitt: %(what)s", "Neue Abschnitte: %(what)s", len(labels)),
        "removed": ngettext("Abschnitt entfernt: %(what)s", "Abschnitte entfernt: %(what)s", len(labels)),
        "moved": ngettext("Abschnitt verschoben: %(what)s", "Abschnitte verschoben: %(what)s", len(labels)),
    }[kind]
    others = [_("%s weitere") % (len(labels) - MOST_LABELS)] if len(labels) > MOST_LABELS else []
    return told % {"what": sentences.joined([*labels[:MOST_LABELS], *others])}


def _words(found: Comparison) -> Iterable[str]:
    if found.words_new:
        yield ngettext("%(count)s Wort neu", "%(count)s Wörter neu", found.words_new) % {
            "count": sentences.number(found.words_new)
        }
    if found.words_gone:
        yield ngettext("%(count)s Wort gestrichen", "%(count)s Wörter gestrichen", found.words_gone) % {
            "count": sentences.number(found.words_gone)
        }
