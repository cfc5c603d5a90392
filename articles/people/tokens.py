"""The words of a text with their places, and which of them follow each other closely enough to be one name."""

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

_GAP_AND_WORD = re.compile(r"([\W\d_]*)([^\W\d_]+(?:['’\-\u2010\u2011][^\W\d_]+)*)")
_ARABIC = re.compile(r"(?:al|el|as|asch|an|ar|at)-[A-ZÄÖÜ]")
_CLOSE = frozenset({" ", "\u00a0", "\n"})
_AFTER_INITIAL = frozenset({".", ". ", ".\u00a0", ".\n", ".-"})
_ABBREVIATIONS = frozenset({"Dr", "Prof", "St", "Dipl", "Ing", "Chr", "Joh", "Fr", "Hr"})


class Token(NamedTuple):
    """A word, where it stands, and what stands between it and the word before."""

    text: str
    start: int
    end: int
    gap: str = ""
    joined: bool = False
    """Nothing but a blank (after an initial or "Dr": a full stop) parts it from the word before."""

    @property
    def is_capitalised(self) -> bool:
        return self.text[0].isupper() or (self.text[0] == "a" and bool(_ARABIC.match(self.text)))

    @property
    def is_initial(self) -> bool:
        return len(self.text) == 1 and self.is_capitalised

    @property
    def is_acronym(self) -> bool:
        return len(self.text) > 1 and self.text.isupper()


def tokens_of(text: str) -> list[Token]:
    """The words of `text` in order."""
    tokens: list[Token] = []
    end, before, add, made = 0, "", tokens.append, Token._make
    for gap, word in _GAP_AND_WORD.findall(text):
        start = end + len(gap)
        end = start + len(word)
        joined = gap == " " or gap in _CLOSE or (gap in _AFTER_INITIAL and _is_abbreviated(before))
        add(made((word, start, end, gap, joined)))
        before = word
    if tokens:
        tokens[0] = tokens[0]._replace(joined=False)
    return tokens


def _is_abbreviated(word: str) -> bool:
    return (len(word) == 1 and word.isupper()) or word in _ABBREVIATIONS


class _Plain(dict[int, str]):
    """Each letter to its base letter, each kind of blank, hyphen and apostrophe to one; always one for one."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        if char.isspace():
            plain = " "
        elif unicodedata.category(char) == "Pd":
            plain = "-"
        else:
            plain = {"’": "'", "‘": "'", "ʼ": "'"}.get(char) or _base(char)
        self[code] = plain
        return plain


def _base(char: str) -> str:
    return unicodedata.normalize("NFD", char)[0] if char < "\u0400" else char


_PLAIN = _Plain()


def plain_form(text: str) -> str:
    """`text` without accents, as long as it was: António and Antonio are found alike, and places stay places."""
    return text.translate(_PLAIN)


@lru_cache(maxsize=100_000)
def plain_word(word: str) -> str:
    """A word as it is compared: without accents, and MERKEL as Merkel."""
    plain = plain_form(word)
    return "-".join(map(_capitalised, plain.split("-"))) if plain.isupper() and len(plain) > 1 else plain


def bare_word(word: str, *, owns: bool) -> str:
    """A word with its accents, MÜLLER as Müller; without the s, if it is a genitive."""
    bare = word[: -1 - word.endswith(("'s", "’s"))] if owns and word.lower().endswith("s") else word
    return "-".join(map(_capitalised, bare.split("-"))) if bare.isupper() else bare


def _capitalised(word: str) -> str:
    first, apostrophe, rest = word.partition("'")
    if len(first) == 1 and len(rest) > 1:
        return f"{first}{apostrophe}{_capitalised(rest)}"
    lowered = word[:1] + word[1:].lower()
    return lowered if len(lowered) == len(word) else word
