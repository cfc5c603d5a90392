"""Decisions about the names in an article: one card for each name, and one decision for all that are open."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Min, QuerySet
from django.utils.functional import cached_property
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from unfold.widgets import UnfoldAdminSelectWidget, UnfoldAdminTextInputWidget

from articles.admin.formsets import BoundedFormSet, RowForm
from articles.admin.quoting import render_sentence
from articles.editorial.link import Decision, bearer_of, refuse_unclear
from articles.errors import CannotDo
from articles.models import Article, Mention, Person
from articles.people.reasons import why_sentence
from articles.vocabulary import MentionStatus

OVER = "over"
"""Accept what is at least so sure."""
ONE = "person-"
"""One of the namesakes, by id."""


class MentionForm(RowForm):
    """A decision about a name. Nothing is saved here: editorial.link does that."""

    decision = forms.ChoiceField(label=_("Entscheidung"), required=False, widget=UnfoldAdminSelectWidget)

    class Meta:
        model = Mention
        fields = ("person",)

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        undecided = [("", _("noch offen"))] if self.instance.status == MentionStatus.SUGGESTED else []
        self.fields["decision"].choices = [
            *undecided,
            (MentionStatus.CONFIRMED.value, _("bestätigt")),
            (MentionStatus.REJECTED.value, _("abgelehnt")),
        ]
        self.initial["decision"] = "" if undecided else self.instance.status
        self.offered: dict[str, Person] = {}

    def offer(self, people: Mapping[int, Person]) -> None:
        """The namesakes between whom the text does not decide, to be chosen with one touch."""
        self.offered = {f"{ONE}{who}": people[who] for who in self.instance.candidates if who in people}
        choices = [(key, _("Es ist: %s") % person.name) for key, person in self.offered.items()]
        self.fields["decision"].choices = [*self.fields["decision"].choices, *choices]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("decision") == MentionStatus.CONFIRMED and not cleaned.get("person"):
            self._refuse_if_unclear()
        return cleaned

    def _refuse_if_unclear(self) -> None:
        try:
            refuse_unclear(self.instance)
            bearer_of(self.instance.suggested_name)
        except CannotDo as refusal:
            raise ValidationError({"person": str(refusal)}) from refusal

    def _post_clean(self) -> None:
        """The instance stays as it is in the database."""

    def decided(self, *, alone: bool) -> Decision | None:
        """A person chosen for an open suggestion confirms it."""
        if not self.has_changed():
            return None
        decision = self.cleaned_data.get("decision")
        chosen: Person | None = self.cleaned_data.get("person") or self.offered.get(decision)
        decision = decision or (MentionStatus.CONFIRMED.value if chosen else "")
        accepted = decision == MentionStatus.CONFIRMED or decision in self.offered
        return Decision(self.instance, accepted, chosen, alone) if decision else None


class DecideAllForm(forms.Form):
    """What becomes of the suggestions about which nothing is said one by one."""

    decide_all = forms.ChoiceField(
        label=_("Alle offenen"),
        required=False,
        choices=[
            ("", _("einzeln entscheiden")),
            (MentionStatus.CONFIRMED.value, _("annehmen")),
            (OVER, _("annehmen, wenn sicher genug")),
            (MentionStatus.REJECTED.value, _("ablehnen")),
        ],
        widget=UnfoldAdminSelectWidget,
    )
    decide_from = forms.IntegerField(
        label=_("Sicher genug ab Prozent"),
        required=False,
        min_value=0,
        max_value=100,
        initial=90,
        widget=UnfoldAdminTextInputWidget(attrs={"inputmode": "numeric"}),
    )


@dataclass(frozen=True, slots=True)
class Card:
    """A name as an editor sees it: the form, the sentence, how sure and why."""

    form: MentionForm
    sentence: SafeString
    percent: int
    reason: str

    @property
    def mention(self) -> Mention:
        return self.form.instance

    @property
    def is_open(self) -> bool:
        return self.mention.status == MentionStatus.SUGGESTED


def first_of_each_name(article: Article) -> QuerySet[Mention]:
    """One mention for each name in each standing, in the order of the form."""
    groups = article.mentions.order_by().values("status", "person_id", "suggested_name")
    firsts = list(groups.annotate(first=Min("id")).values_list("first", flat=True))
    return article.mentions.filter(id__in=firsts).order_by("-status", "anchor", "start")


class MentionFormSet(BoundedFormSet):
    """One row for each name in each standing; a decision holds for all places of that name in the article."""

    def get_queryset(self) -> QuerySet[Mention]:
        if not hasattr(self, "_queryset"):
            self._queryset = first_of_each_name(self.instance).select_related("person")
        return self._queryset

    @cached_property
    def all_form(self) -> DecideAllForm:
        return DecideAllForm(self.data if self.is_bound else None)

    @cached_property
    def candidates(self) -> dict[int, Person]:
        asked = {who for mention in self.get_queryset() for who in mention.candidates}
        return Person.objects.in_bulk(asked) if asked else {}

    def add_fields(self, form: MentionForm, index: int | None) -> None:
        super().add_fields(form, index)
        if form.instance.pk:
            form.offer(self.candidates)

    @cached_property
    def cards(self) -> list[Card]:
        names = {who: person.name for who, person in self.candidates.items()}
        return [
            Card(
                form,
                render_sentence(form.instance),
                round(100 * form.instance.score),
                why_sentence(form.instance, names),
            )
            for form in self._stored
        ]

    @property
    def _stored(self) -> list[MentionForm]:
        """Whatever was sent beside them."""
        return [form for form in self.initial_forms if form.instance.pk]

    @property
    def open_count(self) -> int:
        return sum(form.instance.status == MentionStatus.SUGGESTED for form in self._stored)

    def clean(self) -> None:
        super().clean()
        if not self.all_form.is_valid():
            raise ValidationError(_("„Sicher genug“ ist eine Zahl von 0 bis 100."))

    def save(self, commit: bool = True) -> list[Any]:
        self.new_objects: list[Any] = []
        self.changed_objects: list[Any] = []
        self.deleted_objects: list[Any] = []
        return []

    def decisions(self) -> list[Decision]:
        """What is said of one name goes before what is said of all."""
        found = [form.decided(alone=False) or self._with_all(form.instance) for form in self._stored]
        return [decision for decision in found if decision]

    def _with_all(self, mention: Mention) -> Decision | None:
        wish = self.all_form.cleaned_data.get("decide_all") if self.all_form.is_valid() else ""
        if not wish or mention.status != MentionStatus.SUGGESTED:
            return None
        if wish == MentionStatus.REJECTED:
            return Decision(mention, False)
        least = self.all_form.cleaned_data.get("decide_from") or 0
        sure = wish != OVER or round(100 * mention.score) >= least
        return Decision(mention, True) if sure and _is_clear(mention) else None


def _is_clear(mention: Mention) -> bool:
    """Whether one person is meant: namesakes are never decided in bulk."""
    if mention.person_id:
        return True
    try:
        refuse_unclear(mention)
        bearer_of(mention.suggested_name)
    except CannotDo:
        return False
    return True
