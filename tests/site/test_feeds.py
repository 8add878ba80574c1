import feedparser
import msgspec

from generator.config import Config, Feeds
from generator.site import feeds
from generator.site.assemble import assemble
from tests.site.sample import CONFIG, ENTRIES, sample_site

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
