"""The list of the pages of a site."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

import msgspec

from generator.model import Entry
from generator.site import calendar, exports, feeds, linked_data, timelinejs, urls
from generator.site.assemble import Site
from generator.site.views import (
    articles,
    event,
    find,
    home,
    indexes,
    lanes,
    listing,
    listing_parts,
    month,
    period,
    plain,
    sharing,
    this_day,
)
from generator.slugs import is_slug


class Raw(msgspec.Struct, frozen=True):
    """A file that no template makes: a feed, a sitemap, data."""

    text: str


class Page(msgspec.Struct, frozen=True):
    """One file of the output. `template` is "" when the view is `Raw` or a `Card`."""

    path: str
    """The address: "/1993/", "/feed.xml"; see `urls.output_path`."""
    template: str
    view: msgspec.Struct


class Route(msgspec.Struct, frozen=True):
    """A page that is still to be made: its view follows from the site and a few arguments."""

    path: str
    template: str
    view: Callable[..., msgspec.Struct]
    """A function of the site, the style and the arguments."""
    arguments: tuple[Any, ...] = ()
    """Numbers and texts, so that two builds can compare them."""

    def page(self, site: Site, style: str) -> Page:
        """The page. `style` is the version of the stylesheet (`theme.style_version`)."""
        return Page(self.path, self.template, self.view(site, style, *self.arguments))


def pages(site: Site, *, style: str = "") -> Iterator[Page]:
    """Every page of a site but its static files."""
    for route in routes(site):
        yield route.page(site, style)


def routes(site: Site) -> Iterator[Route]:
    """Every page of a site but its static files, in an order that depends on the site alone."""
    yield Route("/", "home.html", home.home)
    yield from _periods(site)
    for entry in site.entries:
        yield event_route(entry)
    yield from _lists(site)
    yield from _this_day(site)
    yield from _articles(site)
    if site.config.search != "none":
        yield Route(find.ADDRESS, "search.html", find.find)
        yield Route(exports.DAYS, "", _raw(exports.to_days))
    yield Route("/about/", "about.html", plain.about)
    yield Route("/404.html", "404.html", plain.not_found)
    yield from _moved(site)
    yield from _data(site)
    for address, view, arguments in sharing.pictures(site):
        yield Route(address, "", view, arguments)


def event_route(entry: Entry) -> Route:
    """The page of an event."""
    return Route(urls.event(entry.slug), "event.html", event.event, (entry.id,))


def _periods(site: Site) -> Iterator[Route]:
    for year in site.by_year:
        yield Route(urls.year(year), "period.html", period.year_view, (year,))
    months = period.month_pages(site)
    for place, pair in enumerate(months):
        near = months[max(0, place - 1) : place + 2]
        yield Route(urls.month(*pair), "period.html", month.month_view, (pair, near))
        for day in month.days_of(site, pair):
            yield Route(urls.day(*pair, day), "period.html", month.day_view, (pair, day))


def _lists(site: Site) -> Iterator[Route]:
    if site.topics:
        yield Route("/topics/", "index.html", indexes.topics_index)
        for topic in site.topics:
            yield from _list(site, "topics", topic.slug)
            if lanes.nearest(site, topic.slug):
                yield Route(lanes.address(topic.slug), "lanes.html", lanes.lanes, (topic.slug,))
    for named in site.named.values():
        yield from _list(site, named.kind, named.slug)
    for kind in site.kinds:
        if kind != "topics":
            yield Route(f"/{kind}/", "index.html", indexes.names_index, (kind,))


def _list(site: Site, kind: str, slug: str) -> Iterator[Route]:
    yield Route(urls.listing(kind, slug), "topic.html", listing.listing, (kind, slug))
    for part in listing_parts.parts(site, kind, slug):
        address = urls.listing(kind, slug, part.year, part.month)
        arguments = (kind, slug, part.year, part.month)
        yield Route(address, "topic.html", listing_parts.part_page, arguments)


def _this_day(site: Site) -> Iterator[Route]:
    if not site.config.pages.on_this_day or not site.by_day:
        return
    yield Route(this_day.ADDRESS, "calendar.html", this_day.calendar)
    for place in this_day.pages_of(site):
        yield Route(urls.this_day(*place), "this-day.html", this_day.month_page, place)


def _articles(site: Site) -> Iterator[Route]:
    if not site.articles:
        return
    yield Route("/articles/", "articles.html", articles.articles_index)
    for year in articles.years_of(site):
        address = f"/articles/{urls.year_name(year)}/"
        yield Route(address, "articles.html", articles.articles_index, (year,))
    for article in site.articles:
        yield Route(
            urls.article(article.slug), "article.html", articles.article_page, (article.id,)
        )


def _moved(site: Site) -> Iterator[Route]:
    """Old addresses: aliases of events, and the redirects of site.yaml."""
    taken = {urls.event(entry.slug) for entry in site.entries}
    for entry in site.entries:
        for alias in entry.aliases:
            address = urls.event(alias)
            if not is_slug(alias) or address in taken:
                continue
            taken.add(address)
            to = urls.event(entry.slug)
            yield Route(address, "moved.html", plain.moved, (address, entry.title, to))
    for old, new in site.config.redirects.items():
        address = old if old.endswith("/") or "." in old.rsplit("/", 1)[-1] else f"{old}/"
        if address in taken or (not new.startswith("/") and not urls.external(new)):
            continue
        taken.add(address)
        yield Route(address, "moved.html", plain.moved, (address, new, new))


def _data(site: Site) -> Iterator[Route]:
    config = site.config
    for topic in ("", *(topic.slug for topic in site.topics if config.feeds.per_topic)):
        folder = feeds.address_of(topic)
        if config.feeds.atom:
            yield Route(f"{folder}feed.xml", "", _feed_atom, (topic,))
        if config.feeds.json:
            yield Route(f"{folder}feed.json", "", _feed_json, (topic,))
        if "ics" in config.exports:
            yield Route(f"{folder}events.ics" if topic else "/data/events.ics", "", _ics, (topic,))
    for name in config.exports:
        for file, write in EXPORTS.get(name, ()):
            yield Route(f"/data/{file}", "", _raw(write))
    if urls.read_base(site.config.base_url) is not None:
        yield Route("/sitemap.xml", "", _raw(feeds.sitemap))
    yield Route("/robots.txt", "", _raw(feeds.robots))
    yield Route("/.nojekyll", "", _raw(lambda _: ""))


EXPORTS: Mapping[str, tuple[tuple[str, Callable[[Site], str]], ...]] = {
    "csv": (("events.csv", exports.to_csv),),
    "json": (("events.json", exports.to_json), ("events.jsonl", exports.to_jsonl)),
    "jsonld": (("events.jsonld", linked_data.to_jsonld),),
    "timelinejs": (("timelinejs.json", timelinejs.to_timelinejs),),
}
"""The files of each of `exports` in site.yaml, below "/data/", but for calendars."""


def _feed_atom(site: Site, _: str, topic: str) -> Raw:
    return Raw(feeds.atom(site, topic))


def _feed_json(site: Site, _: str, topic: str) -> Raw:
    return Raw(feeds.json_feed(site, topic))


def _ics(site: Site, _: str, topic: str) -> Raw:
    return Raw(calendar.to_ics(site, topic))


def _raw(text: Callable[[Site], str]) -> Callable[..., Raw]:
    return lambda site, _: Raw(text(site))
