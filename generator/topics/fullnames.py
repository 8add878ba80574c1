"""One name for one person or body across a site: "McCain" is John McCain, "UN" the United Nations.

An article gives the full name once; where it does not, the rest of the site does. A short form is
folded only where the site knows one full form for it by a wide margin.
"""

import re
from collections.abc import Mapping

_DOMINANT = 0.8
"""Share of the entries with some full form that the one chosen must have."""

_LEAST = 2
"""Entries in which the full form must stand."""

_STATES = frozenset(("U.S.", "US", "UK", "U.K.", "EU", "UN", "U.N."))
_INITIAL = re.compile(r"[^\W\d_]\.?")
_SMALL = frozenset(("of", "the", "for", "and", "on", "in", "de", "del", "von", "van", "al", "bin"))


def full_names(people: Mapping[str, int], bodies: Mapping[str, int]) -> dict[str, str]:
    """Each short name → the full one.

    Args:
        people: names of persons, and in how many entries each stands.
        bodies: names of organizations and places, likewise.

    >>> full_names({"John McCain": 5, "McCain": 3, "George W. Bush": 2, "George Bush": 9}, {})
    {'George W. Bush': 'George Bush', 'McCain': 'John McCain'}
    >>> full_names({}, {"Coast Guard": 1, "US Coast Guard": 4, "Royal Navy": 2, "US Navy": 3})
    {'Coast Guard': 'US Coast Guard'}
    """
    found: dict[str, str] = {}
    full: dict[str, dict[str, int]] = {}
    for name, count in sorted(people.items()):
        words = [word for word in name.split() if not _INITIAL.fullmatch(word)]
        plain = " ".join(words)
        if plain != name and len(words) > 1 and plain in people:
            found[name] = plain
            name = plain
        if len(words) > 1:
            held = full.setdefault(words[-1], {})
            held[name] = held.get(name, 0) + count
    for name in sorted({*people, *bodies}):
        if " " not in name and name in full:
            _take(found, name, full[name])
    acronyms: dict[str, dict[str, int]] = {}
    for name, count in sorted(bodies.items()):
        letters = "".join(word[0] for word in name.split() if word.lower() not in _SMALL)
        if len(letters) > 1 and letters.isupper():
            acronyms.setdefault(letters, {})[name] = count
    for name in sorted(bodies):
        plain = name.replace(".", "")
        if plain in acronyms and plain.isupper():
            _take(found, name, acronyms[plain])
    for name in sorted(bodies):
        state, _, plain = name.partition(" ")
        if state in _STATES and plain in bodies and _is_its_own(plain, bodies):
            # "U.S. Gulf Coast" and "Gulf Coast": the one that is written more.
            more = bodies[name] > bodies[plain]
            found.setdefault(plain if more else name, name if more else plain)
    return dict(sorted(found.items()))


def _is_its_own(plain: str, bodies: Mapping[str, int]) -> bool:
    """Whether nobody else has such a body: no "Royal Navy" beside "US Navy"."""
    return not any(
        name.endswith(f" {plain}") and name.removesuffix(f" {plain}") not in _STATES
        for name in bodies
    )


def _take(found: dict[str, str], name: str, full: Mapping[str, int]) -> None:
    best = min(full, key=lambda other: (-full[other], other))
    if full[best] >= _LEAST and full[best] >= _DOMINANT * sum(full.values()):
        found[name] = best
