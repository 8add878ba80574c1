"""Articles that were copied or scraped from a page as text, with what stood around them."""

import re
from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath

import msgspec

from generator.articles import bylines, classify, dating, headline, neighbours, places, provenance
from generator.articles.classify import Label
from generator.articles.division import Part, parts
from generator.articles.fields import REASON as FIELD
from generator.articles.fields import Fields
from generator.articles.fields import read as labelled_fields
from generator.articles.language import detect
from generator.articles.pieces import Piece, continuation, make, pieces
from generator.articles.publication import Claim, choose, date_in_address, dates_in
from generator.articles.quotations import stray_spaces, tidy
from generator.articles.reader import Hints, Reader, Result, article_id
from generator.decoding import decode
from generator.errors import Problem
from generator.model import Article, Line, Link, Source, Witness

_URL = re.compile(r"https?://[^\s<>\"']+")
_BULLET = re.compile(r"^[•·▪●◦►▶■*▸‣»›→|-]\s*")
_RELATED_PREFIX = re.compile(
    r"^[■▶►●>»→▪\W]{0,3}\s*(?:[\w ]{2,24}\s?[:|：]\s+|(?:read|see|watch) (?:more|also|next)\s+)",
    re.IGNORECASE,
)
_TAGS_PREFIX = re.compile(
    r"^(?:[\w ]{0,30}(?:tags?|topics?|keywords|filed under|filed to|categories|"
    r"related to|タグ|标签|themen|"
    r"schlagworte|etiquetas|mots-clés))\s?[:：|]?\s*",
    re.IGNORECASE,
)
_TAG_SPLIT = re.compile(r"\s*[,;|•#·、/]\s*")
_COPYRIGHT = re.compile(
    r"(?:©|\(c\)|copyright)\s*(?:©|\(c\)|@)?\s*(?:\d{4}(?:\s?[-–]\s?\d{4})?)?,?\s*(?:by\s+)?"
    r"([A-Z][\w.&’' -]{1,40})",
    re.IGNORECASE,
)
_MARKDOWN = re.compile(r"(?:#{1,6}|>+)\s+")
"""What Markdown puts before a heading or a quotation, and a text file may have too."""
_FIRST_WORDS = 12


_CONTROLS = bytes({*range(1, 9), *range(14, 27), *range(28, 32)})
"""Bytes that no encoding of text uses but now and then by mistake; NUL is in UTF-16."""


_SIGNATURES = (
    *(b"\x89PNG", b"\xff\xd8\xff", b"GIF87a", b"GIF89a", b"%PDF-", b"PK\x03\x04", b"\x7fELF"),
    *(b"\xd0\xcf\x11\xe0", b"SQLite format 3\x00", b"7z\xbc\xaf", b"Rar!\x1a"),
)
"""How pictures, documents of other programs and archives begin."""


def _is_binary(data: bytes) -> bool:
    if data.startswith(_SIGNATURES):
        return True
    head = data[:65536]
    controls = len(head) - len(head.translate(None, _CONTROLS))
    return controls > 8 and controls > len(head) // 100


def read(source: Source, hints: Hints) -> Result:
    """The articles of a text file; every visible line keeps its class and the reason for it.

    A file is one article unless it marks clearly where the next one begins
    (`generator.articles.division`).
    """
    if _is_binary(source.data):
        message = "this file holds no text: a picture, an archive or a program?"
        hint = "take it out of the folder, or save the text that it shows as a .txt file"
        return (), (Problem(source.path, 0, 0, message, hint),)
    text, problems = decode(source.data, source.path, otherwise=hints.encoding, form_feed="\f")
    divided = parts(text)
    if len(divided) == 1:
        articles, more = _article(source.path, hints, divided[0])
        return articles, (*problems, *more)
    several: dict[str, Article] = {}
    for number, part in enumerate(divided, 1):
        # The address that is known beforehand is the file's, and not that of any one article.
        articles, more = _article(
            source.path, msgspec.structs.replace(hints, url=""), part, str(number)
        )
        problems += more
        for article in articles:
            if article.id in several:  # Two articles name one address.
                again = article_id(source.path, key=str(number))
                article = msgspec.structs.replace(article, id=again)
            several[article.id] = article
    return tuple(several.values()), problems


