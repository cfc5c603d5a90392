"""What the archive knows beside names: people's roles and dates, where they stood before, and the scene of an article.
Reads the database; what follows from it is evidence.py's."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache

from django.db.models import Count, Max, Q
from django.utils.timezone import localtime

from articles.models import Article, Filing, Mention, NameChange, Person, PersonName, PersonRole, RejectedName
from articles.people.evidence import History, Profile, Role, Scene
from articles.people.matching import Matcher
from articles.vocabulary import MentionStatus

RULES = "2"
"""Counts on with the rules of finding: articles found by others are looked at again."""
_NEWEST = 200
"""Articles of a person that tell where they usually stand."""
_KNOWN = Q(born__isnull=False) | Q(died__isnull=False) | ~Q(description="")


def marker_of_names() -> str:
    """Another one whenever a name, a role or a date has changed; one short query."""
    known = NameChange.objects.aggregate(count=Count("pk"), newest=Max("pk"))
    token = NameChange.objects.filter(pk=known["newest"]).values_list("token", flat=True).first()
    return f"{RULES} {known['count']} {token or ''}"


def forget_old_changes() -> None:
    newest = NameChange.objects.aggregate(newest=Max("pk"))["newest"]
    NameChange.objects.filter(pk__lt=newest or 0).delete()


def matcher_of_archive() -> Matcher:
    """For all names of all people, public or not; made anew only where a name has changed since the last call."""
    return _matcher(marker_of_names())


@lru_cache(maxsize=1)
def _matcher(marker: str) -> Matcher:
    names = PersonName.objects.order_by("person_id", "pk").values_list("person_id", "name", "person__family_name")
    rejected = RejectedName.objects.values_list("folded", flat=True)
    return Matcher(names.iterator(), _profiles(), rejected=frozenset(rejected), marker=marker)


def _profiles() -> dict[int, Profile]:
    roles: dict[int, list[Role]] = {}
    for person_id, *role in PersonRole.objects.order_by("pk").values_list("person_id", "title", "since", "until"):
        roles.setdefault(person_id, []).append(Role(*role))
    told = Person.objects.filter(_KNOWN).order_by().values_list("pk", "born", "died", "description")
    profiles = {pk: Profile(born, died, tuple(roles.pop(pk, ())), about) for pk, born, died, about in told}
    return profiles | {pk: Profile(roles=tuple(held)) for pk, held in roles.items()}


@dataclass
class Histories:
    """Where people stood before, read when it is asked for and then kept."""

    known: dict[int, History] = field(default_factory=dict)

    def __call__(self, ids: Collection[int]) -> Mapping[int, History]:
        for who in ids:
            if who not in self.known:
                self.known[who] = _history(who)
        return {who: self.known[who] for who in ids}


def scene_of(article: Article) -> Scene:
    return scene(article, frozenset(filing.tag_id for filing in article.filings.all()), Histories())


def scene(article: Article, tags: frozenset[int], histories: Histories) -> Scene:
    aside = f"{article.kicker}\n{article.headline}" if article.kicker else article.headline
    return Scene(_day_of(article), aside, article.desk_id, tags, histories)


def _day_of(article: Article) -> date | None:
    return article.published_on or (localtime(article.published_at).date() if article.published_at else None)


def _history(person_id: int) -> History:
    named = Mention.objects.filter(person_id=person_id, status=MentionStatus.CONFIRMED).order_by("-article_id")
    articles = list(named.values_list("article_id", flat=True).distinct()[:_NEWEST])
    with_them = Mention.objects.filter(article__in=articles, status=MentionStatus.CONFIRMED).order_by()
    return History(
        tags=_counted(Filing.objects.filter(content_object__in=articles).values_list("tag_id", flat=True)),
        desks=_counted(Article.objects.filter(pk__in=articles, desk__isnull=False).values_list("desk_id", flat=True)),
        people=_counted(with_them.exclude(person_id=person_id).values_list("person_id", "article_id").distinct()),
    )


def _counted(rows: Iterable[int | tuple[int, int]]) -> Counter[int]:
    return Counter(row[0] if isinstance(row, tuple) else row for row in rows)
