"""English named days: fixed feasts, those that move with Easter, and nth weekdays of a month."""

import re
from collections.abc import Callable
from typing import NamedTuple, cast

from generator.dates import feasts
from generator.dates.gregorian import civil, ordinal, weekday
from generator.dates.pattern import Fragment, words
from generator.dates.resolve import Context, month_alone, on_day, same, vague
from generator.dates.rules import Captures, Reading, Rule
from generator.dates.values import Unit, day_value, place_of

_FIXED = {
    "new year's day": (1, 1), "new year's eve": (12, 31), "new year's": (1, 1),
    "valentine's day": (2, 14), "st patrick's day": (3, 17), "st. patrick's day": (3, 17),
    "april fools' day": (4, 1), "may day": (5, 1), "victory day": (5, 9), "bastille day": (7, 14),
    "independence day": (7, 4), "halloween": (10, 31), "all saints' day": (11, 1),
    "armistice day": (11, 11), "veterans day": (11, 11), "christmas eve": (12, 24),
    "christmas day": (12, 25), "christmas": (12, 25), "xmas": (12, 25), "boxing day": (12, 26),
    "epiphany": (1, 6), "groundhog day": (2, 2), "st. stephen's day": (12, 26),
    "st stephen's day": (12, 26), "fourth of july": (7, 4), "cinco de mayo": (5, 5),
    "juneteenth": (6, 19), "guy fawkes night": (11, 5), "bonfire night": (11, 5),
    "australia day": (1, 26), "anzac day": (4, 25), "canada day": (7, 1), "nakba day": (5, 15),
}  # fmt: skip

_FROM_EASTER = {
    "ash wednesday": -46, "palm sunday": -7, "maundy thursday": -3, "good friday": -2,
    "holy saturday": -1, "easter sunday": 0, "easter monday": 1, "easter": 0,
    "ascension day": 39, "whit sunday": 49, "pentecost": 49, "whit monday": 50,
    "mardi gras": -47, "shrove tuesday": -47,
}  # fmt: skip

# (month, weekday, which: counted from the end when negative)
_WEEKDAYS = {
    "thanksgiving": (11, 4, 4), "thanksgiving day": (11, 4, 4), "black friday": (11, 5, 4),
    "martin luther king day": (1, 1, 3), "presidents' day": (2, 1, 3), "memorial day": (5, 1, -1),
    "labor day": (9, 1, 1), "columbus day": (10, 1, 2), "remembrance sunday": (11, 7, 2),
}  # fmt: skip


class _Feast(NamedTuple):
    first: Callable[[int], int]
    """The day number of its first day in a year."""
    days: int = 1
    eve: bool = False
    """Whether it begins on the evening before."""
    about: bool = False
    """Whether the moon may put it a day off."""


_JEWISH_NEW_YEAR = _Feast(feasts.jewish_new_year, 2, eve=True)
_PASSOVER = _Feast(feasts.passover, 7, eve=True)
_HANUKKAH = _Feast(feasts.hanukkah, 8, eve=True)
_RAMADAN = _Feast(lambda year: feasts.islamic_day(year, feasts.RAMADAN), 30, about=True)
_FITR = _Feast(lambda year: feasts.islamic_day(year, feasts.SHAWWAL), about=True)
_ADHA = _Feast(lambda year: feasts.islamic_day(year, feasts.DHU_AL_HIJJAH, 10), about=True)

_BY_THE_MOON = {
    "passover": _PASSOVER, "pesach": _PASSOVER,
    "shavuot": _Feast(lambda year: feasts.passover(year) + 50, eve=True),
    "purim": _Feast(lambda year: feasts.passover(year) - 30, eve=True),
    "rosh hashanah": _JEWISH_NEW_YEAR, "rosh hashana": _JEWISH_NEW_YEAR,
    "yom kippur": _Feast(lambda year: feasts.jewish_new_year(year) + 9, eve=True),
    "sukkot": _Feast(lambda year: feasts.jewish_new_year(year) + 14, 7, eve=True),
    "hanukkah": _HANUKKAH, "chanukah": _HANUKKAH,
    "ramadan": _RAMADAN, "eid al-fitr": _FITR, "eid al-adha": _ADHA,
}  # fmt: skip

