"""German without prefix, English under /en/; what has no language stands outside."""

from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.urls import include, path

from articles.admin import second_factor
from articles.urls import without_language

urlpatterns = [
    *without_language,
    *i18n_patterns(
        path("admin/second-factor/", second_factor.code_page, name="second_factor"),
        path("admin/second-factor/setup/", second_factor.setup_page, name="second_factor_setup"),
        path("admin/second-factor/off/", second_factor.off_page, name="second_factor_off"),
        path("admin/", admin.site.urls),
        path("", include("articles.urls")),
        prefix_default_language=False,
    ),
]

handler400 = "articles.views.errors.bad_request"
handler404 = "articles.views.errors.not_found"
handler500 = "articles.views.errors.server_error"
