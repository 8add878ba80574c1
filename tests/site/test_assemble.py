from collections import deque

import msgspec

from generator.model import Topic
from generator.site import markup
from generator.site.assemble import assemble
from generator.site.markup import Html
from generator.site.pages import pages
from tests.site.sample import (
    ARTICLES,
    CONFIG,
    CREW_NAMED,
    ENTRIES,
    LANDING,
    LINKS,
    SATELLITE,
    TOPICS,
    event,
    sample_site,
)


def test_entries_are_in_time_order() -> None:
    site = sample_site()
    keys = [entry.date.sort_key for entry in site.entries]
    assert keys == sorted(keys)
    assert site.entries[0].id == "aristarchus"
    ids = ["", *(entry.id for entry in site.entries), ""]
    for at, entry in enumerate(site.entries):
        assert site.neighbours[entry.id] == (ids[at], ids[at + 2])


def test_hidden_entries_and_their_links_are_left_out() -> None:
    hidden = msgspec.structs.replace(SATELLITE, hidden=True)
    entries = [hidden if entry is SATELLITE else entry for entry in ENTRIES]
    site = assemble(CONFIG, entries, ARTICLES, TOPICS, LINKS)
    assert SATELLITE.id not in site.entry_by_id
    assert all(SATELLITE.id not in (link.earlier, link.later) for link in site.links)
    assert len(site.links) == len(LINKS) - 3


def test_background_is_known_from_both_ends() -> None:
    site = sample_site()
    assert [link.earlier for link in site.before[CREW_NAMED.id]] == [
        "sputnik",
        "e000000000000002",
        "e000000000000003",
    ]
    assert [link.later for link in site.after["sputnik"]] == [
        "nasa",
        LANDING.id,
        CREW_NAMED.id,
    ]


def test_a_topic_needs_enough_entries_or_an_editor() -> None:
    site = sample_site()
    titles = [topic.title for topic in site.topics]
    # India has two entries only, and nobody described it.
    assert titles == ["Apollo programme", "Artemis programme", "Moon", "Space race"]
    assert site.topic_titles["india"] == "India"


def test_a_hidden_topic_has_no_page_and_no_name() -> None:
    topics = [Topic("moon", "Moon", hidden=True), *TOPICS[1:]]
    site = assemble(CONFIG, ENTRIES, ARTICLES, topics, LINKS)
    assert "moon" not in site.topic_by_slug
    assert "moon" not in site.topic_titles


def test_articles_are_newest_first_and_undated_last() -> None:
    names = [article.path for article in sample_site().articles]
    assert names == [
        "seeds/south.html",
        "seeds/crew.txt",
        "seeds/footprints.txt",
        "seeds/letter.txt",
    ]


def test_texts_taken_from_articles_are_not_markdown() -> None:
    seen: list[str] = []

    def to_html(text: str) -> Html:
        seen.append(text)
        return markup.to_html(text)

    site = assemble(CONFIG, ENTRIES, ARTICLES, TOPICS, LINKS, to_html=to_html)
    deque(pages(site), maxlen=0)
    assert SATELLITE.text in seen
    assert CREW_NAMED.text not in seen


def test_every_slug_is_safe_and_no_two_are_equal() -> None:
    entries = [
        event(1, "1993", "Oslo", slug="oslo"),
        event(2, "1994", "Oslo", slug="oslo"),
        event(3, "1995", "Out", slug="../../etc/passwd"),
        event(4, "1996", "…", slug="…"),
        msgspec.structs.replace(event(5, "1997", "Oslo", slug="oslo"), origin="editor"),
    ]
    site = assemble(CONFIG, entries, [], [], [])
    slugs = {entry.id: entry.slug for entry in site.entries}
    assert slugs["e000000000000005"] == "oslo"
    assert len(set(slugs.values())) == len(slugs)
    assert all("/" not in slug and ".." not in slug for slug in slugs.values())


def test_an_address_does_not_change_when_another_event_is_added() -> None:
    first = event(1, "1993", "Oslo", slug="oslo")
    second = event(2, "1994", "Oslo", slug="oslo")
    alone = assemble(CONFIG, [first, second], [], [], [])
    more = assemble(CONFIG, [event(3, "1990", "Oslo", slug="oslo"), first, second], [], [], [])
    for id_ in (first.id, second.id):
        assert alone.entry_by_id[id_].slug == more.entry_by_id[id_].slug
