"""The words of a text, folded so that two reports of one event agree where they can.

A term is a lower-case word without its ending, or the word that stands for its group ("slain" and
"murdered" are both `kill`), or an exact number ("nine" is `#9`). What is English about it lies in
`languages/words_en.py`.
"""

import re
from functools import lru_cache
from itertools import chain

from generator.entries.languages import words_en

_TOKEN = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:['’-][^\W\d_]+)*")
_POSSESSIVE = re.compile(r"['’]s$|['’]$")

_STANDS_FOR = {word: group.split()[0] for group in words_en.GROUPS for word in group.split()}


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """The form under which `word` (lower case) is counted.

    Only the endings of English that leave the meaning alone are taken off (plural, -ed, -ing):
    a stronger stemmer folds "general" with "generation" and joins what has to stay apart.

    >>> stem("raided"), stem("slain"), stem("parties")
    ('raid', 'kill', 'party')
    """
    word = _POSSESSIVE.sub("", word)
    word = words_en.FORMS.get(word, word)
    if word in _STANDS_FOR:
        return _STANDS_FOR[word]
    for ending, put in words_en.SUFFIXES:
        if word.endswith(ending) and len(word) - len(ending) >= 2:
            word = word[: len(word) - len(ending)] + put
            break
    for ending in ("ing", "ed"):
        base = word.removesuffix(ending)
        if base != word and len(base) >= 3 and any(vowel in base for vowel in "aeiouy"):
            if len(base) > 3 and base[-1] == base[-2] and base[-1] not in "lsz":
                base = base[:-1]
            word = base
            break
    if len(word) > 4:
        word = word.removesuffix("e")
    return _STANDS_FOR.get(word, word)


@lru_cache(maxsize=20_000)
def terms(text: str) -> tuple[str, ...]:
    """The terms of `text` in their order, without stop words and words of the calendar.

    >>> terms("Nine Palestinians were killed in the raid on Thursday")
    ('#9', 'palestinian', 'kill', 'raid')
    """
    return tuple(chain.from_iterable(map(_terms_of_piece, text.split())))


@lru_cache(maxsize=100_000)
def _terms_of_piece(piece: str) -> tuple[str, ...]:
    """The terms between two spaces, nearly always one or none."""
    return tuple(term for token in _TOKEN.findall(piece) if (term := _term(token)))


def _term(token: str) -> str:
    """The term that a word or number of a text stands for; "" for one that says nothing."""
    word = token.lower().replace("’", "'")
    if word[0].isdigit():
        return "#" + word.replace(",", "")
    word = _POSSESSIVE.sub("", word)
    number = words_en.NUMBERS.get(word, 0)
    if number > 1:
        return f"#{number}"
    if word in words_en.STOP or word in words_en.CALENDAR or len(word) < 2:
        return ""
    return stem(word)
