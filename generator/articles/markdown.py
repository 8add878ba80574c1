"""Articles as Markdown files: front matter that says what they are, then their text."""

import html
import re
from collections.abc import Iterator
from functools import partial
from typing import Annotated

import msgspec

from generator import fields, front_matter
from generator.articles.language import detect
from generator.articles.reader import Hints, Reader, Result, article_id
from generator.dates import EventDate, read_date
from generator.decoding import decode
from generator.errors import Problem
from generator.field_text import url as checked_url
from generator.fields import Key
from generator.model import Article, Line, LineClass, Link, Source, Witness


class RelatedLink(msgspec.Struct, frozen=True):
    title: Annotated[str, Key("Title of the other article.", "The mill closes", short=True)]
    url: Annotated[str, Key("Its address.", "https://example.org/mill", check=checked_url)] = ""


class ArticleKeys(msgspec.Struct, frozen=True):
    """The front matter of an article in `seeds/`."""

    title: Annotated[
        str, Key("The headline.", "The mill closes", hint="add a line: title: THE HEADLINE")
    ]
    date: Annotated[
        EventDate | None,
        Key("The day of publication.", "2019-04-05", aliases=("published", "pubdate")),
    ] = None
    author: Annotated[
        tuple[str, ...],
        Key("Who wrote it.", "[Ann Poe, Bob Roe]", aliases=("authors", "byline", "by")),
    ] = ()
    publisher: Annotated[
        str, Key("The paper or the agency.", "Example Wire", aliases=("site", "newspaper"))
    ] = ""
    url: Annotated[
        str,
        Key(
            "Where it was published.",
            "https://example.org/mill",
            aliases=("source", "link", "canonical_url", "canonical"),
            check=checked_url,
        ),
    ] = ""
    language: Annotated[str, Key("Its language.", "en", aliases=("lang",))] = ""
    tags: Annotated[
        tuple[str, ...],
        Key("What it is about.", "[mills, Roe]", aliases=("topics", "categories", "keywords")),
    ] = ()
    summary: Annotated[
        str,
        Key("A sentence or two that sum it up.", aliases=("description", "standfirst", "subtitle")),
    ] = ""
    encoding: Annotated[str, Key("Of this file, where it is not UTF-8.", "windows-1252")] = ""
    related: Annotated[tuple[RelatedLink, ...], Key("Other articles that it links to.")] = ()


_ENCODING = re.compile(rb"""^encoding:[ \t]*["']?([\w.:-]{2,40})""", re.MULTILINE)
_FENCE = re.compile(r"\s{0,3}(?:```|~~~)")
_HEADING = re.compile(r"\s{0,3}#{1,6}\s+(.*?)\s*#*\s*$")
_UNDERLINE = re.compile(r"\s{0,3}(?:=+|-+)\s*$")
_RULE = re.compile(r"\s{0,3}(?:(?:\*\s*){3,}|(?:-\s*){3,}|(?:_\s*){3,})$")
_MARKER = re.compile(r"\s*(?:>\s?|[-*+]\s+|\d{1,9}[.)]\s+)+")
_DEFINITION = re.compile(r"\s{0,3}\[[^\]]+\]:\s*\S")
_TABLE_RULE = re.compile(r"\s*\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)+\|?\s*$")
_INLINE: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"!\[[^\]]*\](?:\([^)]*\)|\[[^\]]*\])"), ""),
    (re.compile(r"\[\^[^\]]+\]"), ""),
    (re.compile(r"\[([^\[\]]+)\](?:\([^()]*(?:\([^()]*\)[^()]*)*\)|\[[^\]]*\])"), r"\1"),
    (re.compile(r"<(https?://[^>\s]+|[\w.+-]+@[\w.-]+)>"), r"\1"),
    (re.compile(r"</?[A-Za-z][^<>]*>"), ""),
    (re.compile(r"(\*\*\*|\*\*|\*)(?=\S)(.+?)(?<=\S)\1"), r"\2"),
    (re.compile(r"(?<!\w)(___|__|_)(?=\S)(.+?)(?<=\S)\1(?!\w)"), r"\2"),
    (re.compile(r"~~(?=\S)(.+?)(?<=\S)~~"), r"\1"),
    (re.compile(r"`+([^`]+)`+"), r"\1"),
    (re.compile(r"\\([\\`*_{}\[\]()#+.!>~|-])"), r"\1"),
)


