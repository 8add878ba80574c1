"""Articles from documents of any format, behind one door: `read`."""

from functools import partial

from generator.articles.feeds import READER as FEED
from generator.articles.html import READER as HTML
from generator.articles.json_records import READER as JSON
from generator.articles.markdown import READER as MARKDOWN
from generator.articles.mhtml import READER as MHTML
from generator.articles.plain_text import READER as PLAIN_TEXT
from generator.articles.reader import Hints, Reader, Result, too_slow
from generator.articles.tables import READER as TABLE
from generator.articles.time_limit import within
from generator.articles.warc import READER as WARC
from generator.config import COLLECTION
from generator.decoding import unpack, unpacked_head
from generator.errors import Problem
from generator.model import Source

__all__ = ["READERS", "Hints", "Reader", "read"]

READERS: tuple[Reader, ...] = (
    MARKDOWN,
    HTML,
    FEED,
    JSON,
    TABLE,
    MHTML,
    WARC,
    PLAIN_TEXT,
)
"""A new format is one module with a `Reader`, and one line here."""

_HEAD = 4096


def read(source: Source, hints: Hints | None = None) -> Result:
    """The articles in a document, and what was wrong with the document.

    The reader is the one that knows the document best by its name and first bytes. Nothing is
    raised, whatever the bytes: where no article is given at least one problem says why.
    """
    hints = hints or Hints()
    path = source.path.lower().removesuffix(".gz")
    head = unpacked_head(source.data, _HEAD)
    best = max(READERS, key=lambda reader: reader.sniff(path, head))
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
    return articles, problems + more
