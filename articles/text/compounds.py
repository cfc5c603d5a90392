"""Takes German compounds apart: Energiewendegesetz → energiewende, energie, wende, gesetz.
A splitter trained on German scores each cut; how sure it must be depends on what else is known of the word."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from charsplit_fst import Splitter

SHORTEST, LONGEST = 7, 60
SHORTEST_PART = 4

_SHORT = "amt bad bau bus eis gas hof kur not ort rad rat rot see tag tor uhr weg zug öl"
SHORT_PARTS = frozenset(_SHORT.split())
"""Words of under four letters that do end or begin compounds; others that are cut off are endings (-ung, -ion)."""

_HEADS = """
amt anwalt anwaltschaft bahn bahnhof bank bau beamte beamter behörde bericht betrieb brücke bürger bürgermeister
bürgermeisterin chef dienst direktor energie entscheidung fahrt feuer feuerwehr firma forschung frage förderung
gebiet gebäude gemeinde gericht geschichte gesellschaft gesetz gewerkschaft gipfel grenze gruppe hafen haus haushalt
hilfe industrie kabinett kammer kampf kandidat kandidatin kanzler kanzlerin kirche klinik konferenz konzern
krankenhaus krieg krise land leiter leiterin leute mann maschine meister meisterin minister ministerin ministerium
mitglied netz partei personal pflicht plan platz politik politiker politikerin polizei preis prozess präsident
präsidentin punkt recht reform regierung rente richter richterin schule schutz sitz soldat soldaten spiel sprecher
sprecherin staat stadt stelle steuer straße streik team turm unternehmen verband verein verfahren verkehr
versicherung vertrag verwaltung vorsitzende vorsitzender wahl wahlen wahlkampf wasser wehr werk wirtschaft
wissenschaft zahl zeit zeitung zentrum
"""
HEADS = frozenset(_HEADS.split())
"""What compounds of the news end in. Here the splitter is believed sooner: it doubts even Bundeskanzler."""


@dataclass(frozen=True, slots=True)
class Splitting:
    """How sure the splitter must be (a cut scores from -1 to about 1): of a word with a capital (Hochwasser), of one
    without (vielleicht), and of a cut before one of the HEADS."""

    noun: float = 0.65
    other: float = 0.85
    head: float = 0.4


SPLITTING = Splitting()


def compound_parts(surface: str, splitting: Splitting = SPLITTING) -> list[str]:
    """The parts, down to the smallest, in lower case; nothing for a word that is none, or where that is doubtful."""
    sure = splitting.noun if surface[:1].isupper() else splitting.other
    return _parts(surface.lower(), sure, splitting.head)


def _parts(word: str, sure: float, before_head: float) -> list[str]:
    if not SHORTEST <= len(word) <= LONGEST:
        return []
    score, first, second = _splitter().split_compound(word)[0]
    halves = first.lower(), second.lower()
    if score < (min(sure, before_head) if halves[1] in HEADS else sure) or not all(map(_may_stand, halves)):
        return []
    return [part for half in halves for part in (half, *_parts(half, sure, before_head))]


def _may_stand(part: str) -> bool:
    return len(part) >= SHORTEST_PART or part in SHORT_PARTS


@cache
def _splitter() -> Splitter:
    return Splitter()
