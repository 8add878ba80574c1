"""Labels that mean one topic: spellings folded, and a label found in a text."""

import hashlib
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import accumulate, chain

from generator.slugs import slugify

_WORD = re.compile(r"[^\W_]+")
_SILENT = re.compile(r"(?<=\w)\.(?=\w|\s|$)|['’]s?\b")
_PARAGRAPH = re.compile(r"\n(?=\s|$)")
_CLAUSE_ENDS = frozenset('.;:!?()"“”')


@lru_cache(maxsize=200_000)
def fold(label: str) -> str:
    """The key under which spellings of a label are one.

    Case, accents, points, hyphens, a leading "the" and the plural do not count.

    >>> fold("The U.S. Elections") == fold("US election")
    True
    """
    plain = "".join(
        char for char in unicodedata.normalize("NFKD", label) if not unicodedata.combining(char)
    )
    words = _WORD.findall(_SILENT.sub("", plain).casefold())
    if len(words) > 1 and words[0] == "the":
        words = words[1:]
    return " ".join(_singular(word) for word in words)


def spelling(variants: Iterable[str]) -> str:
    """The form that is written most often; of equals the first in the alphabet."""
    counted = Counter(variants)
    best = min(counted, key=lambda label: (-counted[label], label))
    return best[:1].upper() + best[1:]


def slug_for(label: str, key: str, taken: Mapping[str, str]) -> str:
    """A slug that no other key has in `taken` (slug to key), stable when topics are added."""
    mark = hashlib.sha256(key.encode()).hexdigest()[:6]
    slug = slugify(label) or f"topic-{mark}"
    return slug if taken.get(slug, key) == key else f"{slug}-{mark}"


class Labels:
    """Labels to look for in texts, by their first word: a text is read once for all of them."""

    def __init__(self, keys: Iterable[str]) -> None:
        self._keys = frozenset(keys) - {""}
        self._longest: dict[str, int] = {}
        """The most words of a label that begins with a word; "½" is written with two."""
        for key in self._keys:
            words = key.split()
            for first in accumulate(words, "{} {}".format):
                self._longest[first] = max(self._longest.get(first, 0), min(5, len(words)))

    def said_in(self, text: str) -> frozenset[str]:
        """The labels of up to five words that `text` names.

        A single word counts only with a capital: "Coordination" as a label is not meant by every
        coordination.
        """
        return frozenset(self._said(text)) if self._keys else frozenset()

    def _said(self, text: str) -> Iterator[str]:
        for paragraph in _PARAGRAPH.split(text):
            words = [*chain.from_iterable(map(_words_of_piece, paragraph.split()))]
            folded = [*map(_fold_word, words)]
            begins = [at for at, first in enumerate(folded) if first in self._longest]
            for at in begins:
                first, longest = folded[at], self._longest[folded[at]]
                if first in self._keys and (words[at][0].isupper() or words[at][0].isdigit()):
                    yield first
                for length in range(2, min(longest, len(words) - at) + 1):
                    label = " ".join(folded[at : at + length])
                    if label in self._keys:
                        yield label


@lru_cache(maxsize=100_000)
def _words_of_piece(piece: str) -> tuple[str, ...]:
    """The words between two spaces, and "" where a clause ends with them."""
    words = _WORD.findall(_SILENT.sub("", piece))
    return (*words, "") if piece[-1] in _CLAUSE_ENDS else tuple(words)


@lru_cache(maxsize=50_000)
def _fold_word(word: str) -> str:
    return fold(word)


def _singular(word: str) -> str:
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word
