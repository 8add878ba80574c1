"""Articles from documents of any format, behind one door: `read`."""

from generator.articles.decoding import unpack
from generator.articles.html import READER as HTML
from generator.articles.markdown import READER as MARKDOWN
from generator.articles.plain_text import READER as PLAIN_TEXT
from generator.articles.reader import Hints, Reader, Result
from generator.model import Source

__all__ = ["READERS", "Hints", "Reader", "read"]

READERS: tuple[Reader, ...] = (MARKDOWN, HTML, PLAIN_TEXT)
"""A new format is one module with a `Reader`, and one line here."""

_HEAD = 4096


def read(source: Source, hints: Hints | None = None) -> Result:
    """The articles in a document, and what was wrong with the document.

    The reader is the one that knows the document best by its name and first bytes. Nothing is
    raised, whatever the bytes: where no article is given at least one problem says why.
    """
    hints = hints or Hints()
    data, problems = unpack(source.data, source.path, hints.max_bytes)
    if problems and not data:
        return (), problems
    path = source.path.lower().removesuffix(".gz")
    head = data[:_HEAD]
    best = max(READERS, key=lambda reader: reader.sniff(path, head))
    articles, more = best.read(Source(source.path, data), hints)
    return articles, problems + more
