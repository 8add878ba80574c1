"""Reads EDTF, the Extended Date/Time Format of ISO 8601-2:2019.

Levels 0 and 1 whole; of level 2 exponential years, significant digits, sub-year groupings (21-41),
sets, qualification of parts and unspecified digits anywhere. Two limits are ours, because a date
places an event: an interval must have at least one end, and its ends are in order.

The years of EDTF are astronomical: `0000` is 1 BCE and `-0043` is 44 BCE.
"""

import re
from collections.abc import Iterator
from itertools import product
from typing import NamedTuple

from generator.dates.event_date import DateError, EventDate, Precision, day, year_text
from generator.dates.gregorian import add_months, days_in_month, ordinal

_MAX_YEAR = 10**12
_MAX_LENGTH = 500

_PLAIN_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_DATE = re.compile(
    r"(?P<yl>[?~%]?)(?P<y>-?[0-9X]{4})(?:S(?P<sig>\d{1,2}))?(?P<yr>[?~%]?)"
    r"(?:-(?P<ml>[?~%]?)(?P<m>[0-9X]{2})(?P<mr>[?~%]?)"
    r"(?:-(?P<dl>[?~%]?)(?P<d>[0-9X]{2})(?P<dr>[?~%]?))?)?"
)
_LONG_YEAR = r"Y(-?)(\d{1,15})(?:E(\d{1,4}))?(?:S(\d{1,2}))?([?~%]?)"
_TIME = r"(\d{4}-\d\d-\d\d)T(\d\d):(\d\d):(\d\d)(Z|[+-]\d\d(?::\d\d)?)?"

# First month and count of months of each sub-year grouping. The meteorological quarters stand for
# seasons; a winter (a southern summer) begins in the December of its year.
_GROUPS: dict[int, tuple[int, int, Precision]] = {
    **{21 + i: (3 + 3 * i, 3, "season") for i in range(4)},
    **{25 + i: (3 + 3 * i, 3, "season") for i in range(4)},
    **{29 + i: ((9, 12, 3, 6)[i], 3, "season") for i in range(4)},
    **{33 + i: (1 + 3 * i, 3, "quarter") for i in range(4)},
    **{37 + i: (1 + 4 * i, 4, "interval") for i in range(3)},
    **{40 + i: (1 + 6 * i, 6, "half") for i in range(2)},
}
_BY_UNKNOWN: dict[int, Precision] = {0: "year", 1: "decade", 2: "century", 3: "millennium"}


class _Span(NamedTuple):
    earliest: int | None
    latest: int | None
    precision: Precision
    qualifiers: str


def parse_edtf(text: str) -> EventDate:
    """The date that an EDTF string says; its `edtf` is that string without needless spaces.

    The format is ISO 8601-2:2019, as the Library of Congress publishes it
    (https://www.loc.gov/standards/datetime/); the head of this module says which parts are read.

    Args:
        text: at most 500 characters; years are astronomical (`0000` is 1 BCE).

    Raises:
        DateError: when it is not EDTF, or names a day that no calendar has.
    """
    text = text.strip()
    plain = _PLAIN_DAY.fullmatch(text)
    if plain and text.isascii():
        return day(int(plain[1]), int(plain[2]), int(plain[3]))
    if not text.isascii() or len(text) > _MAX_LENGTH or not text:
        raise DateError(
            f'"{text[:40]}" is not an EDTF date', "for example 1993, 2020-05 or 1967/.."
        )
    timed = re.fullmatch(_TIME, text)
    if timed:
        return _with_time(text, timed)
    if text[0] in "[{":
        text = text.replace(", ", ",")
        span = _set(text)
    elif "/" in text:
        span = _interval(text)
    else:
        span = _single(text)
    return EventDate(
        text,
        span.earliest,
        span.latest,
        span.precision,
        approximate="~" in span.qualifiers or "%" in span.qualifiers,
        uncertain="?" in span.qualifiers or "%" in span.qualifiers,
    )


