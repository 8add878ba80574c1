"""The events as data, under /data/: what the pages say, for programs."""

import csv
import io
import json
from typing import Any

from generator.model import Citation, Entry
from generator.site import urls
from generator.site.assemble import Site
from generator.site.views.parts import lead_of

_COLUMNS = (
    *("id", "date", "date_text", "earliest", "latest", "title", "text", "status", "topics"),
    *("people", "organizations", "places", "sources", "background", "address"),
)


def to_json(site: Site) -> str:
    """All events in time order, with their sources and their background links.

    Dates are EDTF. `address` is the page of the event, from the site's root.
    """
    events = [_event(site, entry) for entry in site.entries]
    data = {"title": site.config.title, "license": site.config.license, "events": events}
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def to_csv(site: Site) -> str:
    """One event a line; lists are joined by "; "."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(_COLUMNS)
    for entry in site.entries:
        event = _event(site, entry)
        event["sources"] = [source.get("url") or source["title"] for source in event["sources"]]
        event["background"] = [link["event"] for link in event["background"]]
        writer.writerow([_cell(event[column]) for column in _COLUMNS])
    return out.getvalue()


def _cell(value: Any) -> str:
    text = "; ".join(value) if isinstance(value, list) else str(value)
    # A spreadsheet would run a cell that begins like a formula. Dates before Christ begin with
    # a minus and are none.
    if text[:1] in {"=", "+", "@", "\t", "\r"} or (text[:1] == "-" and not text[1:2].isdigit()):
        return f"'{text}"
    return text


def _event(site: Site, entry: Entry) -> dict[str, Any]:
    from generator import dates

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
    }


def _day(number: int | None) -> str:
    """A day as ISO 8601, "" when it is open or unknown."""
    from generator.dates.gregorian import civil

    if number is None:
        return ""
    year, month, day = civil(number)
    return f"{urls.year_name(year)}-{month:02d}-{day:02d}"
