"""Which entries matter most, from how many articles tell of them and for how long.

What pays is counting articles, not sentences, and above all the later ones: an event that is
still recalled a month on is one that the story turns on.
"""

from collections.abc import Mapping, Sequence

import msgspec

from generator.entries.similarity import Vector, cosine, vector
from generator.entries.words import terms
from generator.model import Article, Entry
from generator.topics import weights
from generator.topics.weights import rarity

LASTING = 30
"""Days after which a mention shows that an event lasted in memory."""

_SHARES = ((5, 0.03), (4, 0.12), (3, 0.35), (2, 0.7))
"""Each importance and the share of the entries, from the top, that have at least that."""

_HEADLINE = 0.25
"""Cosine with the headline from which an article is about the event."""


def rank(entries: Sequence[Entry], articles: Sequence[Article]) -> tuple[Entry, ...]:
    """Fill `importance` (1 to 5) where no editor gave one; entries with the same standing tie."""
    published = {article.id: article.published for article in articles}
    vectors: Mapping[str, Vector] = {}
    headlines: dict[str, Vector] = {}
    if articles:
        rare = rarity(weights.counted(entries), len(entries))
        vectors = weights.Vectors(entries, rare)
        headlines = {article.id: vector(terms(article.title), rare) for article in articles}

    def is_about(entry: Entry, article: str) -> bool:
        return cosine(vectors[entry.id], headlines[article]) >= _HEADLINE

    def score(entry: Entry) -> float:
        sources = {cite.article or cite.url or cite.title for cite in entry.citations}
        found = float(len(sources))
        late, reported = set(), set()
        for cite in entry.citations:
            date = published.get(cite.article, cite.published)
            if (
                date is not None
                and entry.date.latest is not None
                and date.earliest is not None
                and date.earliest - entry.date.latest >= LASTING
            ):
                late.add(cite.article or cite.url)
            if cite.role == "reports" and cite.article in headlines:
                reported.add(cite.article)
        about = any(is_about(entry, article) for article in sorted(reported))
        # One reminder says little; that several articles still recall it says much.
        return found + max(0, len(late) - 1) + (0.5 if about else 0.0)

    scores = {entry.id: score(entry) for entry in entries}
    falling = sorted(scores.values(), reverse=True)
    floors = [
        (level, falling[min(len(falling) - 1, int(share * len(falling)))])
        for level, share in _SHARES
        if falling
    ]

    def importance(entry: Entry) -> int:
        # An event of one article is not a turning point, however short the list is.
        most = 5 if scores[entry.id] >= 3 else 4 if scores[entry.id] >= 2 else 3
        reached = [level for level, floor in floors if scores[entry.id] >= floor]
        return min(most, max(reached, default=1))

    return tuple(
        entry if entry.importance else msgspec.structs.replace(entry, importance=importance(entry))
        for entry in entries
    )
