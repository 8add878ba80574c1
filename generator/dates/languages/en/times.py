"""English times of day: 3 p.m., noon, Thursday morning, tonight."""

import re

from generator.dates.resolve import Context, end_of_day, repeated, step, vague, weekday_alone
from generator.dates.rules import Captures, Reading, Rule
from generator.dates.values import Place


def _clock(c: Captures, ctx: Context) -> Reading | None:
    hour = c.number("hour")
    half = c.word("ampm") if c.has("ampm") else ""
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half == "p" else 0)
    minute = c.number("minute") if c.has("minute") else 0
    zone = c.word("zone") if c.has("zone") else ""
    return _at(f"{hour:02}:{minute:02}{zone}", ctx)


def _at(clock: str, ctx: Context) -> Reading:
    return end_of_day(step(_clock_day(ctx), 0, "day", ctx), clock) or Reading(
        "TIME", f"XXXX-XX-XXT{clock}", "the day is not said"
    )


_BESIDE_AN_EVENT = re.compile(
    r"(?:\s(?:at|in|near|from|outside|inside|behind|beside)(?:\s(?!and\b|but\b|as\b|when\b)[\w'’]+){1,4}?)?,?\s(?:on\s)?(?:"
    r"(?:the|an?|several|some|a\sfew|\d+|[a-z]+(?:-[a-z]+)?)\s(?:very\s)?"
    r"(?:days?|nights?|mornings?|evenings?|weeks?|fortnights?|months?|years?)\s"
    r"(?:before|after|prior\sto|following|preceding)"
    r"|the\s(?:very\s)?(?:day|night|morning|evening|eve)\sof"
    r")\s(?!that\b|this\b|which\b|when\b|and\b|yesterday\b|tomorrow\b|last\b|next\b)"
    r"(?!(?:the\s)?\d)[\w'’“\"]"
)
"""A distance from an event, whose day is not known: "ten days before the shooting"."""
_TO_A_DATE = re.compile(
    r"[^.;,]{0,24}\b(?:\d{1,2}|\d{4}|(?:Jan|Febr)uary|March|April|May|June|July|August|"
    r"(?:Septem|Octo|Novem|Decem)ber|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b"
)


def _clock_day(ctx: Context) -> Place | None:
    beside = _BESIDE_AN_EVENT.match(ctx.after(96))
    if beside and not _TO_A_DATE.match(ctx.after(128)[beside.end() - 1 :]):
        return None
    if ctx.mode == "narrative" or (ctx.last and ctx.last.unit == "day"):
        return ctx.here
    return ctx.now


def _plain_clock(c: Captures, ctx: Context) -> Reading | None:
    if not c.has("zone") and not re.search(_AT, ctx.before(8)):
        return None
    if re.match(r"[.:]\d|\s?-\s?\d", ctx.after(4)):
        return None
    return _clock(c, ctx)


_AT = r"\b(?:at|by|until|till|from|around|about|after|before|since)\s$"


def _military(c: Captures, ctx: Context) -> Reading | None:
    digits = c.raw("hhmm")
    named = c.has("zone") or digits[0] == "0" or re.search(_AT, ctx.before(8))
    if not named:
        return None
    zone = c.word("zone") if c.has("zone") else ""
    return _at(f"{digits[:2]}:{digits[2:]}{zone}", ctx)


def _named(c: Captures, ctx: Context) -> Reading | None:
    if re.search(r"\bhigh\s$", ctx.before(6), re.IGNORECASE):
        return None
    titled = c.match[0][0].isupper() and re.match(r"\s[A-Z]", ctx.after(2))
    if titled and re.search(r"\w\s$", ctx.before(2)):
        return None
    word = c.match[0].lower().split()[0]
    clock = {"noon": "12:00", "midday": "12:00", "midnight": "24:00"}[word]
    return _at(clock + (c.word("zone") if c.has("zone") else ""), ctx)


def _part_of_weekday(c: Captures, ctx: Context) -> Reading | None:
    turn = c.number("turn") if c.has("turn") else None
    if c.raw("part")[0].isupper() and re.match(r"\s[A-Z]", ctx.after(2)):
        return None
    if c.raw("part").lower().endswith("s"):
        return repeated(f"XXXX-WXX-{c.number('weekday')}T{c.word('part')}")
    return end_of_day(weekday_alone(ctx, c.number("weekday"), turn=turn), c.word("part"))


