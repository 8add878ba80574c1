"""The search index: files that a reader's browser fetches a few of, and none before it is used.

Words are folded (no accents, small letters) and stand in *leaves*, one file for words that begin
alike; a leaf that grows too large is split by the next letter. For each word a leaf has the events
that hold it, newest first: four or more characters that stand for the event, and a figure that says
how much the word tells of it. What is shown of an event stands in *chunks*, by the first of those
characters. So a query fetches the leaves of its words and the chunks of what it shows, and
an edit changes the leaves of the words it adds or takes away.

Topics, names, years and statuses are words too, behind "=": filters and words are answered alike.
The reader's side of this is in static/site.js.
"""

import json
import re
import unicodedata
from base64 import urlsafe_b64encode
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from hashlib import sha256
from typing import TYPE_CHECKING

import msgspec

from generator import dates
from generator.model import Entry
from generator.site import names, periods
from generator.site.markup import plain

if TYPE_CHECKING:
    from generator.site.assemble import Site

LEAF = 24_000
"""Characters of a leaf from which it is split; some ten thousand bytes as they are sent."""
_DEEPEST = 64
"""Letters of a leaf's name beyond which it is not split."""
_A_CHUNK = 16
"""Events of a chunk at the most, about; half as many at the least."""
_ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
_EVERYWHERE = 4
"""One of how many events a word must be in to be looked for only where it tells something."""
_FEW = 256
"""Events of a site below which no word is too common."""

TITLE, NAMED, SUMMARY, BODY = 6, 4, 2, 1
"""How much a word tells of an event by where it stands."""
_TELLING = NAMED

_WORD = re.compile(r"[^\W_]+")
_SCRIPTS = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\u0e00-\u0e7f]+")
"""Written without spaces, so looked for by pairs of letters."""


FOLDER = "/data/search/"
HEAD = f"{FOLDER}index.json"


class Index(msgspec.Struct, frozen=True):
    """What the files of the index hold, each as JSON."""

    leaves: Mapping[str, str]
    """By name: the letters that its words begin with; a "." after them for these alone."""
    chunks: Mapping[int, str]
    """By number: the first bits of what stands for an event, see `chunk_bits`."""


def words(text: str) -> list[str]:
    """The words of a text, folded.

    >>> words("Élysée: the U.S. envoy's 1st visit")
    ['elysee', 'the', 'envoy', '1st', 'visit']
    """
    folded = unicodedata.normalize("NFKD", text)
    if not folded.isascii():
        folded = "".join(char for char in folded if unicodedata.category(char)[0] != "M")
    found: list[str] = []
    for word in _WORD.findall(folded.lower()):
        if word.isascii() or not _SCRIPTS.search(word):
            if len(word) > 1 or word.isdecimal():
                found.append(word)
        else:
            found.extend(word[at : at + 2] for at in range(max(1, len(word) - 1)))
    return found


def terms(site: "Site", id_: str) -> str:
    """The words of an event, and what each tells of it: "dam6 roe4 …"."""
    entry = site.entry_by_id[id_]
    body = plain(site.html(entry.text)) if entry.origin == "editor" else entry.text
    topics = [site.topic_titles[slug] for slug in entry.topics if slug in site.topic_titles]
    when = entry.date_text or dates.format_date(entry.date, site.config.language)
    found: dict[str, int] = {}
    for text, weight in (
        (entry.title, TITLE),
        (" ".join((*topics, *(name for _, name in names.names_of(entry)))), NAMED),
        (f"{entry.summary} {when}", SUMMARY),
        (body, BODY),
    ):
        for word in dict.fromkeys(words(text)):
            found[word] = min(9, found.get(word, 0) + weight)
    for word in _filters(entry):
        found[word] = max(1, entry.importance)
    return " ".join(f"{word}{weight}" for word, weight in found.items())


def _filters(entry: Entry) -> Iterator[str]:
    for slug in entry.topics:
        yield f"=topics/{slug}"
    for kind, name in names.names_of(entry):
        yield f"={names.key(kind, name)}"
    if entry.status != "confirmed":
        yield f"=status/{entry.status}"
    yield f"=year/{periods.place(entry.date).year}"


def shown(site: "Site", id_: str) -> str:
    """What a list of results says of an event, as JSON: title, date, slug and status."""
    entry = site.entry_by_id[id_]
    when = entry.date_text or dates.format_date(entry.date, site.config.language)
    status = "" if entry.status == "confirmed" else entry.status
    told = (entry.title, when, entry.slug, *([status] if status else []))
    return json.dumps(told, ensure_ascii=False, separators=(",", ":"))


