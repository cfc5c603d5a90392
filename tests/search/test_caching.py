from articles.search.caching import Recent


def test_what_was_kept_is_there_again():
    recent = Recent[str](2)
    assert recent.get("question") is None
    assert recent.keep("question", "answer") == recent.get("question") == "answer"


def test_what_was_wanted_longest_ago_goes_first():
    recent = Recent[int](2)
    recent.keep("a", 1), recent.keep("b", 2)
    recent.get("a")
    recent.keep("c", 3)
    assert (recent.get("a"), recent.get("b"), recent.get("c")) == (1, None, 3)


def test_it_can_be_cleared():
    recent = Recent[int](2)
    recent.keep("a", 1)
    recent.clear()
    assert recent.get("a") is None
