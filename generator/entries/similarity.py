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
    weights: Mapping[str, float]
    """Inverse document frequency, smoothed: log(1 + texts / texts with the term)."""
    most: float
    """The weight of a term that one text holds, or none."""


def rarity(texts: Iterable[Sequence[str]]) -> Rarity:
    """Count in how many of `texts` (each a sequence of terms) each term occurs.

    >>> rarity([("raid", "jenin"), ("raid", "raid")]).holders["raid"]
    2
    """
    holders: Counter[str] = Counter()
    number = 0
    for text in texts:
        holders.update(set(text))
        number += 1
    texts_counted = max(1, number)
    logs = {count: math.log(1 + texts_counted / count) for count in {1, *holders.values()}}
    return Rarity(number, holders, {term: logs[count] for term, count in holders.items()}, logs[1])


def vector(terms: Sequence[str], rare: Rarity) -> Vector:
    """The tf-idf vector of a text, of length one; empty for no terms."""
    weights, most = rare.weights, rare.most
    found = {term: weights.get(term, most) for term in terms}
    if len(found) < len(terms):
        for term, times in Counter(terms).items():
            if times > 1:
                found[term] *= 1 + math.log(times)
    length = math.sqrt(math.fsum([weight * weight for weight in found.values()]))
    return {term: weight / length for term, weight in found.items()} if length else {}


def centre(vectors: Iterable[Vector]) -> Vector:
    """The vector of several texts together, of length one."""
    held: dict[str, list[float]] = {}
    for each in vectors:
        for term, weight in each.items():
            held.setdefault(term, []).append(weight)
    total = {term: math.fsum(weights) for term, weights in held.items()}
    length = math.sqrt(math.fsum([weight * weight for weight in total.values()]))
    return {term: weight / length for term, weight in total.items()} if length else {}


def cosine(a: Vector, b: Vector) -> float:
    """From 0 (nothing in common) to 1.

    The sum is exact, so that the order of the terms does not show in the last digit.
    """
    return math.fsum([a[term] * b[term] for term in a.keys() & b.keys()])


def shared(a: Vector, b: Vector, most: int = 5) -> tuple[str, ...]:
    """The terms that make two texts alike, the weightiest first."""
    common = sorted((-a[term] * b[term], term) for term in a if term in b)
    return tuple(term for _, term in common[:most])
