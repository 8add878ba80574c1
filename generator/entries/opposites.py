"""Titles of the same words that say the contrary: "convicted", "acquitted"; who beat whom."""

import re

from generator.entries.languages import words_en
from generator.entries.words import stem

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_NAME = re.compile(r"[A-Z][\w'’-]*(?: [A-Z][\w'’-]*)*")
_OPPOSITES = tuple(
    tuple(frozenset(stem(word) for word in side.split()) for side in line.split("|"))
    for line in words_en.OPPOSITES
)
_DENIALS = frozenset(stem(word) for word in words_en.DENIALS.split())
_MUTUAL = frozenset(stem(word) for word in words_en.MUTUAL.split())


def opposed(a: str, b: str) -> str:
    """What two titles contradict each other in, or "".

    >>> opposed("The court convicted Per Lind", "The court acquitted Per Lind")
    'convicted, acquitted'
    >>> opposed("Zand invaded Merania", "Merania invaded Zand")
    'who did it to whom'
    """
    ours: dict[str, str] = {stem(word.lower()): word for word in _WORD.findall(a)}
    theirs: dict[str, str] = {stem(word.lower()): word for word in _WORD.findall(b)}
    for sides in _OPPOSITES:
        for one, other in (sides, sides[::-1]):
            mine = [ours[word] for word in ours if word in one]
            others = [theirs[word] for word in theirs if word in other]
            if mine and others and other.isdisjoint(ours) and one.isdisjoint(theirs):
                return f"{mine[0]}, {others[0]}"
    denied = _DENIALS.intersection(ours), _DENIALS.intersection(theirs)
    if bool(denied[0]) != bool(denied[1]):
        return next((ours | theirs)[word] for word in sorted(denied[0] or denied[1]))
    return "who did it to whom" if _exchanged(a, b, ours.keys() & theirs.keys()) else ""


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
