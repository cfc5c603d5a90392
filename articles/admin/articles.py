"""The list of articles and the page on which one is written."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.contrib import admin
from django.contrib.admin.options import ActionLocation
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet, prefetch_related_objects
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from unfold.decorators import display

from articles.admin.article_form import ArticleForm
from articles.admin.base import NewsroomAdmin, Tool
from articles.admin.bulk_pages import bulk_action
from articles.admin.filters import DeskFilter, LanguageFilter, StandingFilter, SuggestionsFilter, YearFilter
from articles.admin.finding import found_by
from articles.admin.formsets import SectionFormSet
from articles.admin.history import history_page
from articles.admin.inlines import BylineInline, MentionInline, SectionInline
from articles.admin.mention_forms import MentionFormSet
from articles.admin.rights import ArticleRights
from articles.admin.standing import LIVE, STANDINGS, standing_of
from articles.admin.verbs import BULK, SUBMIT, needs_desk, verbs_for
from articles.admin.writing_admin import ArticleWriting, merge_note
from articles.editorial.give_back import note_for
from articles.editorial.save import save_change
from articles.editorial.spike import spike
from articles.models import Article
from articles.people.linking import link_article, matcher_of_archive
from articles.vocabulary import Status, Verb

DATES = ("published_at", "embargoed_until")


@admin.register(Article)
class ArticleAdmin(ArticleRights, ArticleWriting, NewsroomAdmin):
    form = ArticleForm
    change_form_template = "admin/articles/article_form.html"
    add_form_template = "admin/articles/article_form.html"
    list_display = ("headline", "standing", "desk", "appears", "credit", "changed")
    list_select_related = ("desk",)
    list_filter = (StandingFilter, DeskFilter, LanguageFilter, YearFilter, SuggestionsFilter)
    ordering = ("-updated_at",)
    sortable_by = ("changed",)  # by anything else, a million rows would be sorted
    search_fields = ("headline",)
    actions = tuple(bulk_action(verb) for verb in BULK.values())
    search_help_text = _("Im ganzen Text, auch von Entwürfen; das letzte Wort braucht nur begonnen zu sein")
    inlines = (SectionInline, BylineInline, MentionInline)
    fieldsets = (
        (
            _("Text"),
            {"fields": ("kicker", "headline", "standfirst", ("dateline", "language"), "version_seen", "parts_seen")},
        ),
        (_("Planung"), {"fields": DATES}),
        (_("Ablage"), {"fields": ("desk", "tags")}),
        (_("Herkunft"), {"fields": ("source", "external_id", "source_url", "rights"), "classes": ["collapse"]}),
    )

    # -- the list

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        return super().get_queryset(request).prefetch_related("bylines__author")

    @display(description=_("Stand"), label={standing.key: standing.colour for standing in STANDINGS})
    def standing(self, article: Article) -> tuple[str, Any]:
        standing = standing_of(article, timezone.now())
        return standing.key, standing.label

    @display(description=pgettext_lazy("Autorenzeile", "Von"))
    def credit(self, article: Article) -> str:
        return ", ".join(byline.author.name for byline in article.bylines.all())

    @display(description=_("Erscheint am"), ordering="published_at")
    def appears(self, article: Article) -> str:
        return _short(article.published_at)

    @display(description=_("Geändert am"), ordering="updated_at")
    def changed(self, article: Article) -> str:
        return _short(article.updated_at)

    def get_search_results(self, request: HttpRequest, queryset: Any, search_term: str) -> tuple[QuerySet, bool]:
        words = search_term.strip()
        return (found_by(queryset, words) if words else queryset), False

    def get_actions(
        self, request: HttpRequest, action_location: ActionLocation = ActionLocation.CHANGE_LIST
    ) -> dict[str, Any]:
        """Those the editor may do to any article at all; the page that asks says to which."""
        actions = super().get_actions(request, action_location)
        barred = {f"{name}_chosen" for name, verb in BULK.items() if not verb.allows(request.user)}
        return {name: action for name, action in actions.items() if name not in barred}

    # -- the page

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        """Who works for one desk writes for it."""
        desks = list(request.user.desks.all()[:2])
        own = {"desk": desks[0]} if len(desks) == 1 else {}
        return {**own, **super().get_changeform_initial_data(request)}

    def save_model(self, request: HttpRequest, obj: Article, form: Any, change: bool) -> None:
        if not change:
            obj.created_by = request.user
        super().save_model(request, obj, form, change)

    def get_object(self, request: HttpRequest, object_id: str, from_field: str | None = None) -> Article | None:
        """Locked while it is being saved, so that of two saves at once the second sees the first."""
        article = super().get_object(request, object_id, from_field)
        if article and request.method == "POST":
            Article.objects.select_for_update(of=("self",)).get(pk=article.pk)
            article.refresh_from_db()
        if article:
            prefetch_related_objects([article], "sections")
        return article

    def get_readonly_fields(self, request: HttpRequest, obj: Article | None = None) -> tuple[str, ...]:
        """When a published article appears is decided by who may publish."""
        if obj and obj.status == Status.PUBLISHED and not self.has_publish_permission(request, obj):
            return DATES
        return ()

    def get_inlines(self, request: HttpRequest, obj: Article | None = None) -> Any:
        return self.inlines if obj else (SectionInline, BylineInline)

    def render_change_form(self, request: HttpRequest, context: Any, *args: Any, **kwargs: Any) -> HttpResponse:
        article, now = kwargs.get("obj"), timezone.now()
        if article and article.pk:
            standing = standing_of(article, now)
            context.update(
                standing=standing,
                is_live=standing == LIVE,
                returned=note_for(article),
                may_submit=SUBMIT.fits(article, now) and SUBMIT.allows(request.user, article),
                needs_desk=needs_desk(article, request.user),
            )
        return super().render_change_form(request, context, *args, **kwargs)

    def tools(self, request: HttpRequest, row: Article) -> list[Tool]:
        def there(name: str, *more: str) -> str:
            return reverse(f"admin:articles_article_{name}", args=[row.pk, *more])

        now, writes = timezone.now(), self.has_change_permission(request, row)
        seen = Tool(_("Vorschau"), reverse("preview", args=[row.pk]), "visibility", blank=True)
        if standing_of(row, now) == LIVE:
            seen = Tool(_("Auf der Website ansehen"), row.get_absolute_url(), "open_in_new", blank=True)
        verbs = verbs_for(row, request.user, now)
        return [
            *(Tool(verb.label, there("do", verb.name), verb.icon) for verb in verbs),
            *([Tool(_("Prüfen"), there("check"), "checklist")] if writes else []),
            seen,
            *([Tool(_("Weitergeben"), there("preview"), "devices")] if writes else []),
            Tool(_("Geschichte"), there("history"), "history"),
        ]

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        """When every part is written: the names in a new text, the version with its line, the decisions about names."""
        super().save_related(request, form, formsets, change)
        article, now = form.instance, timezone.now()
        article._prefetched_objects_cache = {}
        if _text_changed(form, formsets):
            link_article(article, matcher_of_archive(), at=now)
        verb, reason = _verb(form, change, now), merge_note(request)
        save_change(article, editor=request.user, at=now, verb=verb, reason=reason)
        mentions = [formset for formset in formsets if isinstance(formset, MentionFormSet)]
        decisions = [decision for formset in mentions for decision in formset.decisions()]
        if decisions:
            self.write_decisions(request, article, decisions, at=now)

    def response_change(self, request: HttpRequest, obj: Article) -> HttpResponse:
        """Saved, and on to the page that asks for the note."""
        response = super().response_change(request, obj)
        if "_submit" in request.POST and SUBMIT.fits(obj, timezone.now()) and SUBMIT.allows(request.user, obj):
            response["Location"] = reverse("admin:articles_article_do", args=[obj.pk, SUBMIT.name])
        return response

    def history_view(self, request: HttpRequest, object_id: str, extra_context: Any = None) -> HttpResponse:
        """The editorial log and the versions instead of Django's own record."""
        article = super().get_object(request, object_id)  # nothing is saved here, so nothing is locked
        if not article:
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)
        if not self.has_view_or_change_permission(request, article):
            raise PermissionDenied
        return history_page(request, article)

    # -- the basket

    def delete_model(self, request: HttpRequest, obj: Article) -> None:
        spike(obj, editor=request.user, at=timezone.now())

    def get_deleted_objects(self, objs: Any, request: HttpRequest) -> tuple[list[str], dict[Any, int], set[str], list]:
        return [str(article) for article in objs], {self.opts.verbose_name_plural: len(objs)}, set(), []


def _short(moment: datetime | None) -> str:
    return date_format(timezone.localtime(moment), "SHORT_DATETIME_FORMAT") if moment else ""


def _text_changed(form: ArticleForm, formsets: Any) -> bool:
    sections = [formset for formset in formsets if isinstance(formset, SectionFormSet)]
    return "standfirst" in form.changed_data or any(formset.has_changed() for formset in sections)


def _verb(form: ArticleForm, change: bool, now: Any) -> Verb:
    if not change:
        return Verb.CREATED
    return Verb.EMBARGOED if "embargoed_until" in form.changed_data else Verb.CHANGED
