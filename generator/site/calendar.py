"""The events as iCalendar (RFC 5545): those that a calendar can hold.

A calendar has days. An event whose day is not known for sure, or lies before the year 1, is left
out and counted in the calendar's description.
"""

from collections.abc import Iterable, Iterator

from generator.dates import EventDate, parse_edtf
from generator.dates.gregorian import civil
from generator.model import Entry
from generator.site import urls
from generator.site.assemble import Site
from generator.site.feeds import address_of, title_of, uid, updated
from generator.site.strings import strings_for
from generator.site.views.parts import lead_of

_FOLD = 75
"""Octets of a line, its end not counted."""
_LAST = 3_652_059
"""31 December 9999, the last day that four digits can name."""


def to_ics(site: Site, topic: str = "") -> str:
    """The calendar of a site or of a topic."""
    entries = site.by_topic[topic] if topic else site.entries
    held = [entry for entry in entries if span(entry.date) is not None]
    t = strings_for(site.config.language)
    base = urls.read_base(site.config.base_url)
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Backstory//Timeline//EN"]
    lines.append(f"X-WR-CALNAME:{_text(title_of(site, topic))}")
    if len(held) < len(entries):
        lines.append(f"X-WR-CALDESC:{_text(t.no_day(len(entries) - len(held)))}")
    if base is not None:
        lines.append(f"URL:{urls.absolute(base, address_of(topic))}")
    events = (site.piece(calendar_event, entry.id) for entry in held)
    return "".join((_written(lines), *events, _written(["END:VCALENDAR"])))


def span(date: EventDate) -> tuple[int, int] | None:
    """The first and the last day of an event, None when one of them is not known to the day."""
    first, last = date.earliest, date.latest
    if first is None or last is None or first < 1 or last >= _LAST:
        return None
    if date.approximate or date.uncertain:
        return None
    if date.precision == "day" and first == last:
        return first, last
    ends = date.edtf.split("/") if date.precision == "interval" else []
    if len(ends) == 2 and all(parse_edtf(end).precision == "day" for end in ends):
        return first, last
    return None


def calendar_event(site: Site, id_: str) -> str:
    """One event of a calendar."""
    entry = site.entry_by_id[id_]
    days = span(entry.date)
    assert days is not None
    base = urls.read_base(site.config.base_url)
    address = urls.absolute(base, urls.event(entry.slug))
    stamp = updated(site, entry).replace("-", "").replace(":", "")
    topics = [site.topic_titles[slug] for slug in entry.topics if slug in site.topic_titles]
    lines = ["BEGIN:VEVENT", f"UID:{uid(site, entry)}", f"DTSTAMP:{stamp}"]
    lines.extend(_times(entry, *days))
    lines.append(f"SUMMARY:{_text(entry.title)}")
    if lead := lead_of(site, entry):
        lines.append(f"DESCRIPTION:{_text(lead)}")
    if topics:
        lines.append(f"CATEGORIES:{','.join(map(_text, topics))}")
    if address:
        lines.append(f"URL:{address}")
    lines.extend(("TRANSP:TRANSPARENT", "END:VEVENT"))
    return _written(lines)


def _times(entry: Entry, first: int, last: int) -> Iterator[str]:
    date = entry.date
    if date.time and date.offset == "Z":
        clock = date.time.replace(":", "")
        yield f"DTSTART:{_day(first)}T{clock:0<6}Z"
    else:
        # The end of a calendar's event is the day after its last.
        yield f"DTSTART;VALUE=DATE:{_day(first)}"
        yield f"DTEND;VALUE=DATE:{_day(last + 1)}"


def _day(number: int) -> str:
    year, month, day = civil(number)
    return f"{year:04d}{month:02d}{day:02d}"


def _text(text: str) -> str:
    """A text as a value: backslashes, separators and line ends escaped, no control characters."""
    escaped = text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return "".join(
        char for char in "\\n".join(escaped.split("\n")) if char == "\t" or ord(char) >= 32
    ).replace("\x7f", "")


def _written(lines: Iterable[str]) -> str:
    return "".join(f"{folded}\r\n" for line in lines for folded in _folded(line))


def _folded(line: str) -> Iterator[str]:
    """A line in parts of at most 75 octets, no character cut."""
    if line.isascii() and len(line) <= _FOLD:
        yield line
        return
    part, size = "", 0
    for char in line:
        octets = len(char.encode("utf-8", "replace"))
        if size + octets > _FOLD:
            yield part
            part, size = " ", 1
        part += char
        size += octets
    yield part
