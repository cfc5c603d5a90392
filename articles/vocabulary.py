"""The newsroom's fixed choices, in its own words. No logic."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Status(TextChoices):
    """Where an article stands; published with a future date is "scheduled". Visibility is asked at reading time."""

    DRAFT = "draft", _("Entwurf")
    REVIEW = "review", _("In Prüfung")
    PUBLISHED = "published", _("Veröffentlicht")
    WITHDRAWN = "withdrawn", _("Zurückgezogen")


class MentionStatus(TextChoices):
    """What has been decided about a name found in a text."""

    SUGGESTED = "suggested", _("Vorgeschlagen")
    CONFIRMED = "confirmed", _("Bestätigt")
    REJECTED = "rejected", _("Abgelehnt")


class Reason(TextChoices):
    """Why a place in a text is taken for a person's name; people/reasons.py says it in a sentence."""

    BY_HAND = "", _("von Hand")
    FULL = "full", _("voller Name")
    INITIAL = "initial", _("Initiale und Familienname")
    OFFICE = "office", _("Amt und Familienname")
    FAMILY = "family", _("Familienname nach dem vollen Namen")
    ONLY = "only", _("einzige Person dieses Familiennamens")
    CHOSEN = "chosen", _("passt von mehreren am besten")
    HOMONYM = "homonym", _("mehrere Personen heißen so")
    NEW_OFFICE = "new-office", _("neuer Name mit Amt")
    NEW_GIVEN = "new-given", _("neuer Name mit bekanntem Vornamen")


class NameKind(TextChoices):
    """What sort of name a person's name is."""

    MAIN = "main", _("Hauptname")
    SPELLING = "spelling", _("Schreibweise")
    TRANSLITERATION = "script", _("in anderer Schrift")
    BIRTH = "birth", _("Geburtsname")
    NICKNAME = "nickname", _("Rufname oder Künstlername")
    INITIALS = "initials", _("mit Initialen")


class Script(TextChoices):
    """Alphabets and other scripts in which the archive's people have names."""

    LATIN = "latin", _("lateinisch")
    CYRILLIC = "cyrillic", _("kyrillisch")
    GREEK = "greek", _("griechisch")
    ARABIC = "arabic", _("arabisch")
    HEBREW = "hebrew", _("hebräisch")
    CHINESE = "chinese", _("chinesisch")
    JAPANESE = "japanese", _("japanisch")
    KOREAN = "korean", _("koreanisch")
    ARMENIAN = "armenian", _("armenisch")
    GEORGIAN = "georgian", _("georgisch")
    DEVANAGARI = "devanagari", _("Devanagari")
    OTHER = "other", _("andere")


class Likeness(TextChoices):
    """Why two people may be one."""

    GND = "gnd", _("gleiche GND-Nummer")
    NAME = "name", _("gleicher Name")
    TURNED = "turned", _("gleicher Name in anderer Reihenfolge")
    SOUND = "sound", _("anders geschrieben oder umgeschrieben")
    INITIALS = "initials", _("Initialen passen")
    NEAR = "near", _("ähnlicher Name")


class MergeKind(TextChoices):
    """What can become part of another of its kind; the values are the models' names in lower case."""

    PERSON = "person", _("Person")
    TAG = "tag", _("Schlagwort")
    DESK = "desk", _("Ressort")
    TOPIC = "topic", _("Thema")


class TagLikeness(TextChoices):
    """Why two tags may be one."""

    FORM = "form", _("andere Form oder Schreibweise")
    TWIN = "twin", _("deutsch und englisch")


class CorrectionKind(TextChoices):
    """What a public note about a change is."""

    CORRECTION = "correction", _("Korrektur")
    CLARIFICATION = "clarification", _("Klarstellung")
    EDITORS_NOTE = "note", _("Anmerkung der Redaktion")
    RETRACTION = "retraction", _("Widerruf")


class DatePrecision(TextChoices):
    """How exactly a date in a chronology is known."""

    DAY = "day", _("Tag")
    MONTH = "month", _("Monat")
    YEAR = "year", _("Jahr")


class EntryReason(TextChoices):
    """Why an article is proposed for a topic's chronology."""

    PINNED = "pinned", _("angeheftet")
    FIRST = "first", _("der erste Artikel")
    PEAK = "peak", _("Tag mit besonders vielen Artikeln")
    MONTH = "month", _("am meisten zum Thema in diesem Monat")


class Verb(TextChoices):
    """What the editorial log says was done."""

    CREATED = "created", _("angelegt")
    CHANGED = "changed", _("geändert")
    IMPORTED = "imported", _("importiert")
    PUBLISHED = "published", _("veröffentlicht")
    SCHEDULED = "scheduled", _("eingeplant")
    EMBARGOED = "embargoed", _("mit Sperrfrist versehen")
    WITHDRAWN = "withdrawn", _("zurückgezogen")
    RESTORED = "restored", _("wiederhergestellt")
    CORRECTED = "corrected", _("berichtigt")
    SPIKED = "spiked", _("verworfen")
    LINKED = "linked", _("Person verknüpft")
    RENAMED = "renamed", _("umbenannt")
    MERGED = "merged", _("zusammengeführt")
    UNMERGED = "unmerged", _("Zusammenführung zurückgenommen")
    SPLIT = "split", _("geteilt")
    REVERTED = "reverted", _("frühere Fassung übernommen")
    NAMED = "named", _("Fassung benannt")
    REDACTED = "redacted", _("Fassung geschwärzt")
    SHARED = "shared", _("Vorschau weitergegeben")
    SUBMITTED = "submitted", _("zur Prüfung gegeben")
    RETURNED = "returned", _("zurückgegeben")
    SECURED = "secured", _("Anmeldung geändert")


class RoleCode(TextChoices):
    """What somebody is in the house: a group of this code, which may be called otherwise."""

    REPORTER = "reporter", _("Reporterin, Reporter")
    EDITOR = "editor", _("Redakteurin, Redakteur")
    CHIEF = "chief", _("Chefredaktion")
    ARCHIVIST = "archivist", _("Archiv")


class ImportKind(TextChoices):
    ARTICLES = "articles", pgettext_lazy("Mehrzahl", "Artikel")
    PEOPLE = "people", _("Personen")


LANGUAGES = [
    ("de", _("Deutsch")),
    ("en", _("Englisch")),
    ("fr", _("Französisch")),
    ("it", _("Italienisch")),
    ("es", _("Spanisch")),
    ("nl", _("Niederländisch")),
    ("pl", _("Polnisch")),
    ("ru", _("Russisch")),
    ("uk", _("Ukrainisch")),
    ("tr", _("Türkisch")),
]

STANDFIRST_ANCHOR = ""
"""A mention's anchor when the name stands in the standfirst and not in a section."""
