"""Give a desk, tag, topic, person or author another name or address; the old address redirects for ever."""

from __future__ import annotations

from datetime import datetime

from django.db import models, transaction
from django.utils.translation import gettext as _

from articles.editorial.base import log_name, require
from articles.errors import CannotDo
from articles.models import Author, Desk, Editor, FormerSlug, Person, Tag, Topic
from articles.vocabulary import Verb

type Titled = Author | Desk | Person | Tag | Topic


@transaction.atomic
def rename(
    titled: Titled,
    *,
    editor: Editor | None,
    at: datetime,
    name: str = "",
    slug: str = "",
    keep_name: bool = True,
) -> Titled:
    """Save it under its new name or slug (given here, or set on it already). A tag's old name stays as a synonym,
    unless it is not to be kept. Raises NotAllowed, CannotDo."""
    require(editor, f"change_{titled._meta.model_name}")
    before = type(titled)._default_manager.get(pk=titled.pk)
    titled.name, titled.slug = name or titled.name, slug or titled.slug
    if titled.slug and titled.slug != before.slug:
        refuse_former(titled)
    titled.save()
    keep_former_slug(titled, before.slug)
    if isinstance(titled, Tag) and not keep_name:
        titled.names.filter(name=before.name).exclude(name=titled.name).delete()
    for old, new in ((before.name, titled.name), (before.slug, titled.slug)):
        if old != new:
            log_name(titled.name, Verb.RENAMED, editor=editor, at=at, reason=f"„{old}“ → „{new}“")
    return titled


def keep_former_slug(titled: Titled, old: str) -> None:
    """Remember the slug it had, so that its address redirects; call it after the new one is saved."""
    if old == titled.slug:
        return
    kind = titled._meta.model_name
    FormerSlug.objects.filter(kind=kind, slug=titled.slug, target_id=titled.pk).delete()
    FormerSlug.objects.update_or_create(kind=kind, slug=old, defaults={"target_id": titled.pk})


def refuse_former(titled: models.Model) -> None:
    """Raises CannotDo where another of its kind had this slug once: that address leads there."""
    owner = FormerSlug.objects.filter(kind=titled._meta.model_name, slug=titled.slug).exclude(target_id=titled.pk)
    if owner.exists():
        raise CannotDo(_("Die Adresse „%s“ war schon einmal vergeben und leitet weiter.") % titled.slug)


@transaction.atomic
def retire(titled: Titled, *, editor: Editor | None, at: datetime) -> None:
    """Delete it; its address is gone, not free. Raises NotAllowed."""
    kind = titled._meta.model_name
    require(editor, f"delete_{kind}")
    FormerSlug.objects.update_or_create(kind=kind, slug=titled.slug, defaults={"target_id": titled.pk})
    log_name(titled.name, Verb.SPIKED, editor=editor, at=at, reason=str(titled._meta.verbose_name))
    titled.delete()
