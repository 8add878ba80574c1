"""English named days: fixed feasts, those that move with Easter, and nth weekdays of a month."""

import re

from generator.dates.gregorian import civil, ordinal, weekday
from generator.dates.pattern import Fragment, words
from generator.dates.resolve import Context, month_alone, on_day, vague
from generator.dates.rules import Captures, Reading, Rule

_FIXED = {
    "new year's day": (1, 1), "new year's eve": (12, 31), "new year's": (1, 1),
    "valentine's day": (2, 14), "st patrick's day": (3, 17), "st. patrick's day": (3, 17),
    "april fools' day": (4, 1), "may day": (5, 1), "victory day": (5, 9), "bastille day": (7, 14),
    "independence day": (7, 4), "halloween": (10, 31), "all saints' day": (11, 1),
    "armistice day": (11, 11), "veterans day": (11, 11), "christmas eve": (12, 24),
    "christmas day": (12, 25), "christmas": (12, 25), "xmas": (12, 25), "boxing day": (12, 26),
    "epiphany": (1, 6), "groundhog day": (2, 2), "st. stephen's day": (12, 26),
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
    "labor day": (9, 1, 1), "columbus day": (10, 1, 2),
}  # fmt: skip

_NAMES = (*_FIXED, *_FROM_EASTER, *_WEEKDAYS)
NAMED: Fragment = words({" ".join(part.capitalize() for part in n.split()): n for n in _NAMES})


def _date(name: str, year: int) -> tuple[int, int, int]:
    if name in _FIXED:
        return (year, *_FIXED[name])
    if name in _FROM_EASTER:
        from dateutil.easter import easter

        return civil(easter(year).toordinal() + _FROM_EASTER[name])
    month, number, which = _WEEKDAYS[name]
    if which > 0:
        first = ordinal(year, month, 1)
        return civil(first + (number - weekday(first)) % 7 + 7 * (which - 1))
    last = ordinal(year, month + 1, 1) - 1
    return civil(last - (weekday(last) - number) % 7)


def _named(c: Captures, ctx: Context) -> Reading | None:
    name = c.word("named")
    if ctx.before(1) in ("'", "’") or ctx.after(2) in ("'s", "’s"):
        return None
    if c.has("year"):
        return on_day(*_date(name, c.number("year")))
    if re.match(r"\s(?!Eve\b|Day\b)[A-Z][a-z]", ctx.after(8)):
        return None
    near = ctx.base
    if near is None:
        return vague("XXXX-XX-XX")
    year = civil(near.day)[0]
    _, month, day = _date(name, year)
    found = month_alone(ctx, month, day, turn=c.number("turn") if c.has("turn") else None)
    return on_day(*_date(name, int(found.value[:4])), found.reason) if found else None


def _attacks(c: Captures, _: Context) -> Reading | None:
    """The attacks of 2001 are called by their day alone."""
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
        ("the May 3 attacks", "3/11 of it", "on 9/11/2005"),
    ),
    Rule(
        "named day",
        "[{turn} ]{named}[[,] (of |in |){year}]",
        _named,
        (
            ("Snow fell on [Christmas Day].", "2022-12-25"),
            ("They met on [Good Friday 1998].", "1998-04-10"),
            ("He was found [last Thanksgiving].", "2022-11-24"),
            ("The shops will open on [Easter Monday].", "2023-04-10"),
            ("On [Memorial Day 2021] it rained.", "2021-05-31"),
        ),
        ("the christmas tree", "Labor day care", "the Good Friday Agreement"),
    ),
)
