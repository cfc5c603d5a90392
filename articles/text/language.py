"""A guess whether a text is German or English, by its commonest words. For plain text, which cannot say so itself."""

import re

_GERMAN = """der die das und ist nicht mit von zu den im auf für ein eine einen einem einer sich dem des auch als werden
wurde bei aus nach am es er sie wird sind wie oder über zum zur vom haben seit aber noch"""
_ENGLISH = """the and of to is that for it with as on are by this be from at have has not he she they which been were
their its would will had who after but or an"""
_WORD = re.compile(r"[^\W\d_]+")
_GERMAN_WORDS, _ENGLISH_WORDS = frozenset(_GERMAN.split()), frozenset(_ENGLISH.split())
_ENOUGH = 3


def guess_language(text: str) -> str:
    """ "de", "en", or "" where the text is too short, mixed, or in another language."""
    words = [word.lower() for word in _WORD.findall(text)]
    german = sum(word in _GERMAN_WORDS for word in words)
    english = sum(word in _ENGLISH_WORDS for word in words)
    if max(german, english) < _ENOUGH or max(german, english) < 2 * min(german, english):
        return ""
    return "de" if german > english else "en"
