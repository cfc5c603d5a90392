"""Which articles are an editor's to work on, and which to read: by role, desk and authorship. No verb itself; asked by
`base.require` and by the lists of the admin."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q

from articles.models import Article, Editor
from articles.models.desk import desk_ids_below
from articles.vocabulary import Status

WRITING = frozenset({"change_article", "delete_article"})
"""What its reporter may do with a draft, before it is given to the desk."""


@dataclass(frozen=True, slots=True)
class Reach:
    """How far an editor's permissions reach; what they are, the groups say."""

    editor_id: int
    everywhere: bool
    imported: bool
    desk_ids: frozenset[int]
    """The editor's desks and those below them."""
    edits_desks: bool
    """Otherwise the desks are only for reading."""

    def covers(self, permission: str, article: Article) -> bool:
        if self.everywhere or (self.edits_desks and article.desk_id in self.desk_ids):
            return True
        own = permission in WRITING and article.status == Status.DRAFT and article.created_by_id == self.editor_id
        return own or (self.imported and bool(article.imported_hash))

    @property
    def reads_all(self) -> bool:
        return self.everywhere or self.edits_desks or self.imported

    def workable(self, to_article: str = "") -> Q:
        """The condition on articles, or on what leads to one by `to_article` ("article__")."""
        if self.everywhere:
            return Q()
        found = Q(**{f"{to_article}created_by": self.editor_id, f"{to_article}status": Status.DRAFT})
        if self.edits_desks:
            found |= Q(**{f"{to_article}desk__in": self.desk_ids})
        return found | ~Q(**{f"{to_article}imported_hash": ""}) if self.imported else found

    def readable(self, at: datetime, to_article: str = "") -> Q:
        """A reporter reads what all the world reads, what is his own, and what his desks are working on."""
        if self.reads_all:
            return Q()
        public = {f"{to_article}status": Status.PUBLISHED, f"{to_article}visible_from__lte": at}
        own = Q(**{f"{to_article}created_by": self.editor_id})
        return Q(**public) | own | Q(**{f"{to_article}desk__in": self.desk_ids})


def reach_of(editor: Editor) -> Reach:
    """Two queries, once for each editor object: as long as Django keeps the permissions themselves."""
    known: Reach | None = getattr(editor, "_reach", None)
    if known is None:
        everywhere = editor.has_perm("articles.any_article")
        own = [] if everywhere else list(editor.desks.values_list("pk", flat=True))
        known = Reach(
            editor_id=editor.pk,
            everywhere=everywhere,
            imported=editor.has_perm("articles.imported_article"),
            desk_ids=desk_ids_below(own) if own else frozenset(),
            edits_desks=editor.has_perm("articles.desk_article"),
        )
        editor._reach = known
    return known


def may(editor: Editor, permission: str, article: Article | None = None) -> bool:
    """Whether the role has the permission and the article, where one is meant, is within reach."""
    if not editor.has_perm(f"articles.{permission}"):
        return False
    return article is None or reach_of(editor).covers(permission, article)


def may_read(editor: Editor, article: Article, at: datetime) -> bool:
    if not (editor.has_perm("articles.view_article") or editor.has_perm("articles.change_article")):
        return False
    reach = reach_of(editor)
    own = article.created_by_id == reach.editor_id or article.desk_id in reach.desk_ids
    is_public = article.status == Status.PUBLISHED and bool(article.visible_from) and article.visible_from <= at
    return reach.reads_all or own or is_public
