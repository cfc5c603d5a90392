"""Every public address, grouped by prefix."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
