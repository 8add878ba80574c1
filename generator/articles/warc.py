"""Articles from the pages of a web archive: WARC (ISO 28500).

The archive is read bit by bit; of what it holds only the pages that were answered with 200 are
looked at, and each is capped as a document of its own.
"""

import contextlib
import io
import re
from collections.abc import Iterator
from typing import Any

import msgspec

from generator.articles import html, item
from generator.articles.reader import Hints, Reader, Result
from generator.config import COLLECTION
from generator.errors import Problem
from generator.model import Article, Source
from generator.packed import Stream

_PAGES = frozenset({"text/html", "application/xhtml+xml"})
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]{2,40})", re.IGNORECASE)
_BLOCK = 1_000_000
"""Bytes that the library takes at a time; few at a time make it slow where lines are long."""
_UNPACKED = 10
"""How many times its largest size an archive may be when it is unpacked, which is never at once."""


class Page(msgspec.Struct, frozen=True):
    """A page as it was captured."""

    url: str
    charset: str
    data: bytes


def read(source: Source, hints: Hints) -> Result:
    """One article for each page of the archive that holds one.

    The day of a capture is no date of publication; pages say that themselves.
    """
    try:
        import warcio  # noqa: F401
    except ImportError:
        message = "web archives need an addition that is not installed"
        hint = 'run: pip install "backstory[warc]"'
        return (), (Problem(source.path, 0, 0, message, hint),)
    problems: list[Problem] = []
    found: list[tuple[int, Article]] = []
    pages = 0
    for page in _pages(source, hints, problems):
        pages += 1
        told = msgspec.structs.replace(hints, url=page.url, encoding=page.charset or hints.encoding)
        articles, wrong = html.read(Source(source.path, page.data), told)
        problems.extend(
            msgspec.structs.replace(
                problem, line=0, column=0, message=f"{page.url}: {problem.message}",
                severity="warning",
            )
            for problem in wrong
        )  # fmt: skip
        found.extend((0, article) for article in articles)
    if not found:
        message = "there is no article in this web archive"
        hint = "expected response records that hold HTML pages"
        if pages:
            message = f"there is no article in the {pages} pages of this web archive"
            hint = "open one of them in a browser and save it as .html"
        problems.append(Problem(source.path, 0, 0, message, hint))
    return item.distinct(source.path, found, problems), tuple(problems)


def _pages(source: Source, hints: Hints, problems: list[Problem]) -> Iterator[Page]:
    from warcio.archiveiterator import ArchiveIterator

    stream = Stream(source.data, hints.max_bytes * COLLECTION * _UNPACKED)
    last: Any = None
    # The library writes of broken records to standard error.
    said = io.StringIO()
    try:
        with contextlib.redirect_stderr(said):
            records = iter(ArchiveIterator(stream, block_size=_BLOCK))
        while True:
            with contextlib.redirect_stderr(said):
                record = next(records, None)
                page = _page(record, source.path, hints, problems) if record is not None else None
            if record is None:
                break
            last = record
            if page is not None:
                yield page
    except Exception as error:  # The library promises nothing for broken archives.
        reason = str(error).strip().split("\n")[0][:120] or type(error).__name__
        message = f"this web archive is broken: {reason}; what was read before is kept"
        problems.append(Problem(source.path, 0, 0, message, "download it again", "warning"))
        return
    if stream.broken or said.getvalue() or _is_cut(last):
        message = "this web archive is damaged; what could be read was"
        problems.append(Problem(source.path, 0, 0, message, "download it again", "warning"))
    if stream.exhausted:
        message = "this web archive holds more than is read of one; the rest was left"
        hint = "split it, or raise max_document in site.yaml"
        problems.append(Problem(source.path, 0, 0, message, hint, "warning"))


def _is_cut(record: Any) -> bool:
    """Whether the archive's last record, which has been read, ended before its length."""
    return record is not None and getattr(record.raw_stream, "limit", 0) > 0


def _page(record: Any, path: str, hints: Hints, problems: list[Problem]) -> Page | None:
    """The page of a response that was answered with 200, or None."""
    if record.rec_type != "response" or record.http_headers is None:
        return None
    kind = record.http_headers.get_header("Content-Type") or ""
    if record.http_headers.get_statuscode() != "200" or kind.split(";")[0].strip().lower() not in (
        _PAGES
    ):
        return None
    url = item.address(record.rec_headers.get_header("WARC-Target-URI") or "")
    data = bytearray()
    content = record.content_stream()
    while piece := content.read(65_536):
        data += piece
        if len(data) > hints.max_bytes:
            message = f"{url}: the page is larger than {hints.max_bytes:,} bytes and was not read"
            hint = "raise max_document in site.yaml"
            problems.append(Problem(path, 0, 0, message, hint, "warning"))
            return None
    charset = _CHARSET.search(kind)
    return Page(url, charset[1] if charset else "", bytes(data))


def _sniff(path: str, head: bytes) -> float:
    return 1.0 if head.startswith(b"WARC/") or path.endswith(".warc") else 0.0


READER = Reader("web archive", _sniff, read, collection=True, unpacks=True)
