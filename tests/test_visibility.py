"""Nothing that is not visible is said anywhere: every public address is walked, in both languages, with and without
an index, while a draft, a scheduled, an embargoed and a withdrawn article exist."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from django.utils import timezone, translation

from articles.models import Article, Author, Desk, FormerAddress, FormerSlug, Person, Portrait, Tag, Topic
from articles.pictures.keeping import keep
from articles.pictures.reading import Picture
from articles.records import record_of, to_json
from articles.urls import urlpatterns, without_language
from articles.views.near import words_of
from articles.vocabulary import MentionStatus, Status
from tests.builders import (
    build_article,
    build_author,
    build_desk,
    build_mention,
    build_person,
    build_portrait,
    build_topic,
)
from tests.indexing import index_now

pytestmark = pytest.mark.django_db

SECRET = "geheimplan"
"""In every headline, text, slug and name that must not be seen; the words are found in any spelling of them."""
PAIR = "/people/anna-berg/with/berta-kahn/"
HIDDEN = {
    "draft": {"status": Status.DRAFT},
    "review": {"status": Status.REVIEW},
    "scheduled": {"days": 3},
    "embargoed": {"days": -3, "embargo": 3},
    "withdrawn": {"status": Status.WITHDRAWN, "days": -3},
    "withdrawn unseen": {"status": Status.WITHDRAWN, "days": 3, "address_fixed": False},
}


@pytest.fixture(params=["index", "database"], autouse=True)
def archive(request):
    """Two visible articles that share desk, tags, authors and topic with the hidden ones."""
    at = timezone.now()
    people = [build_person("Anna Berg"), build_person("Berta Kahn")]
    shared = {"tags": ["Energie"], "people": people, "authors": [build_author("Karl Voss")]}
    shared["desk"] = build_desk("Politik")
    for days in (2, 4):
        build_article("Sichtbar", slug=f"sichtbar-{days}", published_at=at - timedelta(days=days), **shared)
    for name, values in HIDDEN.items():
        hide(f"{SECRET} {name}", at, **values, **shared)
    topic = build_topic("Energiewende", tags=[Tag.objects.get(slug="energie")])
    topic.pins.create(article=Article.objects.filter(headline__startswith=SECRET).first())
    for article in Article.objects.all():
        topic.entries.create(article=article, line=article.headline, date=at.date())
    name_somebody_not_public()
    portray_everybody()
    keep_versions(at)
    if request.param == "index":
        index_now()
    yield
    translation.deactivate()  # an English page leaves its language behind


def hide(headline, at, *, days=0, embargo=0, tags=(), people=(), authors=(), **values):
    """An article nobody may know of, with a tag, a person and an author that only it has."""
    slug = headline.replace(" ", "-")
    if days:
        values |= {"published_at": at + timedelta(days=days), "slug": slug}
    if embargo:
        values["embargoed_until"] = at + timedelta(days=embargo)
    article = build_article(
        headline,
        kicker=SECRET,
        standfirst=SECRET,
        body=f"<p>{headline} {SECRET}</p>",
        tags=[*tags, f"Stichwort {headline}"],
        people=[*people, build_person(f"Person {headline}")],
        authors=[*authors, build_author(f"Autor {headline}")],
        **values,
    )
    FormerAddress.objects.create(article=article, published_on=date(2001, 1, 1), slug=f"alt-{article.pk}")
    FormerSlug.objects.create(kind="tag", slug=f"alt-{article.pk}", target_id=article.tags.last().pk)
    FormerSlug.objects.create(kind="person", slug=f"alt-{article.pk}", target_id=article.people.last().pk)
    FormerSlug.objects.create(kind="author", slug=f"alt-{article.pk}", target_id=article.authors.last().pk)


def name_somebody_not_public():
    article = Article.objects.filter(headline="Sichtbar").first()
    build_mention(article, build_person(f"Privat {SECRET}", is_public=False))
    build_mention(article, build_person(f"Vermutet {SECRET}"), status=MentionStatus.SUGGESTED)
    build_mention(article, None, status=MentionStatus.SUGGESTED, suggested_name=f"Neu {SECRET}", surface="Name")
    topic = build_topic(f"Thema {SECRET}", is_public=False)
    topic.pins.create(article=article)
    FormerSlug.objects.create(kind="topic", slug="alt-thema", target_id=topic.pk)


def portray_everybody():
    """The file of whoever may not be seen says so itself."""
    for person in Person.objects.all():
        shown = person.slug in {"anna-berg", "berta-kahn"}
        portrait = build_portrait(person, f"{person.pk:032x}", credit="Sichtbar" if shown else SECRET, alt="")
        data = b"Sichtbar" if shown else SECRET.encode()
        keep(Picture(portrait.digest, 240, 300, data, data))


def keep_versions(at):
    """Each article has three: as it is, under a secret name, and with a note; what is visible now was a draft first,
    then waited with another text."""
    for article in Article.objects.all():
        seen = article.headline == "Sichtbar"
        states = [Status.DRAFT, Status.PUBLISHED, article.status] if seen else [article.status] * 3
        for number, status in enumerate(states, start=1):
            hidden = not seen or number < 3
            record = to_json(replace(record_of(article), headline=SECRET if hidden else article.headline))
            visible_from = at - timedelta(hours=1) if seen else article.visible_from
            note = {"correction": "note", "correction_note": SECRET if hidden else "Sichtbar"}
            values = {"record": record, "status": status, "visible_from": visible_from, "name": SECRET, **note}
            saved_at = at - timedelta(days=9 - number)
            article.versions.create(number=number, saved_at=saved_at, **values)
        Article.objects.filter(pk=article.pk).update(version_number=3)


def every_address() -> list[str]:
    """Each public pattern with every value the database has for it, and with the questions a reader may ask."""
    plain = [reverse(name) for name in ("home", "search", "tags", "topics", "people", "authors", "archive")]
    plain.append(reverse("corrections"))
    letters = [f"{reverse(name)}?letter={letter}" for name in ("tags", "people", "authors") for letter in "AGPSV"]
    letters += [f"/people/?q={typed}" for typed in ("geheim", "person", "privat", "ver", "anna")]
    pages = [*plain, *letters, *searches(), *suggestions(), *articles(), *names(), *dates(), *pictures()]
    service = ("/healthz", "/readyz", "/robots.txt", "/humans.txt", "/favicon.ico", "/share.png")
    return [*pages, *feeds(), *sitemaps(), *service]


def sitemaps() -> list[str]:
    days = Article.objects.filter(published_on__isnull=False).values_list("published_on", flat=True).distinct()
    parts = {*(f"{day:%Y-%m}" for day in days), "news", "pages", "desks", "topics", "tags", "people", "authors"}
    return ["/opensearch.xml", "/sitemap.xml", *(f"/sitemap-{part}.xml" for part in sorted(parts))]


def feeds() -> list[str]:
    """Below every list, and of every search, which can be taken home besides."""
    lists = [address for address in (*names(), *dates(), "/", "/corrections/") if not re.match(r"/\d", address)]
    below = [f"{address}feed.{form}" for address in lists for form in ("atom", "json")]
    files = ("feed.atom", "feed.json", "export.csv", "export.jsonl")
    asked = [address.replace("/search/", f"/search/{file}") for address in searches() for file in files]
    return [*below, *asked]


def searches() -> list[str]:
    hidden = [row.slug for row in Person.objects.all()]
    asked = ["q=Sichtbar", "q=Energie", "tag=energie", "desk=politik", "author=karl-voss", "sort=oldest", "page=2"]
    return [
        f"/search/?{query}" for query in (*asked, "q=" + SECRET.title()[:6], *(f"person={slug}" for slug in hidden))
    ]


def suggestions() -> list[str]:
    """Beginnings of every hidden name and headline."""
    typed = (SECRET[:4], "person", "autor", "stich", "privat", "vermutet", "neu", "thema", "sicht", "energie")
    forms = ("suggest", "suggestions.json")
    return [f"/search/{form}?q={beginning}" for form in forms for beginning in typed]


REST = ("no/such", "share.png", "cite.bib", "cite.ris", "cite.json")


def articles() -> list[str]:
    rows = list(Article.objects.all())
    own = [row.get_absolute_url() for row in rows if row.published_on]
    kept = ("", "?on=2024-11-05", "timemap", *(f"{n}/{more}" for n in (1, 2, 3) for more in ("", "diff/", "diff/2/")))
    below = [f"{address}{rest}" for address in own for rest in (*REST, *(f"versions/{rest}" for rest in kept))]
    former = [f"/2001/01/01/alt-{row.pk}/" for row in rows]
    return [*own, *below, *former, *(f"/a/{row.pk}/" for row in rows), *(f"/preview/{row.pk}/" for row in rows)]


def names() -> list[str]:
    models = [Desk, Tag, Person, Author, Topic]
    own = [reverse(model._meta.model_name, args=[row.slug]) for model in models for row in model.objects.all()]
    former = [reverse(row.kind, args=[row.slug]) for row in FormerSlug.objects.all()]
    return [*own, *former, *pairs()]


def pairs() -> list[str]:
    """Everybody, and every former slug of somebody, with those whom readers know."""
    known = ("anna-berg", "berta-kahn")
    slugs = [person.slug for person in Person.objects.all()] + [f"alt-{row.pk}" for row in Article.objects.all()]
    return [reverse("person_pair", args=pair) for slug in slugs for one in known for pair in ((one, slug), (slug, one))]


def pictures() -> list[str]:
    return [url for portrait in Portrait.objects.all() for url in (portrait.small_url, portrait.large_url)]


def dates() -> list[str]:
    days = Article.objects.filter(published_on__isnull=False).values_list("published_on", flat=True).distinct()
    parts = {f"{day:{form}}" for day in days for form in ("%Y/", "%Y/%m/", "%Y/%m/%d/")}
    return [*(f"/archive/{part}" for part in sorted(parts)), *(f"/{part}" for part in sorted(parts))]


def said_by(client, address: str) -> str:
    """Everything the answer says, but for the question it repeats."""
    answer = client.get(address)
    assert answer.status_code < 500 or answer.status_code == 503, address  # "there is no index" is an answer
    headers = " ".join(f"{name}: {value}" for name, value in answer.headers.items())
    asked = answer.wsgi_request.get_full_path().removeprefix("/en")
    said = f"{headers} {answer.getvalue().decode(errors='replace')}".casefold()
    offered = f'value="{words_of(asked.partition("?")[0])}"' if answer.status_code == 404 else asked
    for own in (asked, asked.partition("?")[0], offered, *answer.wsgi_request.GET.values()):
        said = said.replace(own.casefold(), "")
    return said


@pytest.mark.parametrize("language", ["", "/en"])
def test_no_page_says_a_word_of_it(client, language):
    for address in every_address():
        assert SECRET not in said_by(client, f"{language}{address}"), address


def test_every_public_pattern_is_walked():
    """A new address is walked, or this test says which one is not."""
    walked = {get_resolver().resolve(address.partition("?")[0]).url_name for address in every_address()}
    patterns = [pattern for pattern in (*without_language, *urlpatterns) if isinstance(pattern, URLPattern)]
    assert not [pattern for pattern in urlpatterns if isinstance(pattern, URLResolver)]
    assert {pattern.name for pattern in patterns} == walked


@pytest.mark.parametrize("address", ["/", "/search/", "/desks/politik/", "/tags/energie/", "/topics/energiewende/"])
def test_lists_hold_the_two_visible_articles(client, address):
    html = client.get(address).content.decode()
    assert html.count(">Sichtbar</a>") >= 2


@pytest.mark.parametrize("address", ["/search/", "/desks/politik/", "/tags/energie/", "/people/anna-berg/", PAIR])
def test_counts_count_the_visible_only(client, address):
    listing = client.get(address).context["listing"]
    assert listing.count in {2, None}
    assert all(bucket.count <= 2 for buckets in listing.facets.values() for bucket in buckets)


def test_the_archive_counts_the_visible_only(client):
    assert client.get("/archive/").context["total"] in {2, None}


@pytest.mark.parametrize("order", ["count", "rise"])
def test_ranked_tags_are_those_of_the_visible_only(client, order):
    assert SECRET not in said_by(client, f"/tags/?order={order}")


@pytest.mark.parametrize("folder", ["tags", "people", "authors"])
def test_names_of_hidden_articles_have_no_page(client, folder):
    model = {"tags": Tag, "people": Person, "authors": Author}[folder]
    rows = model.objects.filter(slug__contains=SECRET)
    assert {client.get(f"/{folder}/{row.slug}/").status_code for row in rows} == {404}
