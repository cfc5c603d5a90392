"""What lies between two texts, word by word. Pure; whatever the texts, the work is bounded: where they have too little
in common to say it word by word, a stretch is told as replaced. Escapes first, marks second."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable, Iterator, Sequence
from enum import StrEnum
from functools import lru_cache
from html import escape
from itertools import groupby
from typing import NamedTuple

from articles.text.markup import pieces, tag_name

MOST_STEPS = 400
"""Changes within one stretch that are looked for word by word; the work grows with their square."""
BUDGET = 400_000
"""Steps in all for one pair of texts: about a tenth of a second."""

_WORDS = re.compile(r"\s*(?:\w+(?:[.,:’'-]\w+)*|[^\w\s])|\s+")
_SHOWN_AS = {"h3": "h3", "li": "li", "blockquote": "blockquote"}


class Op(StrEnum):
    SAME = "same"
    GONE = "gone"
    NEW = "new"


class Token(NamedTuple):
    """What makes a word the same: not the blanks before it, for the first of a paragraph has none. `marks` are the
    inline tags it stands in."""

    text: str
    marks: tuple[str, ...] = ()
    is_break: bool = False


class Word(NamedTuple):
    """A word with the blanks before it, a sign, or a break; and the block it stands in, which makes it no other."""

    text: str
    token: Token
    block: str


class Run(NamedTuple):
    """Words that are gone (`old`), new (`new`), or the same but for the blanks before them (both)."""

    op: Op
    old: tuple[Word, ...] = ()
    new: tuple[Word, ...] = ()

    @property
    def words(self) -> tuple[Word, ...]:
        """As they are shown: with the blanks they have on either side."""
        if self.op is not Op.SAME:
            return self.old or self.new
        pairs = zip(self.old, self.new, strict=True)
        return tuple(new if len(new.text) >= len(old.text) else old for old, new in pairs)

    @property
    def word_count(self) -> int:
        """Words in the ordinary sense."""
        return sum(_is_word(word) for word in self.old or self.new)


class Match(NamedTuple):
    """Elements from `old` and `new` on that are the same."""

    old: int
    new: int


@lru_cache(maxsize=128)
def words_of(html: str) -> tuple[Word, ...]:
    """Clean HTML as words; their texts joined are its plain text. Remembered, for a text is compared with the one
    before it and the one after."""
    words: list[Word] = []
    open_tags: list[str] = []
    for piece in pieces(html):
        if piece.text:
            words += _words(piece.text, open_tags, piece.is_text)
        elif piece.html.startswith("</"):
            open_tags.pop()
        elif piece.html:
            open_tags.append(piece.html)
    return tuple(words)


def plain_words(text: str) -> tuple[Word, ...]:
    return tuple(_words(text, (), True))


def _words(text: str, tags: Sequence[str], is_text: bool) -> list[Word]:
    """All words of a text stand in the same tags; what is no text is a break."""
    names = [tag_name(tag) for tag in tags]
    block = next((name for name in reversed(names) if name in _SHOWN_AS), "p")
    if not is_text:
        return [Word(text, Token(text, is_break=True), block)]
    marks = tuple(tag for tag, name in zip(tags, names, strict=True) if name in {"a", "strong", "em"})
    return [Word(word, Token(word.lstrip(), marks), block) for word in _WORDS.findall(text)]


def compare(old: Sequence[Word], new: Sequence[Word]) -> list[Run]:
    """Runs in order: all `old` joined are the old text, all `new` the new one."""
    runs: list[Run] = []
    done_old = done_new = 0
    for at_old, at_new, length in [
        *_stretches(_matches([word.token for word in old], [word.token for word in new])),
        (len(old), len(new), 0),
    ]:
        runs += _change(old[done_old:at_old], new[done_new:at_new])
        done_old, done_new = at_old + length, at_new + length
        if length:
            runs.append(Run(Op.SAME, tuple(old[at_old:done_old]), tuple(new[at_new:done_new])))
    return list(_readable(runs))


def _stretches(matches: Sequence[Match]) -> Iterator[tuple[int, int, int]]:
    """Matches that follow one another on both sides, as from, from, how many."""
    for _, group in groupby(enumerate(matches), lambda one: (one[1].old - one[0], one[1].new - one[0])):
        found = [match for _, match in group]
        yield found[0].old, found[0].new, len(found)


def _matches(old: Sequence[Token], new: Sequence[Token]) -> list[Match]:
    """Whole paragraphs first; what lies between those that stayed is compared word by word."""
    blocks_old, blocks_new = _blocks(old), _blocks(new)
    texts = [[tuple(side[a:b]) for a, b in blocks] for side, blocks in ((old, blocks_old), (new, blocks_new))]
    kept = in_common(texts[0], texts[1], MOST_STEPS) or []
    matches: list[Match] = []
    budget, after_old, after_new = BUDGET, 0, 0
    ends = [(blocks_old[match.old], blocks_new[match.new]) for match in kept]
    for (a, b), (c, d) in [*ends, ((len(old), len(old)), (len(new), len(new)))]:
        most = min(MOST_STEPS, int(max(budget, 0) ** 0.5))
        between = in_common(old[after_old:a], new[after_new:c], most)
        budget -= min(most, a - after_old + c - after_new - 2 * len(between or ())) ** 2
        matches += [Match(after_old + match.old, after_new + match.new) for match in between or ()]
        matches += [Match(a + step, c + step) for step in range(b - a)]
        after_old, after_new = b, d
    return matches


def _blocks(tokens: Sequence[Token]) -> list[tuple[int, int]]:
    """Where the paragraphs stand: from, to; the breaks between them belong to none."""
    breaks = [place for place, token in enumerate(tokens) if token.is_break]
    starts, ends = [0, *(place + 1 for place in breaks)], [*breaks, len(tokens)]
    return [(start, end) for start, end in zip(starts, ends, strict=True) if start < end]


def in_common[T: Hashable](old: Sequence[T], new: Sequence[T], most: int = MOST_STEPS) -> list[Match] | None:
    """What stays in the shortest way from old to new (Myers 1986, greedy); None if it has more than `most` steps."""
    head = _common(old, new)
    tail = _common(old[head:][::-1], new[head:][::-1])
    inner = _greedy(old[head : len(old) - tail], new[head : len(new) - tail], most)
    if inner is None and not head + tail:
        return None
    ends = [Match(len(old) - step, len(new) - step) for step in range(tail, 0, -1)]
    middle = [Match(head + match.old, head + match.new) for match in inner or ()]
    return [*(Match(place, place) for place in range(head)), *middle, *ends]


def _common[T](old: Sequence[T], new: Sequence[T]) -> int:
    different = (place for place, (a, b) in enumerate(zip(old, new, strict=False)) if a != b)
    return next(different, min(len(old), len(new)))


def _greedy[T: Hashable](old: Sequence[T], new: Sequence[T], most: int) -> list[Match] | None:
    size_old, size_new = len(old), len(new)
    if not (size_old and size_new):
        return []
    furthest, trail = {1: 0}, []
    for step in range(min(size_old + size_new, most) + 1):
        trail.append(furthest.copy())
        for line in range(-step, step + 1, 2):
            x = _reached(furthest, line, step)
            while x < size_old and x - line < size_new and old[x] == new[x - line]:
                x += 1
            furthest[line] = x
            if x >= size_old and x - line >= size_new:
                return _way_back(trail, size_old, size_new)
    return None


def _reached(furthest: dict[int, int], line: int, step: int) -> int:
    down = line == -step or (line != step and furthest[line - 1] < furthest[line + 1])
    return furthest[line + 1] if down else furthest[line - 1] + 1


def _way_back(trail: Sequence[dict[int, int]], x: int, y: int) -> list[Match]:
    matches: list[Match] = []
    for step in range(len(trail) - 1, -1, -1):
        furthest, line = trail[step], x - y
        start = _reached(furthest, line, step) if step else 0
        while x > start and y > 0:
            x, y = x - 1, y - 1
            matches.append(Match(x, y))
        if step:
            down = line == -step or (line != step and furthest[line - 1] < furthest[line + 1])
            x, y = (x, y - 1) if down else (x - 1, y)
    return matches[::-1]


def _readable(runs: Sequence[Run]) -> Iterator[Run]:
    """A sign that stayed between two changes belongs to them; of a change, what is gone is told first."""
    gone: list[Word] = []
    new: list[Word] = []
    for place, run in enumerate(runs):
        inside = 0 < place < len(runs) - 1 and not run.word_count and not any(word.token.is_break for word in run.new)
        if run.op is not Op.SAME or inside:
            gone += run.old
            new += run.new
        else:
            yield from _change(gone, new)
            yield run
            gone, new = [], []
    yield from _change(gone, new)


def _change(gone: Sequence[Word], new: Sequence[Word]) -> Iterator[Run]:
    if gone:
        yield Run(Op.GONE, old=tuple(gone))
    if new:
        yield Run(Op.NEW, new=tuple(new))


def _is_word(word: Word) -> bool:
    return any(character.isalnum() for character in word.token.text)


def marked_html(runs: Iterable[Run]) -> str:
    """The runs as paragraphs, with <ins> and <del>; a break that came or went alone is shown as ¶."""
    blocks: list[str] = []
    open_block: list[str] = []
    kind = "p"
    for run in runs:
        alone = run.op is not Op.SAME and all(word.token.is_break for word in run.words)
        for is_break, group in groupby(run.words, lambda word: word.token.is_break):
            words = list(group)
            if not is_break:
                kind = kind if open_block else words[0].block
                open_block.append(_inline(run.op, words))
            else:
                open_block += [_change_tag(run.op, "¶")] if alone else []
                blocks += _block(kind, open_block)
                open_block = []
    return "".join([*blocks, *_block(kind, open_block)])


def marked_line(runs: Iterable[Run]) -> str:
    """The same for a text of one line, without a block around it."""
    return "".join(_inline(run.op, run.words) for run in runs)


def _block(kind: str, inside: Sequence[str]) -> list[str]:
    if not inside:
        return []
    text = "".join(inside)
    return [f'<p class="diff__item">{text}</p>' if kind == "li" else f"<{kind}>{text}</{kind}>"]


def _inline(op: Op, words: Iterable[Word]) -> str:
    """Tags come from clean HTML and are written as they are."""
    marked = []
    for marks, group in groupby(words, lambda word: word.token.marks):
        text = escape("".join(word.text for word in group), quote=False).replace("\n", "<br>")
        closing = "".join(f"</{tag_name(mark)}>" for mark in reversed(marks))
        marked.append(f"{''.join(marks)}{text}{closing}")
    return _change_tag(op, "".join(marked))


def _change_tag(op: Op, html: str) -> str:
    """A blank between words is no change to be seen."""
    tag = {Op.GONE: "del", Op.NEW: "ins"}.get(op)
    text = html.lstrip(" ")
    return f"{html[: len(html) - len(text)]}<{tag}>{text}</{tag}>" if tag and text else html
