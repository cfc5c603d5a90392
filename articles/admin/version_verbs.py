"""What an editor can do with one version: who may, when it makes sense, what it asks. It is done in editorial."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from unfold.widgets import UnfoldAdminTextInputWidget

from articles.admin.verbs import GRAVE, PlainForm, prose
from articles.editorial.name_version import LONGEST, name_version
from articles.editorial.reach import may
from articles.editorial.redact_version import redact_version
from articles.editorial.restore_version import restore_version
from articles.models import Article, Editor, Version


class NameForm(forms.Form):
    name = forms.CharField(
        label=_("Name"),
        required=False,
        max_length=LONGEST,
        widget=UnfoldAdminTextInputWidget,
        help_text=_("Nur für die Redaktion. Leer: ohne Namen."),
    )


class RedactForm(forms.Form):
    reason = prose(_("Begründung"), _("Bleibt im Haus und steht im Protokoll."))


@dataclass(frozen=True)
class VersionVerb:
    name: str
    label: Promise
    permission: str
    effect: Promise
    do: Callable[..., Any]  # (article, number, editor=, at=, **the form's answers)
    form: type[forms.Form] = PlainForm
    variant: str = ""  # of its button, as Unfold calls it

    def allows(self, editor: Editor, article: Article) -> bool:
        return may(editor, self.permission, article)

    def fits(self, article: Article, version: Version) -> bool:
        """Nothing is left to do with a redacted one; what stands in the article is neither restored nor redacted."""
        return not version.is_redacted and (self.name == "name" or version.number != article.version_number)


VERBS = {
    "restore": VersionVerb(
        "restore",
        _("Fassung übernehmen"),
        "change_article",
        _("Der Artikel lautet danach wie in dieser Fassung. Daraus wird eine neue; die jetzige bleibt."),
        restore_version,
    ),
    "name": VersionVerb(
        "name",
        _("Fassung benennen"),
        "change_article",
        _("Unter dem Namen findet die Redaktion die Fassung wieder."),
        name_version,
        NameForm,
    ),
    "redact": VersionVerb(
        "redact",
        _("Fassung schwärzen"),
        "redact_version",
        _("Ihr Text wird hier und in gleichlautenden Fassungen für immer gelöscht; das Protokoll nennt den Grund."),
        redact_version,
        RedactForm,
        variant=GRAVE,
    ),
}


def verbs_for(article: Article, version: Version, editor: Editor) -> list[VersionVerb]:
    """What this editor can do with it now."""
    return [verb for verb in VERBS.values() if verb.allows(editor, article) and verb.fits(article, version)]
