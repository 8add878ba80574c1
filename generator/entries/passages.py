"""Which passages of many documents tell the same event, when nothing says on which day.

Documents that are alike tell one story. Within a story its names are in every passage and say
nothing: words are weighed against the story alone, and a passage is read together with those most
like it, so that "dies at 91" and "died in her sleep" meet in a third that says both. What one
passage tells to have happened and the other does not speaks against. The weights are those
of a logistic regression on one half of the ECB+ corpus (Cybulska and Vossen 2014); they and the
threshold were chosen by cross-validation over its topics.
"""

import math
from collections.abc import Iterable, Mapping, Sequence
from functools import partial

import msgspec

from generator.dates import EventDate
from generator.entries import linkage
from generator.entries.happenings import happenings
from generator.entries.opposites import opposed
from generator.entries.same_event import likeness_of, same_date
from generator.entries.similarity import Rarity, Vector, cosine, rarity, vector
from generator.entries.words import terms

ENOUGH = 0.38
"""The mean likeness from which passages tell one event: two of three pairs are then right. What is
lower finds more of them and shows readers more that is wrong."""

_ONE_STORY = 0.12
"""The mean cosine from which documents tell one story; a little too large does less harm."""

_NEIGHBOURS = 8
"""With how many others a passage is read together."""

_SHARE = 0.5
"""What a neighbour's words count for, times its likeness."""

_LARGEST_BLOCK = 400
"""A term of more passages than this finds no pairs: with so many it tells nothing."""

_ALIKE, _UNSHARED, _DOCUMENTS, _CROWD, _CONTRARY, _BASE = 4.007, -0.08, 0.961, -1.182, -0.594, 3.257
"""Weights of the likeness of two passages, of what only one tells to have happened, of the
logarithm of the likeness of their documents and of that of how many passages the story has (the
more there are, the more events they tell), and of saying the contrary, which in long passages is
often said of something else."""

_SAME_WORDS = 0.75
"""The share of their words from which two passages differ in little but what is contrary."""


class Passage(msgspec.Struct, frozen=True):
    """A piece of a document."""

    id: str
    doc: str
    text: str
    date: EventDate | None = None


class _Read(msgspec.Struct, frozen=True):
    """A passage made ready for comparison."""

    passage: Passage
    terms: tuple[str, ...]
    happenings: frozenset[str]


def same_event(passages: Sequence[Passage]) -> dict[str, str]:
    """The cluster of each passage, by id; a cluster is called after its least member.

    The order of the passages does not matter.
    """
    ordered = [_read(passage) for passage in sorted(passages, key=lambda passage: passage.id)]
    rare = rarity([read.terms for read in ordered])
    found: dict[str, str] = {}
    for story, around in _stories(ordered):
        told = [ordered[i] for i in story]
        scores = _scores(told, around, rare)
        for group in linkage.groups(scores, len(told), ENOUGH, partial(_apart, told)):
            found.update({told[i].passage.id: told[group[0]].passage.id for i in group})
    return found


def _read(passage: Passage) -> _Read:
    return _Read(passage, terms(passage.text), happenings(passage.text))


def _stories(
    ordered: Sequence[_Read],
) -> Iterable[tuple[Sequence[int], Mapping[str, Vector]]]:
    """The positions of the passages of each story, with the vectors of its documents."""
    documents: dict[str, list[str]] = {}
    passages: dict[str, list[int]] = {}
    for at, read in enumerate(ordered):
        documents.setdefault(read.passage.doc, []).extend(read.terms)
        passages.setdefault(read.passage.doc, []).append(at)
    names = sorted(documents)
    rare = rarity(documents.values())
    vectors = [vector(documents[name], rare) for name in names]
    scores = {(i, j): cosine(vectors[i], vectors[j]) for i, j in _pairs(vectors)}
    for group in linkage.groups(scores, len(names), _ONE_STORY):
        held = sorted(at for i in group for at in passages[names[i]])
        yield held, {names[i]: vectors[i] for i in group}


def _pairs(vectors: Sequence[Vector]) -> tuple[tuple[int, int], ...]:
    """The pairs that share a term which is not in too many."""
    holders: dict[str, list[int]] = {}
    for i, held in enumerate(vectors):
        for term in held:
            holders.setdefault(term, []).append(i)
    found: dict[tuple[int, int], None] = {}
    for term in sorted(holders):
        held_by = holders[term]
        if len(held_by) <= _LARGEST_BLOCK:
            for at, i in enumerate(held_by):
                found.update(dict.fromkeys((i, j) for j in held_by[at + 1 :]))
    return tuple(sorted(found))


def _scores(
    told: Sequence[_Read], around: Mapping[str, Vector], rare: Rarity
) -> dict[tuple[int, int], float]:
    """How likely it is that two passages of a story tell one event."""
    local = rarity([read.terms for read in told])
    vectors = [vector(read.terms, local) for read in told]
    pairs = _pairs(vectors)
    near: dict[tuple[int, int], float] = {}
    documents: dict[tuple[int, int], float] = {}
    for i, j in pairs:
        one, other = told[i].passage.doc, told[j].passage.doc
        documents[i, j] = 1.0 if one == other else cosine(around[one], around[other])
        near[i, j] = likeness_of(cosine(vectors[i], vectors[j]), documents[i, j])
    filled = _filled(vectors, near)
    crowd = _CROWD * math.log(len(told)) + _BASE
    scores = {}
    for i, j in pairs:
        unshared = math.fsum(
            rare.weights.get(term, rare.most) for term in told[i].happenings ^ told[j].happenings
        )
        total = (
            _ALIKE * cosine(filled[i], filled[j])
            + _UNSHARED * unshared
            + _DOCUMENTS * math.log(documents[i, j] + 0.02)
            + _CONTRARY * bool(opposed(told[i].passage.text, told[j].passage.text))
            + crowd
        )
        scores[i, j] = round(1 / (1 + math.exp(-total)), 9)
    return scores


def _filled(vectors: Sequence[Vector], near: Mapping[tuple[int, int], float]) -> Sequence[Vector]:
    """Each vector with those of its nearest neighbours, of length one."""
    neighbours: list[list[tuple[float, int]]] = [[] for _ in vectors]
    for (i, j), score in near.items():
        neighbours[i].append((-score, j))
        neighbours[j].append((-score, i))
    found: list[Vector] = []
    for own, others in zip(vectors, neighbours, strict=True):
        total = dict(own)
        for negative, j in sorted(others)[:_NEIGHBOURS]:
            for term, weight in vectors[j].items():
                total[term] = total.get(term, 0.0) - negative * weight * _SHARE
        length = math.sqrt(math.fsum(weight * weight for weight in total.values()))
        found.append({term: weight / length for term, weight in total.items()} if length else {})
    return found


def _apart(told: Sequence[_Read], i: int, j: int) -> bool:
    """Other dates; or all but the same words that say the contrary."""
    a, b = told[i], told[j]
    one, other = a.passage.date, b.passage.date
    if one is not None and other is not None and not same_date(one, other):
        return True
    common = set(a.terms).intersection(b.terms)
    alike = len(common) >= _SAME_WORDS * max(len(set(a.terms)), len(set(b.terms)))
    return alike and bool(opposed(a.passage.text, b.passage.text))
