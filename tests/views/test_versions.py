"""What readers see of former versions, and what they never see."""

from datetime import date, timedelta

import pytest

from articles.editorial.publish import publish
from articles.editorial.redact_version import redact_version
from articles.editorial.withdraw import withdraw
from articles.models import FormerAddress, Person, Version
from articles.records import record_of, to_json
from articles.vocabulary import MentionStatus
from tests.builders import NOW, build_article, build_draft, build_mention, build_person, build_tag
from tests.editorial.living import DAY, build_corrected, saved
from tests.views.looking import links_of, text_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def corrected():
    return build_corrected(headline="Die Brücke", slug="bruecke")


@pytest.fixture
def below(client, corrected):
    return lambda rest, **values: client.get(f"{corrected.get_absolute_url()}versions/{rest}", **values)


def test_the_list_says_what_changed(below):
    said = text_of(below(""))
    for text in (
        "2 Fassungen",
        "Fassung 2 aktuell",
        "Abschnitt geändert: Nr. 1",
        "1 Wort neu",
        "Es sind zwölf.",
    ):
        assert text in said


def test_the_first_one_is_called_that(below):
    assert "Erste öffentliche Fassung." in text_of(below(""))


def test_a_former_version_keeps_its_text_and_says_that_it_is_former(below):
    shown = below("1/")
    assert "Elf Pfeiler tragen die Brücke." in text_of(shown)
    assert "Sie ist nicht die aktuelle." in text_of(shown)


def test_it_leads_to_the_current_one_and_to_the_difference(corrected, below):
    address = corrected.get_absolute_url()
    assert {address, f"{address}versions/1/diff/2/", f"{address}versions/"} <= links_of(below("1/"))


def test_its_canonical_address_is_the_article_and_no_engine_keeps_it(client, corrected):
    address = corrected.get_absolute_url()
    html = client.get(f"/en{address}versions/1/").content.decode()
    assert f'<link rel="canonical" href="http://testserver{address}">' in html
    assert '<meta name="robots" content="noindex, follow">' in html


def test_the_current_version_says_so(below):
    assert "Sie ist die aktuelle." in text_of(below("2/"))


@pytest.mark.parametrize("rest", ["1/diff/2/", "2/diff/1/", "2/diff/"])
def test_the_difference_is_marked_word_by_word(below, rest):
    assert "<del>Elf</del><ins>Zwölf</ins> Pfeiler" in below(rest).content.decode()


def test_another_one_to_compare_with_is_asked_for(corrected, below):
    assert below("2/diff/?against=1")["Location"] == f"{corrected.get_absolute_url()}versions/1/diff/2/"


@pytest.mark.parametrize("rest", ["7/", "0/", "1/diff/7/", "2/diff/?against=7", "2/diff/?against=x", "?page=9"])
def test_what_is_not_there_is_not_found(below, rest):
    assert below(rest).status_code == 404


@pytest.mark.parametrize("rest", [f"{10**12}/", "1/diff/x/", "timemap/x"])
def test_addresses_that_never_were_are_not_found(below, rest):
    assert below(rest).status_code == 404


@pytest.mark.parametrize(
    ("day", "number"), [("2024-11-05", 1), ("2024-11-06", 2), ("2001-01-01", 1), ("9999-12-31", 2), ("0001-01-01", 1)]
)
def test_it_leads_to_the_version_of_a_day(corrected, below, day, number):
    assert below(f"?on={day}")["Location"] == f"{corrected.get_absolute_url()}versions/{number}/"


@pytest.mark.parametrize("typed", ["gestern", "2024-02-31", "<b>", "2024-11"])
def test_what_is_no_day_is_said(below, typed):
    shown = below(f"?on={typed}")
    assert shown.status_code == 200
    assert "ist kein Datum" in text_of(shown)


def test_versions_that_readers_never_saw_are_none(client):
    article = build_draft("Geheimer Titel")
    saved(article, NOW - DAY)
    article = publish(article, editor=None, at=NOW, when=NOW + DAY)
    saved(article, NOW + DAY / 2, headline="Endlich")
    address = f"{article.get_absolute_url()}versions/"
    assert "Fassung 3" in text_of(client.get(address))
    assert [client.get(f"{address}{number}/").status_code for number in (1, 2, 3)] == [404, 404, 200]


@pytest.mark.parametrize("values", [{"published_at": NOW + 9999 * DAY}, {"embargoed_until": NOW + 9999 * DAY}])
@pytest.mark.parametrize("rest", ["", "1/", "1/diff/", "1/diff/1/", "timemap"])
def test_what_is_not_visible_has_no_versions(client, values, rest):
    article = build_article(**values)
    saved(article, NOW)
    assert client.get(f"{article.get_absolute_url()}versions/{rest}").status_code == 404


@pytest.mark.parametrize("rest", ["", "1/", "1/diff/2/", "2/diff/", "timemap", "?on=2024-11-05"])
def test_the_versions_of_a_withdrawn_article_are_gone(below, corrected, rest):
    withdraw(corrected, editor=None, at=NOW + 2 * DAY, reason="Verwechslung", notice="Wir haben uns geirrt.")
    shown = below(rest)
    assert shown.status_code == 410
    assert "Pfeiler" not in shown.content.decode()


