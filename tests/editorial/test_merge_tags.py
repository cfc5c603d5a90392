"""Several tags become one, and several again."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.editorial.merge_tags import TAGS, preview
from articles.errors import CannotDo, NotAllowed
from articles.models import (
    Article,
    DifferentTags,
    FormerSlug,
    LogLine,
    MergeRecord,
    MovedArticle,
    OutboxEntry,
    Tag,
    Topic,
    resolve_tag,
)
from articles.vocabulary import Verb
from tests.builders import NOW, build_article, build_editor, build_tag, build_topic

pytestmark = pytest.mark.django_db


@pytest.fixture
def tags():
    """Energie, which stays, and two more with all that can hang on a tag."""
    kept = build_tag("Energie", "Strom")
    gone = [build_tag("Energy", "Power", description="Strom und Wärme"), build_tag("Energien")]
    FormerSlug.objects.create(kind="tag", slug="energy-alt", target_id=gone[0].pk)
    build_topic("Wende", tags=[kept, gone[0]])
    build_topic("Netze", tags=[gone[0]])
    TAGS.keep_apart(gone[0], build_tag("Energetik"), editor=build_editor("archivar"), at=NOW)
    for named in (["Energie"], ["Energy"], ["Energie", "Energy"], ["Energy", "Energien"], ["Energien"]):
        build_article(tags=named)
    return kept, gone


def state():
    """All there is to see of all tags."""
    return {
        tag.pk: (
            *(tag.name, tag.slug, tag.description),
            sorted(tag.names.values_list("name", "folded", "form", "twin")),
            sorted(tag.names.values_list("words__word", flat=True)),
            sorted(tag.filings.values_list("content_object", flat=True)),
            sorted(tag.topics.values_list("name", flat=True)),
            sorted(FormerSlug.objects.filter(target_id=tag.pk).values_list("slug", flat=True)),
            sorted(DifferentTags.objects.values_list("one", "other", "said_at", "said_by")),
        )
        for tag in Tag.objects.all()
    }


def merge(tags, **values):
    return TAGS.merge(*tags, **{"editor": None, "at": NOW, **values})


def undo(record, **values):
    return TAGS.undo(record, **{"editor": None, "at": NOW, **values})


def test_everything_moves(tags):
    merge(tags)
    kept = Tag.objects.get(name="Energie")
    assert (kept.filings.count(), kept.topics.count(), kept.description) == (5, 2, "Strom und Wärme")
    assert {resolve_tag(name) for name in ("Energy", "power", "Energien", "Strom")} == {kept}


@pytest.mark.parametrize("slug", ["energy", "energy-alt", "energien"])
@pytest.mark.parametrize("more", ["", "feed.atom", "feed.json"])
def test_the_old_addresses_redirect(client, tags, slug, more):
    merge(tags)
    response = client.get(f"/tags/{slug}/{more}")
    assert (response.status_code, response["Location"]) == (301, f"/tags/energie/{more}")
    assert response["Cache-Control"] == "no-cache"


def test_the_old_address_filters_by_the_tag_that_stayed(client, tags):
    merge(tags)
    chosen = client.get("/search/?tag=energy").context["asked"].chosen("tag")
    assert [tag.name for tag in chosen] == ["Energie"]


def test_the_search_index_learns_of_it(tags):
    OutboxEntry.objects.all().delete()
    merge(tags)
    assert OutboxEntry.objects.values("article_id").distinct().count() == 4


def test_each_is_logged_with_who(tags):
    editor = build_editor()
    merge(tags, editor=editor)
    lines = LogLine.objects.filter(verb=Verb.MERGED, editor=editor).order_by("id")
    assert [line.reason for line in lines] == ["„Energy“ → „Energie“", "„Energien“ → „Energie“"]


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_undoing_leaves_all_as_it_was_in_any_order(tags, order):
    before = state()
    records = merge(tags)
    for place in order:
        undo(records[place], at=NOW + timedelta(days=29))
    assert state() == before
    assert not MovedArticle.objects.exists()


def test_two_merges_are_taken_back_in_turn(tags):
    kept, gone = tags
    before = state()
    first = merge((gone[1], [gone[0]]))
    second = merge((kept, [gone[1]]))
    with pytest.raises(CannotDo):
        undo(first[0])
    undo(second[0])
    undo(first[0])
    assert state() == before


def test_what_was_filed_since_stays(tags):
    record = merge(tags)[0]
    since = build_article(tags=["Energy"])
    undo(record)
    assert [tag.name for tag in since.tags.all()] == ["Energie"]


def test_what_was_filed_otherwise_since_stays_so(tags):
    article = build_article(tags=["Energy"])
    record = merge(tags)[0]
    article.tags.set(["Netze"])
    undo(record)
    assert [tag.name for tag in article.tags.all()] == ["Netze"]


def test_an_article_deleted_since_is_no_hindrance(tags):
    article = build_article(tags=["Energy"])
    record = merge(tags)[0]
    article.delete()
    assert undo(record).filings.count() == 3


def test_a_name_taken_since_is_told(tags):
    record = merge(tags)[0]
    Tag.objects.get(name="Energie").names.filter(name="Energy").delete()
    build_tag("Energy")
    with pytest.raises(CannotDo, match="gehört inzwischen"):
        undo(record)


def test_an_address_taken_since_is_not_given_twice(tags):
    kept, _gone = tags
    record = merge(tags)[0]
    FormerSlug.objects.filter(slug="energy").delete()
    Tag.objects.filter(pk=kept.pk).update(slug="energy")
    assert undo(record).slug == "energy-2"


def test_undone_once_or_too_late_is_refused(tags):
    record = merge(tags)[0]
    with pytest.raises(CannotDo):
        undo(record, at=NOW + timedelta(days=31))
    undo(record)
    with pytest.raises(CannotDo):
        undo(record)


def test_what_is_too_old_to_undo_is_forgotten(tags):
    record = merge(tags)[0]
    merge((build_tag("Neu"), [build_tag("Alt")]), at=NOW + timedelta(days=31))
    assert not record.moved.exists()


def test_the_preview_tells_what_would_move(tags):
    found = preview(*tags)
    assert (found.before, found.after, found.added) == (2, 5, 3)
    assert [(one.articles, one.both) for one in found.going] == [(3, 1), (2, 0)]
    assert found.going[0].names == ("Energy", "Power")
    assert set(found.going[0].topics) == {"Wende", "Netze"}


def test_nothing_is_merged_with_itself_or_with_nothing(tags):
    for gone in ([tags[0]], [*tags[1], tags[0]], []):
        with pytest.raises(CannotDo):
            merge((tags[0], gone))


def test_what_is_gone_cannot_be_merged(tags):
    Tag.objects.filter(pk=tags[1][0].pk).delete()
    with pytest.raises(CannotDo, match="nicht mehr"):
        merge(tags)
    assert Tag.objects.filter(name="Energien").exists()


def test_it_needs_the_permission(tags):
    editor = build_editor("redakteur", superuser=False)
    with pytest.raises(NotAllowed):
        merge(tags, editor=editor)
    with pytest.raises(NotAllowed):
        TAGS.keep_apart(tags[0], tags[1][0], editor=editor, at=NOW)
    assert not MergeRecord.objects.exists()


def test_many_articles_take_no_more_questions(tags):
    def asked(name, articles):
        tag = build_tag(name)
        for _number in range(articles):
            build_article(tags=[name])
        with CaptureQueriesContext(connection) as captured:
            undo(merge((tags[0], [tag]))[0])
        return len(captured)

    assert asked("Wind", 1) == asked("Wasser", 30)


def test_out_of_turn_too_all_is_as_it_was(tags):
    kept, gone = tags
    before = state()
    for record in TAGS.merge(kept, gone, editor=None, at=NOW):
        TAGS.undo(record, editor=None, at=NOW)
    assert state() == before


def test_what_a_later_merge_brought_too_stays_when_the_first_is_taken_back(tags):
    kept, gone = tags
    build_topic("Beide", tags=gone)
    first, _second = TAGS.merge(kept, gone, editor=None, at=NOW)
    energy = TAGS.undo(first, editor=None, at=NOW)
    both = [article for article in Article.objects.all() if {kept, energy} <= set(article.tags.all())]
    assert len(both) == 2
    assert set(Topic.objects.get(name="Beide").tags.all()) == {kept, energy}
