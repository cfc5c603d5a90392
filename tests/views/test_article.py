"""The page of an article, and what its addresses answer when it is not there."""

from datetime import date, timedelta

import pytest

from articles.editorial.correct import correct
from articles.models import FormerAddress
from articles.vocabulary import CorrectionKind, MentionStatus, Status
from tests.builders import (
    NOW,
    build_article,
    build_author,
    build_draft,
    build_mention,
    build_person,
    build_tag,
    build_topic,
)
from tests.indexing import index_now
from tests.views.looking import links_of, text_of

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)
HEADED = [("Der Riss", "<p>Eins.</p>"), ("Der Umweg", "<p>Zwei.</p>"), ("Die Kosten", "<p>Drei.</p>")]


@pytest.fixture
def page(client):
    return lambda article, query="": client.get(article.get_absolute_url() + query)


def test_it_shows_the_article(page):
    article = build_article("Ein Haarriss", kicker="Velmebrücke", standfirst="Taucher haben Schäden gefunden.")
    said = text_of(page(article))
    for text in ("Ein Haarriss", "Velmebrücke", "Taucher haben Schäden gefunden.", "Die Brücke ist gesperrt."):
        assert text in said


def test_the_headline_is_the_only_h1(page):
    html = page(build_article("Ein Haarriss")).content.decode()
    assert html.count("<h1") == 1
    assert "<h1>Ein Haarriss</h1>" in html


def test_it_says_who_wrote_and_when(page):
    authors = [build_author("Anna Berg"), build_author("Karl Voss")]
    shown = page(build_article(authors=authors))
    assert "Von Anna Berg und Karl Voss" in text_of(shown)
    assert "5. November 2024, 12:00 Uhr" in text_of(shown)
    assert {"/authors/anna-berg/", "/authors/karl-voss/"} <= links_of(shown)


def test_three_headings_make_a_table_of_contents(page):
    shown = page(build_article(sections=HEADED))
    assert "#abschnitt-2" in links_of(shown)
    assert 'class="contents"' in shown.content.decode()


def test_two_headings_need_none(page):
    assert b'class="contents"' not in page(build_article(sections=HEADED[:2])).content


def test_every_section_has_its_anchor(page):
    html = page(build_article(sections=HEADED)).content.decode()
    assert all(f'<section id="abschnitt-{number}">' in html for number in (1, 2, 3))


def test_it_says_its_language(page):
    html = page(build_article(language="en")).content.decode()
    assert '<html lang="de">' in html
    assert '<article class="article" lang="en">' in html


def test_the_canonical_address_has_no_search_words_and_is_german(client):
    article = build_article()
    address = article.get_absolute_url()
    link = f'<link rel="canonical" href="http://testserver{address}">'
    assert link in client.get(f"/en{address}?q=brücke").content.decode()


def test_headline_and_standfirst_are_escaped(page):
    html = page(build_article("<script>alert(1)</script>", standfirst='"><img src=x>')).content.decode()
    assert "<script>alert" not in html
    assert "<img" not in html


def test_it_names_people_who_are_confirmed_and_public(page):
    build_person("Anna Berg")
    article = build_article()
    build_mention(article, build_person("Rolf Tesmer"))
    build_mention(article, build_person("Nur Vorschlag"), status=MentionStatus.SUGGESTED)
    build_mention(article, build_person("Irmgard Sellin", is_public=False))
    said = text_of(page(article))
    assert "Rolf Tesmer" in said
    assert "Nur Vorschlag" not in said
    assert "Irmgard Sellin" not in said


def test_it_says_what_somebody_was_on_that_day(page):
    person = build_person("Rolf Tesmer")
    person.roles.create(title="Oberbürgermeister", until=date(2024, 12, 31))
    person.roles.create(title="Altbürgermeister", since=date(2025, 1, 1))
    said = text_of(page(build_article(people=[person])))
    assert "Oberbürgermeister" in said
    assert "Altbürgermeister" not in said


