"""When an article was published, and how we know.

Witnesses are heard in an order of trust; the first that speaks wins, and the others are kept, so
that `read --explain` can show what disagrees.
"""

import datetime
import re
from collections.abc import Iterable, Iterator
from typing import Literal

import msgspec

from generator.articles.months import MONTHS
from generator.dates import DateError, EventDate, day
from generator.model import Witness

DateOrder = Literal["dmy", "mdy"]

SOURCES = (
    "front matter",
    "JSON-LD",
    "meta tag",
    "feed",
    "time element",
    "address",
    "published line",
    "dateline",
    "updated line",
    "photo caption",
    "first lines",
    "text",
    "file name",
    "htmldate",
)
"""Where a date of publication can come from, the most trusted first."""

_UNSURE = frozenset({"first lines", "text", "file name", "htmldate"})
_OWN_DATA = ("JSON-LD", "meta tag", "address")
"""The witnesses that a page's publisher made on purpose, whose disagreement means something."""


class Dated(msgspec.Struct, frozen=True):
    """A full calendar date in a line."""

    start: int
    end: int
    date: EventDate
    sure: bool = True
    """False when day and month could be the other way round."""


class Stamp(msgspec.Struct, frozen=True):
    """The day of a time that a machine printed."""

    date: EventDate
    sure: bool = True
    utc_hour: int | None = None
    """The hour, when the time is in UTC."""


_EPOCH = re.compile(r"([1-9]\d{8,9})(?:\d{3})?")
_COMPACT = re.compile(r"((?:19|20)\d\d)(\d\d)(\d\d)(?=T|\s|$)")
_UTC = re.compile(r"[T ](\d\d):?\d\d(?::?\d\d(?:[.,]\d+)?)?\s?(?:Z|[+-]00:?00|UTC|GMT)(?![\w:])")
_NAMES = "|".join(sorted(MONTHS, key=lambda name: (-len(name), name)))
_NO_YEAR = r"(?!\d(?!\d?:\d\d))"
"""No figure behind the year, unless a clock time was glued to it: "May 5, 20199:40 AM"."""
_DATE = re.compile(  # Of a text in lower case, which is much faster than ignoring case.
    rf"""
      (?<![\d.])(?P<iso>(?P<y1>[12]\d{{3}})[-/.](?P<m1>\d{{1,2}})[-/.](?P<d1>\d{{1,2}}))(?!\d)
    | \b(?P<n2>{_NAMES})\b\.?\s+(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<y2>[12]\d{{3}}){_NO_YEAR}
    | (?<!\d)(?P<d3>\d{{1,2}})(?:st|nd|rd|th|er|\.|º|ª)?\s*(?:of\s|de\s|d['’])?\s*[-/]?
        (?P<n3>{_NAMES})\b\.?,?\s*[-/]?(?:de\s|del\s|of\s)?\s*(?P<y3>[12]\d{{3}}){_NO_YEAR}
    | (?<![\d./-])(?P<a4>\d{{1,2}})(?P<s4>[./-])
        (?P<b4>\d{{1,2}})(?P=s4)(?P<y4>(?:19|20)\d\d)(?![\d])
    | (?P<y5>[12]\d{{3}})\s?[年년]\s?(?P<m5>\d{{1,2}})\s?[月월]\s?(?P<d5>\d{{1,2}})\s?[日일]
    """,
    re.VERBOSE,
)
_DAY_MONTH = re.compile(
    rf"\b({_NAMES})\b\.?\s(\d{{1,2}})(?:st|nd|rd|th)?\b(?!\s\d{{4}})|"
    rf"\b(\d{{1,2}})(?:st|nd|rd|th|\.)?\s({_NAMES})\b(?!\.?,?\s\d{{4}})",
    re.IGNORECASE,
)
_BEFORE_YEAR = 30
"""More characters than can stand in a date before its year."""
_BEHIND_YEAR = 24
"""More than can stand in a date behind its year, and than is looked at to tell that it ends."""
_HAS_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_ADDRESS_DATE = re.compile(
    r"[/_-]((?:19|20)\d\d)[/_-]?(0[1-9]|1[0-2])[/_-]?(0[1-9]|[12]\d|3[01])(?:[/_.-]|"
    r"$)"
)
_ADDRESS_NAMED = re.compile(r"/((?:19|20)\d\d)/([a-z]{3})/(\d{1,2})(?:/|$)", re.IGNORECASE)


def dates_in(text: str, order: DateOrder | None = None) -> list[Dated]:
    """The full dates in `text`, from left to right.

    Figures alone ("3/4/2019") are read in `order`; without one, by whichever reading is possible,
    and as unsure when both are.
    """
    found: list[Dated] = []
    for match in _matches(text):
        group = match.groupdict()
        sure = True
        if group["iso"]:
            parts = (group["y1"], group["m1"], group["d1"])
        elif group["n2"]:
            parts = (group["y2"], _month(group["n2"]), group["d2"])
        elif group["n3"]:
            parts = (group["y3"], _month(group["n3"]), group["d3"])
        elif group["y5"]:
            parts = (group["y5"], group["m5"], group["d5"])
        else:
            first, second = int(group["a4"]), int(group["b4"])
            sure = first > 12 or second > 12 or first == second or order is not None
            # A point between figures is how German writes dates: the day comes first there,
            # except where it cannot.
            month_first = second > 12 or (first <= 12 and order == "mdy")
            parts = (group["y4"], group["a4"], group["b4"])
            if not month_first:
                parts = (group["y4"], group["b4"], group["a4"])
        date = _day(*parts)
        if date is not None:
            found.append(Dated(match.start(), match.end(), date, sure))
    return found


