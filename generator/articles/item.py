"""An article as data carries it: the fields of a feed's item or of a record, made an `Article`."""

import re
from collections.abc import Iterable, Mapping, Sequence
from urllib.parse import urljoin, urlsplit

import msgspec

from generator.articles import bylines
from generator.articles.fragments import Block, one_line
from generator.articles.language import detect
from generator.articles.publication import DateOrder, dates_in
from generator.articles.reader import Hints, article_id
from generator.dates import DateError, EventDate, day, parse_edtf, read_date
from generator.decoding import decode
from generator.errors import Problem
from generator.model import Article, Line, Link, Witness

_FIRST_WORDS = 12
_STAMP = re.compile(r"(\d{4}-\d\d-\d\d)[T ]\d\d?:")
_COMPACT = re.compile(r"((?:1[5-9]|20)\d\d)-?([01]\d)-?([0-3]\d)(?:T?\d{4,6}Z?)?")
_EPOCH = re.compile(r"\d{9,10}(?:\.\d+)?|\d{12,13}")
_AMBIGUOUS = "may be"
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?=[-_]|$)")
_PLAIN = re.compile(r"[\t\n\x20-\x7e]*")
_ADDRESS = re.compile(r"\s*[(<]?[\w.+-]+@[\w.-]+\.\w+[)>]?\s*")


class Item(msgspec.Struct, frozen=True, kw_only=True):
    """What one item or record says, each field as far as it is told."""

    line: int
    """1-based line of the file where it begins."""
    source: str
    """Where its fields come from, for readers: "feed", "JSON record"."""
    sources: Mapping[str, str] = {}
    """The same for single fields: {"title": 'column "headline"'}."""
    blocks: tuple[Block, ...]
    title: str = ""
    published: EventDate | None = None
    byline: tuple[str, ...] = ()
    publisher: str = ""
    url: str = ""
    language: str = ""
    language_is_sure: bool = False
    """It was said of this article, not of all that stand with it."""
    summary: str = ""
    tags: tuple[str, ...] = ()
    related: tuple[Link, ...] = ()
    key: str = ""
    """Its own identifier, or where it came from; "" for none."""


def articles(
    path: str, items: Sequence[Item], hints: Hints, problems: list[Problem]
) -> tuple[Article, ...]:
    """The articles of one document's items, each with an id of its own."""
    made = [
        (item.line, _article(path, number, item, hints, single=len(items) == 1))
        for number, item in enumerate(items, 1)
    ]
    untitled = [item.line for item in items if not item.title]
    if untitled and items[0].source != "feed":
        count = f"{len(untitled)} of {len(items)} records have" if len(items) > 1 else "it has"
        message = f"{count} no title; the first words of the text are used"
        hint = "add a title, or a headline"
        problems.append(Problem(path, untitled[0], 0, message, hint, "warning"))
    return distinct(path, made, problems)


def distinct(
    path: str, found: Iterable[tuple[int, Article]], problems: list[Problem]
) -> tuple[Article, ...]:
    """Articles of one document and their lines; each with an id of its own, the same one once."""
    made: dict[str, Article] = {}
    for number, (line, article) in enumerate(found, 1):
        known = made.get(article.id)
        if known is not None and (known.title, known.text) == (article.title, article.text):
            message = "the same article stands in this file twice; it is read once"
            hint = "take one of the two out"
            problems.append(Problem(path, line, 0, message, hint, "warning"))
            continue
        key = f"{article.url} {number}"
        new = article_id(path, "", key) if known is not None else article.id
        made[new] = msgspec.structs.replace(article, id=new)
    return tuple(made.values())


def _article(path: str, number: int, item: Item, hints: Hints, *, single: bool) -> Article:
    kept = [block for block in item.blocks if block.kind in ("body", "subheading")]
    text = "\n".join(block.text for block in kept)
    title = item.title or " ".join(text.split()[:_FIRST_WORDS])
    url = item.url or (hints.url if single else "")
    publisher = hints.publisher or item.publisher
    language = item.language if item.language_is_sure else ""
    return Article(
        id=article_id(path, url, item.key or str(number)),
        path=path,
        title=title,
        text=text,
        published=item.published,
        byline=item.byline,
        publisher=publisher,
        url=url,
        language=language or detect(text, item.language or hints.language or "en"),
        summary=item.summary,
        tags=item.tags,
        related=item.related,
        subheadings=_subheadings(kept),
        witnesses=_witnesses(item, title, url, publisher, hints),
        lines=tuple(_lines(item)),
    )


def _subheadings(blocks: Iterable[Block]) -> tuple[tuple[int, int], ...]:
    spans = []
    start = 0
    for block in blocks:
        if block.kind == "subheading":
            spans.append((start, start + len(block.text)))
        start += len(block.text) + 1
    return tuple(spans)


