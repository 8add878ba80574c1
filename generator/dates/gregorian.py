"""Day numbers of the proleptic Gregorian calendar, for any year.

Day 1 is 0001-01-01, as in `datetime.date.toordinal`; years are astronomical: year 0 is 1 BCE.
"""

from datetime import date

_CYCLE_YEARS = 400
_CYCLE_DAYS = 146_097
_BEFORE_MONTH = (0, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334)
_LENGTHS = (0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def is_leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def days_in_month(year: int, month: int) -> int:
    return 29 if month == 2 and is_leap(year) else _LENGTHS[month]


def ordinal(year: int, month: int = 1, day: int = 1) -> int:
    """The day number of a valid date."""
    past = year - 1
    leap = month > 2 and is_leap(year)
    return 365 * past + past // 4 - past // 100 + past // 400 + _BEFORE_MONTH[month] + leap + day


def civil(number: int) -> tuple[int, int, int]:
    """(year, month, day) of a day number: the inverse of `ordinal`."""
    cycles, rest = divmod(number - 1, _CYCLE_DAYS)
    found = date.fromordinal(rest + 1)
    return found.year + cycles * _CYCLE_YEARS, found.month, found.day


def weekday(number: int) -> int:
    """1 for Monday to 7 for Sunday (ISO 8601)."""
    return (number - 1) % 7 + 1


def add_months(year: int, month: int, count: int) -> tuple[int, int]:
    """(year, month) that lies `count` months later, or earlier when negative."""
    years, index = divmod(month - 1 + count, 12)
    return year + years, index + 1


def iso_week(number: int) -> tuple[int, int]:
    """(ISO year, week) of a day number."""
    thursday = number - weekday(number) + 4
    year = civil(thursday)[0]
    return year, (thursday - ordinal(year)) // 7 + 1


def week_start(year: int, week: int) -> int:
    """The day number of the Monday that begins an ISO week."""
    fourth = ordinal(year, 1, 4)
    return fourth - weekday(fourth) + 1 + 7 * (week - 1)
