"""The page of a month, and the pages of its days when it is too long or the site wants them."""

from collections.abc import Sequence

from generator.model import Entry
from generator.site import periods, urls
from generator.site.assemble import Site
from generator.site.strings import strings_for
from generator.site.views.frame import Anchor, frame
from generator.site.views.parts import LIST_LIMIT, rail
from generator.site.views.period import Period, months_of, period_group, titles, year_anchor

Month = tuple[int, int]
"""(year, month)."""


def members_of(site: Site, month: Month) -> list[Entry]:
    """The events of a month, in time order."""
    year, number = month
    return [entry for entry in site.by_year[year] if periods.place(entry.date).month == number]


def days_of(site: Site, month: Month) -> dict[int, list[Entry]]:
    """The days of a month that get a page, with their events."""
    members = members_of(site, month)
    if not site.config.pages.days and len(members) <= LIST_LIMIT:
        return {}
    found: dict[int, list[Entry]] = {}
    for entry in members:
        day = periods.day(entry.date)
        if day:
            found.setdefault(day, []).append(entry)
    return {day: found[day] for day in sorted(found)}


def month_view(site: Site, style: str, month: Month, near: Sequence[Month]) -> Period:
    """The view of a month's page; `near` are the months before and after that have one.

    A long month shows what is known to the month alone, then the key events of each day.
    """
    locale = site.config.language
    t = strings_for(locale)
    members = members_of(site, month)
    title = periods.month_text(*month, locale)
    days = days_of(site, month)
    groups = [period_group(site, "", "events", members)]
    if len(members) > LIST_LIMIT:
        vague = [entry for entry in members if not periods.day(entry.date)]
        groups = []
        if vague:
            heading = t.in_period.format(period=title)
            groups.append(period_group(site, heading, "month", vague))
        groups.extend(
            period_group(
                site,
                periods.day_text(*month, day, locale),
                f"d{day:02d}",
                inside,
                address=urls.day(*month, day),
                most=max(1, LIST_LIMIT // len(days)),
            )
            for day, inside in days.items()
        )
    year, number = month
    months = tuple(
        Anchor(
            periods.month_text(year, other, locale),
            urls.month(year, other),
            count=len(members_of(site, (year, other))),
            current=other == number,
        )
        for other in months_of(site, year)
    )
    earlier = [pair for pair in near if pair < month]
    later = [pair for pair in near if pair > month]
    return Period(
        frame=frame(
            site,
            urls.month(*month),
            title=title,
            description=f"{title}: {titles(members)}",
            style=style,
        ),
        title=title,
        count=t.events(len(members)),
        groups=tuple(groups),
        months=months,
        previous=_month_anchor(site, earlier[-1]) if earlier else None,
        next=_month_anchor(site, later[0]) if later else None,
        rail=rail(site, year),
        parent=year_anchor(site, year),
    )


def day_view(site: Site, style: str, month: Month, day: int) -> Period:
    """The view of a day's page."""
    days = days_of(site, month)
    locale = site.config.language
    t = strings_for(locale)
    title = periods.day_text(*month, day, locale)
    earlier = [other for other in days if other < day]
    later = [other for other in days if other > day]

    def anchor(other: int) -> Anchor:
        return Anchor(periods.day_text(*month, other, locale), urls.day(*month, other))

    return Period(
        frame=frame(
            site,
            urls.day(*month, day),
            title=title,
            description=f"{title}: {titles(days[day])}",
            style=style,
        ),
        title=title,
        count=t.events(len(days[day])),
        groups=(period_group(site, "", "events", days[day]),),
        months=(),
        previous=anchor(earlier[-1]) if earlier else None,
        next=anchor(later[0]) if later else None,
        rail=rail(site, month[0]),
        parent=_month_anchor(site, month),
    )


def _month_anchor(site: Site, month: Month) -> Anchor:
    return Anchor(periods.month_text(*month, site.config.language), urls.month(*month))
