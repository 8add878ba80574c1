"""Sentences that go on about an event told elsewhere in the article: further citations of it.

They give no entry of their own, but they name who did it and who answered: "The army said it had
sent two companies there", "The ministry called the step hasty".
"""

from collections.abc import Sequence

import msgspec

from generator.entries.grammar import Sentence
from generator.entries.languages import en
from generator.entries.words import terms

_NEAR = 2
"""Sentences that may lie between an event and what points back to it."""
_SHARED = 0.6
"""The share of a title's words that a sentence about the same event holds."""
_ENOUGH = 4
"""Words of a title that such a sentence holds at least."""
_POINTED_AT = frozenset(en.ACT_NOUNS) | frozenset(en.EVENT_NOUNS) | frozenset(en.SAID_NOUNS)
_EVENT_NOUNS = frozenset(en.EVENT_NOUNS)
_DEMONSTRATIVES = frozenset(en.DEMONSTRATIVES)


class Told(msgspec.Struct, frozen=True):
    """An event of the article: its title, and the numbers of the sentences that tell it."""

    title: str
    positions: tuple[int, ...]
    news: bool
    """Whether the article reports it, rather than recall or announce it."""


def belongs_to(sentence: Sentence, text: str, position: int, told: Sequence[Told]) -> int:
    """The index in `told` of the event that the sentence goes on about, or -1.

    Args:
        sentence: the sentence's tokens.
        text: the sentence.
        position: the number of the sentence in the article.
        told: the article's events.
    """
    if points_back(sentence):
        near = [
            (max(p for p in event.positions if p < position), -number)
            for number, event in enumerate(told)
            if event.news and any(position - _NEAR <= p < position for p in event.positions)
        ]
        if near:
            return -max(near)[1]
    words = frozenset(terms(text))
    best = (0.0, 0)
    for number, event in enumerate(told):
        if not event.news:
            continue
        wanted = frozenset(terms(event.title))
        shared = len(wanted & words)
        if shared >= _ENOUGH and shared >= _SHARED * len(wanted):
            best = max(best, (shared / len(wanted), -number))
    return -best[1] if best[0] else -1


def points_back(sentence: Sentence) -> bool:
    """Whether the sentence says "this decision", "that attack" or "an operation there"."""
    lowers, tags = sentence.lowers, sentence.tags
    quoted = False
    for at, word in enumerate(lowers):
        quoted ^= tags[at] == '"'
        if quoted:
            continue  # what a speaker points at need not be what the article tells
        if word in _DEMONSTRATIVES and tags[at] == "D":
            if any(lower in _POINTED_AT for lower in lowers[at + 1 : at + 3]):
                return True
        elif word == en.THERE and tags[at] == "A" and any(w in _EVENT_NOUNS for w in lowers):
            return True
    return False
