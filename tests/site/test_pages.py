"""The whole sample site: which pages there are, and that every link of them leads somewhere."""

import itertools

import msgspec
import pytest

from generator.config import Config, Feeds, MenuItem, Pages
from generator.model import Topic
from generator.site import pages, urls
from generator.site.assemble import assemble
from tests.site.reading import find, parse, references, resolve, text_of
from tests.site.sample import CONFIG, ENTRIES, event, many, render, sample_site

ARCHIVE = msgspec.structs.replace(CONFIG, base_url="https://site.example/archive")


def test_the_pages_of_the_sample(files: dict[str, bytes]) -> None:
    expected = {
        *("index.html", "about/index.html", "404.html", "feed.xml", "robots.txt", ".nojekyll"),
        *("1957/index.html", "1957/10/index.html", "-0269/index.html", "1609/11/index.html"),
        *("topics/index.html", "topics/moon/index.html", "topics/space-race/index.html"),
        *("articles/index.html", "articles/a-letter-without-a-date/index.html"),
        *("events/sputnik/index.html", "events/first-satellite/index.html"),
        *("data/events.json", "data/events.csv", "style.css", "icon.svg"),
    }
    assert expected <= set(files)
    # No sitemap without a base URL, no page for a topic that is too small.
    assert "sitemap.xml" not in files
    assert "topics/india/index.html" not in files
    assert files[".nojekyll"] == b""


@pytest.mark.parametrize("config", [CONFIG, ARCHIVE], ids=["relative", "sub-path"])
def test_every_link_leads_to_a_file_and_every_fragment_to_an_element(config: Config) -> None:
    files = render(sample_site(config))
    root = "/archive" if config.base_url else ""
    trees = {path: parse(data) for path, data in files.items() if path.endswith(".html")}
    ids = {
        path: {element.get("id") for element in tree.iter() if element.get("id")}
        for path, tree in trees.items()
    }
    checked = 0
    for path, tree in trees.items():
        # A host shows 404.html at any depth: without a base its links start at the root.
        for reference in references(tree):
            found = resolve(path, reference, root)
            if found is None:
                continue
            target, fragment = found
            assert target in files, f"{reference} on {path}"
            if fragment:
                assert fragment in ids[target], f"{reference} on {path}"
            checked += 1
    assert checked > 1000


def test_relative_links_work_from_a_disk(files: dict[str, bytes]) -> None:
    for path, data in files.items():
        if path.endswith(".html") and path != "404.html":
            for reference in references(parse(data)):
                if not reference.startswith(("http", "#", "mailto:")):
                    assert not reference.startswith("/")
                    assert not reference.partition("#")[0].endswith("/")


def test_no_page_asks_another_host_for_anything(files: dict[str, bytes]) -> None:
    for path, data in files.items():
        if not path.endswith(".html"):
            continue
        tree = parse(data)
        for script in find(tree, "script"):
            own = (script.get("src") or "").partition("?")[0].endswith("site.js")
            assert own or script.get("type") == "application/ld+json"
        for element in [*find(tree, "link"), *find(tree, "img"), *find(tree, "iframe")]:
            address = element.get("href") or element.get("src") or ""
            assert "//" not in address, f"{address} on {path}"
        assert b"@import" not in data
        assert b"url(" not in data


def test_pages_and_addresses_are_unique_and_in_a_stable_order() -> None:
    once = [page.path for page in pages.pages(sample_site())]
    again = [page.path for page in pages.pages(sample_site())]
    assert once == again
    assert len(set(once)) == len(once)
    assert len({urls.output_path(path).casefold() for path in once}) == len(once)


def test_two_renderings_are_equal() -> None:
    assert render(sample_site()) == render(sample_site())


def test_the_order_of_the_input_does_not_matter() -> None:
    site = sample_site()
    shuffled = assemble(
        CONFIG, ENTRIES[::-1], site.articles[::-1], site.topics[::-1], site.links[::-1]
    )
    assert render(shuffled)["index.html"] == render(site)["index.html"]


def test_headings_go_down_a_step_at_a_time(files: dict[str, bytes]) -> None:
    for path, data in files.items():
        if path.endswith(".html"):
            levels = [
                int(element.tag[1])
                for element in parse(data).iter()
                if isinstance(element.tag, str) and element.tag in {f"h{n}" for n in range(1, 7)}
            ]
            assert levels[0] == 1, path
            assert levels.count(1) == 1, path
            steps = itertools.pairwise(levels)
            assert all(lower - upper <= 1 for upper, lower in steps), f"{path}: {levels}"


def test_every_page_has_its_landmarks_and_a_way_past_them(files: dict[str, bytes]) -> None:
    for path, data in files.items():
        if path.endswith(".html"):
            tree = parse(data)
            assert len(find(tree, "main")) == 1, path
            assert find(tree, "nav"), path
            assert find(tree, "html")[0].get("lang") == "en"
            skip = next(iter(find(tree, "a")))
            assert (skip.get("class"), skip.get("href")) == ("skip", "#main")


def test_titles_tell_pages_apart(files: dict[str, bytes]) -> None:
    titles = [
        text_of(find(parse(data), "title")[0])
        for path, data in files.items()
        if path.endswith(".html")
    ]
    assert len(set(titles)) == len(titles)


def test_an_old_address_leads_to_the_event(files: dict[str, bytes]) -> None:
    tree = parse(files["events/first-satellite/index.html"])
    assert find(tree, "meta", **{"http-equiv": "refresh"})[0].get("content") == (
        "0; url=../sputnik/index.html"
    )


