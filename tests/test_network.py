"""The drawing of who is named with whom."""

from articles.network import HEIGHT, WIDTH, Node, in_a_ring, network

CENTRE = Node(0, "Berg", "Anna Berg", 40, "")


def nodes(*counts):
    return [Node(key, f"N{key}", f"Name {key}", count, f"/{key}") for key, count in enumerate(counts, start=1)]


def test_nobody_around_is_the_centre_alone():
    drawn = network(CENTRE, [], {})
    assert (drawn.dots, drawn.spokes, drawn.ties) == ((), (), ())


def test_everybody_is_inside_the_drawing():
    for dot in network(CENTRE, nodes(*range(8, 0, -1)), {}).dots:
        assert 0 < float(dot.x) - float(dot.radius) < float(dot.x) + float(dot.radius) < WIDTH
        assert 0 < float(dot.y) - float(dot.radius) < float(dot.label_y) < HEIGHT


def test_no_two_stand_in_one_place():
    drawn = network(CENTRE, nodes(*[1] * 8), {})
    assert len({(dot.x, dot.y) for dot in drawn.dots}) == 8


def test_those_who_share_most_stand_side_by_side():
    shared = {frozenset({1, 4}): 5, frozenset({2, 3}): 2}
    assert [node.key for node in in_a_ring(nodes(9, 8, 7, 6), shared)] == [1, 4, 2, 3]


def test_the_same_counts_give_the_same_drawing():
    shared = {frozenset({1, 2}): 1, frozenset({2, 3}): 1}
    again = dict(reversed(shared.items()))
    assert network(CENTRE, nodes(3, 3, 3), shared) == network(CENTRE, nodes(3, 3, 3), again)


def test_only_who_shares_something_is_tied():
    shared = {frozenset({1, 2}): 4, frozenset({1, 3}): 0, frozenset({1, 99}): 7}
    assert len(network(CENTRE, nodes(8, 4, 2), shared).ties) == 1


def test_lines_and_dots_grow_with_the_count():
    drawn = network(CENTRE, nodes(16, 4), {})
    assert [line.width for line in drawn.spokes] == ["7", "1.8"]
    assert [dot.radius for dot in drawn.dots] == ["15", "7.5"]
