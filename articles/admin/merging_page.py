"""The page on which a text meets the one that was saved meanwhile. Nothing is written until everything is answered."""

from __future__ import annotations

import json

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.admin.answers import Answer
from articles.admin.comparing import Comparison
from articles.admin.filling import fill
from articles.admin.pages import admin_page
from articles.admin.standing import LIVE, standing_of
from articles.admin.writing import as_sent, seen_version
from articles.editorial.working_draft import HeldElsewhere, is_key, keep_draft, new_key
from articles.models import Article, WorkingDraft

MINE = "_mine"
"""The form as it was sent first, in the page that asks."""
LEFT_OUT = {"csrfmiddlewaretoken", MINE}


def meet(request: HttpRequest, article: Article) -> HttpResponse | None:
    """None where the save may go on: the page knew the last version, or all is answered and `request.POST` now holds
    the two texts as one."""
    if MINE not in request.POST and request.POST.get("version_seen") == str(article.version_number):
        return None
    comparison = Comparison(article, _sent_first(request.POST))
    answers = {row.name: Answer(_answers_in(request), row) for row in comparison.conflicts}
    unanswered = [answer for answer in answers.values() if not answer.is_valid()]
    if not unanswered and (_knew_this_version(request, article) or not comparison.is_news):
        together = fill(comparison.decided(answers), article, comparison.data)
        together["merged_with"] = str(article.version_number)  # for the log
        if "_resume" not in request.POST:
            request.POST = together
            return None
        key = _keep(request, article, together)
        if key:
            return HttpResponseRedirect(resumed_at(article, key))
    else:
        _keep(request, article, comparison.data)
    return page(request, comparison, answers)


def _sent_first(sent: QueryDict) -> QueryDict:
    fields = read_fields(sent[MINE]) if MINE in sent else dict(sent.lists())
    return as_sent({name: values for name, values in fields.items() if name not in LEFT_OUT})


def read_fields(text: str) -> dict[str, list[str]]:
    """The form's fields as JSON; what is something else is left out, and what no browser can have typed: half of a
    character, NUL."""
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        return {}
    pairs = found.items() if isinstance(found, dict) else ()
    return {
        _whole(name): [_whole(str(value)) for value in values] for name, values in pairs if isinstance(values, list)
    }


def _whole(text: str) -> str:
    return text.encode(errors="ignore").decode().replace("\0", "")


def _answers_in(request: HttpRequest) -> QueryDict | None:
    return request.POST if MINE in request.POST else None


def _knew_this_version(request: HttpRequest, article: Article) -> bool:
    """A third save may have come between; then both are shown again."""
    return request.POST.get("_merged_with") == str(article.version_number)


def resumed_at(article: Article | None, key: str) -> str:
    args = ("change", [article.pk]) if article else ("add", [])
    return f"{reverse(f'admin:articles_article_{args[0]}', args=args[1])}?draft={key}"


def _keep(request: HttpRequest, article: Article, data: QueryDict) -> str:
    """Whoever leaves the page without an answer finds his text again. Returns the draft's key, "" if another window
    holds the draft."""
    sent = data.get("draft_key", "")
    key = sent if is_key(sent) else new_key()
    try:
        keep_draft(request.user, article, key, dict(data.lists()), base=seen_version(data), at=timezone.now())
    except HeldElsewhere as refusal:
        messages.error(request, str(refusal))
        return ""
    return key


def keep_unwanted(request: HttpRequest, article: Article) -> bool:
    """The form of somebody whose article it was until a moment ago: the text is there again once it is his again."""
    sent = _sent_first(request.POST)
    ours = "headline" in sent and is_key(sent.get("draft_key", ""))
    return ours and bool(_keep(request, article, sent))


def not_saved_page(request: HttpRequest, article: Article) -> HttpResponse:
    back = reverse("admin:articles_article_change", args=[article.pk])
    return admin_page(request, "articles/not_saved.html", _("Nicht gespeichert: %s") % article, status=403, back=back)


def page(
    request: HttpRequest, comparison: Comparison, answers: dict[str, Answer], *, may_save: bool = True
) -> HttpResponse:
    article = comparison.article
    media = [answer.media for answer in answers.values()]
    return admin_page(
        request,
        "articles/merge.html",
        _("Zwei Fassungen: %s") % article,
        article=article,
        comparison=comparison,
        rows=[(row, answers.get(row.name)) for row in comparison.rows],
        open=len(answers),
        is_live=standing_of(article, timezone.now()) == LIVE,
        mine=json.dumps(dict(comparison.data.lists()), ensure_ascii=False),
        media=sum(media[1:], media[0]) if media else "",
        may_save=may_save,
        action=reverse("admin:articles_article_change", args=[article.pk]),
    )


def compare_page(request: HttpRequest, article: Article, draft: WorkingDraft) -> HttpResponse:
    """An unsaved text beside the saved one. From here it is written on, not saved."""
    data = as_sent(draft.fields)
    data["draft_key"] = draft.key
    comparison = Comparison(article, data)
    answers = {row.name: Answer(None, row) for row in comparison.conflicts}
    return page(request, comparison, answers, may_save=False)
