"""English seasons, quarters and halves of a year."""

import re

from generator.dates.gregorian import civil
from generator.dates.resolve import (
    Context,
    in_half,
    in_quarter,
    in_season,
    quarter_alone,
    season_alone,
    two_digit_year,
)
from generator.dates.rules import Captures, Reading, Rule

_GAMES = r"\s(?:Olympics?|Olympiad|Paralympics?|Games|Universiade|Palace)\b"
"""What a season is only part of the name of."""


def _season(c: Captures, ctx: Context) -> Reading | None:
    if re.match(_GAMES, ctx.after(16)):
        return None
    if c.has("year2"):
        return in_season(c.number("year2"), c.number("season2"))
    number = c.number("season")
    if c.has("dd") and (number != 3 or c.number("dd") != (c.number("year") + 1) % 100):
        return None
    if c.has("year"):
        return in_season(c.number("year"), number)
    if c.has("yy"):
        return in_season(two_digit_year(c.number("yy"), ctx), number)
    if c.has("yearwords"):
        return in_season(c.number("yearwords"), number)
    word = c.raw("season").lower()
    if c.has("turn"):
        return season_alone(ctx, number, turn=c.number("turn"))
    before = ctx.before(14).lower()
    if word == "fall" and not re.search(r"\b(?:in|of|during) (?:the )?$", before):
        return None
    if word == "spring" and not re.search(
        r"\b(?:in|of|during|since|until|by|that|each|early|late|the)[ -](?:the )?$", before
    ):
        return None
    if not re.search(
        r"\b(?:in|of|during|throughout|since|until|by|that|over|for|early|late)[ -](?:the )?$",
        before,
    ):
        return None
    return season_alone(ctx, number)


def _quarter(c: Captures, ctx: Context) -> Reading | None:
    number = next(c.number(name) for name in ("ordinal", "ordinal2", "qn") if c.has(name))
    if not 1 <= number <= 4 or ctx.after(1) == "-":
        return None
    for name in ("year", "year2"):
        if c.has(name):
            return in_quarter(c.number(name), number)
    for name in ("turn", "turn2"):
        if c.has(name) and ctx.now:
            year = civil(ctx.now.day)[0] + c.number(name)
            return in_quarter(year, number, "reckoned from the year of publication")
    if _IN_A_GAME.search(ctx.before(120) + ctx.after(120)):
        return None
    return quarter_alone(ctx, number)


_IN_A_GAME = re.compile(
    r"\b(?:touchdowns?|field goals?|free throws?|rebounds?|quarterback|halftime|half-time|baskets?|"
    r"points? in|scored|the court with|left the (?:court|field|game)|end zone|yard line|NBA|NFL)\b"
)
"""Where the second quarter is one of a game."""


def _half(c: Captures, ctx: Context) -> Reading | None:
    if c.has("qn"):
        return in_half(c.number("year2"), c.number("qn")) if c.number("qn") <= 2 else None
    number = c.number("ordinal") if c.has("ordinal") else 2
    if not 1 <= number <= 2:
        return None
    if c.has("year"):
        return in_half(c.number("year"), number)
    if c.has("turn"):
        year = _year_turned(c, ctx)
        return in_half(year, number, "reckoned from the year") if year is not None else None
    return quarter_alone(ctx, number, half=True)


def _year_turned(c: Captures, ctx: Context) -> int | None:
    return civil(ctx.now.day)[0] + c.number("turn") if ctx.now else None


RULES = (
    Rule(
        "season",
        "([{turn} ]{season}[ of][[,] ({year}[(–|/){dd}]|'{yy}|{yearwords})]"
        "|{year:year2} {season:season2})",
        _season,
        (
            ("The strike of [spring 1968] spread.", "1968-SP"),
            ("Prices doubled [last summer].", "2022-SU"),
            ("The [1982 summer] campaign failed.", "1982-SU"),
            ("The [winter of 1944-45] was cold.", "1944-WI"),
            ("Back in the [summer of '69] he sang.", "1969-SU"),
        ),
        (
            "prices fall again",
            "a spring of water",
            "they fall in line",
            "In the summer Games",
            "The 2012 Summer Olympics were held.",
            "Spring Airlines flew.",
        ),
    ),
    Rule(
        "quarter",
        "[the ](({turn:turn2} year's |{year:year2} ){ordinal:ordinal2}_quarter"
        "|({ordinal}_quarter|Q{qn})[ (of |in |)({turn} year|{year})])",
        _quarter,
        (
            ("Sales in [the third quarter of 1998] rose.", "1998-Q3"),
            ("[Third-quarter] profit fell.", "2022-Q3"),
            ("Sales rose in [Q2 2019].", "2019-Q2"),
            ("Unlike [last year's third quarter], it was dull.", "2022-Q3"),
        ),
        (
            "the first quarter-final",
            "She left the court in the second quarter.",
            "He scored nine in the third quarter.",
        ),
    ),
    Rule(
        "half of a year",
        "[the ](({ordinal}|last|latter)_half of ({turn} year|{year}|the year)|H{qn} {year:year2})",
        _half,
        (
            ("Profit in [the first half of 1998] rose.", "1998-H1"),
            ("It grew in [the latter half of 1998].", "1998-H2"),
            ("Output of [H1 2020] fell.", "2020-H1"),
        ),
        ("the first half of the game",),
    ),
)
