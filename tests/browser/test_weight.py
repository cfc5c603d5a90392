"""What a page weighs and how many files it takes, from the production server and by the archive's own measure; and that
nothing moves when the fonts come late. How long a page takes is measured by `make bench`."""

from __future__ import annotations

import re
from urllib.parse import quote
from urllib.request import urlopen

import pytest

from articles.bench import corpora
from articles.bench.server import serving
from articles.bench.vitals.chromium import SLOW_4G, Traffic
from articles.bench.vitals.visit import OBSERVER, Screen, visit
from articles.bench.vitals.weight import weighed

pytestmark = pytest.mark.browser
YEAR = 31_536_000
HEADLINE = "Tag elf vor Tor zwei"  # a long text with a quotation, and names with letters that German has not
LATE = 1_000  # ms
ARRIVED = """async () => {
    await document.fonts.ready;
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done, 200)));
    return [...document.fonts].filter((face) => face.status === "loaded").length;
}"""
PAGES = ["/", "/search/?q=Energie", "/tags/energie/", "/topics/die-linie-4/", "/people/", "/archive/"]


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    """The address of a production server with the demo archive."""
    folder = tmp_path_factory.mktemp("weight")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DJANGO_SETTINGS_MODULE", "newsroom.settings")
        patch.setattr("django.conf.settings.VAR_DIR", folder)
        patch.setattr("django.conf.settings.STATIC_ROOT", folder / "static")
        corpus = corpora.demo()
        corpus.run("collectstatic", "--noinput", "--verbosity", "0")
        corpus.run("index_articles")
        with serving(corpus.environment) as port:
            yield f"http://127.0.0.1:{port}"


@pytest.fixture(scope="module")
def article(server) -> str:
    """Where the article is; the demo's dates are of today."""
    with urlopen(f"{server}/search/?q={quote(HEADLINE)}") as answer:
        return re.findall(r'href="(/\d{4}/\d\d/\d\d/tag-elf-vor-tor-zwei/)', answer.read().decode())[0]


@pytest.fixture(params=[(360, 740), (1280, 800)], ids=["phone", "desktop"])
def new_page(request, browser, server):
    width, height = request.param
    context = browser.new_context(base_url=server, locale="de-DE", viewport={"width": width, "height": height})
    page = context.new_page()
    page.add_init_script(path=OBSERVER)
    yield page
    context.close()


def fetched(page, path):
    traffic = Traffic(page)
    page.goto(path, wait_until="networkidle")
    return traffic.files()


def test_an_article_is_light(new_page, article):
    weight = weighed(fetched(new_page, f"{article}?q=Streik"))
    assert 10_000 < weight.bare <= 60_000
    assert 30_000 < weight.fonts <= 110_000
    assert weight.requests <= 8
    assert weight.blocking == 1


@pytest.mark.parametrize("path", PAGES)
def test_so_is_every_other_page(new_page, path):
    weight = weighed(fetched(new_page, path))
    assert weight.bare <= 60_000
    assert weight.fonts <= 110_000
    assert weight.requests <= 8
    assert weight.blocking == 1


def test_fonts_styles_and_scripts_are_kept_for_a_year(new_page, article, server):
    kept = [file for file in fetched(new_page, article) if file.path.startswith("/static/")]
    assert len(kept) >= 4
    for file in kept:
        with urlopen(server + file.path) as answer:
            assert int(re.findall(r"max-age=(\d+)", answer.headers["Cache-Control"])[0]) >= YEAR, file.path


def test_a_second_article_fetches_itself_only(new_page, article):
    fetched(new_page, article)
    again = fetched(new_page, "/topics/der-arbeitskampf-bei-rothmaler/")
    assert sum(file.size for file in again if file.is_font or file.path.startswith("/static/css/")) == 0


@pytest.mark.parametrize("path", [*PAGES, "article"])
def test_nothing_moves_when_the_fonts_come_late(new_page, article, path):
    held = []
    new_page.route("**/*.woff2", lambda route: held.append(route))
    new_page.goto(f"{article}?q=Streik" if path == "article" else path, wait_until="domcontentloaded")
    new_page.wait_for_timeout(LATE)
    assert held
    for route in held:
        route.continue_()
    new_page.unroute("**/*.woff2")
    assert new_page.evaluate(ARRIVED) > 0
    assert new_page.evaluate("observed.moved") <= 0.02


def test_a_visit_on_a_slow_line_is_measured(browser, server, article):
    seen = visit(browser, server + article, Screen("phone", 360, 740), SLOW_4G)
    assert seen.largest > 2 * SLOW_4G.wait  # for the page and for its styles
    assert seen.slowest >= 16
    assert seen.moved <= 0.02
    assert seen.weight.blocking == 1
