"""One event told several times in one article is one entry."""

from collections.abc import Callable, Sequence
from typing import TypeVar

import msgspec

from generator.dates import EventDate
from generator.entries.words import terms

T = TypeVar("T")

_SHARED = 0.6
"""The share of the shorter title's words that two tellings of one event have in common."""


class Event(msgspec.Struct, frozen=True):
    """What folding looks at."""

    title: str
    date: EventDate
    score: float
    basis: str
    start: int


def fold(items: Sequence[T], *, key: Callable[[T], Event]) -> list[list[T]]:
    """Groups of items that tell one event, the best telling first in each."""
    ranked = sorted(
        ((key(item), item) for item in items),
        key=lambda pair: (-pair[0].score, pair[0].start),
    )
    groups: list[tuple[Event, frozenset[str], list[T]]] = []
    for event, item in ranked:
        words = frozenset(terms(event.title))
        for kept, kept_words, group in groups:
            if _same(kept, kept_words, event, words):
                group.append(item)
                break
        else:
            groups.append((event, words, [item]))
    return [group for _, _, group in groups]


def _same(kept: Event, kept_words: frozenset[str], event: Event, words: frozenset[str]) -> bool:
    if kept.date.open_end != event.date.open_end or kept.date.open_start != event.date.open_start:
        return False
    if not (kept.date.contains(event.date) or event.date.contains(kept.date)):
        return False
    shared = len(kept_words & words)
    return shared >= 2 and shared >= _SHARED * min(len(kept_words), len(words))
