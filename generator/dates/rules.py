"""What a rule of the tagger is, and what a language's table holds."""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Literal, NamedTuple

from generator.dates.pattern import Compiled, Fragment
from generator.dates.timex import TimexType

if TYPE_CHECKING:
    from generator.dates.resolve import Context

Tense = Literal["past", "future", ""]
Bound = Literal["since", "until", "before", "after", "about", "perhaps"]


class Reading(NamedTuple):
    """What a rule takes an expression to mean."""

    type: TimexType
    value: str
    """TIMEX3."""
    reason: str = ""
    edtf: str = ""
    """When the calendar date is not what `value` says."""
    moves: bool = True
    """Whether the story goes on from here; "a year ago" only looks aside."""
    yearless: bool = False
    """Whether the year is a guess that a full date beside it may correct."""


class Range(NamedTuple):
    """Two readings in one match: the first ends where `after` does, the last starts at `before`."""

    first: Reading
    last: Reading
    after: str
    before: str


class Captures:
    """What the fragments of a pattern caught, as the language's tables have it."""

    __slots__ = ("_fragments", "_names", "match")

    def __init__(
        self, match: "re.Match[str]", names: Mapping[str, str], fragments: Mapping[str, Fragment]
    ) -> None:
        self.match = match
        self._names = names
        self._fragments = fragments

    def has(self, name: str) -> bool:
        return name in self._names and self.match[name] is not None

    def raw(self, name: str) -> str:
        """As written, or ""."""
        return (self.match[name] or "") if name in self._names else ""

    def word(self, name: str) -> str:
        return str(self._value(name))

    def number(self, name: str) -> int:
        return int(self._value(name))

    def real(self, name: str) -> float:
        return float(self._value(name))

    def _value(self, name: str) -> int | float | str:
        return self._fragments[self._names[name]].convert(self.match[name])


Resolver = Callable[[Captures, "Context"], Reading | Range | None]
"""None: it looked like a date but is none here."""


class Rule(NamedTuple):
    """One way to say a time.

    Each example is a text with the expression in brackets, its TIMEX3 value, and the document's
    date when it is not `EXAMPLE_DCT`; the test suite runs them.
    """

    name: str
    pattern: str
    resolve: Resolver
    yes: Sequence[tuple[str, str] | tuple[str, str, str]]
    no: Sequence[str] = ()


EXAMPLE_DCT = "2023-01-26"
"""A Thursday."""


Part = Literal["early", "middle", "late", "first", "second"]


class Written(NamedTuple):
    """What editors write around a date: regular expressions, the dates in their groups.

    They are compiled when the first date needs them, as most dates are EDTF.
    """

    about: str
    perhaps: str
    since: str
    until: str
    by: str
    from_on: str
    """On a date or some time after it ("1850 or later")."""
    before: str
    after: str
    between: str
    from_to: str
    to_now: str
    """A beginning that lasts ("1990 to the present")."""
    both: str
    either: str
    part: str
    """A word of `parts` and the date it is a part of."""
    parts: Mapping[str, Part]
    winter: str
    """A winter of two years ("winter 1941/42")."""
    centuries: str
    """What stands before and after the word for a century, in its singular or plural."""
    century: str
    """That word."""
    before_christ: str
    """An era that both ends of a range have ("500–300 BC")."""
    respelt: Sequence[tuple[str, str]]
    """What is written otherwise than in articles, and what it is read as ("1850 (circa)")."""
    lead: str
    """A word before a date that says nothing ("in 1850")."""
    clock: str
    """What may stand before a time of day."""
    relative: str
    """Words that would make the date depend on the day it is read."""


class Language(NamedTuple):
    """A language's table."""

    code: str
    fragments: Mapping[str, Fragment]
    written: Written
    rules: Sequence[Rule]
    tense: Callable[[str, int, int], Tense]
    """Of the clause around `text[start:end]`."""
    before: "re.Pattern[str]"
    """Words before an expression that belong to it ("early", "the end of")."""
    bounds: Sequence[tuple["re.Pattern[str]", Bound]]
    """Words before an expression that say on which side of it the event lies."""
    between: "re.Pattern[str]"
    """Words between the two ends of a range."""
    both: "re.Pattern[str]"
    """Words between two neighbouring dates ("Monday and Tuesday")."""
    opening: "re.Pattern[str]"
    """Words before the first end of a range whose ends `both` may join ("between")."""
    clock: "re.Pattern[str]"
    """Words between a time of day and its date, in either order."""
    compared: "re.Pattern[str]"
    """Words before a date that is only compared with: the story does not move there."""
    deictic: "re.Pattern[str]"
    """Words that speak from the day of publication."""


class CompiledRule(NamedTuple):
    rule: Rule
    pattern: Compiled
