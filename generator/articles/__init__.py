"""Articles from documents of any format, behind one door: `read`."""

from generator.articles.plain_text import READER as PLAIN_TEXT
from generator.articles.reader import Hints, Reader, Result
from generator.model import Source

__all__ = ["READERS", "Hints", "Reader", "read"]

READERS: tuple[Reader, ...] = (PLAIN_TEXT,)
"""A new format is one module with a `Reader`, and one line here."""

_HEAD = 4096


def read(source: Source, hints: Hints | None = None) -> Result:
    """The article in a document, and what was wrong with the document.

    The reader is the one that knows the document best by its name and first bytes. Nothing is
    raised, whatever the bytes: without an article there is at least one problem that says why.
    """
    path = source.path.lower().removesuffix(".gz")
    head = source.data[:_HEAD]
    best = max(READERS, key=lambda reader: reader.sniff(path, head))
    return best.read(source, hints or Hints())
