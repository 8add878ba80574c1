"""English weekdays: Monday, last Thursday, the second Sunday of May."""

import re

from generator.dates.gregorian import weekday
from generator.dates.languages.en.named_days import weekday_beside_named
from generator.dates.languages.en.years import YEAR, year_of
from generator.dates.resolve import (
    Context,
    in_month,
    month_alone,
    nth_weekday,
    weekday_alone,
    weekday_beside,
)
from generator.dates.rules import Captures, Reading, Rule, Tense
from generator.dates.values import day_value


def _weekday_of_week(c: Captures, ctx: Context) -> Reading | None:
    if ctx.now is None:
        return None
    monday = ctx.now.day - weekday(ctx.now.day) + 1 + 7 * c.number("turn")
    reason = "in that week, reckoned from the date of publication"
    return Reading("DATE", day_value(monday + c.number("weekday") - 1), reason)


_NAMED_AFTER = re.compile(
    r"\s(?:Times|Herald|Telegraph|Mirror|Evening Post|Club|Night (?:Live|Lights|Football))\b"
)


_PART_OF_A_NAME = re.compile(
    r"\b(?:Black|Good|Bloody|Cyber|Super|Ash|Palm|Easter|Holy|Fat|Giving|Shrove|Ruby|Sheffield|Man|Girl|Mr|Mrs|Ms|Crusoe['’]s)\.?\s$"
)


def _as_past(text: str, start: int, end: int) -> Tense:
    """ "Monday's ruling" has been made, whatever the verb beside it."""
    return "past"


_AFTER_A_WEEKDAY = re.compile(
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?:\s?,|(?:\s?,)?\s(?:and|or|to|through|until|till))"
    r"\s(?:on\s)?$"
)


def _weekday(c: Captures, ctx: Context) -> Reading | None:
    raw = c.raw("weekday")
    if len(raw.rstrip(".")) <= 3 and not re.search(
        r"\b(?:on|by|until|last|next|this)\s$", ctx.before(8)
    ):
        return None
    if _PART_OF_A_NAME.search(ctx.before(12)) or _NAMED_AFTER.match(ctx.after(20)):
        return None
    if re.match(r"\s?['’]s\b", ctx.after(4)) and not c.has("turn") and ctx.mode == "news":
        return weekday_alone(ctx._replace(find_tense=_as_past), c.number("weekday"))
    if ctx.last and ctx.last.unit == "day" and _AFTER_A_WEEKDAY.search(ctx.before(26)):
        ahead = (c.number("weekday") - weekday(ctx.last.day)) % 7 or 7
        if ahead <= 3 or not ctx.before(4).rstrip().endswith(("and", "or", ",")):
            day = day_value(ctx.last.day + ahead)
            return Reading("DATE", day, "follows the weekday before it")
    return weekday_alone(ctx, c.number("weekday"), turn=c.number("turn") if c.has("turn") else None)


def _weeks_on(c: Captures, ctx: Context) -> Reading | None:
    if ctx.now is None or ctx.now.unit != "day":
        return None
    weeks = c.number("n") if c.has("n") else 2 if "fortnight" in c.match[0].lower() else 1
    first = ctx.now.day + ((c.number("weekday") - weekday(ctx.now.day)) % 7 or 7)
    return Reading("DATE", day_value(first + 7 * weeks), "that many weeks after the next one")


def _weekdays_ago(c: Captures, ctx: Context) -> Reading | None:
    if ctx.now is None or ctx.now.unit != "day":
        return None
    last = ctx.now.day - ((weekday(ctx.now.day) - c.number("weekdays")) % 7 or 7)
    day = day_value(last - 7 * (int(c.real("n")) - 1))
    return Reading("DATE", day, "counted back from the date of publication")


def _nth_weekday(c: Captures, ctx: Context) -> Reading | None:
    which = c.number("ordinal") if c.has("ordinal") else -1
    if not which <= 5:
        return None
    year = year_of(c, ctx)
    month = c.number("month")
    found = in_month(year, month) if year else month_alone(ctx, month)
    return nth_weekday(found, c.number("weekday"), which)


RULES = (
    Rule(
        "weekday of a week",
        "{weekday}[,][ of] {turn} week",
        _weekday_of_week,
        (("He left on [Thursday last week].", "2023-01-19"),),
    ),
    Rule(
        "nth weekday of a month",
        f"[the ]({{ordinal}}|last) {{weekday}} (of|in) {{month}}[[,] {YEAR}]",
        _nth_weekday,
        (
            ("They voted on [the second Sunday of May 2022].", "2022-05-08"),
            ("It ended on [the last Friday in June 2022].", "2022-06-24"),
        ),
        ("The sixth Monday of the strike",),
    ),
    Rule(
        "weekday of a week to come",
        "(a week|a fortnight|{n} weeks) on {weekday}",
        _weeks_on,
        (("They vote [a week on Monday].", "2023-02-06"),),
    ),
    Rule(
        "weekdays ago",
        "{n} {weekdays} ago",
        _weekdays_ago,
        (("He was seen [two Fridays ago].", "2023-01-13"),),
    ),
    Rule(
        "weekday beside a named day",
        "{weekday} (before|after) {named}[[,] (of |in |){year}]",
        weekday_beside_named,
        (
            ("They met on the [Monday after Easter 2022].", "2022-04-18"),
            ("They met on the [Friday before Christmas].", "2022-12-23"),
        ),
        ("on Monday after the Christmas party",),
    ),
    Rule(
        "weekday beside the story's",
        "(previous|preceding|following) {weekday}",
        lambda c, ctx: weekday_beside(ctx, c.number("weekday"), after=c.match[0][0] in "fF"),
        (
            ("On 3 May 1912 he sailed; by the [following Monday] he was ill.", "1912-05-06"),
            ("On 3 May 1912 he sailed, ill since the [previous Monday].", "1912-04-29"),
        ),
    ),
    Rule(
        "weekday",
        "[{turn} ]{weekday}",
        _weekday,
        (
            ("Police arrested him on [Monday].", "2023-01-23"),
            ("The envoy is due to visit on [Monday].", "2023-01-30"),
            ("The raid on [Thursday] killed nine.", "2023-01-26"),
            ("Theresa May on [Friday] resigned.", "2023-01-20"),
            ("She resigned [last Thursday].", "2023-01-19"),
        ),
        (
            "the sun rose",
            "she sat down",
            "the Good Friday Agreement",
            "She joined the Monday Club.",
            "Friday Night Lights is on.",
            "Black Friday was busy.",
            "Sheffield Wednesday won twice.",
            "He was her Man Friday.",
        ),
    ),
)
