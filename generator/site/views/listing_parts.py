"""The years, and if need be the months, of a list that is too long for one page."""

from collections.abc import Iterator, Sequence

import msgspec

from generator.model import Entry
from generator.site import periods, urls
from generator.site.assemble import Site
from generator.site.markup import Html
from generator.site.strings import strings_for
from generator.site.views.frame import Anchor, frame
from generator.site.views.listing import (
    Listing,
    group,
    index_of,
    members_of,
    most_of_each,
    title_of,
)
from generator.site.views.parts import COMPACT_LIMIT, Group


class Part(msgspec.Struct, frozen=True):
    """A year of a list, or a month of one."""

    year: int
    month: int | None = None
    """1 to 12; 0 for what is known to the year alone; None for the whole year."""


def parts(site: Site, kind: str, slug: str) -> Iterator[Part]:
    """Each year, and each month of a long year, that is not shown whole on the page before it."""
    members = members_of(site, kind, slug)
    years = periods.by_year(members)
    most = most_of_each(members, len(years))
    for year, inside in years.items():
        if len(inside) <= most:
            continue
        yield Part(year)
        if len(inside) > COMPACT_LIMIT:
            months = _months(inside)
            longest = most_of_each(inside, len(months))
            for month, held in months.items():
                if len(held) > longest:
                    yield Part(year, month)


def part_page(
    site: Site, style: str, kind: str, slug: str, year: int, month: int | None = None
) -> Listing:
    """The view of the page of a part of a list."""
    whole = title_of(site, kind, slug)
    locale = site.config.language
    inside = site.by_list_year[f"{kind}/{slug}/{year}"]
    months = _months(inside)
    title = f"{whole}, {periods.year_text(year, locale)}"
    address = urls.listing(kind, slug, year)
    if month is not None:
        members: Sequence[Entry] = months[month]
        groups = [group(site, "", "events", members, len(members))]
        up = Anchor(title, address)
        title = f"{whole}, {_named(year, month, locale)}"
        address = urls.listing(kind, slug, year, month)
    else:
        members = inside
        up = Anchor(whole, urls.listing(kind, slug))
        if len(inside) <= COMPACT_LIMIT:
            groups = [group(site, "", "events", inside, len(inside))]
        else:
            groups = _by_month(site, kind, slug, year, months, most_of_each(inside, len(months)))
    return Listing(
        frame=frame(site, address, title=title, description=title, style=style),
        title=title,
        index=index_of(site, kind),
        description="",
        html=Html(""),
        count=strings_for(locale).events(len(members)),
        span="",
        overview=None,
        overview_label="",
        groups=tuple(groups),
        parents=(),
        children=(),
        related=(),
        whole=up,
    )


def _months(members: Sequence[Entry]) -> dict[int, list[Entry]]:
    months: dict[int, list[Entry]] = {}
    for entry in members:
        months.setdefault(periods.place(entry.date).month, []).append(entry)
    return {month: months[month] for month in sorted(months)}


def _by_month(
    site: Site, kind: str, slug: str, year: int, months: dict[int, list[Entry]], most: int
) -> list[Group]:
    return [
        group(
            site,
            _named(year, month, site.config.language),
            f"m{month:02d}",
            held,
            most,
            urls.listing(kind, slug, year, month),
        )
        for month, held in months.items()
    ]


def _named(year: int, month: int, locale: str) -> str:
    """A month as readers write it, or what the events of a year without a month stand under."""
    if month:
        return periods.month_text(year, month, locale)
    return strings_for(locale).in_period.format(period=periods.year_text(year, locale))