_UNUSUAL = {"of": "of", "de": "de", "al-fitr": "al-Fitr", "al-adha": "al-Adha"}
_NAMES = (*_FIXED, *_FROM_EASTER, *_WEEKDAYS, *_BY_THE_MOON)
NAMED: Fragment = words(
    {
        " ".join(_UNUSUAL.get(part, part.capitalize()) for part in name.split()): name
        for name in _NAMES
    }
)


def _date(name: str, year: int) -> tuple[int, int, int]:
    if name in _FIXED:
        return (year, *_FIXED[name])
    if name in _FROM_EASTER:
        return civil(feasts.easter_sunday(year) + _FROM_EASTER[name])
    if name in _BY_THE_MOON:
        return civil(_BY_THE_MOON[name].first(year))
    month, number, which = _WEEKDAYS[name]
    if which > 0:
        first = ordinal(year, month, 1)
        return civil(first + (number - weekday(first)) % 7 + 7 * (which - 1))
    last = ordinal(year, month + 1, 1) - 1
    return civil(last - (weekday(last) - number) % 7)


def _named(c: Captures, ctx: Context) -> Reading | None:
    day = _day_of(c, ctx)
    unit = c.word("unit") if c.has("unit") else "day"
    if day is None or unit == "day":
        return day
    place = place_of(day.value) if unit in ("week", "weekend") else None
    found = same(place, cast(Unit, unit), ctx)
    return found._replace(reason=day.reason) if found else None


def _day_of(c: Captures, ctx: Context) -> Reading | None:
    name = c.word("named")
    if ctx.before(1) in ("'", "’") or ctx.after(2) in ("'s", "’s"):
        return None
    if c.has("year"):
        return _spread(name, on_day(*_date(name, c.number("year"))))
    if _BEFORE_A_THING.match(ctx.after(24)) or ctx.before(10).endswith("Operation "):
        return None
    named = _AFTER_A_NAME.search(ctx.before(24)) if " " not in name else None
    if named and not _BEFORE_FEASTS.fullmatch(named[1]):
        return None
    near = ctx.base
    if near is None:
        return vague("XXXX-XX-XX")
    year = civil(near.day)[0]
    _, month, day = _date(name, year)
    found = month_alone(ctx, month, day, turn=c.number("turn") if c.has("turn") else None)
    if found is None:
        return None
    return _spread(name, on_day(*_date(name, int(found.value[:4])), found.reason))


def _beside(c: Captures, ctx: Context) -> Reading | None:
    found = _day_of(c, ctx)
    place = place_of(found.value) if found else None
    if found is None or place is None or place.unit != "day":
        return None
    day = day_value(place.day + (1 if " after " in c.match[0].lower() else -1))
    return Reading("DATE", day, found.reason)


def weekday_beside_named(c: Captures, ctx: Context) -> Reading | None:
    """The first weekday of a name before or after a named day."""
    found = _day_of(c, ctx)
    place = place_of(found.value) if found else None
    if found is None or place is None or place.unit != "day":
        return None
    back = (weekday(place.day) - c.number("weekday")) % 7
    after = " after " in c.match[0].lower()
    return found._replace(value=day_value(place.day + (-back % 7 or 7 if after else -(back or 7))))


