"""Background of a passage within one story: which few earlier ones tell what led to it.

The words that the story has kept coming back to are what a reader needs to know; the passages are
chosen one after the other so that together they cover most of the weight of those words.
"""

import math
from collections.abc import Mapping, Sequence

import msgspec

from generator.dates import EventDate
from generator.entries.words import terms

_HALF_LIFE = 30.0
"""Passages back after which a mention weighs half: a story moves on."""

_FLOOR = 0.3
"""What the oldest mention still weighs: how it all began is never out of date."""

_ASKED = 1.0
"""What a word of the passage itself weighs more."""

_LENGTH = 0.15
"""Exponent of a passage's length by which its gain is divided, so that length alone wins little."""


class Told(msgspec.Struct, frozen=True):
    """A dated passage of a story."""

    id: str
    date: EventDate
    text: str


def select(passages: Sequence[Told], most: int = 5) -> dict[str, tuple[str, ...]]:
    """For each passage, by id, at most `most` passages of earlier days, the best first."""
    ordered = sorted(passages, key=lambda passage: (passage.date.sort_key, passage.id))
    words = [tuple(dict.fromkeys(terms(passage.text))) for passage in ordered]
    found: dict[str, tuple[str, ...]] = {}
    for at, passage in enumerate(ordered):
        earlier = [i for i in range(at) if _earlier(ordered[i].date, passage.date)]
        weights = _weights([words[i] for i in earlier], words[at])
        found[passage.id] = tuple(ordered[i].id for i in _cover(earlier, words, weights, most))
    return {passage.id: found[passage.id] for passage in passages}


def _earlier(one: EventDate, other: EventDate) -> bool:
    start, end = one.earliest, other.earliest
    return start is not None and end is not None and start < end


def _weights(earlier: Sequence[Sequence[str]], asked: Sequence[str]) -> Mapping[str, float]:
    """What each word of the passages so far is worth, the latest passage last."""
    heard: dict[str, float] = {}
    for back, held in enumerate(reversed(earlier)):
        weight = max(_FLOOR, 0.5 ** (back / _HALF_LIFE))
        for word in held:
            heard[word] = heard.get(word, 0.0) + weight
    wanted = frozenset(asked)
    return {
        word: math.sqrt(weight) * (1 + _ASKED * (word in wanted)) for word, weight in heard.items()
    }


def _cover(
    earlier: Sequence[int],
    words: Sequence[Sequence[str]],
    weights: Mapping[str, float],
    most: int,
) -> list[int]:
    chosen: list[int] = []
    covered: set[str] = set()
    rest = list(earlier)
    while rest and len(chosen) < most:

        def gain(i: int) -> float:
            total = math.fsum(weights[word] for word in words[i] if word not in covered)
            return round(total / math.pow(max(1, len(words[i])), _LENGTH), 9)

        # Of equals the latest: it knows most.
        best = max(rest, key=lambda i: (gain(i), i))
        rest.remove(best)
        chosen.append(best)
        covered.update(words[best])
    return chosen
