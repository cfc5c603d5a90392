"""The site itself, the way to a page, and pages that list articles."""

from __future__ import annotations

from collections.abc import Iterable

from django.conf import settings
from django.templatetags.static import static
from django.urls import reverse

from articles.linked_data.base import Thing, known, paper_id, website_id, whole
from articles.models import Article

PLACE = "search_term_string"


def paper(site: str) -> Thing:
    """Who publishes; articles refer to it."""
    logo = {"@type": "ImageObject", "url": site + static("img/icon.svg")}
    name = settings.PAPER_NAME
    return {"@type": "NewsMediaOrganization", "@id": paper_id(site), "name": name, "url": f"{site}/", "logo": logo}


def website(site: str) -> Thing:
    template = whole(site, reverse("search")) + f"?q={{{PLACE}}}"
    return {
        "@type": "WebSite",
        "@id": website_id(site),
        "name": settings.PAPER_NAME,
        "url": f"{site}/",
        "inLanguage": [code for code, _ in settings.LANGUAGES],
        "publisher": {"@id": paper_id(site)},
        "potentialAction": {
            "@type": "SearchAction",
            "target": {"@type": "EntryPoint", "urlTemplate": template},
            "query-input": f"required name={PLACE}",
        },
    }


def breadcrumbs(trail: Iterable[tuple[str, str]], site: str) -> Thing:
    """From the front page to the page itself, as (name, path)."""
    steps = [
        {"@type": "ListItem", "position": place, "name": name, "item": whole(site, path)}
        for place, (name, path) in enumerate(trail, start=1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": steps}


def collection(
    articles: Iterable[Article],
    count: int | None,
    site: str,
    *,
    url: str,
    name: str,
    description: str,
    language: str,
    about: str = "",
    first: int = 1,
) -> Thing:
    """A page of a list: those that stand here from place `first` on, and how many articles the whole list has, where
    that is known. `about` is the `@id` of whom or what the page is about."""
    listed = [_listed(article, place, site) for place, article in enumerate(articles, start=first)]
    items = {"@type": "ItemList", "itemListElement": listed}
    return known(
        {
            "@type": "CollectionPage",
            "@id": url,
            "url": url,
            "name": name,
            "description": description,
            "inLanguage": language,
            "isPartOf": {"@id": website_id(site)},
            "about": {"@id": about} if about else None,
            "mainEntity": items if count is None else {**items, "numberOfItems": count},
        }
    )


def _listed(article: Article, place: int, site: str) -> Thing:
    url = whole(site, article.get_absolute_url())
    return {"@type": "ListItem", "position": place, "url": url, "name": article.headline}
