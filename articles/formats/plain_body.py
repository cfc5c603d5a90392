"""The body of a plain text: lines to blocks (heading, paragraph, list, quote). The headline and the footer are gone by
then; what the blocks mean for the article is decided in plain.py."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import groupby, pairwise

from articles.formats.plain_lines import (
    Line,
    begins_small,
    bullet,
    is_heading,
    is_rule,
    marked_heading,
    numbered,
    quoted,
    trimmed,
)
from articles.text.markup import inline, paragraphs

LONG_LINE = 100
"""Longer lines are paragraphs, not lines of a fixed width."""
_SHORTEST_WIDTH = 50
_SHORTEST_PARAGRAPH = 60
_DASHES = ("–", "—")

HEADING, PARAGRAPH, BULLETS, NUMBERS, QUOTE = "heading", "paragraph", "bullets", "numbers", "quote"


@dataclass(frozen=True, slots=True)
class Block:
    """A block and its lines, list items with their marks; `number` is its first line's in the file."""

    kind: str
    lines: tuple[str, ...]
    number: int

    @property
    def is_short(self) -> bool:
        """Might be a heading."""
        return self.kind == PARAGRAPH and len(self.lines) == 1 and is_heading(self.lines[0])

    def html(self) -> str:
        text = "\n".join(self.lines)
        if self.kind == QUOTE:
            return f"<blockquote>{paragraphs(text.split('\n\n'))}</blockquote>"
        if self.kind == BULLETS:
            return f"<ul>{''.join(f'<li>{inline(bullet(item) or item)}</li>' for item in self.lines)}</ul>"
        if self.kind == NUMBERS:
            return f"<ol>{''.join(f'<li>{inline(item.split(" ", 1)[1])}</li>' for item in self.lines)}</ol>"
        return paragraphs([text])


def blocks_of(lines: list[Line]) -> tuple[list[Block], int]:
    """The blocks, and the fixed width of the lines that were joined to paragraphs; 0 if there was none.

    If blank lines separate blocks, a block is a paragraph; if there are none, a line is.
    """
    lines = trimmed(lines)
    if all(line.text for line in lines):
        chunks, width = [[line] for line in lines if not is_rule(line.text)], 0
    else:
        chunks = [list(chunk) for is_gap, chunk in groupby(lines, key=_is_gap) if not is_gap]
        width = _width_of(chunks)
    blocks = [block for chunk in chunks for block in _chunk_blocks(chunk, width)]
    return _with_headings(_with_true_lists(_merged(blocks))), width


def _is_gap(line: Line) -> bool:
    return not line.text or is_rule(line.text)


def _width_of(chunks: list[list[Line]]) -> int:
    """The length at which an e-mail program broke the lines; 0 if the breaks are the writer's own."""
    pairs = [pair for chunk in chunks for pair in pairwise(chunk) if " " in pair[0].text]
    width = max((len(line.text) for pair in pairs for line in pair if " " in line.text), default=0)
    if not _SHORTEST_WIDTH <= width <= LONG_LINE:
        return 0
    forced = sum(_is_forced(one.text, other.text, width) for one, other in pairs)
    return width if forced >= 3 and forced >= 0.6 * len(pairs) else 0


def _is_forced(line: str, following: str, width: int) -> bool:
    """Whether the line ends only because the next word did not fit."""
    return len(line) + 1 + len(following.split(" ", 1)[0]) > width


def _is_own_break(line: str, following: str, width: int) -> bool:
    return not _is_forced(line, following, width) and not begins_small(following)


def _joined(lines: list[Line], width: int) -> tuple[str, ...]:
    """The lines as the writer broke them; forced breaks are undone."""
    joined = [lines[0].text]
    for one, other in pairwise(lines):
        if not width or not one.text or not other.text or _is_own_break(one.text, other.text, width):
            joined.append(other.text)
        elif one.text.endswith("-") and not begins_small(other.text):
            joined[-1] += other.text
        else:
            joined[-1] += f" {other.text}"
    return tuple(joined)


def _chunk_blocks(chunk: list[Line], width: int) -> Iterator[Block]:
    for kind, run in _runs(chunk):
        if kind == PARAGRAPH:
            yield from _text_blocks(run, width)
        elif kind == QUOTE:
            inner = [replace(line, text=quoted(line.text) or "") for line in run]
            yield Block(QUOTE, _joined(inner, width), run[0].number)
        elif kind == HEADING:
            yield Block(HEADING, (marked_heading(run[0].text) or "",), run[0].number)
        else:
            yield Block(kind, tuple(line.text for line in run), run[0].number)


