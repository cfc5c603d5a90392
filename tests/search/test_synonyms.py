import pytest

from articles.models import Person, SearchSynonym
from articles.search import SearchRequest, find, understood
from articles.search.marks import mark
from tests.builders import NOW, build_article, build_person, build_tag
from tests.indexing import index_now

pytestmark = pytest.mark.django_db


def ids(words):
    index_now()
    return list(find(SearchRequest(words), NOW).ids)


def build(text, **values):
    return build_article("Meldung", body=f"<p>{text}</p>", **values).pk


def same(name, *others, **values):
    synonym = SearchSynonym.objects.create(name=name, **values)
    for other in others:
        synonym.names.create(name=other)
    return synonym


def selenskyj(**values):
    person = build_person("Wolodymyr Selenskyj", **values)
    person.names.create(name="Volodymyr Zelensky")
    return person


@pytest.mark.parametrize(
    "words", ["Zelensky", "Selenskyj", '"Wolodymyr Selenskyj"', "volodymyr zelensky", "selenskyj reist"]
)
def test_a_person_is_found_by_the_other_spelling(words):
    selenskyj()
    article = build("Präsident Wolodymyr Selenskyj reist.")
    assert ids(words) == [article]


def test_the_other_spelling_may_be_anywhere_in_a_question():
    selenskyj()
    article = build("Selenskyj reist nach Bonn.")
    assert ids("(Zelensky OR Putin) AND Bonn") == [article]


def test_names_that_are_not_alike_are_no_spelling():
    person = build_person("Karl der Große")
    person.names.create(name="Charlemagne")
    build("Charlemagne")
    assert ids("große") == []


def test_a_confirmed_mention_is_a_hit_too():
    article = build("Der Präsident reist.", people=[selenskyj()])
    assert ids("Zelensky") == [article]


def test_nobody_is_found_through_a_person_who_is_not_public():
    build("Selenskyj reist.", people=[selenskyj(is_public=False)])
    assert ids("Zelensky") == ids('person:"Volodymyr Zelensky"') == []


def test_a_renamed_or_hidden_person_counts_at_once():
    selenskyj()
    article = build("Selenskyj reist.")
    assert ids("Zelensky") == [article]
    Person.objects.update(is_public=False)
    assert ids("Zelensky") == []


@pytest.mark.parametrize(("words", "text"), [("USA", "Die Vereinigten Staaten."), ("Vereinigte Staaten", "Die USA.")])
def test_a_tag_is_found_by_its_synonym_of_several_words(words, text):
    build_tag("USA", "Vereinigte Staaten")
    article = build(text)
    build("Die Staaten.")
    assert ids(words) == [article]


def test_what_is_filed_under_the_synonym_is_found_last():
    build_tag("Energie", "Strom")
    filed, named, exact = build("Etwas.", tags=["Energie"]), build("Die Energie."), build("Der Strom.")
    assert ids("Strom") == [exact, named, filed]


@pytest.mark.parametrize("words", ['"Strom"', "-Strom Licht", "NOT (Strom Gas) Licht"])
def test_quotes_and_exclusions_mean_the_word_itself(words):
    build_tag("Energie", "Strom")
    article = build("Licht, Energie und Gas.", tags=["Energie"])
    assert ids(words) == ([] if '"' in words else [article])


def test_editors_keep_more_and_see_it_at_once():
    article = build("Die Bundeskanzlerin.")
    assert ids("Regierungschefin") == []
    same("Bundeskanzlerin", "Regierungschefin")
    assert ids("Regierungschefin") == [article]


def test_a_one_way_synonym_leads_one_way():
    same("Regierung", "Ampel", is_one_way=True)
    traffic, cabinet = build("Die Ampel."), build("Die Regierung.")
    assert sorted(ids("Regierung")) == [traffic, cabinet]
    assert ids("Ampel") == [traffic]


def test_a_renamed_group_forgets_its_old_name():
    synonym = same("Handy", "Telefon")
    synonym.name = "Smartphone"
    synonym.save()
    assert sorted(synonym.names.values_list("name", flat=True)) == ["Smartphone", "Telefon"]


def test_words_found_through_a_synonym_are_marked():
    build_tag("USA", "Vereinigte Staaten")
    words = understood("USA -Bonn", NOW)
    assert mark("Bonn und die Vereinigten Staaten", words).count("<mark>") == 2


def test_a_headline_is_found_by_a_synonym():
    build_tag("USA", "Vereinigte Staaten")
    article = build_article("Vereinigte Staaten wählen")
    build("Vereinigte Staaten")
    assert ids("headline:USA") == [article.pk]


def test_a_long_question_costs_as_many_queries_as_a_word(django_assert_num_queries):
    index_now()
    for words in ("Wahl", " ".join(f"Wort{number}" for number in range(32))):
        with django_assert_num_queries(5):  # what the outbox hides; tags, names, last words, what editors keep
            find(SearchRequest(words), NOW)
