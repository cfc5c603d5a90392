"""Two people together. Their address names them in the order of their slugs; any other order leads there."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import wraps

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from articles import listings
from articles.models import Person
from articles.people_pages import share_anything, with_names
from articles.views.moves import moved
from articles.views.named_in import named_in_page
from articles.views.names import called_before

PairView = Callable[..., HttpResponse]


def with_pair(view: PairView) -> Callable[..., HttpResponse]:
    """The view gets both people and the moment; a 404 where either may not be shown or no article names both."""

    @wraps(view)
    def found(request: HttpRequest, slug: str, other: str, **more: str) -> HttpResponse:
        at = timezone.now()
        pair = sorted((_person(slug, at), _person(other, at)), key=lambda person: person.slug)
        first, second = pair
        if first == second or not share_anything(pair, at):
            raise Http404
        if (first.slug, second.slug) != (slug, other):
            match = request.resolver_match
            parts = {"slug": first.slug, "other": second.slug, **more}
            return moved(request, reverse(match.url_name if match else "person_pair", kwargs=parts))
        return view(request, pair, at, **more)

    return found


def _person(slug: str, at: datetime) -> Person:
    rows = with_names(listings.people_named(at)).prefetch_related("roles")
    return rows.filter(slug=slug).first() or called_before(rows, slug)


@require_safe
@with_pair
def pair(request: HttpRequest, people: list[Person], at: datetime) -> HttpResponse:
    return named_in_page(request, "articles/pair.html", {"people": people}, people, at)
