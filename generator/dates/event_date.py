"""When something happened, as exactly as it is known and no more."""

from typing import Literal

import msgspec

from generator.dates.gregorian import civil, days_in_month, ordinal

Precision = Literal[
    "day",
    "month",
    "season",
    "quarter",
    "half",
    "year",
    "decade",
    "century",
    "millennium",
    "interval",
    "set",
]

"""How exactly a date is known, from the left: `1985-04-XX` is known to the month. An "interval" has
two ends, or a span without a name of its own; a "set" is one of several dates, or all of them."""

_UNBOUNDED = 1 << 62


class DateError(ValueError):
    """Raised for text that is no date; `hint` says how to mend it, or is empty."""

    def __init__(self, message: str, hint: str = "") -> None:
        self.message = message
        self.hint = hint
        super().__init__(f"{message} ({hint})" if hint else message)


class EventDate(msgspec.Struct, frozen=True):
    """A date of an event. Make one with `parse_edtf`, `read_date` or `day`.

    Everything else follows from `edtf`, so two dates are equal when their EDTF is.
    """

    edtf: str
    """ISO 8601-2 (EDTF), canonical."""
    earliest: int | None
    """First possible day (proleptic Gregorian, 1 is 0001-01-01); None: open or unknown."""
    latest: int | None
    """Last possible day; None: open or unknown."""
    precision: Precision
    approximate: bool = False
    uncertain: bool = False
    time: str = ""
    """`HH:MM` or `HH:MM:SS`, or "" when only the day is known."""
    offset: str = ""
    """`Z`, `±HH` or `±HH:MM` as written, or "" when unknown."""

    def __str__(self) -> str:
        return self.edtf

    @property
    def open_start(self) -> bool:
        return self.earliest is None

    @property
    def open_end(self) -> bool:
        return self.latest is None

    @property
    def year(self) -> int:
        """The year to file the date under: of its first day, or of its last when that is open."""
        known = self.earliest if self.earliest is not None else self.latest
        return civil(known)[0] if known is not None else 0

    @property
    def sort_key(self) -> tuple[int, int, int, int, str]:
        """A total order: by start, then the narrower first, then time of day, then end.

        A date with an open start ("until 1850") is placed at its end, the only day it names.
        A day without a time comes before the times of that day. Times compare as written: an
        event belongs to the day that it had where it happened.
        """
        end = self.latest if self.latest is not None else _UNBOUNDED
        if self.earliest is None:
            return (end, _UNBOUNDED, -1, end, self.edtf)
        width = end - self.earliest if self.latest is not None else _UNBOUNDED
        return (self.earliest, width, _seconds(self.time), end, self.edtf)

    def overlaps(self, other: "EventDate") -> bool:
        """Whether some day may belong to both."""
        return self.distance(other) == 0

    def contains(self, other: "EventDate") -> bool:
        """Whether every day that may be `other`'s may be this date's too."""
        starts = self.earliest is None or (
            other.earliest is not None and self.earliest <= other.earliest
        )
        ends = self.latest is None or (other.latest is not None and other.latest <= self.latest)
        return starts and ends

    def distance(self, other: "EventDate") -> int:
        """Days from the end of the earlier to the start of the later; 0 when they overlap."""
        if self.latest is not None and other.earliest is not None and self.latest < other.earliest:
            return other.earliest - self.latest
        if other.latest is not None and self.earliest is not None and other.latest < self.earliest:
            return self.earliest - other.latest
        return 0


def _seconds(time: str) -> int:
    if not time:
        return -1
    hours, minutes, *rest = (int(part) for part in time.split(":"))
    return hours * 3600 + minutes * 60 + (rest[0] if rest else 0)


def day(year: int, month: int, number: int) -> EventDate:
    """One day of the proleptic Gregorian calendar.

    Args:
        year: -9999 to 9999, astronomical: 0 is 1 BCE.
        month: 1 to 12.
        number: of the day, from 1.

    Raises:
        DateError: when the calendar has no such day.
    """
    if not -9999 <= year <= 9999:
        raise DateError(f"the year {year} has more than four digits", "write the year alone")
    if not 1 <= month <= 12:
        raise DateError(f"there is no month {month}", "months are 1 to 12")
    if not 1 <= number <= days_in_month(year, month):
        raise DateError(
            f"{year_text(year)}-{month:02} has no day {number}",
            f"its last day is {days_in_month(year, month)}",
        )
    at = ordinal(year, month, number)
    return EventDate(f"{year_text(year)}-{month:02}-{number:02}", at, at, "day")


def year_text(year: int) -> str:
    """The year as EDTF writes it: `0476`, `-0043`, `Y-12000`."""
    if abs(year) > 9999:
        return f"Y{year}"
    return f"-{-year:04}" if year < 0 else f"{year:04}"
