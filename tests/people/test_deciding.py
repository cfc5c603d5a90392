"""What becomes of stored mentions: the editor's word first."""

from __future__ import annotations

import pytest

from articles.models import Mention
from articles.people.deciding import Place, keys, place_of, plan, refused
from articles.people.finding import FoundMention
from articles.vocabulary import MentionStatus

CONFIRMED, REJECTED, SUGGESTED = MentionStatus.CONFIRMED, MentionStatus.REJECTED, MentionStatus.SUGGESTED
BERG = "Anna Berg"


def stored(start=0, *, surface=BERG, by=None, person=1, name="", status=CONFIRMED, anchor="a"):
    place = {"anchor": anchor, "start": start, "end": start + len(surface), "surface": surface}
    is_automatic = status == CONFIRMED and by is None
    return Mention(
        **place, person_id=person, suggested_name=name, status=status, decided_by_id=by, is_automatic=is_automatic
    )


def suggested(start=0, name=BERG):
    return stored(start, person=None, name=name, status=SUGGESTED)


def seen(start=0, *, surface=BERG, person=1, name=BERG, anchor="a"):
    found = FoundMention(anchor, start, start + len(surface), surface, person, name)
    return {place_of(found): found}


def moves(planned):
    return [place for _mention, place in planned.moved]


# -- decisions ------------------------------------------------------------------------------------


def test_a_decision_stays_where_its_words_are():
    planned = plan([stored(by=7)], {"a": BERG}, {})
    assert (planned.gone, planned.moved, planned.taken) == ([], [], [Place("a", 0, 9)])


def test_a_decision_stays_whoever_the_finder_names():
    assert plan([stored(by=7)], {"a": BERG}, seen(person=2)).gone == []


def test_a_rejection_stays_even_if_its_editors_account_is_gone():
    assert plan([stored(status=REJECTED)], {"a": BERG}, seen(person=2)).gone == []


def test_a_decision_moves_with_its_words():
    assert moves(plan([stored(by=7)], {"a": f"Gestern kam {BERG}."}, {})) == [Place("a", 12, 21)]


def test_a_decision_moves_to_the_nearest_place():
    text = f"{BERG} sah {BERG}, und {BERG} ging."
    assert moves(plan([stored(12, by=7)], {"a": text}, {})) == [Place("a", 14, 23)]


def test_two_decisions_move_to_two_places():
    mentions = [stored(0, by=7), stored(20, by=7, status=REJECTED)]
    assert moves(plan(mentions, {"a": f"Und {BERG} sah nun {BERG}."}, {})) == [Place("a", 4, 13), Place("a", 22, 31)]


def test_a_decision_moves_to_another_section_where_its_own_has_lost_it():
    assert moves(plan([stored(by=7)], {"a": "Niemand.", "b": BERG}, {})) == [Place("b", 0, 9)]


def test_a_decision_moves_before_a_genitive_but_not_into_a_longer_word():
    texts = {"a": "Der Bergmann kennt Bergs Haus."}
    assert moves(plan([stored(surface="Berg", by=7)], texts, {})) == [Place("a", 19, 23)]


def test_a_decision_goes_with_its_words():
    mention = stored(by=7)
    assert plan([mention], {"a": "Niemand war da."}, {}).gone == [mention]


def test_a_decision_goes_with_its_section():
    mention = stored(by=7)
    assert plan([mention], {}, {}).gone == [mention]


# -- what the archive linked by itself ------------------------------------------------------------


def test_a_link_stays_while_its_words_stand():
    assert plan([stored()], {"a": BERG}, {}).gone == []


def test_a_link_goes_when_its_words_have_moved():
    mention = stored()
    assert plan([mention], {"a": f"Nun {BERG}"}, seen(4)).gone == [mention]


def test_a_link_stays_when_the_name_has_become_ambiguous():
    assert plan([stored()], {"a": BERG}, seen(person=None)).gone == []


def test_a_link_gives_way_to_another_person_found_there():
    mention = stored()
    assert plan([mention], {"a": BERG}, seen(person=2)).gone == [mention]


def test_a_link_gives_way_to_a_longer_name_of_another_person():
    mention = stored(5, surface="Berg")
    assert plan([mention], {"a": BERG}, seen(person=2)).gone == [mention]


def test_a_link_gives_way_to_a_decision_across_it():
    mention = stored(5, surface="Berg")
    assert plan([mention, stored(by=7)], {"a": BERG}, {}).gone == [mention]


def test_a_suggestion_stays_while_it_is_found():
    assert plan([suggested()], {"a": BERG}, seen(person=None)).gone == []


@pytest.mark.parametrize("found", [{}, seen(person=1), seen(person=None, name="Anna Maria Berg")])
def test_a_suggestion_gives_way_to_what_is_found_now(found):
    mention = suggested()
    assert plan([mention], {"a": BERG}, found).gone == [mention]


# -- refusals -------------------------------------------------------------------------------------


def test_a_rejection_holds_for_the_same_words_and_person():
    assert keys(1, BERG, BERG) & refused([stored(by=7, status=REJECTED)])


def test_a_rejection_does_not_hold_for_other_words():
    assert not keys(1, BERG, BERG) & refused([stored(surface="Berg", by=7, status=REJECTED)])


def test_a_rejected_name_is_refused_without_a_person():
    mention = stored(person=None, name=BERG, by=7, status=REJECTED)
    assert keys(None, "anna berg", BERG) & refused([mention])


def test_who_is_confirmed_elsewhere_is_not_refused():
    assert refused([stored(by=7, status=REJECTED), stored(20, by=7)]) == set()
