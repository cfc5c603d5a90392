"""The footer of a plain text: its tags in any of the forms people use, and who wrote it, if that is said at the end."""

import re
from dataclasses import dataclass, field

from articles.formats.plain_lines import Line, bullet, is_rule, labelled
from articles.text.names import authors_in, byline_in
from articles.text.sortkeys import fold

TAG_LABELS = frozenset(
    {"thema", "themen", "tags", "schlagwort", "schlagwörter", "schlagworte", "stichwort", "stichwörter", "stichworte"}
    | {"keyword", "keywords", "topic", "topics", "hashtag", "hashtags", "subjects"}
)
_AUTHOR_LABELS = frozenset({"autor", "autorin", "autoren", "autorinnen", "author", "authors", "text"})
_TAG_LENGTH = 100
_TAG_WORDS = 6
_LINE_LENGTH = 2000
_LOOKED_AT = 80
"""Lines from the end among which a footer may begin."""

_HASHTAGS = re.compile(r"(?:#[^\s#,;]*\w[^\s#,;]*[\s,;]*)+")
_COMMAS = re.compile(r"\s*[,;|•·]\s*")
_SIGNED = re.compile(r"(?:©|\(c\)|copyright\b)\s*.{1,100}|\([\w .,/-]{2,30}\)", re.IGNORECASE)
_AND = re.compile(r"(?:^|\s)(?:und|and|&)$", re.IGNORECASE)


@dataclass
class Foot:
    """What stood in a footer."""

    tags: list[str] = field(default_factory=list)
    authors: list[str] = field(default_factory=list)


def split_foot(lines: list[Line]) -> tuple[list[Line], Foot]:
    """The lines above the footer with the signature below it, and the footer; an empty one where there is none."""
    end = _before_signature(lines)
    for start in range(max(0, end - _LOOKED_AT), end):
        if _can_begin(lines[start].text) and (foot := _foot_of(lines[start:end])):
            return lines[:start] + lines[end:], foot
    return lines, Foot()


def _before_signature(lines: list[Line]) -> int:
    """Where the last line begins if it says whose text it is, such as `© dpa` or `(dpa/kv)`; else the end."""
    if not lines or not _SIGNED.fullmatch(lines[-1].text):
        return len(lines)
    return next((place for place in range(len(lines) - 1, 0, -1) if lines[place - 1].text), 0)


def tags_in(text: str) -> list[str] | None:
    """The tags in `#A #B`, `a, b; c` or `- #Neue Energie`; None where `text` says more than tags do."""
    names: list[str] = []
    for part in text.split("#"):
        names += [_AND.sub("", name.strip(" .,;")).replace("_", " ").strip() for name in _COMMAS.split(part)]
    tags = distinct(names)
    return tags if all(_is_tag(tag) for tag in tags) else None


def distinct(names: list[str]) -> list[str]:
    """Each name once, in its first spelling; what is no name at all is left out."""
    found: dict[str, str] = {}
    for name in names:
        found.setdefault(fold(name), name)
    return [name for folded, name in found.items() if folded]


def _is_tag(name: str) -> bool:
    return len(name) <= _TAG_LENGTH and len(name.split()) <= _TAG_WORDS and not name.endswith((":", "!", "?"))


def _can_begin(text: str) -> bool:
    if len(text) > _LINE_LENGTH:
        return False
    bare = _bare(text)
    label = labelled(bare, length=_LINE_LENGTH)
    return bool(_HASHTAGS.fullmatch(bare)) or (label is not None and label[0] in TAG_LABELS | _AUTHOR_LABELS)


def _bare(text: str) -> str:
    return bullet(text) or text


def _foot_of(lines: list[Line]) -> Foot | None:
    """The footer these lines are, or None if one of them is something else."""
    foot, goes_on = Foot(), False
    for text in (_bare(line.text) for line in lines if line.text and not is_rule(line.text)):
        authors = _authors(text) or (_signed_by(text) if foot.tags else ())
        tags = None if authors else _tags(text, goes_on)
        if not authors and tags is None:
            return None
        foot.authors += authors
        foot.tags += tags or []
        goes_on = not authors and (goes_on or _is_open(text))
    return foot


def _authors(text: str) -> tuple[str, ...]:
    label, value = labelled(text) or ("", "")
    if label not in _AUTHOR_LABELS or not byline_in(f"von {value}"):
        return ()
    return authors_in(value)


def _signed_by(text: str) -> tuple[str, ...]:
    byline = byline_in(text)
    return byline.names if byline else ()


def _tags(text: str, goes_on: bool) -> list[str] | None:
    """The tags of a footer's line; without a label or `#` only where the line before left the list open."""
    label, value = labelled(text, length=_LINE_LENGTH) or ("", "")
    if label in TAG_LABELS:
        return tags_in(value)
    return tags_in(text) if goes_on or _HASHTAGS.fullmatch(text) else None


def _is_open(text: str) -> bool:
    return text.endswith((":", ",", ":**"))