def test_a_person_named_twice_is_listed_once(page):
    person = build_person("Rolf Tesmer")
    assert len(page(build_article(people=[person, person])).context["people"]) == 1


def test_it_leads_to_its_tags(page):
    assert "/tags/energie/" in links_of(page(build_article(tags=["Energie"])))


def test_a_topic_box_leads_to_the_article_before_and_after(page):
    build_topic("Brückenbau", tags=[build_tag("Brücke")])
    before, this, after = (build_article(tags=["Brücke"], published_at=NOW - days * DAY) for days in (3, 2, 1))
    links = links_of(page(this))
    assert {before.get_absolute_url(), after.get_absolute_url(), "/topics/brueckenbau/"} <= links


def test_related_articles_follow(page):
    article, other = build_article(tags=["Energie"]), build_article(tags=["Energie"])
    assert page(article).context["beside"].alike == [other]


def test_a_correction_is_said_in_public(page):
    article = build_article()
    correct(article, CorrectionKind.CORRECTION, "Der Riss ist 1,80 Meter lang.", editor=None, at=NOW)
    said = text_of(page(article))
    assert "Der Riss ist 1,80 Meter lang." in said
    assert "berichtigt" in said


def test_a_note_to_a_version_nobody_saw_is_not_shown(page):
    article = build_article(status=Status.DRAFT)
    correct(article, CorrectionKind.CORRECTION, "Nie gesehen.", editor=None, at=NOW)
    published = build_article()
    article.versions.update(article=published)
    assert "Nie gesehen." not in text_of(page(published))


def test_words_that_led_here_are_marked(page):
    html = page(build_article("Brücke gesperrt"), "?q=Brücke").content.decode()
    assert "<h1><mark>Brücke</mark> gesperrt</h1>" in html
    assert "<p>Die <mark>Brücke</mark> ist" in html


def test_without_words_nothing_is_marked(page):
    assert b"<mark>" not in page(build_article()).content


def test_a_heading_is_marked_and_its_link_is_not(page):
    html = page(build_article(sections=[("Die Brücke", "<p>Eins.</p>")]), "?q=Brücke").content.decode()
    assert "<h2>Die <mark>Brücke</mark> <a" in html
    assert 'aria-label="Link zum Abschnitt „Die Brücke“"' in html


def test_the_places_are_counted_and_the_first_is_led_to(page):
    sections = [("", "<p>Nichts.</p>"), ("Riss", "<p>Der Umweg und der Umweg.</p>")]
    article = build_article("Neues", sections=sections)
    shown = page(article, "?q=Umweg")
    assert "2 Fundstellen für „Umweg“" in text_of(shown)
    assert {"#abschnitt-2", article.get_absolute_url()} <= links_of(shown)
    assert "marks__step" in shown.content.decode()


def test_a_place_at_the_top_needs_no_link(page):
    assert page(build_article("Brücke gesperrt"), "?q=Brücke").context["marks"].first == ""


def test_words_that_do_not_occur_are_said_so(page):
    shown = page(build_article(), "?q=Xylophon")
    assert "Keine Fundstelle für „Xylophon“" in text_of(shown)
    assert "marks__step" not in shown.content.decode()


def test_an_article_that_writes_of_marks_has_none(page):
    shown = page(build_article("<mark>", body="<p>&lt;mark&gt; ist HTML.</p>"), "?q=HTML")
    assert shown.context["marks"].count == 1


def test_without_words_there_is_no_bar(page):
    assert 'id="marks_"' not in page(build_article(), "?q=").content.decode()


@pytest.mark.parametrize("query", ["?q=%00", "?q=" + "x" * 3000, "?q=%ff", '?q="', "?q=-"])
def test_hostile_words_do_no_harm(page, query):
    assert page(build_article(), query).status_code == 200


def test_a_draft_has_no_page_even_if_its_address_is_guessed(client):
    build_draft(published_on=date(2024, 11, 5), slug="geraten")
    assert client.get("/2024/11/05/geraten/").status_code == 404