def read(source: Source, hints: Hints) -> Result:
    """One article from a Markdown file."""
    text, decoding = decode(
        source.data, source.path, _declared(source.data), otherwise=hints.encoding
    )
    if not text.strip():
        message = "the file is empty"
        hint = "delete it, or write front matter and a text"
        return (), (*decoding, Problem(source.path, 0, 0, message, hint))
    document = front_matter.read(text, source.path)
    keys, wrong = fields.read(
        document.mapping,
        ArticleKeys,
        source.path,
        readers={
            EventDate: partial(read_date, date_order=hints.date_order, language=hints.language)
        },
    )
    if not document.complete:
        # What is missing may stand in the part that could not be read.
        wrong = tuple(problem for problem in wrong if not problem.message.endswith("is missing"))
    second = _second(document)
    problems = (*decoding, *document.problems, *wrong, *second)
    blocks = list(_blocks(document.body, document.body_line))
    paragraphs = [(kind, content) for kind, content, _ in blocks if content]
    if keys is None or second or not document.complete:
        return (), problems
    if not paragraphs:
        message = "the article has no text"
        hint = "write its paragraphs below the front matter"
        return (), (*problems, Problem(source.path, document.body_line, 0, message, hint))
    body = "\n".join(content for _, content in paragraphs)
    url = keys.url or hints.url
    article = Article(
        id=article_id(source.path, url),
        path=source.path,
        title=keys.title,
        text=body,
        published=keys.date,
        byline=keys.author,
        publisher=keys.publisher or hints.publisher,
        url=url,
        language=keys.language or detect(body, hints.language or "en"),
        summary=keys.summary,
        tags=keys.tags,
        related=tuple(Link(link.title, link.url) for link in keys.related),
        subheadings=_subheadings(paragraphs),
        witnesses=_witnesses(document, keys),
        lines=tuple(_lines(text, document.body_line, blocks)),
    )
    return (article,), problems


def _declared(data: bytes) -> str:
    match = _ENCODING.search(data[:4096]) if data.startswith(b"---") else None
    return match[1].decode("ascii", "replace") if match else ""


def _witnesses(document: front_matter.Document, keys: ArticleKeys) -> tuple[Witness, ...]:
    told = {
        "title": keys.title,
        "published": keys.date.edtf if keys.date else "",
        "byline": ", ".join(keys.author),
        "publisher": keys.publisher,
        "url": keys.url,
        "tags": ", ".join(keys.tags),
    }
    return tuple(Witness(field, value, "front matter") for field, value in told.items() if value)


_Block = tuple[LineClass, str, tuple[int, ...]]
"""Class, plain text, and lines of the file."""


def _blocks(body: str, first_line: int) -> Iterator[_Block]:
    """The body's paragraphs, headings and items as plain text."""
    held: list[str] = []
    numbers: list[int] = []
    fenced = False

    def flush(kind: LineClass = "body") -> Iterator[_Block]:
        if held:
            yield kind, plain(" ".join(held)), tuple(numbers)
        held.clear()
        numbers.clear()

    for number, line in enumerate(body.split("\n"), first_line):
        if _FENCE.match(line):
            yield from flush()
            fenced = not fenced
            yield "metadata", "", (number,)
        elif fenced:
            held.append(line.strip())
            numbers.append(number)
        elif not line.strip():
            yield from flush()
        elif heading := _HEADING.match(line):
            yield from flush()
            yield "subheading", plain(heading[1]), (number,)
        elif _UNDERLINE.match(line) and held:
            numbers.append(number)
            yield from flush("subheading")
        elif _RULE.match(line) or _TABLE_RULE.match(line) or _DEFINITION.match(line):
            yield from flush()
            yield "metadata", "", (number,)
        else:
            marker = _MARKER.match(line)
            if marker and not (held and marker[0].strip() == ">"):
                yield from flush()
            held.append(line[marker.end() :].strip() if marker else line.strip())
            numbers.append(number)
    yield from flush()


def plain(text: str) -> str:
    """A line of Markdown without its marks.

    >>> plain("The **old** [mill](https://example.org) closes")
    'The old mill closes'
    """
    for pattern, replacement in _INLINE:
        text = pattern.sub(replacement, text)
    text = html.unescape(text.strip("|").replace("|", " "))
    return " ".join(text.split())


_NEXT_ARTICLE = re.compile(
    r"^---[ \t]*\n(?=(?:[\w-]+:.*\n|[ \t-].*\n)*?(?:title|date|published):.*\n"
    r"(?:[\w-]+:.*\n|[ \t-].*\n)*?---[ \t]*$)",
    re.MULTILINE,
)


def _second(document: front_matter.Document) -> tuple[Problem, ...]:
    """That a second article begins in the text of the first."""
    found = _NEXT_ARTICLE.search(document.body) if document.fenced else None
    if found is None:
        return ()
    line = document.body_line + document.body.count("\n", 0, found.start())
    message = "a second article begins here, with front matter of its own"
    return (Problem(document.path, line, 1, message, "put it into a file of its own"),)


def _subheadings(paragraphs: list[tuple[LineClass, str]]) -> tuple[tuple[int, int], ...]:
    spans = []
    start = 0
    for kind, content in paragraphs:
        if kind == "subheading":
            spans.append((start, start + len(content)))
        start += len(content) + 1
    return tuple(spans)


def _lines(text: str, body_line: int, blocks: list[_Block]) -> Iterator[Line]:
    lines = text.split("\n")
    for number, line in enumerate(lines[: body_line - 1], 1):
        if line.strip():
            yield Line(number, line, "metadata", "front matter")
    for kind, content, numbers in blocks:
        reason = "a heading" if kind == "subheading" else "" if content else "marks only"
        for number in numbers:
            if number <= len(lines):
                yield Line(number, lines[number - 1], kind if content else "metadata", reason)


def _sniff(path: str, head: bytes) -> float:
    if path.endswith((".md", ".markdown", ".mdown", ".mkd")):
        return 0.9
    return 0.7 if head.startswith((b"---\n", b"---\r\n")) and b"\ntitle:" in head else 0.0


READER = Reader("Markdown with front matter", _sniff, read)