_AFTER_A_NAME = re.compile(r"\b([A-Z][\w.’'-]*)\s$")
"""Mr Ramadan, Father Christmas: a name of somebody."""
_BEFORE_FEASTS = re.compile(
    r"(?i:in|on|at|by|during|before|after|since|until|till|from|for|of|the|this|that|last|next|"
    r"every|each|another|past|and|around|between|when|as|late|early|mid|come|celebrating)"
)
_BEFORE_A_THING = re.compile(
    r"\s(?!Eve\b|Day\b)[A-Z][a-z]|(?:\sand\sNew\sYear)?\s(?:sales|season|period|trees?|cards?|"
    r"carols?|pudding|markets?|bonus|bonuses|songs?|message|broadcast)\b"
)
"""The Good Friday Agreement, Christmas sales: named after the day, not of it."""


def _spread(name: str, reading: Reading | None) -> Reading | None:
    """The whole of a feast that lasts, and no surer than its calendar is."""
    feast = _BY_THE_MOON.get(name)
    place = place_of(reading.value) if reading else None
    if reading is None or place is None or feast is None:
        return reading
    first, last = place.day - feast.eve, place.day + feast.days - 1
    mark = "~" if feast.about else ""
    if first == last:
        return reading._replace(edtf=f"{day_value(first)}{mark}")
    edtf = f"{day_value(first)}{mark}/{day_value(last)}{mark}"
    value = f"{day_value(place.day)}/{day_value(last)}" if feast.days > 2 else reading.value
    # "Two days later" is reckoned from a day, which a feast that lasts does not give.
    return reading._replace(value=value, edtf=edtf, moves=False)


def _attacks(c: Captures, ctx: Context) -> Reading | None:
    """The attacks of 2001 are called by their day alone."""
    if re.match(r",?\s\d{4}\b", ctx.after(8)):
        return None
    month = c.number("month") if c.has("month") else c.number("mm")
    day = c.number("day") if c.has("day") else c.number("isodd")
    return on_day(2001, 9, 11, "the attacks of 2001") if (month, day) == (9, 11) else None


RULES = (
    Rule(
        "11 September",
        "(the |)({month} {day}[th][,] [terror ](attacks|attack|terrorist|hijackers|hijackings)"
        "|{mm}/{isodd})",
        _attacks,
        (
            ("After [the September 11 attacks] it shut.", "2001-09-11"),
            ("It shut after [9/11].", "2001-09-11"),
        ),
        ("the May 3 attacks", "3/11 of it", "on 9/11/2005", "on 9/11 2012"),
    ),
    Rule(
        "day beside a named day",
        "the day (after|before) {named}[[,] (of |in |){year}]",
        _beside,
        (
            ("Snow fell [the day after Christmas].", "2022-12-26"),
            ("They met on [the day before Thanksgiving 2018].", "2018-11-21"),
            ("He left at [6 a.m. the day after Christmas].", "2022-12-26T06:00"),
        ),
        ("the day after the Christmas party",),
    ),
    Rule(
        "named day",
        "[{turn} ]{named}[ {unit}][[,] (of |in |){year}]",
        _named,
        (
            ("Snow fell on [Christmas Day].", "2022-12-25"),
            ("They met on [Good Friday 1998].", "1998-04-10"),
            ("He was found [last Thanksgiving].", "2022-11-24"),
            ("The shops will open on [Easter Monday].", "2023-04-10"),
            ("On [Memorial Day 2021] it rained.", "2021-05-31"),
            ("They will meet in [Easter week].", "2023-W14"),
            ("He rested on [Christmas day].", "2022-12-25"),
            ("War came on [Yom Kippur, 1973].", "1973-10-06"),
            ("Shops will shut for [Passover].", "2023-04-06/2023-04-12"),
            ("They will fast in [Ramadan].", "2023-03-23/2023-04-21"),
            ("The [Fourth of July] parade will be short.", "2023-07-04"),
            ("They marched on [Remembrance Sunday].", "2022-11-13"),
        ),
        (
            "after the Christmas sales",
            "as Operation Ramadan began",
            "the christmas tree",
            "Labor day care",
            "when Mr Ramadan spoke",
            "the scholar Omar Ramadan",
            "Father Christmas came",
            "the Good Friday Agreement",
        ),
    ),
)
