"""English lengths of time and what recurs: two weeks, three-year, daily, every Monday."""

import re

from generator.dates.languages.en.fragments import LETTERS
from generator.dates.resolve import Context, duration, repeated
from generator.dates.rules import Captures, Reading, Rule

_WEEKDAY_SET = "XXXX-WXX-{}"


def _letter(c: Captures) -> str:
    for name in ("unit", "units", "shortunits", "small", "smalls"):
        if c.has(name):
            return LETTERS[c.word(name)]
    raise KeyError("unit")


def length(count: float | str, letter: str) -> Reading:
    """The duration, with fortnights, decades and centuries in TIMEX3's own units."""
    match letter:
        case "DE" | "CE" | "ML":
            years = {"DE": 10, "CE": 100, "ML": 1000}[letter]
            if isinstance(count, str):
                return duration(count, letter)
            return duration(float(count * years), "Y")
        case "FN":
            return duration(count if isinstance(count, str) else float(count * 2), "W")
        case _:
            return duration(count, letter)


def _counted(c: Captures, ctx: Context) -> Reading | None:
    letter = _letter(c)
    if re.match(r"[- ]olds?\b|\s+of age\b", ctx.after(8)) or (letter == "Q" and "-" in c.match[0]):
        return None
    return length(c.real("n"), letter)


def _and_a_half(c: Captures, ctx: Context) -> Reading | None:
    number = c.real("n") if c.has("n") else 1.0
    return length(number + 0.5, _letter(c))


def _some(c: Captures, ctx: Context) -> Reading | None:
    return length("X", _letter(c))


def _bare(c: Captures, ctx: Context) -> Reading | None:
    if re.search(
        r"\b(?:for|in|over|after|within|of|many|took|spent|take|last|lasted|recent|the)\s$",
        ctx.before(10),
    ):
        return length("X", _letter(c))
    return None


def _a_unit(c: Captures, ctx: Context) -> Reading | None:
    letter = _letter(c)
    if re.match(r"-old|-ago", ctx.after(4)) or letter in ("WE", "Q"):
        return None
    if letter == "TS" and re.match(r"\s+[a-z]", ctx.after(2)):
        return None
    before = ctx.before(20)
    if re.search(
        r"(?:\b(?:times|once|twice|cents?|dollars|hours|days|million|billion|people|barrels|percent|%|tons)|\d%?)\s$",
        before,
    ):
        return repeated(length(1.0, letter).value)
    return length(1.0, letter)


def _daily(c: Captures, ctx: Context) -> Reading | None:
    word = c.match[0].lower()
    value = {
        "hourly": "PT1H", "daily": "P1D", "weekly": "P1W", "monthly": "P1M",
        "yearly": "P1Y", "annually": "P1Y",  "nightly": "P1D", "biweekly": "P2W",
        "fortnightly": "P2W", "biannual": "P6M", "semiannual": "P6M", "semiannually": "P6M",
        "bimonthly": "P2M", "biannually": "P6M",
    }[word]  # fmt: skip
    if (
        ctx.text[ctx.start].isupper()
        and ctx.before(2)[-1:] not in ("", "\n")
        and not re.search(r"[.!?]\s$", ctx.before(2))
    ):
        return None
    return repeated(value)


def _every(c: Captures, ctx: Context) -> Reading | None:
    if c.has("weekday"):
        return repeated(_WEEKDAY_SET.format(c.number("weekday")))
    if c.has("n"):
        return repeated(length(c.real("n"), _letter(c)).value)
    return repeated(length(1.0, _letter(c)).value)


RULES = (
    Rule(
        "counted length",
        "{n}(_| full | whole | straight | consecutive | more | additional | long | or so )"
        "({unit}|{units}|{small}|{smalls}|{shortunits})",
        _counted,
        (
            ("It took [three days].", "P3D"),
            ("a [two-year] term", "P2Y"),
            ("after [18 months] of work", "P18M"),
        ),
        ("the second day", "one dayroom"),
    ),
    Rule(
        "length and a half",
        "((a|an|one|{n}) ({unit}|{small}|{units}|{smalls}) and a half"
        "|{n:m} and a half ({units:u}|{smalls:s}))",
        lambda c, ctx: (
            _and_a_half(c, ctx)
            if c.has("unit") or c.has("small") or c.has("units") or c.has("smalls")
            else length(c.real("m") + 0.5, LETTERS[c.word("u") if c.has("u") else c.word("s")])
        ),
        (("They waited [two and a half years].", "P2.5Y"),),
    ),
    Rule(
        "half a unit",
        "(half an|half a|half-a|a half) ({unit}|{small})",
        lambda c, ctx: (
            duration("30", "TM")
            if c.has("small") and c.word("small") == "hour"
            else duration(6, "M")
            if c.has("unit") and c.word("unit") == "year"
            else length(0.5, _letter(c))
        ),
        (("It lasted [half an hour].", "PT30M"),),
    ),
    Rule(
        "some units",
        "(several|a few|few|some|many|a couple of|a number of|various|numerous|countless|the few) "
        "[more |additional ]({units}|{smalls})",
        lambda c, ctx: length(2.0, _letter(c)) if "couple" in c.match[0].lower() else _some(c, ctx),
        (("It took [several months].", "PXM"),),
    ),
    Rule(
        "recent units",
        "(the |)(past|last|next|coming|first|following|previous|final) "
        "({n}|few|several|couple of|couple) "
        "({units}|{smalls})",
        lambda c, ctx: length(c.real("n"), _letter(c)) if c.has("n") else _some(c, ctx),
        (("Over [the past two years] it grew.", "P2Y"),),
    ),
    Rule(
        "bare units",
        "({units}|{smalls})",
        _bare,
        (("They argued for [years].", "PXY"),),
    ),
    Rule(
        "long adjective",
        "[(a|an) ]({units}|{smalls}|{unit}|{small})-long",
        lambda c, ctx: length("X" if c.has("units") or c.has("smalls") else 1.0, _letter(c)),
        (("[a year-long] siege", "P1Y"), ("[a decades-long] feud", "PXDE")),
    ),
    Rule(
        "a unit",
        "(a|an) [full |whole |single ]({unit}|{small})",
        _a_unit,
        (("It lasted [a week].", "P1W"), ("It costs 40 dollars [a month].", "P1M")),
        ("a year-old girl",),
    ),
    Rule(
        "recurring",
        "(hourly|daily|weekly|monthly|yearly|annually|nightly|biweekly|"
        "fortnightly|biannual|semiannual|semiannually|bimonthly|biannually)",
        _daily,
        (("The [weekly] market is full.", "P1W"),),
        ("the Daily Star",),
    ),
    Rule(
        "every",
        "(every|each|per) [(other |single )][{n} ]({unit}|{units}|{small}|{smalls}|{weekday})",
        _every,
        (("They meet [every week].", "P1W"), ("They meet [every Monday].", "XXXX-WXX-1")),
    ),
    Rule(
        "weekdays",
        "{weekdays}",
        lambda c, ctx: repeated(_WEEKDAY_SET.format(c.number("weekdays"))),
        (("The market is shut on [Mondays].", "XXXX-WXX-1"),),
    ),
)
