"""Who is named in an article: people the archive knows and people the text introduces, each place with its words.

The seam: other ways of finding may replace what is behind `people_in` and `Matcher`. No database; whose name it is, and
what an editor has decided about it, is linking.py's."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from articles.people.introduced import family_of, full_names
from articles.people.matching import Known, Matcher
from articles.people.offices import (
    DETERMINERS,
    FIRM_PREPOSITIONS,
    PLACE_PREPOSITIONS,
    is_bearer,
    is_institution,
    is_office,
    is_word,
)
from articles.people.tokens import Token, plain_form, tokens_of
from articles.text.sortkeys import fold

__all__ = ["Found", "FoundMention", "Known", "Matcher", "find_known", "find_new", "people_in"]

_ARTICLES = frozenset({"der", "die", "den", "dem", "the"})
_Who = tuple[int, ...] | str
"""People by id, or somebody new by first and family name."""


@dataclass(frozen=True, slots=True)
class FoundMention:
    """A person's name at a place. `person_id` is None for somebody new, and where several people bear the name."""

    anchor: str
    start: int
    end: int
    surface: str
    person_id: int | None
    name: str


@dataclass(frozen=True, slots=True)
class Found:
    """A name that a text introduces, at a place in one of its paragraphs."""

    paragraph: int
    start: int
    end: int
    surface: str
    name: str


@dataclass(frozen=True, slots=True)
class _Text:
    anchor: str
    text: str
    tokens: list[Token]


@dataclass(frozen=True, slots=True)
class _Place:
    start: int
    end: int
    who: _Who
    name: str


def people_in(texts: Mapping[str, str], matcher: Matcher) -> list[FoundMention]:
    """Everybody named in an article's texts (anchor to plain text, in the article's order).

    A family name alone counts where somebody is named in full somewhere in the article, unless two are who share it.
    """
    parts = [_Text(anchor, text, tokens_of(text)) for anchor, text in texts.items()]
    surfaces = frozenset(token.text for part in parts for token in part.tokens)
    in_full = [_in_full(part, matcher, surfaces) for part in parts]
    families = _families(place for places in in_full for place in places)
    return [
        _mention(part, place)
        for part, places in zip(parts, in_full, strict=True)
        for place in sorted([*places, *_by_family(part, places, families)], key=lambda place: place.start)
    ]


def find_new(paragraph_texts: Sequence[str]) -> list[Found]:
    """The people these paragraphs introduce, with every later place of their family names."""
    mentions = people_in({str(number): text for number, text in enumerate(paragraph_texts)}, Matcher(()))
    return [Found(int(found.anchor), found.start, found.end, found.surface, found.name) for found in mentions]


def find_known(text: str, names: Iterable[tuple[int, str]]) -> list[Known]:
    """The known names in one text; to ask about many texts, keep a Matcher."""
    return Matcher(names).find(text)


def _in_full(part: _Text, matcher: Matcher, surfaces: frozenset[str]) -> list[_Place]:
    """Known names, and new ones where no known name is; a longer new name hides a known one inside it."""
    known = [_Place(known.start, known.end, known.person_ids, known.name) for known in matcher.find(part.text)]
    new = [
        _Place(part.tokens[full.first].start, part.tokens[full.last - 1].end, _key(full.name), full.name)
        for full in full_names(part.tokens, surfaces)
    ]
    places: list[_Place] = []
    for place in sorted([*known, *new], key=lambda place: (place.start, -place.end, isinstance(place.who, str))):
        if not places or place.start >= places[-1].end:
            places.append(place)
    return places


def _key(name: str) -> str:
    """Karl M. Voss and Karl Voss are one."""
    return fold(f"{name.split()[0]} {family_of(name)}")


