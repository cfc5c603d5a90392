"""Head lines of a plain text: who, when, where, which desk. Takes only what it is sure of, and says what it could not
use."""

from dataclasses import dataclass, field
from datetime import date, datetime, time, tzinfo

from articles.errors import Unreadable
from articles.formats.plain_lines import Line, is_rule, is_title, labelled
from articles.formats.plain_tags import TAG_LABELS, tags_in
from articles.text.dates import parse_date
from articles.text.names import authors_in, byline_in, is_given_name

_KINDS = {
    "date": ["datum", "date", "veröffentlicht", "veröffentlicht am", "erschienen", "erschienen am", "published"],
    "embargo": ["sperrfrist", "embargo", "embargoed until", "frei ab"],
    "authors": [
        "autor",
        "autorin",
        "autoren",
        "autorinnen",
        "autor/in",
        "text",
        "von",
        "author",
        "authors",
        "by",
        "byline",
    ],
    "desk": ["ressort", "rubrik", "desk", "section"],
    "source": ["quelle", "agentur", "source", "agency"],
    "source_url": ["url", "link", "adresse"],
    "rights": ["rechte", "copyright", "rights"],
    "dateline": ["ort", "ortsmarke", "place", "dateline", "location"],
    "language": ["sprache", "language"],
    "kicker": ["dachzeile", "spitzmarke", "kicker"],
    "headline": ["überschrift", "schlagzeile", "titel", "title", "headline"],
    "standfirst": ["vorspann", "anreißer", "teaser", "standfirst"],
    "tags": sorted(TAG_LABELS),
}
_NO_PLACE = ["foto", "fotos", "bild", "bilder", "photo", "photos", "bildunterschrift", "caption", "länge", "zeichen"]
_NO_PLACE += ["kontakt", "telefon", "priorität", "slug", "status", "stand"]
_KIND_OF = {label: kind for kind, labels in _KINDS.items() for label in labels} | dict.fromkeys(_NO_PLACE, "")
_LENGTHS = {"kicker": 120, "dateline": 100, "source": 100, "desk": 100, "rights": 300, "headline": 300, "authors": 120}
_LANGUAGE_NAMES = {
    "de": "deutsch german",
    "en": "englisch english",
    "fr": "französisch french",
    "it": "italienisch italian",
    "es": "spanisch spanish",
    "nl": "niederländisch dutch",
    "pl": "polnisch polish",
    "ru": "russisch russian",
    "uk": "ukrainisch ukrainian",
    "tr": "türkisch turkish",
}
_LANGUAGES = {name: code for code, names in _LANGUAGE_NAMES.items() for name in [code, *names.split()]}
_LOOK_AHEAD = 20
"""Lines among which the next one with text is looked for."""
_NO_EMBARGO = {"keine", "keiner", "kein", "frei", "none", "-", "–"}


