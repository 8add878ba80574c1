"""What programs read to follow or to index a site: Atom, the sitemap, robots.txt."""

import re
from uuid import NAMESPACE_URL, uuid5
from xml.etree import ElementTree as Xml

from generator import dates
from generator.dates.gregorian import civil
from generator.model import Entry
from generator.site import urls
from generator.site.assemble import Site
from generator.site.markup import Html, rooted
from generator.site.views.parts import is_prose, lead_of

_NO_XML = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_ATOM = "http://www.w3.org/2005/Atom"


def atom(site: Site) -> str:
    """The latest events of the timeline as Atom (RFC 4287).

    An entry's `updated` is when it was last said: its `updated` date, its newest source's, or
    its own. Ids do not change with the site's address. Without a base URL links are relative to
    the feed's own.
    """
    config = site.config
    base = urls.read_base(config.base_url)
    newest = sorted(site.entries, key=lambda entry: (_updated(site, entry), entry.id))
    chosen = newest[-config.feeds.limit :][::-1]
    feed = Xml.Element("feed", {"xmlns": _ATOM, "xml:lang": config.language})
    _add(feed, "id", f"urn:uuid:{uuid5(NAMESPACE_URL, config.base_url or config.title)}")
    _add(feed, "title", config.title)
    if config.description:
        _add(feed, "subtitle", " ".join(config.description.split()))
    _add(feed, "updated", _updated(site, chosen[0]) if chosen else "1970-01-01T00:00:00Z")
    if base is not None:
        self_link = {"rel": "self", "href": urls.absolute(base, "/feed.xml")}
        Xml.SubElement(feed, "link", {**self_link, "type": "application/atom+xml"})
    Xml.SubElement(feed, "link", {"rel": "alternate", "href": _href(base, "/")})
    author = Xml.SubElement(feed, "author")
    _add(author, "name", config.author or config.title)
    if config.license:
        _add(feed, "rights", config.license)
    for entry in chosen:
        _entry(site, base, feed, entry)
    Xml.indent(feed, " ")
    return '<?xml version="1.0" encoding="utf-8"?>\n' + Xml.tostring(feed, "unicode") + "\n"


def sitemap(site: Site) -> str:
    """The addresses of the pages of years, events, topics and articles (sitemaps.org)."""
    base = urls.read_base(site.config.base_url)
    addresses = [
        "/",
        "/about/",
        *(["/topics/"] if site.topics else []),
        *(["/articles/"] if site.articles else []),
        *(urls.year(year) for year in site.by_year),
        *(urls.event(entry.slug) for entry in site.entries),
        *(urls.topic(topic.slug) for topic in site.topics),
        *(urls.article(article.slug) for article in site.articles),
    ]
    # More than fifty thousand are against the protocol; events are the last to be left out.
    urlset = Xml.Element("urlset", {"xmlns": "http://www.sitemaps.org/schemas/sitemap/0.9"})
    for address in addresses[:50_000]:
        _add(Xml.SubElement(urlset, "url"), "loc", urls.absolute(base, address))
    Xml.indent(urlset, " ")
    return '<?xml version="1.0" encoding="utf-8"?>\n' + Xml.tostring(urlset, "unicode") + "\n"


def robots(site: Site) -> str:
    """robots.txt: everything may be read."""
    base = urls.read_base(site.config.base_url)
    text = "User-agent: *\nAllow: /\n"
    if base is not None:
        text += f"Sitemap: {urls.absolute(base, '/sitemap.xml')}\n"
    return text


def _entry(site: Site, base: urls.Base | None, feed: Xml.Element, entry: Entry) -> None:
    item = Xml.SubElement(feed, "entry")
    address = urls.event(entry.slug)
    name = f"{site.config.base_url or site.config.title}{address}"
    _add(item, "id", f"urn:uuid:{uuid5(NAMESPACE_URL, name)}")
    when = entry.date_text or dates.format_date(entry.date, site.config.language)
    _add(item, "title", f"{when}: {entry.title}")
    _add(item, "updated", _updated(site, entry))
    Xml.SubElement(item, "link", {"rel": "alternate", "href": _href(base, address)})
    for slug in entry.topics:
        if slug in site.topic_titles:
            Xml.SubElement(item, "category", {"term": slug, "label": site.topic_titles[slug]})
    html = site.html(entry.text) if is_prose(entry) else Html("")
    if html:
        content = _add(item, "content", rooted(html, lambda to: _href(base, to)))
        content.set("type", "html")
    else:
        _add(item, "summary", lead_of(site, entry) or entry.title)


def _href(base: urls.Base | None, address: str) -> str:
    return urls.absolute(base, address) or urls.link(None, "/feed.xml", address)


def _updated(site: Site, entry: Entry) -> str:
    """An instant (RFC 3339), from dates in the inputs alone: a build has no clock."""
    days = []
    if entry.updated is not None:
        days.append(entry.updated.earliest)
    else:
        for citation in entry.citations:
            article = site.article_by_id.get(citation.article)
            published = citation.published or (article.published if article else None)
            if published is not None:
                days.append(published.earliest)
    known = [day for day in days if day is not None] or [entry.date.earliest or 1]
    year, month, day = civil(max(known))
    if not 1 <= year <= 9999:
        return "0001-01-01T00:00:00Z"
    return f"{year:04d}-{month:02d}-{day:02d}T00:00:00Z"


def _add(parent: Xml.Element, name: str, text: str) -> Xml.Element:
    element = Xml.SubElement(parent, name)
    # XML has no way to write most control characters, not even escaped.
    element.text = _NO_XML.sub("", text)
    return element
