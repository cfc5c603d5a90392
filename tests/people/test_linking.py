"""Articles linked to people: known names confirmed, new ones suggested, decisions kept."""

from __future__ import annotations

from datetime import timedelta

import pytest

from articles.models import Mention, NameChange, Person, PersonName, PersonRole
from articles.people.linking import Linked, link_archive, link_article, matcher_of_archive, texts_of
from articles.vocabulary import MentionStatus, Reason
from tests.builders import NOW, build_article, build_editor, build_person

pytestmark = pytest.mark.django_db

BERG = "Bürgermeisterin Anna Berg eröffnet die Brücke."
CONFIRMED, REJECTED, SUGGESTED = MentionStatus.CONFIRMED, MentionStatus.REJECTED, MentionStatus.SUGGESTED


def article_saying(text=BERG, **values):
    return build_article(standfirst=text, **values)


def link(article, at=NOW):
    return link_article(article, matcher_of_archive(), at=at)


def say(article, text):
    article.standfirst = text
    article.save()


def decide(mention, status, person=None):
    mention.status, mention.decided_by, mention.decided_at = status, build_editor(), NOW
    mention.person, mention.is_automatic = person or mention.person, False
    mention.save()


# -- known and new --------------------------------------------------------------------------------


def test_a_known_name_is_linked():
    person, article = build_person("Anna Berg"), article_saying()
    assert link(article).confirmed == {person.pk}
    mention = article.mentions.get()
    assert (mention.surface, mention.person, mention.status) == ("Anna Berg", person, CONFIRMED)


def test_a_link_made_by_the_archive_says_when_and_by_nobody():
    build_person("Anna Berg")
    article = article_saying()
    link(article)
    mention = article.mentions.get()
    assert (mention.decided_at, mention.decided_by, mention.suggested_name) == (NOW, None, "")


def test_a_mentions_place_is_that_of_its_words():
    build_person("Anna Berg")
    article = build_article(sections=[("", f"<p>Vorher &amp; nachher.</p><p>{BERG}</p>")])
    link(article)
    mention = article.mentions.get()
    assert texts_of(article)[mention.anchor][mention.start : mention.end] == mention.surface


def test_a_person_who_is_not_public_is_linked_too():
    person, article = build_person("Anna Berg", is_public=False), article_saying()
    assert link(article).confirmed == {person.pk}


def test_a_person_is_linked_by_every_name():
    person, article = build_person("Anna Berg-Wolf"), article_saying()
    PersonName.objects.create(person=person, name="Anna Berg")
    assert link(article).confirmed == {person.pk}


def test_a_name_that_the_text_introduces_is_suggested():
    article = article_saying()
    assert link(article).suggested == {"Anna Berg"}
    mention = article.mentions.get()
    assert (mention.person, mention.suggested_name, mention.status) == (None, "Anna Berg", SUGGESTED)
    assert not Person.objects.exists()


def test_a_name_that_two_people_bear_is_left_to_the_editor():
    build_person("Anna Berg"), build_person("Anna Berg")
    article = article_saying()
    assert link(article).suggested == {"Anna Berg"}
    assert article.mentions.get().person is None


# -- sure or not ----------------------------------------------------------------------------------


def scholz_the_coach():
    person = build_person("Olaf Scholz")
    PersonRole.objects.create(person=person, title="Bundeskanzler")
    return person, article_saying("Trainer Scholz lobte alle.")


def test_what_is_not_certain_is_suggested_with_its_score_and_reason():
    person, article = scholz_the_coach()
    assert link(article) == Linked()
    mention = article.mentions.get()
    assert (mention.person, mention.status, mention.is_automatic) == (person, SUGGESTED, False)
    assert (mention.score, mention.why, mention.evidence) == (0.6, Reason.OFFICE, {"office": "Trainer"})


def test_a_setting_says_from_which_score_no_editor_is_needed(settings):
    settings.PEOPLE_CONFIRM_FROM = 0.5
    person, article = scholz_the_coach()
    assert link(article).confirmed == {person.pk}
    assert article.mentions.get().is_automatic


def test_a_suggestion_of_somebody_known_stays_as_it_is():
    _person, article = scholz_the_coach()
    link(article)
    say(article, "Der Trainer kam. Trainer Scholz lobte alle.")
    link(article)
    link(article)
    assert article.mentions.count() == 1


def test_the_candidates_are_kept_with_a_name_that_two_bear():
    people = [build_person("Anna Berg"), build_person("Anna Berg")]
    article = article_saying()
    link(article)
    assert article.mentions.get().candidates == [person.pk for person in people]


def test_a_second_bearer_of_a_name_makes_the_link_a_question():
    build_person("Anna Berg")
    article = article_saying()
    link(article)
    build_person("Anna Berg")
    link(article)
    assert (article.mentions.get().person, article.mentions.get().status) == (None, SUGGESTED)


def test_nobody_is_linked_before_birth():
    build_person("Anna Berg", born=NOW.date() + timedelta(days=1))
    article = article_saying()
    assert not link(article).confirmed


def test_those_who_stand_together_are_known_by_their_company():
    voss, first, second = build_person("Karl Voss"), build_person("Anna Berg"), build_person("Anna Berg")
    build_article(people=[voss, second], tags=["Energie"])
    article = article_saying("Anna Berg traf Karl Voss.", tags=["Energie"])
    assert link(article).confirmed == {voss.pk, second.pk}
    assert first.pk not in article.mentions.values_list("person_id", flat=True)


# -- only what changed ----------------------------------------------------------------------------


