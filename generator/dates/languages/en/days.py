"""English days and months in words, and their ranges."""

import re

from generator.dates.gregorian import add_months, civil, days_in_month
from generator.dates.languages.en.years import YEAR, year_of
from generator.dates.resolve import (
    Context,
    in_month,
    month_alone,
    on_day,
    repeated,
    same,
)
from generator.dates.rules import Captures, Range, Reading, Rule
from generator.dates.values import place_of

_TH = "(st|nd|rd|th)"
_DAY = f"(the |){{day}}[{_TH}]"

_WEEKDAY = "[[({turn}|the following|following) ]{weekday}([,] |,)]"


def _day_number(c: Captures) -> int:
    return c.number("day") if c.has("day") else c.number("nth")


def _full_day(c: Captures, ctx: Context) -> Reading | None:
    year = year_of(c, ctx)
    if not year:
        return None
    month = c.number("month")
    return on_day(year, month, _day_number(c)) or _no_such_day(in_month(year, month))


def _no_such_day(month: Reading) -> Reading:
    """ "29 February 2023": a slip for some day of that month, nobody knows which."""
    return Reading("DATE", f"{month.value}-XX", "the month has no such day")


def _day_of_month(c: Captures, ctx: Context) -> Reading | None:
    if c.has("nth") and c.raw("nth").isalpha():
        follows = re.match(r"\s+[a-z]", ctx.after(3))
        if c.match[0][-1].isalpha() and (c.raw("nth")[0].isupper() or follows):
            return None
    if re.match(r"\s(?:Road|Street|Avenue|Lane)\b", ctx.after(8)):
        return None
    if re.match(r"[.:]\d|%|[ -](?:percent|per cent|points?)\b", ctx.after(10)):
        return None
    torn = re.match(r",?\s((?:1\d|20)\d\d)\d?\w", ctx.after(8))
    if torn:
        return on_day(
            int(torn[1]), c.number("month"), _day_number(c), "what follows hides the year"
        )
    turn = c.number("turn2") if c.has("turn2") else None
    return month_alone(ctx, c.number("month"), _day_number(c), turn=turn)


def _month_of_year(c: Captures, ctx: Context) -> Reading | None:
    year = c.number("yearwords") if c.has("yearwords") else year_of(c, ctx)
    return in_month(year, c.number("month")) if year else None


_NOT_A_MONTH = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Miss|Dr|President|Prime Minister|Theresa|Cape|Colonel|Sir|Lady)\.? )$"
)

_MONTH_AS_WORD = re.compile(r"\s+(?:I|we|you|he|she|they|it|not|be|have|on|to|also|well)\b")

_IN_FRONT = re.compile(
    r"\b(?:in|of|since|until|by|from|to|through|during|last|this|next|early|late|mid|before|after|"
    r"and|between|for|each|every|or|that|ended|ending)[ -]$",
    re.IGNORECASE,
)

_AMBIGUOUS = {"may", "march", "mar", "sun", "sat", "jan", "dec", "august", "april", "june"}


def _is_a_name(before: str, after: str) -> bool:
    """Whether a capital before or after makes "June" or "March" a person's name."""
    if re.match(r",\swho\b", after):
        return True
    if re.match(r"\s+[A-Z]['’a-z]", after):
        return not re.search(
            r"\b(?:in|of|since|until|by|last|this|next|early|late|mid)[ -]$", before, re.IGNORECASE
        )
    return bool(re.search(r"\b[A-Z][a-z]+ $", before)) and not _IN_FRONT.search(before)


def _month(c: Captures, ctx: Context) -> Reading | None:
    raw = c.raw("month").rstrip(".")
    before = ctx.before(24)
    short = len(raw) == 3 and raw != "May" and not c.raw("month").endswith(".")
    if short and not re.match(r"[-–][A-Z][a-z]{2}\b", ctx.after(5)):
        return None
    front = before[-1:] in (" ", "-") and _IN_FRONT.search(before) is not None
    if raw.lower() in _AMBIGUOUS and not front:
        if _NOT_A_MONTH.search(before) or _MONTH_AS_WORD.match(ctx.after(8)):
            return None
        if raw.lower() in ("may", "march", "august", "april", "june") and re.match(
            r"\s+[A-Z]?[a-z]+", ctx.after(14)
        ):
            return None
    if raw.lower() in _AMBIGUOUS and _is_a_name(before, ctx.after(6)):
        return None
    if raw in ("March", "May") and before.endswith("the ") and re.match(r"[.,;:!?]", ctx.after(1)):
        return None
    if raw == raw.lower() and not front:
        return None
    number = re.match(r"\s(\d\d)\b(?![%:.]\d)", ctx.after(6))
    if number and days_in_month(2000, c.number("month")) < int(number[1]) <= 31:
        return None
    return month_alone(ctx, c.number("month"))