def _witnesses(
    item: Item, title: str, url: str, publisher: str, hints: Hints
) -> tuple[Witness, ...]:
    told = {
        "title": item.title,
        "published": item.published.edtf if item.published else "",
        "byline": ", ".join(item.byline),
        "publisher": item.publisher,
        "url": item.url,
        "language": item.language if item.language_is_sure else "",
        "summary": item.summary,
        "tags": ", ".join(item.tags),
    }
    found = [
        Witness(field, value, item.sources.get(field, item.source))
        for field, value in told.items()
        if value
    ]
    if not item.title:
        found.insert(0, Witness("title", title, "first words of the text", sure=False))
    if hints.publisher and publisher != item.publisher:
        found = [witness for witness in found if witness.field != "publisher"]
        found.append(Witness("publisher", publisher, "hint"))
    if url and not item.url:
        found.append(Witness("url", url, "hint"))
    return tuple(found)


def _lines(item: Item) -> Iterable[Line]:
    if item.title:
        yield Line(item.line, item.title, "title", item.sources.get("title", item.source))
    if item.summary:
        source = item.sources.get("summary", item.source)
        yield Line(item.line, item.summary, "standfirst", source)
    for block in item.blocks:
        yield Line(item.line, block.text, block.kind, block.reason)


def published_on(text: str, order: DateOrder | None, language: str = "en") -> EventDate:
    """The day of publication that data give: EDTF, ISO 8601, RFC 822, words or a Unix time.

    Of a time of day the day is kept, as it is at the place that the time is given for.

    Raises:
        DateError: it is no date, or two: "3/4/2019" without `order`.
    """
    text = " ".join(text.split())
    if match := _STAMP.match(text):
        text = match[1]
    elif match := _COMPACT.fullmatch(text):
        return day(int(match[1]), int(match[2]), int(match[3]))
    elif _EPOCH.fullmatch(text):
        return _of_epoch(text)
    try:
        found = read_date(text, date_order=order, language=language)
    except DateError as error:
        full = dates_in(text, order)
        if full and full[0].sure and _AMBIGUOUS not in error.message:
            return full[0].date
        if (usual := _of_message(text)) is not None:
            return usual
        raise
    return parse_edtf(found.edtf[: found.edtf.index("T")]) if "T" in found.edtf else found


def _of_epoch(text: str) -> EventDate:
    """The day, in UTC, of seconds or milliseconds since 1970."""
    from datetime import date, timedelta

    seconds = int(text.split(".")[0]) // (1000 if len(text.split(".")[0]) > 10 else 1)
    found = date(1970, 1, 1) + timedelta(days=seconds // 86_400)
    return day(found.year, found.month, found.day)


def _of_message(text: str) -> EventDate | None:
    """The day of a date as e-mail writes it: "5 Apr 19 10:00 GMT", "Apr 05 10:00:00 2019"."""
    from email.utils import parsedate

    found = parsedate(text)
    if found is None or not re.search("[A-Za-z]{3}", text):
        return None
    try:
        return day(*found[:3])
    except DateError:
        return None


def tidied(text: str, path: str, line: int, problems: list[Problem]) -> str:
    """A value as `decode` leaves texts: no control characters, no halves of characters, NFC."""
    if _PLAIN.fullmatch(text):
        return text
    data = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace").encode()
    clean, wrong = decode(data, path)
    problems.extend(msgspec.structs.replace(problem, line=line, column=0) for problem in wrong)
    return clean


def address(text: str, base: str = "") -> str:
    """A web address, made absolute; "" where it is none."""
    text = "".join(text.strip().splitlines()).replace(" ", "%20")
    if not text:
        return ""
    try:
        whole = urljoin(base, text)
        parts = urlsplit(whole)
        valid = parts.scheme in ("http", "https") and bool(parts.hostname)
    except ValueError:
        return ""
    return whole if valid else ""


def language_of(text: str) -> str:
    """The ISO 639 code of a language tag: "en" of "en-GB"; "" where it is none."""
    match = _LANGUAGE.match(text.strip())
    return match[0].lower() if match else ""


def names_in(texts: Iterable[str]) -> tuple[str, ...]:
    """Persons, or the agency, that values for authors name, each once."""
    found: dict[str, None] = {}
    for text in texts:
        value = one_line(text)
        value = value if len(value) < 200 else ""
        bare = _ADDRESS.sub(" ", value).strip(" ()<>") if "@" in value else value
        for name in bylines.read(bare).names or ((bare,) if bare else ()):
            found.setdefault(name)
    return tuple(found)
