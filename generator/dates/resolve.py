"""Makes sense of a date expression: which day, month or year it means where it stands.

These are the words that a language's rules are written with; nothing here knows a language.
Expressions are reckoned from the document's creation time (DCT) or, where they point back into
the text, from the date before them.
"""

from collections.abc import Callable
from typing import Literal, NamedTuple

from generator.dates.gregorian import civil, days_in_month, ordinal, weekday
from generator.dates.rules import Reading, Tense
from generator.dates.timex import TimexType
from generator.dates.values import (
    SEASONS,
    Place,
    Unit,
    day_value,
    place_of,
    shift,
    value_at,
    year_value,
)

Mode = Literal["news", "narrative"]


class Context(NamedTuple):
    """Where an expression stands."""

    text: str
    start: int
    end: int
    mode: Mode
    dct: Place | None
    """The day of publication."""
    last: Place | None
    """The last date of the text before this one."""
    quarter: Place | None
    """The last quarter that the text spoke of."""
    dated: Place | None
    """The last day or month of the text: where its story is."""
    find_tense: Callable[[str, int, int], Tense]

    @property
    def tense(self) -> Tense:
        return self.find_tense(self.text, self.start, self.end)

    @property
    def now(self) -> Place | None:
        """What "today" means; a document without a date has its last date for one."""
        return self.dct or self.last

    @property
    def here(self) -> Place | None:
        """What "the next day" is reckoned from."""
        return self.last or self.dct

    @property
    def base(self) -> Place | None:
        """What a month or weekday without a year is reckoned from."""
        return self.here if self.mode == "narrative" else self.now

    def before(self, count: int) -> str:
        return self.text[max(0, self.start - count) : self.start]

    def after(self, count: int) -> str:
        return self.text[self.end : self.end + count]


def _from(ctx: Context, place: Place | None) -> str:
    if place is None:
        return ""
    name = "the date of publication" if place is ctx.dct else "the date before it"
    return f"{name}, {value_at(place.day, place.unit)}"


# Calendar dates that the words say in full.


def on_day(year: int, month: int, day: int, reason: str = "") -> Reading | None:
    if not 1 <= month <= 12 or not 1 <= day <= days_in_month(year, month):
        return None
    return Reading("DATE", f"{year_value(year)}-{month:02}-{day:02}", reason or "written in full")


def in_month(year: int, month: int, reason: str = "") -> Reading:
    return Reading("DATE", f"{year_value(year)}-{month:02}", reason or "written in full")


def in_year(year: int, reason: str = "") -> Reading:
    return Reading("DATE", year_value(year), reason or "written in full")


def in_season(year: int, season: int, reason: str = "") -> Reading:
    """`season`: 0 for spring to 3 for winter."""
    return Reading("DATE", f"{year_value(year)}-{SEASONS[season]}", reason or "written in full")


def in_quarter(year: int, quarter: int, reason: str = "") -> Reading:
    return Reading("DATE", f"{year_value(year)}-Q{quarter}", reason or "written in full")


def in_half(year: int, half: int, reason: str = "") -> Reading:
    return Reading("DATE", f"{year_value(year)}-H{half}", reason or "written in full")


def in_decade(first_year: int, reason: str = "") -> Reading:
    return Reading("DATE", year_value(first_year)[:-1], reason or "written in full")


def in_century(number: int, *, bce: bool = False) -> Reading:
    if bce:
        edtf = f"-{number - 1:02}XX" if number > 1 else "-00XX"
        return Reading("DATE", f"BC{number - 1:02}", "written in full", edtf)
    return Reading("DATE", f"{number - 1:02}", "written in full")


def in_millennium(number: int, *, bce: bool = False) -> Reading:
    era, sign = ("BC", "-") if bce else ("", "")
    return Reading("DATE", f"{era}{number - 1}", "written in full", f"{sign}{number - 1}XXX")


def two_digit_year(number: int, ctx: Context) -> int:
    """The year that ends in two digits and lies nearest to the document, at most 30 years ahead."""
    near = civil(ctx.now.day)[0] if ctx.now else 2000
    year = near // 100 * 100 + number
    return year - 100 if year > near + 30 else year + 100 if year < near - 69 else year


# Dates without a year.

_AGAINST_TENSE = {"past": 8.0, "future": 20.0, "": 1.0}
"""How much farther a date seems that lies on the side that the tense speaks against."""


