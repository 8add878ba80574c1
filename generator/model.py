"""The nouns: what goes from one step of the pipeline to the next.

Every value is frozen and compares by its contents, so that a step can be cached, run in another
process and tested with a literal. `EventDate` and `Mention` live in `generator.dates`.
"""

from typing import Literal

import msgspec

from generator.dates import EventDate

Role = Literal["reports", "recalls", "announces"]
"""How an article speaks of an event: as its news, as something past, as something to come."""

Status = Literal["confirmed", "reported", "disputed", "planned"]

Origin = Literal["editor", "extracted"]

LineClass = Literal[
    "title",
    "standfirst",
    "byline",
    "dateline",
    "caption",
    "credit",
    "reading time",
    "related",
    "promotion",
    "newsletter",
    "share",
    "tags",
    "subheading",
    "metadata",
    "boilerplate",
    "body",
]


class Source(msgspec.Struct, frozen=True):
    """One input file as it lies on the disk."""

    path: str
    """Relative to the site's folder, with forward slashes."""
    data: bytes


class Link(msgspec.Struct, frozen=True):
    title: str
    url: str = ""


class Witness(msgspec.Struct, frozen=True):
    """Where one field of an article came from."""

    field: str
    value: str
    source: str
    """A short noun phrase for readers: "photo caption", "JSON-LD", "front matter"."""
    sure: bool = True


class Line(msgspec.Struct, frozen=True):
    """A line of a source and what the reader took it for."""

    number: int
    """1-based line in the source."""
    text: str
    kind: LineClass
    reason: str = ""


class Article(msgspec.Struct, frozen=True):
    """One source document."""

    id: str
    """16 hexadecimal digits, from the canonical URL or else the path: stable while those are."""
    path: str
    title: str
    text: str
    """The body: its paragraphs joined by one newline. All offsets are characters of this."""
    slug: str = ""
    published: EventDate | None = None
    byline: tuple[str, ...] = ()
    publisher: str = ""
    url: str = ""
    language: str = "en"
    summary: str = ""
    tags: tuple[str, ...] = ()
    related: tuple[Link, ...] = ()
    subheadings: tuple[tuple[int, int], ...] = ()
    """(start, end) of the paragraphs of `text` that are subheadings: read, but never an event."""
    witnesses: tuple[Witness, ...] = ()
    lines: tuple[Line, ...] = ()
    """Every line of the source with its class, for `read --explain`; the dropped ones are here."""

    @property
    def paragraphs(self) -> tuple[tuple[int, int], ...]:
        """(start, end) of each paragraph of `text`, in order."""
        spans = []
        start = 0
        for paragraph in self.text.split("\n"):
            spans.append((start, start + len(paragraph)))
            start += len(paragraph) + 1
        return tuple(spans)


class Citation(msgspec.Struct, frozen=True):
    """Where an entry was said: in an article of this site, or at a source that an editor names."""

    role: Role
    quote: str = ""
    """Verbatim from the article's text when `article` is set."""
    article: str = ""
    """`Article.id`, or "" for an editor's source."""
    start: int = 0
    end: int = 0
    """Character offsets of the quote into `Article.text`; both 0 without an article."""
    said_by: str = ""
    """Who the article says said so, when it does."""
    url: str = ""
    title: str = ""
    publisher: str = ""
    published: EventDate | None = None
    archive: str = ""
    accessed: EventDate | None = None


class Image(msgspec.Struct, frozen=True):
    src: str
    alt: str
    caption: str = ""
    credit: str = ""


class EditorLink(msgspec.Struct, frozen=True):
    """A background link that an editor makes."""

    entry: str
    """The id or slug of the earlier entry."""
    why: str = ""


class Entry(msgspec.Struct, frozen=True):
    """One event on the timeline."""

    id: str
    """16 hexadecimal digits for an extracted entry; an editor's own word or the file's stem."""
    slug: str
    date: EventDate
    title: str
    text: str = ""
    """Plain text of an extracted entry, Markdown of an editor's."""
    topics: tuple[str, ...] = ()
    """Labels until `topics.assign`, slugs after."""
    people: tuple[str, ...] = ()
    organizations: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    citations: tuple[Citation, ...] = ()
    origin: Origin = "extracted"
    path: str = ""
    """The file an editor wrote, or the article's."""
    line: int = 0
    """The first line of the body in `path`, for errors in it; 0 for an extracted entry."""
    keys: tuple[tuple[str, int, int], ...] = ()
    """(key, line, column) of an editor's front matter, for errors found when all is together."""
    status: Status = "confirmed"
    importance: int = 0
    """1 to 5; 0 when nobody and nothing said."""
    date_text: str = ""
    summary: str = ""
    image: Image | None = None
    background: tuple[EditorLink, ...] = ()
    aliases: tuple[str, ...] = ()
    """Other ids and slugs of the same event, so that old addresses and `replaces` still find it."""
    replaces: str = ""
    hidden: bool = False
    draft: bool = False
    publish: EventDate | None = None
    updated: EventDate | None = None
    score: float = 0.0
    """How sure the extraction is that this is an event, 0 to 1; 0 for an editor's entry."""
    notes: tuple[str, ...] = ()
    """What readers should know of how the entry came to be: "reports differ: nine, ten"."""
    extra: tuple[tuple[str, str], ...] = ()
    """What an editor wrote under keys of their own, for templates: (dotted key, text), a list's key
    repeated for each of its texts."""

    def place(self, key: str) -> tuple[int, int]:
        """Line and column of a key of the front matter; the file's start when it is not there."""
        return next(((line, column) for name, line, column in self.keys if name == key), (1, 1))


class Topic(msgspec.Struct, frozen=True):
    """What entries have in common."""

    slug: str
    title: str
    aliases: tuple[str, ...] = ()
    description: str = ""
    text: str = ""
    """Markdown of `content/topics/SLUG.md`."""
    parents: tuple[str, ...] = ()
    hidden: bool = False
    path: str = ""
    line: int = 0


class BackgroundLink(msgspec.Struct, frozen=True):
    """`earlier` helps to explain `later`, and why we say so."""

    later: str
    earlier: str
    kind: Literal["recalled", "shared", "editor"]
    reason: str
    """A sentence for readers: "Recalled in "Deadly raid in Jenin" (RFI, 26 January 2023)"."""
    concerns: tuple[str, ...] = ()
    """What both concern, when that is why."""
    quote: str = ""
    article: str = ""
    start: int = 0
    end: int = 0
    score: float = 1.0