def index(site: "Site") -> Index:
    """The whole index of a site."""
    keys = keys_of(entry.id for entry in site.entries)
    postings: dict[str, list[str]] = {}
    for entry in reversed(site.entries):
        key = keys[entry.id]
        for term in site.piece(terms, entry.id).split(" "):
            word, weight = term[:-1], term[-1]
            postings.setdefault(word, []).append(f"{key}{weight}")
    common = _common(len(site.entries))
    held = {word: _held(word, found, common) for word, found in postings.items()}
    leaves = {
        name: json.dumps({word: held[word] for word in group}, separators=(",", ":"))
        for name, group in _leaves(held)
    }
    return Index(leaves, _chunks(site, keys))


def files(site: "Site") -> dict[str, str]:
    """The files of the index by address, none where the site has no index of its own."""
    if site.config.search != "builtin":
        return {}
    made = index(site)
    found = {leaf_file(name): made.leaves[name] + "\n" for name in sorted(made.leaves)}
    found.update((chunk_file(number), text) for number, text in made.chunks.items())
    # What the reader's side needs to know before it asks for anything else.
    head = {"bits": chunk_bits(len(site.entries)), "leaves": " ".join(sorted(made.leaves))}
    found[HEAD] = json.dumps(head, ensure_ascii=False, separators=(",", ":")) + "\n"
    return found


def keys_of(ids: Iterable[str]) -> dict[str, str]:
    """What stands for each event: the fewest characters, but four, that no other begins with.

    An event keeps its own when others come and go, but for the rare that begin like it.
    """
    taken: set[str] = set()
    keys = {}
    for id_ in sorted(ids):
        whole = _digest(id_)
        length = 4
        while whole[:length] in taken:
            length += 4
        taken.add(whole[:length])
        keys[id_] = whole[:length]
    return keys


@lru_cache(maxsize=100_000)
def _digest(id_: str) -> str:
    return urlsafe_b64encode(sha256(id_.encode("utf-8", "surrogatepass")).digest()).decode()


def _common(total: int) -> int:
    """Events that a common word is in; it grows in steps, so that one more event changes little."""
    return (1 << total.bit_length()) // (2 * _EVERYWHERE) if total >= _FEW else total + 1


def _held(word: str, found: Sequence[str], common: int) -> str:
    """The events of a word; of one that is nearly everywhere those it tells something of."""
    if len(found) < common or word[0] == "=":
        return " ".join(found)
    return "*" + " ".join(item for item in found if int(item[-1]) >= _TELLING)


def _leaves(held: Mapping[str, str]) -> Iterator[tuple[str, list[str]]]:
    """The name and the words of each leaf."""
    waiting: list[tuple[str, list[str]]] = []
    ordered = sorted(held)
    waiting.append(("", ordered))
    while waiting:
        name, group = waiting.pop()
        size = sum(len(word) + len(held[word]) + 6 for word in group)
        if name and (size <= LEAF or len(name) >= _DEEPEST):
            yield name, group
            continue
        parts: dict[str, list[str]] = {}
        for word in group:
            parts.setdefault(word[: len(name) + 1], []).append(word)
        if name in parts:
            yield f"{name}.", parts.pop(name)
        waiting.extend(parts.items())


def _chunks(site: "Site", keys: Mapping[str, str]) -> dict[int, str]:
    bits = chunk_bits(len(keys))
    chunks: dict[int, list[str]] = {}
    for id_, key in sorted(keys.items(), key=lambda pair: pair[1]):
        number = (64 * _ALPHABET.index(key[0]) + _ALPHABET.index(key[1])) >> (12 - bits)
        chunks.setdefault(number, []).append(f'"{key}":{site.piece(shown, id_)}')
    return {name: "{" + ",\n".join(chunks[name]) + "}\n" for name in sorted(chunks)}


def chunk_bits(total: int) -> int:
    """How many bits choose an event's chunk, 0 to 12."""
    return min(12, max(0, (total - 1) // _A_CHUNK).bit_length())


def leaf_file(name: str) -> str:
    """The file of a leaf: its letters as their code points, as no file system minds.

    >>> leaf_file("je"), leaf_file("=y.")
    ('/data/search/6a-65.json', '/data/search/3d-79-2e.json')
    """
    return f"{FOLDER}{'-'.join(f'{ord(char):x}' for char in name)}.json"


def chunk_file(number: int) -> str:
    """The file of a chunk: its number behind a letter that begins no leaf's."""
    return f"{FOLDER}t{number:x}.json"
