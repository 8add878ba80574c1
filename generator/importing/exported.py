"""Events out of our own exports: the JSON, JSON Lines and CSV that docs/data.md describes."""

import json
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import Any, cast, get_args

import msgspec

from generator.config import Config
from generator.dates import DateError, EventDate, read_date
from generator.errors import Problem
from generator.importing.events import Event, Result, checked, texts_of, unknown_columns
from generator.importing.markdown_text import paragraphs
from generator.importing.rows import Records, Row
from generator.model import Citation, EditorLink, Entry, Image, Role, Status
from generator.site.exports import COLUMNS
from generator.slugs import is_slug, slugify

KEYS = frozenset(COLUMNS)
_NO_WHY = "Chosen by the editors"
"""What a page says of an editor's link without a reason of its own."""


def is_ours(keys: frozenset[str]) -> bool:
    """Whether a record with these keys is an event of ours and no article.

    An article has no address on a site, no first day and no sources with a text of its own.
    """
    return {"date", "title"} <= keys and bool(
        {"earliest", "address", "date_words"} & keys
        or ("sources" in keys and not {"published", "author", "byline", "url"} & keys)
    )


def read(records: Records, path: str, config: Config, *, table: bool) -> Result:
    """The events of an export.

    Args:
        table: the rows are a table's: lists are joined in cells, and a quotation mark may stand in
            front of what a spreadsheet would take for a formula.
    """
    rows = records.rows.get("events", ())
    problems = list(records.problems)
    names = records.columns if table else (key for row in rows for key in row.values)
    problems += unknown_columns(names, KEYS, path, rows[0] if rows else None)
    events = []
    seen: dict[str, Event] = {}
    for row in rows:
        plain = _unfolded(row) if table else row
        event, wrong = _event(plain, path, config)
        problems += wrong
        if event is None:
            continue
        before = seen.setdefault(event.entry.id, event)
        if before is not event:
            message = f'the id "{event.entry.id}" is that of the event on line {before.line} too'
            problems.append(Problem(path, *row.place("id"), message, "keep one of them"))
            continue
        events.append(event)
    return tuple(events), tuple(problems)


