"""Which links of the last build still hold, so that only the others are worked out again.

An entry's background is worked out anew when the entry itself has changed, when something that it
may be linked to has, or when a word or name that it holds counts more or less than it did. That is
all it follows from: the result is the same as if every link had been worked out.
"""

from collections import Counter
from collections.abc import Mapping, Sequence

import msgspec

from generator.entries.similarity import Rarity
from generator.model import Article, BackgroundLink, Entry, Topic
from generator.topics import weights
from generator.topics.shared import Shared


class Counted(msgspec.Struct, frozen=True):
    """What links were weighed by."""

    terms: dict[str, int]
    """In how many entries each term stands."""
    labels: dict[str, tuple[float, str]]
    """What each name or topic that may link entries counts, and how it is written."""


class Before(msgspec.Struct, frozen=True):
    """What was linked the last time, by the same rules."""

    entries: tuple[Entry, ...]
    articles: tuple[Article, ...]
    topics: tuple[Topic, ...]
    links: tuple[BackgroundLink, ...]
    counted: Counted


class Changes:
    """What is not as it was the last time."""

    def __init__(
        self,
        entries: Sequence[Entry],
        articles: Sequence[Article],
        topics: Sequence[Topic],
        before: Before | None,
    ) -> None:
        self._entries = entries
        self._before = before
        if before is None:
            return
        self._new = {entry.id: entry for entry in entries}
        self._old = {entry.id: entry for entry in before.entries}
        self._changed = {
            id_
            for id_ in self._new.keys() | self._old.keys()
            if _differ(self._old.get(id_), self._new.get(id_))
        }
        self._everything = (
            2 * len(self._changed) > len(entries)
            or weights.rounded(len(self._old)) != weights.rounded(len(self._new))
            or {topic.slug: topic.title for topic in before.topics}
            != {topic.slug: topic.title for topic in topics}
        )
        papers = {article.id: article for article in articles}
        old_papers = {article.id: article for article in before.articles}
        self._papers = {
            id_
            for id_ in papers.keys() | old_papers.keys()
            if papers.get(id_) != old_papers.get(id_)
        }

    def terms(self) -> Mapping[str, int]:
        """In how many of the entries each term stands."""
        if self._before is None or self._everything:
            return weights.counted(self._entries)
        counts = Counter(self._before.counted.terms)
        counts.subtract(weights.counted(self._versions(self._old)))
        counts.update(weights.counted(self._versions(self._new)))
        return +counts

    def kept(
        self, shared: Shared, rare: Rarity, written: Mapping[str, Sequence[BackgroundLink]]
    ) -> dict[str, list[BackgroundLink]]:
        """The links that hold, by the ids of their later entries.

        Args:
            shared: of the entries as they are now.
            rare: the weights of their terms.
            written: the links that editors wrote, by the ids of their later entries.
        """
        before = self._before
        if before is None or self._everything:
            return {}
        if weights.rarity(before.counted.terms, len(self._old)).weights != rare.weights:
            return {}
        stale = set(self._changed)
        chosen: dict[str, list[BackgroundLink]] = {}
        for link in before.links:
            if link.kind == "editor":
                chosen.setdefault(link.later, []).append(link)
        stale.update(
            id_
            for id_ in written.keys() | chosen.keys()
            if list(written.get(id_, ())) != chosen.get(id_, [])
        )
        now, then = shared.standing(), before.counted.labels
        for key in now.keys() | then.keys():
            if now.get(key) != then.get(key):
                stale.update(shared.holders(key))
        for entry in self._versions(self._new):
            stale.update(shared.after(entry))
        stale.update(link.later for link in before.links if link.earlier in self._changed)
        stale.update(self._beside())
        kept: dict[str, list[BackgroundLink]] = {id_: [] for id_ in self._new.keys() - stale}
        for link in before.links:
            if link.later in kept:
                kept[link.later].append(link)
        return kept

    def _versions(self, entries: Mapping[str, Entry]) -> list[Entry]:
        return [entries[id_] for id_ in sorted(self._changed) if id_ in entries]

    def _beside(self) -> set[str]:
        """The entries that stand in an article with one that changed, or in a changed one."""
        papers = set(self._papers)
        for entries in (self._old, self._new):
            for entry in self._versions(entries):
                papers.update(cite.article for cite in entry.citations if cite.article)
        if not papers:
            return set()
        return {
            entry.id
            for entries in (self._old, self._new)
            for entry in entries.values()
            if any(cite.article in papers for cite in entry.citations)
        }


def _differ(old: Entry | None, new: Entry | None) -> bool:
    """Whether two versions of an entry may have other links."""
    if old is None or new is None:
        return True
    return old is not new and _bearing(old) != _bearing(new)


def _bearing(entry: Entry) -> tuple[object, ...]:
    """What links follow from: all but how important the entry turns out to be."""
    return msgspec.structs.astuple(msgspec.structs.replace(entry, importance=0))
