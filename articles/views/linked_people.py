"""Where an article's text leads to the pages of people: the first place of each in every section."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from django.urls import reverse

from articles.models import Article
from articles.text.linked import Link
from articles.vocabulary import MentionStatus


def people_links(article: Article) -> Mapping[str, list[Link]]:
    """By the section's anchor, in the order of the text; reads what `for_page` has read.

    Who is not public, not confirmed, or no longer stands where the mention says, is plain text.
    """
    texts = {section.anchor: section.plain for section in article.sections.all()}
    links: dict[str, list[Link]] = defaultdict(list)
    for mention in sorted(article.mentions.all(), key=lambda mention: (mention.start, -mention.end)):
        stands = texts.get(mention.anchor, "")[mention.start : mention.end] == mention.surface
        if stands and mention.status == MentionStatus.CONFIRMED and mention.person.is_public:
            url = reverse("person", args=[mention.person.slug])
            links[mention.anchor].append(Link(mention.start, mention.end, url))
    return links