def _runs(chunk: list[Line]) -> list[tuple[str, list[Line]]]:
    """Consecutive lines of one kind. A line that goes on with a list item is joined to it."""
    runs: list[tuple[str, list[Line]]] = []
    for line in chunk:
        kind, last = _kind_of(line.text), runs[-1] if runs else (HEADING, [])
        if kind == NUMBERS and last[0] in {PARAGRAPH, NUMBERS} and not _counts_on(last, line.text):
            kind = PARAGRAPH
        if kind == PARAGRAPH and last[0] in {BULLETS, NUMBERS} and (line.indent or begins_small(line.text)):
            last[1][-1] = replace(last[1][-1], text=f"{last[1][-1].text} {line.text}")
        elif kind == last[0] != HEADING:
            last[1].append(line)
        else:
            runs.append((kind, [line]))
    return runs


def _kind_of(text: str) -> str:
    if quoted(text) is not None:
        return QUOTE
    if marked_heading(text):
        return HEADING
    if numbered(text):
        return NUMBERS
    return BULLETS if bullet(text) else PARAGRAPH


def _counts_on(last: tuple[str, list[Line]], text: str) -> bool:
    """After text a numbered list begins with 1 ("am / 5. Mai" is none), after an item with the next number."""
    return _number(text) == (_number(last[1][-1].text) if last[0] == NUMBERS else 0) + 1


def _number(text: str) -> int:
    return (numbered(text) or (0, ""))[0]


def _text_blocks(run: list[Line], width: int) -> list[Block]:
    first, rest = run[0], run[1:]
    if sum(len(line.text) > LONG_LINE for line in run) > 1:
        return [Block(PARAGRAPH, (line.text,), line.number) for line in run]
    if rest and _stands_over(first.text, rest, width):
        return [Block(HEADING, (first.text,), first.number), Block(PARAGRAPH, _joined(rest, width), rest[0].number)]
    return [Block(PARAGRAPH, _joined(run, width), first.number)]


def _stands_over(text: str, rest: list[Line], width: int) -> bool:
    """Whether a line is the heading of the paragraph that follows without a blank line."""
    is_own = not width or not _is_forced(text, rest[0].text, width)
    length = sum(len(line.text) for line in rest)
    return is_heading(text) and is_own and length >= _SHORTEST_PARAGRAPH and not begins_small(rest[0].text)


def _merged(blocks: list[Block]) -> list[Block]:
    """Lists whose items stand apart, as one."""
    merged: list[Block] = []
    for block in blocks:
        if merged and _is_continued(merged[-1], block):
            merged[-1] = replace(merged[-1], lines=merged[-1].lines + block.lines)
        else:
            merged.append(block)
    return merged


def _is_continued(block: Block, following: Block) -> bool:
    if block.kind != following.kind:
        return False
    return block.kind == BULLETS or (
        block.kind == NUMBERS and _number(following.lines[0]) == _number(block.lines[-1]) + 1
    )


def _with_true_lists(blocks: list[Block]) -> list[Block]:
    """What only looked like a list ("1. FC …", one dash) as paragraphs."""
    return [part for block in blocks for part in ([block] if _is_sound(block) else _as_paragraphs(block))]


def _is_sound(block: Block) -> bool:
    if block.kind == BULLETS:
        return len(block.lines) > 1 or not block.lines[0].startswith(_DASHES)
    if block.kind == NUMBERS:
        return len(block.lines) > 1 and _number(block.lines[0]) == 1
    return True


def _as_paragraphs(block: Block) -> list[Block]:
    return [Block(PARAGRAPH, (line,), block.number + offset) for offset, line in enumerate(block.lines)]


def _with_headings(blocks: list[Block]) -> list[Block]:
    """Short lines before a paragraph are headings; a marked heading over nothing is none."""
    found = []
    following: list[Block | None] = [*blocks[1:], None]
    for block, after in zip(blocks, following, strict=False):
        heads = after is not None and after.kind != HEADING and not after.is_short and not begins_small(after.lines[0])
        if block.kind == HEADING and (after is None or after.kind == HEADING):
            found.append(replace(block, kind=PARAGRAPH))
        else:
            found.append(replace(block, kind=HEADING) if block.is_short and heads else block)
    return found
