"""Plain text as journalists send it becomes an article, and nothing is guessed silently."""

from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.errors import Unreadable
from articles.formats.plain import read
from articles.text.markup import clean, plain_text
from tests import samples

PARAGRAPH = (
    "Der Rat hat am Dienstagabend beschlossen, die alte Brücke über die Aue für acht Millionen Euro zu erneuern."
)
MORE = "Die Arbeiten beginnen im März. Der Verkehr wird über die Nordstraße geleitet, teilte die Verwaltung mit."
WRAPPED = """Die Arbeiten beginnen im März. Der Verkehr wird so lange
über die Nordstraße geleitet, und zwar in beiden der
Richtungen, wie die Verwaltung der Stadt der Presse gab.
Anlieger sind frei."""


def article(*blocks):
    """The record of these blocks, parted by blank lines."""
    return read("\n\n".join(blocks).encode()).record


def by_lines(*lines):
    """The record of these lines, with no blank line between them."""
    return read("\n".join(lines).encode()).record


def headed(record):
    return [(section.heading, plain_text(section.body)) for section in record.sections]


def remarks(*lines):
    return [remark for _, remark in read("\n".join(lines).encode()).remarks]


def words(text):
    return {word for word in "".join(char if char.isalpha() else " " for char in text).split() if len(word) > 1}


def text_of(record):
    bodies = " ".join(f"{section.heading} {plain_text(section.body)}" for section in record.sections)
    return f"{record.kicker} {record.headline} {record.standfirst} {bodies}"


# The seed


def test_the_seed_has_headline_standfirst_four_headed_sections_and_a_tag():
    record = read(samples.seed().read_bytes()).record
    assert record.headline == "Putin stärkt militärische Beziehungen zu Nordkorea"
    assert record.standfirst.startswith("Inmitten des anhaltenden Konflikts")
    assert [section.heading for section in record.sections] == [
        "Nordkoreanische Soldaten in Kursk",
        "Putins Treffen mit Nordkoreas Außenministerin",
        "Baerbocks Besuch in Kiew",
        "Verhandlungen über Energieinfrastruktur",
    ]
    assert [tag.name for tag in record.tags] == ["Energie"]


def test_the_seed_is_read_without_a_remark_and_without_a_date():
    reading = read(samples.seed().read_bytes())
    assert (reading.remarks, reading.dated, reading.record.language) == ((), None, "de")


def test_the_seed_loses_no_word():
    data = samples.seed().read_bytes()
    assert words(data.decode()) - {"Themen", "Energie"} <= words(text_of(read(data).record))


# Title and standfirst


def test_one_line_is_a_headline():
    record = article("Brücke gesperrt")
    assert (record.headline, record.standfirst, record.sections) == ("Brücke gesperrt", "", ())


def test_the_first_paragraph_is_the_standfirst_and_the_rest_a_section():
    record = article("Brücke gesperrt", PARAGRAPH, MORE)
    assert (record.standfirst, headed(record)) == (PARAGRAPH, [("", MORE)])


def test_a_text_without_blank_lines_has_a_paragraph_a_line():
    record = by_lines("Brücke gesperrt", PARAGRAPH, MORE, PARAGRAPH)
    assert record.sections[0].body == f"<p>{MORE}</p><p>{PARAGRAPH}</p>"


def test_a_blank_line_below_the_headline_alone_does_not_make_one_paragraph_of_all():
    record = by_lines("Brücke gesperrt", "", PARAGRAPH, "Der Zeitplan", MORE)
    assert (record.standfirst, headed(record)) == (PARAGRAPH, [("Der Zeitplan", MORE)])


@pytest.mark.parametrize("kicker", ["Verkehr", "VERKEHR", "Neue Brücke:"])
def test_a_short_line_over_the_headline_is_a_kicker_and_said_so(kicker):
    lines = (kicker, "Rat gibt acht Millionen Euro frei", PARAGRAPH)
    assert (by_lines(*lines).kicker, by_lines(*lines).headline) == (kicker.rstrip(":"), lines[1])
    assert remarks(*lines) == [f"„{kicker.rstrip(':')}“ als Dachzeile gelesen."]


def test_a_short_headline_over_a_paragraph_is_no_kicker():
    record = by_lines("Brücke gesperrt", PARAGRAPH, MORE)
    assert (record.kicker, record.headline) == ("", "Brücke gesperrt")


