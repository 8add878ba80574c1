"""Which file each imported thing becomes: the same names for the same things, in any order."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import blake2b
from itertools import count, islice

import msgspec

from generator.articles.duplicates import canonical_url
from generator.importing.documents import Seed
from generator.importing.entry_files import entry_path, write_entry
from generator.importing.events import Event
from generator.model import Entry
from generator.slugs import slugify


class Target(msgspec.Struct, frozen=True):
    """A file to write."""

    path: str
    """Relative to the site's folder."""
    data: bytes
    source: str
    """The document that it comes from."""


def of_articles(
    seeds: Iterable[Seed], folder: str, addresses: Mapping[str, str]
) -> tuple[Target, ...]:
    """The files of articles: YYYY-MM-DD-slug.EXT, with a suffix where two would have one name.

    Args:
        addresses: canonical URLs of the articles that are in the site, by path: the name of an
            article that was published elsewhere is taken.
    """
    targets = []
    taken: set[str] = set()
    for seed in sorted(seeds, key=_order):
        article = seed.article
        url = canonical_url(article.url)
        stem = plain_path(seed, folder).removesuffix(seed.suffix)
        for suffix in _suffixes(article.id):
            path = f"{stem}{suffix}{seed.suffix}"
            other = addresses.get(path, "")
            if path not in taken and not (url and other and url != other):
                break
        taken.add(path)
        targets.append(Target(path, seed.data, article.path))
    return tuple(targets)


def plain_path(seed: Seed, folder: str) -> str:
    """The path of an article's file when nothing else has it."""
    article = seed.article
    day = article.published
    date = f"{day.edtf[:10]}-" if day and day.precision == "day" and day.year > 0 else ""
    return f"{folder}/{date}{slugify(article.title or article.text[:80])}{seed.suffix}"


def _suffixes(id_: str) -> Iterator[str]:
    yield ""
    yield f"-{id_[:6]}"
    for number in count():
        yield f"-{id_}-{number}" if number else f"-{id_}"


def _order(seed: Seed) -> tuple[str, str, bytes]:
    return (canonical_url(seed.article.url), seed.article.path, seed.data)


def of_events(events: Sequence[Event], folder: str, entries: Iterable[Entry]) -> tuple[Target, ...]:
    """The files of events, as `new entry` names them, with a suffix where a slug is taken.

    Args:
        entries: of the site: an event with the id of one of them has its file.
    """
    held = list(entries)
    slugs = {name: entry.path for entry in held for name in (entry.slug, entry.id)}
    ids = {entry.id: entry.path for entry in held}
    targets = []
    taken: set[str] = set()
    paths: set[str] = set()
    for event in sorted(events, key=lambda event: (event.entry.date.sort_key, event.entry.id)):
        entry = event.entry
        own = ids.get(entry.id, "") if event.named else ""
        likely = [entry_path(folder, entry.date, stem) for _, stem in islice(_names(event), 4)]
        if own and own not in likely:
            targets.append(Target(own, write_entry(entry, "").encode(), event.path))
            continue
        for slug, stem in _names(event):
            path = entry_path(folder, entry.date, stem)
            free = slug not in taken and path not in paths and slugs.get(slug, path) == path
            if path == own or (free and not own):
                break
        taken.add(slug)
        paths.add(path)
        id_ = entry.id if event.named else slug
        written = msgspec.structs.replace(entry, id=id_, slug=slug)
        targets.append(Target(path, write_entry(written, stem).encode(), event.path))
    return tuple(targets)


def _names(event: Event) -> Iterator[tuple[str, str]]:
    """Slugs for an event, the best first, each with what its file is called after."""
    entry = event.entry
    said = f"{entry.date.edtf}\n{entry.title}\n{entry.text}"
    own = slugify(entry.id) if event.named and entry.id != entry.slug else _digest(said)
    yield entry.slug, _without_day(entry)
    yield entry.slug, entry.slug
    yield (f"{entry.slug}-{own[:6]}",) * 2
    for number in count():
        yield (f"{entry.slug}-{own}-{number}" if number else f"{entry.slug}-{own}",) * 2


def _without_day(entry: Entry) -> str:
    """The slug without the date in front of it, which the file's name and folder say already."""
    found = re.match(r"-?\d{4}(?:-\d\d){0,2}-(?=[^\W\d])", entry.slug)
    if found and entry.date.edtf.startswith(found[0][:-1]):
        return entry.slug[found.end() :]
    return entry.slug


def _digest(text: str) -> str:
    return blake2b(text.encode("utf-8", "replace"), digest_size=8).hexdigest()
