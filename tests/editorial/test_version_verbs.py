"""Restoring, naming and redacting a version."""

import pytest
from django.contrib.auth.models import Permission

from articles.editorial.name_version import name_version
from articles.editorial.redact_version import redact_version
from articles.editorial.restore_version import restore_version
from articles.errors import CannotDo, NotAllowed
from articles.models import Article, LogLine, Tag, Version
from articles.vocabulary import Status, Verb
from tests.builders import NOW, build_article, build_desk, build_editor, build_mention, build_person, build_tag
from tests.editorial.living import DAY, build_corrected, saved

pytestmark = pytest.mark.django_db
LATER = NOW + 5 * DAY


@pytest.fixture
def article():
    return build_corrected()


def bodies(article):
    return list(article.sections.values_list("anchor", "body"))


def log():
    return [(line.verb, line.reason) for line in LogLine.objects.order_by("id")]


def restored(article, number=1, **values):
    return restore_version(article, number, editor=None, at=LATER, **values)


def test_restoring_makes_a_new_version_with_the_old_text(article):
    restored(article)
    assert bodies(article) == [("abschnitt-1", "<p>Elf Pfeiler tragen die Brücke.</p>")]
    assert Article.objects.get().version_number == 3
    assert log()[-1] == (Verb.REVERTED, "Fassung 1")


def test_it_takes_headline_desk_and_tags_back():
    article = saved(build_article("Alt", desk=build_desk("Politik"), tags=["Energie"]), NOW)
    article.tags.set(["Verkehr"])
    article = restored(saved(article, NOW + DAY, headline="Neu", desk=None))
    assert (article.headline, article.desk.name) == ("Alt", "Politik")
    assert [tag.name for tag in article.tags.all()] == ["Energie"]


def test_a_tag_renamed_since_is_not_made_again():
    tag = build_tag("Strom")
    article = saved(build_article(tags=[tag]), NOW)
    tag.name = "Energie"
    tag.save()
    restored(saved(article, NOW + DAY, headline="Neu"))
    assert Tag.objects.count() == 1


def test_status_dates_and_origin_stay():
    article = saved(build_article("Alt", source="a", external_id="1"), NOW)
    saved(article, NOW + DAY, headline="Neu", status=Status.DRAFT, source="b", external_id="2")
    article = restored(article)
    assert (article.headline, article.status, article.source, article.external_id) == ("Alt", Status.DRAFT, "b", "2")


SECTIONS = [("Eins", "<p>1</p>"), ("Zwei", "<p>2</p>"), ("Drei", "<p>3</p>")]


@pytest.mark.parametrize("gone", [0, 1, 2])
def test_a_section_that_is_gone_comes_back_to_its_place(gone):
    article = saved(build_article(sections=SECTIONS), NOW)
    before = bodies(article)
    article.sections.filter(position=gone).delete()
    saved(article, NOW + DAY)
    assert bodies(restored(article, anchor=f"abschnitt-{gone + 1}")) == before


def test_only_that_section_changes():
    article = saved(build_article(sections=SECTIONS), NOW)
    saved(article, NOW + DAY, body="<p>neu</p>")
    restored(article, anchor="abschnitt-2")
    assert [body for _, body in bodies(article)] == ["<p>neu</p>", "<p>2</p>", "<p>neu</p>"]
    assert log()[-1] == (Verb.REVERTED, "Fassung 1, Abschnitt „Zwei“")


def test_names_in_the_restored_text_are_found_again(article):
    build_person("Anna Berg")
    article = saved(article, NOW + 2 * DAY, body="<p>Anna Berg spricht.</p>")
    saved(article, NOW + 3 * DAY, body="<p>Niemand spricht.</p>")
    restored(article, 3)
    assert [mention.surface for mention in article.mentions.all()] == ["Anna Berg"]


@pytest.mark.parametrize(("number", "anchor"), [(2, None), (9, None), (1, "nirgends"), (0, None)])
def test_what_makes_no_sense_is_refused_and_changes_nothing(article, number, anchor):
    before = log()
    with pytest.raises(CannotDo):
        restored(article, number, anchor=anchor)
    assert (log(), bodies(article)) == (before, [("abschnitt-1", "<p>Zwölf Pfeiler tragen die Brücke.</p>")])


def test_a_name_is_kept_and_logged(article):
    name_version(article, 1, "  Vor der  Klage ", editor=None, at=LATER)
    assert Version.objects.get(number=1).name == "Vor der Klage"
    assert log()[-1] == (Verb.NAMED, "Fassung 1: „Vor der Klage“")


def test_an_empty_name_takes_it_away(article):
    name_version(article, 1, "Name", editor=None, at=LATER)
    name_version(article, 1, " ", editor=None, at=LATER)
    assert Version.objects.get(number=1).name == ""


def test_the_same_name_again_is_no_news(article):
    name_version(article, 1, "", editor=None, at=LATER)
    assert Verb.NAMED not in [verb for verb, _ in log()]


def test_a_name_too_long_is_refused(article):
    with pytest.raises(CannotDo, match="100"):
        name_version(article, 1, "x" * 101, editor=None, at=LATER)


def test_redacting_leaves_nothing_of_the_text(article):
    name_version(article, 1, "Elf", editor=None, at=LATER)
    redact_version(article, 1, editor=None, at=LATER, reason="Urteil")
    version = Version.objects.get(number=1)
    assert "Elf" not in str(version.record) + version.name
    assert article.headline not in str(version.record)
    assert log()[-1] == (Verb.REDACTED, "Fassung 1: Urteil")


def test_versions_with_the_same_text_are_redacted_with_it():
    article = saved(build_article("Alt"), NOW)
    build_mention(article, build_person())
    article = saved(saved(article, NOW + DAY), NOW + 2 * DAY, headline="Neu")
    redact_version(article, 2, editor=None, at=LATER, reason="Urteil")
    assert [version.is_redacted for version in article.versions.order_by("number")] == [True, True, False]
    assert log()[-1] == (Verb.REDACTED, "Fassung 1, Fassung 2: Urteil")


@pytest.mark.parametrize(("number", "reason"), [(1, " "), (2, "Urteil"), (9, "Urteil")])
def test_no_redaction_without_reason_or_of_what_still_stands(article, number, reason):
    with pytest.raises(CannotDo):
        redact_version(article, number, editor=None, at=LATER, reason=reason)
    assert "Elf" in str(Version.objects.get(number=1).record)


def redacted(article):
    return redact_version(article, 1, editor=None, at=LATER, reason="Urteil")


@pytest.mark.parametrize("verb", [restored, redacted])
def test_nothing_more_is_done_to_a_redacted_version(article, verb):
    redacted(article)
    with pytest.raises(CannotDo, match="geschwärzt"):
        verb(article)


VERBS = {
    "restore": ("change_article", lambda a, who: restore_version(a, 1, editor=who, at=LATER)),
    "name": ("change_article", lambda a, who: name_version(a, 1, "Name", editor=who, at=LATER)),
    "redact": ("redact_version", lambda a, who: redact_version(a, 1, editor=who, at=LATER, reason="Urteil")),
}


@pytest.mark.parametrize("name", VERBS)
def test_each_needs_its_permission_and_no_other(article, name):
    permission, do = VERBS[name]
    editor = build_editor(superuser=False)
    before = log()
    with pytest.raises(NotAllowed):
        do(article, editor)
    assert log() == before
    editor.user_permissions.set(Permission.objects.filter(codename__in=[permission, "any_article"]))
    do(article, type(editor).objects.get())
    assert len(log()) == len(before) + 1
