"""Tags that may be one, and tags that mean several things. Names meet in two stored keys (text/tagkeys.py), so the
database finds the groups; what one thing is, an editor says (merge_tags.py, split_tag.py)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import batched, combinations

from django.db.models import Count, Q, QuerySet

from articles import search
from articles.errors import IndexUnavailable
from articles.models import DifferentTags, Filing, Tag, TagName
from articles.querysets import TopicRule
from articles.search.request import SearchRequest
from articles.text.sortkeys import fold
from articles.text.tagkeys import is_surely_several, parts
from articles.vocabulary import TagLikeness

PAGE = 30
MOST_KEYS = 5_000
"""Groups looked at; who has more of them has enough to do."""
COMMON = 12
"""Of a larger group the oldest tags."""
AT_ONCE = 500
PARTED = ("/", ";", "|", " & ", " + ", ", ", " und ", " and ")

type Ids = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Pair:
    """`kept` has more articles; `shared`: articles that have both."""

    kept: Tag
    gone: Tag
    kept_count: int
    gone_count: int
    reason: TagLikeness
    shared: int


@dataclass(frozen=True, slots=True)
class Several:
    """A tag that means several things, and those of its parts that are tags."""

    tag: Tag
    count: int
    names: tuple[str, ...]
    known: tuple[Tag, ...]


def alike(at: datetime, page: int = 1, tag: Tag | None = None) -> tuple[list[Pair], bool]:
    """A page of the pairs, of one tag if it is given, those with the most articles first; and if there are more. All
    are put in order by what the index has counted, those of the page are counted anew."""
    found = _pairs(tag)
    weights = _weights({pk for pair in found for pk in pair}, at)
    order = sorted(found, key=lambda pair: (-sum(weights.get(pk, 0) for pk in pair), pair))
    some = order[(page - 1) * PAGE : page * PAGE]
    counts = _counts({pk for pair in some for pk in pair})
    tags = Tag.objects.in_bulk({pk for pair in some for pk in pair})
    turned = [sorted(pair, key=lambda pk: (-counts.get(pk, 0), pk)) for pair in some]
    shared = _shared(turned, at)
    rows = [
        Pair(tags[a], tags[b], counts.get(a, 0), counts.get(b, 0), found[min(a, b), max(a, b)], shared.get(place, 0))
        for place, (a, b) in enumerate(turned)
        if a in tags and b in tags
    ]
    return rows, len(order) > page * PAGE


def meaning_several(page: int = 1) -> tuple[list[Several], bool]:
    """Tags like "Energie / Öl", in their order; "Recht und Gesetz" only where Recht and Gesetz are tags themselves."""
    parted = Q.create([Q(name__icontains=sign) for sign in PARTED], connector=Q.OR)
    tags = [(tag, parts(tag.name)) for tag in Tag.objects.filter(parted)[:MOST_KEYS]]
    known = _called({fold(name) for _tag, names in tags for name in names})
    found = [row for tag, names in tags if (row := _several(tag, names, known))]
    some = found[(page - 1) * PAGE : page * PAGE]
    counts = _counts({tag.pk for tag, _names, _others in some})
    rows = [Several(tag, counts.get(tag.pk, 0), tuple(names), tuple(others)) for tag, names, others in some]
    return rows, len(found) > page * PAGE


def _several(tag: Tag, names: list[str], known: Mapping[str, Tag]) -> tuple[Tag, list[str], list[Tag]] | None:
    others = [known[fold(name)] for name in names if fold(name) in known and known[fold(name)] != tag]
    is_one = not names or not (is_surely_several(tag.name) or len(others) == len(names))
    return None if is_one else (tag, names, others)


def _pairs(tag: Tag | None) -> dict[Ids, TagLikeness]:
    """Other forms of one word before German and English: who is both, is the former."""
    found: dict[Ids, TagLikeness] = {}
    for key, reason in (("twin", TagLikeness.TWIN), ("form", TagLikeness.FORM)):
        groups: dict[str, set[int]] = defaultdict(set)
        for value, pk in _meeting(key, tag):
            groups[value].add(pk)
        for group in groups.values():
            own = combinations(sorted(group)[:COMMON], 2)
            found.update(dict.fromkeys((pair for pair in own if not tag or tag.pk in pair), reason))
    apart = {(different.one_id, different.other_id) for different in DifferentTags.objects.all()}
    return {pair: reason for pair, reason in found.items() if pair not in apart}


def _meeting(key: str, tag: Tag | None) -> QuerySet:
    names = TagName.objects.exclude(**{key: ""}).order_by()
    own = names.filter(**{f"{key}__in": tag.names.values(key)}) if tag else names
    several = own.values(key).annotate(tags=Count("tag", distinct=True)).filter(tags__gt=1)
    return names.filter(**{f"{key}__in": several.values(key)[:MOST_KEYS]}).values_list(key, "tag_id")


def _weights(ids: Collection[int], at: datetime) -> Mapping[int, int]:
    try:
        return search.totals("tag", ids, at)
    except IndexUnavailable:
        return _counts(ids)


def _counts(ids: Iterable[int]) -> dict[int, int]:
    counted: dict[int, int] = {}
    for some in batched(sorted(ids), AT_ONCE):
        filings = Filing.objects.filter(tag__in=some).order_by().values("tag")
        counted.update(filings.annotate(n=Count("id")).values_list("tag", "n"))
    return counted


def _shared(pairs: Sequence[list[int]], at: datetime) -> Mapping[int, int]:
    """How many articles have both, by the pair's place. The index knows at once; the database would go through all that
    have one of them."""
    both = {place: tuple(TopicRule(tag_ids=frozenset({pk})) for pk in pair) for place, pair in enumerate(pairs)}
    try:
        return search.count_each({place: SearchRequest(within=rules) for place, rules in both.items()}, at)
    except IndexUnavailable:
        ones, others = ({pair[place] for pair in pairs} for place in (0, 1))
        found = Filing.objects.filter(tag__in=ones, content_object__filings__tag__in=others).order_by()
        counted = found.values_list("tag", "content_object__filings__tag").annotate(n=Count("id"))
        known = {(one, other): n for one, other, n in counted}
        return {place: known.get((one, other), 0) for place, (one, other) in enumerate(pairs)}


def _called(folded: set[str]) -> dict[str, Tag]:
    found: dict[str, Tag] = {}
    for some in batched(sorted(folded), AT_ONCE):
        found |= {row.folded: row.tag for row in TagName.objects.filter(folded__in=some).select_related("tag")}
    return found
