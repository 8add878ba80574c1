"""The headline as a title: what the article's own editor called its news."""

import re

from generator.entries.clauses import clauses
from generator.entries.cleaning import clean
from generator.entries.grammar import analyse
from generator.entries.languages import en
from generator.entries.shortening import TITLE_LENGTH
from generator.entries.words import terms

_PARTS = re.compile(r"\s*(?::|\||;)\s+|\s+[–—-]\s+")
_COVERED = 0.6
"""The share of a headline's words that the sentence of the news holds."""
_REPEATED = 40
_ENOUGH = 3
"""Words that the two have in common at least."""


def parts(headline: str, text: str) -> tuple[str, ...]:
    """The parts of a headline that are a sentence: "Fire in Marn: six workers die" has one.

    A title that only repeats how the article's `text` begins is no headline.
    """
    if headline and text.startswith(headline[:_REPEATED]):
        return ()
    found = []
    for part in _PARTS.split(headline):
        text = clean(part)
        if not text or len(text) > TITLE_LENGTH or text[-1] in "?!…" or text[0] in "\"'“‘":
            continue
        sentence = analyse(text, 0, len(text))
        parsed = clauses(sentence)
        if not parsed or _title_case(sentence.words):
            continue
        clause = parsed[0]
        if any(
            word in en.FIRST_SECOND_PERSON or word in en.LEANING_SUBJECTS
            for word in sentence.lowers
        ):
            continue
        if clause.subject_last > clause.subject_first and clause.tense != "tentative":
            found.append(text)
    return tuple(found)


def glued(headline: str, text: str) -> int:
    """Where the line ends that a headline runs into, 0 when the headline stands by itself."""
    if not headline or not text.startswith(headline[:_REPEATED].rstrip("… ")):
        return 0
    line = text.find("\n")
    line = len(text) if line < 0 else line
    return line if line > len(headline) + _REPEATED or headline.endswith("…") else 0


def _title_case(words: tuple[str, ...]) -> bool:
    """Whether Every Word Is Capitalised, so that names cannot be told."""
    long = [word for word in words if len(word) > 3 and word[0].isalpha()]
    return len(long) > 3 and sum(word[0].isupper() for word in long) > 0.8 * len(long)


def matches(part: str, text: str) -> int:
    """How many words of a headline's part the text of an event holds; 0 when too few."""
    wanted = frozenset(terms(part))
    shared = len(wanted & frozenset(terms(text)))
    return shared if shared >= _ENOUGH and shared >= _COVERED * len(wanted) else 0
