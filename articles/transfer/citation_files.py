"""An article's citation as files for reference managers: BibTeX, RIS and CSL-JSON. No database."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator

from django.conf import settings

from articles.text.slugs import slugify
from articles.transfer.citing import Cited, Name

BIBTEX_SPECIAL = str.maketrans(
    {
        **{char: f"\\{char}" for char in "&%$#_"},
        "{": r"\textbraceleft{}",  # BibTeX counts an escaped brace too
        "}": r"\textbraceright{}",
        "\\": r"\textbackslash{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
    }
)
BIBTEX_LANGUAGES = {
    "de": "ngerman",
    "en": "english",
    "fr": "french",
    "it": "italian",
    "es": "spanish",
    "nl": "dutch",
    "pl": "polish",
    "ru": "russian",
    "uk": "ukrainian",
    "tr": "turkish",
}


def bibtex(cited: Cited) -> str:
    fields = {
        "author": " and ".join(_bibtex_name(name) for name in cited.names),
        "title": f"{{{_bibtex(cited.headline)}}}",
        "journal": _bibtex(settings.PAPER_NAME),
        "year": f"{cited.day.year:04}",
        "month": f"{cited.day.month:02}",
        "day": f"{cited.day.day:02}",
        "date": cited.day.isoformat(),
        "url": cited.url.replace("{", "%7B").replace("}", "%7D"),
        "langid": BIBTEX_LANGUAGES.get(cited.language, cited.language),
    }
    lines = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items() if value)
    return f"@article{{{_key(cited)},\n{lines}}}\n"


def _bibtex(text: str) -> str:
    return _line(text).translate(BIBTEX_SPECIAL)


def _bibtex_name(name: Name) -> str:
    """A collective stands in braces, so that no "and" in it parts it."""
    return f"{_bibtex(name.family)}, {_bibtex(name.given)}" if name.given else f"{{{_bibtex(name.family)}}}"


def _key(cited: Cited) -> str:
    first = slugify(cited.names[0].family) if cited.names else "artikel"
    return f"{first}-{cited.day.year:04}-{cited.id}"


def ris(cited: Cited) -> str:
    """RIS: a line is "XX  - value", the type is first and ER is last; lines end as the format's makers end them."""
    return "".join(f"{tag}  - {_line(value)}\r\n" for tag, value in _ris_fields(cited))


def _ris_fields(cited: Cited) -> Iterator[tuple[str, str]]:
    yield "TY", "NEWS"
    yield "ID", _key(cited)
    yield from (("AU", name.turned) for name in cited.names)
    yield "TI", cited.headline
    yield "T2", settings.PAPER_NAME
    yield "PY", f"{cited.day.year:04}"
    yield "DA", cited.day.isoformat().replace("-", "/")
    if cited.standfirst:
        yield "AB", cited.standfirst
    yield from (("KW", tag) for tag in cited.tags)
    yield "LA", cited.language
    yield "UR", cited.url
    yield "ER", ""


def csl(cited: Cited) -> str:
    """CSL-JSON: a list of one item, as its schema says it."""
    names = [{"family": n.family, "given": n.given} if n.given else {"literal": n.family} for n in cited.names]
    said = {
        "id": _key(cited),
        "type": "article-newspaper",
        "title": cited.headline,
        "author": names,
        "container-title": settings.PAPER_NAME,
        "issued": {"date-parts": [[cited.day.year, cited.day.month, cited.day.day]]},
        "URL": cited.url,
        "language": cited.language,
        "abstract": cited.standfirst,
        "keyword": ", ".join(cited.tags),
    }
    return json.dumps([{name: value for name, value in said.items() if value}], ensure_ascii=False, indent=2) + "\n"


def _line(text: str) -> str:
    """In one line, without characters no reference manager can read."""
    return " ".join("".join(char if char.isprintable() else " " for char in text).split())


FORMS: dict[str, tuple[str, Callable[[Cited], str], str]] = {
    "bib": ("BibTeX", bibtex, "application/x-bibtex; charset=utf-8"),
    "ris": ("RIS", ris, "application/x-research-info-systems; charset=utf-8"),
    "json": ("CSL-JSON", csl, "application/vnd.citationstyles.csl+json"),
}
