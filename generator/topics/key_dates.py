"""The dates on which a story turned, and a few sentences that say what happened on each.

A day is weighed by how many articles (not sentences) name it, how many of them a month or more
later, and how many came out on it. The weights were chosen by leaving out one story at a time from
six of the Timeline17 collections (Tran et al. 2013).
"""

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date as calendar_date

import msgspec

from generator.dates import Mention
from generator.entries import sentences as sentence_splitter
from generator.entries.similarity import Rarity, Vector, cosine, rarity, vector
from generator.entries.words import terms
from generator.model import Article
from generator.topics.important import rank

__all__ = ["Dated", "key_dates", "rank"]

LASTING = 30
"""Days after which a mention counts once more."""

WEIGHTS = (1.0, 1.0, 0.25)
"""Of the logarithms of what `features` counts."""

_LEAD = 5
"""Sentences at the head of an article that may tell of the day it came out."""

_REPEATS = 0.5
"""Cosine from which a sentence says what a chosen one says."""


class Dated(msgspec.Struct, frozen=True):
    """An article with the date expressions in its text."""

    article: Article
    mentions: tuple[Mention, ...]


class _Sentence(msgspec.Struct, frozen=True):
    text: str
    published: int
    position: int
    days: tuple[int, ...]
    """The days that it names, as ordinals."""
    words: tuple[str, ...]


def key_dates(
    articles: Sequence[Dated], *, dates: int, sentences: int, start: int, end: int
) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """A timeline of `dates` days, each with `sentences` sentences, in time order.

    Args:
        start: the first day that may be on it, as an ordinal (1 is 0001-01-01).
        end: the last one.

    Returns:
        Pairs of an ISO day and its sentences, best first, verbatim. A day of which no sentence
        speaks is not on it.
    """
    read = [sentence for dated in articles for sentence in _sentences(dated)]
    weights = weigh(articles, start, end)
    rare = rarity(sentence.words for sentence in read)
    told: dict[int, tuple[str, ...]] = {}
    for day in sorted(weights, key=lambda day: (-weights[day], day)):
        if len(told) == dates:
            break
        found = _told(read, day, sentences, rare)
        if found or not sentences:
            told[day] = found
    return tuple((calendar_date.fromordinal(day).isoformat(), told[day]) for day in sorted(told))


def weigh(articles: Sequence[Dated], start: int, end: int) -> Mapping[int, float]:
    """How much each day between `start` and `end` matters to the story."""
    found = features(articles, start, end)
    return {
        day: math.fsum(
            weight * math.log1p(count) for weight, count in zip(WEIGHTS, counts, strict=True)
        )
        for day, counts in found.items()
    }


def features(articles: Sequence[Dated], start: int, end: int) -> Mapping[int, tuple[int, int, int]]:
    """For each day, how many articles name it, name it a month later, and came out on it."""
    named: Counter[int] = Counter()
    lasting: Counter[int] = Counter()
    published: Counter[int] = Counter()
    for dated in articles:
        day = _published(dated.article)
        published[day] += 1
        for other in {other for mention in dated.mentions for other in _days(mention)}:
            named[other] += 1
            lasting[other] += day - other >= LASTING
    return {
        day: (named[day], lasting[day], published[day])
        for day in sorted({*named, *published})
        if start <= day <= end
    }


def _published(article: Article) -> int:
    date = article.published
    return date.earliest if date is not None and date.earliest is not None else 0


def _days(mention: Mention) -> tuple[int, ...]:
    date = mention.date
    if date is None or date.precision != "day" or date.earliest is None:
        return ()
    return (date.earliest,)


def _sentences(dated: Dated) -> list[_Sentence]:
    found = []
    text = dated.article.text
    mentions = sorted(dated.mentions, key=lambda mention: mention.start)
    at = 0
    for position, (start, end) in enumerate(sentence_splitter.split(text)):
        days: dict[int, None] = {}
        while at < len(mentions) and mentions[at].start < end:
            if mentions[at].start >= start:
                days.update(dict.fromkeys(_days(mentions[at])))
            at += 1
        written = text[start:end].strip()
        found.append(
            _Sentence(written, _published(dated.article), position, tuple(days), terms(written))
        )
    return found


def _told(read: Sequence[_Sentence], day: int, most: int, rare: Rarity) -> tuple[str, ...]:
    """The sentences that say best what the articles say of `day`."""
    about = [(item, weight) for item in read if (weight := _relevance(item, day))]
    about = [pair for pair in about if 5 <= len(pair[0].words) <= 40] or about
    if not about:
        return ()
    vectors = [vector(sentence.words, rare) for sentence, _ in about]
    centre = _centre(vectors, [weight for _, weight in about])
    scores = [
        weight**0.5 * cosine(held, centre) for (_, weight), held in zip(about, vectors, strict=True)
    ]
    order = sorted(range(len(about)), key=lambda i: (-round(scores[i], 9), about[i][0].text))
    chosen: list[int] = []
    for i in order:
        if len(chosen) == most:
            break
        if all(cosine(vectors[i], vectors[j]) < _REPEATS for j in chosen):
            chosen.append(i)
    return tuple(about[i][0].text for i in chosen)


def _relevance(sentence: _Sentence, day: int) -> float:
    """How surely a sentence speaks of `day`: it names the day, or opens an article of it."""
    if day in sentence.days:
        return 1.0
    if sentence.days or sentence.position >= _LEAD:
        return 0.0
    if sentence.published == day:
        return 0.5
    return 0.35 if sentence.published == day + 1 else 0.0


def _centre(vectors: Sequence[Vector], weights: Sequence[float]) -> Vector:
    total: dict[str, list[float]] = {}
    for held, weight in zip(vectors, weights, strict=True):
        for term, value in held.items():
            total.setdefault(term, []).append(value * weight)
    summed = {term: math.fsum(values) for term, values in total.items()}
    length = math.sqrt(math.fsum(value * value for value in summed.values()))
    return {term: value / length for term, value in summed.items()} if length else {}
