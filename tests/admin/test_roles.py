"""Who may do what to which article, by role, verb and desk, through the admin's addresses."""

import pytest
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.urls import reverse

from articles.editorial.give_back import give_back
from articles.editorial.save import save_change
from articles.editorial.submit import submit
from articles.models import Article, LogLine, Version, WorkingDraft
from articles.vocabulary import RoleCode, Status
from tests.admin.filling import typed
from tests.builders import NOW, build_article, build_desk, build_member, build_person, build_tag, build_topic

pytestmark = pytest.mark.django_db
LIST = "/admin/articles/article/"
OVERRULED = {"overrule": "on"}
VERBS = {
    "submit": (Status.DRAFT, {}),
    "return": (Status.REVIEW, {"note": "Zwei Quellen fehlen."}),
    "publish": (Status.REVIEW, OVERRULED),
    "schedule": (Status.REVIEW, {"when": "2099-01-02T08:30", **OVERRULED}),
    "embargo": (Status.REVIEW, {"until": "2099-01-02T08:30"}),
    "correct": (Status.PUBLISHED, {"kind": "correction", "note": "Es waren elf."}),
    "readdress": (Status.PUBLISHED, {"wish": "neu"}),
    "withdraw": (Status.PUBLISHED, {"reason": "Irrtum"}),
    "restore": (Status.WITHDRAWN, {}),
    "spike": (Status.DRAFT, {}),
    "change": (Status.DRAFT, {}),
}
MAY = {
    (RoleCode.CHIEF, "own desk"): set(VERBS),
    (RoleCode.CHIEF, "other desk"): set(VERBS),
    (RoleCode.CHIEF, "no desk"): set(VERBS),
    (RoleCode.EDITOR, "own desk"): set(VERBS),
    (RoleCode.EDITOR, "desk below"): set(VERBS),
    (RoleCode.EDITOR, "other desk"): set(),
    (RoleCode.EDITOR, "no desk"): set(),
    (RoleCode.REPORTER, "own desk"): set(),
    (RoleCode.REPORTER, "other desk"): set(),
    (RoleCode.REPORTER, "own work"): {"submit", "spike", "change"},
    (RoleCode.ARCHIVIST, "own desk"): set(),
    (RoleCode.ARCHIVIST, "other desk"): set(),
    (RoleCode.ARCHIVIST, "imported"): {"submit", "correct", "spike", "change"},
}


class Newsroom:
    def __init__(self, role, place):
        own, other = build_desk("Politik"), build_desk("Sport")
        desks = {"own desk": own, "other desk": other, "desk below": build_desk("Rathaus", parent=own)}
        self.editor = build_member(role, own)
        self.values = {"desk": desks.get(place)}
        if place == "own work":
            self.values["created_by"] = self.editor
        if place == "imported":
            self.values["imported_hash"] = "x" * 64

    def article(self, status):
        article = build_article("Brücke gesperrt", status=status, address_fixed=status == "published", **self.values)
        save_change(article, editor=None, at=NOW)
        return article


def page(article, name, *more):
    return reverse(f"admin:articles_article_{name}", args=[article.pk, *more])


def do(client, article, verb, answers):
    if verb == "spike":
        return client.post(page(article, "delete"), {"post": "yes"})
    if verb == "change":
        shown = client.get(page(article, "change"))
        data = typed(shown, headline="Anders") if shown.status_code == 200 else {"headline": "Anders"}
        return client.post(page(article, "change"), data)
    return client.post(page(article, "do", verb), answers)


def state():
    """All that a verb would change."""
    return list(Article.objects.values()), Version.objects.count(), LogLine.objects.count()


@pytest.mark.parametrize("verb", VERBS)
@pytest.mark.parametrize(("role", "place"), MAY, ids=lambda value: str(value).replace(" ", "-"))
def test_a_role_does_what_it_may_and_nothing_else(client, role, place, verb):
    room = Newsroom(role, place)
    status, answers = VERBS[verb]
    article = room.article(status)
    client.force_login(room.editor)
    before = state()
    response = do(client, article, verb, answers)
    if verb in MAY[role, place]:
        assert response.status_code == 302
        assert state() != before
    else:
        assert response.status_code in {302, 403, 404}  # 302: not found in the list, and said so
        assert state() == before