def _article(path: str, hints: Hints, part: Part, key: str = "") -> Result:
    fields, text = labelled_fields(part.text, part.first)
    visible = pieces(text, part.first)
    if not visible:
        line = part.first if key else 0
        message = "the file is empty" if not part.text.strip() else "there is no text in the file"
        hint = "delete it, or paste the article's text into it"
        return (), (Problem(path, line, 0, message, hint),)
    titled = bool(fields.value("title"))
    title, blocks, labels = _labelled(visible, hints, titled)
    first_body = next((at for at, label in enumerate(labels) if label.kind == "body"), len(labels))
    paragraphs = _paragraphs(blocks, labels)
    if not paragraphs:
        message = "no text of an article was found, only what stands around one"
        hint = "paste the article's paragraphs, each on a line of its own"
        return (), (Problem(path, part.first if key else 0, 0, message, hint),)
    body = "\n".join(piece.text for piece, _ in paragraphs)
    heading, title_witness = _heading(fields, blocks, title, paragraphs)
    url = hints.url or fields.url() or _address(blocks, labels, first_body)
    claims = dating.claims_of_fields(fields, hints.date_order)
    claims += dating.claims(blocks, labels, first_body, hints.date_order)
    claims += _claims_outside(path, url)
    published, dated_by = choose(claims)
    names, organisation = provenance.writers(blocks, labels, first_body)
    if field := fields.value("byline"):
        named = bylines.read(field)
        names, organisation = named.names or (field,), named.organisation or organisation
    publisher, publisher_witness = _publisher(hints, fields, organisation, blocks, labels, names)
    tags = tuple(_split_tags(fields.value("tags"))) or _tags(blocks, labels)
    witnesses = [title_witness, *dated_by]
    if names:
        witnesses.append(Witness("byline", ", ".join(names), FIELD if field else "byline"))
    witnesses.extend(publisher_witness)
    if url:
        where = "hint" if hints.url else FIELD if fields.url() else "address in the text"
        witnesses.append(Witness("url", url, where))
    if tags:
        where = FIELD if fields.value("tags") else "list of topics"
        witnesses.append(Witness("tags", ", ".join(tags), where))
    article = Article(
        id=article_id(path, url, key),
        path=path,
        title=heading,
        text=body,
        published=published,
        byline=names,
        publisher=publisher,
        url=url,
        language=detect(body, hints.language or "en"),
        summary=fields.value("summary") or _summary(blocks, labels),
        tags=tags,
        related=_related(blocks, labels),
        subheadings=_spans_of_subheadings(paragraphs),
        witnesses=tuple(witnesses),
        lines=_lines(part, blocks, labels, fields),
    )
    return (article,), ()


def _heading(
    fields: Fields,
    blocks: Sequence[Piece],
    title: int | None,
    paragraphs: Sequence[tuple[Piece, Label]],
) -> tuple[str, Witness]:
    if heading := fields.value("title"):
        return heading, Witness("title", heading, FIELD)
    if title is not None:
        heading = stray_spaces(_bare(blocks[title].text))
        return heading, Witness("title", heading, "line near the top")
    words = paragraphs[0][0].text.split()
    heading = " ".join(words[:_FIRST_WORDS]) + ("…" if len(words) > _FIRST_WORDS else "")
    return heading, Witness("title", heading, "first words of the text", sure=False)


def _labelled(
    blocks: Sequence[Piece], hints: Hints, titled: bool
) -> tuple[int | None, Sequence[Piece], list[Label]]:
    """The title's index, the pieces, and the class of each."""
    labels = [classify.by_words(piece, hints.boilerplate) for piece in blocks]
    labels = provenance.mark(blocks, labels)
    blocks, labels = _rejoined(blocks, labels)
    title = None if titled else headline.find(blocks, labels)
    if title is not None:
        labels[title] = Label("title", "stands out among the first lines")
    labels = provenance.mark_names(blocks, labels, title)
    labels = neighbours.by_neighbours(blocks, labels, title)
    return title, blocks, places.by_place(blocks, labels, title)


def _rejoined(
    blocks: Sequence[Piece], labels: Sequence[Label | None]
) -> tuple[list[Piece], list[Label | None]]:
    """Sentences that a button, a link or a picture had cut in two, in one piece again."""
    pieces: list[Piece] = []
    kept: list[Label | None] = []
    open_at: int | None = None
    for piece, label in zip(blocks, labels, strict=True):
        if label is None:
            if open_at is not None and open_at < len(pieces) - 1:
                first = pieces[open_at]
                glue = continuation(first, piece)
                if glue is not None:
                    whole = tidy(first.text + glue + piece.text)
                    numbers = first.numbers + piece.numbers
                    pieces[open_at] = make(numbers, whole, first.blank_before, True)
                    continue
            open_at = len(pieces)
        pieces.append(piece)
        kept.append(label)
    return pieces, kept


def _bare(text: str) -> str:
    """The text without the marks of a heading or a quotation in Markdown."""
    match = _MARKDOWN.match(text) if text[0] in "#>" else None
    return text[match.end() :] if match and match.end() < len(text) else text


