"""The short sentences of the site (bylines, counts, dates) in the reader's language. No database, no clock."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.utils.formats import date_format, number_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from articles.search.expressions import Hint, Trouble
from articles.search.lexing import DEEPEST, LONGEST, MOST_VALUES
from articles.search.results import Relaxed

WORDS_A_MINUTE = 220
A_DAY = 24 * 60


def number(value: int) -> str:
    """1284 → "1.284"; what has no group to set apart is written the same everywhere, and lists are full of it."""
    return str(value) if 0 <= value < 1_000 else number_format(value, decimal_pos=0, use_l10n=True, force_grouping=True)


def joined(names: Sequence[str]) -> str:
    """ "Anna Berg, Karl Voss und Tilda Ravn"."""
    if len(names) < 2:
        return "".join(names)
    return _("%(names)s und %(last)s") % {"names": ", ".join(names[:-1]), "last": names[-1]}


def byline(names: Sequence[str]) -> str:
    """ "Von Anna Berg und Karl Voss"; nothing for nobody."""
    return _("Von %(names)s") % {"names": joined(names)} if names else ""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a sentence; with a slug it is a name that can be linked."""

    text: str
    slug: str = ""


def linked_byline(authors: Sequence[tuple[str, str]]) -> list[Piece]:
    """The byline in pieces, from (name, slug) pairs: wherever a language puts the names, each can be a link."""
    places = [f"\x00{place}\x00" for place in range(len(authors))]
    pieces = byline(places).split("\x00")
    return [Piece(*authors[int(piece)]) if odd % 2 else Piece(piece) for odd, piece in enumerate(pieces) if piece]


def articles_counted(count: int) -> str:
    return ngettext("%(count)s Artikel", "%(count)s Artikel", count) % {"count": number(count)}


def places_counted(count: int) -> str:
    """Where in a text what was looked for stands."""
    if not count:
        return _("Keine Fundstelle")
    return ngettext("%(count)s Fundstelle", "%(count)s Fundstellen", count) % {"count": number(count)}


def day(value: date) -> str:
    """ "5. November 2024". Years before 1000 keep their four digits."""
    return date_format(value, pgettext("Tag, wie Django Daten schreibt", "j. F Y"))


def month(value: date) -> str:
    return date_format(value, "F Y")


def usual(count: float) -> str:
    """How often something is written about in another month; the count is an average."""
    if count < 0.5:
        return _("sonst kaum")
    return _("sonst etwa %(count)s") % {"count": number(round(count))}


def span(first: date | None, last: date | None) -> str:
    """The days from first to last, as short as they can be said: "2024", "2019–2024", "November 2024", "ab …"."""
    if not (first and last):
        return _("ab %s") % day(first) if first else _("bis %s") % day(last) if last else ""
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        names, dash = [f"{first.year:04}", f"{last.year:04}"], "–"
    elif first.day == 1 and last.day == monthrange(last.year, last.month)[1]:
        names, dash = [month(first), month(last)], " – "
    else:
        names, dash = [day(first), day(last)], " – "
    return dash.join(dict.fromkeys(names))


def moment(value: datetime) -> str:
    """ "5. November 2024, 9:12 Uhr", in the archive's time zone."""
    local = localtime(value)
    return _("%(day)s, %(time)s Uhr") % {"day": day(local.date()), "time": date_format(local, "G:i")}


def when(value: datetime, at: datetime) -> str:
    """How long ago, within a day; else the date."""
    minutes = int((at - value).total_seconds() // 60)
    if not 0 <= minutes < A_DAY:
        return day(localtime(value).date())
    if minutes < 60:
        return ngettext("vor %d Minute", "vor %d Minuten", max(minutes, 1)) % max(minutes, 1)
    return ngettext("vor %d Stunde", "vor %d Stunden", minutes // 60) % (minutes // 60)


def reading_time(words: int) -> str:
    minutes = max(1, round(words / WORDS_A_MINUTE))
    return ngettext("%d Minute Lesezeit", "%d Minuten Lesezeit", minutes) % minutes


def held(since: date | None, until: date | None) -> str:
    """The years of an office: "2019–2023", "seit 2021", "bis 2020"; nothing where nothing is known."""
    if since and until:
        return str(since.year) if since.year == until.year else f"{since.year}–{until.year}"
    if since:
        return _("seit %(year)s") % {"year": since.year}
    return _("bis %(year)s") % {"year": until.year} if until else ""


def not_understood(hint: Hint) -> str:
    """What of the search box was searched as plain words, and where it stands."""
    told = {
        Trouble.OPEN_QUOTE: _("Das Anführungszeichen an Stelle %(place)s hat kein Gegenstück und zählt nicht."),
        Trouble.BRACKET: _("Die Klammer „%(text)s“ an Stelle %(place)s hat kein Gegenstück und zählt nicht."),
        Trouble.TOO_DEEP: _("Mehr als %(deepest)s Klammern ineinander werden nicht gelesen (Stelle %(place)s)."),
        Trouble.OPERATOR: _("„%(text)s“ an Stelle %(place)s verbindet nichts und wurde als Wort gesucht."),
        Trouble.NO_VALUE: _("Nach „%(text)s“ an Stelle %(place)s fehlt die Angabe; sie folgt ohne Leerzeichen."),
        Trouble.NO_DATE: _("„%(text)s“ ist kein Datum. Schreiben Sie es so: 2024-11-05, 2024-11 oder 2024."),
        Trouble.STAR: _("In „%(text)s“ zählt der Stern nicht: Er steht am Ende eines Wortes ab drei Buchstaben."),
        Trouble.TOO_LONG: _("Gesucht wurde nur mit den ersten %(words)s Wörtern und %(characters)s Zeichen."),
        Trouble.UNKNOWN: _("„%(text)s“ ist hier kein bekannter Name."),
    }[hint.trouble]
    limits = {"deepest": DEEPEST, "words": MOST_VALUES, "characters": LONGEST}
    return told % {"text": hint.text[:40], "place": hint.place + 1, **limits}


def relaxed(step: Relaxed, typed: str, shown: str = "") -> str:
    """Which step gave the hits of a question that itself found nothing; `shown` is the spelling that was searched."""
    told = {
        Relaxed.SPELLING: _("Nichts gefunden für „%(typed)s“. Gezeigt wird, was „%(shown)s“ findet."),
        Relaxed.PHRASES: _("Nichts gefunden für „%(typed)s“. Gezeigt wird, worin die Wörter einzeln vorkommen."),
        Relaxed.MOST: _("Nichts gefunden für „%(typed)s“. Gezeigt wird, worin die meisten Wörter vorkommen."),
        Relaxed.ANY: _("Nichts gefunden für „%(typed)s“. Gezeigt wird, worin eines der Wörter vorkommt."),
    }[step]
    return told % {"typed": typed, "shown": shown}