def _with_time(text: str, found: re.Match[str]) -> EventDate:
    date, hours, minutes, seconds, offset = found.groups()
    if int(hours) > 23 or int(minutes) > 59 or int(seconds) > 59:
        hint = "00:00:00 to 23:59:59; the end of a day is 00:00:00 of the next"
        raise DateError(f"there is no time {hours}:{minutes}:{seconds}", hint)
    if offset and offset != "Z":
        far, _, small = offset[1:].partition(":")
        if int(far) > 18 or int(small or 0) > 59:
            raise DateError(f"there is no offset {offset} from UTC", "write ±HH:MM")
    plain = parse_edtf(date)
    time = f"{hours}:{minutes}" if seconds == "00" else f"{hours}:{minutes}:{seconds}"
    return EventDate(text, plain.earliest, plain.latest, "day", time=time, offset=offset or "")


def _interval(text: str) -> _Span:
    start, _, end = text.partition("/")
    if "/" in end:
        raise DateError(f'"{text}" has more than two ends', "write START/END")
    first = _single(start) if start not in ("", "..") else None
    last = _single(end) if end not in ("", "..") else None
    if first is None and last is None:
        raise DateError(f'"{text}" says no date at all', "give it a start or an end")
    earliest = first.earliest if first else None
    latest = last.latest if last else None
    if first and last and (first.earliest or 0) > (last.latest or 0):
        raise DateError(f'"{text}" ends before it starts', f"did you mean {end}/{start}?")
    qualifiers = (first.qualifiers if first else "") + (last.qualifiers if last else "")
    return _Span(earliest, latest, "interval", qualifiers)


def _set(text: str) -> _Span:
    closing = "]" if text[0] == "[" else "}"
    if text[-1] != closing or len(text) < 3:
        raise DateError(f'"{text}" is not closed', f"it needs {closing} at its end")
    spans: list[_Span] = []
    for item in text[1:-1].split(","):
        start, dots, end = item.partition("..")
        if not dots:
            spans.append(_single(start))
            continue
        first = _single(start) if start else None
        last = _single(end) if end else None
        if first is None and last is None:
            raise DateError(f'"{text}" says no date at all', "give each range a start or an end")
        if first and last and (first.earliest or 0) > (last.latest or 0):
            raise DateError(f'"{item}" ends before it starts', f"did you mean {end}..{start}?")
        spans.append(
            _Span(
                first.earliest if first else None,
                last.latest if last else None,
                "interval",
                (first.qualifiers if first else "") + (last.qualifiers if last else ""),
            )
        )
    starts = [span.earliest for span in spans]
    ends = [span.latest for span in spans]
    known_starts = [start for start in starts if start is not None]
    known_ends = [end for end in ends if end is not None]
    return _Span(
        min(known_starts) if len(known_starts) == len(starts) else None,
        max(known_ends) if len(known_ends) == len(ends) else None,
        "set",
        "".join(span.qualifiers for span in spans),
    )


def _single(text: str) -> _Span:
    """A date that is no interval, no set and has no time."""
    if text.startswith("Y"):
        return _long_year(text)
    found = _DATE.fullmatch(text)
    if not found:
        raise DateError(
            f'"{text}" is not an EDTF date', "for example 1993, 2020-05, 1850~ or 1967/.."
        )
    for left, right in (("yl", "yr"), ("ml", "mr"), ("dl", "dr")):
        if found[left] and found[right]:
            raise DateError(f'"{text}" qualifies one part twice', "keep one of the two marks")
    qualifiers = "".join(found[name] or "" for name in ("yl", "yr", "ml", "mr", "dl", "dr"))
    if found["y"] == "-0000":
        raise DateError("there is no year -0000", "1 BCE is 0000")
    if found["sig"]:
        if found["m"] or "X" in found["y"]:
            raise DateError(f'"{text}" has significant digits', "only a whole year may have them")
        return _significant(int(found["y"]), int(found["sig"]), qualifiers)
    return _Span(*_bounds(text, found["y"], found["m"], found["d"]), qualifiers)


