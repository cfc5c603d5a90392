"""Full names that a text itself introduces: by a known given name, or by the office before or beside the name.
Rules, no knowledge of the archive; family names alone are finding.py's."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from articles.people.context import NOBLE_TITLES
from articles.people.offices import (
    DETERMINERS,
    begins_place,
    is_bearer,
    is_institution,
    is_office,
    is_place_or_time,
    is_thing_with_name,
    is_word,
)
from articles.people.tokens import Token
from articles.text.names import PARTICLES, given_names

_LONGEST = 7
"""Words in a name, particles included."""
_NEAR = 8
"""Words between an office and the name set off by commas behind it."""
_LEADING_PARTICLES = PARTICLES - {"und", "y"}
_INNER_PARTICLES = frozenset({"da", "de", "do", "dos", "di", "del", "bin", "ibn", "al", "el", "y"})
"""What may follow a family name and still be the name; "von" may not: Anna Berg von der Caritas."""
_WORDS_TOO = """
August Marine Roman Wolf Hagen Mark Chelsea Victoria Viktoria Santiago Salvador Virginia Rosa Jordan Nancy Falk Max Kim
Grace Hope Violet Ernst Urban Iris Viola Jasmin Erika Norma Bill Ray Rex Rod Guy Pat Luna Stella Gloria Kent Lee Taylor
Kelly Morgan Logan Lewis Scott Frank Christian"""
_FAMILY_NAMES_FIRST = """
Kim Choe Choi Park Lee Ri Li Wang Xi Mao Deng Hu Wen Zhang Liu Chen Yang Zhao Wu Zhou Moon Yoon Ban Roh Jang Ho Nguyen
Tran Pham Le Kang Han Cho Jo"""
_ALSO_WORDS = frozenset(_WORDS_TOO.split())
"""Given names that are words, places or clubs as well: they need more to go with them."""
_FAMILY_FIRST = frozenset(_FAMILY_NAMES_FIRST.split())
_REGNAL = re.compile(r"[IVX]{2,5}")
_CLUBS = frozenset({"FC", "SC", "SV", "TSV", "TV", "VfB", "VfL", "BV", "HSV"})
_FIRMS = frozenset(
    {"Morgan Stanley", "Philip Morris", "Thomas Cook", "Ernst Young", "Hugo Boss", "Louis Vuitton", "Jack Wolfskin"}
    | {"Max Planck", "Dow Jones", "Jack Daniels", "Santa Claus", "Calvin Klein", "Tommy Hilfiger", "Carl Zeiss"}
)


@dataclass(frozen=True, slots=True)
class FullName:
    """The words first to last (exclusive) of a text's tokens, and the name as it is in the nominative."""

    first: int
    last: int
    name: str
    has_office: bool = False


def full_names(tokens: list[Token], surfaces: frozenset[str]) -> Iterator[FullName]:
    """The full names in `tokens`, left to right, none overlapping. `surfaces` are all words of the article: they tell
    whether Putins is Putin."""
    large = [
        place
        for place, token in enumerate(tokens[:-1])
        if token.text[0].isupper() and _may_be_first(token.text) and _may_go_on(tokens[place + 1])
    ]
    end = 0
    for position in large:
        last = _end_of_name(tokens, position) if position >= end else 0
        if last:
            has_office = _has_office_before(tokens, position)
            yield FullName(position, last, _nominative(tokens, position, last, surfaces), has_office)
            end = last


def family_of(name: str) -> str:
    """What a person is called for short: "Putin", "von der Leyen", "Choe" (Choe Son Hui); "" where there is nothing."""
    words = name.split()
    if len(words) < 2 or words[-1].endswith("."):
        return ""
    if _is_family_first(words):
        return words[0]
    small = [place for place, word in enumerate(words) if word[0].islower()]
    if not small or small[0] == 0:
        return words[-1]
    return " ".join(words[small[0] :]) if words[small[0]] not in {"der", "die", "und"} else ""


def _is_family_first(words: list[str]) -> bool:
    return words[0] in _FAMILY_FIRST and all(len(word) <= 8 for word in words) and words[-1] not in given_names()


