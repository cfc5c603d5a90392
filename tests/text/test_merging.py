"""Two changes of the same thing brought together."""

from hypothesis import given
from hypothesis import strategies as st

from articles.text.merging import (
    BOTH,
    CONFLICT,
    MINE,
    ORDER,
    THEIRS,
    Passage,
    merge,
    merge_list,
    merge_order,
    merge_passages,
)

words = st.sampled_from(["", "eins", "zwei", "drei"])
keys = st.sampled_from("abcde")
values = st.dictionaries(keys, words)
passages = st.dictionaries(keys, st.builds(Passage, words, words))


def outcomes(merged):
    return {one.key: one.outcome for one in merged.differences}


def test_what_one_changed_is_taken_from_him():
    merged = merge({"a": "1", "b": "1"}, {"a": "2", "b": "1"}, {"a": "1", "b": "3"})
    assert merged.values == {"a": "2", "b": "3"}
    assert outcomes(merged) == {"a": MINE, "b": THEIRS}


def test_what_both_changed_is_asked():
    merged = merge({"a": "1"}, {"a": "2"}, {"a": "3"})
    assert [(one.base, one.mine, one.theirs) for one in merged.conflicts] == [("1", "2", "3")]


def test_removed_here_and_changed_there_is_asked_and_not_lost():
    merged = merge({"a": "1"}, {}, {"a": "3"})
    assert outcomes(merged) == {"a": CONFLICT}
    assert merged.values == {"a": "3"}


def test_removed_here_and_untouched_there_is_removed():
    assert merge({"a": "1"}, {}, {"a": "1"}).values == {}


def test_a_heading_here_and_a_body_there_go_together():
    base = {"a": Passage("Alt", "<p>alt</p>")}
    merged = merge_passages(base, {"a": Passage("Neu", "<p>alt</p>")}, {"a": Passage("Alt", "<p>neu</p>")})
    assert merged.values == {"a": Passage("Neu", "<p>neu</p>")}
    assert outcomes(merged) == {"a": BOTH}


def test_sections_added_by_both_stand_behind_what_they_stood_behind():
    one = Passage("", "x")
    base = {"a": one, "b": one}
    merged = merge_passages(base, {"a": one, "m": one, "b": one}, {"a": one, "b": one, "t": one})
    assert list(merged.values) == ["a", "m", "b", "t"]


def test_who_alone_moved_sections_is_followed():
    assert merge_order("abc", "abc", "cab", "abc") == (list("cab"), THEIRS)
    assert merge_order("abc", "bac", "abc", "abc") == (list("bac"), MINE)


def test_a_list_takes_what_either_added_and_leaves_what_either_removed():
    assert list(merge_list("abc", "abcm", "act").values) == ["a", "c", "t", "m"]


def test_two_orders_are_asked():
    one = Passage("", "x")
    merged = merge_passages(*(dict.fromkeys(order, one) for order in ("abc", "bac", "cab")))
    assert outcomes(merged) == {ORDER: CONFLICT}


def test_without_a_base_only_what_is_alike_is_no_conflict():
    merged = merge({}, {"a": "1", "b": "2", "c": "3"}, {"a": "1", "b": "9", "d": "4"})
    assert outcomes(merged) == {"b": CONFLICT, "c": MINE, "d": THEIRS}


@given(values, values)
def test_the_same_change_twice_is_no_conflict(base, changed):
    merged = merge(base, changed, changed)
    assert (merged.values, merged.differences) == (changed, ())


@given(passages, passages)
def test_nothing_done_on_one_side_gives_the_other(base, changed):
    assert merge_passages(base, base, changed).values == changed
    assert merge_passages(base, changed, base).values == changed
    assert list(merge_passages(base, base, changed).values) == list(changed)


@given(passages, passages, passages)
def test_both_sides_see_the_same_conflicts(base, mine, theirs):
    here, there = merge_passages(base, mine, theirs), merge_passages(base, theirs, mine)
    assert {one.key for one in here.conflicts} == {one.key for one in there.conflicts}


@given(passages, passages, passages)
def test_a_merge_without_conflict_has_what_each_changed(base, mine, theirs):
    merged = merge_passages(base, mine, theirs)
    for side in () if merged.conflicts else (mine, theirs):
        for key, passage in side.items():
            was = base.get(key)
            if not was or was.heading != passage.heading:
                assert merged.values[key].heading == passage.heading
            if not was or was.body != passage.body:
                assert merged.values[key].body == passage.body


@given(passages, passages, passages)
def test_no_text_that_anyone_wrote_is_lost(base, mine, theirs):
    merged = merge_passages(base, mine, theirs)
    shown = [text for one in merged.differences for text in (one.mine, one.theirs)]
    for key, passage in [*mine.items(), *theirs.items()]:
        assert merged.values.get(key) == passage or passage in shown or passage == base.get(key)
