"""The page of a year, and what the pages of months and days have in common with it."""

from collections.abc import Sequence

import msgspec

from generator.model import Entry
from generator.site import periods, urls
from generator.site.assemble import Site, in_time
from generator.site.strings import strings_for
from generator.site.views import sharing
from generator.site.views.frame import Anchor, Frame, frame
from generator.site.views.parts import LIST_LIMIT, Group, Rail, card, rail


class Period(msgspec.Struct, frozen=True):
    """A year, a month or a day, with its events in time order."""

    frame: Frame
    title: str
    count: str
    groups: tuple[Group, ...]
    months: tuple[Anchor, ...]
    """Of the year, to their pages or places on this one; of a long month its days."""
    previous: Anchor | None
    next: Anchor | None
    rail: Rail
    parent: Anchor | None = None
    """Of a month its year, of a day its month."""


def months_of(site: Site, year: int) -> list[int]:
    """The months of a year that have events."""
    places = (periods.place(entry.date) for entry in site.by_year[year])
    return sorted({place.month for place in places if place.month})


def month_pages(site: Site) -> list[tuple[int, int]]:
    """(year, month) of every page of a month, in time order."""
    if not site.config.pages.months:
        return []
    return [(year, month) for year in site.by_year for month in months_of(site, year)]


def year_view(site: Site, style: str, year: int) -> Period:
    """The view of a year's page: first what is known to the year alone, then month by month."""
    locale = site.config.language
    t = strings_for(locale)
    entries = site.by_year[year]
    title = periods.year_text(year, locale)
    in_months = bool(site.config.pages.months)
    cut = len(entries) > LIST_LIMIT and in_months
    groups = []
    wide = [entry for entry in entries if periods.place(entry.date).wide]
    if wide:
        groups.append(
            period_group(site, t.from_period.format(period=title), "long", wide, is_wide=True)
        )
    vague = [
        entry
        for entry in entries
        if not periods.place(entry.date).wide and not periods.place(entry.date).month
    ]
    if vague:
        groups.append(period_group(site, t.in_period.format(period=title), "year", vague))
    months = months_of(site, year)
    for month in months:
        members = [entry for entry in entries if periods.place(entry.date).month == month]
        groups.append(
            period_group(
                site,
                periods.month_text(year, month, locale),
                f"m{month:02d}",
                members,
                address=urls.month(year, month) if in_months else "",
                most=max(4, LIST_LIMIT // len(months)) if cut else len(members),
            )
        )
    years = list(site.by_year)
    place = years.index(year)
    return Period(
        frame=frame(
            site,
            urls.year(year),
            title=title,
            description=f"{title}: {titles(entries)}",
            style=style,
            card=lambda: sharing.of_year(site, style, year),
        ),
        title=title,
        count=t.events(len(entries)),
        groups=tuple(groups),
        months=tuple(
            Anchor(
                periods.month_text(year, month, locale),
                urls.month(year, month) if in_months else f"{urls.year(year)}#m{month:02d}",
                count=sum(1 for entry in entries if periods.place(entry.date).month == month),
            )
            for month in months
        ),
        previous=year_anchor(site, years[place - 1]) if place else None,
        next=year_anchor(site, years[place + 1]) if place + 1 < len(years) else None,
        rail=rail(site, year),
    )


def period_group(
    site: Site,
    heading: str,
    anchor: str,
    entries: Sequence[Entry],
    *,
    address: str = "",
    most: int = 0,
    is_wide: bool = False,
) -> Group:
    """Some events under a heading: the most important when `most` is less than all of them."""
    shown = list(entries)
    if most and len(entries) > most:
        best = sorted(entries, key=lambda entry: (-entry.importance, in_time(entry)))
        chosen = {entry.id for entry in best[:most]}
        shown = [entry for entry in entries if entry.id in chosen]
    # A long list drops what a reader can find a click away.
    compact = len(shown) > LIST_LIMIT
    return Group(
        heading=heading,
        anchor=anchor,
        cards=tuple(
            card(site, entry, lead=not compact, topics=0 if compact else 2) for entry in shown
        ),
        address=address,
        total=len(entries) if len(shown) < len(entries) else 0,
        compact=compact,
        wide=is_wide,
    )


def titles(entries: Sequence[Entry]) -> str:
    """The first few events, for a description of a page."""
    return "; ".join(entry.title.rstrip(".") for entry in entries[:5])


def year_anchor(site: Site, year: int) -> Anchor:
    """A link to the page of a year."""
    return Anchor(
        periods.year_text(year, site.config.language),
        urls.year(year),
        count=len(site.by_year[year]),
    )
