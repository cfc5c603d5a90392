"""What the users of schema.org's data ask of each type; what a thing lacks, in words.

Sources: Google Search Central, "Article", "Breadcrumb", "Sitelinks search box", "Organization", "Carousel" (structured
data documentation), which say what is required or recommended; schema.org itself requires nothing, but defines
CorrectionComment, CollectionPage and Person by the properties named here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

NEEDED = {
    "NewsArticle": {
        "headline",
        "datePublished",
        "dateModified",
        "author",
        "publisher",
        "mainEntityOfPage",
        "inLanguage",
    },
    "Person": {"name", "url"},
    "Organization": {"name", "url"},
    "DefinedTerm": {"name", "url"},
    "CorrectionComment": {"text", "datePublished"},
    "BreadcrumbList": {"itemListElement"},
    "ListItem": {"position", "name"},
    "CollectionPage": {"name", "url"},
    "ItemList": {"itemListElement"},
    "WebSite": {"name", "url", "potentialAction"},
    "SearchAction": {"target", "query-input"},
    "EntryPoint": {"urlTemplate"},
    "NewsMediaOrganization": {"name", "url", "logo"},
    "ImageObject": {"url"},
}
ADDRESSES = {"@id", "url", "item", "mainEntityOfPage", "sameAs", "isBasedOn", "image", "contentUrl"}
MOMENTS = {"datePublished", "dateModified"}
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d\Z")


def lacking(thing: Any, where: str = "") -> Iterator[str]:
    """Of the thing and of all it holds; a thing that is only a reference has no type."""
    for each in (one for one in (thing if isinstance(thing, list) else [thing]) if isinstance(one, dict)):
        kind = each.get("@type", "reference")
        yield from (f"{where}{kind} lacks {name}" for name in NEEDED.get(kind, {"@id"}) - set(each))
        yield from (
            f"{where}{kind}.{name}: {each[name]}" for name in set(each) if not _is_well_formed(name, each[name])
        )
        for name, value in each.items():
            yield from lacking(value, f"{where}{kind}.{name} ")


def _is_well_formed(name: str, value: Any) -> bool:
    texts = value if isinstance(value, list) else [value]
    pattern = re.compile(r"https?://\S+\Z") if name in ADDRESSES else MOMENT if name in MOMENTS else re.compile("")
    return all(not isinstance(text, str) or pattern.match(text) for text in texts) and value not in ("", [], None)
