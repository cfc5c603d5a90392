"""Accounts: who works here, on which desks, and what they may do."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.contrib.auth.admin import GroupAdmin, UserAdmin
from django.contrib.auth.models import Group
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from unfold.forms import AdminPasswordChangeForm, UserChangeForm, UserCreationForm

from articles.admin.base import NewsroomAdmin
from articles.models import Editor

admin.site.unregister(Group)


@admin.register(Editor)
class EditorAdmin(UserAdmin, NewsroomAdmin):
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
        (_("Wer"), {"fields": (("first_name", "last_name"), "email", "desks")}),
        (_("Darf"), {"fields": ("is_active", "is_staff", "is_superuser", "groups", "user_permissions")}),
        (_("Zuletzt"), {"fields": ("last_login", "date_joined")}),
    )
    readonly_fields = ("last_login", "date_joined")

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


@admin.register(Group)
class RoleAdmin(GroupAdmin, NewsroomAdmin):
    change_form_template = None
    add_form_template = None
