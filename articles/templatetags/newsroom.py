"""What templates may say: the sentences of sentences.py, lists that would take a template too long, the addresses of a
page in both languages. No queries."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from html import escape
from typing import Any
from urllib.parse import quote, urlencode

from django import template
from django.http import HttpRequest
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from articles import addresses, sentences
from articles.addresses import english, german
from articles.calendars import Day
from articles.charts import LABEL_WIDTH, Bar, BarChart, Column
from articles.models import Article, Author, Person, PersonRole
from articles.search.request import page_number
from articles.text.family import Filed, filed
from articles.text.markup import clean
from articles.text.quoting import Sentence
from articles.text.scripts import script_of
from articles.vocabulary import Script

register = template.Library()

register.filter("number", sentences.number)
register.filter("articles_counted", sentences.articles_counted)
register.filter("places_counted", sentences.places_counted)
register.filter("day", sentences.day)
register.filter("usual", sentences.usual)
register.filter("month", sentences.month)
register.filter("moment", sentences.moment)
register.filter("span_to", sentences.span)
register.filter("local_day", lambda moment: localtime(moment).date())
register.filter("reading_time", sentences.reading_time)
register.simple_tag(sentences.when, name="when")

SCRIPT_LANGUAGES = {
    Script.CYRILLIC: "und-Cyrl",
    Script.GREEK: "el",
    Script.ARABIC: "und-Arab",
    Script.HEBREW: "he",
    Script.CHINESE: "zh",
    Script.JAPANESE: "ja",
    Script.KOREAN: "ko",
    Script.ARMENIAN: "hy",
    Script.GEORGIAN: "ka",
    Script.DEVANAGARI: "und-Deva",
}
"""The language where the script tells it, else the script alone (BCP 47)."""
_HEAT_COUNT = '<span class="heat__count" aria-hidden="true">{}</span>'
WINDOW = 2
"""Pages shown on either side of the current one."""


@register.filter
def cleaned(html: str) -> SafeString:
    """A text that is not stored yet, as the house allows it."""
    return mark_safe(clean(html))


@register.filter
def byline(article: Article) -> str:
    return sentences.byline([line.author.name for line in article.bylines.all()])


@register.filter
def held(role: PersonRole) -> str:
    return sentences.held(role.since, role.until)


@register.filter
def name_parts(row: Person | Author) -> Filed:
    """The pieces of the name; the family name is by what it is sorted."""
    return filed(row.name, getattr(row, "family_name", ""))


@register.filter
def in_script(name: str) -> SafeString:
    """A name in another script than ours says so: to whoever reads it aloud, and for its direction."""
    language = SCRIPT_LANGUAGES.get(script_of(name))
    return mark_safe(f'<bdi lang="{language}">{escape(name)}</bdi>' if language else escape(name))


@register.filter
def aliases(person: Person) -> list[str]:
    """The other names; reads what is prefetched."""
    return [name.name for name in person.names.all() if name.name != person.name]


@register.filter
def of(values: Mapping[int, Any] | None, row: Any) -> Any:
    """What there is of the row (a count, its quotes); None where there is nothing."""
    return values.get(row.pk) if values else None


@register.simple_tag
def choices(name: str, values: Iterable[Any]) -> SafeString:
    """Boxes to tick. Made here, for a list's filters have more than a hundred; all but the name is ours."""
    return mark_safe("\n".join(_choice(name, one) for one in values))


def _choice(name: str, one: Any) -> str:
    checked, count = " checked" if one.is_chosen else "", ""
    if one.count is not None:
        count = f' <span class="facet__count">{sentences.number(one.count)}</span>'
    box = f'<input type="checkbox" name="{name}" value="{escape(one.slug)}"{checked}> <span>{escape(one.name)}</span>'
    return f'<li class="facet__choice facet__choice--{one.depth}"><label>{box}</label>{count}</li>'


@register.simple_tag
def quotations(quotes: Iterable[Sentence]) -> SafeString:
    """The sentences in which somebody is named."""
    return mark_safe("".join(f'<p class="row__standfirst row__quote">{_names_set_apart(one)}</p>' for one in quotes))


def _names_set_apart(sentence: Sentence) -> str:
    return "".join(f"<strong>{escape(text)}</strong>" if is_name else escape(text) for text, is_name in sentence)


@register.simple_tag
def neighbours(these: Iterable[Any], language: str = "") -> SafeString:
    """What goes with a list, each with the count of what it shares with it; `language` is the attribute that says in
    which the names are."""
    return mark_safe("\n".join(_neighbour(one, language) for one in these))


def _neighbour(one: Any, language: str) -> str:
    count = sentences.number(one.count)
    articles = sentences.articles_counted(one.count)
    said = escape(_("%(articles)s mit %(name)s") % {"articles": articles, "name": one.name})
    shared = f'<a class="companions__shared" href="{escape(one.query)}" aria-label="{said}">{count}</a>'
    return f'<li><a href="{one.url}"{language}>{in_script(one.name)}</a> {shared}</li>'


@register.simple_tag
def chart_bars(chart: BarChart) -> SafeString:
    """The bars with what they say and their ticks; made here, for there may be hundreds."""
    return mark_safe("\n".join(_bar(bar, chart) + _tick(bar, chart) for bar in chart.bars))


