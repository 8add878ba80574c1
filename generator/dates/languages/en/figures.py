"""English dates in figures: 7/8/07, 26.01.2023, 2019-07-04T16:05Z."""

import re

from generator.dates.resolve import Context, end_of_day, on_day, two_digit_year
from generator.dates.rules import Captures, Reading, Rule

_NUMBERED = re.compile(
    r"(?:\b(?:versions?|v\.?|ver\.|releases?|builds?|firmware|chapters?|sections?|sec\.|articles?|"
    r"rules?|paragraphs?|para\.|clauses?|parts?|figures?|fig\.|tables?|items?|steps?|kernel|patch|"
    r"IP|up(?:date|graded?) to)\s|[\d.]|§\s?)$",
    re.IGNORECASE,
)
"""What is counted in figures with dots: "version 2.7.18"."""
_NAME = re.compile(
    r"\b(?!(?:\w+ed|Since|From|Until|Before|After|On|By|And|Seen|Sent|Born)\b)[a-z]?[A-Z]\w*\s$"
)


def _is_numbered(c: Captures, ctx: Context) -> bool:
    """Whether it is a version or a chapter: with dots after a name, or after such a word."""
    if re.match(r"[.-]\d", ctx.after(2)):
        return True
    before = ctx.before(16)
    if _NUMBERED.search(before):
        return True
    return "." in c.match[0] and c.has("yy") and _NAME.search(before) is not None


def _numeric(c: Captures, ctx: Context) -> Reading | None:
    """Figures with slashes: the month first, as TIMEX3 has it; the date is either reading."""
    year = c.number("year") if c.has("year") else two_digit_year(c.number("yy"), ctx)
    month, number = c.number("mm"), c.number("day")
    found = on_day(year, month, number, "figures, the month first")
    other = on_day(year, number, month) if number <= 12 and number != month else None
    if found is None or other is None:
        return found
    first, last = sorted((found.value, other.value))
    return found._replace(edtf=f"[{first},{last}]", reason="figures in either order")


def _numeric_day_first(c: Captures, ctx: Context) -> Reading | None:
    if _is_numbered(c, ctx):
        return None
    year = c.number("year") if c.has("year") else two_digit_year(c.number("yy"), ctx)
    if c.number("day") <= 12 and "." not in c.match[0]:
        return None
    return on_day(year, c.number("mm"), c.number("day"), "figures, the day first")


def _iso(c: Captures, _: Context) -> Reading | None:
    if c.match[0][4] != c.match[0][7]:
        return None
    day = on_day(c.number("year"), c.number("isomm"), c.number("isodd"))
    if day is None or not c.has("hour"):
        return day
    clock = f"{c.number('hour'):02}:{c.raw('minute')}"
    clock += f":{c.raw('minute2')}" if c.has("minute2") else ""
    zone = next((c.word(name) for name in ("isozone", "zone") if c.has(name)), "")
    return end_of_day(day, clock + zone)


RULES = (
    Rule(
        "month day in figures",
        "{mm}(/|-){day}(/|-)({year}|{yy})",
        _numeric,
        (("Filed 7/8/07 in court: [7/8/07]", "2007-07-08"),),
        ("scored 3/4 twice", "call 555-12-3456"),
    ),
    Rule(
        "day month in figures",
        "{day}(/|.|-){mm}(/|.|-)({year}|{yy})",
        _numeric_day_first,
        (("Filed on [26/01/2023].", "2023-01-26"), ("Filed on [5.11.2022]", "2022-11-05")),
        (
            "version 13.1.99a",
            "Version 2.7.18 is out.",
            "Firmware 4.5.2019 fixed it.",
            "See chapter 3.4.12 of it.",
            "They run Merlin 10.12.20 now.",
            "ping 10.12.20.5",
        ),
    ),
    Rule(
        "ISO date",
        "{year}(-|/){isomm}(-|/){isodd}"
        "[(T| ){hour}:{minute}[:{minute:minute2}][({isozone}| {zone})]]",
        _iso,
        (
            ("Updated [2019-07-04] by hand", "2019-07-04"),
            ("Updated [2019-07-04T16:05:00Z]", "2019-07-04T16:05:00Z"),
            ("Printed on [2019/07/04].", "2019-07-04"),
        ),
        ("case 2019-77-04",),
    ),
)
