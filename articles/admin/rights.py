"""What an editor may do with which article, asked by every list, form and page of articles. The rule itself is
editorial/reach.py's."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone
from unfold.admin import ModelAdmin

from articles.admin.base import tried
from articles.editorial.link import Decision, write_decisions
from articles.editorial.reach import may, may_read, reach_of
from articles.editorial.spike import can_spike
from articles.models import Article


class ArticleRights(ModelAdmin):
    """Whoever may not read an article does not find it; whoever may not write it finds no button."""

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        return super().get_queryset(request).filter(reach_of(request.user).readable(timezone.now()))

    def has_view_permission(self, request: HttpRequest, obj: Article | None = None) -> bool:
        if obj is None or not obj.pk:
            return super().has_view_permission(request, obj)
        return may_read(request.user, obj, timezone.now())

    def has_change_permission(self, request: HttpRequest, obj: Article | None = None) -> bool:
        return self._may(request, "change_article", obj)

    def has_delete_permission(self, request: HttpRequest, obj: Article | None = None) -> bool:
        return self._may(request, "delete_article", obj) and (obj is None or can_spike(obj))

    def has_publish_permission(self, request: HttpRequest, obj: Article | None = None) -> bool:
        return self._may(request, "publish_article", obj)

    def _may(self, request: HttpRequest, permission: str, obj: Article | None) -> bool:
        """As the article was when the request began: a form that hands it to another desk is still its editor's."""
        answers: dict[Any, bool] = request.__dict__.setdefault("_rights", {})
        key = permission, obj and obj.pk
        if key not in answers:
            answers[key] = may(request.user, permission, obj if obj and obj.pk else None)
        return answers[key]

    def write_decisions(
        self, request: HttpRequest, article: Article, decisions: list[Decision], *, at: datetime
    ) -> None:
        """Those of a form that has just been saved, perhaps for another desk."""
        if may(request.user, "change_mention"):
            tried(request, lambda: write_decisions(article, decisions, editor=request.user, at=at))
