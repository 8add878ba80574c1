"""What many pages show: a date, an event in a list, the years of the site."""

from collections.abc import Collection, Sequence
from functools import lru_cache

import msgspec

from generator import dates
from generator.dates import EventDate
from generator.dates.gregorian import civil
from generator.model import Entry
from generator.site import periods, urls
from generator.site.assemble import Site
from generator.site.markup import plain
from generator.site.views.frame import Anchor

LIST_LIMIT = 90
"""Events that one list page shows in full; longer lists are split by period."""

COMPACT_LIMIT = 250
"""Events that one list page shows one a line."""

_LEAD = 240


class When(msgspec.Struct, frozen=True):
    """A date as a page shows it."""

    text: str
    """As exactly as it is known, in the site's language."""
    datetime: str
    """For `<time datetime>`; "" where HTML has no form for it."""
    edtf: str
    shape: str
    """"day", "span", "long" or "open": how exactly it is known."""
    soft: bool = False
    """Approximate or uncertain."""
    day: str = ""
    """The number of the day in its month, when that is known."""


class Card(msgspec.Struct, frozen=True):
    """An event in a list."""

    title: str
    address: str
    when: When
    lead: str = ""
    status: str = ""
    topics: tuple[Anchor, ...] = ()
    sources: int = 0


class Group(msgspec.Struct, frozen=True):
    """Events of a list under one heading."""

    heading: str
    anchor: str
    cards: tuple[Card, ...]
    address: str = ""
    """The page with all of them, when there is one."""
    total: int = 0
    """How many there are when not all are shown, else 0."""
    compact: bool = False
    wide: bool = False
    """Whether the dates reach past the period of the page."""


class RailGroup(msgspec.Struct, frozen=True):
    """Some years of the rail: a decade, a century."""

    label: str
    address: str
    count: int
    current: bool
    years: tuple[Anchor, ...] = ()
    """Empty when the rail is too long to show every year."""


class Rail(msgspec.Struct, frozen=True):
    """All years of the site that have events, in groups."""

    groups: tuple[RailGroup, ...]


@lru_cache(maxsize=20_000)
def when(date: EventDate, locale: str, *, text: str = "") -> When:
    """How to show a date. `text` is what an editor wants it shown as."""
    day = ""
    if date.precision == "day" and date.earliest is not None:
        day = str(civil(date.earliest)[2])
    return When(
        text=text or dates.format_date(date, locale),
        datetime=dates.html_datetime(date),
        edtf=date.edtf,
        shape=_shape(date),
        soft=date.approximate or date.uncertain,
        day="" if date.approximate or date.uncertain or date.time else day,
    )


def _shape(date: EventDate) -> str:
    if date.earliest is None or date.latest is None:
        return "open"
    days = date.latest - date.earliest
    if days == 0:
        return "day"
    return "span" if days <= 366 else "long"


def card(site: Site, entry: Entry, *, lead: bool = True, topics: int = 3) -> Card:
    """An event for a list, with `topics` of its topics at the most."""
    return Card(
        title=entry.title,
        address=urls.event(entry.slug),
        when=when(entry.date, site.config.language, text=entry.date_text),
        lead=lead_of(site, entry) if lead else "",
        status="" if entry.status == "confirmed" else entry.status,
        topics=_telling(site, entry)[:topics] if topics else (),
        sources=len({cited.article or cited.url or cited.title for cited in entry.citations}),
    )


_leads: dict[tuple[str, str, str, str], str] = {}
"""Those that are known: an event stands in many lists."""
_MOST_LEADS = 100_000


def lead_of(site: Site, entry: Entry) -> str:
    """What a list says of an event after its title, one short paragraph, or "" for nothing new."""
    key = entry.origin, entry.summary, entry.text, entry.title
    lead = _leads.get(key)
    if lead is None:
        if len(_leads) >= _MOST_LEADS:
            _leads.clear()
        lead = _leads[key] = _lead_of(site, entry)
    return lead


def _lead_of(site: Site, entry: Entry) -> str:
    text = entry.summary
    if not text:
        text = plain(site.html(entry.text)) if is_prose(entry) else entry.text
        text = text.split("\n", 1)[0]
    text = " ".join(text.split())
    if text.rstrip(".").casefold() == entry.title.rstrip(".").casefold():
        return ""
    if len(text) > _LEAD:
        text = text[:_LEAD].rsplit(" ", 1)[0].rstrip(",;:.–— ") + "…"
    return text


