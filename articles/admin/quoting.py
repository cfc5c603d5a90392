"""A mention's sentence as HTML."""

from __future__ import annotations

from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from articles.admin.sentences import quote
from articles.models import Mention
from articles.people.linking import texts_of


def render_sentence(mention: Mention) -> SafeString:
    texts = texts_of(mention.article)
    quoted = quote(texts, mention.anchor, mention.start, mention.end, mention.surface)
    return render_to_string("admin/articles/sentence.html", {"mention": mention, "quoted": quoted})
