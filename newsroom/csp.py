"""The admin's own content security policy, chosen by path; the public site keeps the strict one of the settings."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.views.decorators.csp import csp_override

ADMIN_PATHS = ("/admin/", "/en/admin/")


class AdminPolicyMiddleware:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]):
        self.public = get_response
        self.admin = csp_override(settings.ADMIN_CSP)(get_response)

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return (self.admin if request.path.startswith(ADMIN_PATHS) else self.public)(request)
