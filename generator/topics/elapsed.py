"""How long before: "four months earlier", never more exact than the dates are."""

from typing import Literal

from generator.dates import EventDate
from generator.entries.languages import words_en

_DAY_EXACT = 14
_WEEK_EXACT = 60
_MONTH_EXACT = 700
_MONTH = 30.44
_YEAR = 365.25

_NAMES = {value: word for word, value in reversed(words_en.NUMBERS.items())}


Unit = Literal["day", "week", "month", "year"]


def elapsed(earlier: EventDate, later: EventDate) -> str:
    """The time from one date to another in words, or "" when it is not known.

    >>> from generator.dates import day
    >>> elapsed(day(2022, 9, 20), day(2023, 1, 26))
    'four months earlier'
    """
    found = span(earlier, later)
    if found is None:
        return ""
    return "the day before" if found == (1, "day") else _words(*found)


def span(earlier: EventDate, later: EventDate) -> tuple[int, Unit] | None:
    """How many days, weeks, months or years lie between two dates; None when that is not known.

    >>> from generator.dates import day
    >>> span(day(2022, 9, 20), day(2023, 1, 26))
    (4, 'month')
    """
    start = earlier.earliest if earlier.earliest is not None else earlier.latest
    end = later.earliest if later.earliest is not None else later.latest
    if start is None or end is None or end <= start:
        return None
    days = end - start
    widths = [
        date.latest - date.earliest
        for date in (earlier, later)
        if date.earliest is not None and date.latest is not None and date.precision != "interval"
    ]
    blur = max(widths, default=0)
    if blur >= 300 or days > _MONTH_EXACT:
        years = round(days / _YEAR) if blur < 300 else later.year - earlier.year
        return (years, "year") if years else None
    if blur >= 20 or days > _WEEK_EXACT:
        months = round(days / _MONTH)
        return (months, "month") if months else None
    return (days, "day") if days < _DAY_EXACT else (round(days / 7), "week")


def _words(number: int, unit: str) -> str:
    written = _NAMES[number] if number <= 10 else str(number)
    return f"{written} {unit}{'' if number == 1 else 's'} earlier"
