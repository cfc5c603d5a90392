"""Pages of a list in the admin, without counting a million rows for a pager."""

from django.core.paginator import Paginator
from django.utils.functional import cached_property

MOST = 5_000
"""Rows that are counted and paged through; who wants more, searches or filters."""


class BoundedPaginator(Paginator):
    """Counts to `MOST` and no further."""

    @cached_property
    def count(self) -> int:
        return self.object_list[:MOST].count()
