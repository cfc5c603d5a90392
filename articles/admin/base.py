"""What all lists and forms of the admin have in common. Knows no model but what they share: a name and an address."""

from __future__ import annotations

from collections.abc import Callable
from html import unescape
from typing import Any, NamedTuple

from django.contrib import messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.contrib.admin.options import ActionLocation, IncorrectLookupParameters
from django.contrib.admin.widgets import RelatedFieldWidgetWrapper
from django.core.exceptions import ValidationError
from django.db import models
from django.forms import ModelForm
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from unfold.admin import ModelAdmin, TabularInline

from articles.admin.formsets import BoundedFormSet
from articles.admin.paging import BoundedPaginator
from articles.admin.widgets import KnownAutocomplete, ManyAutocomplete, RichTextWidget, numbers_in
from articles.editorial.rename import refuse_former, rename, retire
from articles.errors import CannotDo, NewsroomError
from articles.models.fields import RichTextField
from articles.search.request import LONGEST_QUESTION, MOST_UNITS
from articles.templatetags.newsroom import cleaned

RICH_TEXT = {RichTextField: {"widget": RichTextWidget}}


def words_of(typed: str) -> list[str]:
    """The words typed into a search box, no more than the readers' search takes: each is a condition of its own, and
    a database refuses a thousand of them."""
    return typed[:LONGEST_QUESTION].split()[:MOST_UNITS]


def readable(escaped: str) -> str:
    """A rich text as it is read, for those who may only look at it; Unfold hands its markup over escaped."""
    return cleaned(unescape(escaped))


READABLE = {"body": readable, "intro": readable}


class Tool(NamedTuple):
    """A way from a form to elsewhere, shown above it."""

    title: Any
    link: str
    icon: str
    blank: bool = False


class FindsByTyping:
    """What a field refers to is found by typing, shown without a query a row, and bears whatever is sent instead. It is
    never deleted from here: that a desk goes because of an article is an accident."""

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if field and isinstance(field.widget, RelatedFieldWidgetWrapper):
            field.widget.can_delete_related = False
        return field

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        if db_field.name in self.get_autocomplete_fields(request):
            kwargs["widget"] = KnownAutocomplete(db_field, self.admin_site)
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def formfield_for_manytomany(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        if db_field.name in self.get_autocomplete_fields(request):
            kwargs["widget"] = ManyAutocomplete(db_field, self.admin_site)
        return super().formfield_for_manytomany(db_field, request, **kwargs)


class NewsroomAdmin(FindsByTyping, ModelAdmin):
    """Bounded lists, nothing deleted in bulk, a warning before typed text is left behind."""

    paginator = BoundedPaginator
    show_full_result_count = False
    list_per_page = 50
    list_filter_submit = False
    warn_unsaved_form = True
    view_on_site = False
    formfield_overrides = RICH_TEXT
    readonly_preprocess_fields = READABLE
    change_form_template = "admin/articles/change_form.html"
    add_form_template = "admin/articles/change_form.html"

    def tools(self, request: HttpRequest, row: Any) -> list[Tool]:
        """None: those that Unfold has for every form."""
        return []

    def render_change_form(self, request: HttpRequest, context: Any, *args: Any, **kwargs: Any) -> HttpResponse:
        row = kwargs.get("obj")
        context["tools"] = self.tools(request, row) if row and row.pk else []
        return super().render_change_form(request, context, *args, **kwargs)

    def get_actions(
        self, request: HttpRequest, action_location: ActionLocation = ActionLocation.CHANGE_LIST
    ) -> dict[str, Any]:
        actions = super().get_actions(request, action_location)
        return {name: action for name, action in actions.items() if name != "delete_selected"}

    def lookup_allowed(self, lookup: str, value: Any, request: HttpRequest) -> bool:
        """No patterns: a broken one is an error of the database, a bad one keeps it busy."""
        return "regex" not in lookup and super().lookup_allowed(lookup, value, request)

    def get_changelist_instance(self, request: HttpRequest) -> Any:
        """What no column can hold, in an address, is a mistake in the address."""
        try:
            return super().get_changelist_instance(request)
        except (OverflowError, ValueError) as error:
            raise IncorrectLookupParameters from error

    def get_object(self, request: HttpRequest, object_id: str, from_field: str | None = None) -> Any:
        """`?_to_field=` in an address names no field, not one without a name."""
        return super().get_object(request, object_id, from_field or None)

    def get_search_results(self, request: HttpRequest, queryset: Any, search_term: str) -> tuple[Any, bool]:
        return super().get_search_results(request, queryset, " ".join(words_of(search_term)))

    def response_action(self, request: HttpRequest, queryset: models.QuerySet, **where: Any) -> HttpResponse | None:
        """An action is done to rows whose numbers are numbers."""
        chosen = numbers_in(request.POST.getlist(ACTION_CHECKBOX_NAME))
        request.POST = request.POST.copy()
        request.POST.setlist(ACTION_CHECKBOX_NAME, chosen)
        return super().response_action(request, queryset, **where)


class RowsInline(FindsByTyping, TabularInline):
    """Rows of a table."""

    formset = BoundedFormSet
    show_title = False
    extra = 0

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        """Named for those who do not see the head of its column."""
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if field:
            field.widget.attrs.setdefault("aria-label", str(field.label or db_field.verbose_name))
        return field


class ReadOnlyAdmin(NewsroomAdmin):
    """Can be looked at and nothing else, whoever asks."""

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:
        return False


class NamedForm(ModelForm):
    """A name and an address; an address that leads elsewhere since a renaming is refused."""

    def clean_slug(self) -> str:
        slug = self.cleaned_data["slug"]
        self.instance.slug = slug
        try:
            refuse_former(self.instance)
        except CannotDo as refusal:
            raise ValidationError(str(refusal)) from refusal
        return slug


class NamedAdmin(NewsroomAdmin):
    """Desks, tags, topics, people, authors: renamed by the verb, deleted only where nothing depends on them."""

    form = NamedForm
    ordering = ("sort_key",)
    search_fields = ("name",)

    def is_used(self, named: Any) -> bool:
        """Whether something would be lost with it."""
        return False

    def tools(self, request: HttpRequest, row: Any) -> list[Tool]:
        if not (row.slug and getattr(row, "is_public", True)):
            return []
        there = reverse(str(self.opts.model_name), args=[row.slug])
        return [Tool(_("Auf der Website ansehen"), there, "open_in_new", blank=True)]

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return super().has_delete_permission(request, obj) and not (obj and self.is_used(obj))

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        if change:
            rename(obj, editor=request.user, at=timezone.now())
        else:
            obj.save()

    def delete_model(self, request: HttpRequest, obj: Any) -> None:
        retire(obj, editor=request.user, at=timezone.now())

    def get_deleted_objects(self, objs: Any, request: HttpRequest) -> tuple[list[str], dict[Any, int], set[str], list]:
        """Only the thing itself: its names and roles go with it, and whatever matters forbids the deletion."""
        return [str(obj) for obj in objs], {self.opts.verbose_name_plural: len(objs)}, set(), []


def tried(request: HttpRequest, do: Callable[[], Any]) -> bool:
    """Do it; a refusal becomes a message to the editor."""
    try:
        do()
    except NewsroomError as refusal:
        messages.error(request, str(refusal))
        return False
    return True
