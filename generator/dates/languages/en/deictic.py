"""English expressions that point from where they stand: today, last year, two weeks later."""

import re
from typing import cast

from generator.dates.event_date import year_text
from generator.dates.gregorian import civil, weekday
from generator.dates.languages.en.fragments import LETTERS
from generator.dates.languages.en.lengths import length
from generator.dates.resolve import (
    Context,
    in_quarter,
    on_day,
    same,
    step,
    vague,
)
from generator.dates.rules import Captures, Reading, Resolver, Rule
from generator.dates.values import Unit, date_of


def _unit(c: Captures) -> Unit:
    name = next(name for name in ("unit", "units", "shortunits") if c.has(name))
    return cast(Unit, c.word(name))


_A_NAME_BEFORE = re.compile(r"\b(?:USA|VOA|[A-Z]BC|Russia|Psychology)\s$")
_A_TIME_TO_COME = re.compile(r"\b(?:people|world|leaders|cities|city|stars|generation) of $")


def _is_named(c: Captures, ctx: Context) -> bool:
    """Whether it belongs to a title: "USA Today"."""
    return c.match[0][0].isupper() and _A_NAME_BEFORE.search(ctx.before(24)) is not None


def _days(count: int) -> Resolver:
    def resolve(c: Captures, ctx: Context) -> Reading | None:
        if _is_named(c, ctx) or _A_TIME_TO_COME.search(ctx.before(16)):
            return None
        return step(ctx.now, count, "day", ctx)

    return resolve


def _turned_unit(c: Captures, ctx: Context) -> Reading | None:
    unit = _unit(c)
    turn = c.number("turn")
    word = c.raw("turn").lower()
    if unit == "day" and re.match(_OF_MANY_DAYS, ctx.after(16)):
        return None
    if word.startswith("previous") or (turn == 0 and ctx.mode == "narrative" and ctx.last):
        return step(ctx.here, turn, unit, ctx)
    if word in ("past", "the past") and unit != "weekend":
        return length(1.0, LETTERS[unit])
    if unit == "weekend":
        turn_weeks = turn if turn >= 0 else -1
        return step(ctx.now, turn_weeks, "weekend", ctx)
    if unit == "year" and turn < 0:
        compared = _PERIOD_BEFORE.search(ctx.before(30)) or _PERIOD_AFTER.match(ctx.after(16))
        quarterly = compared and ctx.quarter and ctx.mode == "news"
        return _year_before(ctx) if quarterly else _aside(step(ctx.now, turn, unit, ctx))
    return step(ctx.now, turn, unit, ctx)


_OF_MANY_DAYS = r"\s+of\b|,?\s+in\s+(?:the\s+)?(?:history|annals)\b"
"""The last day of school; this day, in the history of the town."""


# "the same period last year", "last year's quarter": the quarter that the text is about, then.
_PERIOD_BEFORE = re.compile(
    r"\b(?:same|similar|comparable|corresponding|equivalent|like)\s(?:period|quarter|time)"
    r"\s(?:of\s)?(?:the\s)?$"
)
_PERIOD_AFTER = re.compile(r"['’]s\s(?:period|quarter|\$)")
_LEADS = re.compile(r"\b(?:in|for|of|during|throughout|through)\s$", re.IGNORECASE)
_LATE_IN = re.compile(r"\b(?:later|earlier|late|early)\sin\s$", re.IGNORECASE)
_OTHER_UNIT = re.compile(r"'s|\s(?:of|when|that|before|after|the|he|she|they|I|we)\b")


def _the_unit(c: Captures, ctx: Context) -> Reading | None:
    word = c.word("unit")
    before = ctx.before(16)
    late = _LATE_IN.search(before)
    if word in ("century", "millennium", "fortnight"):
        return None
    if word == "weekend":
        if not re.search(
            r"\b(?:over|during|on|at|for|by|of|before|after)\s$", before, re.IGNORECASE
        ):
            return None
        at_weekend = ctx.now is not None and weekday(ctx.now.day) >= 6
        return step(ctx.now, 0 if at_weekend or ctx.tense == "future" else -1, "weekend", ctx)
    if _OTHER_UNIT.match(ctx.after(8)) and not late:
        return None
    if word == "quarter":
        if ctx.mode != "news" or re.match(r"-|\spounder", ctx.after(4)):
            return None
        return same(ctx.quarter, "quarter", ctx) or step(ctx.now, -1, "quarter", ctx)
    if word == "year" and re.match(r"\s(?:ended|ending|to)\b", ctx.after(8)):
        return length(1.0, "Y")
    if _END_OF.search(before) and word in ("month", "year") and ctx.mode == "news":
        return _end_of_the_unit(_unit(c), ctx)
    if not _LEADS.search(before):
        return None
    if word == "day" and not late:
        market = ctx.mode == "news" and re.search(r"\bfor\s$", before, re.IGNORECASE)
        if not (market and ctx.after(1) in (",", ".")):
            return None
    if word == "year" and ctx.mode == "news" and ctx.last and ctx.last.unit == "year":
        return same(ctx.now, "year", ctx)
    return same(ctx.here, _unit(c), ctx)


