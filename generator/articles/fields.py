"""Labelled fields at the head of an article: "HEADLINE: …", "BYLINE: …", "LENGTH: 543 words".

Archives such as LexisNexis and Factiva export articles with them, and people who keep articles in
text files write them by hand.
"""

import re
from collections.abc import Mapping, Sequence
from typing import Literal

import msgspec

from generator.model import Line, LineClass

Name = Literal[
    "title", "byline", "published", "updated", "publisher", "url", "tags", "summary", "body", ""
]
_TEXTS: tuple[tuple[Name, str], ...] = (
    ("title", "headline, title, titel, überschrift, titre, título, titolo"),
    ("byline", "byline, by, author, authors, writer, autor, auteur, autore"),
    (
        "published",
        "date, published, publication date, publication-date, pub date, pubdate, "
        "date published, published on, published date, datum, fecha, data",
    ),
    ("updated", "load-date, load date, updated, last updated"),
    ("publisher", "source, publication, publisher, newspaper, quelle, fuente, fonte"),
    ("url", "url, link, web address, permalink, source url"),
    ("tags", "tags, keywords, subject, subjects, topics, schlagwörter, mots-clés"),
    ("summary", "summary, standfirst, abstract, subheadline, subtitle"),
    ("body", "body, text, full text, article"),
    (
        "",
        "length, section, dateline, word count, words, edition, page, pages, type, language, "
        "publication-type, publication type, document-type, document type, graphic, copyright, "
        "id, issn, geographic, country, city, state, company, organization, person, industry, "
        "journal code, publication subject, classification, publisher location",
    ),
)
_LABELS: Mapping[str, Name] = {
    label: name for name, labels in _TEXTS for label in labels.split(", ")
}
_KINDS: Mapping[Name, LineClass] = {
    "title": "title",
    "byline": "byline",
    "published": "dateline",
    "updated": "dateline",
    "tags": "tags",
    "summary": "standfirst",
}
_HEADS = frozenset({"title", "byline", "published"})
"""Of these fields, one stands in the head of every article that has any."""
_FIELD = re.compile(
    r"[ \t\f]*("
    + "|".join(sorted(map(re.escape, _LABELS), key=lambda label: (-len(label), label)))
    + r")[ \t]?:[ \t]*(?=(.*))",
    re.IGNORECASE,
)
_LABEL_END = 60
"""A label and the white space before it are shorter."""
_TAIL = re.compile(r"\s*(?:(?:copyright|©).{0,80})?\ball rights reserved\.?\s*", re.IGNORECASE)
_HEAD_LINES = 30
"""Visible lines from the top in which the fields may begin."""
_SENTENCE_WORDS = 9
_TAIL_LABELS = frozenset({"load-date", "language", "publication-type", "document-type", "subject"})
_ADDRESS = re.compile(r"https?://[^\s<>\"']+")
REASON = "a labelled field"


class Field(msgspec.Struct, frozen=True):
    name: Name
    value: str
    line: int
    """1-based, in the text."""


class Fields(msgspec.Struct, frozen=True):
    """What the labelled fields of an article say, and the lines they stood on."""

    found: tuple[Field, ...] = ()
    lines: tuple[Line, ...] = ()

    def url(self) -> str:
        """The address that a field gives, without what stands around it, or ""."""
        match = _ADDRESS.search(self.value("url"))
        return match[0] if match else ""

    def value(self, name: Name) -> str:
        """The first value of the field that says something, or ""."""
        return next((field.value for field in self.found if field.name == name and field.value), "")


def _match(line: str) -> tuple[str, Name, str] | None:
    """(label in lower case, field, value) of a line that begins with a label."""
    if not is_field(line) or (match := _FIELD.match(line)) is None:
        return None
    label = match[1].lower()
    return label, _LABELS[label], match[2].strip()


def is_field(line: str) -> bool:
    """The line begins with one of the labels."""
    return ":" in line[:_LABEL_END] and _FIELD.match(line) is not None


def head_of(lines: Sequence[str], start: int) -> int | None:
    """Index behind the fields of an article's head that begin at line `start`, else None.

    A head is two fields or more below one another, with a headline, a writer or a date among them.
    """
    names: list[Name] = []
    labels: set[str] = set()
    at = end = start
    while at < len(lines):
        line = lines[at]
        if found := _match(line):
            if found[0] in labels:
                break
            labels.add(found[0])
            names.append(found[1])
            end = at + 1
            if found[1] == "body":
                break
        elif not names or (line.strip() and not _goes_on(lines, at)):
            break
        elif line.strip():
            end = at + 1
        at += 1
    return end if len(names) > 1 and _HEADS & set(names) else None


def _goes_on(lines: Sequence[str], at: int) -> bool:
    """The line is set in and stands directly below a field: the rest of its value."""
    return lines[at][0] in " \t" and at > 0 and bool(lines[at - 1].strip())


def is_tail(line: str) -> bool:
    """The line closes an article of an archive: "LOAD-DATE: …", "All Rights Reserved"."""
    if _TAIL.fullmatch(line):
        return True
    found = _match(line)
    return found is not None and found[0] in _TAIL_LABELS


def read(text: str, first: int = 1) -> tuple[Fields, str]:
    """The fields at the head and at the end of an article, and the text with those lines blank.

    Args:
        text: the article, with "\\n" line breaks.
        first: number of its first line in the file, which the fields' lines are counted from.
    """
    lines = text.split("\n")
    span = _head(lines)
    if span is None:
        return Fields(), text
    found: list[Field] = []
    marked: list[Line] = []
    start, end = span
    for at in range(start, end):
        line = lines[at]
        if not line.strip():
            continue
        field = _match(line)
        if field is None:  # The rest of the value above.
            last = found[-1]
            found[-1] = Field(last.name, f"{last.value} {line.strip()}".strip(), last.line)
            marked.append(Line(first + at, line, marked[-1].kind, REASON))
            lines[at] = ""
            continue
        _, name, value = field
        found.append(Field(name, value, first + at))
        if name == "body" and value:
            lines[at] = value
            continue
        marked.append(Line(first + at, line, _KINDS.get(name, "metadata"), REASON))
        lines[at] = ""
    for at in range(end, len(lines)):
        field = _match(lines[at])
        if field is None or not lines[at].lstrip()[: len(field[0])].isupper():
            continue
        found.append(Field(field[1], field[2], first + at))
        marked.append(Line(first + at, lines[at], _KINDS.get(field[1], "metadata"), REASON))
        lines[at] = ""
    return Fields(tuple(found), tuple(marked)), "\n".join(lines)


def _head(lines: Sequence[str]) -> tuple[int, int] | None:
    """Where the fields stand near the top; a headline's alone is enough in the first line."""
    seen = 0
    for at, line in enumerate(lines):
        if not line.strip():
            continue
        end = head_of(lines, at)
        if end is not None:
            return at, end
        if seen == 0 and (found := _match(line)) and found[1] == "title" and found[2]:
            return at, at + 1
        seen += 1
        words = line.count(" ") + 1
        sentence = words >= _SENTENCE_WORDS and line.rstrip("\"'”’» ")[-1:] in ".!?"
        if seen > _HEAD_LINES or sentence:
            break  # The text has begun: what looks like a field there is a part of it.
    return None
