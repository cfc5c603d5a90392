"""How the article's form keeps what is typed: drafts that save themselves, and two editors' texts."""

from __future__ import annotations

import re
from typing import Any

from django.forms.utils import ErrorDict, ErrorList
from django.http import HttpRequest, HttpResponse, QueryDict
from django.urls import path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from unfold.admin import ModelAdmin

from articles.admin import draft_views, history
from articles.admin.checking import check_page
from articles.admin.filling import fill
from articles.admin.merging_page import keep_unwanted, meet, not_saved_page
from articles.admin.preview_pages import preview_page
from articles.admin.verb_pages import verb_page
from articles.admin.words import words
from articles.admin.writing import as_sent, from_form
from articles.editorial.working_draft import drafts_of, forget, is_key, new_key
from articles.models import Article
from articles.models.draft import KEY_LENGTH

SAVED_COOKIE = "newsroom_saved"
"""The keys of the pages whose work is saved: the script clears their copies from the browser."""
REMEMBERED = 10


class ArticleWriting(ModelAdmin):
    def get_urls(self) -> list[Any]:
        """Each with the admin itself, which knows who may."""

        def page(route: str, view: Any, name: str) -> Any:
            def asked(request: HttpRequest, **kwargs: Any) -> HttpResponse:
                return view(request=request, model_admin=self, **kwargs)

            return path(route, self.admin_site.admin_view(asked), name=f"articles_article_{name}")

        return [
            page("<int:pk>/do/<slug:name>/", verb_page, "do"),
            page("draft/", draft_views.autosave, "new_autosave"),
            page("draft/<slug:key>/answer/", draft_views.answer, "new_draft_answer"),
            page("<int:pk>/check/", check_page, "check"),
            page("<int:pk>/draft/", draft_views.autosave, "autosave"),
            page("<int:pk>/draft/<slug:key>/answer/", draft_views.answer, "draft_answer"),
            page("<int:pk>/draft/<slug:key>/compare/", draft_views.compare, "draft_compare"),
            page("<int:pk>/preview/", preview_page, "preview"),
            page("<int:pk>/presence/", draft_views.presence, "presence"),
            page("<int:pk>/history/compare/", history.compare_page, "compare"),
            page("<int:pk>/history/<int:number>/", history.version_page, "version"),
            page("<int:pk>/history/<int:number>/<slug:name>/", history.verb_page, "version_do"),
            *super().get_urls(),
        ]

    # -- a draft shown instead of the saved article, a save that meets another

    def _changeform_view(self, request: HttpRequest, object_id: Any, form_url: Any, extra_context: Any) -> Any:
        wanted = object_id and (request.method == "POST" or "draft" in request.GET)
        article = self.get_object(request, object_id) if wanted else None
        if request.method != "POST":
            request.resumed = self._resumed(request, article) if article or not object_id else None
        elif article and self.has_change_permission(request, article):
            asked = meet(request, article)
            if asked:
                return asked
        elif article and self.has_change_permission(request) and keep_unwanted(request, article):
            return not_saved_page(request, article)
        return super()._changeform_view(request, object_id, form_url, extra_context)

    def _resumed(self, request: HttpRequest, article: Article | None) -> QueryDict | None:
        """The draft the address names, in the rows of the article as it is; None on a text saved by others since."""
        key = request.GET.get("draft", "")
        draft = drafts_of(request.user, article).filter(key=key[:KEY_LENGTH]).first() if key else None
        if not draft or (article and draft.base_version != article.version_number):
            return None
        data = as_sent(draft.fields)
        return fill(from_form(data, article), article, data)

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:
        form = super().get_form(request, obj, change=change, **kwargs)
        form.resumed = getattr(request, "resumed", None)
        return form

    def get_formset_kwargs(self, request: HttpRequest, obj: Any, inline: Any, prefix: str) -> dict[str, Any]:
        resumed = getattr(request, "resumed", None)
        known = resumed is not None and f"{prefix}-TOTAL_FORMS" in resumed
        return {**super().get_formset_kwargs(request, obj, inline, prefix), **({"data": resumed} if known else {})}

    def _create_formsets(self, request: HttpRequest, obj: Any, change: bool) -> Any:
        """What is resumed is checked when it is sent, not while it is shown."""
        formsets, inlines = super()._create_formsets(request, obj, change)
        for formset in formsets if getattr(request, "resumed", None) is not None else ():
            formset._errors, formset._non_form_errors = [], ErrorList()
            for form in formset.forms:
                form._errors = ErrorDict()
        return formsets, inlines

    # -- the page

    def render_change_form(self, request: HttpRequest, context: Any, *args: Any, **kwargs: Any) -> HttpResponse:
        article = kwargs.get("obj")
        resumed = getattr(request, "resumed", None)
        key = request.POST.get("draft_key") or (request.GET.get("draft") if resumed is not None else "") or new_key()
        may = self.has_change_permission(request, article) if article else self.has_add_permission(request)
        if may:
            context.update(self._writing(request, article, key), is_resumed=resumed is not None)
        return super().render_change_form(request, context, *args, **kwargs)

    def _writing(self, request: HttpRequest, article: Article | None, key: str) -> dict[str, Any]:
        company = draft_views.company(article, request.user, timezone.now()) if article else {}
        return {
            "draft_key": key,
            "offers": draft_views.offers(request, article, key),
            "company": company,
            "writing": {
                "key": key,
                "sent": request.method == "POST",
                "editor": request.user.pk,
                "article": article.pk if article else 0,
                "version": article.version_number if article else 0,
                "autosave": _address("autosave", article),
                "answer": _address("draft_answer", article, "KEY"),
                "resumed": self._own_address(article),
                "presence": reverse("admin:articles_article_presence", args=[article.pk]) if article else "",
                "cookie": SAVED_COOKIE,
                "words": words(),
            },
        }

    def _own_address(self, article: Article | None) -> str:
        return reverse(f"admin:articles_article_{'change' if article else 'add'}", args=[article.pk] if article else [])

    # -- saved: the draft is done with

    def response_add(self, request: HttpRequest, obj: Any, *args: Any, **kwargs: Any) -> HttpResponse:
        return _done(request, None, super().response_add(request, obj, *args, **kwargs))

    def response_change(self, request: HttpRequest, obj: Any) -> HttpResponse:
        return _done(request, obj, super().response_change(request, obj))


def _address(name: str, article: Article | None, *more: str) -> str:
    args = [article.pk, *more] if article else [*more]
    return reverse(f"admin:articles_article_{'' if article else 'new_'}{name}", args=args)


def _done(request: HttpRequest, article: Article | None, response: HttpResponse) -> HttpResponse:
    key = request.POST.get("draft_key", "")
    if not is_key(key):
        return response
    if response.has_header("Location"):  # back to the article, not to the draft it was written on
        response["Location"] = re.sub(r"\?draft=\w*$", "", response["Location"])
    forget(request.user, article, key)
    keys = [*request.COOKIES.get(SAVED_COOKIE, "").split("."), key][-REMEMBERED:]
    known = [one for one in keys if is_key(one)]
    response.set_cookie(SAVED_COOKIE, ".".join(known), max_age=86_400, samesite="Lax", secure=request.is_secure())
    return response


def merge_note(request: HttpRequest) -> str:
    """For the log: that this save brought two texts together."""
    number = request.POST.get("merged_with", "")
    return _("Zusammengeführt mit Fassung %s") % number if number.isdecimal() and len(number) < 9 else ""
