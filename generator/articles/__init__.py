"""Articles from documents of any format, behind one door: `read`."""

from functools import cache, partial
from importlib import import_module

from msgspec.structs import replace

from generator.articles.reader import Hints, Reader, Result, too_slow
from generator.articles.time_limit import within
from generator.config import COLLECTION
from generator.decoding import unpack, unpacked_head
from generator.errors import Problem
from generator.formats import FORMATS
from generator.model import Source

__all__ = ["Hints", "Reader", "best_reader", "read"]

_HEAD = 4096


def read(source: Source, hints: Hints | None = None) -> Result:
    """The articles in a document, and what was wrong with the document.

    The reader is the one that knows the document best by its name and first bytes. Nothing is
    raised, whatever the bytes: where no article is given at least one problem says why.
    """
    hints = hints or Hints()
    path = source.path.lower().removesuffix(".gz")
    head = unpacked_head(source.data, _HEAD)
    best = best_reader(path, head)
    times = COLLECTION if best.collection else 1
    problems: tuple[Problem, ...] = ()
    if not best.unpacks:
        data, problems = unpack(source.data, source.path, hints.max_bytes * times)
        if problems and not data:
            return (), problems
        source = Source(source.path, data)
    seconds = hints.max_seconds * times
    work = partial(best.read, source, hints)
    articles, more = within(seconds, work, too_slow(source.path, seconds))
    if problems and not articles:
        # What is missing was cut off with the rest.
        return (), tuple(replace(problem, severity="error") for problem in problems)
    return articles, problems + more


def best_reader(path: str, head: bytes) -> Reader:
    """The reader that knows a document best.

    Args:
        path: in lower case, without ".gz".
        head: the first bytes of the document, unpacked.
    """
    return max(
        (_reader(form.module) for form in FORMATS), key=lambda reader: reader.sniff(path, head)
    )


@cache
def _reader(module: str) -> Reader:
    reader: Reader = import_module(f"generator.articles.{module}").READER
    return reader