def _turned_month(c: Captures, ctx: Context) -> Reading | None:
    return month_alone(ctx, c.number("month"), turn=c.number("turn"))


def _month_of_near_year(c: Captures, ctx: Context) -> Reading | None:
    place = ctx.now if c.has("turn") else ctx.here
    if place is None:
        return None
    year = civil(place.day)[0] + (c.number("turn") if c.has("turn") else 0)
    month = c.number("month") if c.has("month") else c.number("month2")
    reason = f"in the year {year}"
    if c.has("day") or c.has("day2"):
        return on_day(year, month, c.number("day") if c.has("day") else c.number("day2"), reason)
    return in_month(year, month, reason)


def _week_of(c: Captures, ctx: Context) -> Reading | None:
    month = c.number("month") if c.has("month") else c.number("month2")
    day = c.number("day") if c.has("day") else c.number("day2")
    found = on_day(c.number("year"), month, day) if c.has("year") else month_alone(ctx, month, day)
    return same(place_of(found.value), "week", ctx) if found else None


def _nth_of_month(c: Captures, ctx: Context) -> Reading | None:
    place = ctx.here
    if not c.raw("nth")[0].isdigit() or place is None or place.unit not in ("day", "month"):
        return None
    if not re.search(r"\b(?:on|by|until|from|to|since|of)\s$", ctx.before(8), re.IGNORECASE):
        return None
    if not c.match[0].lower().endswith("month") and not re.match(
        r"[,.;)]|\s(?:to|and|they|he|she|it|was|were)\b|$", ctx.after(6)
    ):
        return None
    year, month, today = civil(place.day)
    number = c.number("nth")
    if place is ctx.dct and place.unit == "day":
        tense = ctx.tense
        ahead = -1 if tense == "past" and number > today else tense == "future" and number < today
        year, month = add_months(year, month, ahead)
        return on_day(year, month, number, f"the nearest one, told as {tense or 'present'}")
    return on_day(year, month, number, "in the month of the date before it")


def _day_range(c: Captures, ctx: Context) -> Range | None:
    if re.match(r"\s+[A-Z][a-z]+\s\d{4}|\s*%|\s(?:percent|per cent)", ctx.after(16)):
        return None
    month = c.number("month")
    later = c.number("month2") if c.has("month2") else month
    year = year_of(c, ctx)
    if re.match(r"\d+/", c.match[0]) and c.number("day2") != c.number("day") + 1:
        return None
    first = (
        on_day(year, month, c.number("day")) if year else month_alone(ctx, month, c.number("day"))
    )
    last = (
        on_day(year, later, c.number("day2")) if year else month_alone(ctx, later, c.number("day2"))
    )
    return Range(first, last, "day", "day2") if first and last else None


