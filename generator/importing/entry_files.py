"""An event as a Markdown file of `content/`, under the name that `new entry` would give it."""

from collections.abc import Iterable
from typing import Any

from generator.dates import EventDate
from generator.dates.event_date import year_text
from generator.importing.markdown_text import Written, date_scalar, document, tidied
from generator.model import Citation, Entry


def entry_path(content: str, date: EventDate, slug: str) -> str:
    """The path of an entry's file: content/2021/2021-05-04-the-bridge-opens.md.

    >>> from generator.dates import parse_edtf
    >>> entry_path("content", parse_edtf("1905~"), "the-bridge")
    'content/1905/the-bridge.md'
    """
    day = f"{date.edtf[:10]}-" if date.precision == "day" and date.edtf[:1].isdigit() else ""
    return f"{content}/{year_text(date.year)}/{day}{slug}.md"


def write_entry(entry: Entry, stem: str) -> str:
    """The file whose reading gives the entry again.

    Args:
        entry: its text is Markdown.
        stem: the slug in the file's name; id and slug are written only where they differ from it.
    """
    image = entry.image
    fields: dict[str, Any] = {
        "date": Written(date_scalar(entry.date.edtf)),
        "date_text": entry.date_text,
        "title": entry.title,
        "summary": entry.summary,
        "topics": entry.topics,
        "people": entry.people,
        "organizations": entry.organizations,
        "places": entry.places,
        "sources": [_source(citation) for citation in entry.citations],
        "status": "" if entry.status == "confirmed" else entry.status,
        "importance": entry.importance or "",
        "image": image
        and {
            "src": image.src,
            "alt": image.alt,
            "caption": image.caption,
            "credit": image.credit,
        },
        "background": [{"entry": link.entry, "why": link.why} for link in entry.background],
        "id": "" if entry.id == stem else entry.id,
        "slug": "" if entry.slug == stem else entry.slug,
        "aliases": entry.aliases,
        "replaces": entry.replaces,
        "hidden": entry.hidden or "",
        "draft": entry.draft or "",
        "publish": _date(entry.publish),
        "updated": _date(entry.updated),
        "notes": entry.notes,
        "extra": _extra(entry.extra),
    }
    return document(fields, tidied(entry.text).rstrip())


def _source(citation: Citation) -> dict[str, Any]:
    return {
        "url": citation.url,
        "title": citation.title,
        "publisher": citation.publisher,
        "date": _date(citation.published),
        "quote": citation.quote,
        "said_by": citation.said_by,
        "archive": citation.archive,
        "accessed": _date(citation.accessed),
        "role": "" if citation.role == "reports" else citation.role,
    }


def _date(date: EventDate | None) -> str:
    return Written(date_scalar(date.edtf)) if date else ""


def _extra(pairs: Iterable[tuple[str, str]]) -> dict[str, Any]:
    """The texts by their dotted keys, a list where a key has several."""
    texts: dict[str, list[str]] = {}
    for key, text in pairs:
        texts.setdefault(key, []).append(text or Written('""'))
    return {key: found[0] if len(found) == 1 else found for key, found in texts.items()}
