"""A clause that says two things with one verb, each with a date of its own."""

import re
from collections.abc import Sequence

import msgspec

from generator.dates import Mention
from generator.entries.clauses import Clause
from generator.entries.grammar import Sentence


class Part(msgspec.Struct, frozen=True):
    """What a clause says after "and" with a date of its own: "mayor in 1998 and judge in 2003"."""

    first: Mention
    joint: int
    begins: int
    second: Mention


_BETWEEN_DATES = re.compile(r",?C(A?(?:P?D?[NKE0G]+){1,4}P?)(?=d)")


def second_part(
    sentence: Sentence, clause: Clause, own: Sequence[tuple[tuple[int, int], Mention]]
) -> Part | None:
    """The part of `clause` behind an "and", when its two dates in `own` part it there."""
    behind = [item for item in own if item[0][0] >= clause.verb_last]
    if len(behind) != 2 or len(own) != 2:
        return None
    ((_, end), first), ((at, _), second) = behind
    between = _BETWEEN_DATES.match(sentence.tags, end)
    if between is None or between.end() != at or first.date is None or second.date is None:
        return None
    if first.date.contains(second.date) or second.date.contains(first.date):
        return None
    return Part(first, end, between.start(1), second)
