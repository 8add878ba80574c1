"""Events of TimelineJS 3: its spreadsheet saved as CSV, and its JSON.

The columns are those of its spreadsheet template, the keys those of its JSON format
(https://timeline.knightlab.com/docs/json-format.html).
"""

import re
from collections.abc import Mapping
from hashlib import blake2b
from urllib.parse import urlsplit

import msgspec

from generator.config import Config
from generator.dates import DateError, EventDate, parse_edtf
from generator.dates.event_date import year_text
from generator.entries.editor_keys import name as checked_name
from generator.errors import Problem
from generator.field_text import FieldError, url
from generator.importing.events import Event, Result, checked, unknown_columns
from generator.importing.html_text import to_markdown
from generator.importing.markdown_text import plain_of_html
from generator.importing.rows import Records, Row
from generator.model import Citation, Entry, Image
from generator.slugs import slugify

COLUMNS = (
    *("Year", "Month", "Day", "Time", "End Year", "End Month", "End Day", "End Time"),
    *("Display Date", "Headline", "Text", "Media", "Media Credit", "Media Caption"),
    *("Media Alt Text", "Media Thumbnail", "Type", "Group", "Background", "Link"),
    *("Start Date", "End Date", "Tag", "Alt Text"),
)
"""The last four are those of older templates."""

_SLIDE_KEYS = (
    *("start_date", "end_date", "text", "media", "group", "display_date", "background"),
    *("autolink", "unique_id", "type"),
)
_PICTURE = re.compile(r"\.(?:jpe?g|png|gif|webp|avif|svg)$", re.IGNORECASE)
_TIME = re.compile(r"(\d{1,2})(?::(\d\d))?(?::(\d\d))?(?:\.\d+)?\s*([ap])?\.?m?\.?", re.IGNORECASE)
_ADDRESS = re.compile(r"""(?:src|href)\s*=\s*["']?(https?://[^"'\s>]+)""", re.IGNORECASE)
_US_DATE = re.compile(r"(?P<m>\d{1,2})/(?P<d>\d{1,2})/(?P<y>-?\d{1,6})(?:\s+(?P<t>\S.*))?")
_LONGEST_TITLE = 120


class _Moment(msgspec.Struct, frozen=True):
    """A date object of TimelineJS: figures as written, and where they stand."""

    year: str = ""
    month: str = ""
    day: str = ""
    time: str = ""
    shown: str = ""
    place: tuple[int, int] = (0, 0)


class _Slide(msgspec.Struct, frozen=True):
    """A slide, whichever way it was written."""

    start: _Moment
    end: _Moment
    headline: str
    text: str
    shown: str = ""
    group: str = ""
    kind: str = ""
    id: str = ""
    media: Mapping[str, str] = {}
    background: str = ""
    row: Row = Row({}, 0, 0)


def is_table(columns: frozenset[str]) -> bool:
    """Whether a table with these columns is one of TimelineJS."""
    return "Headline" in columns and bool({"Year", "Start Date"} & columns)


def is_slide(keys: frozenset[str]) -> bool:
    """Whether a JSON object with these keys is a slide."""
    return "start_date" in keys


def read(records: Records, path: str, config: Config, *, table: bool) -> Result:
    """The events of a timeline: slides with a date, and eras as intervals.

    Its title slide is the site's own matter (title and description of site.yaml): it is reported.
    """
    problems = list(records.problems)
    if table:
        rows = records.rows.get("events", ())
        problems += unknown_columns(records.columns, COLUMNS, path, _head_of(rows))
        slides = [_row_slide(row) for row in rows]
    else:
        rows = records.rows.get("events", ())
        names = (key for row in rows for key in row.values)
        problems += unknown_columns(names, _SLIDE_KEYS, path, rows[0] if rows else None)
        slides = [_object_slide(row, "") for row in rows]
        slides += [_object_slide(row, "era") for row in records.rows.get("eras", ())]
        if records.rest.get("title"):
            problems.append(_title_left_out(path, 0, 0))
    events = []
    for slide in slides:
        if slide.kind.lower() == "title":
            problems.append(_title_left_out(path, slide.row.line, slide.row.column))
            continue
        event, wrong = _event(slide, path, config)
        problems += wrong
        if event is not None:
            events.append(event)
    return tuple(events), tuple(problems)


def _head_of(rows: tuple[Row, ...]) -> Row | None:
    return Row({}, 1, 1) if rows else None


