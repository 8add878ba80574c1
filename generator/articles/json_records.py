"""Articles from JSON: records in a list or one a line, and JSON Feeds."""

import re
from collections.abc import Iterable, Iterator

from generator.articles import json_text, records
from generator.articles.json_text import Found
from generator.articles.reader import Hints, Reader, Result
from generator.articles.records import Kind, Record
from generator.decoding import decode
from generator.errors import Problem
from generator.model import Source

RECORD = Kind("JSON record", lambda key: f'key "{key}" of the JSON record')
FEED = Kind("feed", lambda _: "feed", is_feed=True)

_FEED_VERSION = "https://jsonfeed.org/version/"
_BREAKS = ((b"\xe2\x80\xa8", b"\\u2028"), (b"\xe2\x80\xa9", b"\\u2029"), (b"\xc2\x85", b"\\u0085"))
"""What `decode` takes for line breaks and JSON does not, and how JSON may write it."""


def read(source: Source, hints: Hints) -> Result:
    """One article for each record of a JSON file, or for each item of a JSON Feed."""
    path = source.path
    data = source.data
    for mark, escape in _BREAKS:
        data = data.replace(mark, escape)
    text, decoding = decode(data, path, hints.encoding)
    problems = list(decoding)
    if not text.strip():
        hint = "delete it, or write its records"
        return (), (*problems, Problem(path, 0, 0, "the file is empty", hint))
    if path.lower().removesuffix(".gz").endswith((".jsonl", ".ndjson")) and _has_lines(text):
        found = tuple(json_text.lines(text, path, problems))
        return _articles(path, found, RECORD, hints, problems, {})
    whole = json_text.read(text, path, problems)
    if _version(whole.head.get("version")):
        common = {
            "publisher": _text(whole.head.get("title")),
            "language": _text(whole.head.get("language")),
            "base": _text(whole.head.get("home_page_url") or whole.head.get("feed_url")),
            "byline": _author(whole.head),
        }
        return _articles(path, whole.records, FEED, hints, problems, common)
    return _articles(path, whole.records, RECORD, hints, problems, {})


def _has_lines(text: str) -> bool:
    """Whether a file whose name says so has one object a line, and is no list."""
    return not text.lstrip().startswith("[")


def _version(value: object) -> bool:
    return isinstance(value, str) and value.startswith(_FEED_VERSION)


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _author(head: dict[str, object]) -> str:
    """Who writes all of a feed, as its items may leave out."""
    told = head.get("authors")
    first = told[0] if isinstance(told, list) and told else head.get("author")
    return _text(first.get("name")) if isinstance(first, dict) else _text(first)


def _articles(
    path: str,
    found: tuple[Found, ...],
    kind: Kind,
    hints: Hints,
    problems: list[Problem],
    common: dict[str, str],
) -> Result:
    if (line := _events(found)) is not None:
        return (), (*problems, records.refused_events(path, line))
    told = _records(path, found, kind, hints, problems)
    return records.articles(path, told, kind, hints, problems, common)


def _events(found: Iterable[Found]) -> int | None:
    """The line of the first record when the file holds events: its own, or a list of them."""
    for record in found:
        if not isinstance(record.value, dict):
            continue
        if records.events_here(record.value):
            return record.line
        listed = record.value.get("events")
        if isinstance(listed, list) and any(
            isinstance(event, dict) and records.events_here(event) for event in listed
        ):
            return record.line
        return None
    return None


def _records(
    path: str, found: Iterable[Found], kind: Kind, hints: Hints, problems: list[Problem]
) -> Iterator[Record]:
    faults = 0
    for record in found:
        if faults == json_text.MOST_FAULTS:
            message = "too many records are faulty, so the rest is not read"
            problems.append(Problem(path, record.line, record.column, message, "mend these first"))
            return
        if record.size > hints.max_bytes:
            message = f"this record is longer than {hints.max_bytes:,} characters"
            hint = "split it, or raise max_document in site.yaml"
            problems.append(Problem(path, record.line, record.column, message, hint))
            faults += 1
        elif not isinstance(record.value, dict):
            message = "this record is no object"
            hint = 'expected {"title": …, "published": …, "text": …}'
            problems.append(Problem(path, record.line, record.column, message, hint))
            faults += 1
        else:
            if record.duplicates:
                message = f'the key "{record.duplicates[0][:60]}" stands here twice'
                hint = "the last one is used"
                place = (record.line, record.column)
                problems.append(Problem(path, *place, message, hint, "warning"))
            yield Record(record.line, record.value, record.column)


_OBJECT = re.compile(rb'\{\s*"[^"\n]{1,80}"\s*:')
"""How an object of JSON begins."""


def _sniff(path: str, head: bytes) -> float:
    if path.endswith((".json", ".jsonl", ".ndjson")):
        return 0.95
    if path.endswith((".md", ".markdown", ".html", ".htm", ".xhtml")):
        return 0.0
    start = head.replace(b"\x00", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n[")
    return 0.65 if _OBJECT.match(start) else 0.0


READER = Reader("JSON", _sniff, read, collection=True)