@dataclass
class Head:
    """What head lines said, collected line by line. `kept` are head lines the archive has no place for."""

    zone: tzinfo
    values: dict[str, str] = field(default_factory=dict)
    authors: list[str] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    dated: date | datetime | None = None
    embargoed_until: datetime | None = None
    kept: list[str] = field(default_factory=list)
    remarks: list[tuple[int, str]] = field(default_factory=list)

    def take_from(self, lines: list[Line], *, at_top: bool) -> list[Line]:
        """Takes the head lines with which `lines` begin, and returns the others.

        At the top of the file a line without a label is taken only if the headline can still follow.
        """
        for position, line in enumerate(lines):
            if line.text and not (at_top and is_rule(line.text)):
                following = next(
                    (later.text for later in lines[position + 1 : position + _LOOK_AHEAD] if later.text), ""
                )
                if not self._takes(line, following, at_top=at_top):
                    return lines[position:]
        return []

    def takes_byline(self, line: Line) -> bool:
        """Takes a byline standing alone below the standfirst."""
        label, value = labelled(line.text) or ("", "")
        if _KIND_OF.get(label) == "authors" and byline_in(f"von {value}"):
            self.authors += authors_in(value)
            return True
        return self._takes_unlabelled_byline(line, sure=False)

    def _takes(self, line: Line, following: str, *, at_top: bool) -> bool:
        label, value = labelled(line.text) or ("", "")
        kind = _KIND_OF.get(label)
        headline_may_follow = not at_top or is_title(following) or is_head_line(following)
        if kind and (kind != "tags" or headline_may_follow):
            return self._takes_labelled(line, kind, label, value)
        if label and headline_may_follow and (kind == "" or is_head_line(following)):
            return self._keeps(line)
        if not headline_may_follow:
            return False
        return self._takes_unlabelled_byline(line, sure=at_top) or self._takes_unlabelled_date(line)

    def _takes_labelled(self, line: Line, kind: str, label: str, value: str) -> bool:
        if kind in self.values or len(value) > _LENGTHS.get(kind, 300):
            return False
        if not value:
            self.remarks.append((line.number, f"Kopfzeile „{label.capitalize()}“ ist leer."))
            return True
        return self._reads(kind, value, line)

    def _reads(self, kind: str, value: str, line: Line) -> bool:
        if kind == "tags":
            tags = tags_in(value)
            self.tags += tags or []
            return tags is not None
        if kind == "authors":
            self.authors += authors_in(value)
            return True
        if kind in {"source", "source_url"}:
            kind = "source_url" if value.startswith(("http://", "https://")) else "source"
        self.values[kind] = value
        reading = {"date": self._read_date, "embargo": self._read_embargo, "language": self._read_language}.get(kind)
        if reading:
            reading(value, line)
        return True

    def _read_date(self, value: str, line: Line) -> None:
        self.dated = parse_date(value)
        if self.dated is None:
            self.remarks.append((line.number, f"Datum „{value}“ nicht verstanden."))

    def _read_embargo(self, value: str, line: Line) -> None:
        """An embargo nobody understands stops the import: better no article than one too early."""
        if value.lower() in _NO_EMBARGO:
            return
        until = parse_date(value)
        if until is None:
            raise Unreadable(f"Sperrfrist „{value}“ nicht verstanden; bitte Tag und Uhrzeit angeben.", line.number)
        moment = until if isinstance(until, datetime) else datetime.combine(until, time())
        self.embargoed_until = moment if moment.tzinfo else moment.replace(tzinfo=self.zone)

    def _read_language(self, value: str, line: Line) -> None:
        code = _LANGUAGES.get(value.lower().split("-")[0])
        self.values["language"] = code or ""
        if not code:
            self.remarks.append((line.number, f"Sprache „{value}“ nicht verstanden."))

    def _takes_unlabelled_byline(self, line: Line, *, sure: bool) -> bool:
        byline = byline_in(line.text, sure=sure)
        if not byline:
            return False
        self.authors += byline.names
        if byline.place:
            self.values.setdefault("dateline", byline.place)
        if byline.place or not is_given_name(byline.names[0].split()[0]):
            self.remarks.append((line.number, f"„{line.text}“ als Autorenzeile gelesen."))
        return True

    def _takes_unlabelled_date(self, line: Line) -> bool:
        """ "5. November 2024" or "Musterstadt, 5. November 2024" alone on a line."""
        place, _, rest = line.text.rpartition(", ")
        found = parse_date(line.text)
        if found is None and is_title(place, length=40):
            found = parse_date(rest)
            self.values.setdefault("dateline", place) if found else None
        if found is None or "date" in self.values:
            return False
        self.values["date"], self.dated = line.text, found
        self.remarks.append((line.number, f"„{line.text}“ als Datum gelesen."))
        return True

    def _keeps(self, line: Line) -> bool:
        self.kept.append(line.text)
        self.remarks.append((line.number, f"Unbekannte Kopfzeile „{line.text}“ steht nun am Ende des Textes."))
        return True


def is_head_line(text: str) -> bool:
    """Whether a line is one of the head lines known by label."""
    label, _ = labelled(text) or ("", "")
    return label in _KIND_OF