def span(members: Sequence[Entry], locale: str) -> str:
    """The years that events in time order reach over."""
    return periods.span_text(members[0].date.year, members[-1].date.year, locale)


def is_prose(entry: Entry) -> bool:
    """Whether an entry's text is Markdown: editors' is, what was extracted is plain."""
    return entry.origin == "editor"


def topic_anchors(site: Site, entry: Entry) -> tuple[Anchor, ...]:
    """The topics of an event, the largest first; those without a page have no address."""
    return tuple(
        Anchor(site.topic_titles[slug], urls.topic(slug) if slug in site.topic_by_slug else "")
        for slug in topic_slugs(site, entry)
    )


def topic_slugs(site: Site, entry: Entry) -> list[str]:
    """The slugs of the topics of `topic_anchors`, in the same order."""
    found = [slug for slug in entry.topics if slug in site.topic_titles]
    return sorted(found, key=lambda slug: site.topic_ranks[slug])


def _telling(site: Site, entry: Entry) -> tuple[Anchor, ...]:
    """The topics with pages that say most of an event: named in it, and not on every other card."""

    def order(topic: Anchor) -> tuple[bool, bool, int]:
        name = topic.label.casefold()
        return (
            name not in entry.title.casefold(),
            name not in entry.text.casefold(),
            -ranks[topic.address],
        )

    anchors = [topic for topic in topic_anchors(site, entry) if topic.address]
    ranks = {urls.topic(slug): site.topic_ranks[slug] for slug in entry.topics}
    return tuple(sorted(anchors, key=order))


def rail(site: Site, current: int | None = None) -> Rail:
    """The years of the site, by decade, or by century where decades would be too many.

    Only the years around `current` are listed one by one when there are more than fit, and only
    theirs are counted: a new event does not change the pages of all years.
    """
    years = tuple(site.by_year)
    size = _size(years)
    counts = tuple(
        (year, len(site.by_year[year]) if current is None or current // size == year // size else 0)
        for year in years
    )
    return _rail(counts, current, site.config.language)


def _size(years: Collection[int]) -> int:
    return 10 if len({year // 10 for year in years}) <= 40 else 100


_Counts = tuple[tuple[int, int], ...]
"""Years, and how many events each has; 0 where that is not shown."""


@lru_cache(maxsize=1024)
def _rail(counts: _Counts, current: int | None, locale: str) -> Rail:
    """The rail of a year's pages: that of any other, but for the group around it."""
    size = _size([year for year, _ in counts])
    every_year = len(counts) <= 80
    if current is not None:
        start = current // size * size
        inside = tuple(pair for pair in counts if start <= pair[0] < start + size)
        if not inside:
            return _rail(counts, None, locale)
        uncounted = tuple((year, 0) for year, _ in counts)
        ours = _rail_group(inside, size, current, listed=True, locale=locale)
        others = _rail(uncounted, None, locale).groups
        return Rail(tuple(ours if ours.address == item.address else item for item in others))
    by_start: dict[int, list[tuple[int, int]]] = {}
    for year, count in counts:
        by_start.setdefault(year // size * size, []).append((year, count))
    return Rail(
        tuple(
            _rail_group(inside, size, None, listed=every_year, locale=locale)
            for inside in by_start.values()
        )
    )


def _rail_group(
    counts: Sequence[tuple[int, int]], size: int, current: int | None, *, listed: bool, locale: str
) -> RailGroup:
    years = [year for year, _ in counts]
    return RailGroup(
        label=_rail_label(years[0] // size * size, size, years, listed, locale),
        address=urls.year(years[0]),
        count=sum(count for _, count in counts),
        current=current is not None,
        years=tuple(
            Anchor(
                periods.year_text(year, locale),
                urls.year(year),
                count=count,
                current=year == current,
            )
            for year, count in counts
        )
        if listed
        else (),
    )


def _rail_label(start: int, size: int, years: Sequence[int], listed: bool, locale: str) -> str:
    """The name of some years; "" for a lone year without a common name that is listed anyway."""
    if start >= 1000:
        return periods.group_text(start, size, locale)
    if listed and len(years) == 1:
        return ""
    return periods.span_text(years[0], years[-1], locale)
