"""Whether a family name that nobody introduced stands as a person's: says, does or owns something. Stricter than
context.py, for nothing else in the article speaks for the person."""

from __future__ import annotations

import re
from collections.abc import Sequence

from articles.people.context import begins_sentence, offices_near
from articles.people.families import is_also_a_word, is_common_word
from articles.people.offices import (
    DETERMINERS,
    PLACE_PREPOSITIONS,
    is_high_office,
    is_institution,
    is_office,
    is_place_or_time,
    is_word,
)
from articles.people.tokens import Token, bare_word
from articles.text.names import given_names

_NOT_BEFORE_PEOPLE = (
    DETERMINERS | PLACE_PREPOSITIONS | {"aus", "bei", "of", "de", "la", "the", "and", "des", "alle", "viele"}
)
"""Words after which a family name that nobody introduced is more likely a place or a thing."""
_WITH_PEOPLE = frozenset({"mit", "gegen", "für", "laut", "ohne", "neben", "um", "so", "dass", "ob", "wenn", "weil"})
_ACTS = re.compile(
    r"(?:(?:er|be|ver|ge|zer|ent|wider|unter|über)?(?:sag|klär|kündig|ton|forder|warn|lob|mein|glaub|hoff|reis|stimm|dank"
    r"|frag|antwort|zähl|leg|stätig|sicher|teidig|kenn|wirb|schuldig|lang|lass|änder|rat|such|wart|lehn|setz|stell|tret"
    r"|führ|leb|lieb|bind|zeichn|hand|fass|weis|greif|nenn|steig|arbeit|spiel|lächel|lach|schweig|wähl|heirat|nomin"
    r"|äußer|grüß|kräftig|inner|dauer|zeig|mahn|dräng|zweifel|schüttel|nick|zöger|kämpf|wünsch|red|konter|künd|würdig"
    r"|rüg|schätz|harr|poch|zicht|wehr|wirk|klag|plan|mach|schau|eil|kehr|nutz|träum|sorg|freu|ärger|weiger|rechn|öffn"
    r"|leugn|gegn|zeug|scheiter|sieg|hör|wend|entgegn|gänz)"
    r"(?:e|t|te|ten|et|ete|eten)?"
    r"|\w{3,}ier(?:t|te|ten)"
    r"|sprach|spricht|sprich|versprach|verspricht|widersprach|widerspricht|traf|trifft|empfing|empfängt|rief|ruft|bat"
    r"|bittet|schrieb|schreibt|nannte|wies|wusste|weiß|will|wollte|wolle|kann|könne|konnte|muss|müsse|musste|darf|dürfe"
    r"|soll|solle|sollte|habe|hätte|sei|wäre|werde|würde|kam|kommt|ging|geht|trat|tritt|nahm|nimmt|gab|gibt|sah|sieht"
    r"|ließ|lässt|hielt|hält|zog|zieht|fuhr|fährt|flog|fliegt|blieb|bleibt|saß|sitzt|stritt|streitet|räumte|räumt|bot"
    r"|plädiert|plädierte|schlug|schlägt|fand|findet|dachte|denkt|verlor|verliert|gewann|gewinnt|wankt|wankte|droht|drohte|starb|stirbt|floh|riet"
    r"|kündigte|begann|beginnt|trug|trägt|erhielt|erhält|entschied|entscheidet|verließ|verlässt|betrat|unterschrieb|schwieg|erschien|erscheint"
    r"|lud|lädt|stand|steht|lief|läuft|warf|wirft|half|hilft|schied|stieß|schloss|schließt|erfuhr|verschwand|verwies"
    r"|empfahl|empfiehlt|griff|rang|ringt|beriet|berät|vertrat|vertritt|übernahm|übernimmt|unterlag|wich|verschob"
    r"|verschiebt|beschloss|beschließt|brach|bricht|warb|gestand|gesteht|verstand|versteht|las|liest|dürfte|möchte|mag)"
)
_GOVERNS = re.compile(r"\w*(?:regierung|kabinett|ministerium|rücktritt|amtszeit)(?:s|en)?")
_SPEAKS = re.compile(
    r"(?:(?:er|ent|be|ver|wider|an)?(?:sag|klär|ton|warn|mein|frag|antwort|gegn|gänz|mahn|inner|lob|lächel|lach|reis|dank"
    r"|grüß|schweig|zöger|telefonier|gratulier|kritisier|plädier))(?:t|te|ete|et)|sprach|spricht|rief|bat|nannte|schrieb"
)
"""What nothing but a person does."""
_HELPS = frozenset({"war", "hat", "hatte", "wurde"})
_OF_FOREIGN_NAMES = frozenset({"de", "di", "da", "du", "del", "le", "la", "of", "the", "and", "a", "et", "y"})


