"""Filling in a form of the admin as a browser would: what stands in it, and what is typed over it."""

from __future__ import annotations

from typing import Any

from django.forms import CheckboxInput, MultiWidget, SelectMultiple


def typed(response: Any, **changes: Any) -> dict[str, Any]:
    """What the shown form would post; a change of None takes a value away."""
    formsets = [inline.formset for inline in response.context["inline_admin_formsets"]]
    forms = [response.context["adminform"].form]
    for formset in formsets:
        forms += [formset.management_form, *formset.forms]
    data = {name: value for form in forms for bound in form for name, value in posted(bound)}
    data.update(changes)
    return {name: value for name, value in data.items() if value is not None}


def posted(bound: Any) -> list[tuple[str, Any]]:
    widget, value = bound.field.widget, bound.value()
    if isinstance(widget, MultiWidget):
        parts = value if isinstance(value, list) else widget.decompress(value)  # a list where it was sent before
        return [(f"{bound.html_name}_{place}", str(part or "")) for place, part in enumerate(parts)]
    if isinstance(widget, CheckboxInput):
        return [(bound.html_name, "on")] if value else []
    if isinstance(widget, SelectMultiple):
        return [(bound.html_name, list(value or ()))]
    return [(bound.html_name, "" if value is None else value)]


def row(prefix: str, number: int, **values: Any) -> dict[str, Any]:
    """A row added by the editor."""
    return {f"{prefix}-{number}-{name}": value for name, value in {"id": "", "position": "", **values}.items()} | {
        f"{prefix}-TOTAL_FORMS": number + 1
    }
