"""The allow-list keeps what a section may hold and nothing else, and the plain text is what mentions count in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.text.markup import clean, paragraphs, pieces, plain_text

TAGS = ["p", "h1", "h3", "ul", "ol", "li", "b", "i", "strong", "em", "a", "div", "blockquote", "table", "tr", "td"]
TAGS += ["br", "pre", "script", "svg", "span", "hr"]
BITS = st.one_of(
    st.sampled_from([f"<{tag}>" for tag in TAGS] + [f"</{tag}>" for tag in TAGS]),
    st.sampled_from(['<a href="/a/1/">', '<a href="javascript:alert(1)">', "&nbsp;", "&#1;", "&lt;", "\x00", "\u00a0"]),
    st.text(max_size=8),
)
HTML = st.lists(BITS, max_size=25).map("".join)


@pytest.mark.parametrize(
    ("dirty", "cleaned"),
    [
        ("<p>Der Rat <b>tagt</b> <i>heute</i>.</p>", "<p>Der Rat <strong>tagt</strong> <em>heute</em>.</p>"),
        ("<h1>Oben</h1><h6>Unten</h6>", "<h3>Oben</h3><h3>Unten</h3>"),
        ("Nur Text", "<p>Nur Text</p>"),
        ("<div>eins</div><div>zwei</div>", "<p>eins</p><p>zwei</p>"),
        ("<p></p><p> <br></p><p>&nbsp;</p><p>da</p>", "<p>da</p>"),
        ("<p>a<br>b</p>", "<p>a<br>b</p>"),
        ("<p>a<br></p>", "<p>a</p>"),
        ("<p>eins <em>zwei </em>drei</p>", "<p>eins <em>zwei</em> drei</p>"),
        ("<ul><li><p>a</p><p>b</p></li><li></li></ul>", "<ul><li>a<br>b</li></ul>"),
        ("<ul><li>a<ol><li>b</li></ol></li></ul>", "<ul><li>a<ol><li>b</li></ol></li></ul>"),
        ("<ul>lose<li>fest</li></ul>", "<ul><li>lose</li><li>fest</li></ul>"),
        ("<li>ohne Liste</li>", "<p>ohne Liste</p>"),
        ("<blockquote>So ist es.</blockquote>", "<blockquote><p>So ist es.</p></blockquote>"),
        ("<blockquote><blockquote>a</blockquote></blockquote>", "<blockquote><p>a</p></blockquote>"),
        ("<b><p>a</p><p>b</p></b>", "<p><strong>a</strong></p><p><strong>b</strong></p>"),
        ("<table><tr><td>a</td><td>b</td></tr></table>", "<p>a</p><p>b</p>"),
        ("<p>a\x00b\x07c&#1;d</p>", "<p>abcd</p>"),
        ("<p class=x onclick=y style=z>a</p>", "<p>a</p>"),
        ("<script>alert(1)</script><p>a</p><!-- b -->", "<p>a</p>"),
        ("", ""),
    ],
)
def test_it_keeps_what_a_section_may_hold(dirty, cleaned):
    assert clean(dirty) == cleaned


@pytest.mark.parametrize("tags", ["<ul><li>", "<blockquote>", "<b>", "<a href='/x'><b></a>", "<UL>"])
def test_no_nest_is_deeper_than_anybody_writes(tags):
    html = clean(tags * 3_000 + "Text")
    assert html.count("<") <= 2 * 200
    assert plain_text(html).strip() == "Text"
    assert clean(html) == html


@pytest.mark.parametrize(
    "href", ["https://example.org/?a=1", "http://example.org", "mailto:a@example.org", "/2024/", "#abschnitt-1"]
)
def test_it_keeps_links_out_and_on_the_site(href):
    assert clean(f'<p><a href="{href}">hier</a></p>') == f'<p><a href="{href}">hier</a></p>'


@pytest.mark.parametrize(
    "href", ["javascript:alert(1)", "JaVaScRiPt:x", "data:text/html,x", "//evil.example", "/\\evil.example", "x/y", ""]
)
def test_it_unlinks_everything_else(href):
    assert clean(f'<p><a href="{href}">hier</a></p>') == "<p>hier</p>"


@given(HTML)
def test_cleaning_what_is_clean_changes_nothing(html):
    once = clean(html)
    assert clean(once) == once


@given(HTML)
def test_pieces_join_to_the_html_and_to_the_text(html):
    body = clean(html)
    assert "".join(piece.html for piece in pieces(body)) == body
    assert "".join(piece.text for piece in pieces(body)) == plain_text(body)


@given(st.lists(st.text(alphabet="aä<&>\"' \n", max_size=20), max_size=5))
def test_paragraphs_of_plain_text_are_clean_and_lose_no_word(texts):
    body = paragraphs(texts)
    assert clean(body) == body
    assert plain_text(body).split() == " ".join(texts).split()


def test_plain_text_separates_blocks_items_and_lines():
    body = "<h3>Zahlen</h3><p>a<br>b &amp; c</p><ul><li>d<ul><li>e</li></ul></li><li>f</li></ul><p>g</p>"
    assert plain_text(body) == "Zahlen\n\na\nb & c\n\nd\ne\nf\n\ng"


def test_plain_text_joins_what_inline_tags_part():
    assert plain_text("<p>Wladimir <strong>Put</strong>in</p>") == "Wladimir Putin"


def test_a_bracket_in_an_address_does_not_end_the_tag():
    assert plain_text(clean('<p><a href="/?q=a>b">hier</a> dort</p>')) == "hier dort"


def test_a_line_break_in_a_paragraph_stays_a_break():
    assert paragraphs(["eins\nzwei <3", "  ", "drei"]) == "<p>eins<br>zwei &lt;3</p><p>drei</p>"