_END_OF = re.compile(r"\b(?:end|close) of $")


def _end_of_the_unit(unit: Unit, ctx: Context) -> Reading | None:
    """ "Sales fell at the end of the year", said in January, is the year before."""
    now = ctx.now
    if now is None or ctx.tense != "past":
        return same(ctx.here, unit, ctx)
    _, month, day = civil(now.day)
    begun = month <= 6 if unit == "year" else day <= 15
    return step(now, -1 if begun else 0, unit, ctx)


_GOES_ON = re.compile(r"\s(?:[A-Z]|week|month|year|night|spring|summer|autumn|fall|winter)")


def _latest(_: Captures, ctx: Context) -> Reading | None:
    return same(ctx.quarter, "quarter", ctx) or step(ctx.now, -1, "quarter", ctx)


def _that_unit(c: Captures, ctx: Context) -> Reading | None:
    unit = _unit(c)
    return same(ctx.here, unit, ctx)


def _neighbour(count: int) -> Resolver:
    def resolve(c: Captures, ctx: Context) -> Reading | None:
        words = c.match[0].lower()
        if words.endswith((" before", " after")) and _event_follows(ctx):
            return None
        unit = _unit(c)
        if unit == "year" and count < 0 and _LAST_YEAR.search(ctx.before(64)):
            return _aside(step(ctx.now, count - 1, unit, ctx))
        found = step(ctx.here, count, unit, ctx)
        return _aside(found) if unit == "year" and count < 0 else found

    return resolve


_LAST_YEAR = re.compile(r"\blast\syear\b[^.;]*$", re.IGNORECASE)
"""What "the year before" is before, though the story does not go on from it."""


def _number(c: Captures) -> int | None:
    if not c.has("n"):
        return 1
    number = c.real("n")
    return int(number) if number == int(number) else None


def _ago(c: Captures, ctx: Context) -> Reading | None:
    number, unit = _number(c), _unit(c)
    if number is None:
        return None
    if unit == "year" and number == 1 and ctx.quarter and ctx.mode == "news":
        return _aside(step(ctx.quarter, -1, "year", ctx, grain="quarter"))
    found = _hedged(_aside(step(ctx.now, -number, unit, ctx)), ctx)
    if unit != "decade" or found is None or ctx.now is None:
        return found
    year = civil(ctx.now.day)[0] - 10 * number
    return found._replace(edtf=f"{year_text(year)}~")


_HEDGE = re.compile(
    r"\b(?:about|around|some|roughly|approximately|nearly|almost|close to|over|at least|at most|"
    r"(?:more|less|fewer) than)\s$",
    re.IGNORECASE,
)


def _hedged(reading: Reading | None, ctx: Context) -> Reading | None:
    """ "Nearly two years ago", "more than 40 years ago": the date is about then.

    Corpora annotate half of these as dates and half as lengths; a date says more.
    """
    if reading is None or not _HEDGE.search(ctx.before(16)):
        return reading
    date = date_of(reading.value)
    single = date is not None and date.precision in ("day", "month", "year")
    return reading._replace(edtf=f"{date.edtf}~") if date and single else reading


def _this_day_of_year(c: Captures, ctx: Context) -> Reading | None:
    """ "On this day in 1912": the anniversary, not the day of publication."""
    if ctx.now is None or ctx.now.unit != "day":
        return None
    _, month, day = civil(ctx.now.day)
    return on_day(c.number("year"), month, day, "the same day of that year")


def _aside(reading: Reading | None) -> Reading | None:
    """A look back that the story does not follow."""
    return reading._replace(moves=False) if reading else None


