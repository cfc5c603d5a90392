"""Names inside German compounds: "Merkel-Regierung" speaks of Merkel, "Merkel-Straße" of a street."""

from __future__ import annotations

import re
from functools import lru_cache

from articles.people.offices import is_institution, is_office
from articles.people.tokens import plain_word

_BEFORE = frozenset({"Anti", "Pro", "Ex", "Post", "Vor", "Nach", "Noch", "Nicht", "Alt", "Prä", "Fast", "Mini"})
_OF_PEOPLE = re.compile(
    r".*(?:regierung|kabinett|lager|kurs|kritik|interview|rede|auftritt|besuch|reise|plan|pläne|ära|zeit|regime"
    r"|fan|gegner|anhänger|vertraut|freund|feind|nachfolge|vorgänger|rücktritt|wahl|wähler|team|koalition|treffen"
    r"|gipfel|bild|zitat|brief|prozess|partei|flügel|sohn|tochter|bruder|schwester|familie|frau|mann|gattin|biograf"
    r"|biographie|berater|sprecher|stellvertreter|vize|rivale|kontrahent|herausforderer|mörder|attentat|affäre"
    r"|skandal|äußerung|vorstoß|vorschlag|brief|auftritt|effekt|bonus|doktrin|politik|partner|duell|sieg|niederlage"
    r"|aus|comeback|debatte|unterstützer|truppe|leute|mann|vorwürfe|anwalt|verteidiger|team|bewegung|kenner|statement"
    r"|ultimatum|vorstellung|wunsch|idee|erbe|putsch|sturz|jahre|begleiter|vermögen|protest|demo|plakat|karikatur|biografie|porträt|foto|video|tweet|schelte|wende|versteher|hasser|faktor|moment)"
    r"(?:e|en|er|n|r|s|es|in|innen)?"
)


@lru_cache(maxsize=20_000)
def speaks_of_person(tail: str) -> bool:
    """Whether a name before "-tail" still means the person. What nobody listed does not: a law, a theory, a ship."""
    lowered = tail.lower()
    if is_institution(tail, after_name=True):
        return False
    return is_office(tail) or bool(_OF_PEOPLE.fullmatch(lowered))


@lru_cache(maxsize=50_000)
def in_compound(word: str) -> tuple[str, int, int] | None:
    """The possible name in a compound, plain, and where in the word it stands; None if `word` is none, or speaks of
    something that only bears a name."""
    parts = re.split(r"[-\u2010\u2011]", word)
    first = 1 if parts[0] in _BEFORE and len(parts) > 2 else 0
    if len(parts) - first < 2 or not speaks_of_person(parts[-1]):
        return None
    start = sum(len(part) + 1 for part in parts[:first])
    name = word[start : start + sum(len(part) + 1 for part in parts[first:-1]) - 1]
    return plain_word(name), start, start + len(name)
