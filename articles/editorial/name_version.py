"""Give a version a name by which the desk finds it again. Readers never see it."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from articles.editorial.base import lock, log, require
from articles.editorial.versions import version_of
from articles.errors import CannotDo
from articles.models import Article, Editor, Version
from articles.vocabulary import Verb

LONGEST = Version._meta.get_field("name").max_length


@transaction.atomic
def name_version(article: Article, number: int, name: str, *, editor: Editor | None, at: datetime) -> Version:
    """An empty name takes it away. Raises NotAllowed, CannotDo (no such version, too long)."""
    article = lock(article, at)
    require(editor, "change_article", article)
    version = version_of(article, number)
    name = " ".join(name.split())
    if len(name) > LONGEST:
        raise CannotDo(_("Ein Name hat höchstens %s Zeichen.") % LONGEST)
    if name != version.name:
        version.name = name
        version.save(update_fields=["name"])
        reason = f"{version}: „{name}“" if name else _("%s: ohne Namen") % version
        log(article, Verb.NAMED, editor=editor, at=at, reason=reason)
    return version
