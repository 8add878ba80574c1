"""People, places and organizations as pages: who or what is named by enough events."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Literal

import msgspec

from generator.config import Config
from generator.model import Entry
from generator.slugs import slugify

Kind = Literal["people", "places", "organizations"]
KINDS: tuple[Kind, ...] = ("people", "places", "organizations")


class Named(msgspec.Struct, frozen=True):
    """A person, a place or an organization with a page."""

    kind: Kind
    slug: str
    title: str
    """As it is most often written."""


@lru_cache(maxsize=100_000)
def key(kind: str, name: str) -> str:
    """What a name is looked up by: spellings with one slug are one."""
    return f"{kind}/{slugify(name)}"


def names_of(entry: Entry) -> Iterator[tuple[Kind, str]]:
    """Every name of an entry, with its kind."""
    for kind in KINDS:
        names: tuple[str, ...] = getattr(entry, kind)
        for name in names:
            yield kind, name


def named(
    config: Config, entries: Iterable[Entry], by_name: Mapping[str, Sequence[Entry]]
) -> dict[str, Named]:
    """Those with a page, by key, in the order of their titles."""
    spellings: dict[str, Counter[str]] = {}
    kinds: dict[str, Kind] = {}
    for entry in entries:
        for kind, name in names_of(entry):
            if getattr(config.pages, kind):
                found = key(kind, name)
                kinds[found] = kind
                spellings.setdefault(found, Counter())[name] += 1
    titles = {
        found: min(counted, key=lambda name: (-counted[name], name))
        for found, counted in spellings.items()
        if len(by_name[found]) >= config.pages.min_entries
    }
    return {
        found: Named(kinds[found], found.partition("/")[2], titles[found])
        for found in sorted(titles, key=lambda found: (titles[found].casefold(), found))
    }