def _bar(bar: Bar, chart: BarChart) -> str:
    column = bar.column
    if not column.count:
        return ""
    said = escape(f"{column.label}: {sentences.articles_counted(column.count)}")
    faint = " chart__bar--faint" if column.is_faint else ""
    return (
        f'<a href="{escape(column.url)}" aria-label="{said}"><title>{said}</title>'
        f'<rect class="chart__reach" x="{bar.x}" y="0" width="{bar.width}" height="{chart.height}"/>'
        f'<rect class="chart__bar{faint}" x="{bar.x}" y="{bar.y}" width="{bar.width}" height="{bar.height}"/></a>'
    )


def _tick(bar: Bar, chart: BarChart) -> str:
    if not bar.column.tick:
        return ""
    if not chart.is_narrow:
        place, kind = bar.middle, ""
    elif float(bar.x) > chart.width - LABEL_WIDTH:
        place, kind = str(chart.width), " chart__label--end"
    else:
        place, kind = bar.x, " chart__label--start"
    return f'<text class="chart__label{kind}" x="{place}" y="{chart.label_y}">{escape(bar.column.tick)}</text>'


@register.simple_tag
def chart_rows(chart: BarChart) -> SafeString:
    """The same as the rows of a table."""
    return mark_safe("\n".join(_chart_row(bar.column) for bar in chart.bars))


def _chart_row(column: Column) -> str:
    label = escape(column.label)
    label = f'<a href="{escape(column.url)}">{label}</a>' if column.count else label
    return f'<tr><th scope="row">{label}</th><td>{sentences.number(column.count)}</td></tr>'


@register.simple_tag
def heat_day(day: Day | None, base: str, kept: str, shows: bool) -> SafeString:
    """A day's cell in a calendar; made here, for a year has 365. `shows` sets the count under the day."""
    if day is None:
        return mark_safe("<td></td>")
    if day.count == 0:
        return format_html("<td>{}</td>", day.date.day)
    address = f"{base}{day.date.year:04}/{day.date.month:02}/{day.date.day:02}/{kept}"
    if day.count is None:
        return format_html('<td class="heat-{}"><a href="{}">{}</a></td>', day.level, address, day.date.day)
    cell = '<td class="heat-{}"><a href="{}" title="{}">{}{}<span class="visually-hidden">. {}</span></a></td>'
    said, seen = sentences.articles_counted(day.count), _HEAT_COUNT.format(sentences.number(day.count)) if shows else ""
    return format_html(cell, day.level, address, said, day.date.day, mark_safe(seen), said)


@register.simple_tag
def heat_month(first: date, count: int | None, level: int, year_url: str) -> SafeString:
    """A month in the line of its year: its initial, darker the more there is."""
    name = date_format(first, "F")
    if count == 0:
        return format_html('<li aria-hidden="true">{}</li>', name[:1])
    said = name if count is None else f"{name}: {sentences.articles_counted(count)}"
    cell = '<li class="heat-{}"><a href="{}" title="{}"><span aria-hidden="true">{}</span>{}</a></li>'
    hidden = format_html('<span class="visually-hidden">{}</span>', said)
    # format_html makes text of numbers first, and text is filled up on the other side
    return format_html(cell, level, f"{year_url}{first.month:02}/", said, name[:1], hidden)


@register.simple_tag
def page_window(page: int, pages: int) -> list[int | None]:
    """The page numbers to show: the first, the last, those around the current one; None is a gap."""
    near = {1, pages, *range(max(page - WINDOW, 1), min(page + WINDOW, pages) + 1)}
    shown: list[int | None] = []
    for number in sorted(near):
        if shown and shown[-1] is not None and number > shown[-1] + 1:
            shown.append(None)
        shown.append(number)
    return shown


@register.simple_tag(takes_context=True)
def canonical(context: Mapping[str, Any]) -> str:
    """The German address of this page, without search words and filters; further pages of a list keep their number."""
    request: HttpRequest = context["request"]
    is_paged = "listing" in context or "page" in context
    page = page_number(request.GET.get("page", 1)) if is_paged else 1
    return addresses.absolute(request, request.path) + (f"?page={page}" if page > 1 else "")


@register.simple_tag(takes_context=True)
def absolute(context: Mapping[str, Any], address: str) -> str:
    """The German address of another page, whole."""
    return addresses.absolute(context["request"], address)


@register.simple_tag
def below(article: Article, name: str) -> str:
    """What machines find below an article's address; it has no language."""
    return german(article.get_absolute_url()) + name


@register.simple_tag
def mail_to(headline: str, address: str) -> str:
    """A letter to nobody yet, with the headline and the address in it."""
    return f"mailto:?{urlencode({'subject': headline, 'body': address}, quote_via=quote)}"


@register.simple_tag(takes_context=True)
def this_page_in(context: Mapping[str, Any], language: str) -> str:
    """This page's address in the other language of the interface, filters kept."""
    request: HttpRequest = context["request"]
    path = german(request.path) if language == "de" else english(request.path)
    query = request.GET.urlencode()
    return path + (f"?{query}" if query else "")


@register.simple_tag(takes_context=True)
def download(context: Mapping[str, Any], name: str) -> str:
    """The same list as a feed or an export: `name` below this page, filters kept. Machines get no language."""
    request: HttpRequest = context["request"]
    query = request.GET.copy()
    for paging in ("page", "sort", "facet", "name"):
        query.pop(paging, None)
    return german(request.path) + name + (f"?{query.urlencode()}" if query else "")
