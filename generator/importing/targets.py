"""Which file each imported thing becomes: the same names for the same things, in any order."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import blake2b
from itertools import count

import msgspec

from generator.importing.documents import Seed
from generator.importing.duplicates import canonical_url
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
    for event in sorted(events, key=lambda event: (event.entry.date.sort_key, event.entry.id)):
        entry = event.entry
        path = entry_path(folder, entry.date, entry.slug)
        own = ids.get(entry.id, path) if event.named else path
        if own != path:
            targets.append(Target(own, write_entry(entry, "").encode(), event.path))
            continue
        for slug in _slugs(event):
            path = entry_path(folder, entry.date, slug)
            if slug not in taken and slugs.get(slug, path) == path:
                break
        taken.add(slug)
        id_ = entry.id if event.named else slug
        written = msgspec.structs.replace(entry, id=id_, slug=slug)
        targets.append(Target(path, write_entry(written, slug).encode(), event.path))
    return tuple(targets)


def _slugs(event: Event) -> Iterator[str]:
    entry = event.entry
    said = f"{entry.date.edtf}\n{entry.title}\n{entry.text}"
    own = slugify(entry.id) if event.named and entry.id != entry.slug else _digest(said)
    yield entry.slug
    yield f"{entry.slug}-{own[:6]}"
    for number in count():
        yield f"{entry.slug}-{own}-{number}" if number else f"{entry.slug}-{own}"


def _digest(text: str) -> str:
    return blake2b(text.encode("utf-8", "replace"), digest_size=8).hexdigest()
