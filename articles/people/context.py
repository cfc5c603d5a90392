"""What stands around a name: whether it is the person's at all, which given names and offices go with it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from articles.people.compounds import speaks_of_person
from articles.people.evidence import FORMER
from articles.people.families import is_also_a_word
from articles.people.offices import (
    DETERMINERS,
    FIRM_PREPOSITIONS,
    PLACE_PREPOSITIONS,
    is_bearer,
    is_institution,
    is_office,
    is_place_or_time,
    is_thing_with_name,
    is_word,
)
from articles.people.tokens import Token, bare_word, plain_word
from articles.text.names import given_names

_ARTICLES = frozenset({"der", "die", "den", "dem", "the"})
_QUOTES = frozenset("„“\"»«›‹‚'’")
_BEFORE, _BEHIND, _SET_OFF = 5, 4, 8
"""Words before and behind a name among which its office is looked for; and before a name between commas."""
_LONGEST_GIVEN = 11
"""Letters of a given name; a longer word is a compound that no dictionary has."""
_ALSO_VERBS = frozenset({"Will", "Per", "Mark", "Ob", "An", "Dank", "Laut", "Wo", "Da", "Jo", "Do", "Bo", "Ali"})
_FORMERLY = ("frühere", "ehemalige", "einstige", "vormalige")
_PARTS_OF_MEALS = frozenset({"mit", "aus", "viel", "mehr", "etwas", "als"})
_AND = frozenset({"und", "oder"})
"""Before a family name that is a word they leave open which is meant: Saumagen mit Kohl, Rüben und Kohl."""
_REGNAL = re.compile("[IVX]+")
_EPITHET = re.compile("(?:Groß|Heilig|Fromm|Kahl|Stark|Kühn|Schön|Gut|Weis|Erst|Zweit|Dritt)en?|Kind")
_RELATIVES = frozenset({"Söhne", "Sohn", "Töchter", "Cie", "Partner", "Kollegen", "Gebrüder"})
_PATRONYMIC = re.compile(r"\w{3,}(?:[oe]witsch|jewitsch|[oe]vi[ct]h?|[oe]wna|jewna|[oe]vna)")
NOBLE_TITLES = frozenset(
    {"Freiherr", "Freifrau", "Freiin", "Graf", "Gräfin", "Baron", "Baronin", "Baroness", "Prinz", "Prinzessin"}
    | {"Fürst", "Fürstin", "Ritter", "Edler"}
)
"""Between a given name and the family name: Karl-Theodor Freiherr zu Guttenberg."""
_SENTENCE_ENDS = frozenset(".!?:\n")


def begins_sentence(tokens: Sequence[Token], place: int) -> bool:
    return place == 0 or any(char in _SENTENCE_ENDS for char in tokens[place].gap)


def given_before(tokens: Sequence[Token], first: int) -> tuple[int, tuple[str, ...]]:
    """Where the given names and initials before the family name at `first` begin, and they themselves, plain."""
    start = first
    while start and tokens[start].joined and first - start < 4 and _is_given(tokens, start - 1):
        start -= 1
    return start, tuple(plain_word(token.text) for token in tokens[start:first])


def given_behind(tokens: Sequence[Token], last: int) -> str:
    """Of "Lawrow, Sergej" and "Orbán Viktor" the second word, plain; "" where none may be one."""
    after = tokens[last + 1] if last + 1 < len(tokens) else None
    return plain_word(after.text) if after and after.is_capitalised and after.gap in {" ", ", ", "\u00a0"} else ""


def bears_only_the_name(tokens: Sequence[Token], first: int, last: int, *, owns: bool = False) -> bool:
    """A street, a foundation, a ship, a family firm: what bears the name that stands at first to last. `owns`: the name
    is a genitive, so that what follows belongs to the person."""
    after = tokens[last + 1] if last + 1 < len(tokens) and not owns else None
    if after and after.joined and after.is_capitalised and is_institution(after.text, after_name=True):
        return True
    if after and (after.text in _RELATIVES and "&" in after.gap):
        return True
    if not first:
        return False
    gap = tokens[first].gap.strip()
    if gap and not (len(gap) == 1 and gap in _QUOTES):
        return False
    if gap and _is_title_with_article(tokens, first, last):
        return True
    before = _noun_before(tokens, first)
    return is_thing_with_name(before) or (is_bearer(before) and not gap)


def _is_title_with_article(tokens: Sequence[Token], first: int, last: int) -> bool:
    """ "die „Willy Brandt“" is a ship or a train: people have no article, and no quotes of their own."""
    after = tokens[last + 1].gap if last + 1 < len(tokens) else "“"
    return last > first and after[:1] in _QUOTES and tokens[first - 1].text.lower() in _ARTICLES


def _noun_before(tokens: Sequence[Token], first: int) -> str:
    """The word before a name; of "Flughafen Köln/Bonn „Konrad Adenauer“" the airport."""
    place = first - 1
    while place and is_place_or_time(tokens[place].text) and (tokens[place].joined or "/" in tokens[place].gap):
        place -= 1
    return tokens[place].text if place == first - 1 or is_thing_with_name(tokens[place].text) else ""


def is_the_person(tokens: Sequence[Token], first: int, last: int, *, is_known: bool, owns: bool = False) -> bool:
    """Whether a family name alone is the person's: not the mountain, not the firm, not somebody else of that name."""
    if bears_only_the_name(tokens, first, last, owns=owns) or _goes_on_as_a_name(tokens, last):
        return False
    if is_a_ruler(tokens, last):
        return False
    before = tokens[first - 1] if first and tokens[first].joined else None
    if before is None:
        return True
    after, lowered = tokens[last + 1] if last + 1 < len(tokens) else None, before.text.lower()
    is_wordlike = is_also_a_word(bare_word(tokens[last].text, owns=owns))
    if lowered in FIRM_PREPOSITIONS and (is_wordlike or not is_known):
        return False
    if _has_article_and_noun(tokens, first, after) or (is_wordlike and _reads_as_a_word(tokens, first)):
        return False
    return not is_bearer(before.text) and not _is_another_given_name(tokens, first)


