"""Background by what two entries have in common: rare topics and names, words, and time."""

import math
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence

from generator.entries.similarity import Vector, cosine
from generator.model import BackgroundLink, Entry, Topic
from generator.topics.elapsed import elapsed
from generator.topics.labels import fold
from generator.topics.order import end
from generator.topics.weights import of_label, rounded

STRONG = 0.3
"""Least score of a link: none is better than a wrong one."""

ALONE = 0.04
"""What is asked beyond that where it is one name or topic that both have."""

REPEATS = 0.75
"""Cosine from which the earlier entry only says the same again."""

_RARE = 0.15
"""Share of the entries up to which a topic or name is rare."""

_LARGEST_BLOCK = 300
_ROUNDING = 1e-9
"""More than sums of weights differ by the order in which they are added."""

_HALF = 3 * 365
"""Days after which nearness in time counts half."""


class Shared:
    """What the entries of a site have in common: their topics and names by folded label."""

    def __init__(
        self, entries: Sequence[Entry], vectors: Mapping[str, Vector], topics: Iterable[Topic]
    ) -> None:
        titles = {topic.slug: topic.title for topic in topics}
        self._entries = {entry.id: entry for entry in entries}
        self._vectors = vectors
        self._labels: dict[str, str] = {}
        self._of: dict[str, frozenset[str]] = {}
        holders: dict[str, list[tuple[float, str]]] = {}
        for entry in entries:
            keys = set()
            for name in (
                *entry.people,
                *entry.organizations,
                *entry.places,
                *(titles.get(slug, slug.replace("-", " ")) for slug in entry.topics),
            ):
                key = fold(name)
                keys.add(key)
                self._labels.setdefault(key, name)
            keys.discard("")
            self._of[entry.id] = frozenset(keys)
            for key in keys:
                holders.setdefault(key, []).append((end(entry), entry.id))
        most = min(_LARGEST_BLOCK, max(4.0, _RARE * rounded(len(entries))))
        self._everyone = holders
        # In the order of their ends, those that surely precede a date are the first so many.
        self._holders = {
            key: sorted(held) for key, held in holders.items() if 2 <= len(held) <= most
        }
        self._weights = {
            key: of_label(len(held), len(entries)) for key, held in self._holders.items()
        }

    def before(self, later: Entry) -> Iterator[BackgroundLink]:
        """Links from an entry to the earlier ones with which it shares something rare.

        Names alone are not enough, for a person or a place is in many stories; nor are words
        alone. The links have no reason yet: few of them are shown.
        """
        start = later.date.earliest
        if start is None:
            return
        one: dict[str, float] = {}
        several: dict[str, float] = {}
        for key in sorted(self._of[later.id] & self._holders.keys()):
            weight, held = self._weights[key], self._holders[key]
            for _, name in held[: bisect_left(held, (start, ""))]:
                if name in one:
                    several[name] = several.get(name, one[name]) + weight
                else:
                    one[name] = weight
        for name, weight in one.items():
            score = self._score(
                self._entries[name], later, several.get(name, weight), several=name in several
            )
            if score:
                yield BackgroundLink(
                    later=later.id,
                    earlier=name,
                    kind="shared",
                    reason="",
                    score=round(min(0.59, score), 4),
                )

    def after(self, earlier: Entry) -> Iterator[str]:
        """The ids of the entries of which this one is background: it is among their `before`."""
        first = end(earlier)
        summed: dict[str, list[float]] = {}
        for key in sorted(self._of[earlier.id] & self._holders.keys()):
            for _, name in self._holders[key]:
                summed.setdefault(name, []).append(self._weights[key])
        for name, weights in summed.items():
            later = self._entries[name]
            start = later.date.earliest
            if name == earlier.id or start is None or start <= first:
                continue
            if self._score(earlier, later, math.fsum(weights), several=len(weights) > 1):
                yield name

    def holders(self, key: str) -> Iterator[str]:
        """The ids of the entries that have a label."""
        return (name for _, name in self._everyone.get(key, ()))

    def standing(self) -> dict[str, tuple[float, str]]:
        """What each label that may link entries counts, and how it is written."""
        return {key: (weight, self._labels[key]) for key, weight in self._weights.items()}

    def _score(self, earlier: Entry, later: Entry, weights: float, *, several: bool) -> float:
        """How well one entry explains the other, 0 for not well enough.

        Args:
            weights: the sum for all labels that both have; it may be too much.
        """
        nearness = _nearness(earlier, later)
        least = STRONG if several else STRONG + ALONE
        names = min(1.0, weights / 2)
        # The least cosine with which names so rare and so near in time are enough.
        needed = (least / nearness) ** 2 / names - _ROUNDING if names else REPEATS
        if needed >= REPEATS:
            return 0.0
        words = cosine(self._vectors[earlier.id], self._vectors[later.id])
        if words < needed or words >= REPEATS:
            return 0.0
        rare = self._rare(earlier, later)
        # Both must speak for it: a geometric mean of the words and of the names (two rare
        # ones: full).
        names = min(1.0, math.fsum(self._weights[key] for key in rare) / 2)
        score = math.sqrt(words * names) * nearness
        return score if score >= (STRONG if len(rare) > 1 else STRONG + ALONE) else 0.0

    def concerns(self, earlier: Entry, later: Entry) -> tuple[str, ...]:
        """What both are about, the rarest first, as they say it."""
        texts = f"{later.title}. {later.text} {earlier.title}. {earlier.text}"
        rare = self._rare(earlier, later)
        return tuple(_as_said(self._labels[key], texts) for key in rare[:3])

    def reason(self, concerns: Sequence[str], earlier: Entry, later: Entry) -> str:
        """What readers are told of why the two are linked."""
        listed = " and ".join(part for part in (", ".join(concerns[:-1]), concerns[-1]) if part)
        when = elapsed(earlier.date, later.date)
        return f"Both concern {listed}; {when}" if when else f"Both concern {listed}"

    def _rare(self, earlier: Entry, later: Entry) -> list[str]:
        """What is rare and both have, the rarest first; no "Jenin" beside "Jenin camp"."""
        both = self._of[earlier.id] & self._of[later.id]
        longest = [
            key
            for key in both & self._holders.keys()
            if not any(key != other and f" {key} " in f" {other} " for other in both)
        ]
        return sorted(longest, key=lambda key: (-self._weights[key], key))


def _nearness(earlier: Entry, later: Entry) -> float:
    days = earlier.date.distance(later.date)
    return float(0.75 + 0.25 * 0.5 ** (days / _HALF))


def _as_said(label: str, text: str) -> str:
    """The label with a small letter where the entries write it so, without a title's capital."""
    small = label[:1].lower() + label[1:]
    return small if f" {small}" in text and f" {label}" not in text else label
