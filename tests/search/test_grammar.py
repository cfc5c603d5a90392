import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.search.expressions import All, Dated, Either, Named, Not, Term, Trouble, leaves
from articles.search.grammar import _Reader, parse
from articles.search.lexing import DEEPEST, LONGEST, MOST_VALUES, signs


def shown(node):
    """A node as nested tuples, which a test can write."""
    match node:
        case Not(part):
            return ("not", shown(part))
        case All(parts):
            return ("all", *map(shown, parts))
        case Either(parts):
            return ("or", *map(shown, parts))
        case Named(kind, name):
            return f"{kind}:{name}"
        case Dated(first, last):
            return f"{first or ''}..{last or ''}"
        case Term(unit, text):
            sign = "*" if unit.prefix else '"' if node.is_phrase else ""
            return f"{node.field + ':' if node.field else ''}{text.rstrip('*')}{sign}"


def read(text):
    return [shown(part) for part in parse(text)[0]]


def troubles(text):
    return [(hint.trouble, hint.place) for hint in parse(text)[1]]


@pytest.mark.parametrize(
    ("typed", "parts"),
    [
        ("Brücke Bonn", ["Brücke", "Bonn"]),
        ("Brücke AND Bonn", [("all", "Brücke", "Bonn")]),
        ("Brücke UND Bonn", [("all", "Brücke", "Bonn")]),
        ("Wahl Bonn OR Köln", ["Wahl", ("or", "Bonn", "Köln")]),
        ("Wahl UND Bonn ODER Köln", [("or", ("all", "Wahl", "Bonn"), "Köln")]),
        ("Wahl (Bonn Köln)", ["Wahl", ("all", "Bonn", "Köln")]),
        ("Wahl -(Bonn OR Köln)", ["Wahl", ("not", ("or", "Bonn", "Köln"))]),
        ("Wahl NOT Bonn", ["Wahl", ("not", "Bonn")]),
        ("Wahl NICHT Bonn", ["Wahl", ("not", "Bonn")]),
        ("(Wahl)", ["Wahl"]),
        ("Energie*", ["Energie*"]),
        ("headline:Brücke", ["headline:Brücke"]),
        ('Titel:"alte Brücke"', ['headline:alte Brücke"']),
        ("titel:(Wahl OR Bonn)", [("or", "headline:Wahl", "headline:Bonn")]),
        ("person:Merkel Wahl", ["person:Merkel", "Wahl"]),
        ('person:"Angela Merkel"', ["person:Angela Merkel"]),
        ("person:(Angela Merkel ODER Olaf Scholz)", [("or", "person:Angela Merkel", "person:Olaf Scholz")]),
        ("schlagwort:Energie -ressort:Sport", ["tag:Energie", ("not", "desk:Sport")]),
        ("autorin:Berg autor:Voss", ["author:Berg", "author:Voss"]),
        ("before:2024", ["..2023-12-31"]),
        ("nach:2024-11", ["2024-12-01.."]),
        ('vor:5.11.2024 after:"1. 2. 2023"', ["..2024-11-04", "2023-02-02.."]),
        ("before:0001 after:9999", ["..0001-01-01", "9999-12-31.."]),
        ("Kanzler(in) kam", ["Kanzler(in)", "kam"]),
        ("Krieg:Frieden https://a.example/b", ["Krieg:Frieden", "https://a.example/b"]),
        ("cdu or spd and fdp", ["cdu", "or", "spd", "and", "fdp"]),
    ],
)
def test_an_expression_is_read(typed, parts):
    assert read(typed) == parts
    assert troubles(typed) == []


@pytest.mark.parametrize("quotes", ['""', "„“", "„”", "“”", "”“", "«»", "»«", "‚‘", "‘’", "‹›", "›‹", "＂＂"])
def test_every_kind_of_quotes_makes_a_phrase(quotes):
    assert read(f"{quotes[0]}alte Brücke{quotes[1]}") == ['alte Brücke"']


def test_an_apostrophe_is_no_quote():
    assert read("Putin’s Reise, ‚Tass’ sagt") == ["Putin’s", "Reise,", 'Tass"', "sagt"]