RULES = (
    Rule(
        "month day year",
        f"{_WEEKDAY}{{month}}[ ]{_DAY}[,][ ][of ]{YEAR}",
        _full_day,
        (
            ("The court ruled on [March 3, 2011].", "2011-03-03"),
            ("It opened [Tuesday, Sept. 6, 1994].", "1994-09-06"),
            ("Seen on [Jan. 5th '98]", "1998-01-05"),
            ("It rained on [February 30, 2020].", "2020-02-XX"),
        ),
        ("The bill of March 31, 20 pages long",),
    ),
    Rule(
        "day month year",
        f"{_WEEKDAY}({_DAY}|[the ]{{nth}})[ ][of ]{{month}}[,][ ]{YEAR}",
        _full_day,
        (
            ("The bridge opened on [26 January 1923].", "1923-01-26"),
            ("Signed [the 4th of July, 1976]", "1976-07-04"),
            ("on [Friday 5 May 1950] they", "1950-05-05"),
            ("They met on [29 February 2023].", "2023-02-XX"),
            ("They met on [29 February 2024].", "2024-02-29"),
        ),
    ),
    Rule(
        "month year",
        f"{{month}}[,][ of] ({YEAR}|{{yearwords}})",
        _month_of_year,
        (
            ("A similar vote in [May 2020] failed.", "2020-05"),
            ("Prices fell in [Sept. '98].", "1998-09"),
        ),
        ("It may 2020 times fail",),
    ),
    Rule(
        "month day",
        f"{_WEEKDAY}[{{turn:turn2}} ]{{month}} ({_DAY}|the {{nth}})",
        _day_of_month,
        (
            ("The raid on [Thursday January 26] left nine dead.", "2023-01-26"),
            ("The fair opened on [Dec. 3].", "2022-12-03"),
            ("The fair will open on [Dec. 3].", "2023-12-03"),
            ("The fair opened on [April 3].", "2022-04-03"),
            ("She was born on [February 29].", "2020-02-29"),
            ("On [the following Monday, January 30], they met.", "2023-01-30"),
            ("He was shot [last Oct. 23].", "2022-10-23"),
        ),
        ("they march 20 miles", "in May 20% more"),
    ),
    Rule(
        "day month",
        f"{_WEEKDAY}({_DAY}|[the ]{{nth}})[ ][of ]{{month}}",
        _day_of_month,
        (
            ("The dam failed on [9 December].", "2022-12-09"),
            ("They met on [the 9th of December].", "2022-12-09"),
        ),
        ("20 may go", "They left on 31 June."),
    ),
    Rule(
        "month days",
        f"{{month}} {{day}}[{_TH}](–| and | to | through | or ){{day:day2}}[{_TH}][[,] {YEAR}]",
        _day_range,
        (
            ("The fair of [March 3]-7, 2011 drew crowds.", "2011-03-03"),
            ("The fair of April 3 and [4] will draw crowds.", "2023-04-04"),
        ),
    ),
    Rule(
        "days of a month",
        f"{_WEEKDAY}[the ]{{day}}[{_TH}](–|/| to | and | to the | and the )[{{weekday:weekday2}} ]"
        f"{{day:day2}}[{_TH}] [of ]{{month}}[[,] {YEAR}]",
        _day_range,
        (("The fair, 3 to [7 May 2011], drew crowds.", "2011-05-07"),),
    ),
    Rule(
        "month",
        "{month}",
        _month,
        (
            ("Exports fell in [August].", "2022-08"),
            ("Exports will rise in [August].", "2023-08"),
        ),
        (
            "Mrs. May said so",
            "the troops march on",
            "you may go",
            "March on, he said",
            "There were few battles along the March.",
            "and April Jones",
            "Will March.",
            "May, who resigned, said no.",
            "in June 31 of them fell",
        ),
    ),
    Rule(
        "every month of a name",
        "(each|every) {month}",
        lambda c, _: repeated(f"XXXX-{c.number('month'):02}"),
        (("They march [each July] through the town.", "XXXX-07"),),
    ),
    Rule(
        "turned month",
        "{turn} {month}",
        _turned_month,
        (
            ("She resigned [last November].", "2022-11"),
            ("The vote is due [next June].", "2023-06"),
            ("The vote was held [this January].", "2023-01"),
        ),
    ),
    Rule(
        "month of a year near",
        "{month}[,][ of]( {turn} year| that year| the same year)",
        _month_of_near_year,
        (
            ("She resigned in [June last year].", "2022-06"),
            ("In 1912 it sank; in [May of that year] came the inquiry.", "1912-05"),
        ),
    ),
    Rule(
        "day of a year near",
        "({month} {day}|{day:day2} {month:month2})[,][ of]( {turn} year| that year| the same year)",
        _month_of_near_year,
        (
            ("She resigned on [June 3 last year].", "2022-06-03"),
            ("In 1912 it sank; on [3 May of that year] came the inquiry.", "1912-05-03"),
        ),
    ),
    Rule(
        "week of a day",
        "the week of ({month} {day}|{day:day2} {month:month2})[[,] {year}]",
        _week_of,
        (("The court sits in [the week of March 6].", "2023-W10"),),
    ),
    Rule(
        "day of the month",
        "the {nth}[ of (that|the same|this) month]",
        _nth_of_month,
        (
            ("On 2 October 1920 they met and on [the 5th], they signed.", "1920-10-05"),
            ("He was arrested on [the 30th].", "2022-12-30"),
            ("The report is due on [the 2nd].", "2023-02-02"),
            ("He came on [the 3rd of this month].", "2023-01-03"),
        ),
        ("on the 5th floor", "the second, he said"),
    ),
)
