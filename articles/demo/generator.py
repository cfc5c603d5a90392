"""Makes archives of any size for measuring: desks, tags, people, authors, topics and articles, into an empty database.
Generated articles have no versions and no log, and are not in the index until it is rebuilt."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import islice

from django.core.management.color import no_style
from django.db import connections, models, transaction
from django.utils.translation import gettext as _

from articles.demo import wordlist
from articles.demo.ahead import written
from articles.demo.bulk import unburdened, write
from articles.demo.vocabulary import german, people_names
from articles.demo.writer import SOURCE, Plan
from articles.errors import CannotDo
from articles.models import Article, Author, Desk, Person, PersonName, Tag, TagName, Topic
from articles.text.slugs import free_slug, slugify
from articles.text.sortkeys import fold
from articles.vocabulary import NameKind

TOPICS = 20
WORTH_A_PROCESS = 5_000  # articles; below, starting another process costs more than it brings


def generate(
    plan: Plan, using: str = "default", *, processes: int = 1, progress: Callable[[int], None] = lambda count: None
) -> None:
    """Fill the empty database `using` in one transaction; `progress` hears how many articles have been written."""
    refuse_if_used(using)
    with transaction.atomic(using=using):
        _write_names(plan, using)
        with unburdened(connections[using]):
            for batch in written(plan, processes if plan.count >= WORTH_A_PROCESS else 0):
                write(connections[using], batch)
                progress(len(batch.article))
        _count_on(using)


def refuse_if_used(using: str) -> None:
    """Raises CannotDo if the database holds anything that a generated archive would mix with."""
    articles = Article.objects.using(using)
    if articles.exclude(source=SOURCE).exists():
        raise CannotDo(_("Diese Datenbank enthält Artikel, die nicht erzeugt sind. Nehmen Sie eine leere."))
    if articles.exists():
        raise CannotDo(_("Diese Datenbank enthält schon ein erzeugtes Archiv. Nehmen Sie eine leere."))
    if any(model._default_manager.using(using).exists() for model in (Desk, Tag, Person, Author, Topic)):
        raise CannotDo(_("Diese Datenbank enthält schon Ressorts, Schlagwörter oder Personen. Nehmen Sie eine leere."))


def _write_names(plan: Plan, using: str) -> None:
    _write_desks(using)
    _write_tags(plan, using)
    people = people_names(max(plan.people, plan.authors))
    _write_people(people[: plan.people], using)
    _create(Author, _named(Author, (" ".join(name) for name in people[-plan.authors :])), using)
    _write_topics(using)


def _count_on(using: str) -> None:
    """Ids were given out by hand: PostgreSQL's sequences have to learn of it."""
    models_with_ids = [Desk, Tag, Person, Author, Topic, Article]
    with connections[using].cursor() as cursor:
        for statement in connections[using].ops.sequence_reset_sql(no_style(), models_with_ids):
            cursor.execute(statement)


def _write_desks(using: str) -> None:
    parents = [(None, name) for name in wordlist.DESKS]
    below = [(place, name) for place, names in enumerate(wordlist.DESKS.values(), 1) for name in names]
    desks = _named(Desk, (name for _parent, name in [*parents, *below]))
    for desk, (parent, _name) in zip(desks, [*parents, *below], strict=True):
        desk.parent_id, desk.position = parent, desk.pk
    _create(Desk, desks, using)


def _write_tags(plan: Plan, using: str) -> None:
    names = {fold(noun): noun for noun in reversed(german().nouns)}
    tags = _named(Tag, islice(reversed(names.values()), plan.tags))
    _create(Tag, tags, using)
    _create(TagName, (TagName(tag_id=tag.pk, name=tag.name) for tag in tags), using)


def _write_topics(using: str) -> None:
    """One for each of the busiest tags."""
    tags = Tag.objects.using(using).filter(pk__lte=TOPICS).order_by("pk")
    topics = _named(Topic, tags.values_list("name", flat=True))
    _create(Topic, topics, using)
    stored_queries = Topic.tags.through
    _create(stored_queries, (stored_queries(topic_id=topic.pk, tag_id=topic.pk) for topic in topics), using)


def _write_people(names: Iterable[tuple[str, str]], using: str) -> None:
    names = list(names)
    people = _named(Person, (" ".join(name) for name in names))
    for person, (_first, family) in zip(people, names, strict=True):
        person.family_name = family
    _create(Person, people, using)
    _create(
        PersonName, (PersonName(person_id=person.pk, name=person.name, kind=NameKind.MAIN) for person in people), using
    )


def _named(model: type[models.Model], names: Iterable[str]) -> list[models.Model]:
    """Rows with ids from 1 on and free slugs."""
    taken: set[str] = set()
    rows = []
    for key, name in enumerate(names, start=1):
        slug = free_slug(slugify(name), taken)
        taken.add(slug)
        rows.append(model(pk=key, name=name, slug=slug))
    return rows


def _create(model: type[models.Model], rows: Iterable[models.Model], using: str) -> None:
    model._default_manager.using(using).bulk_create(rows, batch_size=2_000)
