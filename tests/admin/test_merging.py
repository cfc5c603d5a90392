"""Two editors save the same article: nothing is lost, nothing is written unasked."""

import pytest
from django.urls import reverse
from django.utils import timezone

from articles.editorial.publish import publish
from articles.editorial.save import save_change
from articles.models import Article, LogLine, WorkingDraft
from articles.vocabulary import MentionStatus
from tests.admin.filling import row, typed
from tests.builders import (
    build_author,
    build_desk,
    build_draft,
    build_editor,
    build_mention,
    build_person,
)

pytestmark = pytest.mark.django_db
A, B = ("A", "<p>a</p>"), ("B", "<p>b</p>")


def page(article):
    return reverse("admin:articles_article_change", args=[article.pk])


def build(**values):
    article = build_draft("Alt", **{"sections": [A, B], **values})
    save_change(article, editor=None, at=timezone.now())
    return article


def both(client, article, theirs, mine):
    """They save first; what is shown when mine is saved."""
    opened = client.get(page(article))
    forms = typed(opened, **theirs), typed(opened, draft_key=opened.context["draft_key"], **mine)
    assert client.post(page(article), forms[0]).status_code == 302
    return client.post(page(article), forms[1])


def answer(client, asked, **answers):
    """The page's form as a browser sends it."""
    data = {"_mine": asked.context["mine"], "_merged_with": asked.context["article"].version_number}
    for _row, form in asked.context["rows"]:
        for bound in form or ():
            if bound.name != "choice":
                data[bound.html_name] = bound.value() or ""
    return client.post(page(asked.context["article"]), {**data, "_continue": "1", **answers})


def outcomes(asked):
    return {row.name: row.outcome for row, _form in asked.context["rows"]}


def sections(article):
    return list(article.sections.values_list("heading", "body"))


def test_both_texts_are_shown_and_nothing_is_written(client, chief):
    article = build()
    asked = both(client, article, {"headline": "Ihrer"}, {"headline": "Meiner"})
    assert outcomes(asked) == {"field-headline": "conflict"}
    assert Article.objects.get().headline == "Ihrer"
    assert "Meiner" in asked.content.decode()
    assert WorkingDraft.objects.get().headline == "Meiner"


def test_what_does_not_overlap_goes_together(client, chief):
    article = build()
    asked = both(client, article, {"sections-0-body": "<p>ihr</p>"}, {"sections-1-body": "<p>mein</p>", "kicker": "K"})
    assert answer(client, asked).status_code == 302
    assert sections(article) == [("A", "<p>ihr</p>"), ("B", "<p>mein</p>")]
    assert Article.objects.get().kicker == "K"
    assert "Zusammengeführt" in LogLine.objects.first().reason
    assert not WorkingDraft.objects.exists()


@pytest.mark.parametrize(
    ("choice", "kept"), [("mine", "<p>mein</p>"), ("theirs", "<p>ihr</p>"), ("both", "<p>mein</p><p>ihr</p>")]
)
def test_where_both_wrote_the_answer_counts(client, chief, choice, kept):
    article = build()
    asked = both(client, article, {"sections-0-body": "<p>ihr</p>"}, {"sections-0-body": "<p>mein</p>"})
    assert answer(client, asked, **{"section-abschnitt-1-choice": choice}).status_code == 302
    assert sections(article)[0] == ("A", kept)


def test_a_text_can_be_edited_before_it_is_chosen(client, chief):
    asked = both(client, build(), {"headline": "Ihrer"}, {"headline": "Meiner"})
    answer(client, asked, **{"field-headline-choice": "mine", "field-headline-mine_text": "Unserer"})
    assert Article.objects.get().headline == "Unserer"


def test_without_an_answer_it_is_asked_again(client, chief):
    asked = both(client, build(), {"headline": "Ihrer"}, {"headline": "Meiner"})
    again = answer(client, asked, **{"field-headline-mine_text": "Unserer"})
    assert "Bitte entscheiden Sie." in again.content.decode()
    assert "Unserer" in again.content.decode()
    assert Article.objects.get().headline == "Ihrer"


def test_a_third_save_in_between_is_shown_too(client, chief):
    article = build()
    asked = both(client, article, {"headline": "Ihrer"}, {"headline": "Meiner"})
    Article.objects.update(headline="Dritter")
    save_change(article, editor=None, at=timezone.now())
    again = answer(client, asked, **{"field-headline-choice": "mine"})
    assert "Dritter" in again.content.decode()
    assert Article.objects.get().headline == "Dritter"


def test_a_section_they_removed_and_i_changed_is_asked(client, chief):
    article = build()
    asked = both(client, article, {"sections-0-DELETE": "on"}, {"sections-0-body": "<p>mein</p>"})
    assert outcomes(asked) == {"section-abschnitt-1": "conflict"}
    answer(client, asked, **{"section-abschnitt-1-choice": "mine"})
    assert sections(article) == [("A", "<p>mein</p>"), B]


def test_a_section_i_removed_and_they_changed_is_asked(client, chief):
    article = build()
    asked = both(client, article, {"sections-0-body": "<p>ihr</p>"}, {"sections-0-DELETE": "on"})
    answer(client, asked, **{"section-abschnitt-1-choice": "mine"})
    assert sections(article) == [B]


