"""The newsroom's questions to the database, as chainable methods. Knows no model by name and no clock of its own."""

from __future__ import annotations

from collections.abc import Iterable, Set
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Case, F, OuterRef, Prefetch, Q, QuerySet, Subquery, When

from articles.vocabulary import MentionStatus, Status


@dataclass(frozen=True, slots=True)
class TopicRule:
    """What belongs to a topic: any id within a kind, all kinds across, between the days; pinned articles always."""

    tag_ids: frozenset[int] = frozenset()
    person_ids: frozenset[int] = frozenset()
    desk_ids: frozenset[int] = frozenset()  # with the desks below them
    since: date | None = None
    until: date | None = None
    pinned_ids: frozenset[int] = frozenset()

    @property
    def selects(self) -> bool:
        """Dates alone select nothing: a topic without tags, people and desks is its pins."""
        return bool(self.tag_ids or self.person_ids or self.desk_ids)

    def takes(self, desk_id: int | None, tag_ids: Set[int], person_ids: Set[int], day: date | None) -> bool:
        """Whether an article so filed on that day is selected; pins are asked for by id."""
        kinds = [(self.desk_ids, {desk_id}), (self.tag_ids, tag_ids), (self.person_ids, person_ids)]
        if not self.selects or any(wanted and wanted.isdisjoint(own) for wanted, own in kinds):
            return False
        if not day:
            return not (self.since or self.until)
        return (self.since or day) <= day <= (self.until or day)


class ArticleQuerySet(QuerySet):
    def visible(self, at: datetime) -> ArticleQuerySet:
        """What a reader may know of at this moment: the one rule of visibility."""
        return self.filter(status=Status.PUBLISHED, visible_from__lte=at)

    def hidden(self, at: datetime) -> ArticleQuerySet:
        return self.exclude(status=Status.PUBLISHED, visible_from__isnull=False, visible_from__lte=at)

    def scheduled(self, at: datetime) -> ArticleQuerySet:
        return self.upcoming(at).filter(published_at__gt=at)

    def embargoed(self, at: datetime) -> ArticleQuerySet:
        return self.upcoming(at).filter(embargoed_until__gt=at)

    def upcoming(self, at: datetime) -> ArticleQuerySet:
        """Published, but not to be seen yet: planned, or held back."""
        return self.filter(status=Status.PUBLISHED, visible_from__gt=at)

    def withdrawn_notices(self, at: datetime) -> ArticleQuerySet:
        """Withdrawn articles that a reader could have read before: their address answers 410 with the notice."""
        return self.filter(status=Status.WITHDRAWN, address_fixed=True)

    def newest_first(self) -> ArticleQuerySet:
        return self.order_by("-published_at", "-id")

    def on_desks(self, desk_ids: Iterable[int]) -> ArticleQuerySet:
        return self.filter(desk_id__in=list(desk_ids))

    def tagged(self, tag_id: int) -> ArticleQuerySet:
        return self.filter(filings__tag_id=tag_id)

    def naming(self, person_id: int) -> ArticleQuerySet:
        """Articles with a confirmed mention of the person, each once."""
        mentions = self.model._meta.get_field("mentions").related_model.objects
        named = mentions.filter(person_id=person_id, status=MentionStatus.CONFIRMED)
        return self.filter(id__in=named.values("article_id"))

    def between(self, first: date | None, last: date | None) -> ArticleQuerySet:
        """Published on the days from first to last, both included, in the archive's time zone."""
        found = self.filter(published_on__gte=first) if first else self
        return found.filter(published_on__lte=last) if last else found

    def in_topic(self, rule: TopicRule) -> ArticleQuerySet:
        """The database's reading of a topic; the search engine has its own, and a test says they agree."""
        return self.filter(Q(id__in=rule.pinned_ids) | self._selected_by(rule))

    def _selected_by(self, rule: TopicRule) -> Q:
        if not rule.selects:
            return Q(pk__in=[])
        selected = self.model._default_manager.between(rule.since, rule.until)
        if rule.tag_ids:
            selected = selected.filter(filings__tag_id__in=rule.tag_ids)
        if rule.person_ids:
            mentions = {"mentions__person_id__in": rule.person_ids, "mentions__status": MentionStatus.CONFIRMED}
            selected = selected.filter(**mentions)
        if rule.desk_ids:
            selected = selected.on_desks(rule.desk_ids)
        return Q(id__in=selected.order_by().values("id"))

    def for_listing(self) -> ArticleQuerySet:
        """With all that a row of a list shows, in two queries whatever the number of rows."""
        return self.select_related("desk").prefetch_related(self._with("bylines", "author"))

    def for_page(self) -> ArticleQuerySet:
        """With all that the article's own page shows."""
        named = [self._with("bylines", "author"), self._with("filings", "tag"), self._with("mentions", "person")]
        return self.select_related("desk").prefetch_related("sections", *named, "mentions__person__roles")

    def _with(self, parts: str, named: str) -> Prefetch:
        """The articles' parts, each with what it names, in one query."""
        rows = self.model._meta.get_field(parts).related_model._default_manager
        return Prefetch(parts, rows.select_related(named))


class VersionQuerySet(QuerySet):
    def public(self, at: datetime) -> VersionQuerySet:
        """Versions with which an article was visible, each with `shown_from` and `replaced_at` (None for the last).

        Whether the article is visible now is another question, asked of the article.
        """
        later = self.model._default_manager.filter(article_id=OuterRef("article_id"), number__gt=OuterRef("number"))
        begun = self.filter(status=Status.PUBLISHED, visible_from__lte=at, saved_at__lte=at).annotate(
            shown_from=Case(When(visible_from__gt=F("saved_at"), then=F("visible_from")), default=F("saved_at")),
            replaced_at=Subquery(later.order_by("number").values("saved_at")[:1]),
        )
        return begun.filter(Q(replaced_at=None) | Q(replaced_at__gt=F("shown_from")))