@pytest.mark.parametrize(
    ("typed", "parts", "trouble", "place"),
    [
        ('"alte Brücke', ["alte", "Brücke"], Trouble.OPEN_QUOTE, 0),
        ("Wahl (Bonn", ["Wahl", "Bonn"], Trouble.BRACKET, 5),
        ("Wahl) Bonn", ["Wahl", "Bonn"], Trouble.BRACKET, 4),
        ("Wahl OR", ["Wahl", "OR"], Trouble.OPERATOR, 5),
        ("UND Wahl", ["UND", "Wahl"], Trouble.OPERATOR, 0),
        ("Wahl NOT", ["Wahl", "NOT"], Trouble.OPERATOR, 5),
        ("person: Merkel", ["person:", "Merkel"], Trouble.NO_VALUE, 0),
        ("vor:gestern", ["gestern"], Trouble.NO_DATE, 4),
        ("vor:2024-13", ["2024-13"], Trouble.NO_DATE, 4),
        ("En*gie", ["En*gie"], Trouble.STAR, 0),
        ("ab*", ["ab"], Trouble.STAR, 0),
    ],
)
def test_what_is_not_valid_is_words_with_a_hint(typed, parts, trouble, place):
    assert read(typed) == parts
    assert troubles(typed) == [(trouble, place)]


def test_too_deep_brackets_are_no_brackets():
    assert read("(" * 300 + "Wahl" + ")" * 90)[:1] == ["Wahl"]
    assert Trouble.TOO_DEEP in {trouble for trouble, _ in troubles("(" * 12 + "Wahl" + ")" * 12)}


def test_a_long_question_is_cut_with_a_hint():
    parts, hints = parse("a " * 10_000)
    assert len(parts) == MOST_VALUES
    assert hints[0].trouble == Trouble.TOO_LONG


def test_what_is_excluded_is_known_at_any_depth():
    (tree,) = parse("(a -(b -c))")[0]
    assert [(leaf.text, wanted) for leaf, wanted in leaves(tree)] == [("a", True), ("b", False), ("c", True)]


HOSTILE = [
    *("(" * 10_000, ")" * 10_000, "()" * 5_000, "(a" * 5_000, '"' * 10_001, "-" * 10_000, "*" * 10_000),
    *("AND " * 5_000, "NOT " * 5_000, "a OR " * 5_000, "person:" * 2_000, "-person:(" * 2_000, "‚" * 10_000),
    *("(a+)+$" * 2_000, "[[[" * 5_000, ".*" * 5_000, "\\" * 10_000, "\x00\x01\ud800" * 3_000, "\u202e" * 10_000),
    *(
        "שלום עולם " * 1_000,
        "مرحبا* -(بالعالم)",
        "a" * 100_000,
        "a-" * 50_000,
        "tag:" + "(" * 400,
        "before:(((",
        "*?()[]{}",
    ),
    *("Wort " * 10_000, "k\u0301" * 10_000, "f(x" * 3_000, "NICHT ODER UND", ":" * 9_000, "person:* -tag:- desk:"),
]


@pytest.mark.parametrize("typed", HOSTILE, ids=lambda typed: ascii(typed[:12]))
def test_hostile_input_stays_small(typed):
    parts, _hints = parse(typed)
    assert len([leaf for part in parts for leaf in leaves(part)]) <= MOST_VALUES
    assert max(map(depth, parts), default=0) <= 3 * DEEPEST


@pytest.mark.parametrize("typed", HOSTILE, ids=lambda typed: ascii(typed[:12]))
def test_each_sign_is_read_once(typed, monkeypatch):
    taken = []
    monkeypatch.setattr(_Reader, "take", lambda self, take=_Reader.take: taken.append(1) or take(self))
    parse(typed)
    assert len(taken) <= len(signs(typed)[0]) <= LONGEST


@given(st.text(max_size=600) | st.text(alphabet='"-*:()aßOR AND„“person:tag 2024‚‘', max_size=200))
def test_anything_is_read_and_always_alike(typed):
    parts, hints = parse(typed)
    assert (parts, hints) == parse(typed)
    assert len([leaf for part in parts for leaf in leaves(part)]) <= MOST_VALUES
    assert all(0 <= hint.place <= len(typed) for hint in hints)


@given(st.text(alphabet='"-*:()aß „OR', max_size=300))
def test_signs_come_from_where_they_say(typed):
    found, _hints = signs(typed)
    words = [sign for sign in found if sign.kind == "word"]
    assert all(typed[sign.place :].startswith(sign.text) for sign in words if "„" not in sign.text)


@given(st.lists(st.text(alphabet="abcdefgäöüß", min_size=1, max_size=12), max_size=MOST_VALUES))
def test_simple_words_come_back_as_they_were(words):
    assert read(" ".join(words)) == words


@given(st.lists(st.text(alphabet="abcdefgäöüß", min_size=1, max_size=4), max_size=20))
def test_places_lead_back_to_the_words(words):
    typed = "  ".join(words)
    assert [typed[term.place : term.place + len(term.text)] for term in parse(typed)[0]] == words


def depth(node):
    match node:
        case Not(part):
            return 1 + depth(part)
        case All(parts) | Either(parts):
            return 1 + max(map(depth, parts))
    return 0
