"""Articles from pages that a browser saved as one file: MHTML (RFC 2557)."""

from typing import TYPE_CHECKING

import msgspec

from generator.articles import html, item
from generator.articles.reader import Hints, Reader, Result
from generator.errors import Problem
from generator.model import Source

if TYPE_CHECKING:
    from email.message import Message

_PAGES = frozenset({"text/html", "application/xhtml+xml"})


def read(source: Source, hints: Hints) -> Result:
    """One article from the main page of an MHTML file; its other parts are left alone."""
    from email import message_from_bytes

    try:
        message = message_from_bytes(source.data)
        page = _page(message)
        data = page.get_payload(decode=True) if page is not None else None
    except Exception:  # The parser recurses into parts, and headers may hold anything.
        page, data = None, None
    if page is None or not isinstance(data, bytes):
        what = "there is no page in this MHTML file"
        hint = 'save the page again as "web page, single file", or as .html'
        return (), (Problem(source.path, 0, 0, what, hint),)
    if len(data) > hints.max_bytes:
        what = f"the page is larger than {hints.max_bytes:,} bytes and was not read"
        return (), (Problem(source.path, 0, 0, what, "raise max_document in site.yaml"),)
    told = hints
    if url := hints.url or _address(message, page):
        told = msgspec.structs.replace(told, url=url)
    if charset := hints.encoding or _charset(page):
        told = msgspec.structs.replace(told, encoding=charset)
    return html.read(Source(source.path, data), told)


def _page(message: "Message") -> "Message | None":
    """The first page among the parts, the one that the browser showed."""
    return next((part for part in message.walk() if part.get_content_type() in _PAGES), None)


def _charset(page: "Message") -> str:
    found = page.get_content_charset()
    return found if isinstance(found, str) else ""


def _address(message: "Message", page: "Message") -> str:
    for told in (
        message.get("Snapshot-Content-Location"),
        page.get("Content-Location"),
        message.get("Content-Location"),
    ):
        if told is not None and (url := item.address(str(told))):
            return url
    return ""


def _sniff(path: str, head: bytes) -> float:
    if path.endswith((".mht", ".mhtml")):
        return 0.95
    start = head[:2048].lower()
    parted = b"multipart/related" in start and b"mime-version:" in start
    return 0.9 if parted and b"text/html" in head.lower() and not path.endswith(".md") else 0.0


READER = Reader("MHTML", _sniff, read, collection=True)
