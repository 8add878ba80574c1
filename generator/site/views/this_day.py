"""On this day: what happened on each day of the year, in whatever year."""

from collections.abc import Iterator, Mapping, Sequence

import msgspec

from generator.model import Entry
from generator.site import periods, urls
from generator.site.assemble import Site
from generator.site.strings import strings_for
from generator.site.views.frame import Anchor, Frame, frame
from generator.site.views.listing import group, most_of_each
from generator.site.views.parts import Group

ADDRESS = "/on-this-day/"


class Day(msgspec.Struct, frozen=True):
    anchor: Anchor
    """With the day's number as label; `count` is that of its events."""
    key: str
    """ "MM-DD"."""


class Month(msgspec.Struct, frozen=True):
    """A month of the calendar, and its days that have events."""

    anchor: Anchor
    days: tuple[Day, ...]


class Calendar(msgspec.Struct, frozen=True):
    frame: Frame
    months: tuple[Month, ...]


class ThisDay(msgspec.Struct, frozen=True):
    frame: Frame
    title: str
    up: Anchor
    count: str
    groups: tuple[Group, ...]
    previous: Anchor | None
    next: Anchor | None


def days_of(site: Site) -> Mapping[int, Sequence[int]]:
    """The days of each month that have events."""
    found: dict[int, list[int]] = {}
    for key in sorted(site.by_day):
        month, _, day = key.partition("-")
        found.setdefault(int(month), []).append(int(day))
    return found


def pages_of(site: Site) -> Iterator[tuple[int, int | None]]:
    """The months, and the days that their month's page does not show whole."""
    for month, days in days_of(site).items():
        yield month, None
        most = _most(site, month, days)
        yield from ((month, day) for day in days if len(_on(site, month, day)) > most)


def calendar(site: Site, style: str) -> Calendar:
    """The view of "/on-this-day/"."""
    t = strings_for(site.config.language)
    return Calendar(
        frame=frame(site, ADDRESS, title=t.this_day, description=t.this_day_note, style=style),
        months=tuple(_month(site, month, days) for month, days in days_of(site).items()),
    )


def _month(site: Site, month: int, days: Sequence[int]) -> Month:
    name = periods.month_name(month, site.config.language)
    address = urls.this_day(month)
    return Month(
        Anchor(name, address),
        tuple(
            Day(
                Anchor(str(day), f"{address}#d{day:02d}", count=len(_on(site, month, day))),
                f"{month:02d}-{day:02d}",
            )
            for day in days
        ),
    )


def month_page(site: Site, style: str, month: int, day: int | None = None) -> ThisDay:
    """The view of a month of the calendar, or of one day that has many events."""
    locale = site.config.language
    t = strings_for(locale)
    months = days_of(site)
    days = months[month] if day is None else [day]
    title = periods.month_name(month, locale)
    up = Anchor(t.this_day, ADDRESS)
    if day is not None:
        up = Anchor(title, urls.this_day(month))
        title = periods.month_day_text(month, day, locale)
    entries = {at: _on(site, month, at) for at in days}
    most = _most(site, month, days) if day is None else len(entries[day])
    groups = tuple(
        group(
            site,
            periods.month_day_text(month, at, locale) if day is None else "",
            f"d{at:02d}",
            held,
            most,
            urls.this_day(month, at),
        )
        for at, held in entries.items()
    )
    near = [m for m in months if m != month]
    return ThisDay(
        frame=frame(
            site,
            urls.this_day(month, day),
            title=f"{t.this_day}: {title}",
            description=t.this_day_note,
            style=style,
        ),
        title=title,
        up=up,
        count=t.events(sum(map(len, entries.values()))),
        groups=groups,
        previous=_near(site, [m for m in near if m < month][-1:]) if day is None else None,
        next=_near(site, [m for m in near if m > month][:1]) if day is None else None,
    )


def _near(site: Site, months: Sequence[int]) -> Anchor | None:
    for month in months:
        return Anchor(periods.month_name(month, site.config.language), urls.this_day(month))
    return None


def _on(site: Site, month: int, day: int) -> Sequence[Entry]:
    return site.by_day[f"{month:02d}-{day:02d}"]


def _most(site: Site, month: int, days: Sequence[int]) -> int:
    """How many events a month's page shows of each day."""
    return most_of_each([entry for day in days for entry in _on(site, month, day)], len(days))
