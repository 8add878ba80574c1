"""Titles of the same words that say the contrary: "convicted", "acquitted"; who beat whom."""

import re
from collections.abc import Mapping
from functools import lru_cache

from generator.entries.languages import words_en
from generator.entries.words import stem, terms

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_NAME = re.compile(r"[A-Z][\w'’-]*(?: [A-Z][\w'’-]*)*")
_OPPOSITES = tuple(
    tuple(frozenset(stem(word) for word in side.split()) for side in line.split("|"))
    for line in words_en.OPPOSITES
)
_SIDES = frozenset().union(*(side for sides in _OPPOSITES for side in sides))
_DENIALS = frozenset(stem(word) for word in words_en.DENIALS.split())
_TAKING = frozenset(stem(word) for word in words_en.TAKING.split())
_PASSIVE = frozenset(words_en.PASSIVE_AUXILIARIES.split())
_LOSER = re.compile(r"\bfrom\s+([^,;]+?)(?=\s+(?:in|on|at|by|after|during|with)\b|[,;]|$)")
_MUTUAL = frozenset(stem(word) for word in words_en.MUTUAL.split())


def opposed(a: str, b: str) -> str:
    """What two titles contradict each other in, or "".

    >>> opposed("The court convicted Per Lind", "The court acquitted Per Lind")
    'convicted, acquitted'
    >>> opposed("Zand invaded Merania", "Merania invaded Zand")
    'who did it to whom'
    """
    ours, theirs = _stems(a), _stems(b)
    for sides in _OPPOSITES if _SIDES.intersection(ours) and _SIDES.intersection(theirs) else ():
        for one, other in (sides, sides[::-1]):
            mine = [ours[word] for word in ours if word in one]
            others = [theirs[word] for word in theirs if word in other]
            if mine and others and other.isdisjoint(ours) and one.isdisjoint(theirs):
                return f"{mine[0]}, {others[0]}"
    denied = _DENIALS.intersection(ours), _DENIALS.intersection(theirs)
    if bool(denied[0]) != bool(denied[1]):
        return next({**ours, **theirs}[word] for word in sorted(denied[0] or denied[1]))
    exchanged = _exchanged(a, b, ours.keys() & theirs.keys())
    return "who did it to whom" if exchanged or _taken_back(a, b) or _taken_back(b, a) else ""


@lru_cache(maxsize=50_000)
def _stems(title: str) -> Mapping[str, str]:
    """The words of a title by their stems."""
    return {stem(word.lower()): word for word in _WORD.findall(title)}


def _exchanged(a: str, b: str, common: set[str]) -> bool:
    """Whether the one who acts in `a` is in `b` the one acted on, by the same verb."""
    if " by " in f"{a} {b}" or not _MUTUAL.isdisjoint(common):
        return False
    first, second = _NAME.match(a), _NAME.match(b)
    if first is None or second is None or first[0] == second[0]:
        return False
    after_a, after_b = a[first.end() :], b[second.end() :]
    if after_a.startswith(" and ") or after_b.startswith(" and "):
        return False
    return second[0] in _NAME.findall(after_a) and first[0] in _NAME.findall(after_b)


def _taken_back(a: str, b: str) -> bool:
    """Whether the one who takes in `b` is the one from whom `a` says that it was taken.

    Words that both sides bear ("the northern army", "the southern army") say nothing.
    """
    taker, after = _taking(a)
    loser = _LOSER.search(after)
    if loser is None:
        return False
    return not set(terms(loser[1])).difference(taker).isdisjoint(set(_taking(b)[0]) - set(taker))


@lru_cache(maxsize=50_000)
def _taking(title: str) -> tuple[tuple[str, ...], str]:
    """The terms of the one who takes, none where it "was taken", and what follows the verb."""
    before = ""
    for word in _WORD.finditer(title):
        if stem(word[0].lower()) in _TAKING:
            passive = before in _PASSIVE
            return () if passive else terms(title[: word.start()]), title[word.end() :]
        before = word[0].lower()
    return (), ""
