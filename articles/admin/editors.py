"""Accounts: who works here, on which desks, and what they may do."""

from __future__ import annotations

from copy import copy
from functools import partial
from typing import Any

from django.contrib import admin
from django.contrib.auth.admin import GroupAdmin, UserAdmin
from django.contrib.auth.models import Group
from django.http import HttpRequest
from django.urls import path, reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from unfold.forms import AdminPasswordChangeForm, UserChangeForm, UserCreationForm

from articles.admin.base import NewsroomAdmin
from articles.admin.second_factor import reset_page
from articles.editorial.base import log_name
from articles.models import Editor, Role
from articles.vocabulary import Verb

admin.site.unregister(Group)

WHO = (_("Wer"), {"fields": (("first_name", "last_name"), "email", "desks")})
LAST = (_("Anmeldung"), {"fields": ("last_login", "date_joined", "second_factor")})
FOR_CHIEFS = (
    (None, {"fields": ("username", "password")}),
    WHO,
    (_("Darf"), {"fields": ("is_active", "is_staff", "groups")}),
    LAST,
)
"""Rights beyond the roles are given by who has them all."""
FOR_LOOKING = ((None, {"fields": ("username",)}), *FOR_CHIEFS[1:])
"""What is not changed is shown as it is stored; a password's hash is nobody's to read."""


class Logged:
    """Who gave whom which rights is read in the editorial log, not only in Django's own."""

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        super().save_related(request, form, formsets, change)
        told = ", ".join(str(form.fields[name].label) for name in form.changed_data if form.fields[name].label)
        verb = Verb.CHANGED if change else Verb.CREATED
        if told:
            log_name(str(form.instance), verb, editor=request.user, at=timezone.now(), reason=told)


@admin.register(Editor)
class EditorAdmin(Logged, UserAdmin, NewsroomAdmin):
    """An account is switched off, never deleted: the log would forget who did what."""

    form = UserChangeForm
    add_form = UserCreationForm
    change_password_form = AdminPasswordChangeForm
    change_form_template = None
    add_form_template = None
    list_display = ("username", "first_name", "last_name", "email", "is_active", "is_superuser")
    list_filter = ("is_active", "is_superuser")
    autocomplete_fields = ("desks",)
    fieldsets = (
        (None, {"fields": ("username", "password")}),
        WHO,
        (_("Darf"), {"fields": ("is_active", "is_staff", "is_superuser", "groups", "user_permissions")}),
        LAST,
    )
    readonly_fields = ("last_login", "date_joined", "second_factor")

    def has_change_permission(self, request: HttpRequest, obj: Editor | None = None) -> bool:
        """Nobody gets hold of an account that may do more than his own."""
        allowed = super().has_change_permission(request, obj)
        return allowed and (obj is None or request.user.is_superuser or _is_no_mightier(obj, request.user))

    def get_fieldsets(self, request: HttpRequest, obj: Editor | None = None) -> Any:
        if obj and not self.has_change_permission(request, obj):
            return FOR_LOOKING
        fieldsets = super().get_fieldsets(request, obj)
        return fieldsets if request.user.is_superuser or not obj else FOR_CHIEFS

    def formfield_for_manytomany(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        """A chief gives roles; other groups may hold more than a chief may."""
        if db_field.name == "groups" and not request.user.is_superuser:
            kwargs["queryset"] = Group.objects.filter(role__isnull=False)
        return super().formfield_for_manytomany(db_field, request, **kwargs)

    def get_urls(self) -> list[Any]:
        reset = self.admin_site.admin_view(partial(reset_page, self))
        return [path("<int:pk>/second-factor/", reset, name="articles_editor_second_factor"), *super().get_urls()]

    @admin.display(description=_("Anmeldung mit Code"))
    def second_factor(self, editor: Editor) -> str:
        if not editor.has_second_factor:
            return gettext("aus")
        there = reverse("admin:articles_editor_second_factor", args=[editor.pk])
        link = format_html('<a class="newsroom-link" href="{}">{}</a>', there, gettext("zurücksetzen"))
        return format_html("{} – {}", gettext("ein"), link)

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        """Groups that the form does not offer are kept."""
        others = list(form.instance.groups.filter(role__isnull=True)) if not request.user.is_superuser else []
        super().save_related(request, form, formsets, change)
        form.instance.groups.add(*others)

    def log_change(self, request: HttpRequest, obj: Editor, message: Any) -> Any:
        """Setting a password passes no form of the account."""
        if request.resolver_match and request.resolver_match.url_name == "auth_user_password_change":
            log_name(str(obj), Verb.SECURED, editor=request.user, at=timezone.now(), reason=gettext("Passwort"))
        return super().log_change(request, obj, message)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


def _is_no_mightier(editor: Editor, asking: Any) -> bool:
    """An account that is switched off may do nothing, so it counts as what it would be when switched on again."""
    on = copy(editor)
    on.is_active = True
    return not editor.is_superuser and on.get_all_permissions() <= asking.get_all_permissions()


@admin.register(Group)
class RoleAdmin(Logged, GroupAdmin, NewsroomAdmin):
    """A role can be called otherwise and given more or less; it cannot be lost."""

    change_form_template = None
    add_form_template = None

    def has_delete_permission(self, request: HttpRequest, obj: Group | None = None) -> bool:
        return super().has_delete_permission(request, obj) and not (obj and Role.objects.filter(group=obj).exists())
