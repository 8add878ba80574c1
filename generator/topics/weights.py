"""How rare words, names and topics are among the entries, in steps.

In steps, and with the number of entries rounded, so that one entry more or less leaves nearly all
weights exactly as they were: then the links of nearly all entries are what they were, and need not
be worked out again.
"""

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from generator.entries.similarity import Rarity, Vector, vector
from generator.entries.words import terms
from generator.model import Entry

_STEPS = 3
"""A word is in less than a 4th, a 16th or a 64th of the entries; beyond that it is simply rare."""

_FEW = 16
"""Entries up to which each one counts, and links are quickly worked out anew."""


def words_of(entry: Entry) -> tuple[str, ...]:
    """The terms that an entry is compared by."""
    return (*terms(entry.title), *terms(entry.text))


def counted(entries: Iterable[Entry]) -> Counter[str]:
    """In how many of the entries each term stands."""
    counts: Counter[str] = Counter()
    for entry in entries:
        counts.update(set(words_of(entry)))
    return counts


def rarity(counts: Mapping[str, int], number: int) -> Rarity:
    """The weights of terms that stand in so many of `number` entries.

    Only the terms that are not simply rare are in `weights`, so that two of these are quickly
    compared.
    """
    steps = [math.log(1 + 2 * 4**step) for step in range(_STEPS + 1)]
    least = max(1, math.ceil(number / 4**_STEPS))
    weights = {}
    for term, count in counts.items():
        if count >= least:
            weights[term] = steps[min(_STEPS, int(math.log(max(1.0, number / count), 4)))]
    return Rarity(number, {}, weights, steps[_STEPS])


def of_label(holders: int, entries: int) -> float:
    """What a name or topic counts: 0 for one that every entry has, 1 for one that two have."""
    number = rounded(entries)
    held = holders if entries < _FEW else 1 << (holders.bit_length() - 1)
    return max(0.0, math.log(number / held) / math.log(number / 2)) if number > 2 else 1.0


def rounded(number: int) -> int:
    """The power of two up to `number`; a small number as it is."""
    return number if number < _FEW else 1 << (number.bit_length() - 1)


class Vectors(Mapping[str, Vector]):
    """The vector of each entry, by id, made when it is asked for."""

    def __init__(self, entries: Iterable[Entry], rare: Rarity) -> None:
        self._entries = {entry.id: entry for entry in entries}
        self._rare = rare
        self._made: dict[str, Vector] = {}

    def __getitem__(self, key: str) -> Vector:
        found = self._made.get(key)
        if found is None:
            found = self._made[key] = vector(words_of(self._entries[key]), self._rare)
        return found

    def __iter__(self) -> Iterator[str]:
        return iter(self._entries)

    def __len__(self) -> int:
        return len(self._entries)
