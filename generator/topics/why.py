"""Why an entry has its topics, in words for editors."""

from collections.abc import Iterable, Mapping, Sequence

import msgspec

from generator.model import Article, Entry, Topic
from generator.topics.labels import fold


class Why(msgspec.Struct, frozen=True):
    """A topic of an entry and what speaks for it."""

    slug: str
    title: str
    reason: str


def why(
    entry: Entry, topics: Mapping[str, Topic], articles: Mapping[str, Article]
) -> tuple[Why, ...]:
    """The reason for each topic of `entry`, in their order.

    Args:
        topics: those of the entry, by slug.
        articles: by id.
    """
    cited = [articles[cite.article] for cite in entry.citations if cite.article in articles]
    return tuple(
        Why(slug, topics[slug].title, _reason(entry, topics[slug], cited)) for slug in entry.topics
    )


def _reason(entry: Entry, topic: Topic, articles: Sequence[Article]) -> str:
    keys = {fold(label) for label in (topic.title, *topic.aliases, topic.slug)}
    for article in articles:
        for tag in article.tags:
            if fold(tag) in keys:
                return f"“{tag}” is a tag of “{article.title}”"
    for kind, names in (
        ("place", entry.places),
        ("organization", entry.organizations),
        ("person", entry.people),
    ):
        for name in names:
            if fold(name) in keys:
                return f"it names the {kind} {name}"
    said = _said(keys, (entry.title, entry.text, *(cite.quote for cite in entry.citations)))
    if said:
        return f"it says “{said}”"
    if topic.path:
        return f"{topic.path} declares it"
    return f"{entry.path} says so" if entry.origin == "editor" else "entries like it have it"


def _said(keys: Iterable[str], texts: Iterable[str]) -> str:
    """The first of the labels that one of the texts has."""
    folded = [f" {fold(text)} " for text in texts]
    return next((key for key in sorted(keys) if key and any(f" {key} " in t for t in folded)), "")
