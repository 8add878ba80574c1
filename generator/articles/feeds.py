"""Articles from the items of RSS and Atom feeds.

feedparser reads what the formats and their many dialects mean; it is given bytes and nothing that
could be taken for an address or a file. The items' HTML goes through `fragments`.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from generator.articles import fragments, item
from generator.articles.fragments import Block
from generator.articles.item import Item
from generator.articles.reader import Hints, Reader, Result
from generator.dates import DateError, EventDate, day
from generator.errors import Problem
from generator.model import Source

SUMMARY_WORDS = 150
"""An RSS description of so many words is the text; a shorter one sums it up."""
MAX_DEPTH = 2000
"""Elements inside one another, or not closed, beyond which feedparser would take ages."""

_TAG = re.compile(rb"<!\[CDATA\[.*?(?:\]\]>|\Z)|<(/?)[A-Za-z][^<>]*?(/?)>", re.DOTALL)
_PROLOGUE = re.compile(
    rb"(?:\s+|<\?.*?\?>|<!--.*?-->|<!DOCTYPE[^>\[]*(?:\[.*?\]\s*)?>)+", re.DOTALL | re.IGNORECASE
)
_ROOT = re.compile(rb"<(?:[\w.-]+:)?([\w.-]+)")
_ROOTS = frozenset((b"rss", b"feed", b"rdf", b"entry"))
_SURE_ROOTS = _ROOTS - {b"entry"}
"""A file that begins with one of these is a feed, whatever its name ends in."""
_OPENING = re.compile(
    r"<(?:[\w.-]+:)?(?:item|entry)(?=[\s>/])(?!\s*/>)|<!\[CDATA\[.*?\]\]>", re.DOTALL
)
_EXPECTED = "expected an RSS or Atom feed (or, for a saved page, the suffix .xhtml)"


def read(source: Source, hints: Hints) -> Result:
    """One article for each item of a feed."""
    problems: list[Problem] = []
    if not source.data.strip():
        hint = "delete it, or save the feed again"
        return (), (Problem(source.path, 0, 0, "the file is empty", hint),)
    if _is_deep(source.data):
        message = f"elements are nested more than {MAX_DEPTH:,} deep; the feed was not read"
        return (), (Problem(source.path, 0, 0, message, "save the feed again"),)
    parsed = _parsed(source.data)
    feed, entries = parsed.get("feed", {}), parsed.get("entries", [])
    if not entries:
        return (), (_nothing(source, parsed),)
    if fault := _fault(source.path, parsed):
        problems.append(fault)
    lines = _lines_of_items(source.data, len(entries))
    items = []
    summaries = []
    empty = []
    for entry, line in zip(entries, lines, strict=True):
        found, is_summary = _item(entry, feed, line, source.path, hints, problems)
        if found is None:
            empty.append(line)
            continue
        items.append(found)
        if is_summary:
            summaries.append(line)
    if not items:
        message = "no item of this feed has a text"
        hint = "save the pages that it links to"
        return (), (*problems, Problem(source.path, 0, 0, message, hint))
    if empty:
        noun = "item has" if len(empty) == 1 else "items have"
        message = f"{len(empty)} {noun} no text"
        hint = "save the pages that they link to"
        problems.append(Problem(source.path, empty[0], 0, message, hint, "warning"))
    problems.extend(only_summaries(source.path, summaries, len(items)))
    return item.articles(source.path, items, hints, problems), tuple(problems)


def only_summaries(path: str, lines: list[int], count: int) -> Iterator[Problem]:
    """A warning where texts are only summaries."""
    if lines:
        holds = "items hold" if len(lines) != 1 else "items holds"
        message = f"{len(lines)} of {count} {holds} only a summary; that is read as the text"
        hint = "for the whole articles save their pages, or a feed that holds them"
        yield Problem(path, lines[0], 0, message, hint, "warning")


def _parsed(data: bytes) -> Mapping[str, Any]:
    import io
    import warnings

    import feedparser

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            found: Mapping[str, Any] = feedparser.parse(
                io.BytesIO(data), sanitize_html=False, resolve_relative_uris=False
            )
    except Exception as error:  # The library promises nothing for hostile feeds.
        return {"bozo": True, "bozo_exception": error}
    return found


def _is_deep(data: bytes) -> bool:
    depth = 0
    for match in _TAG.finditer(data.replace(b"\x00", b"")):
        if match[1]:
            depth -= 1
        elif match[1] is not None and not match[2]:
            depth += 1
            if depth > MAX_DEPTH:
                return True
    return False


def _place(error: object) -> tuple[int, int]:
    """Line and column of an error of the XML parser."""
    line = getattr(error, "getLineNumber", lambda: 0)() or 0
    column = getattr(error, "getColumnNumber", lambda: -1)()
    return (line, column + 1) if line and column is not None else (line, 0)


def _fault(path: str, parsed: Mapping[str, Any]) -> Problem | None:
    error = parsed.get("bozo_exception")
    if not parsed.get("bozo") or error is None:
        return None
    if type(error).__name__ == "CharacterEncodingOverride":
        used = parsed.get("encoding", "")
        message = f"the feed is not in the encoding that it declares; it was read as {used}"
        return Problem(path, 1, 0, message, "save it as UTF-8", "warning")
    line, column = _place(error)
    reason = getattr(error, "getMessage", lambda: type(error).__name__)()
    message = f"the XML is broken here: {reason}; what could be saved was read"
    return Problem(path, line, column, message, "download the feed again, or mend it", "warning")


def _nothing(source: Source, parsed: Mapping[str, Any]) -> Problem:
    if parsed.get("version"):
        message = "there are no items in this feed"
        return Problem(source.path, 0, 0, message, "save it again when it has some")
    error = parsed.get("bozo_exception")
    line, column = _place(error)
    if line:
        reason = getattr(error, "getMessage", lambda: "")()
        message = f"this is no feed, and the XML is broken here: {reason}"
        return Problem(source.path, line, column, message, _EXPECTED)
    root = _root(source.data[:4096])
    what = f"the element <{root.decode('ascii', 'replace')}>" if root else "no XML"
    return Problem(source.path, 0, 0, f"this is no feed: it holds {what}", _EXPECTED)


def _lines_of_items(data: bytes, count: int) -> list[int]:
    """The line where each item begins; 0 for all where the file's items cannot be told apart."""
    text = data.replace(b"\x00", b"").decode("latin-1")
    lines: list[int] = []
    at, line = 0, 1
    for match in _OPENING.finditer(text):
        line += text.count("\n", at, match.start())
        at = match.start()
        if not match[0].startswith("<!"):
            lines.append(line)
    return lines if len(lines) == count else [0] * count


