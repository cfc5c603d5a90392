"""The archive by the people written about and by those who wrote."""

from __future__ import annotations

from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from articles import listings, scopes
from articles.models import Author, Person
from articles.views.names import names_page, with_row
from articles.views.pages import list_page


@require_safe
def people(request: HttpRequest) -> HttpResponse:
    at = timezone.now()
    page = names_page(request, listings.people_named(at))
    return render(request, "articles/people.html", {**page, "counts": listings.people_counted(page["rows"], at)})


@require_safe
@with_row(lambda at: listings.people_named(at).prefetch_related("roles", "names"))
def person(request: HttpRequest, row: Person, at: datetime) -> HttpResponse:
    aliases = [name.name for name in row.names.all() if name.name != row.name]
    context = {"person": row, "aliases": aliases}
    return list_page(request, "articles/person.html", context, at=at, scope=scopes.of_person(row))


@require_safe
def authors(request: HttpRequest) -> HttpResponse:
    at = timezone.now()
    page = names_page(request, listings.authors_in_print(at))
    return render(request, "articles/authors.html", {**page, "counts": listings.counts("author", at) or {}})


@require_safe
@with_row(listings.authors_in_print)
def author(request: HttpRequest, row: Author, at: datetime) -> HttpResponse:
    return list_page(request, "articles/author.html", {"author": row}, at=at, scope=scopes.of_author(row))
