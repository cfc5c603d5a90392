"""The archive by the people written about and by those who wrote."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from articles import listings, scopes
from articles.addresses import absolute
from articles.filters import WordsField
from articles.linked_data import author_data, person_data
from articles.models import Author, Person
from articles.people_pages import people_called, with_names
from articles.views.named_in import named_in_page
from articles.views.names import LONGEST_NAME, alphabet_page, names_near, names_page, with_row
from articles.views.pages import list_page


@require_safe
def people(request: HttpRequest) -> HttpResponse:
    """Everybody from A to Z, or with `?q=` those who are called so."""
    at = timezone.now()
    typed = WordsField(required=False).clean(request.GET.get("q", "")[:LONGEST_NAME])
    named = with_names(listings.people_named(at))
    page = alphabet_page(request, named, at, people_called(typed, named) if typed else None)
    near = names_near("person", typed, at) if typed and not page["rows"] else []
    context = {**page, "typed": typed, "counts": listings.people_counted(page["rows"], at), "near": near}
    return render(request, "articles/people.html", context)


def _with_all(at: datetime) -> QuerySet[Person]:
    return with_names(listings.people_named(at)).prefetch_related("roles").select_related("portrait", "author")


@require_safe
@with_row(_with_all)
def person(request: HttpRequest, row: Person, at: datetime) -> HttpResponse:
    url = absolute(request, request.path)
    data = person_data(row, url, timezone.localdate(at))
    context: dict[str, Any] = {"person": row, "data": data, "as_author": _as_author(row, at)}
    return named_in_page(request, "articles/person.html", context, [row], at)


def _as_author(person: Person, at: datetime) -> Author | None:
    """Who is written about and writes: asked only of those who do."""
    author = getattr(person, "author", None)
    return author if author and listings.authors_in_print(at).filter(pk=author.pk).exists() else None


@require_safe
def authors(request: HttpRequest) -> HttpResponse:
    at = timezone.now()
    page = names_page(request, listings.authors_in_print(at), at, kind="author")
    return render(request, "articles/authors.html", page)


@require_safe
@with_row(listings.authors_in_print)
def author(request: HttpRequest, row: Author, at: datetime) -> HttpResponse:
    named = listings.people_named(at).filter(pk=row.person_id).first() if row.person_id else None
    context = {"author": row, "as_person": named, "data": author_data(row, absolute(request, request.path))}
    return list_page(request, "articles/author.html", context, at=at, scope=scopes.of_author(row))
