"""Names and phrases that are characteristic for several entries: topics nobody had to declare."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import chain, pairwise

import msgspec

from generator.entries.languages import words_en
from generator.model import Entry
from generator.topics.labels import fold

_CHUNK = re.compile(r"([^\W\d_]+(?:['’-][^\W\d_]+)*)")
_TOGETHER = 0.4
"""How often, at least, one word of a phrase comes with the other: "spill" with "oil"."""

_LIFT = 3.0
"""How much more often, at least, the two come together than chance would have it."""

_TOO_COMMON = 0.4
"""Share of a site's entries from which a name says nothing about any one of them."""


class Candidate(msgspec.Struct, frozen=True):
    """A name or phrase and the positions of the entries that hold it."""

    key: str
    forms: tuple[str, ...]
    """As written, once for each entry."""
    holders: tuple[int, ...]
    is_name: bool


def is_settled(entry: Entry) -> bool:
    """Whether an editor has chosen the topics of an entry, so that none are to be found for it."""
    return entry.origin == "editor" and bool(entry.topics)


def candidates(
    entries: Sequence[Entry], least: int, themes: Iterable[Candidate] = ()
) -> tuple[Candidate, ...]:
    """Places, organizations, people, phrases and `themes` of `least` entries of two articles.

    The most characteristic come first: held by many entries, and a phrase before a name, since
    names have pages of their own.
    """
    found = (*_names(entries), *_phrases(entries, least), *themes)
    most = max(least, _TOO_COMMON * len(entries)) if len(entries) >= 20 else len(entries)
    kept: dict[str, Candidate] = {}
    for candidate in found:
        if least <= len(candidate.holders) <= most and _articles(entries, candidate.holders) > 1:
            kept.setdefault(candidate.key, candidate)
    return tuple(sorted(kept.values(), key=lambda c: (-len(c.holders), c.is_name, c.key)))


def _articles(entries: Sequence[Entry], holders: Iterable[int]) -> int:
    sources = {cite.article or cite.url for at in holders for cite in entries[at].citations}
    written = {entries[at].path for at in holders if entries[at].origin == "editor"}
    return len(sources) + len(written)


def _names(entries: Sequence[Entry]) -> Iterator[Candidate]:
    held: dict[str, dict[int, str]] = {}
    people: set[str] = set()
    for at, entry in enumerate(entries):
        if is_settled(entry):
            continue
        people.update(fold(name) for name in entry.people)
        for name in (*entry.places, *entry.organizations, *entry.people):
            if len(name.rstrip(".").rpartition(" ")[2]) > 1:  # "Henry M" is a piece of a name
                held.setdefault(fold(name), {}).setdefault(at, name)
    for key, where in held.items():
        if key and (key not in people or len(where) >= 5):
            yield Candidate(key, tuple(where.values()), tuple(where), is_name=True)


def _phrases(entries: Sequence[Entry], least: int) -> Iterator[Candidate]:
    """Pairs of words that come together much more often than chance would have it.

    A pair is in no more entries than its rarer word, so that only words of `least` entries are
    paired.
    """
    texts = [
        () if is_settled(entry) else _words(f"{entry.title}. {entry.text}") for entry in entries
    ]
    if not any(texts):
        return
    single: Counter[str] = Counter()
    for words in texts:
        single.update(set(map(fold, set(words))))
    names = {
        word
        for entry in entries
        for name in (*entry.places, *entry.organizations, *entry.people)
        for word in fold(name).split()
    }
    things: dict[str, str] = {}
    for word in sorted(set[str]().union(*texts)):
        key = fold(word)
        if single[key] >= least and key not in names and _is_thing(word):
            things[word] = key
    subjects = {word for word, key in things.items() if key not in words_en.OFFICES}
    held: dict[tuple[str, str], dict[int, str]] = {}
    for at, words in enumerate(texts):
        for first, second in pairwise(words):
            if first in things and second in subjects and things[first] != things[second]:
                where = held.setdefault((things[first], things[second]), {})
                where.setdefault(at, f"{first} {second}")
    yield from _associated(held, single, least, len(entries))


def _associated(
    held: Mapping[tuple[str, str], Mapping[int, str]],
    single: Mapping[str, int],
    least: int,
    number: int,
) -> Iterator[Candidate]:
    for (first, second), where in held.items():
        if len(where) < least:
            continue
        one, two = single[first], single[second]
        together = len(where) / min(one, two)
        lift = len(where) * number / (one * two)
        if together >= _TOGETHER and (lift >= _LIFT or number < 20):
            yield Candidate(f"{first} {second}", tuple(where.values()), tuple(where), is_name=False)


def _words(text: str) -> tuple[str, ...]:
    """The words of a text but for numbers; "" where a mark or an empty word stands between two."""
    return tuple(chain.from_iterable(map(_words_of_piece, text.split(" "))))


@lru_cache(maxsize=100_000)
def _words_of_piece(piece: str) -> tuple[str, ...]:
    """The words between two spaces, nearly always one or none."""
    found: list[str] = []
    between, *parts = _CHUNK.split(piece)
    if between or not parts:
        found.append("")
    for word, between in zip(parts[::2], parts[1::2], strict=True):
        small = word.lower()
        if small in words_en.STOP or small in words_en.CALENDAR or len(word) < 3:
            found.append("")
        elif small not in words_en.NUMBERS:
            found.append(word)
        if between:
            found.append("")
    return tuple(found)


def _is_thing(word: str) -> bool:
    """Whether `word` may be part of a phrase: no name, for names count as such; no verb."""
    return (
        word.islower()
        and "-" not in word
        and not word.endswith(("ed", "ing", "ly"))
        and word not in words_en.FORMS
    )
