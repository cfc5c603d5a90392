"""The verbs an editor finds as buttons and bulk actions: who may, when it makes sense, what it asks. It is done in
editorial."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from unfold.widgets import UnfoldAdminSelectWidget, UnfoldAdminTextareaWidget, UnfoldAdminTextInputWidget

from articles.admin.standing import DRAFT, EMBARGOED, LIVE, REVIEW, SCHEDULED, WITHDRAWN, Standing, standing_of
from articles.admin.widgets import is_storable
from articles.editorial.correct import correct
from articles.editorial.embargo import embargo
from articles.editorial.give_back import give_back
from articles.editorial.publish import publish
from articles.editorial.reach import may
from articles.editorial.readdress import readdress
from articles.editorial.restore import restore
from articles.editorial.spike import spike
from articles.editorial.submit import submit
from articles.editorial.withdraw import withdraw
from articles.models import Article, Editor
from articles.vocabulary import CorrectionKind, Status


def prose(label: Any, help_text: Any = "", *, rows: int = 3, required: bool = True) -> forms.CharField:
    widget = UnfoldAdminTextareaWidget(attrs={"rows": rows})
    return forms.CharField(label=label, required=required, widget=widget, help_text=help_text)


GRAVE = "danger"


class PlainForm(forms.Form):
    """Asks for nothing but the confirmation."""


class ScheduleForm(forms.Form):
    when = forms.DateTimeField(
        label=_("Erscheint am"),
        validators=[is_storable],
        widget=UnfoldAdminTextInputWidget(attrs={"type": "datetime-local"}),
        help_text=_("Ortszeit der Redaktion. Ein früherer Zeitpunkt: Der Artikel erscheint sofort, mit diesem Datum."),
    )


class WithdrawForm(forms.Form):
    reason = prose(_("Grund"), _("Bleibt im Haus und steht im Protokoll."))
    notice = prose(
        _("Öffentlicher Hinweis"),
        _("Steht an der Stelle des Artikels. Leer: nur, dass er zurückgezogen wurde."),
        required=False,
    )


class EmbargoForm(forms.Form):
    until = forms.DateTimeField(
        label=_("Sperrfrist bis"),
        required=False,
        validators=[is_storable],
        widget=UnfoldAdminTextInputWidget(attrs={"type": "datetime-local"}),
        help_text=_("Ortszeit der Redaktion. Leer: ohne Sperrfrist."),
    )


class NoteForm(forms.Form):
    note = prose(_("Notiz"), _("Für die Redaktion, im Protokoll."), required=False)


class ReturnForm(forms.Form):
    note = prose(_("Was fehlt"), _("Steht oben auf der Seite des Artikels, bis er wieder zur Prüfung gegeben wird."))


class ReasonForm(forms.Form):
    reason = prose(_("Begründung"), required=False)


class CorrectionForm(forms.Form):
    kind = forms.ChoiceField(
        label=_("Art"), choices=CorrectionKind.choices, widget=UnfoldAdminSelectWidget(choices=CorrectionKind.choices)
    )
    note = prose(
        _("Wortlaut"), _("Öffentlich unter dem Artikel. Ändern Sie zuerst den Text, dann berichten Sie hier darüber.")
    )


class AddressForm(forms.Form):
    wish = forms.CharField(
        label=_("Neue Adresse"),
        max_length=80,
        widget=UnfoldAdminTextInputWidget,
        help_text=_("Die alte Adresse leitet für immer weiter."),
    )


@dataclass(frozen=True)
class AdminVerb:
    name: str
    label: Promise
    icon: str
    permission: str
    when: tuple[Standing, ...]
    do: Callable[..., Any]  # (article, editor=, at=, **the form's answers)
    effect: Promise  # what happens, on the page that asks for confirmation
    form: type[forms.Form] = PlainForm
    variant: str = ""  # of its button, as Unfold calls it
    is_checked: bool = False  # whether the checklist comes before it

    def allows(self, editor: Editor, article: Article | None = None) -> bool:
        return may(editor, self.permission, article)

    def fits(self, article: Article, at: datetime) -> bool:
        return standing_of(article, at) in self.when

    def apply(self, article: Article, answers: dict[str, Any], *, editor: Editor, at: datetime) -> Any:
        return self.do(article, editor=editor, at=at, **answers)


def _publish_now(article: Article, *, editor: Editor, at: datetime, reason: str = "") -> Article:
    return publish(article, editor=editor, at=at, when=at, reason=reason)


SUBMIT = AdminVerb(
    "submit",
    _("Zur Prüfung geben"),
    "send",
    "change_article",
    (DRAFT,),
    submit,
    _("Das Ressort prüft den Artikel; bis er zurückkommt, schreibt daran nur, wer dort arbeitet."),
    NoteForm,
)
RETURN = AdminVerb(
    "return",
    _("Zurückgeben"),
    "undo",
    "return_article",
    (REVIEW,),
    give_back,
    _("Der Artikel ist wieder ein Entwurf; wer ihn geschrieben hat, liest, was fehlt."),
    ReturnForm,
)
PUBLISH = AdminVerb(
    "publish",
    _("Veröffentlichen"),
    "publish",
    "publish_article",
    (DRAFT, REVIEW),
    publish,
    _("Der Artikel erscheint zum geplanten Zeitpunkt, ohne einen solchen sofort."),
    is_checked=True,
)
PUBLISH_NOW = AdminVerb(
    "publish-now",
    _("Jetzt veröffentlichen"),
    "publish",
    "publish_article",
    (SCHEDULED,),
    _publish_now,
    _("Der Artikel wartet nicht auf den geplanten Zeitpunkt und erscheint sofort; eine Sperrfrist gilt weiter."),
    is_checked=True,
)
SCHEDULE = AdminVerb(
    "schedule",
    _("Einplanen"),
    "schedule",
    "publish_article",
    (DRAFT, REVIEW, SCHEDULED),
    publish,
    _("Der Artikel erscheint von selbst zu diesem Zeitpunkt."),
    ScheduleForm,
    is_checked=True,
)
EMBARGO = AdminVerb(
    "embargo",
    _("Sperrfrist setzen"),
    "lock_clock",
    "publish_article",
    (DRAFT, REVIEW, SCHEDULED, EMBARGOED),
    embargo,
    _("Vor diesem Zeitpunkt liest den Artikel niemand, auch wenn er veröffentlicht ist."),
    EmbargoForm,
)
CORRECT = AdminVerb(
    "correct",
    _("Berichtigen"),
    "edit_note",
    "change_article",
    (LIVE,),
    correct,
    _("Unter dem Artikel steht, was geändert wurde."),
    CorrectionForm,
)
READDRESS = AdminVerb(
    "readdress",
    _("Adresse ändern"),
    "link",
    "publish_article",
    (LIVE,),
    readdress,
    _("Der Artikel steht danach unter einer anderen Adresse."),
    AddressForm,
)
WITHDRAW = AdminVerb(
    "withdraw",
    _("Zurückziehen"),
    "unpublished",
    "withdraw_article",
    (LIVE, SCHEDULED, EMBARGOED),
    withdraw,
    _("Der Artikel verschwindet von der Website; unter seiner Adresse steht der öffentliche Hinweis."),
    WithdrawForm,
    variant=GRAVE,
)
RESTORE = AdminVerb(
    "restore",
    _("Wiederherstellen"),
    "settings_backup_restore",
    "withdraw_article",
    (WITHDRAWN,),
    restore,
    _("Der Artikel steht wieder unter seiner alten Adresse."),
    ReasonForm,
)

SPIKE = AdminVerb(
    "spike",
    _("Verwerfen"),
    "delete",
    "delete_article",
    (DRAFT, REVIEW),
    spike,
    _("Der Entwurf ist danach gelöscht; das Protokoll nennt, wer es war."),
    ReasonForm,
    variant=GRAVE,
)

_ALONE = (SUBMIT, RETURN, PUBLISH, PUBLISH_NOW, SCHEDULE, EMBARGO, CORRECT, READDRESS, WITHDRAW, RESTORE)
VERBS = {verb.name: verb for verb in _ALONE}
"""On an article's own page; from there a draft is dropped by the admin's page for deleting."""
_MANY = (SUBMIT, RETURN, PUBLISH, SCHEDULE, EMBARGO, WITHDRAW, RESTORE, SPIKE)
BULK = {verb.name: verb for verb in _MANY}
"""For those chosen in the list."""


def verbs_for(article: Article, editor: Editor, at: datetime) -> list[AdminVerb]:
    """What this editor can do with the article now."""
    return [verb for verb in VERBS.values() if verb.allows(editor, article) and verb.fits(article, at)]


def needs_desk(article: Article, editor: Editor) -> str:
    """Said where somebody could publish or hand over the article, were it not without a desk."""
    if (
        article.desk_id
        or article.status not in {Status.DRAFT, Status.REVIEW}
        or may(editor, "publish_article", article)
    ):
        return ""
    return gettext("Ohne Ressort veröffentlicht den Artikel nur die Chefredaktion.")