def _title_left_out(path: str, line: int, column: int) -> Problem:
    message = "the title slide is no event: left out"
    hint = "its words belong into site.yaml, as title and description"
    return Problem(path, line, column, message, hint, "warning")


def _row_slide(row: Row) -> _Slide:
    return _Slide(
        _cells_moment(row, ""),
        _cells_moment(row, "End "),
        headline=row.text("Headline"),
        text=row.text("Text"),
        shown=row.text("Display Date"),
        group=row.text("Group") or row.text("Tag"),
        kind=row.text("Type"),
        media={
            "url": row.text("Media"),
            "caption": row.text("Media Caption"),
            "credit": row.text("Media Credit"),
            "alt": row.text("Media Alt Text") or row.text("Alt Text"),
            "thumbnail": row.text("Media Thumbnail"),
            "link": row.text("Link"),
        },
        background=row.text("Background"),
        row=row,
    )


def _cells_moment(row: Row, prefix: str) -> _Moment:
    """Year, month, day and time of a row; older templates have them in one cell (month first)."""
    old = f"{prefix or 'Start '}Date"
    if written := row.text(old):
        place = row.place(old)
        if found := _US_DATE.fullmatch(written):
            return _Moment(found["y"], found["m"], found["d"], found["t"] or "", place=place)
        figures = re.fullmatch(r"(-?\d{1,6})(?:-(\d{1,2}))?(?:-(\d{1,2}))?", written)
        year, month, day = figures.groups("") if figures else (written, "", "")
        return _Moment(year, month, day, place=place)
    year, month, day, time = (
        row.text(f"{prefix}{name}") for name in ("Year", "Month", "Day", "Time")
    )
    return _Moment(re.sub(r"[\s,]", "", year), month, day, time, place=row.place(f"{prefix}Year"))


def _object_slide(row: Row, kind: str) -> _Slide:
    words = _inner(row, "text")
    media = _inner(row, "media")
    background = row.values.get("background")
    if isinstance(background, Mapping):
        background = background.get("url") or background.get("color")
    return _Slide(
        _object_moment(row, "start_date"),
        _object_moment(row, "end_date"),
        headline=words.text("headline"),
        text=words.text("text"),
        shown=row.text("display_date"),
        group=row.text("group"),
        kind=kind or row.text("type"),
        id=row.text("unique_id"),
        media={key: media.text(key) for key in media.values},
        background=str(background or ""),
        row=row,
    )


def _inner(row: Row, key: str) -> Row:
    value = row.values.get(key)
    return Row(value if isinstance(value, Mapping) else {}, row.line, row.column)


def _object_moment(row: Row, key: str) -> _Moment:
    value = _inner(row, key)
    clock = [value.text(part) for part in ("hour", "minute", "second")]
    time = ":".join(part.zfill(2) for part in (clock[0], clock[1] or "0", clock[2] or "0"))
    return _Moment(
        value.text("year"),
        value.text("month"),
        value.text("day"),
        time if clock[0] else "",
        value.text("display_date"),
        (row.line, row.column),
    )


def _event(slide: _Slide, path: str, config: Config) -> tuple[Event | None, tuple[Problem, ...]]:
    problems: list[Problem] = []
    row = slide.row
    try:
        date, shown = _date(slide)
    except DateError as error:
        place = slide.start.place if slide.start.year else (row.line, row.column)
        return None, (Problem(path, *place, error.message, error.hint),)
    body = to_markdown(slide.text)
    title = plain_of_html(slide.headline) or _first_words(plain_of_html(slide.text))
    if not title:
        message = "this slide has neither a headline nor a text"
        return None, (Problem(path, row.line, row.column, message, "say what happened"),)
    image, sources, extra = _media(slide, title, path, problems)
    if slide.kind:
        extra["type"] = slide.kind
    if slide.background:
        extra["background"] = slide.background
    slug = slugify(title)
    entry = Entry(
        id=_id(slide, path, problems) or slug,
        slug=slug,
        date=date,
        title=title,
        text=body,
        topics=(plain_of_html(slide.group),) if plain_of_html(slide.group) else (),
        citations=sources,
        origin="editor",
        date_text=plain_of_html(shown),
        image=image,
        extra=tuple((f"timelinejs.{key}", value) for key, value in extra.items()),
    )
    event, wrong = checked(Event(entry, path, row.line, row.column, bool(slide.id)), config)
    return event, (*problems, *wrong)