def _matches(text: str) -> Iterator[re.Match[str]]:
    """What looks like a date, looked for around the years only: most lines have none."""
    if _HAS_YEAR.search(text) is None:
        return
    behind = 0
    lowered = text.lower()
    if len(lowered) != len(text):  # A letter that becomes two: "İ".
        lowered = "".join(low if len(low := letter.lower()) == 1 else letter for letter in text)
    for year in _HAS_YEAR.finditer(text):
        start = max(behind, year.start() - _BEFORE_YEAR)
        for match in _DATE.finditer(lowered, start, year.end() + _BEHIND_YEAR):
            yield match
            behind = match.end()


def stamped(text: str, order: DateOrder | None = None) -> "Stamp | None":
    """The day that a machine-made time names, or the first date in `text`.

    Besides what `dates_in` finds: "20190405T100000Z", and seconds or milliseconds since 1970.
    """
    if match := _EPOCH.fullmatch(text):
        seconds = int(match[1])
        date = day(1970, 1, 1)
        days = seconds // 86_400
        if date.earliest is None:
            return None
        return Stamp(_from_ordinal(date.earliest + days), utc_hour=seconds % 86_400 // 3600)
    if match := _COMPACT.match(text):
        compact = _day(match[1], match[2], match[3])
        return Stamp(compact, utc_hour=_utc_hour(text)) if compact else None
    found = dates_in(text, order)
    return Stamp(found[0].date, found[0].sure, _utc_hour(text)) if found else None


def _utc_hour(text: str) -> int | None:
    match = _UTC.search(text)
    return int(match[1]) if match else None


def _from_ordinal(ordinal: int) -> EventDate:
    date = datetime.date.fromordinal(ordinal)
    return day(date.year, date.month, date.day)


def day_without_year(text: str, year: int) -> EventDate | None:
    """The first day and month in `text`, as a date of `year`: "Nov 19, 6:55 AM"."""
    match = _DAY_MONTH.search(text)
    if match is None:
        return None
    name, number = (match[1], match[2]) if match[1] else (match[4], match[3])
    return _day(str(year), _month(name), number)


def _month(name: str) -> str:
    """The month's number; "0", which is no month's, for a spelling that only looks like one."""
    return str(MONTHS.get(name.lower(), 0))


def _day(year: str, month: str, number: str) -> EventDate | None:
    try:
        return day(int(year), int(month), int(number))
    except DateError:
        return None


def date_in_address(url: str) -> EventDate | None:
    """The day that an address names, as in ".../2019/11/20/title"."""
    if match := _ADDRESS_DATE.search(url):
        return _day(match[1], match[2], match[3])
    match = _ADDRESS_NAMED.search(url)
    if match and match[2].lower() in MONTHS:
        return _day(match[1], str(MONTHS[match[2].lower()]), match[3])
    return None


class Claim(msgspec.Struct, frozen=True):
    """One witness of the date of publication."""

    date: EventDate
    source: str
    """One of `SOURCES`."""
    sure: bool = True
    utc_hour: int | None = None
    """The hour in UTC, where that is how the day was said: the publisher's own may be another."""


def choose(claims: Iterable[Claim]) -> tuple[EventDate | None, tuple[Witness, ...]]:
    """The date of the most trusted claim, and all claims as witnesses, that one first.

    Claims of one source keep their order: the first said wins. A day in UTC gives way to the day
    before or after it where the publisher's own data say that it was then that day with them.
    """
    ranked = sorted(claims, key=lambda claim: SOURCES.index(claim.source))
    for at, claim in enumerate(ranked):
        if claim.utc_hour is None and claim.sure and claim.source in _OWN_DATA:
            if _is_one_moment(ranked[0], claim):
                ranked.insert(0, ranked.pop(at))
            break
    witnesses = tuple(
        Witness(
            "published", claim.date.edtf, claim.source, claim.sure and claim.source not in _UNSURE
        )
        for claim in ranked
    )
    return (ranked[0].date if ranked else None), witnesses


def rivals(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """The first claim of each kind of the publisher's own data, where their days differ."""
    firsts: dict[str, Claim] = {}
    for claim in sorted(claims, key=lambda claim: SOURCES.index(claim.source)):
        if claim.sure and claim.source in _OWN_DATA:
            firsts.setdefault(claim.source, claim)
    told = tuple(firsts.values())
    differ = any(
        one.date != other.date and not _is_one_moment(one, other) and not _is_one_moment(other, one)
        for one in told
        for other in told
    )
    return told if differ else ()


def _is_one_moment(utc: Claim, local: Claim) -> bool:
    """The hour of `utc` fell on the day before or after in the zone of `local`."""
    if utc.utc_hour is None or utc.date.earliest is None or local.date.earliest is None:
        return False
    shift = local.date.earliest - utc.date.earliest
    # Zones reach from 12 hours behind to 14 hours ahead of UTC.
    return (shift == -1 and utc.utc_hour < 12) or (shift == 1 and utc.utc_hour >= 10)
