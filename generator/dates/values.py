"""TIMEX3 values: from days to values, and from values to the dates of events."""

import re
from functools import lru_cache
from typing import Literal, NamedTuple

from generator.dates.edtf import parse_edtf
from generator.dates.event_date import DateError, EventDate, year_text
from generator.dates.gregorian import (
    add_months,
    civil,
    days_in_month,
    iso_week,
    ordinal,
    week_start,
)

Unit = Literal[
    "day", "weekend", "week", "fortnight", "month", "season", "quarter", "half", "year", "decade",
    "century", "millennium",
]  # fmt: skip

SEASONS = ("SP", "SU", "FA", "WI")
_SEASON_OF_MONTH = (0, "WI", "WI", "SP", "SP", "SP", "SU", "SU", "SU", "FA", "FA", "FA", "WI")
_MONTHS = {"month": 1, "season": 3, "quarter": 3, "half": 6, "year": 12, "decade": 120}
_DAYS = {"day": 1, "weekend": 7, "week": 7, "fortnight": 14}

_CALENDAR = re.compile(
    r"(?:BC)?(?P<year>\d{4})"
    r"(?:-(?:(?P<month>\d\d)(?:-(?P<day>\d\d)(?:T(?P<time>\S*))?)?"
    r"|W(?P<week>\d\d)(?P<weekend>-WE)?"
    r"|(?P<season>SP|SU|FA|WI)|Q(?P<quarter>[1-4])|H(?P<half>[12])))?"
)
_CLOCK = re.compile(r"(\d\d)(?::(\d\d)(?::(\d\d))?)?(Z|[+-]\d\d(?::?\d\d)?)?")


class Place(NamedTuple):
    """A calendar value as a place to reckon from."""

    day: int
    """Its first day."""
    unit: Unit


def year_value(year: int) -> str:
    return f"BC{1 - year:04}" if year <= 0 else f"{year:04}"


def day_value(day: int) -> str:
    year, month, number = civil(day)
    return f"{year_value(year)}-{month:02}-{number:02}"


def value_at(day: int, unit: Unit) -> str:
    """The value of the `unit` that a day lies in."""
    year, month, _ = civil(day)
    match unit:
        case "day":
            return day_value(day)
        case "week" | "fortnight" | "weekend":
            of_year, week = iso_week(day)
            return f"{year_value(of_year)}-W{week:02}" + ("-WE" if unit == "weekend" else "")
        case "month":
            return f"{year_value(year)}-{month:02}"
        case "season":
            of_year = year - 1 if month < 3 else year
            return f"{year_value(of_year)}-{_SEASON_OF_MONTH[month]}"
        case "quarter":
            return f"{year_value(year)}-Q{(month + 2) // 3}"
        case "half":
            return f"{year_value(year)}-H{(month + 5) // 6}"
        case "year":
            return year_value(year)
        case "decade":
            return year_value(year)[:-1]
        case "century":
            return year_value(year)[:-2]
        case "millennium":
            return year_value(year)[:-3]


def shift(day: int, count: int, unit: Unit) -> int:
    """The day that lies `count` units later, in the calendar's own steps."""
    if unit in _DAYS:
        return day + count * _DAYS[unit]
    months = count * _MONTHS.get(unit, 1200 if unit == "century" else 12_000)
    year, month, number = civil(day)
    year, month = add_months(year, month, months)
    return ordinal(year, month, min(number, days_in_month(year, month)))


@lru_cache(4096)
def place_of(value: str) -> Place | None:
    """Where a calendar value begins, or None for a value that names no place in the calendar."""
    if len(value) == 3 and value.isdigit():
        return Place(ordinal(int(value) * 10), "decade")
    found = _CALENDAR.fullmatch(value)
    if not found:
        return None
    year = 1 - int(found["year"]) if value.startswith("BC") else int(found["year"])
    try:
        if found["day"]:
            return Place(ordinal(year, int(found["month"]), int(found["day"])), "day")
        if found["month"]:
            return Place(ordinal(year, int(found["month"])), "month")
    except IndexError:
        return None
    if found["week"]:
        monday = week_start(year, int(found["week"]))
        return Place(monday + 5, "weekend") if found["weekend"] else Place(monday, "week")
    if found["season"]:
        return Place(ordinal(year, 3 + 3 * SEASONS.index(found["season"])), "season")
    if found["quarter"]:
        return Place(ordinal(year, 3 * int(found["quarter"]) - 2), "quarter")
    if found["half"]:
        return Place(ordinal(year, 6 * int(found["half"]) - 5), "half")
    return Place(ordinal(year), "year")


@lru_cache(4096)
def date_of(value: str) -> EventDate | None:
    """The date that a TIMEX3 value says, or None: a duration, a set, "PAST_REF"."""
    edtf = _edtf(value)
    return parsed(edtf) if edtf is not None else None


def parsed(edtf: str) -> EventDate | None:
    """The date that an EDTF string says, or None when it says none."""
    try:
        return parse_edtf(edtf)
    except DateError:
        return None


def _edtf(value: str) -> str | None:
    if value.isdigit() and len(value) in (2, 3):
        return value + "X" * (4 - len(value))
    found = _CALENDAR.fullmatch(value)
    if not found:
        return None
    year = year_text(1 - int(found["year"]) if value.startswith("BC") else int(found["year"]))
    if found["day"]:
        return f"{year}-{found['month']}-{found['day']}{_time(found['time'])}"
    if found["month"]:
        return f"{year}-{found['month']}"
    if found["week"]:
        monday = week_start(int(found["year"]), int(found["week"]))
        first = monday + 5 if found["weekend"] else monday
        return f"{day_value(first)}/{day_value(monday + 6)}"
    if found["season"]:
        return f"{year}-{21 + SEASONS.index(found['season'])}"
    if found["quarter"]:
        return f"{year}-{32 + int(found['quarter'])}"
    if found["half"]:
        return f"{year}-{39 + int(found['half'])}"
    return year


def _time(text: str | None) -> str:
    """A clock time as EDTF writes it; a part of the day ("MO") is no time."""
    clock = _CLOCK.fullmatch(text or "")
    if not clock or not clock[2] or clock[1] == "24":
        return ""
    offset = clock[4] or ""
    if len(offset) == 5:
        offset = f"{offset[:3]}:{offset[3:]}"
    return f"T{clock[1]}:{clock[2]}:{clock[3] or '00'}{offset}"


def beside(date: EventDate, *, after: bool) -> EventDate:
    """Strictly before or after a date, at its own precision."""
    if date.precision == "year":
        year = civil(date.earliest or 0)[0] + (1 if after else -1)
        edge = year_text(year)
    else:
        at = (date.latest or 0) + 1 if after else (date.earliest or 0) - 1
        year, month, number = civil(at)
        edge = f"{year_text(year)}-{month:02}" + (
            "" if date.precision == "month" else f"-{number:02}"
        )
    return parse_edtf(f"[{edge}..]" if after else f"[..{edge}]")
