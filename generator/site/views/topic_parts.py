"""The years, and if need be the months, of a topic that is too long for one page."""

from collections.abc import Iterator, Sequence

from generator.model import Entry, Topic
from generator.site import periods, urls
from generator.site.assemble import Site
from generator.site.markup import Html
from generator.site.strings import strings_for
from generator.site.views.frame import Anchor, frame
from generator.site.views.parts import COMPACT_LIMIT, Group
from generator.site.views.topics import TopicPage, most_of_each, topic_group


def topic_parts(site: Site, topic: Topic, style: str = "") -> Iterator[TopicPage]:
    """A page for each year, and for each month of a long year, that is not shown whole."""
    members = site.by_topic[topic.slug]
    years = periods.by_year(members)
    most = most_of_each(members, len(years))
    whole = Anchor(topic.title, urls.topic(topic.slug))
    for year, inside in years.items():
        if len(inside) > most:
            yield from _year(site, topic, year, inside, whole, style)


def _year(
    site: Site, topic: Topic, year: int, inside: Sequence[Entry], whole: Anchor, style: str
) -> Iterator[TopicPage]:
    locale = site.config.language
    title = f"{topic.title}, {periods.year_text(year, locale)}"
    address = urls.topic(topic.slug, year)
    if len(inside) <= COMPACT_LIMIT:
        group = topic_group(site, "", "events", inside, len(inside))
        yield _page(site, address, title, inside, (group,), whole, style)
        return
    t = strings_for(locale)
    months: dict[int, list[Entry]] = {}
    for entry in inside:
        months.setdefault(periods.place(entry.date).month, []).append(entry)
    most = most_of_each(inside, len(months))
    groups = []
    for month in sorted(months):
        if month:
            heading = periods.month_text(year, month, locale)
        else:
            heading = t.in_period.format(period=periods.year_text(year, locale))
        to = urls.topic(topic.slug, year, month)
        groups.append(topic_group(site, heading, f"m{month:02d}", months[month], most, to))
    yield _page(site, address, title, inside, groups, whole, style)
    up = Anchor(title, address)
    for month in sorted(months):
        if len(months[month]) > most:
            name = (
                periods.month_text(year, month, locale)
                if month
                else t.in_period.format(period=periods.year_text(year, locale))
            )
            group = topic_group(site, "", "events", months[month], len(months[month]))
            to = urls.topic(topic.slug, year, month)
            yield _page(site, to, f"{topic.title}, {name}", months[month], (group,), up, style)


def _page(
    site: Site,
    address: str,
    title: str,
    members: Sequence[Entry],
    groups: Sequence[Group],
    up: Anchor,
    style: str,
) -> TopicPage:
    return TopicPage(
        frame=frame(site, address, title=title, description=title, style=style),
        title=title,
        description="",
        html=Html(""),
        count=strings_for(site.config.language).events(len(members)),
        span="",
        overview=None,
        overview_label="",
        groups=tuple(groups),
        parents=(),
        children=(),
        related=(),
        whole=up,
    )
