import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.text.analysis import (
    LONGEST_TERM,
    STEMMERS,
    analyse,
    bare_stem,
    bare_terms,
    is_interrogative,
    is_stopword,
    joined,
    looked_for,
    occurs,
    surfaces,
)


def stems(text, language="de"):
    return [term.stem for term in analyse(text, language)]


def others(text, language="de"):
    return {other for term in analyse(text, language) for other in term.others}


@pytest.mark.parametrize("form", ["Brücke", "Brücken", "BRÜCKE", "Bru\u0308cken", "Brü\u00adcke"])
def test_german_forms_share_a_stem(form):
    assert stems(form) == ["bruck"]


def test_sharp_s_is_double_s():
    assert stems("Straße") == stems("Strasse") == stems("STRASSE")


def test_english_is_stemmed_as_english():
    assert stems("bridges closing", "en") == ["bridg", "close"]


def test_a_language_without_stemmer_is_folded():
    assert stems("Łódź Kraków", "pl") == ["lodz", "krakow"]


def test_other_scripts_keep_their_letters():
    assert stems("Київ і Зеленський", "uk") == ["київ", "і", "зеленський"]


def test_every_language_of_the_archive_is_read_in_its_own_way():
    assert stems("les ponts fermés", "fr") == ["fr:le", "fr:pont", "fr:ferm"]
    assert stems("мосты", "ru") == ["ru:мост"]


@pytest.mark.parametrize("language", STEMMERS)
def test_what_snowball_knows_is_stemmed(language):
    assert stems("universal", language) != [""]
    assert bare_terms("universal", language).rough == ["unive"]


def test_words_of_other_languages_are_found_as_they_are_written_too():
    assert others("Élysées", "fr") == {"elysees"}


def test_the_stem_of_another_language_finds_nothing_by_chance():
    assert stems("Linie", "it") == ["it:lin"]
    assert "it:lin" in looked_for("Linie").terms
    assert "lin" not in looked_for("Linie").terms


def test_places_are_those_of_the_words():
    text = "„Die“ Brücke – gesperrt!"
    assert [text[term.start : term.end] for term in analyse(text, "de")] == ["Die", "Brücke", "gesperrt"]


def test_compounds_are_found_by_their_parts():
    assert {"energi", "wend", "gesetz"} <= others("Energiewendegesetz")


def test_the_parts_of_a_compound_are_stemmed():
    assert "bruck" in others("Brückensperrung")


def test_short_words_and_doubtful_splits_stay_whole():
    assert others("Politik vielleicht Selenskyj") == set()


def test_verbs_are_found_by_their_lemma():
    assert others("ging") == {"geh"}


def test_stopwords_have_no_other_forms():
    assert others("die ist der") == set()


def test_hyphenated_words_are_found_whole_and_by_parts():
    assert stems("Kim-Regime") == ["kim", "regim"]
    assert {"kimregim", "email"} <= others("Kim-Regime E-Mail")


def test_a_dash_joins_nothing():
    assert others("Kiew – Bonn") == set()


def test_a_possessive_is_no_part_of_the_name():
    assert stems("Putin's Putin’s Putin'") == ["putin", "putin", "putin"]


def test_the_quick_reading_is_the_same_as_the_one_with_places():
    text = "Die Brückensperrung in der E-Mail-Adresse ging an Putin's Kim-Regime."
    read = analyse(text, "de")
    quick = bare_terms(text, "de")
    assert quick.stems == [term.stem for term in read]
    assert set(quick.others) == others(text)


def test_a_question_is_read_in_every_language():
    assert {"bridg", "bridges"} <= looked_for("bridges").terms


def test_a_question_finds_nouns_written_small():
    assert looked_for("häuser").stems[0] == stems("Haus")[0]


def test_a_question_with_umlauts_finds_the_english_spelling():
    assert "mueller" in looked_for("Müller").stems


@pytest.mark.parametrize(
    ("asked", "written"), [("Baer", "Bär"), ("Bär", "Baer"), ("Göthe", "Goethe"), ("Mueller", "Müller")]
)
def test_ae_stands_for_the_umlaut_and_counts_for_less(asked, written):
    for language in ("de", "en"):
        (stem,) = stems(written, language)
        assert stem in looked_for(asked).spellings
        assert stem not in looked_for(written).spellings


@pytest.mark.parametrize("word", ["neue", "Bauer", "Quelle", "Feuer"])
def test_not_every_ue_is_an_umlaut(word):
    assert looked_for(word).spellings == frozenset()


def test_a_and_its_umlaut_are_the_same():
    assert stems("Bar") == stems("Bär")


@pytest.mark.parametrize(
    ("text", "question"),
    [("Baerbocks Besuch", "Baerbock"), ("US-Außenminister", "Außenminister"), ("Er sperrte", "gesperrt")],
)
def test_an_inflected_word_is_found(text, question):
    assert {term for each in analyse(text, "de") for term in (each.stem, *each.others)} & looked_for(question).terms


def test_beginnings_bring_together_what_no_stemmer_does():
    assert set(bare_terms("verschuldet", "de").rough) & set(looked_for("Verschuldung").rough)


def test_a_compound_that_is_asked_for_has_parts():
    assert looked_for("Mietpreise").parts == ("miet", "preis")


def test_words_that_ask_are_known():
    assert is_interrogative("Welche")
    assert is_interrogative("why")
    assert not is_interrogative("die")


def test_stopwords_are_known_in_any_writing():
    assert is_stopword("Der")
    assert is_stopword("THE")
    assert not is_stopword("Brücke")


@given(st.text())
def test_any_text_can_be_read(text):
    for language in ("de", "en", "uk", "fr", "ru"):
        read = analyse(text, language)
        assert [text[t.start : t.end] for t in read] == surfaces(text)
        assert bare_terms(text, language).stems == [t.stem for t in read]


@given(st.text())
def test_the_joined_terms_are_those_of_the_text(text):
    for language in ("de", "en", "fr"):
        terms = bare_terms(text, language)
        assert [each.split() for each in joined(text, language)] == [" ".join(kind).split() for kind in terms]


@given(st.text(min_size=1))
def test_terms_hold_no_blanks_and_are_short(text):
    terms = [t for term in analyse(text, "de") for t in (term.stem, *term.others)]
    assert all(len(term) <= LONGEST_TERM and not any(map(str.isspace, term)) for term in terms)


@given(st.text(min_size=1))
def test_a_word_is_found_by_itself_in_every_language(word):
    for surface in surfaces(word):
        for language in ("de", "en", "uk", "fr", "ru"):
            assert analyse(surface, language)[0].stem in looked_for(surface).stems


@given(text=st.text(alphabet="Brückeén-’ U", max_size=20), wanted=st.sampled_from(["bruck", "uboot", "en", "u"]))
def test_a_term_occurs_where_it_is_read(text, wanted):
    read = {each for term in analyse(text, "de") for each in (term.stem, *term.others)}
    assert occurs(text, "de", frozenset({wanted})) == (wanted in read)


def test_a_hyphenated_word_occurs_as_one():
    assert occurs("Ein U-Boot taucht.", "de", frozenset({"uboot"}))


@given(st.text(max_size=40), st.sampled_from(["de", "en", "pl"]))
def test_a_stem_alone_is_the_same_stem(text, language):
    assert [bare_stem(word, language) for word in surfaces(text)] == stems(text, language)
