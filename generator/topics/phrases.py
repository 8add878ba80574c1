"""Names and phrases that are characteristic for several entries: topics nobody had to declare."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

import msgspec

from generator.entries.languages import words_en
from generator.model import Entry
from generator.topics.labels import fold

_CHUNK = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
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


def candidates(entries: Sequence[Entry], least: int) -> tuple[Candidate, ...]:
    """Places, organizations, people and phrases of at least `least` entries of two articles.

    The most characteristic come first: held by many entries, and a phrase before a name, since
    names have pages of their own.
    """
    found = (*_names(entries), *_phrases(entries, least))
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
        people.update(fold(name) for name in entry.people)
        for name in (*entry.places, *entry.organizations, *entry.people):
            if len(name.rstrip(".").rpartition(" ")[2]) > 1:  # "Henry M" is a piece of a name
                held.setdefault(fold(name), {}).setdefault(at, name)
    for key, where in held.items():
        if key and (key not in people or len(where) >= 5):
            yield Candidate(key, tuple(where.values()), tuple(where), is_name=True)


def _phrases(entries: Sequence[Entry], least: int) -> Iterator[Candidate]:
    single: Counter[str] = Counter()
    held: dict[str, dict[int, str]] = {}
    names = {
        word
        for entry in entries
        for name in (*entry.places, *entry.organizations, *entry.people)
        for word in fold(name).split()
    }
    for at, entry in enumerate(entries):
        words: dict[str, None] = {}
        for run in _runs(f"{entry.title}. {entry.text}"):
            words.update(dict.fromkeys(fold(word) for word in run))
            for first, second in pairwise(run):
                if (
                    _is_thing(first)
                    and _is_subject(second)
                    and not {fold(first), fold(second)} & names
                ):
                    held.setdefault(fold(f"{first} {second}"), {}).setdefault(
                        at, f"{first} {second}"
                    )
        single.update(words.keys())
    yield from _associated(held, single, least, len(entries))


def _associated(
    held: Mapping[str, Mapping[int, str]], single: Mapping[str, int], least: int, number: int
) -> Iterator[Candidate]:
    for key, where in held.items():
        parts = key.split()
        if len(where) < least or len(set(parts)) != 2:
            continue
        one, two = (single[part] for part in parts)
        together = len(where) / min(one, two)
        lift = len(where) * number / (one * two)
        if together >= _TOGETHER and (lift >= _LIFT or number < 20):
            yield Candidate(key, tuple(where.values()), tuple(where), is_name=False)


def _runs(text: str) -> Iterator[list[str]]:
    """Words that follow each other without a mark or an empty word between them."""
    run: list[str] = []
    end = -1
    for match in _CHUNK.finditer(text):
        word = match.group()
        empty = word.lower() in words_en.STOP or word.lower() in words_en.CALENDAR or len(word) < 3
        if match.start() != end + 1 or text[end : end + 1] != " " or empty:
            if run:
                yield run
            run = []
        if not empty and word.lower() not in words_en.NUMBERS:
            run.append(word)
        end = match.end()
    if run:
        yield run


def _is_thing(word: str) -> bool:
    """Whether `word` may be part of a phrase: no name, for names count as such; no verb."""
    return word.islower() and not word.endswith(("ed", "ing", "ly")) and word not in words_en.FORMS


def _is_subject(word: str) -> bool:
    return _is_thing(word) and fold(word) not in words_en.OFFICES