def month_alone(
    ctx: Context, month: int, day: int | None = None, *, turn: int | None = None
) -> Reading | None:
    """The year of a month, or of a day in a month.

    Args:
        turn: -1 for "last March", 0 for "this March", 1 for "next March".
    """
    base = ctx.base
    if base is None:
        unknown = f"XXXX-{month:02}" + (f"-{day:02}" if day else "")
        return Reading("DATE", unknown, "no year is near", yearless=True)
    year, base_month, _ = civil(base.day)
    if turn is not None:
        year = _turned_year(turn, month, year, base_month)
        reason = f"reckoned from {_from(ctx, base)}"
    elif ctx.mode == "narrative" and ctx.last is not None:
        year, reason = _year_of_story(ctx, base, month)
    else:
        year, reason = _nearest_year(ctx, base, month, day)
    found = in_month(year, month, reason) if day is None else on_day(year, month, day, reason)
    return found._replace(yearless=turn is None) if found else None


def _turned_year(turn: int, month: int, year: int, base_month: int) -> int:
    """ "last February", said in March, is a year ago: the one just over is "last month"."""
    if turn < 0:
        just_over = month == base_month - 1
        return year - 1 if month >= base_month or just_over else year
    if turn > 0:
        return year + 1 if month <= base_month else year
    return year


def _year_of_story(ctx: Context, base: Place, month: int) -> tuple[int, str]:
    """The story's own year; a month long past in it is the next year's."""
    if ctx.dated and base.unit in ("year", "decade", "century"):
        ahead = civil(base.day)[0] - civil(ctx.dated.day)[0]
        if not _LOOK_BACK <= ahead <= _LOOK_AHEAD:
            base = ctx.dated
    year, base_month, _ = civil(base.day)
    if base.unit in ("day", "week", "month", "season") and base_month - month >= _LONG_PAST:
        return year + 1, f"the story goes on from {_from(ctx, base)}"
    return year, f"in the year of {_from(ctx, base)}"


_LONG_PAST = 9
_LOOK_BACK = -2
_LOOK_AHEAD = 8
"""Years between a story and a bare year in it beyond which that year is a mere comparison."""


def _nearest_year(ctx: Context, base: Place, month: int, day: int | None) -> tuple[int, str]:
    """The year that puts the date nearest to the base, on the side that the tense speaks for."""
    tense = ctx.tense
    year = civil(base.day)[0]
    here = ordinal(*civil(base.day)[:2], 15) if day is None else base.day
    best: tuple[float, int] = (1e9, year)
    if base.unit not in ("day", "week", "month"):
        return year, f"in the year of {_from(ctx, base)}"
    around = 7 if (month, day) == (2, 29) else 1
    for candidate in range(year - around, year + around + 1):
        if around > 1 and days_in_month(candidate, 2) < 29:
            continue
        number = 15 if day is None else min(day, days_in_month(candidate, month))
        distance = ordinal(candidate, month, number) - here
        cost = float(abs(distance))
        if (tense == "past" and distance > 0) or (tense == "future" and distance < 0):
            cost *= _AGAINST_TENSE[tense]
        best = min(best, (cost, candidate))
    told = f", told as {tense}" if tense else ""
    return best[1], f"nearest to {_from(ctx, base)}{told}"


def weekday_beside(ctx: Context, number: int, *, after: bool) -> Reading | None:
    """The weekday next to where the story is: "the following Friday"."""
    if ctx.here is None:
        return None
    back = (weekday(ctx.here.day) - number) % 7
    day = ctx.here.day + (-back % 7 or 7) if after else ctx.here.day - (back or 7)
    return Reading("DATE", day_value(day), f"reckoned from {_from(ctx, ctx.here)}")


def nth_weekday(month: Reading | None, number: int, which: int, reason: str = "") -> Reading | None:
    """The third Sunday of a month; `which` counts from its end when negative."""
    place = place_of(month.value) if month else None
    if month is None or place is None:
        return None
    year, at, _ = civil(place.day)
    if which > 0:
        day = place.day + (number - weekday(place.day)) % 7 + 7 * (which - 1)
    else:
        last = place.day + days_in_month(year, at) - 1
        day = last - (weekday(last) - number) % 7 + 7 * (which + 1)
    if civil(day)[1] != at:
        return None
    return month._replace(value=day_value(day), reason=reason or month.reason)


def weekday_alone(ctx: Context, number: int, *, turn: int | None = None) -> Reading | None:
    """The day that a weekday's name means; `number` is 1 for Monday to 7 for Sunday."""
    base = ctx.base
    if base is None:
        return Reading("DATE", f"XXXX-WXX-{number}", "no date is near")
    back = (weekday(base.day) - number) % 7
    story = ctx.mode == "narrative" and base is ctx.last
    if base.unit not in ("day", "week", "weekend") and not (story and base.unit == "month"):
        return Reading("DATE", f"XXXX-WXX-{number}", "the week is not said")
    if story:
        day = base.day + (-back % 7)
        return Reading("DATE", day_value(day), f"on or after {_from(ctx, base)}")
    if turn is not None:
        day = base.day - (back or 7) if turn < 0 else base.day + (-back % 7 or 7)
        if turn == 0:
            day = base.day - back if ctx.tense == "past" else base.day + -back % 7
        return Reading("DATE", day_value(day), f"reckoned from {_from(ctx, base)}")
    if ctx.tense == "future":
        day = base.day + -back % 7
        return Reading("DATE", day_value(day), f"told as future: on or after {_from(ctx, base)}")
    return Reading(
        "DATE", day_value(base.day - back), f"told as past: on or before {_from(ctx, base)}"
    )