def test_a_headline_broken_in_two_is_joined_and_said_so():
    lines = ("Rat gibt acht Millionen Euro", "für die neue Brücke frei", "", PARAGRAPH)
    assert by_lines(*lines).headline == "Rat gibt acht Millionen Euro für die neue Brücke frei"
    assert remarks(*lines) == ["Überschrift aus zwei Zeilen verbunden."]


def test_a_short_line_glued_to_the_headline_is_the_standfirst():
    record = by_lines("Brücke gesperrt", "Rat stimmt zu", "", PARAGRAPH)
    assert (record.standfirst, headed(record)) == ("Rat stimmt zu", [("", PARAGRAPH)])


def test_a_text_that_begins_with_a_long_paragraph_gets_a_headline_and_keeps_the_paragraph():
    long = f"{PARAGRAPH} {MORE}"
    assert article(long, MORE).headline.endswith(" …")
    assert article(long, MORE).standfirst == long
    assert remarks(long) == ["Keine Überschrift: aus dem Anfang des ersten Absatzes gebildet."]


# Sections


def test_a_short_line_before_a_paragraph_is_a_heading():
    record = article("Brücke gesperrt", PARAGRAPH, "Der Zeitplan", MORE, "Die Kosten", MORE)
    assert headed(record) == [("Der Zeitplan", MORE), ("Die Kosten", MORE)]


def test_a_heading_may_stand_directly_over_its_paragraph():
    record = article("Brücke gesperrt", PARAGRAPH, f"Der Zeitplan\n{MORE}")
    assert headed(record) == [("Der Zeitplan", MORE)]


@pytest.mark.parametrize("heading", ["## Der Zeitplan", "== Der Zeitplan ==", "Der „neue“ Zeitplan"])
def test_marked_and_quoting_headings_are_headings(heading):
    record = article("Brücke gesperrt", PARAGRAPH, heading, MORE)
    assert record.sections[0].heading == heading.strip("#= ")


@pytest.mark.parametrize("line", ["Das ist neu.", "Warum jetzt?", "Die Gründe:", "und dann noch dies", "Ende"])
def test_other_short_lines_are_paragraphs(line):
    blocks = [MORE] if line != "Ende" else []
    record = article("Brücke gesperrt", PARAGRAPH, line, *blocks)
    assert (record.sections[0].heading, line in plain_text(record.sections[0].body)) == ("", True)


def test_of_two_short_lines_the_one_before_the_paragraph_is_the_heading():
    record = by_lines("Brücke gesperrt", PARAGRAPH, "Aus dem Rathaus", "Der Zeitplan", MORE)
    assert headed(record) == [("", "Aus dem Rathaus"), ("Der Zeitplan", MORE)]


def test_breaks_in_a_paragraph_are_kept():
    record = article("Brücke gesperrt", PARAGRAPH, "Stadt Musterheim\nRathausplatz 1\n12345 Musterheim")
    assert record.sections[0].body == "<p>Stadt Musterheim<br>Rathausplatz 1<br>12345 Musterheim</p>"


def test_lines_broken_at_a_fixed_width_are_joined_and_said_so():
    record = article("Brücke gesperrt", PARAGRAPH, WRAPPED)
    assert "<br>" not in record.sections[0].body
    assert remarks("Brücke gesperrt", "", PARAGRAPH, "", WRAPPED)[0].startswith("Feste Zeilenlänge von 56 Zeichen")


@pytest.mark.parametrize("mark", ["-", "*", "•"])
def test_a_list_survives(mark):
    record = article("Brücke gesperrt", PARAGRAPH, f"Die Termine:\n{mark} Montag\n{mark} Dienstag & mehr")
    assert record.sections[0].body == "<p>Die Termine:</p><ul><li>Montag</li><li>Dienstag &amp; mehr</li></ul>"


def test_a_list_survives_without_blank_lines():
    record = by_lines("Brücke gesperrt", PARAGRAPH, "Die Termine", "1. Montag", "2. Dienstag", MORE)
    assert record.sections[0].body == f"<ol><li>Montag</li><li>Dienstag</li></ol><p>{MORE}</p>"
    assert record.sections[0].heading == "Die Termine"


def test_a_list_item_goes_on_in_an_indented_line():
    record = article("Brücke gesperrt", PARAGRAPH, "- Montag\n  im Rathaus\n- Dienstag")
    assert record.sections[0].body == "<ul><li>Montag im Rathaus</li><li>Dienstag</li></ul>"


@pytest.mark.parametrize(
    "line", ["1. FC Aue gewinnt gegen den TSV.", "– Warum denn nicht gleich so?", "3. Mai war es."]
)
def test_what_only_looks_like_a_list_is_a_paragraph(line):
    assert article("Brücke gesperrt", PARAGRAPH, line).sections[0].body == f"<p>{line}</p>"


