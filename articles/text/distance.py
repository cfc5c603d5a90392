"""How far apart two words are: letters added, dropped, replaced or swapped with their neighbour. Pure."""

from __future__ import annotations

SHORTEST_CORRECTED, SHORTEST_WITH_TWO = 4, 6


def farthest(word: str) -> int:
    """How many changes still leave it the same word, misspelled."""
    return (len(word) >= SHORTEST_CORRECTED) + (len(word) >= SHORTEST_WITH_TWO)


def distance(first: str, second: str, most: int) -> int | None:
    """The number of such changes, or None where there are more than `most`. Only the band that matters is computed."""
    if abs(len(first) - len(second)) > most:
        return None
    far = most + 1
    before: list[int] = []
    row = [min(place, far) for place in range(len(second) + 1)]
    for number, letter in enumerate(first, start=1):
        older, before, row = before, row, [min(number, far)] + [far] * len(second)
        for place in range(max(1, number - most), min(len(second), number + most) + 1):
            other = second[place - 1]
            row[place] = min(row[place - 1] + 1, before[place] + 1, before[place - 1] + (letter != other), far)
            if number > 1 < place and letter == second[place - 2] and first[number - 2] == other:
                row[place] = min(row[place], older[place - 2] + 1)
        if min(row) > most:
            return None
    return row[-1] if row[-1] <= most else None