def _item(
    entry: dict[str, Any],
    feed: Mapping[str, Any],
    line: int,
    path: str,
    hints: Hints,
    problems: list[Problem],
) -> tuple[Item | None, bool]:
    """An item, and whether its text is only a summary."""

    def text(value: object) -> str:
        told = item.tidied(value, path, line, problems) if isinstance(value, str) else ""
        return told.strip()

    content, short = _content(entry)
    content, short = text(content), text(short)
    blocks = fragments.blocks(content)
    is_summary = not blocks
    if is_summary:
        blocks = fragments.blocks(short)
        is_summary = sum(len(block.text.split()) for block in blocks) < SUMMARY_WORDS
    if not has_text(blocks):
        return None, False
    base = text(feed.get("link")) or hints.url
    url = item.address(text(entry.get("feedburner_origlink")) or text(entry.get("link")), base)
    language = item.language_of(text(feed.get("language")) or _language(entry))
    publisher = (entry.get("source") or {}).get("title") or feed.get("title")
    return Item(
        line=line,
        source="feed",
        blocks=blocks,
        title=fragments.one_line(text(entry.get("title"))),
        published=_published(entry, line, path, hints, problems),
        byline=item.names_in(map(text, _authors(entry, feed))),
        publisher=fragments.one_line(text(publisher)),
        url=url,
        language=language,
        summary="" if is_summary or not content else summed_up(short),
        tags=tags_of(text(tag.get("label") or tag.get("term")) for tag in entry.get("tags") or ()),
        key=text(entry.get("id")),
    ), is_summary


def has_text(blocks: tuple[Block, ...]) -> bool:
    """Whether a paragraph of a body is among them."""
    return any(block.kind == "body" for block in blocks)


def summed_up(text: str) -> str:
    """A summary as one paragraph without markup."""
    return " ".join(block.text for block in fragments.blocks(text) if block.kind == "body")


def tags_of(texts: Iterable[str]) -> tuple[str, ...]:
    """Tags, each once whatever its capitals."""
    found: dict[str, str] = {}
    for text in texts:
        tag = fragments.one_line(text)
        if tag and len(tag) <= 60:
            found.setdefault(tag.casefold(), tag)
    return tuple(found.values())


def _content(entry: Mapping[str, Any]) -> tuple[str, str]:
    """The item's text and what sums it up; either may be ""."""
    short = entry.get("summary") or ""
    texts = [
        part.get("value") or ""
        for part in entry.get("content") or ()
        if str(part.get("type", "")).startswith(("text/", "application/xhtml"))
        or not part.get("type")
    ]
    return max(texts, key=len, default=""), short


def _authors(entry: Mapping[str, Any], feed: Mapping[str, Any]) -> list[str]:
    named = [author.get("name") or "" for author in entry.get("authors") or () if author]
    if not any(named):
        named = [entry.get("author") or ""]
    if not any(named):
        named = [author.get("name") or "" for author in feed.get("authors") or () if author]
    return [name for name in named if isinstance(name, str)]


def _language(entry: Mapping[str, Any]) -> str:
    for part in (*(entry.get("content") or ()), entry.get("title_detail") or {}):
        if found := part.get("language"):
            return str(found)
    return ""


def _published(
    entry: dict[str, Any], line: int, path: str, hints: Hints, problems: list[Problem]
) -> EventDate | None:
    """The day as the publisher's clock had it; in UTC where only feedparser can read it."""
    wrong = None
    for field in ("published", "updated", "created"):
        # Its own `get` gives the one for the other, with a warning.
        text = dict.get(entry, field)
        if not isinstance(text, str) or not text.strip():
            continue
        try:
            return item.published_on(text, hints.date_order, hints.language)
        except DateError as error:
            wrong = wrong or error
        told = dict.get(entry, f"{field}_parsed")
        if told is not None:
            try:
                return day(*told[:3])
            except DateError:
                continue
    if wrong is not None:
        problems.append(Problem(path, line, 0, wrong.message, wrong.hint, "warning"))
    return None


def _root(head: bytes) -> bytes:
    """The name of the outermost element, without its prefix, or b""."""
    start = head.replace(b"\x00", b"").lstrip(b"\xef\xbb\xbf\xff\xfe")
    prologue = _PROLOGUE.match(start)
    match = _ROOT.match(start, prologue.end() if prologue else 0)
    return match[1].lower() if match else b""


def _sniff(path: str, head: bytes) -> float:
    root = _root(head)
    if root in _SURE_ROOTS:
        return 0.97
    if path.endswith((".xml", ".rss", ".atom", ".rdf")):
        return 0.7 if root == b"html" else 0.95
    return 0.9 if root in _ROOTS and not path.endswith((".txt", ".text", ".md")) else 0.0


READER = Reader("RSS or Atom feed", _sniff, read, collection=True)
