"""Citations for reference managers, read back as those read them."""

from __future__ import annotations

import json
import re
from datetime import date

import pytest

from articles.transfer.citation_files import bibtex, csl, ris
from articles.transfer.citing import Cited

URL = "https://z.example/2024/11/05/riss/"
CITED = Cited(7, ("Karl Voss", "dpa"), "Der Riss", date(2024, 11, 5), URL, "de", "Im Pfeiler.", ("Brücke", "Stahl"))
HOSTILE = "100 % {Stahl} & \\input{x} $5_a #1 ~ ^ }\n@misc{b,"


def cited(**values) -> Cited:
    known = {name: getattr(CITED, name) for name in CITED.__slots__}
    return Cited(**{**known, **values})


def bibtex_fields(text: str) -> dict[str, str]:
    """The fields of the one entry there is, by counting braces as BibTeX does: escaped ones too."""
    found, rest = {}, text[text.index(",") + 1 :]
    while match := re.match(r"\s*([a-z]+) = \{", rest):
        depth, end = 1, match.end()
        while depth:
            depth += {"{": 1, "}": -1}.get(rest[end], 0)
            end += 1
        found[match[1]] = rest[match.end() : end - 1]
        rest = rest[end:].removeprefix(",")
    assert rest.strip() == "}"
    return found


def ris_fields(text: str) -> list[tuple[str, str]]:
    lines = text.split("\r\n")
    assert lines.pop() == ""
    assert all(re.fullmatch(r"[A-Z][A-Z0-9]  - [^\r\n]*", line) for line in lines)
    return [(line[:2], line[6:]) for line in lines]


def test_bibtex_says_who_what_where_and_when():
    fields = bibtex_fields(bibtex(CITED))
    assert fields["author"] == "Voss, Karl and {dpa}"
    assert (fields["title"], fields["journal"], fields["date"]) == ("{Der Riss}", "Newsroom", "2024-11-05")
    assert (fields["url"], fields["langid"]) == (URL, "ngerman")


def test_bibtex_takes_no_headline_for_a_command():
    title = bibtex_fields(bibtex(cited(headline=HOSTILE)))["title"]
    assert r"100 \% \textbraceleft{}Stahl\textbraceright{} \& \textbackslash{}input" in title
    assert r"\$5\_a \#1 \textasciitilde{} \textasciicircum{}" in title


def test_bibtex_parts_no_collective_at_its_and():
    fields = bibtex_fields(bibtex(cited(authors=("Redaktion Rat and Tat",))))
    assert fields["author"] == "{Redaktion Rat and Tat}"


def test_bibtex_has_a_key_without_anything_but_letters():
    key = re.match(r"@article\{([^,]*),", bibtex(cited(authors=("Ямал Ёлкин, }",))))
    assert key
    assert re.fullmatch(r"[a-z0-9-]+", key[1])


def test_bibtex_leaves_out_what_is_not_known():
    assert "author" not in bibtex_fields(bibtex(cited(authors=())))


def test_ris_begins_with_its_type_and_ends_with_its_end():
    fields = ris_fields(ris(CITED))
    assert fields[0] == ("TY", "NEWS")
    assert fields[-1] == ("ER", "")


def test_ris_says_each_author_and_tag_in_a_line():
    fields = ris_fields(ris(CITED))
    assert [value for tag, value in fields if tag == "AU"] == ["Voss, Karl", "dpa"]
    assert [value for tag, value in fields if tag == "KW"] == ["Brücke", "Stahl"]
    assert ("DA", "2024/11/05") in fields


def test_a_year_has_four_digits_in_every_form():
    old = cited(day=date(833, 1, 2))
    assert bibtex_fields(bibtex(old))["date"] == "0833-01-02"
    assert {("PY", "0833"), ("DA", "0833/01/02")} <= set(ris_fields(ris(old)))


@pytest.mark.parametrize("breaking", ["\nER  - ", "\r\nER  - ", "\x0bER  - ", "\u2028ER  - "])
def test_no_headline_breaks_a_line_of_ris(breaking):
    assert ("TI", "Der Riss ER -") in ris_fields(ris(cited(headline=f"Der Riss{breaking}")))


def test_csl_has_what_its_schema_requires():
    [item] = json.loads(csl(CITED))
    assert {"type", "id"} <= set(item)
    assert item["type"] == "article-newspaper"
    assert item["author"] == [{"family": "Voss", "given": "Karl"}, {"literal": "dpa"}]
    assert item["issued"] == {"date-parts": [[2024, 11, 5]]}


def test_csl_keeps_any_headline_as_it_is():
    [item] = json.loads(csl(cited(headline=HOSTILE)))
    assert item["title"] == HOSTILE
