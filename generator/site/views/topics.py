"""The index of topics and the page of one."""

from collections.abc import Sequence

import msgspec

from generator.model import Entry, Topic
from generator.site import periods, urls
from generator.site.assemble import Site, in_time
from generator.site.markup import Html
from generator.site.overview import Overview, overview
from generator.site.strings import strings_for
from generator.site.views.frame import Anchor, Frame, frame
from generator.site.views.home import period_address
from generator.site.views.parts import LIST_LIMIT, Group, card, when

_INDEX_LIMIT = 350
_RELATED = 8
_UNDIVIDED = 20
"""Events that make one list without headings."""

_STRIP_FROM = 8
"""Events that a topic must have for a picture of them to say more than the list."""


class TopicRow(msgspec.Struct, frozen=True):
    title: str
    address: str
    count: int
    note: str
    """Its description, or the years it spans."""


class TopicsIndex(msgspec.Struct, frozen=True):
    frame: Frame
    rows: tuple[TopicRow, ...]
    left_out: int


class TopicPage(msgspec.Struct, frozen=True):
    frame: Frame
    title: str
    description: str
    html: Html
    count: str
    span: str
    overview: Overview | None
    overview_label: str
    groups: tuple[Group, ...]
    parents: tuple[Anchor, ...]
    children: tuple[Anchor, ...]
    related: tuple[Anchor, ...]
    """Topics that share events with it; their `count` is how many."""
    whole: Anchor | None = None
    """On the page of one year of a long topic: the topic."""


def topics_index(site: Site, style: str) -> TopicsIndex:
    """The view of "/topics/"."""
    t = strings_for(site.config.language)
    largest = sorted(site.topics, key=lambda topic: (-len(site.by_topic[topic.slug]), topic.slug))
    chosen = {topic.slug for topic in largest[:_INDEX_LIMIT]}
    rows = []
    for topic in site.topics:
        if topic.slug not in chosen:
            continue
        members = site.by_topic[topic.slug]
        rows.append(
            TopicRow(
                title=topic.title,
                address=urls.topic(topic.slug),
                count=len(members),
                note=topic.description or _span(members, site.config.language),
            )
        )
    return TopicsIndex(
        frame=frame(site, "/topics/", title=t.topics, description=t.topics_note, style=style),
        rows=tuple(rows),
        left_out=len(site.topics) - len(rows),
    )


def most_of_each(members: Sequence[Entry], parts: int) -> int:
    """How many events a page shows of each part of a list that is divided into `parts`."""
    return LIST_LIMIT if len(members) <= LIST_LIMIT else max(1, LIST_LIMIT // parts)


def topic_page(site: Site, style: str, slug: str) -> TopicPage:
    """The view of a topic's page; of a long one it shows the key events of each year."""
    topic = site.topic_by_slug[slug]
    locale = site.config.language
    t = strings_for(locale)
    members = site.by_topic[topic.slug]
    label = t.overview_label.format(
        first=periods.year_text(members[0].date.year, locale),
        last=periods.year_text(members[-1].date.year, locale),
    )
    return TopicPage(
        frame=frame(
            site,
            urls.topic(topic.slug),
            title=topic.title,
            description=topic.description or f"{topic.title}: {t.events(len(members))}",
            style=style,
        ),
        title=topic.title,
        description=topic.description,
        html=site.html(topic.text),
        count=t.events(len(members)),
        span=_span(members, locale),
        overview=overview(
            members,
            locale,
            t,
            lambda entry: period_address(site, entry),
            lambda entry: urls.event(entry.slug),
            lambda entry: when(entry.date, locale, text=entry.date_text).text,
        )
        if len(members) >= _STRIP_FROM
        else None,
        overview_label=label,
        groups=_groups(site, topic, members),
        parents=_anchors(site, topic.parents),
        children=_anchors(
            site, [other.slug for other in site.topics if topic.slug in other.parents]
        ),
        related=_related(site, topic, members),
    )


def _groups(site: Site, topic: Topic, members: Sequence[Entry]) -> tuple[Group, ...]:
    """One list where events are few; by decade where years hold few; else by year."""
    locale = site.config.language
    years = periods.by_year(members)
    if len(members) <= _UNDIVIDED:
        return (topic_group(site, "", "events", members, LIST_LIMIT),)
    if len(members) <= LIST_LIMIT and len(members) < 3 * len(years):
        decades: dict[int, list[Entry]] = {}
        for year, inside in years.items():
            decades.setdefault(year // 10 * 10, []).extend(inside)
        return tuple(
            topic_group(
                site,
                periods.group_text(decade, 10, locale),
                f"y{urls.year_name(decade)}",
                held,
                LIST_LIMIT,
            )
            for decade, held in decades.items()
        )
    most = most_of_each(members, len(years))
    return tuple(
        topic_group(
            site,
            periods.year_text(year, locale),
            f"y{urls.year_name(year)}",
            inside,
            most,
            urls.topic(topic.slug, year),
        )
        for year, inside in years.items()
    )


def topic_group(
    site: Site, heading: str, anchor: str, entries: Sequence[Entry], most: int, address: str = ""
) -> Group:
    """Some events of a topic: the `most` important, with `address` as the page of all of them."""
    best = sorted(entries, key=lambda entry: (-entry.importance, in_time(entry)))
    chosen = {entry.id for entry in best[:most]}
    shown = [entry for entry in entries if entry.id in chosen]
    cut = len(shown) < len(entries)
    compact = len(shown) > LIST_LIMIT
    return Group(
        heading=heading,
        anchor=anchor,
        cards=tuple(card(site, entry, lead=not compact, topics=0) for entry in shown),
        address=address if cut else "",
        total=len(entries) if cut else 0,
        compact=compact,
    )


def _span(members: Sequence[Entry], locale: str) -> str:
    return periods.span_text(members[0].date.year, members[-1].date.year, locale)


def _anchors(site: Site, slugs: Sequence[str]) -> tuple[Anchor, ...]:
    found = [site.topic_by_slug[slug] for slug in slugs if slug in site.topic_by_slug]
    return tuple(
        Anchor(other.title, urls.topic(other.slug), count=len(site.by_topic[other.slug]))
        for other in found
    )


def _related(site: Site, topic: Topic, members: Sequence[Entry]) -> tuple[Anchor, ...]:
    shared: dict[str, int] = {}
    for entry in members:
        for slug in entry.topics:
            if slug != topic.slug and slug in site.topic_by_slug:
                shared[slug] = shared.get(slug, 0) + 1
    best = sorted(shared, key=lambda slug: (-shared[slug], slug))[:_RELATED]
    return tuple(
        Anchor(site.topic_by_slug[slug].title, urls.topic(slug), count=shared[slug])
        for slug in best
    )
