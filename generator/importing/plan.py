"""What an import would do: which files, what is there already, what repeats something."""

from collections.abc import Callable, Iterable, Sequence
from hashlib import blake2b

import msgspec

from generator.articles.duplicates import Document, canonical_url, repeats
from generator.config import Config
from generator.errors import Problem
from generator.importing import targets
from generator.importing.documents import Contents, Seed
from generator.importing.events import Event
from generator.importing.targets import Target
from generator.model import Article, Entry


class Repeated(msgspec.Struct, frozen=True):
    """Something that is left out because it is there in other words."""

    source: str
    title: str
    of: str
    """The file that says it."""
    reason: str
    """"address", "text", "event" (same date and title) or "id"."""
    share: float = 1.0
    """Of its runs of words, those in the other."""


class Plan(msgspec.Struct, frozen=True):
    """What is to be written, by path, and what is not."""

    articles: tuple[Target, ...] = ()
    events: tuple[Target, ...] = ()
    there: tuple[str, ...] = ()
    """Documents whose articles lie in the site already, to the byte."""
    repeated: tuple[Repeated, ...] = ()
    problems: tuple[Problem, ...] = ()


class InSite(msgspec.Struct, frozen=True):
    """What the site holds before an import."""

    digests: frozenset[bytes] = frozenset()
    """Of the files of articles, see `digest`."""
    articles: Callable[[], Sequence[Article]] = tuple
    """Reads the articles, when it is asked for: an import that brings nothing new does not."""
    entries: Sequence[Entry] = ()


def digest(data: bytes) -> bytes:
    """What two files of the same bytes have in common."""
    return blake2b(data, digest_size=16).digest()


def plan(
    contents: Iterable[Contents],
    site: InSite,
    config: Config,
    *,
    seeds_folder: str = "",
    content_folder: str = "",
    keep_duplicates: bool = False,
) -> Plan:
    """Decide what becomes of what documents hold, whatever order they come in.

    Args:
        seeds_folder: for articles, in place of the site's own.
        content_folder: for events, in place of the site's own.
        keep_duplicates: take what repeats something, too.
    """
    read = sorted(contents, key=lambda document: document.path)
    seeds = [seed for document in read for seed in document.seeds]
    fresh = [seed for seed in seeds if digest(seed.data) not in site.digests]
    known = site.articles() if fresh else ()
    folder = seeds_folder or config.seeds
    events = [event for document in read for event in document.events]
    repeated: list[Repeated] = []
    if not keep_duplicates:
        fresh, repeated = _without_repeats(fresh, known, folder)
        events, again = _without_known(events, site.entries)
        repeated += again
    events, again = _one_of_each_id(events)
    addresses = {article.path: canonical_url(article.url) for article in known}
    return Plan(
        articles=targets.of_articles(fresh, folder, addresses),
        events=targets.of_events(events, content_folder or config.content, site.entries),
        there=tuple(seed.article.path for seed in seeds if digest(seed.data) in site.digests),
        repeated=tuple(sorted((*repeated, *again), key=lambda item: (item.source, item.title))),
        problems=tuple(problem for document in read for problem in document.problems),
    )


def _without_repeats(
    seeds: Sequence[Seed], known: Sequence[Article], folder: str
) -> tuple[list[Seed], list[Repeated]]:
    """The articles that repeat neither one another nor one of the site, and those that do."""
    by_name = {
        f"{seed.article.path}\n{seed.article.id}\n{number}": seed
        for number, seed in enumerate(seeds)
    }
    documents = [
        Document(name, seed.article.text, seed.article.url) for name, seed in by_name.items()
    ]
    held = [Document(article.path, article.text, article.url) for article in known]
    found = {repeat.name: repeat for repeat in repeats(documents, held)}
    fresh, repeated = [], []
    for name, seed in by_name.items():
        repeat = found.get(name)
        # A new version of what has this very name is for the user to take or to leave.
        if repeat is None or repeat.of == targets.plain_path(seed, folder):
            fresh.append(seed)
            continue
        of = repeat.of.partition("\n")[0]
        reason = "address" if repeat.same_address else "text"
        article = seed.article
        repeated.append(Repeated(article.path, article.title, of, reason, repeat.share))
    return fresh, repeated


def _without_known(
    events: Sequence[Event], entries: Sequence[Entry]
) -> tuple[list[Event], list[Repeated]]:
    """The events that no other has with the same date and title, and those that one has."""

    def key(entry: Entry) -> tuple[str, str]:
        return entry.date.edtf, " ".join(entry.title.casefold().split())

    held = {key(entry): entry for entry in entries}
    seen: dict[tuple[str, str], Event] = {}
    fresh, repeated = [], []
    for event in events:
        entry = event.entry
        other = held.get(key(entry))
        first = seen.setdefault(key(entry), event)
        if other is not None and other.id != entry.id and other.slug != entry.slug:
            repeated.append(Repeated(event.path, entry.title, other.path, "event"))
        elif first is not event and first.entry.id != entry.id:
            of = f"{first.path}:{first.line}"
            repeated.append(Repeated(event.path, entry.title, of, "event"))
        else:
            fresh.append(event)
    return fresh, repeated


def _one_of_each_id(events: Sequence[Event]) -> tuple[list[Event], list[Repeated]]:
    """The events without the second of an id that documents gave: no site can hold both."""
    seen: dict[str, Event] = {}
    fresh, repeated = [], []
    for event in events:
        entry = event.entry
        first = seen.setdefault(entry.id, event)
        same = first.entry == entry
        if first is event or not (same or (first.named and event.named)):
            fresh.append(event)
        else:
            of = f"{first.path}:{first.line}"
            repeated.append(Repeated(event.path, entry.title, of, "id"))
    return fresh, repeated
