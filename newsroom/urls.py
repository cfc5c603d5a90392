"""German without prefix, English under /en/; what has no language stands outside."""

from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.urls import include, path

from articles.urls import without_language

urlpatterns = [
    *without_language,
    *i18n_patterns(
        path("admin/", admin.site.urls),
        path("", include("articles.urls")),
        prefix_default_language=False,
    ),
]

handler404 = "articles.views.errors.not_found"