def test_redirects_of_the_settings_and_never_over_a_page() -> None:
    config = msgspec.structs.replace(
        CONFIG,
        redirects={
            "/old/": "/events/sputnik/",
            "/gone": "https://example.org/",
            "/events/nasa/": "/",
            "/bad/": "javascript:alert(1)",
        },
    )
    files = render(sample_site(config))
    assert b"url=../events/sputnik/index.html" in files["old/index.html"]
    assert b"url=https://example.org/" in files["gone/index.html"]
    assert b"refresh" not in files["events/nasa/index.html"]
    assert "bad/index.html" not in files


def test_home_tells_the_latest_apart_from_what_is_announced(files: dict[str, bytes]) -> None:
    tree = parse(files["index.html"])
    announced = find(tree, "section", **{"aria-labelledby": "announced"})[0]
    assert "Artemis II is to fly around the Moon" in text_of(announced)
    latest = text_of(find(tree, "section", **{"aria-labelledby": "latest"})[0])
    assert "Artemis II is to fly" not in latest
    assert latest.index("August 2023") < latest.index("November 2022")


def test_a_site_with_nothing_still_has_a_home() -> None:
    files = render(assemble(Config(title="Nothing yet"), [], [], [], []))
    assert "There are no events yet" in files["index.html"].decode()
    assert "about/index.html" in files
    assert "topics/index.html" not in files


def test_what_is_turned_off_is_not_there() -> None:
    config = msgspec.structs.replace(
        CONFIG, pages=Pages(months=False), feeds=Feeds(atom=False), exports=()
    )
    files = render(sample_site(config))
    assert "1957/10/index.html" not in files
    assert "feed.xml" not in files
    assert "data/events.json" not in files
    home = files["index.html"].decode()
    assert "feed.xml" not in home
    assert "1957/index.html" in home


def test_the_settings_can_change_the_menu_and_the_colors() -> None:
    config = msgspec.structs.replace(
        CONFIG,
        menu=(MenuItem("Us", "/about/"), MenuItem("Wire", "https://example.org/")),
        theme=msgspec.structs.replace(CONFIG.theme, color="dark", accent="#7a1f3d"),
    )
    tree = parse(render(sample_site(config))["index.html"])
    assert find(tree, "html")[0].get("data-theme") == "dark"
    menu = find(tree, "nav")[0]
    assert [(a.get("href"), text_of(a)) for a in menu.iter("a")] == [
        ("about/index.html", "Us"),
        ("https://example.org/", "Wire"),
    ]
    assert "#7a1f3d" in text_of(find(tree, "style")[0])


def test_a_script_from_right_to_left_turns_the_page() -> None:
    config = msgspec.structs.replace(CONFIG, language="ar")
    tree = parse(render(sample_site(config))["index.html"])
    assert find(tree, "html")[0].get("dir") == "rtl"


def test_a_long_year_shows_some_of_each_month_and_leads_to_all() -> None:
    entries = [
        event(n, f"2020-{1 + n % 6:02d}-{1 + n % 27:02d}", f"Ship {n}", importance=n % 6)
        for n in range(180)
    ]
    files = render(assemble(CONFIG, entries, [], [], []))
    tree = parse(files["2020/index.html"])
    assert 60 <= len(find(tree, "li", class_="ev")) <= 100
    (first, *_) = find(tree, "p", class_="all")
    assert text_of(first) == "All 30 events of January 2020"
    assert len(find(parse(files["2020/01/index.html"]), "li", class_="ev")) == 30


def test_a_very_long_year_of_a_topic_has_pages_for_its_months() -> None:
    entries = [
        event(n, f"2020-{1 + n % 3:02d}-{1 + n % 27:02d}", f"Ship {n}", topics=("ships",))
        for n in range(300)
    ]
    files = render(assemble(CONFIG, entries, [], [Topic("ships", "Ships")], []))
    year = parse(files["topics/ships/2020/index.html"])
    assert text_of(find(year, "p", class_="all")[0]) == "All 100 events of January 2020"
    month = parse(files["topics/ships/2020/01/index.html"])
    assert text_of(find(month, "h1")[0]) == "Ships, January 2020"
    assert len(list(find(month, "ol", class_="lines")[0])) == 100


def test_a_long_month_has_pages_for_its_days() -> None:
    entries = [event(n, f"2020-05-{1 + n % 4:02d}", f"Ship {n}") for n in range(160)]
    entries.append(event(999, "2020-05", "Some time in May"))
    files = render(assemble(CONFIG, entries, [], [], []))
    month = parse(files["2020/05/index.html"])
    assert len(find(month, "li", class_="ev")) == 4 * 22 + 1
    assert text_of(find(month, "p", class_="all")[0]) == "All 40 events of 1 May 2020"
    assert len(find(parse(files["2020/05/01/index.html"]), "li", class_="ev")) == 40


def test_a_site_can_have_pages_for_days() -> None:
    files = render(sample_site(msgspec.structs.replace(CONFIG, pages=Pages(days=True))))
    day = parse(files["1957/10/04/index.html"])
    assert text_of(find(day, "h1")[0]) == "4 October 1957"


def test_a_long_topic_has_pages_for_its_years() -> None:
    site = assemble(CONFIG, many(300), [], [Topic("ships", "Ships")], [])
    files = render(site)
    assert "topics/ships/2011/index.html" in files
    shown = find(parse(files["topics/ships/index.html"]), "li", class_="ev")
    assert len(shown) <= 100
    links = find(parse(files["topics/ships/index.html"]), "p", class_="all")
    pages_of_years = [
        path for path in files if path.count("/") == 3 and path.startswith("topics/ships/")
    ]
    assert len(links) == len(pages_of_years)
    in_2011 = [entry for entry in site.entries if entry.date.year == 2011]
    assert len(find(parse(files["topics/ships/2011/index.html"]), "li", class_="ev")) == len(
        in_2011
    )
