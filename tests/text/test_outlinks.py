"""Links in a text, and which stay in the house."""

import pytest

from articles.text.outlinks import links_in, path_on_site

HOSTS = {"bote.example"}


def test_a_text_without_links_has_none():
    assert links_in("<p>Die Brücke.</p>") == []


def test_each_address_once_and_unescaped():
    html = '<p><a href="/a/1/?x=1&amp;y=2">eins</a> <a href="/a/1/?x=1&amp;y=2">zwei</a> <a href="#plan">drei</a></p>'
    assert links_in(html) == ["/a/1/?x=1&y=2", "#plan"]


@pytest.mark.parametrize(
    ("href", "path"),
    [
        ("/tags/energie/?seite=2#x", "/tags/energie/"),
        ("https://bote.example/tags/energie/", "/tags/energie/"),
        ("http://Bote.Example:8000", "/"),
        ("/tags/b%C3%BCcher/", "/tags/bücher/"),
        ("#plan", ""),
        ("https://anderswo.example/tags/", None),
        ("mailto:wir@bote.example", None),
        ("http://[kaputt/", None),
    ],
)
def test_what_stays_in_the_house(href, path):
    assert path_on_site(href, HOSTS) == path
