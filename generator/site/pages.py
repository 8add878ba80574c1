"""The list of the pages of a site."""

from collections.abc import Iterator

import msgspec

from generator.site import exports, feeds, urls
from generator.site.assemble import Site
from generator.site.views import articles, event, home, month, period, plain, topic_parts, topics
from generator.site.views.frame import Anchor
from generator.slugs import is_slug


class Raw(msgspec.Struct, frozen=True):
    """A file that no template makes: a feed, a sitemap, data."""

    text: str


class Page(msgspec.Struct, frozen=True):
    """One file of the output. `template` is "" when the view is `Raw`."""

    path: str
    """The address: "/1993/", "/feed.xml"; see `urls.output_path`."""
    template: str
    view: msgspec.Struct


def pages(site: Site, *, style: str = "") -> Iterator[Page]:
    """Every page of a site but its static files, in an order that depends on the site alone.

    `style` is the version of the stylesheet (`theme.style_version`).
    """
    yield Page("/", "home.html", home.home(site, style))
    for year in site.by_year:
        yield Page(urls.year(year), "period.html", period.year_view(site, year, style))
    months = period.month_pages(site)
    for place, pair in enumerate(months):
        near = months[max(0, place - 1) : place + 2]
        view = month.month_view(site, pair, near, style)
        yield Page(urls.month(*pair), "period.html", view)
        days = month.days_of(site, pair)
        for day in days:
            view = month.day_view(site, pair, day, days, style)
            yield Page(urls.day(*pair, day), "period.html", view)
    for entry in site.entries:
        yield Page(urls.event(entry.slug), "event.html", event.event(site, entry, style))
    yield from _topics(site, style)
    yield from _articles(site, style)
    yield Page("/about/", "about.html", plain.about(site, style))
    yield Page("/404.html", "404.html", plain.not_found(site, style))
    yield from _moved(site, style)
    yield from _data(site)


def _topics(site: Site, style: str) -> Iterator[Page]:
    if not site.topics:
        return
    yield Page("/topics/", "topics.html", topics.topics_index(site, style))
    for topic in site.topics:
        yield Page(urls.topic(topic.slug), "topic.html", topics.topic_page(site, topic, style))
        for part in topic_parts.topic_parts(site, topic, style):
            yield Page(part.frame.address, "topic.html", part)


def _articles(site: Site, style: str) -> Iterator[Page]:
    if not site.articles:
        return
    yield Page("/articles/", "articles.html", articles.articles_index(site, style))
    for year in articles.years_of(site):
        view = articles.articles_index(site, style, year)
        yield Page(view.frame.address, "articles.html", view)
    for place, article in enumerate(site.articles):
        page = articles.article_page(site, place, style)
        yield Page(urls.article(article.slug), "article.html", page)


def _moved(site: Site, style: str) -> Iterator[Page]:
    """Old addresses: aliases of events, and the redirects of site.yaml."""
    taken = {urls.event(entry.slug) for entry in site.entries}
    for entry in site.entries:
        for alias in entry.aliases:
            address = urls.event(alias)
            if not is_slug(alias) or address in taken:
                continue
            taken.add(address)
            to = Anchor(entry.title, urls.event(entry.slug))
            yield Page(address, "moved.html", plain.moved(site, address, to, style))
    for old, new in site.config.redirects.items():
        address = old if old.endswith("/") or "." in old.rsplit("/", 1)[-1] else f"{old}/"
        if address in taken or (not new.startswith("/") and not urls.external(new)):
            continue
        taken.add(address)
        to = Anchor(new, new)
        yield Page(address, "moved.html", plain.moved(site, address, to, style))


def _data(site: Site) -> Iterator[Page]:
    base = urls.read_base(site.config.base_url)
    if site.config.feeds.atom:
        yield Page("/feed.xml", "", Raw(feeds.atom(site)))
    if "json" in site.config.exports:
        yield Page("/data/events.json", "", Raw(exports.to_json(site)))
    if "csv" in site.config.exports:
        yield Page("/data/events.csv", "", Raw(exports.to_csv(site)))
    if base is not None:
        yield Page("/sitemap.xml", "", Raw(feeds.sitemap(site, base)))
    yield Page("/robots.txt", "", Raw(feeds.robots(base)))
    yield Page("/.nojekyll", "", Raw(""))