def test_a_quote_survives():
    record = article("Brücke gesperrt", PARAGRAPH, "> Das wird teuer.\n>\n> Sehr teuer.")
    assert record.sections[0].body == "<blockquote><p>Das wird teuer.</p><p>Sehr teuer.</p></blockquote>"


def test_markup_in_the_text_is_text():
    assert article("A <b>c</b>", PARAGRAPH, "1 < 2 & <script>x</script>.").sections[0].body == (
        "<p>1 &lt; 2 &amp; &lt;script&gt;x&lt;/script&gt;.</p>"
    )


# Footer


@pytest.mark.parametrize(
    "footer",
    [
        "- Themen:\n- #Öl-Preis\n- #Energie",
        "Themen: #Öl-Preis #Energie",
        "Tags: Öl-Preis, Energie",
        "Schlagwörter: Öl-Preis; Energie.",
        "Keywords:\nÖl-Preis\nEnergie",
        "**Stichworte:** Öl-Preis, #Energie, #energie",
        "#Öl-Preis #Energie",
        "* #Öl-Preis, #Energie",
        "Themen:\n#Öl-Preis und #Energie",
        "SCHLAGWÖRTER : Öl-Preis,\nEnergie",
        "---\nHashtags: #Öl-Preis\n#Energie",
    ],
)
def test_it_finds_the_tags_in_any_footer(footer):
    for record in (article("Brücke", PARAGRAPH, MORE, footer), by_lines("Brücke", PARAGRAPH, MORE, footer)):
        assert [tag.name for tag in record.tags] == ["Öl-Preis", "Energie"]
        assert headed(record) == [("", MORE)]


def test_tags_of_several_words_stay_whole():
    record = article("Brücke", PARAGRAPH, "Tags: Neue Energie, #Bad_Aibling")
    assert [tag.name for tag in record.tags] == ["Neue Energie", "Bad Aibling"]


@pytest.mark.parametrize(
    "last", ["Themen: Im Rat ging es um den Haushalt und darum, wie es weitergeht.", MORE, "Energie"]
)
def test_a_text_without_a_footer_keeps_its_end(last):
    record = article("Brücke gesperrt", PARAGRAPH, last)
    assert (record.tags, headed(record)) == ((), [("", last)])


def test_a_hashtag_in_the_text_stays_there():
    record = article("Brücke gesperrt", PARAGRAPH, "Unter #Brücke wird gestritten.", MORE)
    assert (record.tags, "#Brücke" in record.sections[0].body) == ((), True)


def test_an_author_may_stand_in_the_footer():
    record = article("Brücke gesperrt", PARAGRAPH, "Autor: Anna Berg\nTags: Verkehr")
    assert ([author.name for author in record.bylines], len(record.tags)) == (["Anna Berg"], 1)


def test_an_author_may_follow_the_tags_without_a_label():
    record = article("Brücke gesperrt", PARAGRAPH, MORE, "#Verkehr #Energie\nVon Anna Berg")
    assert [author.name for author in record.bylines] == ["Anna Berg"]
    assert (len(record.tags), headed(record)) == (2, [("", MORE)])


def test_a_long_line_of_tags_is_a_footer():
    names = [f"Stichwort {number}" for number in range(60)]
    record = article("Brücke gesperrt", PARAGRAPH, MORE, "Schlagwörter: " + ", ".join(names))
    assert [tag.name for tag in record.tags] == names
    assert headed(record) == [("", MORE)]


@pytest.mark.parametrize("last", ["© dpa", "(dpa)", "(dpa/kv)", "Copyright 2024 Velme-Verlag", "(c) Bote, 2024"])
def test_whose_text_it_is_may_stand_below_the_tags(last):
    record = article("Brücke gesperrt", PARAGRAPH, MORE, "Schlagwörter: Energie", last)
    assert [tag.name for tag in record.tags] == ["Energie"]
    assert headed(record) == [("", f"{MORE}\n\n{last}")]


# Bytes


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_it_reads_what_computers_write(encoding, end):
    text = end.join(["Brücke für „alle“", "", PARAGRAPH, "", MORE])
    record = read(text.encode(encoding)).record
    assert (record.headline, record.standfirst, headed(record)) == ("Brücke für „alle“", PARAGRAPH, [("", MORE)])