def _id(slide: _Slide, path: str, problems: list[Problem]) -> str:
    if not slide.id:
        return ""
    try:
        return checked_name(slide.id)
    except FieldError:
        digest = blake2b(slide.id.encode("utf-8", "replace"), digest_size=8).hexdigest()
        message = f'the unique_id "{slide.id[:40]}" cannot be an id: "{digest}" stands for it'
        place = (slide.row.line, slide.row.column)
        problems.append(Problem(path, *place, message, "", "warning"))
        return digest


def _date(slide: _Slide) -> tuple[EventDate, str]:
    """The date of a slide, and how to show it when our date says less than the slide's.

    Raises:
        DateError: it has no year, or no such day exists.
    """
    shown = slide.shown or slide.start.shown
    if not slide.start.year:
        raise DateError("this slide has no year", "every event needs at least a year")
    start, time = _day(slide.start), _time(slide.start.time)
    if not slide.end.year:
        return parse_edtf(f"{start}T{time}" if time and len(start) > 8 else start), shown
    end, end_time = _day(slide.end), _time(slide.end.time)
    if start == end:
        clock = "–".join(part[:5] for part in dict.fromkeys((time, end_time)) if part)
        single = parse_edtf(f"{start}T{time}" if time and len(start) > 8 else start)
        return single, shown or (f"{start}, {clock}" if "–" in clock else "")
    if (time or end_time) and not shown:
        shown = f"{f'{start} {time[:5]}'.strip()} – {f'{end} {end_time[:5]}'.strip()}"
    return parse_edtf(f"{start}/{end}"), shown


def _day(moment: _Moment) -> str:
    """EDTF of a date object. A year before 0 is shown as that year BCE, so -44 is -0043."""
    if not re.fullmatch(r"[+-]?\d{1,12}", moment.year):
        raise DateError(f'"{moment.year}" is no year', "figures, with a minus for BCE")
    year = int(moment.year)
    text = year_text(year + 1 if year < 0 else year)
    for part, name in ((moment.month, "month"), (moment.day, "day")):
        if not part:
            return text
        if not re.fullmatch(r"\d{1,2}", part):
            raise DateError(f'"{part}" is no {name}', "write figures, such as 3")
        if text.startswith("Y"):
            return text
        text += f"-{int(part):02}"
    return text


def _time(text: str) -> str:
    """HH:MM:SS of "8:00", "8 pm", "20:00:15"; "" for none.

    Raises:
        DateError: it is no time.
    """
    if not text.strip():
        return ""
    found = _TIME.fullmatch(text.strip())
    hours = int(found[1]) if found else 99
    if found and found[4]:
        hours = hours % 12 + (12 if found[4].lower() == "p" else 0)
    if found is None or hours > 23:
        raise DateError(f'"{text}" is no time', "such as 18:30")
    return f"{hours:02}:{found[2] or '00'}:{found[3] or '00'}"


def _media(
    slide: _Slide, title: str, path: str, problems: list[Problem]
) -> tuple[Image | None, tuple[Citation, ...], dict[str, str]]:
    """A picture as the image, what else there is as a source; the rest for `extra`."""
    media = slide.media
    extra = {key: media[key] for key in ("thumbnail", "link", "title") if media.get(key)}
    given = media.get("url", "")
    caption, credit = (
        plain_of_html(media.get("caption", "")),
        plain_of_html(media.get("credit", "")),
    )
    found = _ADDRESS.search(given) if given.lstrip().startswith("<") else None
    address = found[1] if found else given
    try:
        address = url(address, schemes=("https", "http")) if address else ""
    except FieldError:
        extra["media"] = given
        address = ""
    if not address:
        extra |= {key: text for key, text in (("caption", caption), ("credit", credit)) if text}
        return None, (), extra
    if not _PICTURE.search(urlsplit(address).path):
        return None, (Citation("reports", url=address, title=caption, publisher=credit),), extra
    alt = plain_of_html(media.get("alt", ""))
    if not alt:
        place = slide.row.place("Media")
        message = "this picture has no text for those who cannot see it: the caption stands in"
        hint = "say in image.alt what it shows"
        problems.append(Problem(path, *place, message, hint, "warning"))
    return Image(address, alt or caption or title, caption, credit), (), extra


def _first_words(text: str) -> str:
    if len(text) <= _LONGEST_TITLE:
        return text
    return text[:_LONGEST_TITLE].rpartition(" ")[0] + " …"
