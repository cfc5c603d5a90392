"""One record into the archive: new, changed, unchanged, or in conflict with what an editor wrote. Opens no files; the
caller has the transaction."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, datetime

from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from articles.editorial.publish import publish
from articles.editorial.save import save_change
from articles.errors import CannotDo
from articles.formats.base import ArticleRecord, Reading, Ref
from articles.models import Article, Desk
from articles.people.finding import Matcher
from articles.people.linking import Linked, link_article
from articles.records import content_hash, find_desk, without_ids, write_content
from articles.transfer.checking import check
from articles.transfer.dating import Dated, date_of_article
from articles.transfer.editing import is_edited, sha, stamp, state_of
from articles.transfer.report import Outcome
from articles.vocabulary import Status, Verb


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the archivist asked for. `desk` and `date` are for articles whose text names none."""

    source: str = "files"
    desk: Desk | None = None
    date: date | datetime | None = None
    publish: bool = False
    overwrite: bool = False


@dataclass(frozen=True, slots=True)
class Arrival:
    """A record as it came in: with its identity and its desk, the date its text names, and its hash."""

    record: ArticleRecord
    named_date: date | datetime | None
    hash: str
    remarks: tuple[tuple[int, str], ...] = ()
    of_file: datetime | None = None  # when the file was written: dates a draft that has no date


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of a record."""

    outcome: Outcome
    article: Article
    reason: str = ""
    remarks: tuple[tuple[int, str], ...] = ()
    linked: Linked = field(default_factory=Linked)


def arrival_of(reading: Reading, name: str, wishes: Wishes, of_file: datetime | None = None) -> Arrival:
    """With the wished source and the record's own id, else `name`. Raises ValidationError, naming what cannot fit."""
    credited, credit = _credited(reading.record, wishes.source)
    identified = replace(credited, source=wishes.source, external_id=credited.external_id or name)
    known = find_desk(identified.desk)
    desk = known or wishes.desk
    record = replace(identified, desk=Ref(desk.name, desk.pk) if desk else None)
    check(record)
    remarks = [*reading.remarks, *credit, *_about_desk(identified.desk, known, wishes.desk)]
    return Arrival(record, reading.dated, _hash(identified, reading.dated), tuple(remarks), of_file)


def take_in(arrival: Arrival, wishes: Wishes, *, matcher: Matcher, at: datetime) -> Taken:
    """Raises CannotDo where nothing can be published without a date."""
    record = arrival.record
    known = Article.objects.select_for_update(of=("self",))
    article = known.filter(source=record.source, external_id=record.external_id).first()
    if article:
        same = article.imported_hash == arrival.hash
        if same and not _asks_more(article, record, wishes):
            return Taken(Outcome.UNCHANGED, article)
        if is_edited(article) and (same or not wishes.overwrite):
            return _left_alone(article, same)
    dated = _dated(arrival, article, wishes)
    written = _write(article or Article(), arrival, dated)
    linked = link_article(written, matcher, at=at)
    told = (dated.remark, _keep(written, wishes, at))
    remarks = (*arrival.remarks, *((0, text) for text in told if text))
    return Taken(Outcome.UPDATED if article else Outcome.CREATED, written, remarks=remarks, linked=linked)


def _hash(record: ArticleRecord, named: date | datetime | None) -> str:
    """Of the text and the dates it names, whatever is wished for beside it."""
    return sha(content_hash(without_ids(record)), named.isoformat() if named else "", stamp(record.embargoed_until))


def _credited(record: ArticleRecord, source: str) -> tuple[ArticleRecord, list[tuple[int, str]]]:
    """A source that the text names is a credit, for the identity has the import's own; it is kept with the rights."""
    if record.source in {"", source}:
        return record, []
    rights = " · ".join(filter(None, [record.rights, _("Quelle: %s") % record.source]))
    return replace(record, rights=rights), [
        (0, _("Die Quelle aus dem Text („%s“) steht bei den Rechten.") % record.source)
    ]


def _about_desk(named: Ref | None, known: Desk | None, wished: Desk | None) -> list[tuple[int, str]]:
    if not named or known:
        return []
    instead = _("der Artikel kommt ins Ressort „%s“") % wished if wished else _("der Artikel bleibt ohne Ressort")
    says = _("Das Ressort „%(named)s“ kennt das Archiv nicht; %(instead)s.")
    return [(0, says % {"named": named.name, "instead": instead})]


def _asks_more(article: Article, record: ArticleRecord, wishes: Wishes) -> bool:
    """Whether the same text is to be filed or published now, where an earlier import did not."""
    return bool(record.desk and not article.desk_id) or (wishes.publish and article.status == Status.DRAFT)


def _left_alone(article: Article, same: bool) -> Taken:
    """An editor's text is never written over unasked, and an editor's draft is not published by a second import."""
    if same:
        remark = _("In der Redaktion bearbeitet; der Artikel bleibt, wie er ist.")
        return Taken(Outcome.UNCHANGED, article, remarks=((0, remark),))
    last = article.versions.select_related("saved_by").first()
    who = str(last.saved_by) if last and last.saved_by else _("der Redaktion")
    when = date_format(localtime(last.saved_at if last else article.updated_at), "SHORT_DATETIME_FORMAT")
    says = _(
        "Nach dem letzten Import von %(who)s geändert (%(when)s), nicht angetastet. Mit --overwrite gilt die Datei."
    )
    return Taken(Outcome.CONFLICT, article, reason=says % {"who": who, "when": when})


def _dated(arrival: Arrival, article: Article | None, wishes: Wishes) -> Dated:
    publishes = wishes.publish and (not article or article.status == Status.DRAFT)
    dated = date_of_article(
        arrival.named_date,
        present=article.published_at if article else None,
        is_out=bool(article and article.status in {Status.PUBLISHED, Status.WITHDRAWN}),
        given=wishes.date,
        of_file=None if publishes else arrival.of_file,
    )
    if publishes and not dated.moment:
        raise CannotDo(
            _("Ohne Datum wird nichts veröffentlicht: im Text „Datum: 2024-11-05“ ergänzen oder --date angeben.")
        )
    return dated


def _write(article: Article, arrival: Arrival, dated: Dated) -> Article:
    """A desk that the text does not name is not taken away, nor is an embargo lifted because a line is gone."""
    record = arrival.record
    if article.desk and not record.desk:
        record = replace(record, desk=Ref(article.desk.name, article.desk_id))
    article.published_at, article.imported_hash = dated.moment, arrival.hash
    article.embargoed_until = record.embargoed_until or article.embargoed_until
    write_content(article, record)
    article.imported_state = state_of(article)
    article.save(update_fields=["imported_state"])
    return article


def _keep(article: Article, wishes: Wishes, at: datetime) -> str:
    """Publish a draft where that is wished for, else keep the change; returns what there is to say about it, or ""."""
    reason = _("Import aus „%s“") % wishes.source
    if wishes.publish and article.status == Status.DRAFT:
        out = publish(article, editor=None, at=at, when=article.published_at, reason=reason)
        visible_from = max(filter(None, (out.published_at, out.embargoed_until)))
        return _("Wird erst sichtbar: %s.") % _moment(visible_from) if visible_from > at else ""
    save_change(article, editor=None, at=at, verb=Verb.IMPORTED, reason=reason)
    if wishes.publish and article.status != Status.PUBLISHED:
        return _("Der Artikel ist „%s“ und bleibt es.") % article.get_status_display()
    return ""


def _moment(when: datetime) -> str:
    return date_format(localtime(when), "DATETIME_FORMAT")
