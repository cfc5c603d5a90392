"""The whole demo is loaded once for these tests, in a transaction that is rolled back: they only read."""

from datetime import timedelta

import pytest
from django.db import transaction
from django.utils.timezone import localtime

from articles.demo.archive import HERE, contents
from articles.demo.loader import is_untouched, load
from articles.editorial.alike_tags import alike
from articles.models import Article, Author, Editor, ImportRun, LogLine, Mention, Person, Tag, Topic, Version
from articles.people.duplicates import duplicates
from articles.search.fruitless import fruitless
from articles.vocabulary import MentionStatus, Status, TagLikeness, Verb
from tests.builders import NOW, build_desk


@pytest.fixture(scope="module")
def demo(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock(), transaction.atomic():
        editor = Editor.objects.create(username="redaktion", is_staff=True, is_superuser=True)
        load(editor, at=NOW)
        yield
        transaction.set_rollback(True)


def article(file: str) -> Article:
    return Article.objects.get(source="demo", external_id=file)


def text_of(version: Version) -> str:
    sections = (section["body"] for section in version.record["sections"])
    return " ".join([version.record["standfirst"], *sections])


def special(case: str) -> Article:
    return article(next(entry["file"] for entry in contents()["articles"] if case in entry))


def test_readers_see_most_of_it(demo):
    assert Article.objects.visible(NOW).count() >= 60
    assert Article.objects.visible(NOW).values("desk").distinct().count() >= 8


def test_it_runs_over_several_years(demo):
    years = {day.year for day in Article.objects.visible(NOW).values_list("published_on", flat=True)}
    assert len(years) >= 5


def test_only_the_listed_names_were_made(demo):
    archive = contents()
    for kind, model in (("tags", Tag), ("authors", Author), ("people", Person)):
        listed = {entry["name"] for entry in archive[kind]}
        assert set(model.objects.values_list("name", flat=True)) - IMPORTED == listed


IMPORTED = {"Gudrun Altmepen", "Dagmar Kroll", "Enver Bajrami"}


def test_two_people_may_be_one(demo):
    pairs = [(pair.one.name, pair.other.name) for pair in duplicates()[0]]
    assert ("Gudrun Altmeppen", "Gudrun Altmepen") in pairs


def test_two_pairs_of_tags_may_be_one(demo):
    pairs = {frozenset((pair.kept.name, pair.gone.name)): pair.reason for pair in alike(NOW)[0]}
    assert pairs == {
        frozenset(("Straßenbahn", "Straßenbahnen")): TagLikeness.FORM,
        frozenset(("Landwirtschaft", "Agriculture")): TagLikeness.TWIN,
    }


def test_one_of_the_imports_failed(demo):
    assert list(ImportRun.objects.values_list("source", "failed")) == [
        ("ehrenbuerger.csv", 1),
        ("betriebsraete.csv", 0),
    ]


def test_some_searches_were_in_vain(demo):
    searches = fruitless(NOW.date() - timedelta(days=30), 10)
    texts = " ".join(path.read_text("utf-8") for path in (HERE / "texts").glob("*.txt")).lower()
    assert searches[0] == ("kletterhalle", 6)
    assert not any(words in texts for words, _times in searches)


def test_every_topic_has_its_thread(demo):
    for topic in Topic.objects.all():
        assert Article.objects.visible(NOW).in_topic(topic.rule()).count() >= 4, topic


def test_people_are_linked_where_they_are_named(demo):
    confirmed = Mention.objects.filter(status=MentionStatus.CONFIRMED)
    assert confirmed.values("person").distinct().count() >= 40
    first = article("01-haarriss-im-dritten-pfeiler")
    texts = {section.anchor: section.plain for section in first.sections.all()}
    for mention in confirmed.filter(article=first).exclude(anchor=""):
        assert texts[mention.anchor][mention.start : mention.end] == mention.surface
    assert confirmed.filter(article=first, person__name="Matthias Ohlendorf").exists()


def test_two_people_of_one_family_name_are_told_apart(demo):
    counts = {name: Article.objects.naming(Person.objects.get(name=name).pk).count() for name in WIECHERTS}
    assert counts["Helene Wiechert"] > counts["Paul Wiechert"] > 0


WIECHERTS = ("Helene Wiechert", "Paul Wiechert")


def test_one_person_is_found_under_two_spellings(demo):
    lysohor = Person.objects.get(name="Jewhen Lysohor")
    assert set(lysohor.mentions.values_list("surface", flat=True)) >= {"Jewhen Lysohor", "Yevhen Lysohor"}


def test_one_person_is_not_public(demo):
    assert Person.objects.filter(is_public=False).count() == 1


def test_the_corrected_article_kept_its_wrong_wording(demo):
    corrected = special("correction")
    last, first = corrected.versions.all()
    assert (last.correction, first.correction) == ("correction", "")
    assert text_of(last) != text_of(first)
    assert last.saved_at - first.saved_at == timedelta(days=2)


def test_versions_are_dated_as_of_then(demo):
    first = article("01-haarriss-im-dritten-pfeiler")
    assert first.versions.get().saved_at == first.published_at == first.created_at == first.updated_at
    assert localtime(first.published_at).strftime("%H:%M") == "06:30"
    assert not Version.objects.filter(saved_at__gte=NOW).exists()


def test_the_embargoed_article_appears_when_the_embargo_ends(demo):
    embargoed = special("embargo_days")
    assert embargoed in Article.objects.embargoed(NOW)
    assert embargoed not in Article.objects.visible(NOW)
    assert embargoed in Article.objects.visible(NOW + timedelta(days=4))


def test_scheduled_articles_appear_later(demo):
    scheduled = set(Article.objects.scheduled(NOW))
    assert scheduled
    assert scheduled <= set(Article.objects.visible(NOW + timedelta(days=30)))


def test_the_withdrawn_article_has_reason_and_notice(demo):
    withdrawn = Article.objects.withdrawn_notices(NOW).get()
    assert withdrawn.withdrawal_reason
    assert withdrawn.withdrawal_notice
    assert withdrawn.versions.filter(status=Status.PUBLISHED).exists()


def test_drafts_and_reviews_have_no_address(demo):
    unfinished = Article.objects.filter(status__in=[Status.DRAFT, Status.REVIEW])
    assert unfinished.count() >= 3
    assert not unfinished.exclude(slug=None).exists()


def test_the_log_tells_who_did_what(demo):
    verbs = set(LogLine.objects.filter(editor__username="redaktion").values_list("verb", flat=True))
    assert verbs >= {Verb.CREATED, Verb.PUBLISHED, Verb.SCHEDULED, Verb.EMBARGOED, Verb.CORRECTED, Verb.WITHDRAWN}


@pytest.mark.django_db
def test_an_archive_in_use_is_not_untouched():
    assert is_untouched()
    build_desk()
    assert not is_untouched()


@pytest.mark.django_db
def test_an_emptied_archive_is_not_untouched():
    LogLine.objects.create(at=NOW, verb=Verb.SPIKED, headline="Fort")
    assert not is_untouched()