@pytest.mark.parametrize("verb", ["submit", "return", "publish", "schedule", "embargo", "withdraw", "restore", "spike"])
def test_in_bulk_an_editor_does_it_to_his_desk_only(client, verb):
    room = Newsroom(RoleCode.EDITOR, "own desk")
    status, answers = VERBS[verb]
    own = room.article(status)
    room.values = {"desk": None}
    foreign = room.article(status)
    client.force_login(room.editor)
    chosen = {"action": f"{verb}_chosen", ACTION_CHECKBOX_NAME: [own.pk, foreign.pk], "confirmed": "1"}
    client.post(LIST, {**chosen, "reason": "Irrtum", **answers})
    done = set(LogLine.objects.exclude(verb="changed").values_list("article_id", "headline"))
    assert done == {(own.pk if verb != "spike" else None, own.headline)}


@pytest.mark.parametrize("verb", ["return", "publish", "schedule", "embargo", "withdraw", "restore"])
def test_a_reporter_has_no_such_bulk_action(client, verb):
    room = Newsroom(RoleCode.REPORTER, "own work")
    status, answers = VERBS[verb]
    article = room.article(status)
    client.force_login(room.editor)
    before = state()
    assert f"{verb}_chosen" not in client.get(LIST).content.decode()
    client.post(LIST, {"action": f"{verb}_chosen", ACTION_CHECKBOX_NAME: [article.pk], "confirmed": "1", **answers})
    assert state() == before


VERSION_VERBS = {"name": {"name": "Erste"}, "restore": {}, "redact": {"reason": "Gericht"}}


@pytest.mark.parametrize("name", VERSION_VERBS)
@pytest.mark.parametrize(
    ("role", "place", "may"),
    [
        (RoleCode.CHIEF, "other desk", {"name", "restore", "redact"}),
        (RoleCode.EDITOR, "own desk", {"name", "restore"}),
        (RoleCode.EDITOR, "other desk", set()),
        (RoleCode.REPORTER, "own work", {"name", "restore"}),
        (RoleCode.REPORTER, "own desk", set()),
        (RoleCode.ARCHIVIST, "imported", {"name", "restore", "redact"}),
        (RoleCode.ARCHIVIST, "own desk", set()),
    ],
)
def test_versions_obey_too(client, role, place, may, name):
    room = Newsroom(role, place)
    article = room.article(Status.DRAFT)
    article.headline = "Anders"
    article.save()
    save_change(article, editor=None, at=NOW)
    client.force_login(room.editor)
    before = state()
    client.post(page(article, "version_do", 1, name), VERSION_VERBS[name])
    assert (state() != before) == (name in may)


@pytest.mark.parametrize(
    ("role", "place", "may"),
    [
        (RoleCode.EDITOR, "own desk", True),
        (RoleCode.EDITOR, "other desk", False),
        (RoleCode.REPORTER, "own work", True),
        (RoleCode.REPORTER, "own desk", False),
    ],
)
@pytest.mark.parametrize("name", ["autosave", "presence", "preview"])
def test_only_who_may_write_keeps_a_draft_is_there_and_shares(client, role, place, may, name):
    room = Newsroom(role, place)
    article = room.article(Status.DRAFT)
    client.force_login(room.editor)
    response = client.post(page(article, name), {"headline": "x", "draft_key": "a" * 32, "lifetime": "day"})
    assert (response.status_code == 200) == may


@pytest.mark.parametrize("status", [Status.REVIEW, Status.PUBLISHED, Status.WITHDRAWN])
def test_what_is_submitted_is_no_longer_its_reporters_to_write(client, status):
    room = Newsroom(RoleCode.REPORTER, "own work")
    article = room.article(status)
    client.force_login(room.editor)
    assert client.get(page(article, "change")).status_code == 200
    assert client.post(page(article, "change"), {"headline": "Anders"}).status_code == 403


