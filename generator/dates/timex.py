"""A date expression in a text, in the terms of TIMEX3 (ISO-TimeML)."""

from typing import Literal

import msgspec

from generator.dates.event_date import EventDate

TimexType = Literal["DATE", "TIME", "DURATION", "SET"]
"""A day or longer, a part of a day, a length of time, what recurs."""


class Mention(msgspec.Struct, frozen=True):
    """Where a text speaks of a time, and what it means there."""

    start: int
    end: int
    """Characters of the text: `text[start:end]` is `Mention.text`."""
    text: str
    type: TimexType
    value: str
    """TIMEX3: `2023-01-26`, `2023-W04`, `P3D`, `PAST_REF`; `X` stands for what is not known, as in
    `XXXX-XX-XXT06:00` and in `2023-02-XX` for a 30 February."""
    date: EventDate | None = None
    """The calendar date meant, when there is one."""
    rule: str = ""
    """The name of the rule that found it."""
    reason: str = ""
    """Why it means that, for readers."""
    parts: tuple["Mention", ...] = ()
    """The ends of a range ("Monday and Tuesday"), each a TIMEX3 expression of its own."""


def timexes(mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """The single TIMEX3 expressions: a range gives its two ends."""
    return tuple(part for mention in mentions for part in (mention.parts or (mention,)))
