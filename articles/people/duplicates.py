"""People who may be one: the same GND number, names that look or sound alike. Asks the database a fixed number of
questions, however many people there are; that two are one is decided by an editor (editorial/merge_people.py)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations

from django.db.models import Count, Q

from articles.models import DifferentPeople, Mention, Person, PersonName, PersonWord
from articles.text.likeness import likeness, near
from articles.vocabulary import Likeness, MentionStatus

PAGE = 200
"""People looked at for one page of the list."""
COMMON = 40
"""A word that more people bear than this tells nothing."""
MOST_PAIRS = 3_000
MOST_SHARED = 5_000
SHOWN = 30
LEAST = 0.7
TOGETHER = 0.05
"""What it adds that both are linked in one article."""

type Ids = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Pair:
    """`one` has the lower id. `score` from 0 to 1; `shared`: articles that name both."""

    one: Person
    other: Person
    score: float
    reason: Likeness
    shared: int = 0

    @property
    def percent(self) -> int:
        return round(100 * self.score)


def duplicates(before: int | None = None) -> tuple[list[Pair], int | None]:
    """Pairs among the newest people (of those with an id below `before`) and anybody; and where to go on, or None."""
    people = Person.objects.order_by("-pk")
    ids = list((people.filter(pk__lt=before) if before else people).values_list("pk", flat=True)[: PAGE + 1])
    return pairs_with(ids[:PAGE]), (ids[PAGE - 1] if len(ids) > PAGE else None)


def pairs_with(ids: Iterable[int]) -> list[Pair]:
    """The likeliest first."""
    ids = set(ids)
    candidates = _candidates(ids)
    known = {(pair.one_id, pair.other_id) for pair in _said_apart(candidates)}
    asked = [pair for pair in candidates if pair not in known][:MOST_PAIRS]
    people = Person.objects.in_bulk({who for pair in asked for who in pair})
    names = _names_of(people)
    found = [pair for one, other in asked if (pair := _pair(people.get(one), people.get(other), names))]
    found = sorted(found, key=lambda pair: (-pair.score, pair.one.pk, pair.other.pk))[:SHOWN]
    return sorted(_with_shared(found), key=lambda pair: -pair.score)


def _candidates(ids: set[int]) -> dict[Ids, None]:
    """All who have a number, a sound or a rare word of a name in common with one of these people; the surest first."""
    found: dict[Ids, None] = {}
    for group in (_by_gnd(ids), _by_sound(ids), _by_word(ids)):
        alike: dict[str, set[int]] = defaultdict(set)
        for key, who in group:
            alike[key].add(who)
        for bearers in alike.values():
            few = sorted(sorted(bearers, key=lambda who: who not in ids)[:COMMON])
            found.update(dict.fromkeys(pair for pair in combinations(few, 2) if not ids.isdisjoint(pair)))
    return found


def _by_gnd(ids: set[int]) -> Iterable[tuple[str, int]]:
    numbers = Person.objects.filter(pk__in=ids).exclude(gnd_id="").values("gnd_id")
    yield from Person.objects.filter(gnd_id__in=numbers).values_list("gnd_id", "pk")


def _by_sound(ids: set[int]) -> Iterable[tuple[str, int]]:
    """Names of one word sound like too many others."""
    sounds = PersonName.objects.filter(person__in=ids, sound__contains=" ").values("sound")
    yield from PersonName.objects.filter(sound__in=sounds).values_list("sound", "person_id")[:MOST_PAIRS]


def _by_word(ids: set[int]) -> Iterable[tuple[str, int]]:
    own = PersonWord.objects.filter(bearer__in=ids).values("word")
    counted = PersonWord.objects.filter(word__in=own).order_by().values("word")
    rare = counted.annotate(bearers=Count("bearer", distinct=True)).filter(bearers__gt=1, bearers__lte=COMMON)
    words = [row["word"] for row in rare if len(row["word"]) > 2][:500]
    yield from PersonWord.objects.filter(word__in=words).values_list("word", "bearer_id")


def _said_apart(pairs: Iterable[Ids]) -> Iterable[DifferentPeople]:
    ones = {one for one, _other in pairs}
    return DifferentPeople.objects.filter(one_id__in=sorted(ones)[:MOST_PAIRS])


def _names_of(people: Mapping[int, Person]) -> dict[int, list[str]]:
    names: dict[int, list[str]] = defaultdict(list)
    for who, name in PersonName.objects.filter(person__in=list(people)).values_list("person_id", "name"):
        names[who].append(name)
    return names


def _pair(one: Person | None, other: Person | None, names: Mapping[int, list[str]]) -> Pair | None:
    if not one or not other:
        return None
    if one.gnd_id and one.gnd_id == other.gnd_id:
        return Pair(one, other, 1.0, Likeness.GND)
    if _contradict(one, other):
        return None
    alike = [found for a in names[one.pk] for b in names[other.pk] if (found := likeness(a, b))]
    score, reason = max(alike, default=None) or near(one.name, other.name) or (0.0, Likeness.NEAR)
    return Pair(one, other, score, reason) if score >= LEAST else None


def _contradict(one: Person, other: Person) -> bool:
    """Numbers or days of which each has its own: two people, whatever their names."""
    told = ((getattr(one, name), getattr(other, name)) for name in ("wikidata_id", "gnd_id", "born", "died"))
    return any(here and there and here != there for here, there in told)


def _with_shared(pairs: list[Pair]) -> list[Pair]:
    ids = {who for pair in pairs for who in (pair.one.pk, pair.other.pk)}
    mentions = Mention.objects.filter(Q(person__in=ids, status=MentionStatus.CONFIRMED)).order_by()
    several = mentions.values("article").annotate(people=Count("person", distinct=True)).filter(people__gt=1)
    together: dict[int, set[int]] = defaultdict(set)
    named = mentions.filter(article__in=several.values("article")).values_list("article_id", "person_id").distinct()
    for article, who in named[:MOST_SHARED]:
        together[article].add(who)
    return [_counted(pair, together.values()) for pair in pairs]


def _counted(pair: Pair, together: Iterable[set[int]]) -> Pair:
    shared = sum({pair.one.pk, pair.other.pk} <= people for people in together)
    score = min(1.0, pair.score + TOGETHER) if shared else pair.score
    return Pair(pair.one, pair.other, score, pair.reason, shared)
