"""What came before: which earlier entries explain an entry, and why we say so.

Three kinds of links, in this order of trust: what an editor wrote, what an article recalled beside
the event, and what two entries share. An entry gets few of them, and none is better than a wrong
one.
"""

from collections.abc import Mapping, Sequence
from heapq import heapify, heappop, heappush

import msgspec

from generator.entries import words
from generator.entries.edits import by_name
from generator.entries.similarity import Vector, cosine, vector
from generator.errors import Problem
from generator.model import Article, BackgroundLink, Entry, Topic
from generator.topics import weights
from generator.topics.changes import Before, Changes, Counted
from generator.topics.order import precedes
from generator.topics.recalled import recalled
from generator.topics.selection import Told, select
from generator.topics.shared import Shared

__all__ = ["Before", "Counted", "Linked", "Step", "Told", "chain", "link", "select"]

_REPETITION = 0.5
"""How much a link loses for being like one that was chosen before it."""

_SAME_AGAIN = 0.6
"""Cosine from which an earlier entry tells what a chosen one tells already."""


class Step(msgspec.Struct, frozen=True):
    """A link on the way from an event to its roots."""

    depth: int
    """1 for the background of the event itself, 2 for the background of that, and so on."""
    link: BackgroundLink


class Linked(msgspec.Struct, frozen=True):
    """The background of every entry."""

    links: tuple[BackgroundLink, ...]
    counted: Counted
    problems: tuple[Problem, ...] = ()


def link(
    entries: Sequence[Entry],
    articles: Sequence[Article],
    *,
    topics: Sequence[Topic] = (),
    max_links: int = 5,
    before: Before | None = None,
) -> Linked:
    """The background of every entry, at most `max_links` each and the best first.

    Editors' links all stay, even beyond `max_links`. The result is ordered by the later entry's
    date, then by rank, and does not depend on the order of the input.

    Args:
        topics: for their titles, in the reasons that readers see.
        before: saves work, and does not change the result.

    Problems (warnings): an editor's link to an entry that is not earlier.
    """
    ordered = sorted(entries, key=lambda entry: (entry.date.sort_key, entry.id))
    changes = Changes(ordered, articles, topics, before)
    terms = changes.terms()
    rare = weights.rarity(terms, len(ordered))
    vectors = weights.Vectors(ordered, rare)
    headlines = {article.id: vector(words.terms(article.title), rare) for article in articles}
    written, problems = _editors(ordered)
    by_article: dict[str, list[BackgroundLink]] = {}
    for background in recalled(ordered, articles, vectors, headlines):
        by_article.setdefault(background.later, []).append(background)
    known = {entry.id: entry for entry in ordered}
    shared = Shared(ordered, vectors, topics)
    kept = changes.kept(shared, rare, written)
    links: list[BackgroundLink] = []
    for entry in ordered:
        if entry.id in kept:
            links.extend(kept[entry.id])
            continue
        candidates = (*by_article.get(entry.id, ()), *shared.before(entry))
        for chosen in _choose(written.get(entry.id, ()), candidates, vectors, max_links):
            if chosen.kind == "shared":
                other = known[chosen.earlier]
                concerns = shared.concerns(other, entry)
                reason = shared.reason(concerns, other, entry)
                chosen = msgspec.structs.replace(chosen, reason=reason, concerns=concerns)
            links.append(chosen)
    return Linked(tuple(links), Counted(dict(terms), shared.standing()), problems)


def chain(links: Sequence[BackgroundLink], entry: str) -> tuple[Step, ...]:
    """The way from an entry to its roots, the nearest steps first; no entry is visited twice."""
    before: dict[str, list[BackgroundLink]] = {}
    for background in links:
        before.setdefault(background.later, []).append(background)
    steps: list[Step] = []
    seen = {entry}
    level, depth = [entry], 1
    while level:
        reached = []
        for later in level:
            for background in before.get(later, ()):
                if background.earlier not in seen:
                    seen.add(background.earlier)
                    reached.append(background.earlier)
                    steps.append(Step(depth, background))
        level, depth = reached, depth + 1
    return tuple(steps)


def _editors(
    entries: Sequence[Entry],
) -> tuple[Mapping[str, Sequence[BackgroundLink]], tuple[Problem, ...]]:
    known = by_name(entries)
    written: dict[str, dict[str, BackgroundLink]] = {}
    problems = []
    for entry in entries:
        for wanted in entry.background:
            earlier = known.get(wanted.entry)
            if earlier is None:
                continue  # `apply_edits` has said so
            if earlier.id == entry.id or precedes(entry, earlier):
                problems.append(
                    Problem(
                        entry.path,
                        *entry.place("background"),
                        f'background: "{wanted.entry}" ({earlier.date}) is not earlier than this '
                        f"entry ({entry.date})",
                        "link from the later entry to the earlier one",
                        "warning",
                    )
                )
                continue
            reason = wanted.why or "Chosen by the editors"
            made = BackgroundLink(entry.id, earlier.id, "editor", reason)
            written.setdefault(entry.id, {})[earlier.id] = made
    return {id_: list(links.values()) for id_, links in written.items()}, tuple(sorted(problems))


def _choose(
    written: Sequence[BackgroundLink],
    candidates: Sequence[BackgroundLink],
    vectors: Mapping[str, Vector],
    most: int,
) -> list[BackgroundLink]:
    """Editors' links, then the best of the rest, each judged by what it adds to those before."""
    chosen = list(written)
    rest: dict[str, BackgroundLink] = {}
    for background in sorted(candidates, key=lambda b: (-b.score, b.kind, b.earlier)):
        rest.setdefault(background.earlier, background)
    for background in chosen:
        rest.pop(background.earlier, None)
    # What a link adds only falls as others are chosen: it is worked out again when its turn comes.
    alike = dict.fromkeys(rest, 0.0)
    judged = dict.fromkeys(rest, 0)
    turns = [(-background.score, background.earlier) for background in rest.values()]
    heapify(turns)
    while turns and len(chosen) < most:
        _, earlier = heappop(turns)
        if judged[earlier] < len(chosen):
            told = vectors[earlier]
            compared = [cosine(told, vectors[b.earlier]) for b in chosen[judged[earlier] :]]
            alike[earlier] = max(alike[earlier], *compared)
            judged[earlier] = len(chosen)
            turn = (_REPETITION * alike[earlier] - rest[earlier].score, earlier)
            heappush(turns, turn)
        elif alike[earlier] < _SAME_AGAIN:
            chosen.append(rest[earlier])
    return chosen
