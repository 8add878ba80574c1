"""Background by what two entries have in common: rare topics and names, words, and time."""

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence

from generator.entries.similarity import Vector, cosine
from generator.model import BackgroundLink, Entry, Topic
from generator.topics.elapsed import elapsed
from generator.topics.labels import fold
from generator.topics.order import precedes

STRONG = 0.3
"""Least score of a link: none is better than a wrong one."""

ALONE = 0.04
"""What is asked beyond that where it is one name or topic that both have."""

REPEATS = 0.75
"""Cosine from which the earlier entry only says the same again."""

_RARE = 0.15
"""Share of the entries up to which a topic or name is rare."""

_LARGEST_BLOCK = 300
_HALF = 3 * 365
"""Days after which nearness in time counts half."""


class _Features:
    """The topics and names of each entry by folded label, and how rare each is."""

    def __init__(self, entries: Sequence[Entry], topics: Iterable[Topic]) -> None:
        titles = {topic.slug: topic.title for topic in topics}
        self.labels: dict[str, str] = {}
        self.of: dict[str, frozenset[str]] = {}
        self.holders: dict[str, list[Entry]] = {}
        for entry in entries:
            keys = set()
            for name in (
                *entry.people,
                *entry.organizations,
                *entry.places,
                *(titles.get(slug, slug.replace("-", " ")) for slug in entry.topics),
            ):
                keys.add(fold(name))
                self.labels.setdefault(fold(name), name)
            self.of[entry.id] = frozenset(keys - {""})
            for key in sorted(self.of[entry.id]):
                self.holders.setdefault(key, []).append(entry)
        self._number = len(entries)

    def is_rare(self, key: str) -> bool:
        most = min(_LARGEST_BLOCK, max(4.0, _RARE * self._number))
        return 2 <= len(self.holders[key]) <= most

    def weight(self, key: str) -> float:
        """0 for what every entry has, 1 for what two of many have."""
        if self._number <= 2:
            return 1.0
        return math.log(self._number / len(self.holders[key])) / math.log(self._number / 2)


def shared(
    entries: Sequence[Entry], vectors: Mapping[str, Vector], topics: Iterable[Topic]
) -> Iterator[BackgroundLink]:
    """Links from each entry to the earlier ones with which it shares something rare.

    Names alone are not enough, for a person or a place is in many stories; nor are words alone.
    """
    features = _Features(entries, topics)
    for later in entries:
        rare = sorted(key for key in features.of[later.id] if features.is_rare(key))
        near: dict[str, Entry] = {}
        for key in rare:
            near.update((entry.id, entry) for entry in features.holders[key])
        for earlier in near.values():
            if precedes(earlier, later):
                common = _common(features, earlier, later)
                score = _score(features, common, vectors, earlier, later)
                several = sum(features.is_rare(key) for key in common) > 1
                if score >= (STRONG if several else STRONG + ALONE):
                    yield BackgroundLink(
                        later=later.id,
                        earlier=earlier.id,
                        kind="shared",
                        reason=_reason(features, common, earlier, later),
                        score=round(min(0.59, score), 4),
                    )


def _common(features: _Features, earlier: Entry, later: Entry) -> list[str]:
    """What both have, the rarest first; "Jenin" is left out beside "Jenin camp"."""
    both = features.of[earlier.id] & features.of[later.id]
    longest = [
        key
        for key in both
        if not any(key != other and f" {key} " in f" {other} " for other in both)
    ]
    return sorted(longest, key=lambda key: (-features.weight(key), key))


def _score(
    features: _Features,
    common: Sequence[str],
    vectors: Mapping[str, Vector],
    earlier: Entry,
    later: Entry,
) -> float:
    words = cosine(vectors[earlier.id], vectors[later.id])
    if words >= REPEATS:
        return 0.0
    names = math.fsum(features.weight(key) for key in common if features.is_rare(key))
    days = earlier.date.distance(later.date)
    nearness = 0.75 + 0.25 * 0.5 ** (days / _HALF)
    # Both must speak for it: a geometric mean of the words and of the names (two rare ones: full).
    return float(math.sqrt(words * min(1.0, names / 2)) * nearness)


def _reason(features: _Features, common: Sequence[str], earlier: Entry, later: Entry) -> str:
    texts = f"{later.title}. {later.text} {earlier.title}. {earlier.text}"
    named = [_as_said(features.labels[key], texts) for key in common if features.is_rare(key)][:3]
    listed = " and ".join(part for part in (", ".join(named[:-1]), named[-1]) if part)
    when = elapsed(earlier.date, later.date)
    return f"Both concern {listed}; {when}" if when else f"Both concern {listed}"


def _as_said(label: str, text: str) -> str:
    """The label with a small letter where the entries write it so, without a title's capital."""
    small = label[:1].lower() + label[1:]
    return small if f" {small}" in text and f" {label}" not in text else label
