"""Search as readers use it."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.serving import Opener, opening

FIRST = [
    ("q=circled+earth", "The Soviet Union puts the first satellite"),
    ("q=satellite", "The Soviet Union puts the first satellite"),
    ("q=satel", "The Soviet Union puts the first satellite"),
    ("q=gagarin", "Yuri Gagarin flies"),
    ("q=Yuri+Gaga", "Yuri Gagarin flies"),
    ("q=kennedy", "Kennedy asks for a landing"),
    ("q=john+kennedy", "Kennedy asks for a landing"),
    ("q=tereshk", "Valentina Tereshkova"),
    ("q=woman+in+space", "Valentina Tereshkova"),
    ("q=NASA", "The United States founds NASA"),
    ("q=nasa+founds", "The United States founds NASA"),
    ("q=galilei", "Galileo draws"),
    ("q=télescope", "Galileo draws"),
    ("q=TELESCOPE", "Galileo draws"),
    ("q=armstrong", "Two people walk on the Moon"),
    ("q=aldrin+outside", "Two people walk on the Moon"),
    ("q=baikonur", "The Soviet Union puts the first satellite"),
    ("q=beeped", "The Soviet Union puts the first satellite"),
    ("q=1961", "Kennedy asks for a landing"),
    ("q=april+1961", "Yuri Gagarin flies"),
    ("q=apollo+13", "A tank bursts on Apollo 13"),
    ("q=apollo+8", "Apollo 8 circles the Moon"),
    ("q=treaty", "A treaty keeps bombs out of orbit"),
    ("q=astronauts+fire", "Three astronauts die"),
    ("q=chinese", "A Chinese lander"),
    ("q=india%27s+lander", "India’s first lander"),
    ("q=south+pole", "Indian lander touches down"),
    ("q=korolev", "The Soviet Union puts the first satellite"),
    ("q=rocket+liquid", "A rocket with liquid fuel"),
    ("q=ice+map", "A magazine may have printed"),
    ("q=moon&topics=apollo&from=1972", "The last crew"),
    ("topics=artemis&status=planned", "Artemis II is to fly"),
    ("from=-300&to=1000", "Aristarchus"),
    ("from=2020&to=2022", "Artemis I flies"),
    ("q=zzz", ""),
]


@pytest.fixture(scope="module")
def search(browser: Browser, home: str) -> Iterator[Page]:
    with opening(browser, home) as opened:
        yield opened("/search/")


@pytest.mark.parametrize(("query", "title"), FIRST)
def test_what_is_found_first(search: Page, home: str, query: str, title: str) -> None:
    search.goto(f"{home}/search/?{query}")
    search.wait_for_function("document.getElementById('found').textContent !== ''")
    links = search.locator("#results a")
    if title:
        assert links.first.inner_text().startswith(title)
    else:
        assert links.count() == 0
        assert search.inner_text("#found").startswith("No event")


def test_results_come_as_a_reader_types_and_stand_in_the_address(opened: Opener) -> None:
    page = opened("/search/")
    assert page.locator("#browse").is_visible()
    assert page.locator("#more").is_hidden()
    page.locator("#q").press_sequentially("luna gaga")
    page.wait_for_function("document.getElementById('found').textContent.startsWith('No event')")
    page.fill("#q", "gaga")
    page.wait_for_selector("#results a")
    assert page.url.endswith("/search/?q=gaga")
    assert page.locator("#browse").is_hidden()
    page.locator("#q").press("Enter")
    page.keyboard.press("Tab")
    page.locator("#results a").first.click()
    assert "/events/yuri-gagarin-flies-once-around-the-earth/" in page.url
    page.go_back()
    page.wait_for_selector("#results a")
    assert page.input_value("#q") == "gaga"


def test_more_results_take_the_focus(opened: Opener) -> None:
    page = opened("/search/?q=moon")
    page.wait_for_selector("#results a")
    before = page.locator("#results li").count()
    page.locator("#more").click()
    page.wait_for_function(f"document.querySelectorAll('#results li').length > {before}")
    page.wait_for_function("document.activeElement.closest('#results')")


def test_nothing_is_fetched_before_a_reader_searches(opened: Opener) -> None:
    page = opened("/events/first-landing/")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.locator("header").get_by_role("link", name="Search").click()
    page.wait_for_load_state("networkidle")
    assert not [url for url in asked if "/data/" in url]


def test_without_a_script_there_are_lists(opened: Opener) -> None:
    page = opened("/search/?q=moon", java_script_enabled=False)
    assert page.get_by_role("link", name="Moon", exact=True).first.is_visible()
    assert "Searching needs JavaScript" in page.inner_text("main")
    assert page.locator("#found").inner_text() == ""


def test_a_lost_index_is_said_and_the_lists_stay(browser: Browser, home: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.route("**/data/search/**", lambda route: route.abort())
    page.goto(f"{home}/search/?q=moon")
    page.wait_for_function("document.getElementById('found').textContent !== ''")
    assert "could not be fetched" in page.inner_text("#found")
    assert page.locator("#browse").is_visible()
    context.close()
