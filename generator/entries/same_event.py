"""Whether two tellings are of the same event, and what speaks for and against it.

Two passages are as alike as their own words (tf-idf cosine), tempered by how alike the documents
around them are: two arrests of two actors read alike, their documents do not. The exponent was set
on a half of the ECB+ corpus (Cybulska and Vossen 2014).
"""

from collections import Counter
from collections.abc import Iterable, Sequence

import msgspec

from generator.dates import EventDate
from generator.entries.counts import Count, contradiction
from generator.entries.similarity import Vector, cosine, shared

CONTEXT = 0.25
"""The share of the surrounding documents in the likeness of two passages (an exponent)."""

_KEYS = 8
"""A passage is compared with those that share one of this many of its rarest terms: two that share
only what is common in the collection do not tell one event, however many such words they share."""

_LARGEST_BLOCK = 400
"""A term in more passages than this finds no pairs: with so many it tells nothing."""


class Evidence(msgspec.Struct, frozen=True):
    """Why two passages are taken to tell one event, or two."""

    score: float
    needed: float
    supports: tuple[str, ...] = ()
    opposes: tuple[str, ...] = ()
    """One of these is enough: what contradicts is never joined."""

    @property
    def same(self) -> bool:
        return self.score >= self.needed and not self.opposes


class Told(msgspec.Struct, frozen=True):
    """A passage made ready for comparison."""

    words: Vector
    around: Vector
    docs: frozenset[str]
    date: EventDate | None
    counted: tuple[Count, ...]


def candidates(
    told: Sequence[Told], blocks: Sequence[Iterable[str]] | None = None
) -> tuple[tuple[int, int], ...]:
    """The pairs worth comparing: those that share a rare term (and, given `blocks`, a block)."""
    holders = Counter(term for item in told for term in item.words)
    members: dict[tuple[str, str], list[int]] = {}
    for i, item in enumerate(told):
        keys = sorted(item.words, key=lambda term: (holders[term], term))[:_KEYS]
        for block in blocks[i] if blocks is not None else ("",):
            for term in keys:
                members.setdefault((block, term), []).append(i)
    found: dict[tuple[int, int], None] = {}
    for held in members.values():
        if len(held) <= _LARGEST_BLOCK:
            for at, i in enumerate(held):
                found.update(dict.fromkeys((i, j) for j in held[at + 1 :]))
    return tuple(sorted(found))


def likeness(a: Told, b: Told) -> float:
    """From 0 to 1: of the words, tempered by the documents around them."""
    words = cosine(a.words, b.words)
    if not words:
        return 0.0
    return likeness_of(words, 1.0 if a.docs & b.docs else cosine(a.around, b.around))


def likeness_of(words: float, around: float) -> float:
    """The likeness of two passages whose words and whose documents are so alike."""
    return float(words ** (1 - CONTEXT) * around**CONTEXT)


def one_time(a: Told, b: Told) -> bool:
    """Whether both may be on the same day, as far as is known."""
    return a.date is None or b.date is None or same_date(a.date, b.date)


def same_date(a: EventDate, b: EventDate) -> bool:
    """Whether two dates can be the date of one event, given more or less exactly.

    Overlap is not enough: everything since 1967 overlaps with "since 1967". An open interval is
    the same only as itself, a closed one as a date within it while it is no longer than a month.
    """
    if a.edtf == b.edtf:
        return True
    if not a.overlaps(b) or "set" in (a.precision, b.precision):
        return False
    for x, y in ((a, b), (b, a)):
        if x.precision == "interval":
            if x.earliest is None or x.latest is None or x.latest - x.earliest > 31:
                return False
            if not (x.contains(y) or y.contains(x)):
                return False
    return True


def compare(a: Told, b: Told, needed: float) -> Evidence:
    """What speaks for one event, and what against."""
    opposes = []
    if not one_time(a, b):
        opposes.append(f"other dates: {a.date}, {b.date}")
    differ = contradiction(a.counted, b.counted)
    if differ:
        opposes.append(f"other numbers: {differ[0]}, {differ[1]}")
    supports = []
    common = shared(a.words, b.words)
    if common:
        supports.append("words in common: " + ", ".join(term.lstrip("#") for term in common))
    if a.date is not None and b.date is not None and one_time(a, b):
        supports.append(f"dates that agree: {a.date}, {b.date}")
    if a.docs & b.docs:
        supports.append("the same document")
    return Evidence(round(likeness(a, b), 4), needed, tuple(supports), tuple(opposes))
