"""Which year and month an event is listed under, and what stretches of years are called."""

from collections.abc import Iterable
from functools import lru_cache

import msgspec

from generator import dates
from generator.dates import EventDate
from generator.dates.gregorian import civil
from generator.model import Entry

_RIGHT_TO_LEFT = frozenset({"ar", "arc", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"})


def is_right_to_left(language: str) -> bool:
    """Whether a language is written, and its time drawn, from right to left."""
    return language.partition("-")[0].lower() in _RIGHT_TO_LEFT


class Place(msgspec.Struct, frozen=True):
    """Where an event is listed."""

    year: int
    month: int = 0
    """1 to 12; 0 when the date is not known to the month, or spans several."""
    wide: bool = False
    """Whether the date reaches past the year: a decade, an open interval."""


@lru_cache(maxsize=20_000)
def place(date: EventDate) -> Place:
    """The year, and if known the month, under which a date is listed.

    A date that reaches over several years stands under the first of them.
    """
    if date.earliest is None or date.latest is None:
        return Place(year=date.year, wide=True)
    first, last = civil(date.earliest), civil(date.latest)
    if first[0] != last[0]:
        return Place(year=date.year, wide=True)
    return Place(year=first[0], month=first[1] if first[1] == last[1] else 0)


def day(date: EventDate) -> int:
    """The day of the month, 1 to 31; 0 when the date is not known to the day."""
    if date.earliest is None or date.earliest != date.latest:
        return 0
    return civil(date.earliest)[2]


def anniversary(date: EventDate) -> str:
    """ "MM-DD" of a date that is known to the day and for sure, else ""."""
    if not day(date) or date.approximate or date.uncertain or date.earliest is None:
        return ""
    _, month, number = civil(date.earliest)
    return f"{month:02d}-{number:02d}"


def by_year(entries: Iterable[Entry]) -> dict[int, tuple[Entry, ...]]:
    """The entries of each year, years ascending."""
    found: dict[int, list[Entry]] = {}
    for entry in entries:
        found.setdefault(place(entry.date).year, []).append(entry)
    return {year: tuple(found[year]) for year in sorted(found)}


@lru_cache(maxsize=4096)
def year_text(year: int, locale: str) -> str:
    """A year as readers write it: "1993", "44 BC"."""
    return dates.format_date(dates.parse_edtf(_edtf_year(year)), locale)


@lru_cache(maxsize=4096)
def month_text(year: int, month: int, locale: str) -> str:
    """A month of a year as readers write it: "September 1993"."""
    return dates.format_date(dates.parse_edtf(f"{_edtf_year(year)}-{month:02d}"), locale)


def day_text(year: int, month: int, number: int, locale: str) -> str:
    """A day as readers write it: "13 September 1993"."""
    text = f"{_edtf_year(year)}-{month:02d}-{number:02d}"
    return dates.format_date(dates.parse_edtf(text), locale)


@lru_cache(maxsize=64)
def month_name(month: int, locale: str) -> str:
    """The name of a month: "September"."""
    return dates.format_month(month, locale)


def month_day_text(month: int, number: int, locale: str) -> str:
    """A day of every year as readers write it: "13 September"."""
    return dates.format_month_day(month, number, locale)


def span_text(first: int, last: int, locale: str) -> str:
    """A stretch of years: "1990–1999"; the one year when it is no longer."""
    if first == last:
        return year_text(first, locale)
    joint = "–" if first > 0 else " – "
    return f"{year_text(first, locale)}{joint}{year_text(last, locale)}"


@lru_cache(maxsize=4096)
def group_text(start: int, size: int, locale: str) -> str:
    """A decade or century of astronomical years: "1990s", "1900–1999"."""
    if size == 10 and 1000 <= start <= 9999:
        return dates.format_date(dates.parse_edtf(f"{start // 10}X"), locale)
    return span_text(start, start + size - 1, locale)


def _edtf_year(year: int) -> str:
    sign = "-" if year < 0 else ""
    # EDTF writes longer years with a letter before them.
    return f"{sign}{abs(year):04d}" if abs(year) <= 9999 else f"Y{year}"
