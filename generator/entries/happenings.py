"""What a sentence tells to have happened: its finite verbs, and words of the groups of news."""

from functools import lru_cache

from generator.entries.grammar import analyse
from generator.entries.languages import words_en
from generator.entries.verb_groups import finite_groups
from generator.entries.words import terms

_GROUPS = frozenset(group.split()[0] for group in words_en.GROUPS)


@lru_cache(maxsize=20_000)
def happenings(text: str) -> frozenset[str]:
    """The terms of `text` that say what happened.

    >>> sorted(happenings("An explosion on the ferry killed nine sailors"))
    ['blast', 'kill']
    """
    found = terms(text)
    sentence = analyse(text, 0, len(text))
    verbs = {
        term for _, last, _ in finite_groups(sentence) for term in terms(sentence.words[last - 1])
    }
    return frozenset(found) & (verbs | _GROUPS)
