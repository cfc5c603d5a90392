"""The pages of the login with a code: asking for it, setting it up, and turning it off."""

from __future__ import annotations

from typing import Any

import segno
from django import forms
from django.contrib import messages
from django.contrib.admin import site
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django_otp import DEVICE_ID_SESSION_KEY
from django_otp.models import Device
from django_otp.plugins.otp_static.models import StaticDevice
from django_otp.plugins.otp_totp.models import TOTPDevice
from unfold.widgets import UnfoldAdminTextInputWidget

from articles.admin.base import tried
from articles.admin.pages import admin_page
from articles.editorial.second_factor import begin, begun, codes_left, confirm, turn_off, verify
from articles.errors import CannotDo
from articles.models import Editor

for device_model in (TOTPDevice, StaticDevice):  # their pages show secrets, and search without bounds
    if site.is_registered(device_model):
        site.unregister(device_model)


class CodeForm(forms.Form):
    code = forms.CharField(
        label=gettext_lazy("Code"),
        max_length=40,
        widget=UnfoldAdminTextInputWidget(attrs={"autocomplete": "one-time-code", "autofocus": True}),
        help_text=gettext_lazy("Sechs Ziffern aus der App, oder einer Ihrer Ersatzcodes."),
    )


class SetupForm(CodeForm):
    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.fields["code"].help_text = _("Sechs Ziffern aus der App.")


@never_cache
def code_page(request: HttpRequest) -> HttpResponse:
    """After the password. Giving up is logging out."""
    half = _half(request)
    if not half or not half.has_second_factor:
        return HttpResponseRedirect(reverse("admin:index"))
    if "cancel" in request.POST:
        request.session.flush()
        return HttpResponseRedirect(reverse("admin:login"))
    form = CodeForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        device = _tried(form, lambda code: verify(half, code))
        if device:
            return _let_in(request, device)
    return admin_page(request, "login/code.html", _("Anmeldung"), form=form)


@never_cache
def setup_page(request: HttpRequest) -> HttpResponse:
    """Nothing is made before the button is pressed; the recovery codes are shown once and never again. What is on is
    set up anew only after it was turned off, which takes a code."""
    editor = request.user if request.user.is_authenticated else _half(request)
    if not editor:
        return HttpResponseRedirect(f"{reverse('admin:login')}?next={request.path}")
    if request.user.is_anonymous and editor.has_second_factor:
        return HttpResponseRedirect(reverse("second_factor"))
    if "begin" in request.POST and not editor.has_second_factor:
        begin(editor)
        return HttpResponseRedirect(request.get_full_path())
    form = SetupForm(request.POST if "code" in request.POST and not editor.has_second_factor else None)
    if form.is_bound and form.is_valid():
        done = _tried(form, lambda code: _confirmed(request, editor, code))
        if done:
            return admin_page(request, "login/codes.html", _("Ersatzcodes"), codes=done, then=_next(request))
    return admin_page(request, "login/setup.html", _("Anmeldung mit Code"), form=form, **_shown(editor))


def _half(request: HttpRequest) -> Editor | None:
    """Whoever has given a password and no code yet; asking for the user finds that out."""
    return None if request.user.is_authenticated else request.half_user


def _tried(form: CodeForm, do: Any) -> Any:
    try:
        found = do(form.cleaned_data["code"])
    except CannotDo as refusal:
        form.add_error("code", str(refusal))
        return None
    if not found:
        form.add_error("code", _("Dieser Code stimmt nicht."))
    return found


def _confirmed(request: HttpRequest, editor: Any, code: str) -> list[str]:
    device, codes = confirm(editor, code, at=timezone.now())
    if device:
        _remember(request, device)
    return codes


def _shown(editor: Any) -> dict[str, Any]:
    if editor.has_second_factor:
        return {"is_on": True, "left": codes_left(editor)}
    device = begun(editor)
    if not device:
        return {"is_on": False}
    secret = device.config_url.partition("secret=")[2].partition("&")[0]
    groups = " ".join(secret[start : start + 4] for start in range(0, len(secret), 4))
    picture = segno.make(device.config_url).svg_data_uri(scale=5, border=3, light="white")
    return {"is_on": False, "picture": picture, "secret": groups}


def _let_in(request: HttpRequest, device: Device) -> HttpResponse:
    _remember(request, device)
    return HttpResponseRedirect(_next(request))


def _remember(request: HttpRequest, device: Device) -> None:
    request.session.cycle_key()
    request.session[DEVICE_ID_SESSION_KEY] = device.persistent_id


def _next(request: HttpRequest) -> str:
    wanted = request.GET.get("next", "")
    safe = url_has_allowed_host_and_scheme(wanted, {request.get_host()}, require_https=request.is_secure())
    return wanted if safe else reverse("admin:index")


def off_page(request: HttpRequest) -> HttpResponse:
    """For oneself, and only with a code."""
    if not request.user.is_authenticated:
        raise PermissionDenied
    form = CodeForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid() and _tried(form, lambda code: verify(request.user, code)):
        turn_off(request.user, by=request.user, at=timezone.now())
        messages.success(request, _("Die Anmeldung verlangt keinen Code mehr."))
        return HttpResponseRedirect(reverse("second_factor_setup"))
    return admin_page(request, "login/off.html", _("Ohne Code anmelden"), form=form)


def reset_page(model_admin: Any, request: HttpRequest, pk: int) -> HttpResponse:
    """A chief turns it off for somebody who has lost the telephone."""
    editor = get_object_or_404(Editor, pk=pk)
    if not model_admin.has_change_permission(request, editor):
        raise PermissionDenied
    back = reverse("admin:articles_editor_change", args=[pk])
    if request.method == "POST":
        if tried(request, lambda: turn_off(editor, by=request.user, at=timezone.now())):
            messages.success(request, _("„%s“ meldet sich jetzt ohne Code an.") % editor)
        return HttpResponseRedirect(back)
    return admin_page(request, "login/reset.html", _("Anmeldung mit Code zurücksetzen"), editor=editor, back=back)
