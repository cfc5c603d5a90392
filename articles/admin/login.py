"""Who counts as logged in: whoever gave the code too, where one is asked for, and not for longer than a session lasts.
Anybody else is nobody, on every page; in the admin they are led to what is missing."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.contrib.auth.signals import user_logged_in
from django.dispatch import receiver
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import SimpleLazyObject
from django_otp import DEVICE_ID_SESSION_KEY
from django_otp.models import Device

BEGAN, SEEN = "login_began", "login_seen"
"""Seconds since 1970, in the session."""
NOTED_EVERY = 60
UNATTENDED = "/presence/"
"""What the open page asks by itself is no work."""


@receiver(user_logged_in)
def note_login(request: HttpRequest, **_more: Any) -> None:
    request.session[BEGAN] = request.session[SEEN] = _now()


def is_over(session: Any, now: int) -> bool:
    """Too long ago since the login, or since the last thing done. A login from before that was noted is over."""
    began, seen = session.get(BEGAN, 0), session.get(SEEN, 0)
    return now - began >= settings.SESSION_HOURS * 3600 or now - seen >= settings.SESSION_IDLE_MINUTES * 60


class LoginMiddleware:
    """After Django's own, whose user it looks at only where somebody asks who it is."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.half_user = None
        request.user = SimpleLazyObject(partial(_whole, request, request.user))
        missing = _missing(request) if request.path.startswith(reverse("admin:index")) else None
        return missing or self.get_response(request)


def _whole(request: HttpRequest, user: Any) -> Any:
    if not user.is_authenticated:
        return user
    now = _now()
    if is_over(request.session, now):
        request.session.flush()
        return AnonymousUser()
    if now - request.session[SEEN] >= NOTED_EVERY and not request.path.endswith(UNATTENDED):
        request.session[SEEN] = now
    if _is_complete(request, user):
        return user
    request.half_user = user
    return AnonymousUser()


def _is_complete(request: HttpRequest, user: Any) -> bool:
    if not user.has_second_factor:
        return not settings.REQUIRE_SECOND_FACTOR
    known = request.session.get(DEVICE_ID_SESSION_KEY)
    device = Device.from_persistent_id(known) if known else None
    return bool(device and device.user_id == user.pk and device.confirmed)


def _missing(request: HttpRequest) -> HttpResponse | None:
    """To the page that asks for the code, or to the one on which it is set up."""
    if request.user.is_authenticated or not request.half_user:
        return None
    code, setup = reverse("second_factor"), reverse("second_factor_setup")
    wanted = code if request.half_user.has_second_factor else setup
    if request.path in {code, wanted}:
        return None
    return HttpResponseRedirect(f"{wanted}?{urlencode({'next': request.get_full_path()})}")


def _now() -> int:
    return int(timezone.now().timestamp())
