"""The portrait in a person's form."""

import pytest
from django.contrib.auth.models import Permission
from django.core.files.uploadedfile import SimpleUploadedFile

from articles.models import Person, Portrait
from articles.pictures import keeping
from articles.pictures.reading import MOST_BYTES
from tests.admin.filling import typed
from tests.builders import build_editor, build_person
from tests.pictures.made import claiming, located, picture_file

pytestmark = pytest.mark.django_db
SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'


def page(person):
    return f"/admin/articles/person/{person.pk}/change/"


def upload(content, name="foto.jpg", kind="image/jpeg"):
    return SimpleUploadedFile(name, content, kind)


def save(client, person, content=None, **values):
    if content is not None:
        values = {"portrait_file": upload(content), "portrait_credit": "Lea Alt", **values}
    return client.post(page(person), typed(client.get(page(person)), **values))


def errors(response):
    return response.context["adminform"].form.errors


@pytest.fixture
def person():
    return build_person()


def test_a_picture_is_uploaded_with_its_credit(client, chief, person):
    assert save(client, person, located(), portrait_alt="Am Pult").status_code == 302
    portrait = Portrait.objects.get(person=person)
    assert (portrait.credit, portrait.alt, portrait.uploaded_by) == ("Lea Alt", "Am Pult", chief)
    assert keeping.content(portrait.digest, "small")


def test_a_new_person_can_have_one_at_once(client, chief):
    form = typed(client.get("/admin/articles/person/add/"), name="Lea Neu", portrait_credit="Lea Alt")
    response = client.post("/admin/articles/person/add/", form | {"portrait_file": upload(picture_file())})
    assert response.status_code == 302
    assert Portrait.objects.get().person == Person.objects.get(name="Lea Neu")


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (SVG, "neu als JPEG, PNG oder WebP"),
        (b"GIF89a" + bytes(90), "neu als JPEG, PNG oder WebP"),
        (picture_file()[:900], "beschädigt"),
        (claiming(50_000, 50_000), "50 Millionen Pixel"),
        (bytes(MOST_BYTES + 1), "größer als 10 MB"),
        (b"", "leer"),
    ],
)
def test_a_file_that_is_no_portrait_is_refused_at_its_field(client, chief, person, content, why):
    response = save(client, person, content)
    assert why in errors(response)["portrait_file"][0]
    assert not Portrait.objects.exists()


def test_without_a_credit_it_is_refused(client, chief, person):
    response = save(client, person, picture_file(), portrait_credit=" ")
    assert "muss genannt werden" in errors(response)["portrait_credit"][0]


def test_the_form_shows_it_from_within(client, chief, person):
    save(client, person, picture_file())
    assert 'src="data:image/webp;base64,' in client.get(page(person)).content.decode()


def test_saving_anything_else_leaves_it_as_it_was(client, chief, person):
    save(client, person, picture_file())
    before = Portrait.objects.values().get()
    save(client, person, description="Rätin")
    assert Portrait.objects.values().get() == before


def test_the_credit_can_be_mended_alone(client, chief, person):
    save(client, person, picture_file())
    save(client, person, portrait_credit="Karl Voss")
    assert Portrait.objects.get().credit == "Karl Voss"


def test_it_can_be_removed(client, chief, person):
    save(client, person, picture_file())
    save(client, person, portrait_remove="on")
    assert not Portrait.objects.exists()


def test_removing_and_replacing_at_once_is_asked_about(client, chief, person):
    save(client, person, picture_file())
    response = save(client, person, picture_file("PNG"), portrait_remove="on")
    assert "Entweder" in errors(response)["portrait_remove"][0]
    assert Portrait.objects.count() == 1


def test_a_person_is_deleted_with_it(client, chief, person, django_capture_on_commit_callbacks):
    save(client, person, picture_file())
    digest = Portrait.objects.get().digest
    with django_capture_on_commit_callbacks(execute=True):
        client.post(f"/admin/articles/person/{person.pk}/delete/", {"post": "yes"})
    assert not Portrait.objects.exists()
    assert keeping.content(digest, "small") is None


@pytest.fixture
def reader_of_people(client, person):
    editor = build_editor("leserin", superuser=False)
    editor.user_permissions.set(Permission.objects.filter(codename="view_person"))
    client.force_login(editor)


def test_who_may_only_look_sees_it_and_cannot_change_it(client, reader_of_people, person):
    html = client.get(page(person)).content.decode()
    assert "portrait_file" not in html
    data = {"name": "Anna Berg", "portrait_file": upload(picture_file()), "portrait_credit": "Lea Alt"}
    assert client.post(page(person), data).status_code == 403
    assert not Portrait.objects.exists()


def test_who_may_only_add_people_gives_none(client):
    editor = build_editor("anlegerin", superuser=False)
    editor.user_permissions.set(Permission.objects.filter(codename__in=["add_person", "view_person"]))
    client.force_login(editor)
    form = typed(client.get("/admin/articles/person/add/"), name="Lea Neu", portrait_credit="Lea Alt")
    client.post("/admin/articles/person/add/", form | {"portrait_file": upload(picture_file())})
    assert Person.objects.filter(name="Lea Neu").exists()
    assert not Portrait.objects.exists()


def test_a_full_disk_is_told_and_the_rest_is_saved(client, chief, person, monkeypatch):
    def full(place, data):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(keeping, "put", full)
    save(client, person, picture_file(), description="Rätin")
    assert "No space left" in client.get(page(person)).content.decode()
    assert Person.objects.get().description == "Rätin"


def test_a_form_without_a_portrait_asks_the_disk_for_nothing(client, chief, person, monkeypatch):
    monkeypatch.setattr(keeping, "content", lambda *which: pytest.fail("read"))
    assert client.get(page(person)).status_code == 200
