"""What programs read to follow or to index a site: feeds, the sitemap, robots.txt."""

import json
import re
from typing import Any
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


def newest(site: Site, topic: str = "") -> list[Entry]:
    """The events of a feed, the one that was last said of first.

    Args:
        topic: a slug; "" for the whole site.
    """
    entries = site.by_topic[topic] if topic else site.entries
    ordered = sorted(entries, key=lambda entry: (updated(site, entry), entry.id))
    return ordered[-site.config.feeds.limit :][::-1]


def title_of(site: Site, topic: str) -> str:
    """What a feed is called."""
    if not topic:
        return site.config.title
    return f"{site.topic_by_slug[topic].title} · {site.config.title}"


def atom(site: Site, topic: str = "") -> str:
    """The latest events of the timeline or of a topic as Atom (RFC 4287).

    An entry's `updated` is when it was last said: its `updated` date, its newest source's, or
    its own. Ids do not change with the site's address. Without a base URL links are relative to
    the feed's own.
    """
    config = site.config
    base = urls.read_base(config.base_url)
    chosen = newest(site, topic)
    address = address_of(topic)
    feed = Xml.Element("feed", {"xmlns": _ATOM, "xml:lang": config.language})
    name = (config.base_url or config.title) + (urls.topic(topic) if topic else "")
    _add(feed, "id", f"urn:uuid:{uuid5(NAMESPACE_URL, name)}")
    _add(feed, "title", title_of(site, topic))
    about = site.topic_by_slug[topic].description if topic else config.description
    if about:
        _add(feed, "subtitle", " ".join(about.split()))
    _add(feed, "updated", updated(site, chosen[0]) if chosen else "1970-01-01T00:00:00Z")
    if base is not None:
        self_link = {"rel": "self", "href": urls.absolute(base, f"{address}feed.xml")}
        Xml.SubElement(feed, "link", {**self_link, "type": "application/atom+xml"})
    Xml.SubElement(feed, "link", {"rel": "alternate", "href": _href(base, address, address)})
    author = Xml.SubElement(feed, "author")
    _add(author, "name", config.author or config.title)
    if config.license:
        _add(feed, "rights", config.license)
    for entry in chosen:
        _entry(site, base, feed, entry, address)
    Xml.indent(feed, " ")
    return '<?xml version="1.0" encoding="utf-8"?>\n' + Xml.tostring(feed, "unicode") + "\n"


def json_feed(site: Site, topic: str = "") -> str:
    """The events of `atom` as JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/)."""
    config = site.config
    base = urls.read_base(config.base_url)
    address = address_of(topic)
    about = site.topic_by_slug[topic].description if topic else config.description
    feed: dict[str, Any] = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": title_of(site, topic),
        "language": config.language,
    }
    if base is not None:
        feed["home_page_url"] = urls.absolute(base, address)
        feed["feed_url"] = urls.absolute(base, f"{address}feed.json")
    if about:
        feed["description"] = " ".join(about.split())
    if config.author:
        feed["authors"] = [{"name": config.author}]
    feed["items"] = [_item(site, base, entry, address) for entry in newest(site, topic)]
    return json.dumps(feed, ensure_ascii=False, indent=1) + "\n"


def address_of(topic: str) -> str:
    """The folder of a feed: that of the page it belongs to."""
    return urls.topic(topic) if topic else "/"


def _item(site: Site, base: urls.Base | None, entry: Entry, page: str) -> dict[str, Any]:
    item: dict[str, Any] = {
        "id": uid(site, entry),
        "url": _href(base, urls.event(entry.slug), page),
        "title": _title(site, entry),
        "date_modified": updated(site, entry),
        "tags": [site.topic_titles[slug] for slug in entry.topics if slug in site.topic_titles],
        "_backstory": {"date": entry.date.edtf},
    }
    html = _html(site, base, entry, page)
    if html:
        item["content_html"] = html
    else:
        item["content_text"] = lead_of(site, entry) or entry.title
    if entry.summary:
        item["summary"] = entry.summary
    return item


def sitemap(site: Site) -> str:
    """The addresses of the pages that readers look for (sitemaps.org).

    A day of change is given where the inputs say one: of an event the day of `updated`, or of its
    newest source. So it changes only when the page does.
    """
    base = urls.read_base(site.config.base_url)
    addresses = [
        "/",
        "/about/",
        *(["/topics/"] if site.topics else []),
        *(["/articles/"] if site.articles else []),
        *(urls.year(year) for year in site.by_year),
        *(urls.event(entry.slug) for entry in site.entries),
        *(urls.topic(topic.slug) for topic in site.topics),
        *(f"/{key}/" for key in site.named),
        *(urls.article(article.slug) for article in site.articles),
    ]
    # More than fifty thousand are against the protocol; events are the last to be left out.
    urlset = Xml.Element("urlset", {"xmlns": "http://www.sitemaps.org/schemas/sitemap/0.9"})
    changed = {
        urls.event(entry.slug): updated(site, entry)[:10]
        for entry in site.entries
        if entry.updated is not None or entry.citations
    }
    for address in addresses[:50_000]:
        url = Xml.SubElement(urlset, "url")
        _add(url, "loc", urls.absolute(base, address))
        if address in changed:
            _add(url, "lastmod", changed[address])
    Xml.indent(urlset, " ")
    return '<?xml version="1.0" encoding="utf-8"?>\n' + Xml.tostring(urlset, "unicode") + "\n"


def robots(site: Site) -> str:
    """robots.txt: everything may be read."""
    base = urls.read_base(site.config.base_url)
    text = "User-agent: *\nAllow: /\n"
    if base is not None:
        text += f"Sitemap: {urls.absolute(base, '/sitemap.xml')}\n"
    return text


def _entry(site: Site, base: urls.Base | None, feed: Xml.Element, entry: Entry, page: str) -> None:
    item = Xml.SubElement(feed, "entry")
    _add(item, "id", uid(site, entry))
    _add(item, "title", _title(site, entry))
    _add(item, "updated", updated(site, entry))
    link = _href(base, urls.event(entry.slug), page)
    Xml.SubElement(item, "link", {"rel": "alternate", "href": link})
    for slug in entry.topics:
        if slug in site.topic_titles:
            Xml.SubElement(item, "category", {"term": slug, "label": site.topic_titles[slug]})
    html = _html(site, base, entry, page)
    if html:
        _add(item, "content", html).set("type", "html")
    else:
        _add(item, "summary", lead_of(site, entry) or entry.title)


def uid(site: Site, entry: Entry) -> str:
    name = f"{site.config.base_url or site.config.title}{urls.event(entry.slug)}"
    return f"urn:uuid:{uuid5(NAMESPACE_URL, name)}"


def _title(site: Site, entry: Entry) -> str:
    when = entry.date_text or dates.format_date(entry.date, site.config.language)
    return f"{when}: {entry.title}"


def _html(site: Site, base: urls.Base | None, entry: Entry, page: str) -> str:
    """An editor's text, its links made for the feed of a page."""
    html = site.html(entry.text) if is_prose(entry) else Html("")
    return rooted(html, lambda to: _href(base, to, page)) if html else ""


def _href(base: urls.Base | None, address: str, page: str) -> str:
    return urls.absolute(base, address) or urls.link(None, f"{page}feed.xml", address)


def updated(site: Site, entry: Entry) -> str:
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
