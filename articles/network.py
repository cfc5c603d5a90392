"""A small network as geometry: somebody in the middle, around them whoever is named with them, lines for what they
share. Nothing is left to chance, so the same counts give the same drawing. No colours, no queries."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import cos, pi, sin, sqrt

WIDTH, HEIGHT = 480, 330
ACROSS, DOWN = 178, 122
"""How far the circle reaches from the middle."""
SMALLEST, LARGEST, MIDDLE = 5, 15, 17
LABEL_BELOW = 17
THICKEST = 7

Pair = frozenset[int]


@dataclass(frozen=True, slots=True)
class Node:
    """Somebody: their id, what stands beside the dot, how often they are named with whom it is about."""

    key: int
    label: str
    name: str
    count: int
    url: str


@dataclass(frozen=True, slots=True)
class Dot:
    """A node's circle, in numbers as SVG writes them."""

    node: Node
    x: str
    y: str
    radius: str
    label_y: str


@dataclass(frozen=True, slots=True)
class Line:
    x1: str
    y1: str
    x2: str
    y2: str
    width: str


@dataclass(frozen=True, slots=True)
class Network:
    centre: Dot
    dots: tuple[Dot, ...]
    spokes: tuple[Line, ...]
    ties: tuple[Line, ...]
    width: int = WIDTH
    height: int = HEIGHT


Point = tuple[float, float]


def network(centre: Node, nodes: Sequence[Node], shared: Mapping[Pair, int]) -> Network:
    """`nodes` with the most frequent first; `shared` says how many articles each two of them have in common."""
    around = in_a_ring(nodes, shared)
    places = {node.key: _on_the_circle(place, len(around)) for place, node in enumerate(around)}
    most = max((node.count for node in around), default=1)
    middle = (WIDTH / 2, HEIGHT / 2 - LABEL_BELOW / 2)
    return Network(
        centre=_dot(centre, middle, MIDDLE),
        dots=tuple(_dot(node, places[node.key], _radius(node.count, most)) for node in around),
        spokes=tuple(_line(middle, places[node.key], node.count, most) for node in around),
        ties=tuple(_ties(places, shared, most)),
    )


def in_a_ring(nodes: Sequence[Node], shared: Mapping[Pair, int]) -> list[Node]:
    """The most frequent first, then always whoever shares most with the one before: those who belong together stand
    together."""
    left, ring = list(nodes), list[Node]()
    while left:
        before = ring[-1].key if ring else None
        best = max(left, key=lambda node: (shared.get(frozenset({before, node.key}), 0), node.count, -node.key))
        ring.append(best)
        left.remove(best)
    return ring


def _on_the_circle(place: int, count: int) -> Point:
    """From the top with the clock; two stand left and right of the middle."""
    angle = 2 * pi * place / max(count, 1) - (pi if count == 2 else pi / 2)
    return WIDTH / 2 + ACROSS * cos(angle), HEIGHT / 2 - LABEL_BELOW / 2 + DOWN * sin(angle)


def _radius(count: int, most: int) -> float:
    """The circle's area stands for the count."""
    return max(LARGEST * sqrt(count / most), SMALLEST)


def _dot(node: Node, place: Point, radius: float) -> Dot:
    x, y = place
    return Dot(node, _svg(x), _svg(y), _svg(radius), _svg(y + radius + LABEL_BELOW))


def _ties(places: Mapping[int, Point], shared: Mapping[Pair, int], most: int) -> list[Line]:
    drawn = sorted((sorted(pair), count) for pair, count in shared.items() if count and pair <= places.keys())
    return [_line(places[one], places[other], count, most) for (one, other), count in drawn]


def _line(start: Point, end: Point, count: int, most: int) -> Line:
    width = max(THICKEST * count / most, 1)
    return Line(*(_svg(number) for number in (*start, *end, width)))


def _svg(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")