def _part_of_near_day(c: Captures, ctx: Context) -> Reading | None:
    word = c.match[0].lower()
    count = (
        -1 if word.startswith(("yesterday", "last")) else 1 if word.startswith("tomorrow") else 0
    )
    part = c.word("part") if c.has("part") else "NI"
    return end_of_day(step(ctx.now, count, "day", ctx), part)


def _part_of_that_day(c: Captures, ctx: Context) -> Reading | None:
    word = c.match[0].lower()
    count = (
        1
        if "next" in word or "following" in word
        else -1
        if "previous" in word or "before" in word
        else 0
    )
    return end_of_day(step(ctx.here, count, "day", ctx), c.word("part"))


RULES = (
    Rule(
        "clock",
        "{hour}[(:|.){minute}][ ]{ampm}[[ ][\\(]{zone}[\\)]]",
        _clock,
        (
            ("The blast came at [3 p.m.] sharp", "2023-01-26T15:00"),
            ("at [10:35 a.m. EST] it", "2023-01-26T10:35-05"),
            ("They will play at [8 p.m.] (1900 GMT) on Sunday.", "2023-01-29T20:00"),
            ("He left at [6 a.m.] ten days before the storm.", "XXXX-XX-XXT06:00"),
            ("On 3 May 1912 it sank; at [6 a.m.] the day before her trial", "XXXX-XX-XXT06:00"),
            ("Gates opened at [8 p.m.] on the night of the match.", "XXXX-XX-XXT20:00"),
            ("He left at [6 a.m.], two days after they met.", "XXXX-XX-XXT06:00"),
            (
                "She was seen at [6 a.m.] near the old dam two days before the flood.",
                "XXXX-XX-XXT06:00",
            ),
            ("It hit at [6 a.m.] in Roe two days after 24 January 2023.", "2023-01-26T06:00"),
            ("He rose at [6 a.m.] in Roe and left two days after the vote.", "2023-01-26T06:00"),
            ("He left at [6 a.m. two days before].", "2023-01-24T06:00"),
            ("He left at [6 a.m.] The day after the storm was calm.", "2023-01-26T06:00"),
        ),
    ),
    Rule(
        "24-hour clock",
        "{hour}:{minute}[ [\\(]{zone}[\\)]]",
        _plain_clock,
        (
            ("The train left at [18:04].", "2023-01-26T18:04"),
            ("[18:00 UTC] was", "2023-01-26T18:00Z"),
        ),
        ("They won 18:04 in the end", "Psalm 12:15 says"),
    ),
    Rule(
        "o'clock",
        "({hour}|{hourword:hw}) o'clock",
        lambda c, ctx: _at(f"{c.number('hour') if c.has('hour') else c.number('hw'):02}:00", ctx),
        (("They met at [nine o'clock].", "2023-01-26T09:00"),),
    ),
    Rule(
        "hours",
        "{hhmm} (hours|hrs|{zone})",
        _military,
        (("Lift-off was at [1530 hours].", "2023-01-26T15:30"),),
        ("It took 2000 hours of work",),
    ),
    Rule(
        "noon",
        "(noon|midday|midnight)[ {zone}]",
        _named,
        (
            ("They met at [noon].", "2023-01-26T12:00"),
            ("It shut at [midday GMT] for good.", "2023-01-26T12:00Z"),
        ),
        ("It was high noon for them", "He read The Midnight Library."),
    ),
    Rule(
        "part of a weekday",
        "[{turn} ]{weekday}['s] {part}",
        _part_of_weekday,
        (
            ("The raid came [Thursday morning].", "2023-01-26TMO"),
            ("It flies on [Tuesday nights].", "XXXX-WXX-2TNI"),
        ),
        ("She was in Friday Night Lights.",),
    ),
    Rule(
        "part of a near day",
        "(yesterday|tomorrow|this|last|late last) {part}",
        _part_of_near_day,
        (
            ("He left [yesterday morning].", "2023-01-25TMO"),
            ("It rained [last night].", "2023-01-25TNI"),
        ),
    ),
    Rule(
        "at night",
        "at night",
        lambda _c, _ctx: vague("XXXX-XX-XXTNI", "TIME"),
        (("They marched [at night].", "XXXX-XX-XXTNI"),),
    ),
    Rule("tonight", "tonight", _part_of_near_day, (("They play [tonight].", "2023-01-26TNI"),)),
    Rule(
        "part of that day",
        "(that|the same|the next|the following|the previous) {part}",
        _part_of_that_day,
        (("On 3 May 1912 he sailed; [that night] he wrote.", "1912-05-03TNI"),),
    ),
)
