"""What a reader of a format is, and what it may be told beforehand."""

from collections.abc import Callable
from hashlib import blake2b

import msgspec

from generator.articles.publication import DateOrder
from generator.decoding import MAX_BYTES
from generator.errors import Problem
from generator.model import Article, Source

MAX_SECONDS = 20.0
"""Default cap on the reading of one document: some hundred times what a long page takes."""


class Hints(msgspec.Struct, frozen=True):
    """What is known of a document before it is read."""

    publisher: str = ""
    url: str = ""
    language: str = ""
    """Of the site, used where the document does not say its own."""
    encoding: str = ""
    """Of a document that is not UTF-8 and does not name its own."""
    date_order: DateOrder | None = None
    """How figures alone are read: "3/4/2019"."""
    boilerplate: frozenset[str] = frozenset()
    """Lines that recur in the collection, from `generator.articles.boilerplate.learn`."""
    max_bytes: int = MAX_BYTES
    max_seconds: float = MAX_SECONDS
    """Of processor time; 0 for no limit."""
    max_depth: int = 200
    """Elements inside one another in an HTML document."""


Result = tuple[tuple[Article, ...], tuple[Problem, ...]]
"""The articles that a document holds, and what was wrong with it."""


class Reader(msgspec.Struct, frozen=True):
    """One format: how to know it, and how to read it."""

    name: str
    sniff: Callable[[str, bytes], float]
    """From the path in lower case (without ".gz") and the first bytes: how likely, 0 to 1."""
    read: Callable[[Source, Hints], Result]
    collection: bool = False
    """Its files hold many documents: one may be `COLLECTION` times as large as a document."""
    unpacks: bool = False
    """It is given a gzip file as it lies, and unpacks it bit by bit."""


def too_slow(path: str, seconds: float) -> Result:
    """What is given of a document that takes more than its time."""
    message = f"the document took longer than {seconds:g} seconds and was left out"
    hint = "save it in a simpler form, such as text, or raise max_seconds in site.yaml"
    return (), (Problem(path, 0, 0, message, hint, passing=True),)


def article_id(path: str, url: str = "", key: str = "") -> str:
    """16 hexadecimal digits, from the canonical URL or else the path.

    Args:
        key: what tells the articles of one document apart: an identifier of its own or a number.
    """
    where = url or (f"{path}#{key}" if key else path)
    return blake2b(where.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()
