"""What readers find; the whole way from the database through the index."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from articles.models import Article, Person, Tag
from articles.querysets import TopicRule
from articles.search import SearchRequest, count_topics, find, similar
from articles.search.request import FACETS
from articles.vocabulary import Status
from tests.builders import NOW, build_article, build_author, build_desk, build_draft, build_mention, build_person
from tests.indexing import index_now

pytestmark = pytest.mark.django_db


def ids(words="", **filters):
    index_now()
    return list(find(SearchRequest(words, **filters), NOW).ids)


def facet(name, words="", **filters):
    index_now()
    found = find(SearchRequest(words, facets=(name,), **filters), NOW)
    return {bucket.key: bucket.count for bucket in found.facets[name]}


def build(headline, body="Text.", **values):
    return build_article(headline, body=f"<p>{body}</p>", **values).pk


# ---- words ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("Die Brücken sind offen", "Brücke"),
        ("Die Bruecke ist offen", "Brücke"),
        ("Eine Brückensperrung", "Brücken"),
        ("Das Energiewendegesetz", "Gesetz"),
        ("Der Rat ging heim", "gehen"),
        ("Eine E-Mail", "email"),
        ("Eine Email", "E-Mail"),
        ("Das Kim-Regime", "Kim-Regime"),
        ("Das Kim-Regime", "Regime"),
        ("Der Ukrainekrieg", "Ukraine-Krieg"),
        ("Putin's Reise", "Putin"),
        ("Am Ende kostet es 1,5 Millionen", "1,5"),
        ("Die Brücke ist alt", '"Brücke ist alt"'),
        ("Київ сьогодні", "київ"),
    ],
)
def test_a_text_is_found_by(text, question):
    article = build("Meldung", text)
    build("Anderes", "Etwas ganz anderes.")
    assert ids(question) == [article]


def test_an_article_is_found_in_its_own_language():
    article = build("Les ponts", "Les ponts sont fermés.", language="fr")
    assert ids("pont fermé") == [article]


def test_what_is_written_as_asked_comes_before_the_other_spelling():
    spelled, written = build("Eins", "Herr Mueller kam."), build("Zwei", "Herr Müller kam.")
    assert ids("Müller") == [written, spelled]
    assert ids("Mueller") == [spelled, written]


def test_of_equally_good_hits_the_newer_comes_first(settings):
    new, old = build("Neu", "Die Brücke."), build("Alt", "Die Brücke.", published_at=NOW - timedelta(days=400))
    middle = build("Mitte", "Die Brücke.", published_at=NOW - timedelta(days=200))
    assert ids("Brücke") == [new, middle, old]
    settings.RANK_BY_TIME = False
    assert ids("Brücke") == [new, old, middle]
    settings.RANK_BY_TIME = True
    assert ids("Brücke", by_time=False) == [new, old, middle]


def test_a_better_hit_is_not_beaten_by_a_newer_one():
    build("Neu", "Eine Brückensperrung.")
    old = build("Alt", "Die Brücke.", published_at=NOW - timedelta(days=4000))
    assert ids("Brücke")[0] == old


def test_a_question_finds_what_shares_few_of_its_words():
    article = build("Peru", "Der Staat Peru ist verschuldet.")
    build("Chile", "Der Staat Chile liegt am Meer.")
    assert ids("Wie hoch ist die Verschuldung von Peru?") == [article]


def test_an_english_article_is_found_in_english():
    article = build("Bridges", "They were closing.", language="en")
    assert ids("closed bridge") == [article]


def test_both_of_two_words_must_occur():
    both = build("Brücke und Wahl")
    build("Brücke")
    assert ids("Wahl Brücke") == [both]


def test_most_of_many_words_are_enough():
    most = build("Brücke Wahl Regen")
    build("Brücke")
    assert ids("Brücke Wahl Regen Schnee") == [most]


def test_a_phrase_is_found_only_side_by_side():
    there = build("Eins", "Die alte Brücke fällt.")
    build("Zwei", "Die Brücke ist alt.")
    assert ids('"alte Brücke"') == [there]


def test_a_phrase_does_not_run_over_the_end_of_a_section():
    build_article("Eins", sections=[("", "<p>Das ist alt</p>"), ("", "<p>Brücke</p>")])
    assert ids('"alt Brücke"') == []


def test_excluded_words_exclude():
    kept = build("Brücke in Bonn")
    build("Brücke in Kiew")
    assert ids("Brücke -Kiew") == [kept]
    assert ids('-"in Kiew"') == [kept]


def test_the_headline_counts_for_more_than_the_standfirst_and_the_body():
    body = build("Eins", "Die Brücke steht.", standfirst="Der Steg")
    standfirst = build("Eins", "Der Steg steht.", standfirst="Die Brücke")
    headline = build("Brücke", "Der Steg steht.", standfirst="Der Steg")
    assert ids("Brücke") == [headline, standfirst, body]


def test_the_word_itself_counts_for_more_than_a_compound_with_it():
    part = build("Eins", "Die Brückensperrung dauert.")
    whole = build("Eins", "Die Brücke dauert.")
    assert ids("Brücke") == [whole, part]


def test_kicker_dateline_and_headings_are_searched():
    article = build_article("Eins", kicker="Wahlkampf", dateline="Kiew", sections=[("Vorgeschichte", "<p>Text</p>")])
    assert ids("Wahlkampf") == ids("Kiew") == ids("Vorgeschichte") == [article.pk]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=60) | st.text(alphabet='"-+*:()[]{}^~\\/ aAß„“', max_size=40))
def test_nothing_typed_raises(index_of_one, text):
    found = find(SearchRequest(text, facets=FACETS), NOW)
    assert found.count in {0, 1}


@pytest.fixture
def index_of_one(db):
    build("Brücke")
    index_now()


def test_ids_no_database_can_have_find_nothing():
    build("Brücke")
    assert ids(tag_ids=frozenset({10**30, -1})) == []


# ---- what is visible ------------------------------------------------------------------------------------------------

HIDDEN = {
    "draft": {"status": Status.DRAFT},
    "review": {"status": Status.REVIEW},
    "scheduled": {"published_at": NOW + timedelta(hours=1)},
    "embargoed": {"embargoed_until": NOW + timedelta(hours=1)},
    "withdrawn": {"status": Status.WITHDRAWN},
}


@pytest.mark.parametrize("state", HIDDEN)
def test_what_is_not_visible_is_no_hit_no_count_and_no_facet(state):
    desk, author, person = build_desk(), build_author(), build_person()
    filed = {"desk": desk, "tags": ["Energie"], "authors": [author], "people": [person]}
    build_article("Brücke", **filed, **HIDDEN[state])
    index_now()
    found = find(SearchRequest("Brücke", facets=FACETS), NOW)
    assert (found.ids, found.count) == ((), 0)
    assert not any(found.facets.values())
    rule = TopicRule(desk_ids=frozenset({desk.pk}))
    assert count_topics({1: rule}, SearchRequest(), NOW) == {1: 0}


@pytest.mark.parametrize("state", ["scheduled", "embargoed"])
def test_what_comes_later_is_found_from_its_moment_on(state):
    article = build_article("Brücke", **HIDDEN[state])
    index_now()
    later = NOW + timedelta(hours=1)
    assert find(SearchRequest("Brücke"), later).ids == (article.pk,)
    assert find(SearchRequest("Brücke"), later - timedelta(microseconds=1)).ids == ()


@pytest.mark.parametrize("change", [{"status": Status.DRAFT}, {"embargoed_until": NOW + timedelta(days=1)}])
def test_what_was_taken_down_is_not_found_before_the_index_knows(change):
    article = build_article("Brücke", tags=["Energie"])
    index_now()
    Article.objects.filter(pk=article.pk).update(**change)
    found = find(SearchRequest("Brücke", facets=("tag",)), NOW)
    assert (found.ids, found.count, found.facets["tag"]) == ((), 0, ())


def test_a_deleted_article_is_not_found_before_the_index_knows():
    article = build_article("Brücke")
    index_now()
    article.delete()
    assert find(SearchRequest("Brücke"), NOW).count == 0


def test_people_who_are_not_public_are_no_facet():
    person = build_person()
    build_article("Brücke", people=[person])
    index_now()
    Person.objects.filter(pk=person.pk).update(is_public=False)
    assert find(SearchRequest(facets=("person",)), NOW).facets["person"] == ()


def test_only_confirmed_mentions_count():
    person = build_person()
    build_mention(build_article("Brücke"), person, status="suggested")
    assert facet("person") == {}


# ---- filters, facets, order, pages ----------------------------------------------------------------------------------


def test_filters_narrow_and_their_values_widen():
    desks = [build_desk(name) for name in ("Politik", "Sport", "Kultur")]
    articles = [build("Brücke", desk=desk, tags=["Energie"]) for desk in desks]
    build("Brücke", desk=desks[0])
    energy = frozenset({Tag.objects.get().pk})
    chosen = frozenset(desk.pk for desk in desks[:2])
    assert sorted(ids(desk_ids=chosen, tag_ids=energy)) == articles[:2]


def test_each_filter_filters():
    author, person = build_author(), build_person()
    article = build("Brücke", authors=[author], people=[person], language="en")
    build("Brücke")
    assert ids(author_ids=frozenset({author.pk})) == [article]
    assert ids(person_ids=frozenset({person.pk})) == [article]
    assert ids(languages=frozenset({"en"})) == [article]


def test_days_are_the_archives_days_and_both_included():
    late = build("Brücke", published_at=datetime(2024, 10, 31, 23, 30, tzinfo=UTC))  # 1 November in Berlin
    assert ids(first_day=date(2024, 11, 1), last_day=date(2024, 11, 1)) == [late]
    assert ids(last_day=date(2024, 10, 31)) == []


def test_people_together_are_a_place_that_is_searched():
    anna, karl = build_person("Anna Berg"), build_person("Karl Voss")
    both = build("Brücke", people=[anna, karl])
    build("Brücke", people=[anna])
    within = tuple(TopicRule(person_ids=frozenset({person.pk})) for person in (anna, karl))
    assert ids(within=within) == [both]
    assert facet("person", within=within[1:]) == {anna.pk: 1, karl.pk: 1}


def test_a_facet_ignores_its_own_selection_and_no_other():
    politics, sport = build_desk("Politik"), build_desk("Sport")
    build("Brücke", desk=politics)
    build("Brücke", desk=sport)
    build("Wahl", desk=sport)
    assert facet("desk", "Brücke", desk_ids=frozenset({politics.pk})) == {politics.pk: 1, sport.pk: 1}
    assert facet("language", "Brücke", desk_ids=frozenset({politics.pk})) == {"de": 1}


def test_dates_are_counted_by_year_month_and_day():
    build("Brücke")
    counted = {name: facet(name) for name in ("year", "month", "day")}
    assert counted == {"year": {2024: 1}, "month": {202411: 1}, "day": {20241105: 1}}


def test_any_of_several_years_will_do():
    one, _, three = (build("Brücke", published_at=datetime(year, 7, 1, tzinfo=UTC)) for year in (2021, 2022, 2023))
    years = frozenset({2021, 2023})
    assert ids(years=years) == [three, one]
    assert facet("year", years=years) == {2021: 1, 2022: 1, 2023: 1}


def test_a_facet_gives_as_many_values_as_are_asked_for():
    build("Brücke", tags=["Energie", "Verkehr", "Wetter"])
    assert len(facet("tag", facet_values=2)) == 2
    assert len(facet("tag", facet_values=3)) == 3


def test_an_article_with_two_mentions_of_a_person_counts_once():
    person = build_person()
    article = build_article("Brücke", people=[person, person])
    assert facet("person") == {person.pk: 1}
    assert article.mentions.count() == 2


def test_the_order_is_newest_or_oldest_and_the_greater_id_is_the_newer():
    old = build("Brücke", published_at=NOW - timedelta(days=30_000))  # before 1970
    new, newer = build("Brücke"), build("Brücke")
    assert ids("Brücke", sort="newest") == [newer, new, old]
    assert ids("Brücke", sort="oldest") == [old, new, newer]
    assert ids() == [newer, new, old]


@pytest.mark.parametrize("sort", ["relevance", "newest", "oldest"])
def test_the_pages_together_are_everything(sort):
    articles = [build("Brücke") for _ in range(7)]
    index_now()
    pages = [find(SearchRequest("Brücke", sort=sort, page=n, per_page=3), NOW) for n in (1, 2, 3)]
    assert sorted(pk for page in pages for pk in page.ids) == articles
    assert {(page.count, page.pages) for page in pages} == {(7, 3)}


@pytest.mark.parametrize("page", [2, 10**7])
def test_past_the_last_page_there_is_nothing_but_the_count(page):
    build("Brücke")
    index_now()
    found = find(SearchRequest("Brücke", page=page), NOW)
    assert (found.ids, found.count, found.pages) == ((), 1, 1)


# ---- topics, likeness -----------------------------------------------------------------------------------------------


def test_topics_are_counted_one_by_one_whatever_topic_is_selected():
    tagged = build("Brücke", tags=["Energie"])
    other = build("Wahl")
    energy = TopicRule(tag_ids=frozenset({Tag.objects.get().pk}))
    rules = {1: energy, 2: TopicRule(pinned_ids=frozenset({tagged, other})), 3: TopicRule()}
    index_now()
    assert count_topics(rules, SearchRequest(topics=(energy,)), NOW) == {1: 1, 2: 2, 3: 0}
    assert count_topics(rules, SearchRequest("Wahl"), NOW) == {1: 0, 2: 1, 3: 0}
    assert ids(topics=(energy,)) == [tagged]


def test_engine_and_database_read_a_topic_alike():
    desk, person = build_desk(), build_person()
    for filed in ({"desk": desk}, {"people": [person]}, {"desk": desk, "people": [person]}, {}):
        build("Brücke", **filed)
    pinned = build("Wahl")
    rule = TopicRule(
        desk_ids=frozenset({desk.pk}),
        person_ids=frozenset({person.pk}),
        since=date(2024, 1, 1),
        pinned_ids=frozenset({pinned}),
    )
    expected = Article.objects.visible(NOW).in_topic(rule).values_list("pk", flat=True)
    assert sorted(ids(within=(rule,))) == sorted(expected)
    assert len(expected) == 2


def test_similar_articles_share_words_and_filing():
    first = build("Brücke", "Rammschlag am Pfeiler.", tags=["Verkehr"])
    second = build("Steg", "Ein Rammschlag am Pfeiler.", tags=["Verkehr"])
    build("Wahl", "Stimmen im Rathaus.")
    index_now()
    assert similar(Article.objects.get(pk=first), NOW) == (second,)


def test_similar_articles_are_visible_ones():
    first = build("Brücke", "Rammschlag am Pfeiler.", tags=["Verkehr"])
    build("Brücke", "Rammschlag am Pfeiler.", tags=["Verkehr"], embargoed_until=NOW + timedelta(days=1))
    index_now()
    assert similar(Article.objects.get(pk=first), NOW) == ()
    assert similar(build_draft(), NOW) == ()


def test_a_renamed_tag_needs_no_new_index():
    article = build("Brücke", tags=["Energie"])
    index_now()
    tag = Tag.objects.get()
    tag.name = "Strom"
    tag.save()
    assert find(SearchRequest(tag_ids=frozenset({tag.pk})), NOW).ids == (article,)