def is_a_ruler(tokens: Sequence[Token], last: int) -> bool:
    """ "Ludwig XIV.", "Karl dem Großen": what looks like a family name is a given one."""
    behind = [token.text for token in tokens[last + 1 : last + 3] if token.joined]
    if behind and _REGNAL.fullmatch(behind[0]):
        return True
    return len(behind) == 2 and behind[0] in _ARTICLES | {"das", "des"} and bool(_EPITHET.fullmatch(behind[1]))


def has_article(tokens: Sequence[Token], first: int) -> bool:
    """ "Der Vogelsang im Park": a thing, or a manner of speaking; but not ", dem Vogelsang schrieb"."""
    if not first or not tokens[first].joined or tokens[first - 1].text.lower() not in _ARTICLES:
        return False
    return not any("," in token.gap for token in tokens[max(0, first - 2) : first])


def follows_a_thing(tokens: Sequence[Token], first: int, last: int) -> bool:
    """ "Die Jugendherberge Vogelsang", but not "die Ära Merkel", "im Streit Merkel/Koch", "das Duell Merkel
    gegen Koch"."""
    after = tokens[last + 1] if last + 1 < len(tokens) else None
    if after and ("/" in after.gap or after.text in {"gegen", "kontra", "contra"}):
        return False
    before = tokens[first - 1] if first and tokens[first].joined else None
    if before is None or not before.is_capitalised or is_office(before.text) or speaks_of_person(before.text):
        return False
    if begins_sentence(tokens, first - 1):
        return is_institution(before.text)
    return is_word(before.text) and not (before.is_acronym or is_place_or_time(before.text))


def offices_near(tokens: Sequence[Token], first: int, last: int) -> tuple[str, ...]:
    """The offices and callings that go with the name at first to last."""
    return (*_offices_before(tokens, first), *_offices_behind(tokens, last), *_offices_set_off(tokens, first, last))


def _offices_before(tokens: Sequence[Token], first: int) -> Iterator[str]:
    """ "Ex-Außenminister Dr. Berg", "die Sprecherin und Abgeordnete Berg"; "der frühere Minister" is an Ex-Minister."""
    place = first - 1
    while place >= 0 and first - place <= _BEFORE and tokens[place + 1].joined:
        token = tokens[place]
        if is_office(token.text):
            is_former = place > 0 and tokens[place].joined and tokens[place - 1].text.startswith(_FORMERLY)
            yield f"{FORMER}{token.text}" if is_former else token.text
        elif token.text not in {"und", "a", "D"} and not token.is_initial:
            return
        place -= 1