def _paragraphs(blocks: Sequence[Piece], labels: Sequence[Label]) -> list[tuple[Piece, Label]]:
    """The body's pieces without the stray spaces that scraping left."""
    result: list[tuple[Piece, Label]] = []
    for piece, label in zip(blocks, labels, strict=True):
        if label.kind not in {"body", "subheading"}:
            continue
        content = stray_spaces(_bare(piece.text))
        if content != piece.text:
            piece = make(piece.numbers, content, piece.blank_before, piece.cut)
        result.append((piece, label))
    return result


def _spans_of_subheadings(
    paragraphs: Sequence[tuple[Piece, Label]],
) -> tuple[tuple[int, int], ...]:
    spans = []
    start = 0
    for piece, label in paragraphs:
        if label.kind == "subheading":
            spans.append((start, start + len(piece.text)))
        start += len(piece.text) + 1
    return tuple(spans)


def _lines(
    part: Part, blocks: Sequence[Piece], labels: Sequence[Label], fields: Fields
) -> tuple[Line, ...]:
    source_lines = part.text.split("\n")
    lines = [
        Line(number, source_lines[number - part.first], label.kind, label.reason)
        for piece, label in zip(blocks, labels, strict=True)
        for number in piece.numbers
    ]
    lines.extend(fields.lines)
    return tuple(sorted(lines, key=lambda line: line.number))


def _address(blocks: Sequence[Piece], labels: Sequence[Label], first_body: int) -> str:
    for piece, label in zip(blocks[: min(first_body, 12)], labels, strict=False):
        match = _URL.match(piece.text)
        if match and match.end() == len(piece.text) and label.kind == "metadata":
            return match[0]
    return ""


def _claims_outside(path: str, url: str) -> list[Claim]:
    result = []
    if url and (date := date_in_address(url)):
        result.append(Claim(date, "address"))
    name = PurePosixPath(path).name
    if found := dates_in(name.replace("_", " ")):
        result.append(Claim(found[0].date, "file name", sure=False))
    return result


def _publisher(
    hints: Hints,
    fields: Fields,
    organisation: str,
    blocks: Sequence[Piece],
    labels: Sequence[Label],
    names: Sequence[str],
) -> tuple[str, tuple[Witness, ...]]:
    if hints.publisher:
        return hints.publisher, (Witness("publisher", hints.publisher, "hint"),)
    if name := fields.value("publisher"):
        return name, (Witness("publisher", name, FIELD),)
    if organisation:
        return organisation, (Witness("publisher", organisation, "byline"),)
    for piece, label in zip(reversed(blocks), reversed(labels), strict=True):
        if label.kind == "boilerplate" and (match := _COPYRIGHT.match(piece.text)):
            name = re.split(r"\s*(?:\.\s|\ball rights|\bltd\b|\binc\b)", match[1], flags=re.I)[0]
            if (name := name.strip(" .,")) and name not in names:
                return name, (Witness("publisher", name, "copyright line", sure=False),)
    return "", ()


def _summary(blocks: Sequence[Piece], labels: Sequence[Label]) -> str:
    lines = [
        piece.text
        for piece, label in zip(blocks, labels, strict=True)
        if label.kind == "standfirst" and piece.words >= 5
    ]
    return " ".join(lines[:3])


def _tags(blocks: Sequence[Piece], labels: Sequence[Label]) -> tuple[str, ...]:
    found: list[str] = []
    for piece, label in zip(blocks, labels, strict=True):
        if label.kind != "tags" or label.block is not None:
            continue
        for tag in _split_tags(_TAGS_PREFIX.sub("", _BULLET.sub("", piece.text))):
            if tag.lower() not in {known.lower() for known in found}:
                found.append(tag)
    return tuple(found)


def _split_tags(content: str) -> Iterator[str]:
    for tag in _TAG_SPLIT.split(content):
        tag = tag.strip(" .:")
        if tag and len(tag) <= 60:
            yield tag


def _related(blocks: Sequence[Piece], labels: Sequence[Label]) -> tuple[Link, ...]:
    found: list[Link] = []
    for piece, label in zip(blocks, labels, strict=True):
        if label.kind != "related" or label.block is not None:
            continue
        title = _RELATED_PREFIX.sub("", piece.text, count=1).strip()
        link = Link(_URL.sub("", title).strip(), (_URL.findall(title) or [""])[0])
        if len(title.split()) >= 3 and link not in found:
            found.append(link)
    return tuple(found)


def _sniff(path: str, head: bytes) -> float:
    if path.endswith((".txt", ".text")):
        return 0.6
    return 0.1 if b"\x00" not in head else 0.05


READER = Reader("plain text", _sniff, read)
