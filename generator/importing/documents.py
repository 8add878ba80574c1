"""What a document holds, articles or events, and what becomes of it."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Literal

import msgspec

from generator import articles
from generator.articles.html import READER as HTML
from generator.articles.markdown import READER as MARKDOWN
from generator.articles.plain_text import READER as PLAIN_TEXT
from generator.config import Config
from generator.decoding import decode, unpack
from generator.errors import Problem
from generator.importing import exported, timelinejs
from generator.importing.article_files import write_article
from generator.importing.events import Event
from generator.importing.rows import Records, read_json, read_table
from generator.model import Article, Source

Format = Literal[
    "csv", "json", "jsonl", "timelinejs", "text", "html", "markdown", "feed", "mhtml", "warc"
]

SUFFIXES: dict[str, tuple[str, ...]] = {
    "csv": (".csv", ".tsv"),
    "json": (".json",),
    "jsonl": (".jsonl", ".ndjson"),
    "timelinejs": (),
    "text": (".txt", ".text"),
    "html": (".html", ".htm", ".xhtml"),
    "markdown": (".md", ".markdown", ".mdown", ".mkd"),
    "feed": (".xml", ".rss", ".atom", ".rdf"),
    "mhtml": (".mhtml", ".mht"),
    "warc": (".warc",),
}
"""How files of each format are called, the usual name first."""

_KEPT = {PLAIN_TEXT.name: ".txt", HTML.name: ".html", MARKDOWN.name: ".md"}
"""Readers whose documents lie in `seeds/` as they are, and the end of their names there."""

MANY = 40
"""Times the limits of one document, in bytes and seconds, that a file of many may have."""

_OF_MANY = tuple(end for form in ("csv", "json", "jsonl", "feed", "warc") for end in SUFFIXES[form])
_HEAD = 65_536
_SURE = 0.2
"""What a reader says of a document that it knows by more than being text."""


class Seed(msgspec.Struct, frozen=True):
    """An article and the file that it will be."""

    article: Article
    data: bytes
    suffix: str
    """".txt", ".html", ".md", with ".gz" behind it for a packed document."""


class Contents(msgspec.Struct, frozen=True):
    """What one document holds."""

    path: str
    seeds: tuple[Seed, ...] = ()
    events: tuple[Event, ...] = ()
    problems: tuple[Problem, ...] = ()


class Choice(msgspec.Struct, frozen=True):
    """How documents are to be read."""

    config: Config
    format: str = ""
    """One of `Format`, or "" to find out."""


def read(choice: Choice, source: Source) -> Contents:
    """Read one document, whatever is in it. Nothing is raised."""
    name = source.path.lower().removesuffix(".gz")
    hints = _hints(choice, name)
    data, problems = unpack(source.data, source.path, hints.max_bytes)
    if problems and not data:
        return Contents(source.path, problems=problems)
    if _may_be_events(name, choice.format, data):
        text, wrong = decode(data, source.path)
        table = _is_table(name, choice.format, text)
        records = (read_table if table else read_json)(text, source.path)
        found = _events(records, source.path, choice, table)
        if found is not None:
            return msgspec.structs.replace(found, problems=(*wrong, *found.problems))
    return _articles(choice, hints, source, data, name)


def _hints(choice: Choice, name: str) -> articles.Hints:
    config = choice.config
    many = name.endswith(_OF_MANY) or f".{choice.format}" in _OF_MANY or choice.format == "feed"
    times = MANY if many else 1
    return articles.Hints(
        language=config.language,
        encoding=config.encoding,
        date_order=config.date_order,
        max_bytes=config.max_document * times,
        max_seconds=config.max_seconds * times,
    )


def known(path: str, head: bytes) -> bool:
    """Whether some reader knows a file of this name that begins so, by more than a guess."""
    name = path.lower().removesuffix(".gz")
    if name.endswith(tuple(end for ends in SUFFIXES.values() for end in ends)):
        return True
    return articles.best_reader(name, head).sniff(name, head) >= _SURE


def _may_be_events(name: str, given: str, data: bytes) -> bool:
    if given:
        return given in ("csv", "json", "jsonl", "timelinejs")
    head = data[:_HEAD].removeprefix(b"\xef\xbb\xbf").lstrip()
    structured = SUFFIXES["csv"] + SUFFIXES["json"] + SUFFIXES["jsonl"]
    return name.endswith(structured) or (
        head[:1] in (b"{", b"[") and not name.endswith(SUFFIXES["text"])
    )


def _is_table(name: str, given: str, text: str) -> bool:
    if given in ("csv", "json", "jsonl"):
        return given == "csv"
    return name.endswith(SUFFIXES["csv"]) or text.lstrip("\ufeff \t\r\n")[:1] not in ("{", "[")


def _events(records: Records, path: str, choice: Choice, table: bool) -> Contents | None:
    """The events of a table or a JSON file, None when its records are not events."""
    rows = records.rows.get("events", ())
    keys = frozenset(records.columns) if table else frozenset(rows[0].values if rows else ())
    config = choice.config
    if choice.format == "timelinejs" or (
        timelinejs.is_table(keys) if table else timelinejs.is_slide(keys)
    ):
        events, problems = timelinejs.read(records, path, config, table=table)
    elif exported.is_ours(keys) or (not rows and "events" in records.rows and not table):
        events, problems = exported.read(records, path, config, table=table)
    else:
        return None
    return Contents(path, events=events, problems=problems)


def _articles(
    choice: Choice, hints: articles.Hints, source: Source, data: bytes, name: str
) -> Contents:
    asked = SUFFIXES.get(choice.format, ())
    shown = source
    if asked and not name.endswith(asked):
        # Readers go by the name first: the format that was asked for is put behind it.
        shown = Source(f"{source.path.removesuffix('.gz')}{asked[0]}", data)
        name = shown.path.lower()
    found, problems = articles.read(shown, hints)
    if shown is not source:
        problems = tuple(msgspec.structs.replace(problem, path=source.path) for problem in problems)
    reader = articles.best_reader(name, data[:4096])
    suffix = _KEPT.get(reader.name)
    if len(found) == 1 and suffix is not None:
        packed = ".gz" if source.data[:2] == b"\x1f\x8b" else ""
        return Contents(
            source.path, (Seed(found[0], source.data, suffix + packed),), problems=problems
        )
    seeds = tuple(Seed(article, write_article(article).encode(), ".md") for article in found)
    return Contents(source.path, seeds, problems=problems)


def files(paths: Iterable[Path]) -> Iterator[tuple[Path, bool]]:
    """The files of paths and of the folders among them, in order of their names.

    Yields:
        A file, and whether it was named itself. What is hidden in a folder is left out.
    """
    for path in paths:
        if path.is_dir():
            for inner in _walk(path):
                yield inner, False
        else:
            yield path, True


def _walk(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.iterdir(), key=lambda path: path.name):
        if re.match(r"[.]|__MACOSX$|Thumbs\.db$", path.name):
            continue
        if path.is_dir():
            # A link to a folder could lead round in a circle.
            if not path.is_symlink():
                yield from _walk(path)
        else:
            yield path
