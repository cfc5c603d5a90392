"""Precision and recall of what was found against what should have been. Pure counting."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Measure:
    """Right, wrong and missed."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    def __add__(self, other: Measure) -> Measure:
        return Measure(self.right + other.right, self.wrong + other.wrong, self.missed + other.missed)

    @property
    def precision(self) -> float:
        return _share(self.right, self.wrong)

    @property
    def recall(self) -> float:
        return _share(self.right, self.missed)

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def compared[T](found: Iterable[T], expected: Iterable[T]) -> Measure:
    found, expected = set(found), set(expected)
    return Measure(len(found & expected), len(found - expected), len(expected - found))


def _share(right: int, others: int) -> float:
    """1.0 where nothing was to be done and nothing was."""
    return right / (right + others) if right + others else 1.0
