"""What templates say of the paper itself: the language its names are in, where and when a printed page was read, which
headline hangs by a quotation mark; and the desks of the menu, the only query."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django import template
from django.conf import settings
from django.http import HttpRequest
from django.utils import timezone
from django.utils.encoding import iri_to_uri
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from articles import menus, sentences
from articles.addresses import site_of
from articles.models import Desk

register = template.Library()
OPENING = ("„", "»", "“", "«", "‚", "‘", "›", '"')


@register.simple_tag
def house_lang() -> SafeString:
    """Says, on a page in another language, that what stands here is in the paper's: names of desks and tags,
    introductions."""
    same = get_language() == settings.LANGUAGE_CODE
    return mark_safe("") if same else format_html(' lang="{}"', settings.LANGUAGE_CODE)


@register.simple_tag(takes_context=True)
def desks_in_print(context: Mapping[str, Any]) -> list[Desk]:
    """Those at the top of the tree that lead somewhere."""
    return [desk for desk in menus.desks_in_print(_moment(context)) if desk.parent_id is None]


@register.simple_tag(takes_context=True)
def printed_address(context: Mapping[str, Any]) -> str:
    """The page as it was asked for, filters and language kept."""
    request: HttpRequest = context["request"]
    return iri_to_uri(site_of(request) + request.get_full_path())


@register.simple_tag(takes_context=True)
def printed_day(context: Mapping[str, Any]) -> str:
    return sentences.day(timezone.localdate(_moment(context)))


def _moment(context: Mapping[str, Any]) -> datetime:
    """Of which the page is; pages of what is not there have none."""
    return context.get("at") or timezone.now()


@register.filter
def hangs(text: str) -> bool:
    """Whether a line begins with a quotation mark, which stands in the margin so that the letters stand in line."""
    return text.startswith(OPENING)