@pytest.mark.parametrize("values", [{"published_at": NOW + 9999 * DAY}, {"embargoed_until": NOW + 9999 * DAY}])
def test_what_is_not_yet_visible_is_not_found(page, values):
    assert page(build_article(**values)).status_code == 404


def test_a_withdrawn_article_is_gone_with_its_notice(page):
    article = build_article("Falsch", status=Status.WITHDRAWN, withdrawal_notice="Wir bitten um Entschuldigung.")
    shown = page(article)
    assert shown.status_code == 410
    assert "Wir bitten um Entschuldigung." in text_of(shown)
    assert "Falsch" not in text_of(shown)


def test_the_reason_stays_in_the_house(page):
    article = build_article(status=Status.WITHDRAWN, withdrawal_reason="Klage der Gegenseite")
    assert "Klage" not in text_of(page(article))


def test_below_a_withdrawn_article_all_is_gone(client):
    article = build_article(status=Status.WITHDRAWN)
    assert client.get(f"{article.get_absolute_url()}versions/1/").status_code == 410


def test_withdrawn_before_anybody_saw_it_is_simply_not_found(page):
    assert page(build_article(status=Status.WITHDRAWN, address_fixed=False)).status_code == 404


@pytest.mark.parametrize("below", ["", "versions/3/", "?q=brücke"])
def test_a_former_address_redirects_with_all_below_it(client, below):
    article = build_article()
    FormerAddress.objects.create(article=article, published_on=date(2020, 1, 2), slug="alt")
    moved = client.get(f"/2020/01/02/alt/{below}")
    expected = article.get_absolute_url() + below.replace("ü", "%C3%BC")
    assert (moved.status_code, moved["Location"]) == (301, expected)


def test_a_former_address_of_a_withdrawn_article_is_gone(client):
    article = build_article(status=Status.WITHDRAWN)
    FormerAddress.objects.create(article=article, published_on=date(2020, 1, 2), slug="alt")
    assert client.get("/2020/01/02/alt/").status_code == 410


def test_a_former_address_does_not_betray_a_hidden_article(client):
    article = build_article(embargoed_until=NOW + 9999 * DAY)
    FormerAddress.objects.create(article=article, published_on=date(2020, 1, 2), slug="alt")
    assert client.get("/2020/01/02/alt/").status_code == 404


def test_the_address_of_a_deleted_article_is_gone(client):
    FormerAddress.objects.create(published_on=date(2020, 1, 2), slug="alt")
    assert client.get("/2020/01/02/alt/").status_code == 410


def test_the_short_link_redirects(client):
    article = build_article()
    moved = client.get(f"/a/{article.pk}/")
    assert (moved.status_code, moved["Location"]) == (301, article.get_absolute_url())


@pytest.mark.parametrize("number", [0, 7, 10**30])
def test_a_wrong_short_link_is_not_found(client, number):
    assert client.get(f"/a/{number}/").status_code == 404


def test_the_short_link_of_a_draft_is_not_found(client):
    assert client.get(f"/a/{build_draft().pk}/").status_code == 404


@pytest.mark.parametrize(
    "address", ["/2024/13/01/x/", "/2024/02/30/x/", "/0000/01/01/x/", "/9999/12/31/x/", "/2024/11/05/x/versions/"]
)
def test_impossible_addresses_are_not_found(client, address):
    assert client.get(address).status_code == 404


def test_more_of_everything_needs_no_more_queries(client, count_queries):
    people = [build_person(f"Person {number}") for number in range(30)]
    authors = [build_author(f"Autor {number}") for number in range(30)]
    build_topic("Brückenbau", tags=[build_tag("T0")])

    def address(number: int) -> str:
        values = {"people": people[:number], "authors": authors[:number], "sections": HEADED * (number // 3)}
        articles = [build_article(tags=[f"T{tag}" for tag in range(number)], **values) for _ in range(number)]
        index_now()
        return articles[0].get_absolute_url()

    assert count_queries(address(3)) == count_queries(address(30)) <= 35
