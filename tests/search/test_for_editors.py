"""What only editors may find is asked for by the admin alone."""

from datetime import timedelta
from pathlib import Path

import pytest

from articles.search import SearchRequest, find, for_editors, snapshots, walk
from tests.builders import NOW, build_article, build_draft
from tests.indexing import index_now

ROOT = Path(__file__).resolve().parent.parent.parent / "articles"
OUTSIDE = [path for path in ROOT.rglob("*.py") if not {"admin", "search"} & set(path.relative_to(ROOT).parts)]


@pytest.mark.parametrize("name", ["for_editors", "import NEVER"])
def test_only_the_admin_asks_for_what_is_not_public(name):
    assert not [path for path in OUTSIDE if name in path.read_text("utf-8")]


@pytest.mark.django_db
def test_drafts_neither_count_nor_appear_for_readers():
    public, draft = build_article("Brücke", tags=["Energie"]), build_draft("Brücke", tags=["Energie"])
    index_now()
    found = find(SearchRequest("Brücke", facets=("tag", "year")), NOW)
    assert (found.ids, found.count) == ((public.pk,), 1)
    assert [bucket.count for name in ("tag", "year") for bucket in found.facets[name]] == [1, 1]
    assert list(walk(SearchRequest("Brücke"), NOW)) == [(public.pk,)]
    assert set(for_editors(SearchRequest("Brücke"))) == {public.pk, draft.pk}


@pytest.mark.django_db
def test_what_is_published_is_found_by_readers_from_then_on():
    draft = build_draft("Brücke")
    index_now()
    type(draft).objects.filter(pk=draft.pk).update(
        status="published", published_at=NOW, published_on=NOW.date(), slug="bruecke"
    )
    index_now()
    assert find(SearchRequest("Brücke"), NOW).ids == (draft.pk,)


@pytest.mark.django_db
@pytest.mark.parametrize("named", [0, 1, 2])
def test_what_is_planned_is_left_out_however_many_are_named_one_by_one(named, monkeypatch):
    monkeypatch.setattr(snapshots, "MOST_NAMED", named)
    public, _draft = build_article("Brücke"), build_draft("Brücke")
    later = [build_article("Brücke", published_at=NOW + timedelta(days=days)) for days in (1, 3)]
    index_now()
    seen = {days: set(find(SearchRequest("Brücke"), NOW + timedelta(days=days)).ids) for days in (0, 2, 4)}
    assert seen == {0: {public.pk}, 2: {public.pk, later[0].pk}, 4: {public.pk, *(one.pk for one in later)}}