def _event_follows(ctx: Context) -> bool:
    """Whether what comes next is an event ("two days after the raid"), not the clause's end."""
    return re.match(r"\s*(?:[.,;:)!?\"”]|$|and\b|in\b|at\b|on\b|by\b)", ctx.after(6)) is None


def _earlier(c: Captures, ctx: Context) -> Reading | None:
    number, unit = _number(c), _unit(c)
    if number is None:
        return None
    if c.match[0].lower().endswith("before") and _event_follows(ctx):
        return length(float(number), LETTERS[unit])
    if unit == "year" and number == 1 and ctx.mode == "news":
        return _year_before(ctx)
    return _aside(step(ctx.here, -number, unit, ctx))


def _year_before(ctx: Context) -> Reading | None:
    if ctx.quarter:
        return _aside(step(ctx.quarter, -1, "year", ctx, grain="quarter"))
    return _aside(step(ctx.here, -1, "year", ctx))


def _year_ago(c: Captures, ctx: Context) -> Reading | None:
    if c.has("ordinal") and ctx.now and 1 <= c.number("ordinal") <= 4:
        return _aside(in_quarter(civil(ctx.now.day)[0] - 1, c.number("ordinal"), "a year before"))
    if ctx.mode == "news" and (ctx.quarter or c.match[0].lower().endswith(("quarter", "period"))):
        return _year_before(ctx)
    return _aside(step(ctx.now, -1, "year", ctx))


def _today(c: Captures, ctx: Context) -> Reading | None:
    if _is_named(c, ctx):
        return None
    if re.match(_OF_OUR_TIME, ctx.after(20)):
        return vague("PRESENT_REF")
    return step(ctx.now, 0, "day", ctx)


_OF_OUR_TIME = (
    r"\s?['’]s\s+(?:world|youth|young|society|children|standards|culture|generation|technology|"
    r"students|women|men|readers|economy|digital|modern|personal)\b"
)


def _unit_end(c: Captures, ctx: Context) -> Reading | None:
    """ "year-end": its last day in TIMEX3; an event then happened about December."""
    if not c.match[0].lower().startswith("year"):
        return same(ctx.base, "month", ctx)
    over = re.search(r"\b(?:since|from|at)\s$", ctx.before(8)) and ctx.tense != "future"
    year = step(ctx.base, -1, "year", ctx) if over else same(ctx.base, "year", ctx)
    if year is None or not year.value.isdigit():
        return year
    return year._replace(value=f"{year.value}-12-31", edtf=f"{year.value}-12~", moves=False)


