"""The main job: an article comes in, its people are accepted, readers find it every way, an editor changes it."""

from io import StringIO

import pytest
from django.core.management import call_command

from articles.models import Article, Mention, Person
from articles.vocabulary import MentionStatus
from tests import samples
from tests.admin.filling import typed
from tests.builders import build_desk, build_editor
from tests.indexing import index_now

pytestmark = pytest.mark.django_db
ADDRESS = "/2024/11/05/putin-staerkt-militaerische-beziehungen-zu-nordkorea/"


@pytest.fixture
def archive(client):
    """The seed article, imported as the README says; its ten people accepted by an editor in the admin."""
    build_desk("Politik")
    arguments = [str(samples.seed().parent), "--publish", "--date", "2024-11-05", "--desk", "Politik"]
    call_command("import_articles", *arguments, stdout=StringIO())
    client.force_login(build_editor())
    everybody = list(Mention.objects.values_list("pk", flat=True))
    accepted = {"action": "accept_chosen", "_selected_action": everybody}
    client.post("/admin/articles/mention/", accepted)
    index_now()


def finds(client, address):
    response = client.get(address)
    assert response.status_code == 200, address
    return ADDRESS in response.content.decode()


def test_its_ten_people_are_there(archive):
    assert Person.objects.count() == 10
    assert not Mention.objects.exclude(status=MentionStatus.CONFIRMED).exists()


@pytest.mark.parametrize(
    "address",
    [
        "/",
        "/search/?q=Nordkorea",
        "/search/?q=Energieinfrastruktur&tag=energie",
        "/search/?person=annalena-baerbock&from=2024-11-01&to=2024-11-30",
        "/desks/politik/",
        "/tags/energie/",
        "/people/kim-jong-un/",
        "/archive/2024/11/05/",
        "/en/search/?q=Kursk&desk=politik",
    ],
)
def test_a_reader_finds_it(client, archive, address):
    client.logout()
    assert finds(client, address)


def test_the_page_shows_its_sections_tag_and_people(client, archive):
    page = client.get(ADDRESS).content.decode()
    assert page.count("<h2") >= 4
    assert 'id="baerbocks-besuch-in-kiew"' in page
    assert all(f'href="/people/{slug}/"' in page for slug in Person.objects.values_list("slug", flat=True))


def test_an_editor_changes_it_and_the_reader_sees_and_finds_the_change(client, archive):
    change = f"/admin/articles/article/{Article.objects.get().pk}/change/"
    client.post(change, typed(client.get(change), headline="Putin und Kim rücken zusammen"))
    index_now()
    assert "Putin und Kim rücken zusammen" in client.get(ADDRESS).content.decode()
    assert finds(client, "/search/?q=rücken+Kim")


def test_importing_it_again_changes_nothing(client, archive):
    out, before = StringIO(), Article.objects.get().version_number
    call_command("import_articles", str(samples.seed().parent), "--publish", "--date", "2024-11-05", stdout=out)
    assert Article.objects.get().version_number == before
    assert "unverändert" in out.getvalue()