def two_passages():
    article = article_saying(BERG, sections=[("", "<p>Staatssekretär Jan Ohlsen kam.</p>")])
    link(article)
    Mention.objects.all().delete()
    return article


def test_a_text_that_has_not_changed_is_not_looked_at_again():
    article = two_passages()
    assert link(article) == Linked()


def test_only_the_passage_that_changed_is_looked_at_again():
    article = two_passages()
    say(article, f"Heute: {BERG}")
    assert link(article).suggested == {"Anna Berg"}


def test_everything_is_looked_at_again_when_a_name_has_changed():
    article = two_passages()
    build_person("Xaver Ganz")
    assert link(article).suggested == {"Anna Berg", "Jan Ohlsen"}


# -- again ----------------------------------------------------------------------------------------


def test_linking_again_changes_nothing():
    build_person("Anna Berg")
    article = article_saying(f"{BERG} Staatssekretär Jan Ohlsen war auch da.")
    link(article)
    before = list(Mention.objects.order_by("pk").values())
    assert link(article, at=NOW + timedelta(days=1)) == Linked()
    assert list(Mention.objects.order_by("pk").values()) == before


def test_a_suggestion_becomes_a_link_once_the_person_is_known():
    article = article_saying()
    link(article)
    person = build_person("Anna Berg")
    assert link(article).confirmed == {person.pk}
    assert (article.mentions.get().status, article.mentions.get().suggested_name) == (CONFIRMED, "")


def test_a_link_follows_its_words():
    build_person("Anna Berg")
    article = article_saying()
    link(article)
    say(article, f"Am Montag war es so weit: {BERG}")
    assert not link(article).confirmed
    mention = article.mentions.get()
    assert article.standfirst[mention.start : mention.end] == "Anna Berg"


def test_a_link_goes_with_its_words():
    build_person("Anna Berg")
    article = article_saying()
    link(article)
    say(article, "Die Brücke wird eröffnet.")
    link(article)
    assert not article.mentions.exists()


# -- decisions ------------------------------------------------------------------------------------


def test_a_rejected_link_stays_rejected():
    build_person("Anna Berg")
    article = article_saying()
    link(article)
    decide(article.mentions.get(), REJECTED)
    link(article)
    assert article.mentions.get().status == REJECTED


def test_a_rejected_suggestion_stays_rejected_when_the_text_changes():
    article = article_saying()
    link(article)
    decide(article.mentions.get(), REJECTED)
    say(article, f"Nun also: {BERG} Danach sprach Anna Berg.")
    link(article)
    assert [mention.status for mention in article.mentions.all()] == [REJECTED]


def test_an_editors_choice_between_two_of_one_name_stays():
    meant, _other = build_person("Anna Berg"), build_person("Anna Berg")
    article = article_saying()
    link(article)
    decide(article.mentions.get(), CONFIRMED, meant)
    say(article, f"Nun also: {BERG}")
    link(article)
    assert article.mentions.get(status=CONFIRMED).person == meant


def test_decisions_that_change_places_are_not_in_each_others_way():
    article, editor = article_saying("Anna Berg und Jana Wolf."), build_editor()
    for start, name in [(0, "Anna Berg"), (14, "Jana Wolf")]:
        values = {"person": build_person(name), "status": CONFIRMED, "decided_by": editor}
        Mention.objects.create(article=article, start=start, end=start + 9, surface=name, **values)
    say(article, "Jana Wolf und Anna Berg.")
    link(article)
    places = article.mentions.order_by("start").values_list("start", "person__name")
    assert list(places) == [(0, "Jana Wolf"), (14, "Anna Berg")]


# -- the matcher ----------------------------------------------------------------------------------


def test_the_matcher_is_kept_while_no_name_changes():
    build_person("Anna Berg")
    assert matcher_of_archive() is matcher_of_archive()


@pytest.mark.parametrize(
    "change",
    [
        lambda: PersonRole.objects.create(person=Person.objects.get(), title="Ministerin"),
        lambda: Person.objects.update(born=NOW.date()),
        lambda: build_person("Jan Ohlsen"),
        lambda: PersonName.objects.update(name="Anna Burg"),
        lambda: PersonName.objects.all().delete(),
    ],
)
def test_the_matcher_is_made_anew_when_a_name_changes(change):
    build_person("Anna Berg")
    before = matcher_of_archive()
    change()
    assert matcher_of_archive() is not before


# -- the whole archive ----------------------------------------------------------------------------


def test_the_whole_archive_is_linked_article_by_article():
    article_saying(), article_saying()
    person = build_person("Anna Berg")
    assert [linked.confirmed for linked in link_archive(at=NOW)] == [{person.pk}] * 2


def test_old_notes_of_changes_are_cleared_away():
    for token in ("a", "b"):
        NameChange.objects.create(token=token)
    before = matcher_of_archive()
    list(link_archive(at=NOW))
    assert NameChange.objects.count() == 1
    assert matcher_of_archive() is not before


def test_the_queries_do_not_grow_with_the_articles(django_assert_max_num_queries):
    build_person("Anna Berg")
    for _ in range(12):
        article_saying()
    matcher_of_archive()
    with django_assert_max_num_queries(20):
        assert len(list(link_archive(at=NOW))) == 12


def test_only_articles_without_mentions_are_linked_where_that_is_asked():
    build_person("Anna Berg")
    link(article_saying())
    article = article_saying()
    assert len(list(link_archive(at=NOW, only_new=True))) == 1
    assert article.mentions.exists()
