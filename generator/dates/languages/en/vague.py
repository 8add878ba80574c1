"""English expressions that have no place in the calendar: now, recently, the future."""

import re

from generator.dates.resolve import Context, vague
from generator.dates.rules import Captures, Reading, Rule

_UP_TO = re.compile(r"\d\s?[-–—]\s?$|\d\sto\s$")


def _present(_: Captures, ctx: Context) -> Reading:
    return vague("PRESENT_REF")


def _the_past(_: Captures, ctx: Context) -> Reading | None:
    return (
        None
        if re.match(r"\s+[a-z0-9]", ctx.after(3))
        and not re.match(
            r"\s+(?:and|or|to|by|as|when|but|that|have|has|with|is|was)\b", ctx.after(6)
        )
        else vague("PAST_REF")
    )


_PAST_LENGTH = r"\s+(?:\d|few|several|couple|two|three|four|five|six|seven|eight|nine|ten|year|"


_PAST_LENGTH += (
    r"month|week|decade|century|quarter|twelve|day|hour|\w+\s(?:years|months|weeks|days))"
)


def _near_future(_: Captures, ctx: Context) -> Reading | None:
    if ctx.mode == "narrative" or re.match(r"\s+(?:after|before|as)\b|-", ctx.after(8)):
        return None
    return vague("FUTURE_REF")


def _the_future(c: Captures, ctx: Context) -> Reading | None:
    word = c.match[0].lower()
    if word.endswith("past"):
        return _the_past(c, ctx) if word.startswith("the") else None
    return vague("FUTURE_REF") if word.startswith("the") else None


RULES = (
    Rule(
        "now",
        "(right now|now)",
        lambda c, ctx: None if ctx.after(1) == "-" else _present(c, ctx),
        (("Prices are rising [now].", "PRESENT_REF"),),
        ("now-defunct",),
    ),
    Rule(
        "present",
        "(currently|current|presently|at present|at the moment|nowadays|at this time|these days|"
        "the present|at the present time|present)",
        lambda c, ctx: (
            None
            if c.match[0].lower() == "present" and not _UP_TO.search(ctx.before(8))
            else _present(c, ctx)
        ),
        (
            ("He [currently] lives in Rome.", "PRESENT_REF"),
            ("The school (1967–[present]) is small.", "PRESENT_REF"),
        ),
        ("He was present", "a present for her"),
    ),
    Rule(
        "some time ago",
        "(several|a few|few|some|many|a couple of|a number of|countless) {units} ago",
        lambda _c, _ctx: vague("PAST_REF"),
        (("He moved [a few years ago].", "PAST_REF"),),
    ),
    Rule(
        "past",
        "(recently|in the past|[in ]recent (years|months|weeks|days))",
        lambda c, ctx: None if re.match(_PAST_LENGTH, ctx.after(24)) else vague("PAST_REF"),
        (("He [recently] moved.", "PAST_REF"),),
    ),
    Rule(
        "the past",
        "the [near |not too distant ](past|future)",
        _the_future,
        (("Few think of [the future].", "FUTURE_REF"),),
        ("he walked past the house",),
    ),
    Rule(
        "soon",
        "(soon|shortly)",
        _near_future,
        (("He will leave [soon].", "FUTURE_REF"),),
        ("soon after the war",),
    ),
)
