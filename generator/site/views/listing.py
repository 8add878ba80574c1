"""The page of a topic, a person, a place or an organization: the events that it is in."""

from collections.abc import Collection, Iterator, Sequence

import msgspec

from generator.model import Entry
from generator.site import names, periods, urls
from generator.site.assemble import Site, in_time
from generator.site.markup import Html
from generator.site.overview import Overview, overview
from generator.site.strings import strings_for
from generator.site.views import lanes, sharing
from generator.site.views.frame import Anchor, Frame, frame
from generator.site.views.home import period_address
from generator.site.views.parts import LIST_LIMIT, Group, card, span, when

_RELATED = 8
_UNDIVIDED = 20
"""Events that make one list without headings."""

_STRIP_FROM = 8
"""Events that there must be for a picture of them to say more than the list."""


class RelatedList(msgspec.Struct, frozen=True):
    """Another list that shares events with this one."""

    anchor: Anchor
    """Its `count` is how many."""
    example: Anchor
    """The most important event that both have."""


class Listing(msgspec.Struct, frozen=True):
    frame: Frame
    title: str
    index: Anchor
    """Of its kind: "/topics/", "/people/" and so on."""
    description: str
    html: Html
    count: str
    span: str
    overview: Overview | None
    overview_label: str
    groups: tuple[Group, ...]
    parents: tuple[Anchor, ...]
    children: tuple[Anchor, ...]
    related: tuple[RelatedList, ...]
    data: tuple[Anchor, ...] = ()
    """Feeds and a calendar of its own."""
    compare: str = ""
    """The address of the page that compares a topic with its nearest ones."""
    whole: Anchor | None = None
    """On the page of one year of a long list: the list."""


def members_of(site: Site, kind: str, slug: str) -> Sequence[Entry]:
    """The events of a topic or a name, in time order."""
    return site.by_topic[slug] if kind == "topics" else site.by_name[f"{kind}/{slug}"]


def title_of(site: Site, kind: str, slug: str) -> str:
    if kind == "topics":
        return site.topic_by_slug[slug].title
    return site.named[f"{kind}/{slug}"].title


def index_of(site: Site, kind: str) -> Anchor:
    return Anchor(strings_for(site.config.language).kind(kind), f"/{kind}/")


def most_of_each(members: Sequence[Entry], parts: int) -> int:
    """How many events a page shows of each part of a list that is divided into `parts`."""
    return LIST_LIMIT if len(members) <= LIST_LIMIT else max(1, LIST_LIMIT // parts)


def listing(site: Site, style: str, kind: str, slug: str) -> Listing:
    """The view of a list's page; of a long one it shows the key events of each year."""
    locale = site.config.language
    t = strings_for(locale)
    members = members_of(site, kind, slug)
    title = title_of(site, kind, slug)
    topic = site.topic_by_slug[slug] if kind == "topics" else None
    label = t.overview_label.format(
        first=periods.year_text(members[0].date.year, locale),
        last=periods.year_text(members[-1].date.year, locale),
    )
    about = topic.description if topic else ""
    return Listing(
        frame=frame(
            site,
            urls.listing(kind, slug),
            title=title,
            description=about or f"{title}: {t.events(len(members))}",
            style=style,
            topic=slug if kind == "topics" and site.config.feeds.per_topic else "",
            card=lambda: sharing.of_list(site, style, kind, slug),
        ),
        title=title,
        index=index_of(site, kind),
        description=about,
        html=site.html(topic.text) if topic else Html(""),
        count=t.events(len(members)),
        span=span(members, locale),
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
        groups=_groups(site, kind, slug, members),
        parents=_anchors(site, topic.parents if topic else ()),
        children=_anchors(site, [other.slug for other in site.topics if slug in other.parents])
        if topic
        else (),
        related=_related(site, kind, slug, members),
        data=_data(site, slug) if kind == "topics" else (),
        compare=lanes.address(slug) if kind == "topics" and lanes.nearest(site, slug) else "",
    )


def _groups(site: Site, kind: str, slug: str, members: Sequence[Entry]) -> tuple[Group, ...]:
    """One list where events are few; by decade where years hold few; else by year."""
    locale = site.config.language
    years = periods.by_year(members)
    if len(members) <= _UNDIVIDED:
        return (group(site, "", "events", members, LIST_LIMIT),)
    if len(members) <= LIST_LIMIT and len(members) < 3 * len(years):
        decades: dict[int, list[Entry]] = {}
        for year, inside in years.items():
            decades.setdefault(year // 10 * 10, []).extend(inside)
        return tuple(
            group(
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
        group(
            site,
            periods.year_text(year, locale),
            f"y{urls.year_name(year)}",
            inside,
            most,
            urls.listing(kind, slug, year),
        )
        for year, inside in years.items()
    )


def group(
    site: Site, heading: str, anchor: str, entries: Sequence[Entry], most: int, address: str = ""
) -> Group:
    """Some events of a list: the `most` important, with `address` as the page of all of them."""
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


def _anchors(site: Site, slugs: Sequence[str]) -> tuple[Anchor, ...]:
    found = [site.topic_by_slug[slug] for slug in slugs if slug in site.topic_by_slug]
    return tuple(
        Anchor(other.title, urls.topic(other.slug), count=len(site.by_topic[other.slug]))
        for other in found
    )


def _data(site: Site, slug: str) -> tuple[Anchor, ...]:
    config = site.config
    if not config.feeds.per_topic:
        return ()
    t = strings_for(config.language)
    found = []
    if config.feeds.atom:
        found.append(Anchor(t.feed, f"{urls.topic(slug)}feed.xml"))
    if "ics" in config.exports:
        found.append(Anchor(t.calendar, f"{urls.topic(slug)}events.ics"))
    return tuple(found)


def _lists_of(site: Site, entry: Entry) -> Iterator[Anchor]:
    """Every list with a page that an event is in."""
    for slug in entry.topics:
        if slug in site.topic_by_slug:
            yield Anchor(site.topic_by_slug[slug].title, urls.topic(slug))
    for kind, name in names.names_of(entry):
        key = names.key(kind, name)
        if key in site.named:
            yield Anchor(site.named[key].title, f"/{key}/")


def _related(site: Site, kind: str, slug: str, members: Sequence[Entry]) -> tuple[RelatedList, ...]:
    ours = urls.listing(kind, slug)
    title = title_of(site, kind, slug).casefold()
    shared: dict[str, list[Entry]] = {}
    labels: dict[str, str] = {}
    for entry in members:
        for address, anchor in {a.address: a for a in _lists_of(site, entry)}.items():
            # A place is often a topic too.
            if address != ours and anchor.label.casefold() != title:
                shared.setdefault(address, []).append(entry)
                labels[address] = anchor.label
    best = sorted(shared, key=lambda address: (-len(shared[address]), address))
    chosen = {labels[address].casefold(): address for address in reversed(best)}
    kept = [address for address in best if chosen[labels[address].casefold()] == address]
    said: set[str] = set()
    related = []
    for address in kept[:_RELATED]:
        example = _example(shared[address], said)
        said.add(example.id)
        related.append(
            RelatedList(
                Anchor(labels[address], address, count=len(shared[address])),
                Anchor(example.title, urls.event(example.slug)),
            )
        )
    return tuple(related)


def _example(entries: Sequence[Entry], said: Collection[str]) -> Entry:
    """The most important of the events, one that has not been said if there is one."""
    return max(entries, key=lambda e: (e.id not in said, e.importance, in_time(e)))
