"""The archive as a browser's search engine: an OpenSearch 1.1 description, and suggestions for the address bar."""

from __future__ import annotations

from textwrap import shorten
from xml.etree import ElementTree as ET

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.templatetags.static import static
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from articles.addresses import site_of
from articles.feeds.base import fit
from articles.views.service import A_DAY
from articles.views.suggest import options

NAMESPACE = "http://a9.com/-/spec/opensearch/1.1/"
TYPE = "application/opensearchdescription+xml"
SUGGESTIONS = "application/x-suggestions+json"
LONGEST_NAME, LONGEST_TEXT = 16, 1024
"""As the specification has it."""


@require_safe
@cache_control(max_age=A_DAY)
def description(request: HttpRequest) -> HttpResponse:
    site, paper = site_of(request), fit(settings.PAPER_NAME)
    root = ET.Element("OpenSearchDescription", {"xmlns": NAMESPACE})
    about = _("Das Archiv durchsuchen: %s") % paper
    said = {"ShortName": _short(paper), "LongName": paper[:48], "Description": about[:LONGEST_TEXT]}
    said |= {"Language": "*", "InputEncoding": "UTF-8", "OutputEncoding": "UTF-8"}
    for name, text in said.items():
        ET.SubElement(root, name).text = text
    ET.SubElement(root, "Image", width="16", height="16", type="image/svg+xml").text = site + static("img/icon.svg")
    _url(root, "text/html", f"{site}{reverse('search')}?q={{searchTerms}}&page={{startPage?}}")
    _url(root, SUGGESTIONS, f"{site}{reverse('opensearch_suggestions')}?q={{searchTerms}}", rel="suggestions")
    _url(root, "application/atom+xml", f"{site}{reverse('search_feed_atom')}?q={{searchTerms}}&page={{startPage?}}")
    _url(root, TYPE, f"{site}{reverse('opensearch')}", rel="self")
    return HttpResponse(ET.tostring(root, encoding="utf-8", xml_declaration=True), content_type=TYPE)


def _short(name: str) -> str:
    """As many whole words as there is room for."""
    return shorten(name, LONGEST_NAME, placeholder="") or name[:LONGEST_NAME]


def _url(root: ET.Element, kind: str, template: str, **more: str) -> None:
    ET.SubElement(root, "Url", {"type": kind, "template": template, **more})


@require_safe
def suggestions(request: HttpRequest) -> HttpResponse:
    """[what was typed, completions, what each is, where each leads]"""
    typed, site = request.GET.get("q", ""), site_of(request)
    found = options(typed, timezone.now())
    columns = [[option[name] for option in found] for name in ("text", "note", "url")]
    columns[2] = [site + url for url in columns[2]]
    response = JsonResponse([typed, *columns], safe=False, content_type=SUGGESTIONS)
    response["X-Robots-Tag"] = "noindex"
    response["Cache-Control"] = "private, no-cache"
    return response