def stands_as_a_person(
    tokens: Sequence[Token], first: int, last: int, *, owns: bool = False, in_compound: bool = False
) -> bool:
    """Compounds speak of people anyway (Putin-Vertrauter). Else nothing beside the name may hint at a place, a title,
    a foreign phrase or a longer name; and something has to speak for a person: a verb beside it, something owned, a
    word such as "gegen"."""
    if in_compound:
        return True
    return not hints_at_something_else(tokens, first, last, owns) and _acts(tokens, first, last, owns)


def says_or_does(tokens: Sequence[Token], first: int, last: int, *, owns: bool = False) -> bool:
    """A verb of people stands right beside it, or an office that is theirs to give."""
    after = tokens[last + 1] if last + 1 < len(tokens) and tokens[last + 1].joined else None
    if owns and after is not None and (is_high_office(after.text) or _GOVERNS.fullmatch(after.text.lower())):
        return True
    before = tokens[first - 1].text.lower() if first and tokens[first].joined else ""
    is_subject = after is not None and _ACTS.fullmatch(after.text.lower() if after.is_acronym else after.text)
    return bool(is_subject or _ACTS.fullmatch(before))


def reads_as_common_word(tokens: Sequence[Token], first: int, last: int, *, owns: bool = False) -> bool:
    """ "Frieden herrscht" and "in diesem Sommer": words so common that the name needs somebody who speaks."""
    if not is_common_word(bare_word(tokens[last].text, owns=owns)) or offices_near(tokens, first, last):
        return False
    after = tokens[last + 1] if last + 1 < len(tokens) and tokens[last + 1].joined else None
    before = tokens[first - 1] if first and tokens[first].joined else None
    return not any(token and _SPEAKS.fullmatch(token.text) for token in (before, after))


def ends_there(tokens: Sequence[Token], last: int) -> bool:
    """Not so in "Clay Regazzoni": what was taken for a family name is a given one."""
    after = tokens[last + 1] if last + 1 < len(tokens) else None
    return after is None or not after.joined or not _is_part_of_name(after, owns=False)


def hints_at_something_else(tokens: Sequence[Token], first: int, last: int, owns: bool) -> bool:
    before, after = tokens[first - 1] if first else None, tokens[last + 1] if last + 1 < len(tokens) else None
    has_noun = owns and after is not None and after.joined and after.is_capitalised
    if before and tokens[first].joined and not has_noun:
        is_name_before = before.is_capitalised and not (is_office(before.text) or begins_sentence(tokens, first - 1))
        if before.text.lower() in _NOT_BEFORE_PEOPLE or is_name_before or _is_adjective(before.text):
            return True
    is_all_caps = tokens[last].is_acronym and (after is None or after.is_acronym)
    if (
        after
        and after.joined
        and not is_all_caps
        and (after.text in _OF_FOREIGN_NAMES or _is_part_of_name(after, owns))
    ):
        return True
    beside = [before.text] if before and tokens[first].gap == ", " else []
    beside += [after.text] if after and after.gap == ", " else []
    return any(is_place_or_time(word) for word in beside)


def _acts(tokens: Sequence[Token], first: int, last: int, owns: bool) -> bool:
    after = tokens[last + 1] if last + 1 < len(tokens) and tokens[last + 1].joined else None
    before = tokens[first - 1].text.lower() if first and tokens[first].joined else ""
    if owns and after is not None and (after.is_capitalised or after.text.endswith(("e", "er", "es", "en"))):
        return True
    if says_or_does(tokens, first, last):
        return True
    is_no_word = not is_also_a_word(bare_word(tokens[last].text, owns=owns))
    is_coupled = "/" in {tokens[first].gap, tokens[last + 1].gap if last + 1 < len(tokens) else ""}
    return is_no_word and (is_coupled or before in _WITH_PEOPLE | _HELPS)


def _is_part_of_name(after: Token, owns: bool) -> bool:
    """But not in "Gegen Putin Sanktionen zu verhängen" """
    if not after.is_capitalised or owns:
        return False
    is_thing = is_institution(after.text, after_name=True) or after.text in given_names()
    return after.is_initial or is_thing or not is_word(after.text)


def _is_adjective(word: str) -> bool:
    """ "der bildenden Kunst", "zeitgenössischer Kunst" """
    return word[0].islower() and word.endswith(
        ("enden", "ender", "ischer", "ischen", "ische", "liche", "licher", "lichen")
    )
