"""What the head of a page tells machines: its addresses in both languages, the pages beside it, schema.org's data.
Reads what the page's own context holds, and asks no query."""

from __future__ import annotations

import json
from collections.abc import Mapping
from html import unescape
from typing import Any

from django import template
from django.http import HttpRequest, QueryDict
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from articles import linked_data, sentences, sharing
from articles.addresses import english, german, site_of
from articles.linked_data.base import CONTEXT, Thing
from articles.search.request import SearchRequest

register = template.Library()

register.simple_tag(sharing.paper_picture_url, name="paper_picture")

_NO_HTML = {ord(char): f"\\u{ord(char):04x}" for char in "<>&\u2028\u2029"}

Context = Mapping[str, Any]


class Keep(template.Node):
    """`simple_block_tag` hides what it holds, and a block in it would have no `block.super`."""

    def __init__(self, nodelist: template.NodeList, name: str):
        self.nodelist, self.name = nodelist, name

    def render(self, context: template.Context) -> SafeString:
        context[self.name] = mark_safe(" ".join(self.nodelist.render(context).split()))
        return mark_safe("")


@register.tag
def keep(parser: template.base.Parser, token: template.base.Token) -> Keep:
    """`{% keep title %}…{% endkeep %}`: what a block says, for the several places of the head where it stands."""
    _tag, name = token.split_contents()
    nodelist = parser.parse(("endkeep",))
    parser.delete_first_token()
    return Keep(nodelist, name)


@register.simple_tag(takes_context=True)
def site(context: Context) -> str:
    """ "https://host" """
    return site_of(context["request"])


@register.filter
def in_english(address: str) -> str:
    """The English page's whole address, from the German one's."""
    scheme, _separator, rest = address.partition("://")
    host, slash, path = rest.partition("/")
    return f"{scheme}://{host}{english(slash + path)}"


@register.simple_tag(takes_context=True)
def page_beside(context: Context, step: int) -> str:
    """The address of the list's page before (-1) or after (1) this one; nothing where there is none."""
    shown = context.get("listing")
    page, has_next = (shown.page, shown.has_next) if shown else (context.get("page"), context.get("has_next"))
    if not isinstance(page, int) or (step < 0 and page < 2) or (step > 0 and not has_next):
        return ""
    request: HttpRequest = context["request"]
    query = request.GET.copy()
    _turn(query, page + step)
    return request.path + (f"?{query.urlencode()}" if query else "")


def _turn(query: QueryDict, page: int) -> None:
    if page > 1:
        query["page"] = str(page)
    else:
        query.pop("page", None)


@register.filter
def json_ld(things: list[Thing]) -> SafeString:
    """A data block, which no browser runs. Escaped as JSON allows, so that no text can end it or begin a tag."""
    text = json.dumps({"@context": CONTEXT, "@graph": things}, ensure_ascii=False).translate(_NO_HTML)
    return format_html('<script type="application/ld+json">{}</script>', mark_safe(text))


@register.simple_tag(takes_context=True)
def page_data(context: Context, url: str, title: str, description: str) -> list[Thing]:
    """The page's own data (`data` in the context), the way to it, and the articles it lists; a filtered list is nothing
    that machines should know of."""
    where, name = site_of(context["request"]), unescape(title)
    if german(context["request"].path) == "/":
        return [linked_data.website(where), linked_data.paper(where)]
    own = [context["data"]] if context.get("data") else []
    about = own[0]["@id"] if own else ""
    said = [*own, *_collection(context, where, url=url, name=name, description=unescape(description), about=about)]
    trail = _trail(context, name)
    return [*said, linked_data.breadcrumbs(trail, where), linked_data.paper(where)] if trail else said


def _collection(context: Context, where: str, **said: str) -> list[Thing]:
    listing, asked = context.get("listing"), context.get("asked")
    if not listing or (asked and asked.is_used()):
        return []
    articles = [*([context["lead"]] if context.get("lead") else []), *listing.articles]
    first = (listing.page - 1) * SearchRequest().per_page + 1
    language = get_language() or "de"
    return [linked_data.collection(articles, listing.count, where, **said, language=language, first=first)]


def _trail(context: Context, name: str) -> list[tuple[str, str]]:
    """From the front page to this one; empty for pages of no place in the archive."""
    request: HttpRequest = context["request"]
    match = request.resolver_match
    if not match or match.url_name not in ABOVE:
        return []
    return [(context["paper_name"], reverse("home")), *ABOVE[match.url_name](context), (name, request.path)]


def _above_desk(context: Context) -> list[tuple[str, str]]:
    return [_step("desk", context["desk"].parent)] if context["desk"].parent else []


def _above_article(context: Context) -> list[tuple[str, str]]:
    return [_step("desk", context["article"].desk)] if context["article"].desk else []


def _above_day(context: Context) -> list[tuple[str, str]]:
    first, match = context["first"], context["request"].resolver_match
    year, month = f"{first.year:04}", f"{first.month:02}"
    steps = [
        (_("Archiv nach Datum"), reverse("archive")),
        (year, reverse("archive_year", args=[year])),
        (sentences.month(first), reverse("archive_month", args=[year, month])),
    ]
    return steps[: len(match.kwargs)]


def _step(page: str, row: Any) -> tuple[str, str]:
    return row.name, reverse(page, args=[row.slug])


ABOVE = {
    **dict.fromkeys(("tags", "topics", "people", "authors", "archive", "corrections"), lambda context: []),
    "tag": lambda context: [(_("Schlagwörter"), reverse("tags"))],
    "topic": lambda context: [(_("Themen"), reverse("topics"))],
    **dict.fromkeys(("person", "person_pair"), lambda context: [(_("Personen"), reverse("people"))]),
    "author": lambda context: [(_("Autorinnen und Autoren"), reverse("authors"))],
    **dict.fromkeys(("archive_year", "archive_month", "archive_day"), _above_day),
    "desk": _above_desk,
    "article": _above_article,
}
"""The pages between the front page and each kind of page."""
