"""An article's citation as a file for a reference manager, below its address. What its page says is article.py's."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from articles.models import Article
from articles.transfer.citation_files import FORMS
from articles.transfer.citing import cited
from articles.views import memento
from articles.views.article import day_of, elsewhere


@require_safe
def cite(request: HttpRequest, year: str, month: str, day: str, slug: str, form: str) -> HttpResponse:
    at, published_on = timezone.now(), day_of(year, month, day)
    named = Article.objects.visible(at).for_listing().prefetch_related("filings__tag")
    article = named.filter(published_on=published_on, slug=slug).first()
    if not article:
        return elsewhere(request, published_on, slug, at, f"cite.{form}")
    _name, written, content_type = FORMS[form]
    answer = HttpResponse(written(cited(article, memento.address(request, article))), content_type=content_type)
    answer["Content-Disposition"] = f'attachment; filename="{slug}.{form}"'
    return answer
