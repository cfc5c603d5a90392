"""Make an article say again what a former version said, whole or in one section. The result is a new version."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from articles.editorial.base import keep, lock, require
from articles.editorial.versions import readable_version
from articles.errors import CannotDo
from articles.formats.base import ArticleRecord, SectionRecord
from articles.models import Article, Editor
from articles.people.linking import link_article, matcher_of_archive
from articles.records import from_json, record_of, write_content
from articles.today import as_of_today
from articles.vocabulary import Verb


@transaction.atomic
def restore_version(
    article: Article, number: int, *, editor: Editor | None, at: datetime, anchor: str | None = None
) -> Article:
    """With an anchor only that section. Public at once where the article is; status, dates and the identity of an
    import stay. Raises NotAllowed, CannotDo (no such version or section, redacted, nothing would change)."""
    article = lock(article, at)
    require(editor, "change_article", article)
    version = readable_version(article, number)
    now, then = record_of(article), as_of_today([from_json(version.record)])[0]
    if anchor is None:
        written = replace(then, source=now.source, external_id=now.external_id)
        reason = str(version)
    else:
        section = _section(then, anchor)
        written = replace(now, sections=_with_section(now.sections, then.sections, section))
        reason = _("%(version)s, Abschnitt „%(section)s“") % {
            "version": version,
            "section": section.heading or section.anchor,
        }
    write_content(article, written)
    link_article(article, matcher_of_archive(), at=at)
    if not keep(article, Verb.REVERTED, editor=editor, at=at, reason=reason):
        raise CannotDo(_("Der Text lautet schon so wie in %s.") % version)
    return article


def _section(record: ArticleRecord, anchor: str) -> SectionRecord:
    found = next((section for section in record.sections if section.anchor == anchor), None)
    if not found:
        raise CannotDo(_("Diesen Abschnitt hat die Fassung nicht."))
    return found


def _with_section(
    now: tuple[SectionRecord, ...], then: tuple[SectionRecord, ...], section: SectionRecord
) -> tuple[SectionRecord, ...]:
    """In its place where it still is, else after the nearest one that stood before it and is still there."""
    if any(one.anchor == section.anchor for one in now):
        return tuple(section if one.anchor == section.anchor else one for one in now)
    order = [one.anchor for one in then]
    earlier = set(order[: order.index(section.anchor)])
    place = max((at for at, one in enumerate(now, start=1) if one.anchor in earlier), default=0)
    return (*now[:place], section, *now[place:])
