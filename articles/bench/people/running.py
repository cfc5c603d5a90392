"""Measures how people are found and linked, and writes the table in docs/people.md."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from random import Random
from time import process_time

from articles.bench import corpora, report
from articles.bench.people import germeval, linking, passages
from articles.bench.people.measures import Measure, compared
from articles.demo.archive import contents, text_of
from articles.demo.vocabulary import german, people_names
from articles.demo.writer import SOURCE
from articles.errors import CannotDo
from articles.models import Article, LinkedText, Mention
from articles.people.evidence import CERTAIN, Scene
from articles.people.finding import Matcher, people_in
from articles.people.linking import link_archive
from articles.text.markup import plain_text

ARTICLES = 100_000
NAMES, WORDS, TEXTS = 100_000, 400, 500
"""Of the matcher measured alone: names it knows, words of a text, texts."""
SEEDS = (11, 12, 13)
"""Of the sets of made texts; the rules were written with others."""


@dataclass(frozen=True)
class Line:
    """A row of the table. What is measured in speed has a figure instead of a measure."""

    what: str
    measure: Measure | None = None
    figure: str = ""


def quality(samples: Path) -> list[Line]:
    """Raises CannotDo where the sample data is missing."""
    germeval_file, politicians = samples / "germeval/NER-de-dev.tsv", samples / "people/politicians.jsonl"
    for path in (germeval_file, politicians):
        if not path.exists():
            raise CannotDo(f"{path} is missing: set NEWSROOM_SAMPLES.")
    return [*_detected(germeval_file), *_of_demo(), *_in_passages(politicians), *_linked(politicians)]


def _detected(path: Path) -> Iterator[Line]:
    """Rules were tuned on the even sentences; the odd ones were only counted."""
    sentences = list(germeval.sentences(path))
    for half, name in ((sentences[::2], "half A, tuned on"), (sentences[1::2], "half B, only counted")):
        yield Line(f"new names, given and family name (GermEval, {name})", _sum(_full_names(s) for s in half))
        yield Line(f"every PER, single words too (GermEval, {name})", _sum(_any_names(s) for s in half))


def _full_names(sentence: germeval.Sentence) -> Measure:
    """Of two words or more, exact to the letter; what is found beyond counts as wrong unless it is a shorter PER."""
    found = {(found.start, found.end) for found in people_in({"": sentence.text}, Matcher(()))}
    long = {(named.start, named.end) for named in sentence.people if named.words > 1}
    return compared(found - {(named.start, named.end) for named in sentence.people if named.words == 1}, long)


def _any_names(sentence: germeval.Sentence) -> Measure:
    found = {(found.start, found.end) for found in people_in({"": sentence.text}, Matcher(()))}
    return compared(found, {(named.start, named.end) for named in sentence.people})


def _of_demo() -> Iterator[Line]:
    """New names where the archive knows nobody: the people of archive.toml are those to find, once an article; names
    that no list has are not counted as wrong, for nobody has judged them."""
    known = {entry["name"] for entry in contents()["people"]}
    total = Measure()
    for entry in contents()["articles"]:
        record = text_of(entry["file"])
        texts = {"": record.standfirst} | {str(n): plain_text(s.body) for n, s in enumerate(record.sections)}
        found = {mention.name for mention in people_in(texts, Matcher(()))}
        total += compared(found & known, {name for name in known if any(name in text for text in texts.values())})
    yield Line("new names, the demo's people in its articles (recall only)", total)


def _in_passages(politicians: Path) -> Iterator[Line]:
    """The rules were mended on the even passages; of the odd ones only the sums were looked at."""
    found = list(passages.passages())
    known, poor = passages.archive(politicians), passages.archive(politicians, roles=False)
    for half, name in ((found[::2], "half A, tuned on"), (found[1::2], "half B, only counted")):
        yield Line(f"links of known people, passages ({name})", _sum(passages.linked(p, known) for p in half))
        what = f"the same, of an archive without roles ({name})"
        yield Line(what, _sum(passages.linked(passage, poor) for passage in half))
        yield Line(f"new names, passages ({name})", _sum(passages.introduced(passage, known) for passage in half))


def _linked(politicians: Path) -> Iterator[Line]:
    kinds: dict[str, Measure] = {}
    for seed in SEEDS:
        made = linking.make(politicians, seed=seed)
        matcher = Matcher(made.names, made.profiles)
        for labelled in made.texts:
            measure = _links(labelled, matcher)
            for kind in ("all", labelled.kind):
                kinds[kind] = kinds.get(kind, Measure()) + measure
    for kind, measure in kinds.items():
        yield Line(f"links of known people, made texts: {kind}", measure)


def _links(labelled: linking.Labelled, matcher: Matcher) -> Measure:
    """What is confirmed without an editor, by place and person."""
    found = people_in({"": labelled.text}, matcher, Scene(day=labelled.day))
    sure = {(place.start, place.person_id) for place in found if place.person_id and place.score >= CERTAIN}
    return compared(sure, {(label.start, label.person_id) for label in labelled.labels})


def matcher_speed() -> Line:
    """Milliseconds of processor time for one text, known names only, and with everything else."""
    random = Random("matcher")
    names = [" ".join(name) for name in people_names(NAMES)]
    matcher = Matcher(enumerate(names))
    texts = [_text(random, names) for _ in range(TEXTS)]
    found = _milliseconds(lambda: [matcher.find(text) for text in texts])
    everything = _milliseconds(lambda: [people_in({"": text}, matcher) for text in texts])
    figure = f"{found:.2f} ms; {everything:.2f} ms with family names, new names and who is meant"
    return Line(f"matcher of {len(names):,} names, a text of {WORDS} words", figure=figure)


def _text(random: Random, names: list[str]) -> str:
    words = german().draw(random, WORDS - 8)
    for _ in range(4):
        words.insert(random.randrange(len(words)), random.choice(names))
    return ". ".join(" ".join(words[place : place + 12]) for place in range(0, len(words), 12))


def _milliseconds(work: Callable[[], object]) -> float:
    work()
    start = process_time()
    work()
    return 1000 * (process_time() - start) / TEXTS


def speed(articles: int = ARTICLES) -> Line:
    corpus = corpora.large(articles)
    figure = float(corpus.run("benchmark", "people", "--here").strip())
    return Line(
        f"link_people, {articles:,} generated articles without links, writes included",
        figure=f"{figure:,.0f} articles/s",
    )


def articles_per_second(*, at: datetime) -> float:
    """Of the archive of the settings: its mentions are taken off and found anew, on one core. Raises CannotDo where the
    archive is not a generated one."""
    if Article.objects.exclude(source=SOURCE).exists():
        raise CannotDo("This archive holds articles that were not generated; their mentions are not for measuring.")
    Mention.objects.all().delete()
    LinkedText.objects.all().delete()
    start, count = process_time(), 0
    for _ in link_archive(at=at):
        count += 1
    return count / (process_time() - start)


def markdown(lines: Iterable[Line], *, day: date) -> str:
    table = ["| what | precision | recall | F1 | right / wrong / missed |", "|---|---:|---:|---:|---:|"]
    speeds = ["", "| speed | processor time, one core |", "|---|---|"]
    for line in lines:
        if line.measure is None:
            speeds.append(f"| {line.what} | {line.figure} |")
            continue
        m = line.measure
        figures = f"{m.precision:.3f} | {m.recall:.3f} | {m.f1:.3f} | {m.right:,} / {m.wrong:,} / {m.missed:,}"
        table.append(f"| {line.what} | {figures} |")
    return "\n".join([f"{report.machine()}. `manage.py benchmark people`, {day.isoformat()}.", "", *table, *speeds])


def _sum(measures: Iterable[Measure]) -> Measure:
    return sum(measures, Measure())
