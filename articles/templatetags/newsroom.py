"""What templates may say: the sentences of sentences.py, the desks for the menu, the addresses of a page in both
languages. No queries but the menu's."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any
from urllib.parse import quote, urlencode

from django import template
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.timezone import localtime

from articles import sentences
from articles.models import Article, Author, Desk, Person, PersonRole
from articles.search.request import page_number
from articles.sharing import share_picture_url
from articles.text.family import Filed, filed
from articles.text.markup import clean

register = template.Library()

register.filter("number", sentences.number)
register.filter("articles_counted", sentences.articles_counted)
register.filter("places_counted", sentences.places_counted)
register.filter("day", sentences.day)
register.filter("month", sentences.month)
register.filter("moment", sentences.moment)
register.filter("local_day", lambda moment: localtime(moment).date())
register.filter("reading_time", sentences.reading_time)
register.simple_tag(sentences.when, name="when")

_NO_HTML = {ord(char): f"\\u{ord(char):04x}" for char in "<>&\u2028\u2029"}

ENGLISH = "/en"
WINDOW = 2
"""Pages shown on either side of the current one."""


@register.filter
def cleaned(html: str) -> SafeString:
    """A text that is not stored yet, as the house allows it."""
    return mark_safe(clean(html))


@register.filter
def byline(article: Article) -> str:
    return sentences.byline([line.author.name for line in article.bylines.all()])


@register.filter
def held(role: PersonRole) -> str:
    return sentences.held(role.since, role.until)


@register.filter
def name_parts(row: Person | Author) -> Filed:
    """The pieces of the name; the family name is by what it is sorted."""
    return filed(row.name, getattr(row, "family_name", ""))


@register.filter
def aliases(person: Person) -> list[str]:
    """The other names; reads what is prefetched."""
    return [name.name for name in person.names.all() if name.name != person.name]


@register.filter
def of(values: Mapping[int, Any], row: Any) -> Any:
    """What there is of the row (a count, its quotes); None where there is nothing."""
    return values.get(row.pk)


@register.filter
def json_ld(data: Mapping[str, Any]) -> SafeString:
    """A data block, which no browser runs. Escaped as JSON allows, so that no text can end it or begin a tag."""
    text = json.dumps(data, ensure_ascii=False).translate(_NO_HTML)
    return format_html('<script type="application/ld+json">{}</script>', mark_safe(text))


@register.simple_tag
def desk_menu() -> list[Desk]:
    """The desks at the top of the tree."""
    return list(Desk.objects.filter(parent=None))


@register.simple_tag
def page_window(page: int, pages: int) -> list[int | None]:
    """The page numbers to show: the first, the last, those around the current one; None is a gap."""
    near = {1, pages, *range(max(page - WINDOW, 1), min(page + WINDOW, pages) + 1)}
    shown: list[int | None] = []
    for number in sorted(near):
        if shown and shown[-1] is not None and number > shown[-1] + 1:
            shown.append(None)
        shown.append(number)
    return shown


@register.simple_tag(takes_context=True)
def canonical(context: Mapping[str, Any]) -> str:
    """The German address of this page, without search words and filters; further pages of a list keep their number."""
    request: HttpRequest = context["request"]
    page = page_number(request.GET.get("page", 1))
    return request.build_absolute_uri(german(request.path) + (f"?page={page}" if page > 1 else ""))


@register.simple_tag(takes_context=True)
def absolute(context: Mapping[str, Any], address: str) -> str:
    """The German address of another page, whole."""
    return context["request"].build_absolute_uri(german(address))


@register.simple_tag
def below(article: Article, name: str) -> str:
    """What machines find below an article's address; it has no language."""
    return german(article.get_absolute_url()) + name


@register.simple_tag
def mail_to(headline: str, address: str) -> str:
    """A letter to nobody yet, with the headline and the address in it."""
    return f"mailto:?{urlencode({'subject': headline, 'body': address}, quote_via=quote)}"


@register.simple_tag(takes_context=True)
def share_picture(context: Mapping[str, Any], article: Article) -> str:
    """The address of the article's share picture, whole; "" where it has none."""
    address = share_picture_url(article)
    return context["request"].build_absolute_uri(address) if address else ""


@register.simple_tag(takes_context=True)
def this_page_in(context: Mapping[str, Any], language: str) -> str:
    """This page's address in the other language of the interface, filters kept."""
    request: HttpRequest = context["request"]
    prefix = "" if language == "de" else f"/{language}"
    query = request.META.get("QUERY_STRING", "")
    return prefix + german(request.path) + (f"?{query}" if query else "")


@register.simple_tag(takes_context=True)
def download(context: Mapping[str, Any], name: str) -> str:
    """The same list as a feed or an export: `name` below this page, filters kept. Machines get no language."""
    request: HttpRequest = context["request"]
    query = request.GET.copy()
    for paging in ("page", "sort", "facet", "name"):
        query.pop(paging, None)
    return german(request.path) + name + (f"?{query.urlencode()}" if query else "")


def german(path: str) -> str:
    return path.removeprefix(ENGLISH) if path.startswith(f"{ENGLISH}/") else path