def _bounds(
    text: str, year: str, month: str | None, number: str | None
) -> tuple[int, int, Precision]:
    if month is not None and "X" not in month and int(month) in _GROUPS:
        if number is not None or "X" in year:
            raise DateError(f'"{text}" is no season', "write the year and the season alone")
        first, count, precision = _GROUPS[int(month)]
        start = ordinal(int(year), first)
        return start, ordinal(*add_months(int(year), first, count)) - 1, precision
    if month is not None and "X" not in month and not 1 <= int(month) <= 12:
        raise DateError(f"there is no month {month}", "months are 01 to 12, seasons 21 to 41")
    if "X" not in year + (month or "") + (number or ""):
        return _plain(int(year), month, number)
    earliest = next(_days(year, month, number, last=False), None)
    latest = next(_days(year, month, number, last=True), None)
    if earliest is None or latest is None:
        raise DateError(f"no calendar has a day {text}", "check the month and the day")
    return earliest, latest, _known_to(year, month, number)


def _plain(year: int, month: str | None, number: str | None) -> tuple[int, int, Precision]:
    if month is None:
        return ordinal(year), ordinal(year, 12, 31), "year"
    at = int(month)
    if number is None:
        return ordinal(year, at), ordinal(year, at, days_in_month(year, at)), "month"
    only = day(year, at, int(number)).earliest or 0
    return only, only, "day"


def _known_to(year: str, month: str | None, number: str | None) -> Precision:
    """The precision of what is known from the left: `1985-04-XX` is known to the month."""
    digits = year.lstrip("-")
    if "X" in digits:
        unknown = len(digits) - digits.index("X")
        return _BY_UNKNOWN.get(unknown, "interval")
    if month is None or "X" in month:
        return "year"
    return "month"


def _days(year: str, month: str | None, number: str | None, *, last: bool) -> Iterator[int]:
    """The days that fit, in order from the first, or from the last one back."""
    back = last != year.startswith("-")
    for digits in _fill(year.lstrip("-"), reverse=back):
        at = -digits if year.startswith("-") else digits
        for in_year in _fill(month or "XX", reverse=last):
            if not 1 <= in_year <= 12:
                continue
            for in_month in _fill(number or "XX", reverse=last):
                if 1 <= in_month <= days_in_month(at, in_year):
                    yield ordinal(at, in_year, in_month)


def _fill(pattern: str, *, reverse: bool) -> Iterator[int]:
    choices = [("9876543210" if reverse else "0123456789") if c == "X" else c for c in pattern]
    return (int("".join(digits)) for digits in product(*choices))


def _long_year(text: str) -> _Span:
    found = re.fullmatch(_LONG_YEAR, text)
    if not found:
        raise DateError(f'"{text}" is not a year', "Y and more than four digits, as in Y-12000")
    sign, digits, exponent, significant, qualifier = found.groups()
    if digits.startswith("0"):
        raise DateError(f'"{text}" has zeros before its year', "leave them out")
    if int(exponent or 0) > 12 or int(digits) * 10 ** int(exponent or 0) > _MAX_YEAR:
        raise DateError(f'"{text}" is too far away', "the largest year is 10 to the power of 12")
    year = int(digits) * 10 ** int(exponent or 0) * (-1 if sign else 1)
    if abs(year) <= 9999:
        raise DateError(f'"{text}" has four digits or fewer', f"write {year_text(year)}")
    if significant:
        return _significant(year, int(significant), qualifier)
    return _Span(ordinal(year), ordinal(year, 12, 31), "year", qualifier)


def _significant(year: int, digits: int, qualifiers: str) -> _Span:
    size = len(year_text(abs(year)).lstrip("Y"))
    if not 1 <= digits <= size:
        raise DateError(f"a year of {size} digits has no {digits} significant ones", "")
    step = 10 ** (size - digits)
    low = abs(year) // step * step
    first, last = (low, low + step - 1) if year >= 0 else (-low - step + 1, -low)
    return _Span(
        ordinal(first),
        ordinal(last, 12, 31),
        _BY_UNKNOWN.get(size - digits, "interval"),
        qualifiers,
    )
