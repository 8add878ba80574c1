"""Background that articles give themselves: what an article recalls beside what it reports."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec

from generator.dates import format_date
from generator.entries.similarity import Vector, cosine
from generator.model import Article, BackgroundLink, Citation, Entry, Role
from generator.topics.labels import fold
from generator.topics.order import precedes

_MAIN = 0.4
"""Share of the best score from which a reported event is one the article is about."""

_MOST_MAIN = 2
_FEW = 6
"""Up to so many recalled events all belong to the main one; of more, those that are related."""

_FEW_ANNOUNCED = 2
"""Up to so many announced events follow from the main one; an article with more is a calendar."""

_NEAR = 3000
"""Characters between two events that one part of an article may hold; a long one has many."""

_RELATED = 0.06
_LEAD = 0.3
"""What it counts to stand at the head of the article, against the words of the headline."""


class Cited(msgspec.Struct, frozen=True):
    entry: Entry
    cite: Citation


def recalled(
    entries: Sequence[Entry],
    articles: Sequence[Article],
    vectors: Mapping[str, Vector],
    headlines: Mapping[str, Vector],
) -> Iterator[BackgroundLink]:
    """From the main reported and the announced events of each article to what it recalls.

    An announced event has the main reported ones as background too. Two articles that recall the
    same for the same event give one link, scored higher; it quotes the first published.

    Args:
        vectors: of each entry, by id.
        headlines: of each article, by id.
    """
    by_article: dict[str, list[Cited]] = {}
    for entry in sorted(entries, key=lambda entry: entry.id):
        for cite in entry.citations:
            if cite.article:
                by_article.setdefault(cite.article, []).append(Cited(entry, cite))
    found: dict[tuple[str, str], list[BackgroundLink]] = {}
    for article in sorted(articles, key=_published):
        cited = by_article.get(article.id, ())
        reported = main(article, _of(cited, "reports"), vectors, headlines)
        announced = _of(cited, "announces")
        past = _of(cited, "recalls")
        pairs = [(later, earlier) for later in (*reported, *announced) for earlier in past]
        pairs += [(later, earlier) for later in announced for earlier in reported]
        strict = len(past) > _FEW
        for later, earlier in pairs:
            near = abs(later.cite.start - earlier.cite.start) <= _NEAR
            sure = (not strict and near) and (
                later.cite.role == "reports"
                or (earlier.cite.role == "reports" and len(announced) <= _FEW_ANNOUNCED)
            )
            if precedes(earlier.entry, later.entry) and (
                sure or _related(earlier.entry, later.entry, vectors)
            ):
                link = _link(article, later, earlier, vectors)
                found.setdefault((link.later, link.earlier), []).append(link)
    for links in found.values():
        sources = {link.article for link in links}
        best = max(link.score for link in links)
        yield msgspec.structs.replace(
            links[0], score=min(1.0, best + 0.05 * min(3, len(sources) - 1))
        )


def main(
    article: Article,
    reported: Sequence[Cited],
    vectors: Mapping[str, Vector],
    headlines: Mapping[str, Vector],
) -> list[Cited]:
    """The reported events that the article is about: by its headline, then by its lead."""
    if len(reported) < 2:
        return list(reported)
    length = max(1, len(article.text))
    headline = headlines.get(article.id, {})
    scored = [
        (
            cosine(vectors[item.entry.id], headline) + _LEAD * (1 - item.cite.start / length),
            item.entry.id,
            item,
        )
        for item in reported
    ]
    scored.sort(key=lambda score: (-score[0], score[1]))
    best = scored[0][0]
    return [item for score, _, item in scored[:_MOST_MAIN] if score >= _MAIN * best]


def _related(earlier: Entry, later: Entry, vectors: Mapping[str, Vector]) -> bool:
    """Whether anything but the article itself connects the two."""
    ours = {fold(name) for name in (*earlier.people, *earlier.organizations, *earlier.places)}
    theirs = {fold(name) for name in (*later.people, *later.organizations, *later.places)}
    if ours & theirs:
        return True
    return cosine(vectors[earlier.id], vectors[later.id]) >= _RELATED


def _of(cited: Iterable[Cited], role: Role) -> list[Cited]:
    """One citation for each entry of this role: the first in the text."""
    first: dict[str, Cited] = {}
    for item in cited:
        if item.cite.role == role:
            held = first.get(item.entry.id)
            if held is None or item.cite.start < held.cite.start:
                first[item.entry.id] = item
    return list(first.values())


def _published(article: Article) -> tuple[bool, tuple[int, int, int, int, str], str]:
    date = article.published
    return (date is None, date.sort_key if date else (0, 0, 0, 0, ""), article.id)


def _link(
    article: Article, later: Cited, earlier: Cited, vectors: Mapping[str, Vector]
) -> BackgroundLink:
    alike = cosine(vectors[later.entry.id], vectors[earlier.entry.id])
    verb = "Recalled" if earlier.cite.role == "recalls" else "Reported"
    return BackgroundLink(
        later=later.entry.id,
        earlier=earlier.entry.id,
        kind="recalled",
        reason=f"{verb} in “{article.title}”{_source(article)}",
        quote=earlier.cite.quote,
        article=article.id,
        start=earlier.cite.start,
        end=earlier.cite.end,
        score=round(0.6 + 0.3 * alike, 4),
    )


def _source(article: Article) -> str:
    date = format_date(article.published) if article.published else ""
    parts = ", ".join(part for part in (article.publisher, date) if part)
    return f" ({parts})" if parts else ""