def _end_of_name(tokens: list[Token], first: int) -> int:
    """Where the full name that begins at `first` ends; 0 if none does."""
    if _is_plain_noun(tokens, first) or not _may_begin(tokens, first):
        return 0
    run = _run(tokens, first)
    given = _leading_given(run)
    is_known = given > 0 and _is_supported_given(tokens, first, run)
    if not is_known and not _is_introduced(tokens, first, run):
        return 0
    length = _length(run, max(given, 1))
    last = first + length
    return last if length > 1 and not _names_something_else(tokens, first, last) else 0


@lru_cache(maxsize=100_000)
def _may_be_first(word: str) -> bool:
    """Most large words of a German text are nouns, and begin no name; asked of each of them."""
    return not is_word(word) or word in _FAMILY_FIRST or len(word) == 1 or all(_given_parts(word))


def _given_parts(word: str) -> Iterator[bool]:
    return (part in given_names() for part in word.split("-"))


def _may_go_on(token: Token) -> bool:
    return token.joined and (token.text[0].isupper() or token.is_capitalised or token.text in _LEADING_PARTICLES)


def _is_plain_noun(tokens: list[Token], first: int) -> bool:
    """Neither a given name nor a word that an office introduces. Asked first, for it is quick."""
    if not is_word(tokens[first + 1].text) or _is_given(tokens[first]):
        return False
    return not _has_office_before(tokens, first)


def _may_begin(tokens: list[Token], first: int) -> bool:
    token = tokens[first]
    if not token.is_capitalised or is_institution(token.text) or token.is_acronym:
        return False
    start = first
    while start and tokens[start].joined and _is_given(tokens[start - 1]):
        start -= 1
    before = tokens[start - 1].text if start and tokens[start].joined else ""
    return not before or not (
        begins_place(before) or is_bearer(before) or before in _CLUBS or is_thing_with_name(before)
    )


def _run(tokens: list[Token], first: int) -> list[Token]:
    """The joined words from `first` on that could be one name; particles only where a large word follows them."""
    run = [tokens[first]]
    for token in tokens[first + 1 : first + _LONGEST]:
        if not _may_go_on(token):
            break
        run.append(token)
    while not run[-1].is_capitalised:
        run.pop()
    return run


def _is_given(token: Token) -> bool:
    return all(_given_parts(token.text))


def _leading_given(run: list[Token]) -> int:
    """How many given names and initials stand in front; the last word of a name is never one of them."""
    count = 0
    while count < len(run) - 1 and (_is_given(run[count]) or (count and _is_between(run[count]))):
        count += 1
    return count


def _is_between(token: Token) -> bool:
    """An initial or a title of nobility between given name and family name."""
    return token.is_initial or token.text in NOBLE_TITLES


def _is_supported_given(tokens: list[Token], first: int, run: list[Token]) -> bool:
    """A known given name is enough, unless it is a word too and stands or goes on as one."""
    if run[0].text not in _ALSO_WORDS or _has_office_before(tokens, first):
        return True
    before = tokens[first - 1].text.lower() if first and tokens[first].joined else ""
    follows = run[1]
    if before in DETERMINERS or is_place_or_time(follows.text):
        return False
    return (
        not follows.is_capitalised
        or _is_given(follows)
        or not is_word(follows.text)
        or _is_like_a_surname(tokens, first)
    )


def _is_like_a_surname(tokens: list[Token], first: int) -> bool:
    """After "Max Müller" the sentence goes on small or pauses."""
    after = tokens[first + 2] if first + 2 < len(tokens) else None
    return after is None or not after.joined or not after.is_capitalised


def _has_office_before(tokens: list[Token], first: int) -> bool:
    return first > 0 and tokens[first].joined and is_office(tokens[first - 1].text)


def _is_introduced(tokens: list[Token], first: int, run: list[Token]) -> bool:
    """An unknown given name needs an office before it, or one beside the name behind a comma."""
    if len(run) < 2 or not _looks_foreign(run[0]) or is_place_or_time(run[1].text) or is_institution(run[1].text):
        return False
    if _has_office_before(tokens, first):
        return not run[1].is_acronym and not is_office(run[1].text)
    if any(is_word(token.text) for token in run):
        return False
    return _is_set_off(tokens, first, len(run)) or _has_office_behind(tokens, first + len(run))


