"""Article ↔ ArticleRecord: round trips, matching of sections, hashes that mean something."""

import json

import pytest

from articles.formats.base import ArticleRecord, Ref, SectionRecord
from articles.models import Article, Author, Tag
from articles.records import content_hash, find_desk, from_json, record_of, to_json, without_ids, write_content
from tests.builders import build_article, build_author, build_desk, build_draft, build_mention, build_person, build_tag

pytestmark = pytest.mark.django_db


def sections(*pairs):
    return tuple(SectionRecord(body=f"<p>{text}</p>", heading=heading) for heading, text in pairs)


def anchors(article):
    return [section.anchor for section in article.sections.all()]


@pytest.fixture
def article():
    return write_content(
        Article(), ArticleRecord("Titel", sections=sections(("Lage", "Eins."), ("Kritik", "Zwei."), ("", "Drei.")))
    )


def test_a_record_survives_json():
    article = build_article(desk=build_desk(), tags=["Energie"], people=[build_person()], authors=[build_author()])
    record = record_of(Article.objects.for_page().get(pk=article.pk))
    assert from_json(json.loads(json.dumps(to_json(record)))) == record


def test_what_is_written_is_what_is_read():
    build_desk("Politik")
    record = ArticleRecord("Titel", "Vorspann", "Dach", "en", "Kiew", Ref("politik"), bylines=(Ref("Anna Berg"),))
    article = write_content(Article(), record)
    assert without_ids(record_of(article)).desk == Ref("Politik")
    assert without_ids(record_of(article)).bylines == (Ref("Anna Berg"),)


def test_anchors_come_from_headings(article):
    assert anchors(article) == ["lage", "kritik", "abschnitt-3"]


def test_a_heading_that_comes_twice_gets_a_number():
    article = write_content(Article(), ArticleRecord("T", sections=sections(("Lage", "Eins."), ("Lage", "Zwei."))))
    assert anchors(article) == ["lage", "lage-2"]


def test_an_anchor_stays_when_the_heading_changes(article):
    changed = sections(("Die Lage", "Eins."), ("Kritik", "Zwei."), ("", "Drei."))
    write_content(article, ArticleRecord("Titel", sections=changed))
    assert anchors(article) == ["lage", "kritik", "abschnitt-3"]


def test_an_anchor_moves_with_its_section(article):
    moved = sections(("Kritik", "Zwei."), ("Neu", "Ganz anderer Wortlaut hier."), ("Lage", "Eins."))
    write_content(article, ArticleRecord("Titel", sections=moved))
    assert anchors(article) == ["kritik", "neu", "lage"]


def test_a_long_section_is_known_by_most_of_its_words():
    words = [f"Wort{number}" for number in range(3_000)]
    for heading, text in (("Lage", words), ("Kritik", ["Neu:", *words[400:]])):
        article = write_content(
            Article.objects.first() or Article(), ArticleRecord("T", sections=sections((heading, " ".join(text))))
        )
    assert anchors(article) == ["lage"]


def test_a_section_left_out_goes(article):
    write_content(article, ArticleRecord("Titel", sections=sections(("Kritik", "Zwei."))))
    assert anchors(article) == ["kritik"]


def test_bylines_keep_their_order():
    article = write_content(Article(), ArticleRecord("T", bylines=(Ref("Z"), Ref("A"))))
    write_content(article, ArticleRecord("T", bylines=(Ref("A"), Ref("Z"))))
    assert [byline.author.name for byline in article.bylines.all()] == ["A", "Z"]
    assert Author.objects.count() == 2


def test_tags_are_found_under_any_name():
    tag = build_tag("Wärmenetz", "Fernwärme")
    article = write_content(Article(), ArticleRecord("T", tags=(Ref("fernwärme"), Ref("WÄRMENETZ"))))
    assert list(article.tags.all()) == [tag]
    assert Tag.objects.count() == 1


def test_an_unknown_desk_is_left_out():
    assert find_desk(Ref("Gibt es nicht")) is None


def test_the_hash_knows_a_changed_word():
    first, second = (ArticleRecord("T", sections=sections(("", text))) for text in ("Eins.", "Zwei."))
    assert content_hash(first) != content_hash(second)


def test_the_hash_forgets_status_and_mentions():
    article = build_draft()
    before = content_hash(record_of(article))
    build_mention(article, build_person())
    Article.objects.update(status="review")
    assert content_hash(record_of(Article.objects.get())) == before


def test_the_hash_survives_a_renamed_tag():
    article = build_draft(tags=["Energie"])
    before = content_hash(record_of(article))
    Tag.objects.update(name="Strom")
    assert content_hash(record_of(Article.objects.get())) == before
