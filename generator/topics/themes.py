"""Themes of the news that several entries have: what a story is about besides who and where."""

from collections.abc import Iterator, Sequence

from generator.entries.languages import themes_en
from generator.entries.words import terms
from generator.model import Entry
from generator.topics.labels import fold
from generator.topics.phrases import Candidate, is_settled

_THEME_OF = {
    term: theme
    for theme, words in themes_en.THEMES.items()
    for word in words.split()
    for term in terms(word)
}


def themes(entries: Sequence[Entry]) -> Iterator[Candidate]:
    """Each theme with the positions of the entries that have one of its words in their title."""
    held: dict[str, dict[int, str]] = {}
    for at, entry in enumerate(entries):
        if is_settled(entry):
            continue
        for term in terms(_without_names(entry.title)):
            theme = _THEME_OF.get(term)
            if theme is not None:
                held.setdefault(theme, {}).setdefault(at, theme)
    for theme in sorted(held):
        where = held[theme]
        yield Candidate(fold(theme), tuple(where.values()), tuple(where), is_name=False)


def _without_names(title: str) -> str:
    """The title without the words that a capital makes a name: the West Bank is no bank."""
    first, *rest = title.split() or [""]
    return " ".join([first, *(word for word in rest if word[0].islower())])