def test_windows_1252_is_said_with_its_line():
    reading = read("Brand\n\nAm späten Abend brannte es.".encode("cp1252"))
    assert reading.remarks == ((3, "Kein UTF-8: als Windows-1252 gelesen (1 Zeile)."),)


def test_blank_lines_with_blanks_tabs_and_hard_blanks_are_blank():
    record = read(f"Brücke\u00a0gesperrt\n \t\u00a0\n{PARAGRAPH}\n\u00a0\n\t{MORE}\tEnde.\n \n".encode()).record
    assert (record.headline, record.standfirst) == ("Brücke gesperrt", PARAGRAPH)
    assert headed(record) == [("", f"{MORE} Ende.")]


def test_soft_hyphens_go_and_accents_are_composed():
    assert article("Bru\u0308cken\u00adbau").headline == "Brückenbau"


@pytest.mark.parametrize(
    ("data", "line", "reason"),
    [
        (b"", 0, "leer"),
        (b" \r\n\t\n", 0, "leer"),
        (b"\xef\xbb\xbf", 0, "leer"),
        (b"Titel\nzwei\x00drei", 2, "binär"),
        (b"%PDF-1.7", 1, "PDF"),
        (b"{\\rtf1 Text}", 1, "RTF"),
        (b"PK\x03\x04abc", 1, "Word"),
        (b"Titel\n\x81\x8d\n", 2, "kein Text"),
        (b"\xff\xfea", 1, "UTF-16"),
        (b"x" * 5_000_001, 0, "5 MB"),
        (b"Datum: 2024-11-05\nRessort: Politik", 1, "keine Überschrift"),
        (b"---\n***\n", 1, "keine Überschrift"),
    ],
)
def test_what_cannot_be_an_article_is_refused_with_line_and_reason(data, line, reason):
    with pytest.raises(Unreadable, match=reason) as refusal:
        read(data)
    assert refusal.value.line == line


# Language


def test_english_is_recognised_and_said():
    text = "The bridge\n\nThe council has decided that the old bridge is to be closed for the time of the works."
    assert (read(text.encode()).record.language, remarks(text)) == ("en", ["Sprache erraten: Englisch."])


# Properties


LINE = st.one_of(
    st.sampled_from(["", " ", PARAGRAPH, "Der Zeitplan", "- eins", "1. eins", "> Zitat", "## Titel", "---", "Themen:"]),
    st.sampled_from(["#Energie", "Von Anna Berg", "Datum: 5.11.2024", "Foto: X", "Sprache: en", "Von der Leyen kommt"]),
    st.text(max_size=30),
)
TEXT = st.lists(LINE, max_size=12).map("\n".join)
WORDS = st.lists(st.sampled_from(["Haus", "neu", "der", "Ödön", "Rat,", "Ende.", "so!", "(Aue)"]), min_size=1).map(
    " ".join
)
PLAIN_LINE = st.one_of(WORDS, WORDS.map(lambda line: f"- {line}"), WORDS.map(lambda line: f"> {line}"), st.just(""))


@given(st.binary(max_size=200))
def test_any_bytes_are_an_article_or_unreadable(data):
    with suppress(Unreadable):
        assert read(data).record.headline


@given(TEXT)
def test_any_lines_are_a_clean_article_or_unreadable(text):
    with suppress(Unreadable):
        record = read(text.encode("utf-8", "ignore")).record
        assert record.headline.strip()
        assert all(section.body == clean(section.body) for section in record.sections)


@given(st.lists(PLAIN_LINE, max_size=15))
def test_no_word_is_lost(lines):
    text = "\n".join(["Brücke gesperrt", *lines])
    assert words(text) <= words(text_of(read(text.encode()).record))


def written(record):
    """The article, typed by somebody tidy."""
    sections = [part for section in record.sections for part in (section.heading, plain_text(section.body)) if part]
    return "\n\n".join([record.headline, record.standfirst, *sections, " ".join(f"#{tag.name}" for tag in record.tags)])


@given(st.lists(st.tuples(st.sampled_from(["", "Der Zeitplan", "Die Kosten"]), st.sampled_from([PARAGRAPH, MORE]))))
def test_reading_what_was_written_from_an_article_gives_that_article(sections):
    parts = [part for section in sections for part in section if part]
    record = article("Brücke gesperrt", PARAGRAPH, *parts, "#Energie #Öl")
    assert read(written(record).encode()).record == record


def test_a_reading_names_the_day_the_text_names():
    assert read(f"Datum: 5.11.2024\n\nBrücke\n\n{PARAGRAPH}".encode()).dated == date(2024, 11, 5)
