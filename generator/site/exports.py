"""The events as data, under /data/ and by `export`: all that the site knows, for programs.

docs/data.md says what each field means; `generator.importing.exported` reads them again.
"""

import csv
import io
import json
from collections.abc import Sequence
from typing import Any

from generator.model import Citation, Entry
from generator.site import urls
from generator.site.assemble import Site
from generator.site.views.parts import lead_of

COLUMNS = (
    *("id", "date", "date_text", "earliest", "latest", "title", "text", "status", "topics"),
    *("people", "organizations", "places", "sources", "background", "address"),
    *("slug", "origin", "date_words", "summary", "body", "importance", "aliases", "notes"),
    *("draft", "publish", "updated", "image", "extra", "source_details", "background_details"),
)
"""Of the table; a later version may add columns at the end."""

_AS_JSON = frozenset({"image", "extra", "source_details", "background_details"})


DAYS = "/data/days.json"


def to_days(site: Site) -> str:
    """The days of all events, for the picture of the whole span: the first, then the gaps.

    Days are counted from 1, which is 1 January of the year 1 (proleptic Gregorian).
    """
    dates = (entry.date for entry in site.entries)
    known = (date.earliest if date.earliest is not None else date.latest for date in dates)
    days = sorted(day for day in known if day is not None)
    gaps = [day - before for before, day in zip([0, *days], days, strict=False)]
    return json.dumps(gaps, separators=(",", ":")) + "\n"


def to_json(site: Site) -> str:
    """All events in time order, with their sources and their background links.

    Dates are EDTF. `address` is the page of the event, from the site's root.
    """
    head = json.dumps(
        {"title": site.config.title, "license": site.config.license}, ensure_ascii=False
    )
    events = ",\n".join(site.piece(json_event, entry.id) for entry in site.entries)
    return f'{head[:-1]}, "events": [\n{events}\n]}}\n'


def to_jsonl(site: Site) -> str:
    """The events of `to_json`, one a line."""
    return "".join(f"{site.piece(json_event, entry.id)}\n" for entry in site.entries)


def to_csv(site: Site) -> str:
    """One event a line; lists are joined by "; ", what is deeper is a cell of JSON."""
    rows = (site.piece(csv_event, entry.id) for entry in site.entries)
    return "".join((_row(COLUMNS), *rows))


def json_event(site: Site, id_: str) -> str:
    """An event as one line of JSON."""
    return json.dumps(_event(site, site.entry_by_id[id_]), ensure_ascii=False)


def csv_event(site: Site, id_: str) -> str:
    """An event as a row of the table."""
    event = _event(site, site.entry_by_id[id_])
    event["source_details"] = event["sources"]
    event["background_details"] = event["background"]
    event["sources"] = [source["url"] or source["title"] for source in event["sources"]]
    event["background"] = [link["event"] for link in event["background"]]
    return _row([_cell(column, event[column]) for column in COLUMNS])


def _row(cells: Sequence[str]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\r\n").writerow(cells)
    return out.getvalue()


def _cell(column: str, value: Any) -> str:
    if value is None or value == [] or value == {}:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if column in _AS_JSON:
        text = json.dumps(value, ensure_ascii=False)
    elif isinstance(value, list):
        text = listed(value)
    else:
        text = str(value)
    # A spreadsheet would run a cell that begins like a formula. Dates before Christ begin with
    # a minus and are none. A quotation mark of the text's own is doubled, so that reading knows.
    if text[:1] in {"=", "+", "@", "\t", "\r", "'"} or (
        text[:1] == "-" and not text[1:2].isdigit()
    ):
        return f"'{text}"
    return text


def listed(texts: list[str]) -> str:
    """Texts between semicolons; as JSON where one of them would come apart."""
    if any(";" in text or text != text.strip() or not text for text in texts) or (
        texts and texts[0].startswith("[")
    ):
        return json.dumps(texts, ensure_ascii=False)
    return "; ".join(texts)


def _event(site: Site, entry: Entry) -> dict[str, Any]:
    from generator import dates

    image = entry.image
    return {
        "id": entry.id,
        "date": entry.date.edtf,
        "date_text": entry.date_text or dates.format_date(entry.date, site.config.language),
        "earliest": _day(entry.date.earliest),
        "latest": _day(entry.date.latest),
        "title": entry.title,
        "text": lead_of(site, entry) or entry.title,
        "status": entry.status,
        "topics": [site.topic_titles[slug] for slug in entry.topics if slug in site.topic_titles],
        "people": list(entry.people),
        "organizations": list(entry.organizations),
        "places": list(entry.places),
        "sources": [_source(site, citation) for citation in entry.citations],
        "background": [
            {
                "event": link.earlier,
                "kind": link.kind,
                "reason": link.reason,
                "quote": link.quote,
            }
            for link in site.before.get(entry.id, ())
        ],
        "address": urls.event(entry.slug),
        "slug": entry.slug,
        "origin": entry.origin,
        "date_words": entry.date_text,
        "summary": entry.summary,
        "body": entry.text,
        "importance": entry.importance,
        "aliases": list(entry.aliases),
        "notes": list(entry.notes),
        "draft": entry.draft,
        "publish": entry.publish.edtf if entry.publish else "",
        "updated": entry.updated.edtf if entry.updated else "",
        "image": {
            "src": image.src,
            "alt": image.alt,
            "caption": image.caption,
            "credit": image.credit,
        }
        if image
        else None,
        "extra": _extra(entry),
    }


def _source(site: Site, citation: Citation) -> dict[str, Any]:
    article = site.article_by_id.get(citation.article)
    published = citation.published or (article.published if article else None)
    return {
        "title": citation.title or (article.title if article else ""),
        "publisher": citation.publisher or (article.publisher if article else ""),
        "published": published.edtf if published else "",
        "url": urls.external(citation.url or (article.url if article else "")),
        "role": citation.role,
        "quote": citation.quote,
        "said_by": citation.said_by,
        "archive": urls.external(citation.archive),
        "accessed": citation.accessed.edtf if citation.accessed else "",
    }


def _extra(entry: Entry) -> dict[str, Any]:
    """The texts by dotted key; a list where a key has several."""
    texts: dict[str, list[str]] = {}
    for key, text in entry.extra:
        texts.setdefault(key, []).append(text)
    return {key: found[0] if len(found) == 1 else found for key, found in texts.items()}


def _day(number: int | None) -> str:
    """A day as ISO 8601, "" when it is open or unknown."""
    from generator.dates.gregorian import civil

    if number is None:
        return ""
    year, month, day = civil(number)
    return f"{urls.year_name(year)}-{month:02d}-{day:02d}"