def season_alone(ctx: Context, season: int, *, turn: int | None = None) -> Reading | None:
    """The year of a season; one told of in no tense ("warm in the summer") is every year's."""
    base = ctx.base
    if base is None:
        return Reading("DATE", f"XXXX-{SEASONS[season]}", "no year is near")
    year = civil(base.day)[0]
    reason = f"reckoned from {_from(ctx, base)}"
    if ctx.mode == "narrative" and ctx.last is not None:
        return in_season(year, season, reason)
    starts = {ordinal(y, 3 + 3 * season): y for y in (year - 2, year - 1, year, year + 1, year + 2)}
    ended = max(start for start in starts if start + _SEASON_DAYS <= base.day)
    ahead = min(start for start in starts if start > base.day)
    running = next((start for start in starts if start <= base.day < start + _SEASON_DAYS), None)
    tense = ctx.tense
    if turn is not None and turn != 0:
        found = ended if turn < 0 else ahead
    elif running is not None:
        found = running
    elif tense:
        found = ended if tense == "past" else ahead
    elif turn is None:
        return None
    else:
        found = min(ended, ahead, key=lambda start: abs(start + _SEASON_DAYS // 2 - base.day))
    return in_season(starts[found], season, reason)


_SEASON_DAYS = 91


def quarter_alone(ctx: Context, quarter: int, *, half: bool = False) -> Reading | None:
    """A quarter (or half) without a year: told as past, the last one that has begun."""
    base = ctx.base
    if base is None:
        return None
    year, month, _ = civil(base.day)
    first = (quarter - 1) * (6 if half else 3) + 1
    length = 6 if half else 3
    if ctx.mode == "news" and ctx.tense == "future":
        year += 1 if first + 2 * length <= month else 0
    elif first > month:
        year -= 1
    reason = f"reckoned from {_from(ctx, base)}"
    return in_half(year, quarter, reason) if half else in_quarter(year, quarter, reason)


# Steps in the calendar.


def step(
    place: Place | None, count: int, unit: Unit, ctx: Context, *, grain: Unit | None = None
) -> Reading | None:
    """`count` units from a place: "last year", "two weeks ago", "the following day".

    A step finer than the place it starts from ("two days later", after "in May") is vague.
    """
    if place is None:
        return None
    if unit in ("day", "week", "weekend") and place.unit not in ("day", "week", "weekend"):
        year = year_value(civil(place.day)[0]) if place.unit == "year" else "XXXX"
        value = f"{year}-XX-XX" if unit == "day" else f"{year}-WXX"
        return Reading("DATE", value, "the day is not said")
    if unit in ("month", "quarter") and place.unit in ("half", "year", "decade", "century"):
        year = year_value(civil(place.day)[0]) if place.unit in ("half", "year") else "XXXX"
        value = f"{year}-XX" if unit == "month" else f"{year}-QX"
        return Reading("DATE", value, f"the {unit} is not said")
    grain = grain or unit
    try:
        value = value_at(shift(place.day, count, unit), grain)
    except OverflowError:
        return None
    return Reading("DATE", value, f"reckoned from {_from(ctx, place)}")


def same(place: Place | None, unit: Unit, ctx: Context) -> Reading | None:
    """The unit that a place lies in: "that year", "the same day"."""
    return step(place, 0, unit, ctx)


def end_of_day(reading: Reading | None, part: str) -> Reading | None:
    """A part of a day ("MO", "NI"), or a time of it ("15:00")."""
    if reading is None or len(reading.value) < 10:
        return None
    return Reading("TIME", f"{reading.value}T{part}", reading.reason)


# Durations, sets, and what has no place in the calendar.


def duration(count: float | str, letter: str) -> Reading:
    """`letter` is TIMEX3's: D W M Y, and with a T before it H M S; "X" counts what is not said."""
    number = f"{count:g}" if isinstance(count, float) else str(count)
    before = "PT" if letter.startswith("T") else "P"
    return Reading("DURATION", f"{before}{number}{letter.removeprefix('T')}", "a length of time")


def repeated(value: str) -> Reading:
    return Reading("SET", value, "something that recurs")


def vague(value: str, type_: TimexType = "DATE") -> Reading:
    return Reading(type_, value, "no place in the calendar")
