"""Full names are found where a text introduces them, and nothing else is taken for one."""

import pytest

from articles.people.finding import Matcher, people_in
from articles.people.introduced import family_of


def names(text):
    return [found.name for found in people_in({"": text}, Matcher(()))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("US-Außenminister Antony Blinken sprach von Soldaten.", ["Antony Blinken"]),
        ("Nordkoreas Außenministerin Choe Son Hui war im Kreml.", ["Choe Son Hui"]),
        ("Das sagte der Machthaber Kim Jong Un Anfang Juni.", ["Kim Jong Un"]),
        ("Staatschef Xi Jinping empfing Premier Narendra Modi.", ["Xi Jinping", "Narendra Modi"]),
        ("Der Chef des Büros, Andrij Jermak, äußerte sich.", ["Andrij Jermak"]),
        ("Die Leiterin des Amtes, Ngozi Okafor, widersprach.", ["Ngozi Okafor"]),
        ("Wie Ngozi Okafor, die neue Sprecherin, mitteilte.", ["Ngozi Okafor"]),
        ("Baerbocks ukrainischer Kollege Andrij Sybiha lobte das.", ["Andrij Sybiha"]),
        ("Es kam Ursula von der Leyen aus Brüssel.", ["Ursula von der Leyen"]),
        (
            "Karl-Theodor zu Guttenberg und Anne-Marie Huber tanzten.",
            ["Karl-Theodor zu Guttenberg", "Anne-Marie Huber"],
        ),
        ("George W. Bush traf Dr. Anna Berg.", ["George W. Bush", "Anna Berg"]),
        ("Präsident Jair Bolsonaro traf Luiz Lula da Silva.", ["Jair Bolsonaro", "Luiz Lula da Silva"]),
        (
            "Ölminister Ali al-Nuaimi sprach mit Annegret Kramp-Karrenbauer.",
            ["Ali al-Nuaimi", "Annegret Kramp-Karrenbauer"],
        ),
        ("Damals regierte Elisabeth II. noch.", ["Elisabeth II."]),
        ("Die Richterin Sabine Richter und Max König.", ["Sabine Richter", "Max König"]),
        ("Das Buch gab Anna Berg Karl Voss.", ["Anna Berg", "Karl Voss"]),
        ("Gegen Anna Berg Anklage zu erheben wäre falsch.", ["Anna Berg"]),
    ],
)
def test_it_finds_the_people_a_sentence_introduces(text, found):
    assert names(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "Die Kreissparkasse Musterstadt spendet dem Roten Kreuz in Bad Aibling zur Hannover Messe.",
        "Das Rote Kreuz Musterstadt und der Sportverein Blau Weiß feiern.",
        "An der Angela-Merkel-Straße, am Willy-Brandt-Platz und im Dietrich-Bonhoeffer-Haus wird gebaut.",
        "Die Konrad Adenauer Stiftung, die Robert Bosch GmbH und das Max Planck Institut laden ein.",
        "Das Heinrich Heine Gymnasium und die Anna Seghers Schule schließen.",
        "In San Francisco, auf Sankt Martin und in Santa Maria regnet es.",
        "Viktoria Köln gegen Borussia Dortmund, Carl Zeiss Jena gegen Arminia Bielefeld.",
        "Im August Bürger zu befragen, war ein Fehler.",
        "Der Wolf Niedersachsens und der Roman Deutschlands.",
        "Per Gesetz will Deutschland das Rote Meer schützen.",
        "Trainer Borussia Dortmunds und Chef Deutsche Bahn.",
        "Sprecherin Stadtwerke Musterstadt, Bürgermeister Bad Aibling.",
        "Präsident Putin kam, Kanzler Scholz ging, Frau Müller blieb.",
        "Nico G. und Claudia B. stehen vor Gericht.",
        "Anna ging mit Karl nach Hause.",
        "Die Bundesregierung hat Anfang Mai beschlossen, was der Rat der Stadt Musterheim wollte.",
        "Morgan Stanley und Ernst Young prüfen.",
        "",
    ],
)
def test_it_takes_no_place_firm_or_office_for_a_person(text):
    assert names(text) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Annalena Baerbocks Besuch in Kiew.", "Annalena Baerbock"),
        ("Wladimir Putins neue Reise. Putin schweigt.", "Wladimir Putin"),
        ("Karl Marx’ Bücher.", "Karl Marx"),
        ("Der Sänger Hans Albers sang.", "Hans Albers"),
        ("Ein Film mit Brad Pitt's Frau.", "Brad Pitt"),
    ],
)
def test_a_genitive_is_named_in_the_nominative(text, name):
    assert names(text)[0] == name


@pytest.mark.parametrize(
    ("name", "family"),
    [
        ("Wladimir Putin", "Putin"),
        ("Ursula von der Leyen", "von der Leyen"),
        ("Choe Son Hui", "Choe"),
        ("Kim Jong Un", "Kim"),
        ("Luiz da Silva", "da Silva"),
        ("Karl der Große", ""),
        ("Elisabeth II.", ""),
        ("Pelé", ""),
    ],
)
def test_it_knows_what_people_are_called_for_short(name, family):
    assert family_of(name) == family