def _looks_foreign(token: Token) -> bool:
    """No German word, or an initial: "Choe", "J. Robert"."""
    is_name = token.text in _FAMILY_FIRST or token.is_initial or not is_word(token.text)
    return is_name and not is_office(token.text) and not is_place_or_time(token.text)


def _is_set_off(tokens: list[Token], first: int, length: int) -> bool:
    """ "Der Chef des Büros, Ngozi Okafor, …" """
    after = first + length
    if not tokens[first].gap.startswith(",") or after >= len(tokens) or not tokens[after].gap.startswith(","):
        return False
    for place in range(first - 1, max(-1, first - 1 - _NEAR), -1):
        if is_office(tokens[place].text):
            return True
        if not tokens[place].joined:
            return False
    return False


def _has_office_behind(tokens: list[Token], after: int) -> bool:
    """ "Ngozi Okafor, die neue Sprecherin" """
    if after >= len(tokens) or tokens[after].gap != ", ":
        return False
    for token in tokens[after : after + 4]:
        if is_office(token.text):
            return True
        if token.is_capitalised:
            return False
    return False


def _length(run: list[Token], given: int) -> int:
    """How many words of the run are the name: the given names, particles, one family name, and what belongs to it."""
    length = given
    if length < len(run) and _is_regnal(run[length]):
        return length + 1
    while length < len(run) - 1 and run[length].text.lower() in PARTICLES:
        length += 1
    length += length < len(run)
    while length < len(run) and (step := _goes_on(run, length)):
        length += step
    return length


def _is_regnal(token: Token) -> bool:
    """Elisabeth II., Benedikt XVI."""
    return bool(_REGNAL.fullmatch(token.text))


def _goes_on(run: list[Token], length: int) -> int:
    """How many words more belong to the name: a third part of an Asian name, a second family name, "da Silva"."""
    token = run[length]
    if run[length - 1].text.endswith("s"):
        return 0
    if not token.is_capitalised:
        return 2 if token.text in _INNER_PARTICLES and run[length + 1].is_capitalised else 0
    if run[0].text in _FAMILY_FIRST and length == 2 and max(len(word.text) for word in run[: length + 1]) <= 6:
        return 1
    is_other = is_office(token.text) or is_institution(token.text, after_name=True) or is_place_or_time(token.text)
    return 0 if is_other or _is_given(token) or token.is_acronym or is_word(token.text) else 1


def _names_something_else(tokens: list[Token], first: int, last: int) -> bool:
    """A street, a school, a firm that bears the name; or a name withheld, as in Nico G."""
    family = tokens[last - 1].text
    if is_institution(family) or tokens[last - 1].is_initial:
        return True
    if tokens[last - 1].is_acronym and not _is_regnal(tokens[last - 1]) and not _is_all_caps(tokens[first:last]):
        return True
    if " ".join(token.text for token in tokens[first:last]) in _FIRMS:
        return True
    after = tokens[last] if last < len(tokens) else None
    return after is not None and after.joined and after.is_capitalised and is_institution(after.text, after_name=True)


def _is_all_caps(name: list[Token]) -> bool:
    return all(token.is_acronym for token in name)


def _nominative(tokens: list[Token], first: int, last: int, surfaces: frozenset[str]) -> str:
    """The name without the s of the genitive, if that is what it is."""
    words = [f"{word.text}." if word.is_initial or _is_regnal(word) else word.text for word in tokens[first:last]]
    family = words[-1]
    bare = family.removesuffix("'s").removesuffix("’s").removesuffix("s")
    if bare == family or len(bare) < 3:
        return " ".join(words)
    after = tokens[last] if last < len(tokens) else None
    owns = after is not None and after.joined and after.is_capitalised
    is_genitive = "'" in family[-2:] or "’" in family[-2:] or bare in surfaces or (owns and bare[-1] not in "sßxz")
    return " ".join([*words[:-1], bare if is_genitive else family])
