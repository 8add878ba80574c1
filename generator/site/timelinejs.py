"""The events as TimelineJS 3 loads them (https://timeline.knightlab.com/docs/json-format.html)."""

import json
import re
from html import escape
from typing import Any

from generator.dates import EventDate, format_date
from generator.dates.gregorian import civil
from generator.model import Entry
from generator.site import urls
from generator.site.assemble import Site
from generator.site.views.parts import is_prose

_HUMAN = range(-271_820, 275_760)
"""Years that JavaScript's dates can hold; beyond them TimelineJS has its "cosmological" scale."""

_CLOCK = ("hour", "minute", "second")
_EXACT = frozenset(("day", "month", "year"))


def to_timelinejs(site: Site) -> str:
    """A timeline with a title slide and a slide for each event, as JSON.

    TimelineJS knows years, months, days and times: of a date that says less or more, the first and
    the last day are given, and our words for it as `display_date`. Years before Christ are those
    that it shows: -44 is 44 BC.
    """
    data: dict[str, Any] = {
        "title": {
            "text": {
                "headline": escape(site.config.title, quote=False),
                "text": escape(site.config.description, quote=False),
            }
        },
    }
    days = (day for entry in site.entries for day in (entry.date.earliest, entry.date.latest))
    if any(day is not None and _figures(day)[0] not in _HUMAN for day in days):
        data["scale"] = "cosmological"
    slides = ",\n".join(site.piece(timeline_slide, entry.id) for entry in site.entries)
    head = json.dumps(data, ensure_ascii=False)[:-1]
    return f'{head}, "events": [\n{slides}\n]}}\n'


def timeline_slide(site: Site, id_: str) -> str:
    """The slide of an event, as one line of JSON."""
    return json.dumps(_slide(site, site.entry_by_id[id_]), ensure_ascii=False)


def _slide(site: Site, entry: Entry) -> dict[str, Any]:
    slide: dict[str, Any] = {
        "unique_id": entry.id,
        **_dates(entry, site.config.language),
        "text": {
            "headline": escape(entry.title, quote=False),
            "text": _text(site, entry) + _sources(site, entry),
        },
    }
    if entry.image:
        base = urls.read_base(site.config.base_url)
        address = urls.external(entry.image.src) or urls.absolute(
            base, "/" + entry.image.src.removeprefix("./").lstrip("/")
        )
        slide["media"] = {
            "url": address or entry.image.src,
            "caption": escape(entry.image.caption, quote=False),
            "credit": escape(entry.image.credit, quote=False),
            "alt": entry.image.alt,
        }
    topics = [site.topic_titles[slug] for slug in entry.topics if slug in site.topic_titles]
    if topics:
        slide["group"] = topics[0]
    return slide


def _dates(entry: Entry, language: str) -> dict[str, Any]:
    date = entry.date
    start, end = date.earliest, date.latest
    found: dict[str, Any] = {}
    if date.precision in _EXACT and start is not None and _is_plain(date):
        parts = ("year", "month", "day")[: ("year", "month", "day").index(date.precision) + 1]
        found["start_date"] = dict(zip(parts, _figures(start), strict=False))
        clock = [int(part) for part in date.time.split(":")] if date.time else []
        found["start_date"].update(zip(_CLOCK, clock, strict=False))
        if entry.date_text:
            found["display_date"] = entry.date_text
        return found
    known = [day for day in (start, end) if day is not None]
    found["start_date"] = _day(known[0])
    if known[-1] != known[0]:
        found["end_date"] = _day(known[-1])
    found["display_date"] = entry.date_text or format_date(date, language)
    return found


def _is_plain(date: EventDate) -> bool:
    """Whether the figures alone say all that is known."""
    return not (date.approximate or date.uncertain) and not re.search(r"[\[{/X?~%S]", date.edtf)


def _day(number: int) -> dict[str, int]:
    return dict(zip(("year", "month", "day"), _figures(number), strict=True))


def _figures(number: int) -> tuple[int, int, int]:
    """Year, month and day of an ordinal; there is no year 0 for TimelineJS's readers."""
    year, month, day = civil(number)
    return (year if year > 0 else year - 1, month, day)


def _text(site: Site, entry: Entry) -> str:
    if is_prose(entry):
        return site.html(entry.text)
    return "".join(f"<p>{escape(line, quote=False)}</p>" for line in entry.text.split("\n") if line)


def _sources(site: Site, entry: Entry) -> str:
    """A paragraph of links to where it is said."""
    links: dict[str, str] = {}
    for citation in entry.citations:
        article = site.article_by_id.get(citation.article)
        url = urls.external(citation.url or (article.url if article else ""))
        title = citation.title or (article.title if article else "")
        if url:
            links.setdefault(url, title or url)
    if not links:
        return ""
    anchors = (f'<a href="{escape(url)}">{escape(title)}</a>' for url, title in links.items())
    return f"<p>{', '.join(anchors)}</p>"
