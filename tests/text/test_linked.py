"""Links over places of clean HTML."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.text.linked import Link, linked
from articles.text.markup import clean, plain_text

ANNA, ITS_LINK = "/people/anna-berg/", '<a class="person" href="/people/anna-berg/">Anna Berg</a>'


def place(html, name="Anna Berg", url=ANNA, after=0):
    start = plain_text(html).index(name, after)
    return Link(start, start + len(name), url)


def test_nothing_to_link_changes_nothing():
    html = "<p>Anna &amp; <em>Berg</em></p>"
    assert linked(html, []) == html


def test_a_name_becomes_a_link():
    html = "<p>Dort sprach Anna Berg lange.</p>"
    assert linked(html, [place(html)]) == f"<p>Dort sprach {ITS_LINK} lange.</p>"


def test_only_the_first_place_of_an_address_is_linked():
    html = "<p>Anna Berg kam.</p><p>Anna Berg ging.</p>"
    assert linked(html, [place(html), place(html, after=12)]) == f"<p>{ITS_LINK} kam.</p><p>Anna Berg ging.</p>"


@pytest.mark.parametrize("bar", ['<p><a href="/x/">Zu Anna Berg</a></p>', "<h3>Anna Berg</h3>"])
def test_a_place_in_a_link_or_heading_is_left_for_the_next(bar):
    html = f"{bar}<p>Anna Berg ging.</p>"
    links = [place(html), place(html, after=place(html).end)]
    assert linked(html, links) == f"{bar}<p>{ITS_LINK} ging.</p>"


@pytest.mark.parametrize(
    "name",
    ["<strong>Anna</strong> Berg", "Anna <em>Berg</em>", "An<em>na</em> Berg"],
)
def test_emphasis_goes_into_the_link_whole(name):
    html = f"<p>Von {name}.</p>"
    assert linked(html, [place(html)]) == f"<p>Von {ITS_LINK.replace('Anna Berg', name)}.</p>"


@pytest.mark.parametrize("html", ["<p><em>Von Anna</em> Berg</p>", "<p>Anna<br>Berg</p>", "<p>Anna</p><p>Berg</p>"])
def test_a_link_that_would_tear_tags_apart_is_not_set(html):
    text = plain_text(html)
    link = Link(text.index("Anna"), text.index("Berg") + 4, ANNA)
    assert linked(html, [link]) == html


def test_what_overlaps_a_link_is_left_out():
    html = "<p>Anna Berg kam.</p>"
    assert linked(html, [place(html), place(html, "Berg", "/people/karl-berg/")]).count("<a ") == 1


def test_text_and_address_are_escaped():
    html = "<p>R&amp;B Anna &lt;Berg&gt;</p>"
    assert linked(html, [place(html, "Anna <Berg>", '/"><b>')]) == (
        '<p>R&amp;B <a class="person" href="/&quot;&gt;&lt;b&gt;">Anna &lt;Berg&gt;</a></p>'
    )


def test_the_ending_of_a_name_is_linked_with_it():
    assert linked("<p>Putins Rede</p>", [Link(0, 5, "/x")]) == '<p><a class="person" href="/x">Putins</a> Rede</p>'


def test_nothing_is_linked_where_there_is_only_a_blank():
    assert linked("<p>R&amp; Anna</p>", [Link(2, 3, "/x")]) == "<p>R&amp; Anna</p>"


TAGS = ["<p>", "</p>", "<em>", "</em>", "<strong>", "</strong>", '<a href="/x">', "</a>", "<br>"]
HTML = st.lists(st.sampled_from([*TAGS, "Anna", " &amp; ", "Ü"]))


@given(HTML, st.lists(st.tuples(st.integers(0, 30), st.integers(1, 9))))
def test_whatever_is_linked_stays_clean_and_says_the_same(parts, spans):
    html = clean("".join(parts))
    links = [Link(start, start + length, f"/people/{start}/") for start, length in sorted(spans)]
    result = linked(html, links)
    assert plain_text(result) == plain_text(html)
    assert clean(result).replace(" ", "") == result.replace(' class="person"', "").replace(" ", "")
