"""Tags of publishers that tell a reader nothing: sections, house names, writers, marks."""

import re
from collections.abc import Iterable

from generator.entries.languages import themes_en
from generator.model import Article
from generator.topics.labels import fold

_SECTIONS = frozenset(map(fold, themes_en.SECTIONS))
_EMPTY = frozenset(fold(word) for word in themes_en.EMPTY_WORDS.split())
_MARK = re.compile(r"[:=_/|]|^\W*\d+\W*$|^https?|\.(?:com|org|net)\b")
_MOST_WORDS = 6


def silent_tags(articles: Iterable[Article]) -> frozenset[str]:
    """The folded tags of the articles that are no topics.

    >>> articles = [Article("a", "a", "", "", publisher="Roe Times", byline=("Ada Poe",),
    ...     tags=("Front-page", "Roe Times news", "Ada Poe", "Fishing", "type:story"))]
    >>> sorted(silent_tags(articles))
    ['ada poe', 'front page', 'roe time new', 'type story']
    """
    held = list(articles)
    writers = {fold(name) for article in held for name in article.byline}
    found = set()
    for article in held:
        house = set(fold(article.publisher).split())
        house.add("".join(word[0] for word in fold(article.publisher).split()))
        for tag in article.tags:
            key = fold(tag)
            words = key.split()
            if (
                key in _SECTIONS
                or key in writers
                or _MARK.search(tag)
                or len(words) > _MOST_WORDS
                or all(word in _EMPTY or word in house for word in words)
            ):
                found.add(key)
    return frozenset(found)
