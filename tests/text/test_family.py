"""Under which letter a name stands, and how an index writes it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.text.family import filed, filed_as
from articles.text.sortkeys import sort_key

SMALL_GOES_BEHIND = [
    ("Ursula von der Leyen", "Leyen, Ursula von der"),
    ("Karl-Theodor zu Guttenberg", "Guttenberg, Karl-Theodor zu"),
    ("Jan van Aken", "Aken, Jan van"),
    ("Thomas de Maizière", "Maizière, Thomas de"),
    ("Johann Wolfgang von Goethe", "Goethe, Johann Wolfgang von"),
    ("Marietje in 't Veld", "Veld, Marietje in 't"),
    ("Fernando de la Rúa", "Rúa, Fernando de la"),
    ("Jeanne d'Arc", "Arc, Jeanne d'"),
    ("Baschar al-Assad", "Assad, Baschar al-"),
    ("Hans-Adam von und zu Liechtenstein", "Liechtenstein, Hans-Adam von und zu"),
    ("Otto Graf Lambsdorff", "Lambsdorff, Otto Graf"),
    ("Botho Prinz zu Sayn-Wittgenstein", "Sayn-Wittgenstein, Botho Prinz zu"),
    ("von Braun", "Braun, von"),
]
LARGE_STAYS = [
    ("Erri De Luca", "De Luca, Erri"),
    ("Marine Le Pen", "Le Pen, Marine"),
    ("Stefania La Pietra", "La Pietra, Stefania"),
    ("Luigi Di Maio", "Di Maio, Luigi"),
    ("Alexander Van der Bellen", "Van der Bellen, Alexander"),
    ("Gabriele D'Annunzio", "D'Annunzio, Gabriele"),
    ("Charles de La Verpillière", "La Verpillière, Charles de"),
    ("Le Corbusier", "Le Corbusier"),
]
MORE_THAN_A_WORD = [
    ("José Ortega y Gasset", "Ortega y Gasset, José"),
    ("Reinhard Meyer zu Bentrup", "Meyer zu Bentrup, Reinhard"),
    ("Valéry Giscard d’Estaing", "Giscard d’Estaing, Valéry"),
    ("Osama bin Laden", "bin Laden, Osama"),
    ("Daphne du Maurier", "du Maurier, Daphne"),
    ("Johannes Paul II.", "Johannes Paul II."),
]
WHAT_FOLLOWS = [
    ("Sammy Davis Jr.", "Davis, Sammy Jr."),
    ("John Hutton, Baron Hutton of Furness", "Hutton, John Baron Hutton of Furness"),
    ("Helmut Schultz (Politiker)", "Schultz, Helmut (Politiker)"),
    ("Lawrow, Sergej", "Lawrow, Sergej"),
]
PLAIN = [("Anna Berg", "Berg, Anna"), ("Al Gore", "Gore, Al"), ("Pelé", "Pelé"), ("", ""), (", ", ",")]


@pytest.mark.parametrize(
    ("name", "heading"), [*SMALL_GOES_BEHIND, *LARGE_STAYS, *MORE_THAN_A_WORD, *WHAT_FOLLOWS, *PLAIN]
)
def test_a_name_is_filed_as_an_index_has_it(name, heading):
    assert filed_as(name) == heading


@pytest.mark.parametrize(
    ("name", "family", "heading"),
    [
        ("Kim Jong Un", "Kim", "Kim, Jong Un"),
        ("Ursula von der Leyen", "von der Leyen", "Leyen, Ursula von der"),
        ("Cristina Fernández de Kirchner", "Fernández de Kirchner", "Fernández de Kirchner, Cristina"),
        ("Anna Berg-Moser Berg", "Berg", "Berg, Anna Berg-Moser"),
        ("Садыр Жапаров", "Dschaparow", "Dschaparow, Садыр Жапаров"),
        ("Anna Berg", "  ", "Berg, Anna"),
    ],
)
def test_the_family_name_given_decides(name, family, heading):
    assert filed_as(name, family) == heading


def test_a_particle_is_no_reason_to_stand_under_it():
    names = ["Ursula von der Leyen", "Alexander Van der Bellen", "Marine Le Pen", "Bert Lemke", "Anna Vogel"]
    in_order = ["Le Pen, Marine", "Lemke, Bert", "Leyen, Ursula von der", "Van der Bellen, Alexander", "Vogel, Anna"]
    assert sorted(map(filed_as, names), key=sort_key) == in_order


def test_a_family_name_the_name_does_not_hold_marks_nothing():
    assert filed("Anna Berg", "Voss") == ("Anna ", "Berg", "")


WORDS = st.sampled_from(
    ["von", "der", "De", "d'Arc", "Graf", "Anna", "und", "II.", "Jr.", "(CDU)", ",", "al-Assad", "Ö"]
)


@given(st.one_of(st.text(max_size=60), st.lists(WORDS, max_size=8).map(" ".join)), st.one_of(st.just(""), WORDS))
def test_the_three_pieces_are_the_name(name, family):
    parts = filed(name, family)
    assert "".join(parts) == name
    assert parts.family or not any(char.isalnum() for char in name.partition("(")[0].partition(",")[0])


@given(st.text(max_size=60), st.text(max_size=20))
def test_whatever_is_typed_can_be_filed(name, family):
    assert isinstance(filed_as(name, family), str)
