"""Words that mean the same: the names of a person, the names of a tag, and what editors keep in the admin.
One query a kind, asked with each question, so that a change is effective at once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from difflib import SequenceMatcher
from itertools import chain, takewhile
from typing import NamedTuple

from django.db.models import Q

from articles.models import PersonName, SynonymName, TagName
from articles.search.expressions import Filed, Leaf, Node, Term, Unit, rebuilt, side_by_side
from articles.search.grammar import unit_of
from articles.text.sortkeys import fold

LONGEST_NAME = 4  # words
MOST_SYNONYMS = 12
MOST_ROWS = 500
MOST_NAMESAKES = 5
"""A family name of more people than these says nothing about who is meant."""
SHORTEST_LAST_WORD = 4
ALIKE = 0.6
"""Last words at least so alike are spellings of one name: Selenskyj and Zelensky, but not Große and Charlemagne."""


class Meaning(NamedTuple):
    names: tuple[str, ...]
    filed: tuple[Filed, ...] = ()


Run = tuple[Term, ...]


def with_synonyms(parts: tuple[Node, ...]) -> tuple[Node, ...]:
    """The same, each wanted word with what else it, or the name it is a part of, is known by."""
    runs = [run for group in side_by_side(parts) for run in _runs(group)]
    named = [(_key(part), part) for run in runs for part in _stretches(run)]
    known = meanings({key for key, _ in named}) if named else {}
    added: dict[Term, list[Meaning]] = defaultdict(list)
    for key, stretch in named:
        for term in stretch:
            added[term] += known.get(key, [])
    return tuple(rebuilt(part, lambda leaf: _with(leaf, added)) for part in parts) if added else parts


def meanings(keys: set[str]) -> dict[str, list[Meaning]]:
    """What each folded name means."""
    found: dict[str, list[Meaning]] = defaultdict(list)
    for key, meaning in chain(_tags(keys), _people(keys), _family_names(keys), _kept(keys)):
        found[key].append(meaning)
    return found


def _runs(group: tuple[Node, ...]) -> Iterator[Run]:
    """Plain words that follow one another; what is in quotes is meant as it is written."""
    rest = list(group)
    while rest:
        run = tuple(term for term in takewhile(_is_plain, rest) if isinstance(term, Term))
        if run:
            yield run
        del rest[: len(run) or 1]


def _is_plain(node: Node) -> bool:
    return isinstance(node, Term) and not (node.is_phrase or node.unit.prefix)


def _stretches(run: Run) -> Iterator[Run]:
    for first in range(len(run)):
        for length in range(1, LONGEST_NAME + 1):
            stretch = run[first : first + length]
            if len(stretch) == length and not (stretch[0].unit.is_weak and length == 1):
                yield stretch


def _key(stretch: Run) -> str:
    return fold(" ".join(term.text for term in stretch))


def _with(leaf: Leaf, added: dict[Term, list[Meaning]]) -> Node:
    if not isinstance(leaf, Term) or not added.get(leaf):
        return leaf
    names = dict.fromkeys(name for meaning in added[leaf] for name in meaning.names)
    units = dict.fromkeys(unit for unit in map(_unit, names) if unit.words and unit.words != leaf.unit.words)
    filed = dict.fromkeys(each for meaning in added[leaf] for each in meaning.filed) if not leaf.field else ()
    return replace(leaf, synonyms=tuple(units)[:MOST_SYNONYMS], filed=tuple(filed))


def _unit(name: str) -> Unit:
    return unit_of(name, is_phrase=" " in name)


def _tags(keys: set[str]) -> Iterator[tuple[str, Meaning]]:
    rows = TagName.objects.filter(tag__in=TagName.objects.filter(folded__in=keys).values("tag")).order_by(
        "tag_id", "id"
    )
    for tag, names in _grouped(rows.values_list("tag_id", "folded", "name")[:MOST_ROWS]).items():
        for key in keys & names.keys():
            yield key, Meaning(_others(names, key), (Filed("tag", frozenset([tag])),))


def _people(keys: set[str]) -> Iterator[tuple[str, Meaning]]:
    for person, names in _names_of_people(Q(folded__in=keys)).items():
        for key in keys & names.keys():
            yield key, Meaning(_others(names, key), (Filed("person", frozenset([person])),))


def _family_names(keys: set[str]) -> Iterator[tuple[str, Meaning]]:
    """People of this last name: they themselves, and how else the name is spelled."""
    telling = {key for key in keys if len(key) >= SHORTEST_LAST_WORD}
    people = _names_of_people(Q(folded_last__in=telling)) if telling else {}
    for key in telling:
        namesakes = {person: last for person, names in people.items() if key in (last := _last_words(names.values()))}
        if 0 < len(namesakes) <= MOST_NAMESAKES:
            words = {word: None for last in namesakes.values() for word in last.values() if _is_spelling(word, key)}
            yield key, Meaning(tuple(words), (Filed("person", frozenset(namesakes)),))


def _kept(keys: set[str]) -> Iterator[tuple[str, Meaning]]:
    groups = SynonymName.objects.filter(folded__in=keys).values("synonym")
    rows = SynonymName.objects.filter(synonym__in=groups).order_by("synonym_id", "-is_main", "id")[:MOST_ROWS]
    columns = ("synonym_id", "folded", "name", "is_main", "synonym__is_one_way")
    found = list(rows.values_list(*columns, named=True))
    for group, names in _grouped(row[:3] for row in found).items():
        leads_on = {
            folded for pk, folded, _, is_main, is_one_way in found if pk == group and (is_main or not is_one_way)
        }
        for key in keys & leads_on:
            yield key, Meaning(_others(names, key))


def _names_of_people(matching: Q) -> dict[int, dict[str, str]]:
    people = PersonName.objects.filter(matching, person__is_public=True).values("person")
    rows = PersonName.objects.filter(person__in=people).order_by("person_id", "id")
    return _grouped(rows.values_list("person_id", "folded", "name")[:MOST_ROWS])


def _last_words(names: Iterable[str]) -> dict[str, str]:
    """Folded and as they are written."""
    return {fold(last): last for name in names for last in name.split()[-1:]}


def _is_spelling(word: str, key: str) -> bool:
    return fold(word) != key and SequenceMatcher(None, fold(word), key).ratio() >= ALIKE


def _others(names: dict[str, str], key: str) -> tuple[str, ...]:
    return tuple(name for folded, name in names.items() if folded != key)


def _grouped(rows: Iterable[tuple[int, str, str]]) -> dict[int, dict[str, str]]:
    """The names of each, by their folded form."""
    groups: dict[int, dict[str, str]] = defaultdict(dict)
    for pk, folded, name in rows:
        groups[pk][folded] = name
    return groups