@pytest.mark.parametrize(
    ("place", "status", "found"),
    [
        ("own work", Status.REVIEW, True),
        ("own desk", Status.DRAFT, True),
        ("other desk", Status.DRAFT, False),
        ("other desk", Status.WITHDRAWN, False),
        ("other desk", Status.PUBLISHED, True),
    ],
)
def test_a_reporter_reads_his_own_his_desks_and_what_is_public(client, place, status, found):
    room = Newsroom(RoleCode.REPORTER, place)
    article = room.article(status)
    client.force_login(room.editor)
    pages = (page(article, "change"), page(article, "history"), reverse("preview", args=[article.pk]))
    assert {client.get(there).status_code == 200 for there in pages} == {found}
    assert (article.headline in client.get(LIST).content.decode()) == found


def test_an_editor_reads_everything_and_finds_no_button_on_other_desks(client):
    room = Newsroom(RoleCode.EDITOR, "other desk")
    article = room.article(Status.REVIEW)
    client.force_login(room.editor)
    html = client.get(page(article, "change")).content.decode()
    assert article.headline in html
    assert "/do/" not in html
    assert 'name="_continue"' not in html


@pytest.mark.parametrize(("place", "said"), [("own work", True), ("own desk", False)])
def test_whoever_may_publish_on_his_desk_learns_that_an_article_without_one_needs_the_chief(client, place, said):
    room = Newsroom(RoleCode.EDITOR, place)
    article = room.article(Status.DRAFT)
    client.force_login(room.editor)
    pages = (page(article, "change"), page(article, "do", "submit"))
    hint = "Ohne Ressort veröffentlicht den Artikel nur die Chefredaktion."
    assert {hint in client.get(there).content.decode() for there in pages} == {said}


def test_an_article_is_handed_to_another_desk_and_not_taken_back(client):
    room = Newsroom(RoleCode.EDITOR, "own desk")
    article = room.article(Status.REVIEW)
    sport = build_desk("Kultur")
    client.force_login(room.editor)
    client.post(page(article, "change"), typed(client.get(page(article, "change")), desk=sport.pk))
    assert Article.objects.get().desk == sport
    assert client.post(page(article, "change"), {"desk": room.values["desk"].pk}).status_code == 403


def test_what_was_typed_meanwhile_is_kept_and_offered_when_it_comes_back(client):
    room = Newsroom(RoleCode.REPORTER, "own work")
    article = room.article(Status.DRAFT)
    client.force_login(room.editor)
    shown = client.get(page(article, "change"))
    submit(article, editor=room.editor, at=NOW)
    sent = typed(shown, headline="Besser", draft_key=shown.context["draft_key"])
    assert "Ihr Text ist aufgehoben" in client.post(page(article, "change"), sent).content.decode()
    assert WorkingDraft.objects.get().headline == "Besser"
    give_back(article, "Quellen fehlen.", editor=None, at=NOW)
    assert "Ungesicherte Fassung" in client.get(page(article, "change")).content.decode()


@pytest.mark.parametrize("role", [RoleCode.REPORTER, RoleCode.EDITOR, RoleCode.ARCHIVIST])
def test_only_a_chief_merges_and_splits(client, role):
    named = {"tag": build_tag(), "desk": build_desk(), "person": build_person(), "topic": build_topic()}
    pages = [reverse(f"admin:articles_{kind}_merge", args=[one.pk]) for kind, one in named.items()]
    pages += [reverse(f"admin:articles_{kind}_split", args=[named[kind].pk]) for kind in ("tag", "person")]
    client.force_login(build_member(role))
    assert {client.get(there).status_code for there in pages} == {403}
    client.force_login(build_member(RoleCode.CHIEF))
    assert {client.get(there).status_code for there in pages} == {200}