def _families(places: Iterable[_Place]) -> dict[str, _Place]:
    """Family names and whose they are; those that two people of the article share are left out."""
    owners: dict[str, dict[_Who, _Place]] = {}
    for place in places:
        if family := family_of(place.name):
            owners.setdefault(plain_form(family), {}).setdefault(place.who, place)
    return {family: next(iter(found.values())) for family, found in owners.items() if len(found) == 1}


def _by_family(part: _Text, taken: list[_Place], families: Mapping[str, _Place]) -> Iterator[_Place]:
    last_words = {family.split()[-1]: family for family in families}
    spoken_for = {place for taken_place in taken for place in range(taken_place.start, taken_place.end)}
    for position, token in enumerate(part.tokens):
        family = _family_at(part.tokens, position, last_words)
        if not family or token.start in spoken_for:
            continue
        first = position - family.count(" ")
        if _is_the_person(part.tokens, first, position):
            owner = families[family]
            yield _Place(part.tokens[first].start, token.end, owner.who, owner.name)


def _family_at(tokens: list[Token], position: int, last_words: Mapping[str, str]) -> str:
    """The family name whose last word, perhaps in the genitive, stands at `position`; "" if none."""
    plain = plain_form(tokens[position].text)
    for word in (plain, plain.removesuffix("'s"), plain.removesuffix("s")):
        family = last_words.get(word, "")
        length = family.count(" ")
        if family and length <= position and _precede(tokens, position, family.split()[:-1]):
            return family
    return ""


def _precede(tokens: list[Token], position: int, words: list[str]) -> bool:
    before = tokens[position - len(words) : position + 1]
    return all(token.joined for token in before[1:]) and all(
        plain_form(token.text).lower() == word.lower() for token, word in zip(before, words, strict=False)
    )


def _is_the_person(tokens: list[Token], first: int, last: int) -> bool:
    """Not the mountain, not the firm, not somebody else of that name."""
    after = tokens[last + 1] if last + 1 < len(tokens) else None
    if after and after.joined and after.is_capitalised and is_institution(after.text, after_name=True):
        return False
    before = tokens[first - 1] if first and tokens[first].joined else None
    if before is None:
        return True
    if before.text.lower() in FIRM_PREPOSITIONS or _has_article_and_noun(tokens, first, after):
        return False
    if is_word(tokens[last].text) and _reads_as_a_word(tokens, first):
        return False
    return not is_bearer(before.text) and not _is_another_given_name(tokens, first)


def _has_article_and_noun(tokens: list[Token], first: int, after: Token | None) -> bool:
    """ "der Rothmaler Konzern", but not ", dem Rothmaler Spenden schickt", which is a relative clause; nor, with an s,
    "Hollmanns Doktorand"."""
    if after is None or not after.joined or not after.is_capitalised or tokens[first].text.endswith("s"):
        return False
    begins_clause = any("," in token.gap for token in tokens[max(0, first - 2) : first])
    return tokens[first - 1].text.lower() in _ARTICLES and not begins_clause and is_word(after.text)


def _is_another_given_name(tokens: list[Token], first: int) -> bool:
    """Somebody with a given name we do not know: neither a word nor an office, and in the midst of a sentence."""
    before = tokens[first - 1]
    is_name = before.is_capitalised and before.joined and not is_word(before.text) and not is_office(before.text)
    return is_name and is_word(tokens[first].text)


def _reads_as_a_word(tokens: list[Token], first: int) -> bool:
    """ "am Berg", "der hohe Berg", "in Berg" """
    before = tokens[first - 1].text.lower()
    if before in DETERMINERS or before in PLACE_PREPOSITIONS:
        return True
    is_adjective = before.endswith(("e", "en", "er", "es", "em")) and tokens[first - 1].joined and first > 1
    return is_adjective and tokens[first - 2].text.lower() in DETERMINERS


def _mention(part: _Text, place: _Place) -> FoundMention:
    single = place.who[0] if isinstance(place.who, tuple) and len(place.who) == 1 else None
    return FoundMention(part.anchor, place.start, place.end, part.text[place.start : place.end], single, place.name)
