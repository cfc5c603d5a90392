"""An article as machines read it."""

from datetime import timedelta
from types import SimpleNamespace

import pytest

from articles.linked_data import article_data
from articles.models import Article
from tests.builders import NOW, build_article, build_author, build_desk, build_person, build_topic
from tests.linked_data.required import lacking

pytestmark = pytest.mark.django_db

SITE = "https://zeitung.example"


def said_of(article, **more):
    return article_data(Article.objects.for_page().get(pk=article.pk), SITE, **more)


def test_a_bare_article_has_all_that_is_required_and_nothing_empty():
    said = said_of(build_article())
    assert list(lacking(said)) == []
    assert said["author"] == said["publisher"] == {"@id": f"{SITE}/#paper"}
    assert not {"image", "keywords", "correction", "mentions", "articleSection"} & set(said)


def test_it_names_who_wrote_it_and_where_it_is_filed():
    article = build_article(authors=[build_author("Karl Voss")], desk=build_desk("Politik"), tags=["Energie"])
    said = said_of(article)
    url = f"{SITE}/authors/karl-voss/"
    assert said["author"] == [{"@type": "Person", "@id": f"{url}#author", "name": "Karl Voss", "url": url}]
    assert (said["articleSection"], said["keywords"]) == ("Politik", ["Energie"])
    assert said["about"] == [{"@type": "DefinedTerm", "name": "Energie", "url": f"{SITE}/tags/energie/"}]


def test_people_are_who_wikidata_says_they_are():
    person = build_person("Anna Berg", wikidata_id="Q42", gnd_id="118540238")
    [named] = said_of(build_article(), people=[person])["mentions"]
    assert (named["@id"], named["url"]) == (f"{SITE}/people/anna-berg/#person", f"{SITE}/people/anna-berg/")
    assert named["sameAs"] == ["https://www.wikidata.org/wiki/Q42", "https://d-nb.info/gnd/118540238"]


def test_it_is_part_of_the_site_and_of_its_topics():
    parts = said_of(build_article(), topics=[build_topic("Brückenbau")])["isPartOf"]
    assert parts[0] == {"@id": f"{SITE}/#website"}
    assert (parts[1]["name"], parts[1]["url"]) == ("Brückenbau", f"{SITE}/topics/brueckenbau/")


def test_a_correction_says_what_and_when_and_leads_to_its_version():
    note = SimpleNamespace(correction_note="Es waren drei.", shown_from=NOW, number=2)
    said = said_of(build_article(slug="riss"), notes=[note], versions=[note])
    [correction] = said["correction"]
    assert list(lacking(said)) == []
    assert (correction["text"], correction["datePublished"]) == ("Es waren drei.", "2024-11-05T13:00:00+01:00")
    assert correction["url"] == f"{SITE}/2024/11/05/riss/versions/2/"


def test_it_was_published_when_readers_could_see_it_and_changed_with_its_last_edition():
    article = build_article(embargoed_until=NOW + timedelta(hours=1))
    assert said_of(article)["datePublished"] == said_of(article)["dateModified"] == "2024-11-05T14:00:00+01:00"
    later = SimpleNamespace(shown_from=NOW + timedelta(days=1))
    assert said_of(article, versions=[later])["dateModified"] == "2024-11-06T13:00:00+01:00"


def test_a_picture_is_an_image():
    assert said_of(build_article(), picture=f"{SITE}/share/1.png")["image"] == [f"{SITE}/share/1.png"]


def test_it_asks_no_query_of_its_own(django_assert_num_queries):
    article = build_article(authors=[build_author()], desk=build_desk(), tags=["Energie", "Kraft"])
    read = Article.objects.for_page().get(pk=article.pk)
    with django_assert_num_queries(0):
        article_data(read, SITE)
