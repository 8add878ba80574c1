"""How alike two texts are: by the words they share, the rarer the more."""

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

import msgspec

Vector = Mapping[str, float]
"""A weight for each term; of length one, so that the dot product of two is their cosine."""


class Rarity(msgspec.Struct, frozen=True):
    """How many texts of a collection hold each term. Make one with `rarity`."""

    texts: int
    holders: Mapping[str, int]

    def weight(self, term: str) -> float:
        """Inverse document frequency, smoothed: log(1 + texts / texts with the term)."""
        return math.log(1 + max(1, self.texts) / self.holders.get(term, 1))


def rarity(texts: Iterable[Sequence[str]]) -> Rarity:
    """Count in how many of `texts` (each a sequence of terms) each term occurs.

    >>> rarity([("raid", "jenin"), ("raid", "raid")]).holders["raid"]
    2
    """
    holders: Counter[str] = Counter()
    number = 0
    for text in texts:
        holders.update(dict.fromkeys(text, 1))
        number += 1
    return Rarity(number, dict(holders))


def vector(terms: Sequence[str], rare: Rarity) -> Vector:
    """The tf-idf vector of a text, of length one; empty for no terms."""
    weights = {
        term: (1 + math.log(times)) * rare.weight(term) for term, times in Counter(terms).items()
    }
    length = math.sqrt(math.fsum(weight * weight for weight in weights.values()))
    return {term: weight / length for term, weight in weights.items()} if length else {}


def cosine(a: Vector, b: Vector) -> float:
    """From 0 (nothing in common) to 1.

    The sum is exact, so that the order of the terms does not show in the last digit.
    """
    if len(b) < len(a):
        a, b = b, a
    return math.fsum(weight * b[term] for term, weight in a.items() if term in b)


def shared(a: Vector, b: Vector, most: int = 5) -> tuple[str, ...]:
    """The terms that make two texts alike, the weightiest first."""
    common = sorted((-a[term] * b[term], term) for term in a if term in b)
    return tuple(term for _, term in common[:most])
