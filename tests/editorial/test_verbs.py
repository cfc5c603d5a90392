"""The verbs: what they do, what they refuse, what they leave in log and history."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Permission

from articles.editorial.correct import correct
from articles.editorial.embargo import embargo
from articles.editorial.publish import publish
from articles.editorial.restore import restore
from articles.editorial.save import save_change
from articles.editorial.withdraw import withdraw
from articles.errors import CannotDo, NotAllowed
from articles.models import Article, LogLine, Version
from articles.vocabulary import CorrectionKind, Status, Verb
from tests.builders import NOW, build_article, build_draft, build_editor

pytestmark = pytest.mark.django_db
HOUR = timedelta(hours=1)


def verbs():
    return [line.verb for line in LogLine.objects.order_by("id")]


def test_publishing_makes_a_draft_visible():
    article = publish(build_draft("Über die Brücke"), editor=None, at=NOW)
    assert list(Article.objects.visible(NOW)) == [article]
    assert (article.slug, verbs()) == ("ueber-die-bruecke", [Verb.PUBLISHED])


def test_a_date_ahead_schedules():
    publish(build_draft(), editor=None, at=NOW, when=NOW + HOUR)
    assert not Article.objects.visible(NOW).exists()
    assert verbs() == [Verb.SCHEDULED]


def test_a_withdrawn_article_is_not_published_but_restored():
    with pytest.raises(CannotDo, match="zurückgezogen"):
        publish(build_article(status=Status.WITHDRAWN), editor=None, at=NOW)


def test_withdrawing_hides_and_fixes_the_address():
    article = withdraw(build_article(), editor=None, at=NOW, reason="Falscher Name", notice="Wir prüfen.")
    assert not Article.objects.visible(NOW).exists()
    assert list(Article.objects.withdrawn_notices(NOW)) == [article]


def test_what_was_never_visible_leaves_no_notice():
    withdraw(build_article(published_at=NOW + HOUR), editor=None, at=NOW, reason="Doppelt")
    assert not Article.objects.withdrawn_notices(NOW).exists()


@pytest.mark.parametrize("reason", ["", "   "])
def test_withdrawing_needs_a_reason(reason):
    with pytest.raises(CannotDo, match="Begründung"):
        withdraw(build_article(), editor=None, at=NOW, reason=reason)


def test_a_draft_cannot_be_withdrawn():
    with pytest.raises(CannotDo, match="nicht veröffentlicht"):
        withdraw(build_draft(), editor=None, at=NOW, reason="Grund")


def test_restoring_brings_the_old_address_back():
    article = withdraw(build_article(slug="alt"), editor=None, at=NOW, reason="Grund")
    article = restore(article, editor=None, at=NOW + HOUR)
    assert (article.slug, article.withdrawal_reason) == ("alt", "")
    assert Article.objects.visible(NOW + HOUR).exists()


def test_an_embargo_holds_back_and_lets_go():
    article = embargo(build_article(), NOW + HOUR, editor=None, at=NOW)
    assert not Article.objects.visible(NOW).exists()
    embargo(article, None, editor=None, at=NOW)
    assert Article.objects.visible(NOW).exists()


def test_an_embargo_that_is_over_is_none():
    article = build_draft()
    with pytest.raises(CannotDo):
        embargo(article, NOW - HOUR, editor=None, at=NOW)
    article.refresh_from_db()
    assert article.embargoed_until is None


def test_a_correction_belongs_to_a_version():
    correct(build_article(), CorrectionKind.CORRECTION, "Es waren elf.", editor=None, at=NOW)
    version = Version.objects.get()
    assert (version.correction, version.correction_note) == ("correction", "Es waren elf.")


def test_a_correction_needs_words():
    with pytest.raises(CannotDo, match="Wortlaut"):
        correct(build_article(), CorrectionKind.CORRECTION, " ", editor=None, at=NOW)


def test_saving_keeps_a_version_and_a_line():
    article = build_draft()
    save_change(article, editor=None, at=NOW)
    assert (article.versions.get().number, verbs()) == (1, [Verb.CHANGED])


def test_saving_without_a_change_keeps_nothing():
    article = build_draft()
    save_change(article, editor=None, at=NOW)
    assert save_change(article, editor=None, at=NOW + HOUR) is None
    assert article.versions.count() == 1


@pytest.mark.parametrize("verb", [publish, withdraw, restore, embargo])
def test_no_verb_without_permission(verb):
    article = build_article()
    words = {"reason": "Grund"} if verb is not embargo else {"until": None}
    with pytest.raises(NotAllowed):
        verb(article, editor=build_editor(superuser=False), at=NOW, **words)
    assert verbs() == []


def test_the_permission_is_enough():
    editor = build_editor(superuser=False)
    editor.user_permissions.set(Permission.objects.filter(codename__in=["publish_article", "any_article"]))
    publish(build_draft(), editor=editor, at=NOW)
    assert LogLine.objects.get().editor == editor