@pytest.mark.parametrize("below", ["", "1/", "1/diff/2/", "timemap", "?on=x"])
def test_a_former_address_redirects_with_its_rest(client, corrected, below):
    rest = f"versions/{below}"
    FormerAddress.objects.create(article=corrected, published_on=date(2020, 1, 2), slug="02")
    moved = client.get(f"/2020/01/02/02/{rest}")
    assert (moved.status_code, moved["Location"]) == (301, corrected.get_absolute_url() + rest)


def test_linking_people_is_no_version_to_readers(client, corrected):
    build_mention(corrected, build_person())
    saved(corrected, NOW + 2 * DAY)
    assert Version.objects.count() == 3
    assert "2 Fassungen" in text_of(client.get(f"{corrected.get_absolute_url()}versions/"))


def version_naming(person, **values):
    article = build_article()
    build_mention(article, person, **values)
    saved(article, NOW)
    article.mentions.update(status=MentionStatus.REJECTED)
    saved(article, NOW + DAY, headline="Neuer Titel")
    other = build_article()
    build_mention(other, person)
    return f"{article.get_absolute_url()}versions/1/"


def test_people_are_named_and_linked(client):
    assert "/people/anna-berg/" in links_of(client.get(version_naming(build_person("Anna Berg"))))


@pytest.mark.parametrize("values", [{"status": MentionStatus.SUGGESTED}, {"status": MentionStatus.REJECTED}])
def test_who_was_not_confirmed_is_not_named(client, values):
    assert "Anna Berg" not in text_of(client.get(version_naming(build_person("Anna Berg"), **values)))


def test_who_is_not_public_today_is_not_in_old_versions(client):
    address = version_naming(build_person("Anna Berg"))
    Person.objects.update(is_public=False)
    assert "Anna Berg" not in text_of(client.get(address))


def test_who_was_merged_is_shown_as_the_person_they_are_now(client):
    person = build_person("Anne Berg")
    address = version_naming(person)
    other = build_person("Anna Berg")
    person.delete()
    other.names.create(name="Anne Berg")
    assert "Anna Berg" in text_of(client.get(address))


def test_a_renamed_tag_is_called_as_today(client):
    tag = build_tag("Strom")
    article = saved(build_article(tags=[tag]), NOW)
    tag.name = "Energie"
    tag.save()
    said = text_of(client.get(f"{article.get_absolute_url()}versions/1/"))
    assert "Energie" in said
    assert "Strom" not in said


def test_a_redacted_version_shows_nothing_but_that(below, corrected):
    redact_version(corrected, 1, editor=None, at=NOW + 2 * DAY, reason="Anwalt")
    for rest in ("1/", "", "1/diff/2/"):
        said = text_of(below(rest))
        assert "geschwärzt" in said
        assert "Elf" not in said
        assert "Anwalt" not in said


def test_names_of_versions_stay_in_the_house(below):
    Version.objects.update(name="Vor der Klage")
    for rest in ("", "1/", "1/diff/2/", "timemap"):
        assert "Klage" not in below(rest).content.decode()


def test_old_text_passes_todays_allow_list(client):
    article = saved(build_article(), NOW)
    version = Version.objects.get()
    version.record["sections"][0]["body"] = "<p onclick='x'>Text<script>alert(1)</script></p>"
    version.save()
    saved(article, NOW + DAY, body="<p>Anders</p>")
    for rest in ("1/", "1/diff/2/"):
        html = client.get(f"{article.get_absolute_url()}versions/{rest}").content.decode()
        assert "alert(1)" not in html
        assert "onclick" not in html


def test_an_article_without_kept_versions_says_so(client):
    shown = client.get(f"{build_article().get_absolute_url()}versions/")
    assert "keine Fassungen" in text_of(shown)
    assert client.get(f"{build_article().get_absolute_url()}versions/?on=2024-11-05").status_code == 200


def test_the_article_leads_to_its_versions(client, corrected):
    shown = client.get(corrected.get_absolute_url())
    address = f"{corrected.get_absolute_url()}versions/"
    assert {address, f"{address}1/", f"{address}1/diff/2/"} <= links_of(shown)
    assert "Fassung 2 · geändert am 6. November 2024" in text_of(shown)


def test_an_article_that_never_changed_says_nothing_of_versions(client):
    article = saved(build_article(), NOW)
    assert f"{article.get_absolute_url()}versions/" not in links_of(client.get(article.get_absolute_url()))


def test_versions_beyond_a_page_are_on_the_next(client):
    article = saved(build_article("Titel 0"), NOW)
    for number in range(1, 52):
        saved(article, NOW + timedelta(minutes=number), headline=f"Titel {number}")
    address = f"{article.get_absolute_url()}versions/"
    assert "Erste öffentliche Fassung." not in text_of(client.get(address))
    assert "Erste öffentliche Fassung." in text_of(client.get(f"{address}?page=3"))


def test_more_versions_need_no_more_queries(client, count_queries):
    def address(number):
        article = saved(build_article(tags=["Energie"], people=[build_person()]), NOW)
        for step in range(1, number):
            saved(article, NOW + timedelta(minutes=step), headline=f"Titel {step}")
        return article.get_absolute_url()

    few, many = address(3), address(30)
    for rest in ("versions/", "versions/2/", "versions/1/diff/3/", "versions/timemap", ""):
        assert count_queries(few + rest) == count_queries(many + rest) <= 30, rest


def test_a_version_is_what_was_saved(corrected):
    assert Version.objects.get(number=2).record == to_json(record_of(corrected))
