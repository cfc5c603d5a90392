"""Telling a text printed twice from two texts about the same thing."""

import pytest

from articles.text.copies import is_copy, likeness, print_of

WIRE = (
    "Die Bahn sperrt im Sommer die Strecke zwischen Hagen und Siegen für neun Wochen. Grund sind Arbeiten an vier "
    "Brücken, die aus dem Jahr 1912 stammen. Fahrgäste müssen auf Busse ausweichen, die doppelt so lange brauchen. "
    "Der Landrat nannte die Ankündigung eine Zumutung und verlangte zusätzliche Züge über die Ruhrstrecke."
)
OWN = (
    "Neun Wochen ohne Zug: Wer im Sommer von Hagen nach Siegen will, sitzt im Bus. Die Bahn erneuert vier Brücken, "
    "die älter sind als jeder Fahrgast. Auf den Bahnsteigen ist die Stimmung so heiter wie das Wetter im November. "
    "Der Landrat spricht von einer Zumutung, die Bahn von einer Chance für das Sauerland."
)


@pytest.mark.parametrize(
    "other",
    [
        WIRE,
        WIRE.upper(),
        f"<p>{WIRE}</p>".replace(". ", ".</p><p>"),
        WIRE.replace("Zumutung", "Frechheit"),
        WIRE.rpartition(". ")[0],
        f"Hagen (dpa) – {WIRE} Weitere Sperrungen sind für das kommende Jahr geplant, sagte ein Sprecher.",
    ],
    ids=["same", "case", "markup", "a word", "cut", "added"],
)
def test_the_same_text_is_a_copy(other):
    assert is_copy(print_of(WIRE), print_of(other))


def test_two_texts_about_the_same_are_not():
    assert not is_copy(print_of(WIRE), print_of(OWN))


def test_a_shared_paragraph_makes_no_copy():
    assert not is_copy(print_of(WIRE), print_of(OWN + WIRE.partition(". ")[0]))


def test_short_texts_must_be_the_same_word_for_word():
    assert is_copy(
        print_of("Ergebnisse", "Heute fällt das Spiel aus."), print_of("Ergebnisse", "Heute fällt das Spiel aus.")
    )
    assert not is_copy(print_of("Wetter", "Morgen Regen."), print_of("Sport", "Morgen Regen."))


def test_no_text_is_no_copy_of_none():
    assert not is_copy(print_of(), print_of(""))


def test_likeness_is_the_share_of_the_shorter_text():
    words = [f"wort{number}" for number in range(60)]
    whole, half = print_of(" ".join(words)), print_of(" ".join(words[:30] + [f"neu{number}" for number in range(30)]))
    assert likeness(whole, whole) == 1.0
    assert 0.4 < likeness(whole, half) < 0.5
    assert likeness(print_of("kurz"), whole) == 0.0
