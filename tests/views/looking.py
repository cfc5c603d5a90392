"""How the tests of the views look at a page."""

from __future__ import annotations

import re
from html import unescape
from typing import Any


def text_of(response: Any) -> str:
    """What a reader sees, in one line."""
    html = re.sub(r"<(head|script)\b.*?</\1>", " ", response.content.decode(), flags=re.S)
    running = re.sub(r"</?(span|mark|a)\b[^>]*>", "", html)
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", running)).split())


def headlines_of(response: Any) -> list[str]:
    found = re.findall(r'class="(?:row|story)__headline"><a [^>]*>(.*?)</a>', response.content.decode(), flags=re.S)
    return [unescape(re.sub(r"<[^>]+>", "", headline)) for headline in found]


def links_of(response: Any) -> set[str]:
    return {unescape(link) for link in re.findall(r'href="([^"]*)"', response.content.decode())}
