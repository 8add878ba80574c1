"""Which documents repeat others: by their address, or by the words they share.

Texts are compared by their shingles, all runs of `WIDTH` words (Broder 1997). Which pairs are worth
comparing follows from a sketch of each text, its `SKETCH` smallest shingle hashes, and an index of
them; those pairs are then counted exactly. So the work grows with the number of texts and not with
that of pairs.
"""

import re
import zlib
from collections import Counter
from collections.abc import Iterable, Sequence
from urllib.parse import parse_qsl, urlencode, urlsplit

import msgspec

WIDTH = 5
"""Words of a shingle: fewer are shared by chance, more are broken by every small correction."""

ALIKE = 0.7
"""Jaccard coefficient of the shingles from which two texts are one. Changing one word in fifty
leaves about 0.8."""

WITHIN = 0.9
"""Share of a text's shingles in a longer one from which it says nothing of its own."""

SKETCH = 64
"""Hashes of a sketch. Of two texts that are alike some 45 are common, of one that is a tenth of
another some 6."""

_CANDIDATE = 3
"""Common hashes of two sketches from which texts are compared."""

_EVERYWHERE = 200
"""Texts that hold a shingle from which it is no sign of anything: a line under every article."""

_FEW = 20
"""Shingles below which texts are too short to be contained in others by more than chance."""

_WORD = re.compile(r"\w+")
_TRACKING = re.compile(
    r"utm_\w+|fbclid|gclid|dclid|msclkid|mc_[ce]id|igshid|ref_?src|cmpid|ns_\w+|at_\w+|xtor",
    re.IGNORECASE,
)
_PORTS = {"http": ":80", "https": ":443"}


class Document(msgspec.Struct, frozen=True):
    """What is compared."""

    name: str
    """What to call it: the path of its file."""
    text: str
    url: str = ""


class Repeat(msgspec.Struct, frozen=True):
    """`name` repeats `of`."""

    name: str
    of: str
    share: float
    """Of the shingles of `name`, those in `of`; 1 for the same text."""
    same_address: bool = False


def canonical_url(url: str) -> str:
    """An address without what does not tell pages apart, "" for none.

    >>> canonical_url("http://www.Example.org/a/?utm_source=x&id=2#top")
    'example.org/a?id=2'
    """
    try:
        parts = urlsplit(url.strip())
        host = (parts.hostname or "").removeprefix("www.")
        port = f":{parts.port}" if parts.port else ""
    except ValueError:
        return ""
    if not host or parts.scheme not in ("http", "https"):
        return ""
    if port == _PORTS[parts.scheme]:
        port = ""
    query = [
        pair
        for pair in parse_qsl(parts.query, keep_blank_values=True)
        if not _TRACKING.fullmatch(pair[0])
    ]
    path = re.sub("/(?:index\\.html?)?$", "", parts.path)
    return host + port + path + (f"?{urlencode(sorted(query))}" if query else "")


def shingles(text: str) -> frozenset[int]:
    """The hashes (32 bits) of all runs of `WIDTH` words, without case and punctuation.

    A shorter text is one run.
    """
    words = _WORD.findall(text.casefold())
    if not words:
        return frozenset()
    return frozenset(
        zlib.crc32(" ".join(words[at : at + WIDTH]).encode("utf-8", "surrogatepass"))
        for at in range(max(1, len(words) - WIDTH + 1))
    )


def repeats(documents: Iterable[Document], known: Sequence[Document] = ()) -> tuple[Repeat, ...]:
    """The documents that repeat another of them or a known one, by name.

    Of several that are alike the longest is no repeat, of those of one length the first by name;
    the order in which they are given does not matter. The known are never repeats.
    """
    index = _Index()
    for document in sorted(known, key=lambda document: document.name):
        index.add(document, shingles(document.text))
    found = []
    for document in sorted(documents, key=lambda document: (-len(document.text), document.name)):
        # Shingles are made anew when needed: those of thousands of texts would fill the memory.
        runs = shingles(document.text)
        repeat = index.find(document, runs)
        if repeat is None:
            index.add(document, runs)
        else:
            found.append(repeat)
    return tuple(sorted(found, key=lambda repeat: repeat.name))


class _Index:
    """The documents that repeat no other, by address and by the hashes of their sketches."""

    def __init__(self) -> None:
        self._documents: list[Document] = []
        self._by_url: dict[str, int] = {}
        self._by_hash: dict[int, list[int]] = {}

    def add(self, document: Document, runs: frozenset[int]) -> None:
        at = len(self._documents)
        self._documents.append(document)
        if url := canonical_url(document.url):
            self._by_url.setdefault(url, at)
        for run in _sketch(runs):
            self._by_hash.setdefault(run, []).append(at)

    def find(self, document: Document, runs: frozenset[int]) -> Repeat | None:
        """The document that this one repeats; of several the one with most in common."""
        at = self._by_url.get(canonical_url(document.url) or "-")
        if at is not None:
            other = self._documents[at]
            share = _common(runs, shingles(other.text))
            return Repeat(document.name, other.name, share, True)
        votes: Counter[int] = Counter()
        for run in _sketch(runs):
            holders = self._by_hash.get(run, ())
            if len(holders) < _EVERYWHERE:
                votes.update(holders)
        least = min(_CANDIDATE, len(runs))
        best: Repeat | None = None
        for at, common in sorted(votes.items(), key=lambda vote: (-vote[1], vote[0]))[:20]:
            if common < least:
                break
            other = self._documents[at]
            share = _share(runs, shingles(other.text))
            if share and (best is None or share > best.share):
                best = Repeat(document.name, other.name, share)
        return best


def _sketch(runs: frozenset[int]) -> list[int]:
    return sorted(runs)[:SKETCH]


def _share(runs: frozenset[int], others: frozenset[int]) -> float:
    """The share of `runs` in `others` where the two texts are one, else 0."""
    common = len(runs & others)
    if not common:
        return 0.0
    share = common / len(runs)
    alike = common / (len(runs) + len(others) - common)
    if alike >= ALIKE or (share >= WITHIN and len(runs) >= _FEW):
        return round(share, 2)
    return 0.0


def _common(runs: frozenset[int], others: frozenset[int]) -> float:
    return round(len(runs & others) / len(runs), 2) if runs else 0.0