def _offices_behind(tokens: Sequence[Token], last: int) -> Iterator[str]:
    """ "Berg, die neue Sprecherin" """
    if last + 1 >= len(tokens) or tokens[last + 1].gap not in {", ", " ("}:
        return
    for place in range(last + 1, min(last + 1 + _BEHIND, len(tokens))):
        if place > last + 1 and not tokens[place].joined:
            return
        if is_office(tokens[place].text):
            yield tokens[place].text


def _offices_set_off(tokens: Sequence[Token], first: int, last: int) -> Iterator[str]:
    """ "Der Chef des Büros, Andrij Jermak, …" """
    after = last + 1
    if not first or tokens[first].gap != ", " or after >= len(tokens) or not tokens[after].gap.startswith(","):
        return
    for place in range(first - 1, max(-1, first - 1 - _SET_OFF), -1):
        if is_office(tokens[place].text):
            yield tokens[place].text
            return
        if not tokens[place].joined:
            return


def _is_given(tokens: Sequence[Token], place: int) -> bool:
    token = tokens[place]
    if token.text in _ALSO_VERBS and begins_sentence(tokens, place):
        return False
    if token.is_initial:
        if token.text in "BA" and place > 0 and tokens[place - 1].text in {"z", "u"}:
            return False
        is_retired = token.text == "D" and place > 0 and tokens[place - 1].text == "a"
        return tokens[place + 1].gap.startswith(".") and not is_retired
    if place and token.joined and (token.text in NOBLE_TITLES or _PATRONYMIC.fullmatch(token.text)):
        return _is_given(tokens, place - 1)
    names = given_names()
    return token.text in names or all(part in names for part in plain_word(token.text).split("-"))


def _goes_on_as_a_name(tokens: Sequence[Token], last: int) -> bool:
    """Kim Clijsters is nobody called Kim for short."""
    after = tokens[last + 1] if last + 1 < len(tokens) else None
    if after is None or not after.joined or not after.is_capitalised or tokens[last].text not in given_names():
        return False
    return not (is_word(after.text) or is_office(after.text))


def _has_article_and_noun(tokens: Sequence[Token], first: int, after: Token | None) -> bool:
    """ "der Rothmaler Konzern", but not ", dem Rothmaler Spenden schickt", which is a relative clause; nor, with an s,
    "Hollmanns Doktorand"."""
    if after is None or not after.joined or not after.is_capitalised or tokens[first].text.endswith("s"):
        return False
    begins_clause = any("," in token.gap for token in tokens[max(0, first - 2) : first])
    return tokens[first - 1].text.lower() in _ARTICLES and not begins_clause and is_word(after.text)


def _is_another_given_name(tokens: Sequence[Token], first: int) -> bool:
    """Somebody with a given name we do not know: neither a word nor an office."""
    before = tokens[first - 1]
    if not before.is_capitalised or before.is_acronym or is_office(before.text) or is_place_or_time(before.text):
        return False
    if before.text.lower() in DETERMINERS:
        return False
    last = before.text.rpartition("-")[2]
    return not (is_word(before.text) or is_word(last) or len(last) > _LONGEST_GIVEN)


def _joins_things(tokens: Sequence[Token], first: int) -> bool:
    """ "Rüben und Kohl", but not "Steinbrück und Gabriel" """
    other = tokens[first - 2] if first > 1 and tokens[first - 1].joined else None
    return other is None or not other.is_capitalised or is_also_a_word(other.text)


def _reads_as_a_word(tokens: Sequence[Token], first: int) -> bool:
    """ "am Berg", "der hohe Berg", "in Berg" """
    before = tokens[first - 1].text.lower()
    if before in DETERMINERS or before in PLACE_PREPOSITIONS:
        return True
    if before in _PARTS_OF_MEALS or (before in _AND and _joins_things(tokens, first)):
        return True
    is_adjective = tokens[first - 1].text[0].islower() and before.endswith(("e", "en", "er", "es", "em"))
    is_adjective = is_adjective and tokens[first - 1].joined and first > 1
    return is_adjective and tokens[first - 2].text.lower() in DETERMINERS
