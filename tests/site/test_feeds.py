import json
from xml.etree import ElementTree

import feedparser
import msgspec

from generator.config import Config, Feeds
from generator.site import feeds
from generator.site.assemble import assemble
from tests.site.reading import find, parse
from tests.site.sample import CONFIG, ENTRIES, render, sample_site

ARCHIVE = msgspec.structs.replace(CONFIG, base_url="https://example.org/archive")


def test_a_reader_of_feeds_reads_it() -> None:
    feed = feedparser.parse(feeds.atom(sample_site(ARCHIVE)))
    assert not feed.bozo
    assert feed.version == "atom10"
    assert feed.feed.title == "To the Moon"
    assert feed.feed.rights == "CC BY 4.0"
    assert len(feed.entries) == len(ENTRIES)
    links = {entry.link for entry in feed.entries}
    assert "https://example.org/archive/events/sputnik/" in links
    assert feed.feed.author == "The Example Desk"
    assert all(entry.updated and entry.title for entry in feed.entries)


def test_the_newest_come_first_and_no_more_than_asked_for() -> None:
    config = msgspec.structs.replace(ARCHIVE, feeds=Feeds(limit=3))
    feed = feedparser.parse(feeds.atom(sample_site(config)))
    assert len(feed.entries) == 3
    dates = [entry.updated for entry in feed.entries]
    assert dates == sorted(dates, reverse=True)
    assert feed.feed.updated == dates[0]


def test_links_in_a_text_are_made_whole() -> None:
    feed = feedparser.parse(feeds.atom(sample_site(ARCHIVE)))
    entry = next(entry for entry in feed.entries if entry.link.endswith("/sputnik/"))
    assert 'href="https://example.org/archive/events/nasa/"' in entry.content[0].value


def test_characters_that_xml_has_no_way_to_write_are_left_out() -> None:
    first = msgspec.structs.replace(ENTRIES[0], title="Bell \x07 & <b>\ufffe\u00a0ends")
    feed = feedparser.parse(feeds.atom(assemble(ARCHIVE, [first], [], [], [])))
    assert not feed.bozo
    assert "Bell " in feed.entries[0].title
    assert feed.entries[0].title.endswith("\u00a0ends")


def test_ids_do_not_change_with_the_text() -> None:
    def ids(title: str) -> list[str]:
        first = msgspec.structs.replace(ENTRIES[0], title=title)
        text = feeds.atom(assemble(ARCHIVE, [first], [], [], []))
        return [entry.id for entry in feedparser.parse(text).entries]

    assert ids("a") == ids("b")


def test_a_feed_of_nothing_is_a_feed() -> None:
    feed = feedparser.parse(feeds.atom(assemble(Config(title="x"), [], [], [], [])))
    assert not feed.bozo
    assert feed.entries == []


def test_the_sitemap_names_whole_addresses() -> None:
    text = feeds.sitemap(sample_site(ARCHIVE))
    assert "<loc>https://example.org/archive/</loc>" in text
    assert "<loc>https://example.org/archive/events/sputnik/</loc>" in text
    assert "404" not in text
    assert feeds.robots(sample_site(ARCHIVE)).endswith(
        "Sitemap: https://example.org/archive/sitemap.xml\n"
    )
    assert "Sitemap" not in feeds.robots(sample_site())


def test_a_topic_has_a_feed_of_its_events_alone() -> None:
    site = sample_site(ARCHIVE)
    [topic, *_] = site.topics
    feed = feedparser.parse(feeds.atom(site, topic.slug))
    assert not feed.bozo
    assert feed.feed.title == f"{topic.title} · To the Moon"
    assert feed.feed.link == f"https://example.org/archive/topics/{topic.slug}/"
    assert len(feed.entries) == len(site.by_topic[topic.slug])
    whole = feedparser.parse(feeds.atom(site))
    assert feed.feed.id != whole.feed.id
    assert {entry.id for entry in feed.entries} <= {entry.id for entry in whole.entries}


def test_json_feeds_say_the_same() -> None:
    site = sample_site(ARCHIVE)
    told = json.loads(feeds.json_feed(site))
    atom = feedparser.parse(feeds.atom(site))
    assert told["version"] == "https://jsonfeed.org/version/1.1"
    assert told["feed_url"] == "https://example.org/archive/feed.json"
    assert [(item["id"], item["title"], item["url"]) for item in told["items"]] == [
        (entry.id, entry.title, entry.link) for entry in atom.entries
    ]
    assert all(("content_html" in item) != ("content_text" in item) for item in told["items"])
    assert {item["_backstory"]["date"] for item in told["items"]} == {
        entry.date.edtf for entry in site.entries
    }


def test_without_a_base_links_of_a_feed_are_relative_to_it() -> None:
    site = sample_site()
    [topic, *_] = site.topics
    told = json.loads(feeds.json_feed(site, topic.slug))
    assert "feed_url" not in told
    assert all(item["url"].startswith("../../events/") for item in told["items"])


def test_the_sitemap_has_the_day_of_change_of_events_with_sources() -> None:
    tree = ElementTree.fromstring(feeds.sitemap(sample_site(ARCHIVE)))
    space = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
    changed = {url.findtext(f"{space}loc"): url.findtext(f"{space}lastmod") for url in tree}
    base = "https://example.org/archive"
    assert changed[f"{base}/events/artemis-ii-crew-is-named/"] == "2023-04-03"
    assert changed[f"{base}/events/a-tank-bursts-on-apollo-13/"] is None
    assert changed[f"{base}/organizations/nasa/"] is None


def test_previews_of_links_say_what_the_page_is() -> None:
    files = render(sample_site(ARCHIVE))
    page = parse(files["events/first-landing/index.html"])
    told = {meta.get("property"): meta.get("content") for meta in find(page, "meta")}
    assert told["og:type"] == "article"
    assert told["og:title"] == "Two people walk on the Moon"
    assert told["og:image"] == "https://example.org/archive/images/footprint.svg"
    assert told["og:url"] == "https://example.org/archive/events/first-landing/"
    assert "og:image" not in {
        meta.get("property") for meta in find(parse(files["index.html"]), "meta")
    }