class _RefusedError(Exception):
    """Ends the reading of one record."""

    def __init__(self, key: str, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.key = key
        self.message = message
        self.hint = hint


def _event(row: Row, path: str, config: Config) -> tuple[Event | None, tuple[Problem, ...]]:
    try:
        read = partial(read_date, date_order=config.date_order, language=config.language)
        entry = _entry(row, read)
    except _RefusedError as refused:
        place = row.place(refused.key)
        return None, (Problem(path, *place, refused.message, refused.hint),)
    named = bool(row.text("id"))
    return checked(Event(entry, path, row.line, row.column, named), config)


def _entry(row: Row, read: Callable[[str], EventDate]) -> Entry:
    title = row.text("title")
    if not title:
        raise _RefusedError("title", '"title" is missing', "say what happened, in a sentence")
    date = _date(row, "date", read)
    if date is None:
        hint = "such as 1994-05-04, 1994-05 or circa 1850"
        raise _RefusedError("date", '"date" is missing', hint)
    slug = row.text("slug") or row.text("address").removeprefix("/events/").strip("/")
    slug = slug if is_slug(slug) else slugify(slug or title)
    return Entry(
        id=row.text("id") or slug,
        slug=slug,
        date=date,
        title=title,
        text=_body(row),
        topics=texts_of(row.values.get("topics")),
        people=texts_of(row.values.get("people")),
        organizations=texts_of(row.values.get("organizations")),
        places=texts_of(row.values.get("places")),
        citations=tuple(_citations(row, read)),
        origin="editor",
        status=_word(row, "status", Status, "confirmed"),
        importance=_importance(row),
        date_text=row.text("date_words"),
        summary=row.text("summary"),
        image=_image(row),
        background=tuple(_links(row)),
        aliases=texts_of(row.values.get("aliases")),
        draft=row.text("draft").lower() == "true",
        publish=_date(row, "publish", read),
        updated=_date(row, "updated", read),
        notes=texts_of(row.values.get("notes")),
        extra=_extra(row),
    )


def _body(row: Row) -> str:
    """The text as Markdown: an editor's is, one that was extracted is plain."""
    if "body" not in row.values:
        return paragraphs(row.text("text").split("\n"))
    body = str(row.values["body"] or "")
    return paragraphs(body.split("\n")) if row.text("origin") == "extracted" else body.rstrip()


def _date(row: Row, key: str, read: Callable[[str], EventDate]) -> EventDate | None:
    text = row.text(key)
    try:
        return read(text) if text else None
    except DateError as error:
        raise _RefusedError(key, f'"{key}": {error.message}', error.hint) from None


def _word(row: Row, key: str, kind: Any, default: str) -> Any:
    word = row.text(key).lower() or default
    if word not in get_args(kind):
        expected = ", ".join(get_args(kind))
        raise _RefusedError(key, f'"{key}": there is no "{word}"', f"one of {expected}")
    return word


def _importance(row: Row) -> int:
    text = row.text("importance")
    if text in ("", "0"):
        return 0
    if text not in "12345":
        raise _RefusedError("importance", f'"importance" is from 1 to 5, not "{text}"')
    return int(text)


def _image(row: Row) -> Image | None:
    value = row.values.get("image")
    if not isinstance(value, dict) or not value.get("src"):
        return None
    return Image(**{key: str(value.get(key) or "") for key in ("src", "alt", "caption", "credit")})


def _extra(row: Row) -> tuple[tuple[str, str], ...]:
    value = row.values.get("extra")
    return tuple(_flat(value, "")) if isinstance(value, dict) else ()


def _flat(value: Any, key: str) -> Iterator[tuple[str, str]]:
    if isinstance(value, Mapping):
        for name, item in value.items():
            yield from _flat(item, f"{key}.{name}".strip("."))
    elif isinstance(value, list):
        for item in value:
            yield from _flat(item, key)
    elif value is not None:
        yield key, str(value)


def _citations(row: Row, read: Callable[[str], EventDate]) -> Iterator[Citation]:
    value = row.values.get("sources")
    for item in value if isinstance(value, list) else [value]:
        source = Row({"url" if _is_url(item) else "title": item}, row.line, row.column)
        if isinstance(item, Mapping):
            source = Row(item, row.line, row.column)
        published = "published" if source.text("published") else "date"
        citation = Citation(
            role=cast("Role", _word(source, "role", Role, "reports")),
            quote=source.text("quote"),
            said_by=source.text("said_by"),
            url=source.text("url"),
            title=source.text("title"),
            publisher=source.text("publisher"),
            published=_date(source, published, read),
            archive=source.text("archive"),
            accessed=_date(source, "accessed", read),
        )
        if citation.url or citation.title or citation.quote:
            yield citation


def _is_url(value: Any) -> bool:
    return isinstance(value, str) and "://" in value and " " not in value


def _links(row: Row) -> Iterator[EditorLink]:
    """What an article recalls becomes an editor's link; what topics share is found anew."""
    value = row.values.get("background")
    for item in value if isinstance(value, list) else []:
        if isinstance(item, str) and item:
            yield EditorLink(item)
        elif isinstance(item, Mapping) and item.get("event") and item.get("kind") != "shared":
            why = str(item.get("reason") or "")
            yield EditorLink(str(item["event"]), "" if why == _NO_WHY else why)


def _unfolded(row: Row) -> Row:
    """A table's row with the values that JSON would have."""
    texts = {key: _unguarded(str(value)) for key, value in row.values.items()}
    values: dict[str, Any] = dict(texts)
    for key in ("topics", "people", "organizations", "places", "aliases", "notes"):
        values[key] = _parts(texts.get(key, ""))
    for key in ("image", "extra"):
        values[key] = _json(texts.get(key, ""))
    for key, details, name in (
        ("sources", "source_details", _source_name),
        ("background", "background_details", _event_name),
    ):
        values[key] = _detailed(_parts(texts.get(key, "")), _json(texts.get(details, "")), name)
    return msgspec.structs.replace(row, values=values)


def _unguarded(text: str) -> str:
    """A cell without the quotation mark that keeps spreadsheets from running it."""
    if text[:1] == "'" and text[1:2] in {"=", "+", "-", "@", "\t", "\r", "'"}:
        return text[1:]
    return text


def _parts(text: str) -> list[str]:
    if text.startswith("["):
        value = _json(text)
        if isinstance(value, list) and all(isinstance(item, str) for item in value):
            return value
    return [part.strip() for part in text.split(";") if part.strip()]


def _json(text: str) -> Any:
    try:
        return json.loads(text) if text else None
    except (ValueError, RecursionError):
        return None


def _detailed(names: list[str], details: Any, name: Callable[[Any], str]) -> list[Any]:
    """The details of what the plain cell names: that cell is the one that people edit."""
    known = (
        [item for item in details if isinstance(item, dict)] if isinstance(details, list) else []
    )
    if names == [name(item) for item in known]:
        return known
    found: list[Any] = []
    for wanted in names:
        at = next((at for at, item in enumerate(known) if name(item) == wanted), None)
        found.append(wanted if at is None else known.pop(at))
    return found


def _source_name(source: Any) -> str:
    return str(source.get("url") or source.get("title") or "")


def _event_name(link: Any) -> str:
    return str(link.get("event") or "")
