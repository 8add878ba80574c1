"""Titles that tell the same of a day in other words: "The singer died", "Holt died at 50"."""

import msgspec

from generator.dates import EventDate
from generator.entries.happenings import happenings
from generator.entries.languages import words_en
from generator.entries.similarity import Rarity, Vector, vector
from generator.entries.words import terms


class Title(msgspec.Struct, frozen=True):
    """The words of an entry's title, and those of what it tells to have happened."""

    words: Vector
    happenings: frozenset[str]


def title_of(title: str, rare: Rarity) -> Title:
    """A title made ready for comparison."""
    return Title(vector(terms(title), rare), happenings(title) - words_en.THINGS)


def recalled_for_one(a: EventDate, b: EventDate, ours: Title, theirs: Title) -> bool:
    """Whether both dates are recalled for the same: of one day, or of its month and more alike."""
    common = ours.happenings & theirs.happenings
    if not common or {a.precision, b.precision} - {"day", "month"}:
        return False
    if a.precision == b.precision == "day":
        return a.earliest == b.earliest
    return mostly_alike(ours, theirs)


def mostly_alike(ours: Title, theirs: Title) -> bool:
    """Whether most of what both tell to have happened is the same, and befell the same."""
    common = ours.happenings & theirs.happenings
    mostly = 0 < len(ours.happenings | theirs.happenings) <= 2 * len(common)
    return mostly and bool((ours.words.keys() & theirs.words.keys()) - common)
