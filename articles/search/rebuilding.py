"""Builds the index anew, or compares it with the database and mends it; the old one is served meanwhile."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass

from django.utils.translation import gettext as _

from articles.errors import IndexUnavailable, NewsroomError
from articles.models import Article
from articles.search import outbox
from articles.search.engine import Engine, Writer, engine
from articles.search.generations import NotWritable, unavailable
from articles.search.loading import all_ids, load
from articles.search.locks import drain_lock, journal, lock, rebuild_lock
from articles.search.preparing import prepared
from articles.search.schema import IndexedArticle
from articles.search.sync import PATIENCE, Progress, Step, bring_in, drain, silent

NO_END = 2**62


@dataclass(frozen=True, slots=True)
class Mended:
    """What a check found wrong, and put right; `rebuilt` says why nothing less than a new index would do."""

    missing: int = 0
    outdated: int = 0
    surplus: int = 0
    rebuilt: str = ""

    def __bool__(self) -> bool:
        return bool(self.missing or self.outdated or self.surplus or self.rebuilt)


def rebuild(progress: Progress = silent, on_step: Step = silent) -> int:
    """Build the index anew beside the one in use, then switch; returns the number of articles. Raises NewsroomError.

    Drains go on meanwhile. What they brought into the old index is noted, and brought into the new one at the end.
    `on_step` is told "written", "caught up", "switched", "forgotten".
    """
    with lock(rebuild_lock(), PATIENCE) as ours:
        if not ours:
            raise NewsroomError(_("Der Suchindex wird gerade schon neu gebaut."))
        journal().unlink(missing_ok=True)
        try:
            count = _rebuilt(progress, on_step)
        except BaseException:
            engine().discard()
            raise
        journal().unlink(missing_ok=True)
    drain()
    return count


def _rebuilt(progress: Progress, on_step: Step) -> int:
    covered = outbox.everything()
    with engine().rebuilder() as writer:
        count = _write_everything(writer, progress)
    on_step("written")
    with lock(drain_lock(), None):
        _catch_up(on_step)
        engine().switch(is_equal=not outbox.is_waiting())
        on_step("switched")
        outbox.forget(covered)
        on_step("forgotten")
    return count


def check(progress: Progress = silent) -> Mended:
    """Compare the index with the database, article by article, and mend it; an index that cannot be read, is damaged or
    is of another version is built anew. Raises NewsroomError."""
    if engine().is_missing():
        raise unavailable(_("Der Suchindex fehlt."))
    try:
        reason = _damage()
        if not reason:
            return _compared(progress)
    except NotWritable:
        raise
    except IndexUnavailable as error:
        reason = str(error)
    rebuild(progress)
    return Mended(rebuilt=reason)


def _damage() -> str:
    with lock(drain_lock(), None):
        files = engine().damaged()
    return _("Beschädigt: %s.") % ", ".join(files) if files else ""


def _compared(progress: Progress) -> Mended:
    drain()
    with lock(drain_lock(), None):
        missing, outdated, surplus = _differences(engine(), progress)
        waiting = outbox.waiting_among(missing | outdated | surplus)
        outbox.note(sorted((missing | outdated | surplus) - waiting))
    drain()
    return Mended(*(len(ids - waiting) for ids in (missing, outdated, surplus)))


def _catch_up(on_step: Step) -> None:
    """Nothing is said to be in the new index before it is: a switch leaves no moment in which something is missing."""
    changed = _journalled()
    if changed:
        with engine().writer(fresh=True) as writer:
            bring_in(writer, changed)
            writer.commit()
    on_step("caught up")


def _write_everything(writer: Writer, progress: Progress) -> int:
    total, done = Article.objects.count(), 0
    with closing(prepared(all_ids(), total)) as ready:
        for articles in ready:
            writer.put_prepared(articles)
            done += len(articles)
            progress(done, max(total, done))
    writer.commit()
    return done


def _differences(engine: Engine, progress: Progress) -> tuple[set[int], set[int], set[int]]:
    """Ids of articles that are missing in the index, are outdated there, or are there no more in the archive."""
    missing, outdated, surplus = set[int](), set[int](), set[int]()
    total, done, before = Article.objects.count(), 0, 0
    for ids in all_ids():
        _compare(load(ids), engine.stamps(before + 1, ids[-1]), missing, outdated, surplus)
        before, done = ids[-1], done + len(ids)
        progress(done, max(total, done))
    _compare([], engine.stamps(before + 1, NO_END), missing, outdated, surplus)
    return missing, outdated, surplus


def _compare(
    articles: Sequence[IndexedArticle],
    stamps: Sequence[tuple[int, int]],
    missing: set[int],
    outdated: set[int],
    surplus: set[int],
) -> None:
    """Sorts the ids into the three sets; an article that is there twice is outdated."""
    wanted = {article.id: article.stamp for article in articles}
    found = dict(stamps)
    twice = [place for place, (article, _stamp) in enumerate(stamps[1:], 1) if stamps[place - 1][0] == article]
    missing |= wanted.keys() - found.keys()
    surplus |= found.keys() - wanted.keys()
    outdated |= {article for article, stamp in wanted.items() if found.get(article, stamp) != stamp}
    outdated |= {stamps[place][0] for place in twice} - surplus


def _journalled() -> list[int]:
    if not journal().exists():
        return []
    return list(dict.fromkeys(map(int, journal().read_text("ascii").split())))
