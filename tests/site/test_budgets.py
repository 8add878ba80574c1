"""Page budgets: what a reader on a slow line and an old phone can take."""

import gzip
import re

import pytest

from generator.model import Article, BackgroundLink, Topic
from generator.site.assemble import assemble
from tests.site.sample import CONFIG, many, render

CSS = 10_000
JS = 6_000
ENTRY_PAGE = 8_000
LIST_PAGE = 30_000
NODES = 1_500


@pytest.fixture(scope="module")
def large() -> dict[str, bytes]:
    """A site of 3,000 events, most of them in twelve years."""
    topics = [Topic("ships", "Ships")] + [
        Topic(f"station-{n}", f"The {n}th station") for n in range(17)
    ]
    entries = many(3000)
    articles = [
        Article(f"{n:016x}", f"seeds/{n}.txt", f"Wire story {n}", "x", published=entry.date)
        for n, entry in enumerate(entries[:400])
    ]
    hub = min(entries, key=lambda entry: entry.date.sort_key)
    links = [
        BackgroundLink(entry.id, hub.id, "shared", f"Both name the {n}th station.")
        for n, entry in enumerate(entries)
        if entry is not hub
    ]
    return render(assemble(CONFIG, entries, articles, topics, links))


def weigh(data: bytes) -> int:
    return len(gzip.compress(data, 9, mtime=0))


def nodes_of(data: bytes) -> int:
    """How many elements a page has: text is escaped, so every "<" with a letter begins one."""
    return len(re.findall(rb"<[a-z]", data))


def test_the_stylesheet_and_the_script(files: dict[str, bytes]) -> None:
    assert weigh(files["style.css"]) <= CSS
    assert [path for path in files if path.endswith(".css")] == ["style.css"]
    assert weigh(files["site.js"]) <= JS
    assert [path for path in files if path.endswith(".js")] == ["site.js"]


def test_pages_of_events(large: dict[str, bytes], files: dict[str, bytes]) -> None:
    for path, data in [*large.items(), *files.items()]:
        if path.startswith("events/"):
            assert weigh(data) <= ENTRY_PAGE, path


def test_pages_of_lists(large: dict[str, bytes], files: dict[str, bytes]) -> None:
    for path, data in [*large.items(), *files.items()]:
        if path.endswith(".html"):
            assert weigh(data) <= LIST_PAGE, path


def test_nodes(large: dict[str, bytes]) -> None:
    for path, data in large.items():
        if path.endswith(".html") and not path.startswith(("events/", "articles/wire")):
            assert nodes_of(data) <= NODES, path


def test_an_event_that_many_others_follow_stays_small(large: dict[str, bytes]) -> None:
    path = max(
        (path for path in large if path.startswith("events/")), key=lambda path: len(large[path])
    )
    assert nodes_of(large[path]) <= NODES
    assert b"more" in large[path]