def _period_of(c: Captures, ctx: Context) -> Reading | None:
    if ctx.quarter is None:
        return None
    month = civil(ctx.quarter.day)[1]
    return _aside(in_quarter(c.number("year"), (month + 2) // 3, "the same quarter of that year"))


def _later(c: Captures, ctx: Context) -> Reading | None:
    number, unit = _number(c), _unit(c)
    if number is None:
        return None
    if "after" in c.match[0].lower() and _event_follows(ctx):
        return length(float(number), LETTERS[unit])
    return step(ctx.here, number, unit, ctx)


def _from_now(c: Captures, ctx: Context) -> Reading | None:
    number, unit = _number(c), _unit(c)
    return step(ctx.now, number, unit, ctx) if number is not None else None


RULES = (
    Rule(
        "today",
        "today",
        _today,
        (("Shares fell [today].", "2023-01-26"), ("in [today]'s world", "PRESENT_REF")),
        ("He wrote for USA Today for years.",),
    ),
    Rule("yesterday", "yesterday", _days(-1), (("Shares fell [yesterday].", "2023-01-25"),)),
    Rule(
        "tomorrow",
        "tomorrow",
        _days(1),
        (("They vote [tomorrow].", "2023-01-27"),),
        ("The cities of tomorrow are green.",),
    ),
    Rule(
        "two days off",
        "the day before yesterday",
        _days(-2),
        (("He left [the day before yesterday].", "2023-01-24"),),
    ),
    Rule(
        "unit before last",
        "the {unit} before last",
        lambda c, ctx: None if _GOES_ON.match(ctx.after(12)) else step(ctx.now, -2, _unit(c), ctx),
        (
            ("He left [the week before last].", "2023-W02"),
            ("Sales rose [the year before last].", "2021"),
        ),
        ("a try the week before last Tuesday's hearing",),
    ),
    Rule(
        "in two days",
        "the day after tomorrow",
        _days(2),
        (("He leaves [the day after tomorrow].", "2023-01-28"),),
    ),
    Rule(
        "that unit",
        "(that|the same|that same|the very same) {unit}",
        _that_unit,
        (("In 1912 it sank; [that year] many died.", "1912"),),
    ),
    Rule(
        "next unit in the story",
        "the (next|following) {unit}",
        _neighbour(1),
        (("On 3 May 1912 he sailed and [the next day] he fell ill.", "1912-05-04"),),
    ),
    Rule(
        "unit before in the story",
        "the (previous|preceding|prior) {unit}",
        _neighbour(-1),
        (("In 1912 it sank; [the previous year] it had sailed.", "1911"),),
    ),
    Rule(
        "turned unit",
        "[the ]{turn} {unit}",
        _turned_unit,
        (
            ("Output fell [last year].", "2022"),
            ("The vote is due [next week].", "2023-W05"),
            ("It fell [this month].", "2023-01"),
        ),
        ("the last day of school", "This day, in the history of the town, is holy."),
    ),
    Rule(
        "day before",
        "the {unit} (before|earlier)",
        _neighbour(-1),
        (
            ("On 3 May 1912 he sailed, having written [the day before].", "1912-05-02"),
            ("Sales fell to 3 million last year, from 4 million [the year before].", "2021"),
        ),
    ),
    Rule(
        "day after",
        "the {unit} after",
        _neighbour(1),
        (("On 3 May 1912 he sailed and wrote [the day after].", "1912-05-04"),),
    ),
    Rule(
        "the unit",
        "the [full |whole |entire ]{unit}",
        _the_unit,
        (
            ("They talked over [the weekend].", "2023-W03-WE"),
            ("Sales fell at [the end of the year].", "2022"),
            ("Sales will fall at [the end of the year].", "2023"),
            ("In May 1912 he fell ill and died [later in the year].", "1912"),
        ),
        ("the day they met", "the year of the flood", "At the end of the day, he lost."),
    ),
    Rule(
        "latest quarter",
        "[the ]latest (quarter|period|three months)",
        _latest,
        (("Profit rose in [the latest quarter].", "2022-Q4"),),
    ),
    Rule(
        "period of a year",
        "the {year} (period|quarter)",
        _period_of,
        (("In the third quarter of 1998 it fell, unlike [the 1997 period].", "1997-Q3"),),
    ),
    Rule(
        "ago",
        "(a|an|one|{n}) ({unit}|{units}|{shortunits}) ago",
        _ago,
        (
            ("The mine closed [two years ago].", "2021"),
            ("He left [three days ago].", "2023-01-23"),
            ("It began [a week ago].", "2023-W03"),
            ("She was born [more than four decades ago].", "198"),
        ),
    ),
    Rule(
        "this day of a year",
        "this (day|date) in {year}",
        _this_day_of_year,
        (("On [this day in 1912] the dam broke.", "1912-01-26"),),
    ),
    Rule(
        "earlier",
        "(a|an|one|{n}) ({unit}|{units})(_earlier| before| previously)",
        _earlier,
        (("On 3 May 1912 he sailed; [two days earlier] he wrote.", "1912-05-01"),),
    ),
    Rule(
        "later",
        "(a|an|one|{n}) ({unit}|{units}) (later|after|afterwards|afterward)",
        _later,
        (("On 3 May 1912 he sailed; [two days later] he wrote.", "1912-05-05"),),
    ),
    Rule(
        "from now",
        "(a|an|one|{n}) ({unit}|{units}) (from now|from today|hence)",
        _from_now,
        (("The lease ends [two years from now].", "2025"),),
    ),
    Rule(
        "year ago",
        "[the ]year_(ago|earlier|before)[ ([{ordinal} ]quarter|period)]",
        _year_ago,
        (("Profit beat [the year-ago] figure.", "2022"),),
    ),
    Rule(
        "end of unit",
        "(year|month)['s]_end",
        _unit_end,
        (
            ("The deal closes by [year-end].", "2023-12-31"),
            ("Shares have gained 4% since [year-end].", "2022-12-31"),
        ),
        ("quarter-ending",),
    ),
)
