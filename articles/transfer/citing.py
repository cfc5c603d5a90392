"""How an article is cited: as the archive says it, and in the styles of APA and MLA. Asks the database nothing itself.
Files for reference managers are made by citation_files.py."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from django.conf import settings
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from articles.models import Article
from articles.text.names import PARTICLES

COLLECTIVE = frozenset({"redaktion", "agentur", "newsroom", "editors", "staff", "team"})
"""A byline with such a word names no single person."""
MOST_NAMES_APA = 20
ENDS = (".", "!", "?", "…")


class Name(NamedTuple):
    """A person's name as bibliographies sort it; a collective has a family name only."""

    family: str
    given: str = ""

    @property
    def turned(self) -> str:
        return f"{self.family}, {self.given}" if self.given else self.family

    @property
    def straight(self) -> str:
        return f"{self.given} {self.family}".strip()


@dataclass(frozen=True, slots=True)
class Cited:
    """What a citation says of an article; `url` is its whole address."""

    id: int
    authors: tuple[str, ...]
    headline: str
    day: date
    url: str
    language: str = "de"
    standfirst: str = ""
    tags: tuple[str, ...] = ()

    @property
    def names(self) -> list[Name]:
        return [sortable(name) for name in self.authors]


def cited(article: Article, url: str) -> Cited:
    """Of a published article whose bylines and tags have been read."""
    return Cited(
        article.pk,
        tuple(line.author.name for line in article.bylines.all()),
        article.headline,
        article.published_on,
        url,
        article.language,
        article.standfirst,
        tuple(filing.tag.name for filing in article.filings.all()),
    )


class Citation(NamedTuple):
    """A citation in three pieces, because styles set the paper's name in italics."""

    style: str
    before: str
    paper: str
    after: str


def sortable(name: str) -> Name:
    """ "Anna von Berg" is "von Berg, Anna"; an agency or "Redaktion Sport" stays as it is."""
    words = name.split()
    if len(words) < 2 or COLLECTIVE & {word.casefold() for word in words}:
        return Name(name)
    begin = len(words) - 1
    while begin > 1 and words[begin - 1] in PARTICLES:
        begin -= 1
    return Name(" ".join(words[begin:]), " ".join(words[:begin]))


def citation(authors: Sequence[str], headline: str, day: date, url: str) -> str:
    """ "Anna Berg, Karl Voss: Der Riss. In: Zeitung, 5. November 2024. https://…", in the language that is active."""
    credit = f"{', '.join(authors)}: " if authors else ""
    when = date_format(day, pgettext("Tag, wie Django Daten schreibt", "j. F Y"))
    return f"{credit}{_ended(headline)} In: {settings.PAPER_NAME}, {when}. {url}"


def citations(cited: Cited) -> list[Citation]:
    """In the language that is active; months and "und" follow it, the order of things follows the style."""
    return [_house(cited), _apa(cited), _mla(cited)]


def _house(cited: Cited) -> Citation:
    before, after = citation(cited.authors, cited.headline, cited.day, cited.url).rsplit(f" {settings.PAPER_NAME}, ", 1)
    return Citation(_("Archiv"), f"{before} ", settings.PAPER_NAME, f", {after}")


def _apa(cited: Cited) -> Citation:
    when = date_format(cited.day, pgettext("Tag im Zitat nach APA, wie Django Daten schreibt", "Y, j. F"))
    credit = _apa_names(cited.names)
    head = f"{credit} ({when}). {_ended(cited.headline)} " if credit else f"{_ended(cited.headline)} ({when}). "
    return Citation("APA", head, settings.PAPER_NAME, f". {cited.url}")


def _apa_names(names: Sequence[Name]) -> str:
    """ "Berg, A.-L., & Voss, K."; of more than twenty the first nineteen and the last."""
    said = [f"{name.family}, {_initials(name.given)}" if name.given else name.family for name in names]
    if len(said) > MOST_NAMES_APA:
        return f"{', '.join(said[: MOST_NAMES_APA - 1])}, … {said[-1]}"
    return ", & ".join(filter(None, [", ".join(said[:-1]), *said[-1:]]))


def _initials(given: str) -> str:
    """ "Anna-Lena Maria" is "A.-L. M."."""
    return " ".join("-".join(f"{part[0]}." for part in word.split("-") if part) for word in given.split())


def _mla(cited: Cited) -> Citation:
    credit = _mla_names(cited.names)
    title = _("„%(title)s“") % {"title": _ended(cited.headline)}
    when = date_format(cited.day, pgettext("Tag im Zitat nach MLA, wie Django Daten schreibt", "j. N Y"))
    return Citation(
        "MLA", f"{_ended(credit)} {title} " if credit else f"{title} ", settings.PAPER_NAME, f", {when}, {cited.url}."
    )


def _mla_names(names: Sequence[Name]) -> str:
    """ "Berg, Anna, und Karl Voss"; of more than two the first "et al."."""
    if len(names) > 2:
        return f"{names[0].turned}, et al."
    said = [name.turned if not place else name.straight for place, name in enumerate(names)]
    return _("%(first)s, und %(second)s") % {"first": said[0], "second": said[1]} if len(said) == 2 else "".join(said)


def _ended(text: str) -> str:
    return text if text.rstrip("“”\"»'").endswith(ENDS) else f"{text}."