def test_sections_added_and_moved_by_both_are_all_there(client, chief):
    article = build()
    theirs = {"sections-0-position": 1, "sections-1-position": 0}
    asked = both(client, article, theirs, row("sections", 2, heading="C", body="<p>c</p>"))
    answer(client, asked)
    assert sections(article) == [B, ("C", "<p>c</p>"), A]  # behind B, as it was added


def test_two_orders_are_asked(client, chief):
    article = build(sections=[A, B, ("C", "<p>c</p>")])
    theirs = {f"sections-{n}-position": p for n, p in enumerate([1, 0, 2])}
    asked = both(client, article, theirs, {f"sections-{n}-position": p for n, p in enumerate([0, 2, 1])})
    answer(client, asked, **{"section-order-choice": "theirs"})
    assert [heading for heading, _body in sections(article)] == ["B", "A", "C"]


def test_tags_desk_and_credits_of_both_are_kept(client, chief):
    article, desk, authors = build(tags=["Alt"]), build_desk(), [build_author("Ada"), build_author("Bob")]
    theirs = {"tags": ["Alt", "Ihr"], **row("bylines", 0, author=authors[0].pk)}
    asked = both(
        client, article, theirs, {"tags": ["Mein"], "desk": desk.pk, **row("bylines", 0, author=authors[1].pk)}
    )
    assert "conflict" not in outcomes(asked).values()
    answer(client, asked)
    assert {tag.name for tag in article.tags.all()} == {"Ihr", "Mein"}
    assert {author.name for author in article.authors.all()} == {"Ada", "Bob"}
    assert Article.objects.get().desk == desk


@pytest.mark.parametrize(("choice", "status"), [("mine", "rejected"), ("theirs", "confirmed")])
def test_two_decisions_about_a_name_are_asked(client, chief, choice, status):
    article = build()
    person = build_person("Anna Berg")
    mention = build_mention(article, person, status=MentionStatus.SUGGESTED)
    asked = both(client, article, {"mentions-0-decision": "confirmed"}, {"mentions-0-decision": "rejected"})
    answer(client, asked, **{f"person-{mention.pk}-choice": choice})
    mention.refresh_from_db()
    assert mention.status == status


def test_a_decision_and_a_text_go_together(client, chief):
    article = build()
    mention = build_mention(article, build_person("Anna Berg"), status=MentionStatus.SUGGESTED)
    asked = both(client, article, {"kicker": "K"}, {"mentions-0-decision": "confirmed"})
    answer(client, asked)
    mention.refresh_from_db()
    assert (mention.status, Article.objects.get().kicker) == ("confirmed", "K")


def test_the_same_form_sent_twice_is_saved_once(client, chief):
    article = build()
    data = typed(client.get(page(article)), headline="Neu", **row("sections", 2, heading="C", body="<p>c</p>"))
    assert [client.post(page(article), data).status_code for _time in range(2)] == [302, 302]
    assert sections(article) == [A, B, ("C", "<p>c</p>")]


def test_who_changed_nothing_is_asked_nothing(client, chief):
    assert both(client, build(), {"headline": "Ihrer"}, {}).status_code == 302
    assert Article.objects.get().headline == "Ihrer"


def test_one_may_write_on_instead_of_saving(client, chief):
    article = build()
    asked = both(client, article, {"headline": "Ihrer"}, {"kicker": "Mein"})
    resumed = answer(client, asked, _resume="1")
    shown = client.get(resumed["Location"])
    assert shown.context["adminform"].form["kicker"].value() == "Mein"
    assert shown.context["adminform"].form["headline"].value() == "Ihrer"
    assert Article.objects.get().kicker == ""


def test_on_a_live_article_nothing_is_public_before_the_answer(client, chief):
    article = publish(build(), editor=None, at=timezone.now())
    asked = both(client, article, {"headline": "Ihrer"}, {"headline": "Geheim"})
    assert "Änderung veröffentlichen" in asked.content.decode()
    assert "Geheim" not in client.get(Article.objects.get().get_absolute_url()).content.decode()


HALVES = [
    r'{"headline": ["\ud800"]}',
    r'{"tags": ["\ud83d"]}',
    r'{"sections-0-body": ["\ud800"]}',
    r'{"kicker": ["\u0000"]}',
]


@pytest.mark.parametrize(
    "sent", ["{", "[]", '{"headline": 1}', "null", "", "[" * 20_000, *HALVES], ids=lambda sent: sent[:30]
)
def test_whatever_comes_instead_of_a_form_is_no_error(client, chief, sent):
    article = build()
    assert client.post(page(article), {"_mine": sent, "_merged_with": "x"}).status_code in {200, 302}
    assert Article.objects.get().headline == "Alt"


def test_an_article_without_versions_is_compared_as_it_is(client, chief):
    article = build_draft("Alt", sections=[A])
    data = typed(client.get(page(article)), headline="Meiner", version_seen="7")
    assert outcomes(client.post(page(article), data)) == {"field-headline": "conflict"}


def test_who_may_not_change_is_not_asked(client, chief):
    article = build()
    data = typed(client.get(page(article)), headline="Meiner", version_seen="0")
    client.force_login(build_editor("gast", superuser=False))
    assert client.post(page(article), data).status_code == 403
