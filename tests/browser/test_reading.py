"""What a reader sees and does, in Chromium: no script is needed for any of it."""

import re
from pathlib import Path

import msgspec
import pytest
from playwright.sync_api import Browser

from tests.browser.serving import Opener, opening, served
from tests.site.sample import CONFIG, CREW, render, sample_site, write

EVENT = "/events/artemis-ii-crew-is-named/"
ARTICLE = f"/articles/{CREW.slug}/"
KINDS = [
    *("/", "/1957/", "/1957/10/", EVENT, "/events/first-landing/", "/topics/", "/topics/moon/"),
    *("/articles/", ARTICLE, "/about/", "/404.html", "/search/", "/search/?q=moon"),
    *(
        "/on-this-day/",
        "/on-this-day/07/",
        "/organizations/",
        "/organizations/nasa/",
        "/topics/moon/compare/",
    ),
]

WIDER_THAN_THE_WINDOW = """() => {
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth > width) return ["the page"];
  return [...document.querySelectorAll("body *")]
    .filter(e => e.getBoundingClientRect().right > width + 1 && !e.closest("table, pre, .hidden"))
    .map(e => e.outerHTML.slice(0, 80));
}"""

POOR_CONTRAST = """() => {
  const read = text => { const n = text.match(/[\\d.]+/g).map(Number);
    const unit = text.startsWith("color(") ? 1 : 255;
    return { rgb: n.slice(0, 3).map(v => v / unit), alpha: n.length > 3 ? n[3] : 1 }; };
  const light = rgb => { const [r, g, b] = rgb.map(v => v <= 0.04045 ? v / 12.92
      : ((v + 0.055) / 1.055) ** 2.4); return 0.2126 * r + 0.7152 * g + 0.0722 * b; };
  const behind = element => { for (let e = element; e; e = e.parentElement) {
      const color = read(getComputedStyle(e).backgroundColor);
      if (color.alpha === 1) return color.rgb; } return [1, 1, 1]; };
  const poor = [];
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const element = walk.currentNode.parentElement;
    if (!walk.currentNode.data.trim() || !element.getClientRects().length) continue;
    if (element.closest(".hidden, .skip, title")) continue;
    const style = getComputedStyle(element);
    const color = read(element.closest("svg") ? style.fill : style.color).rgb;
    const [a, b] = [light(color), light(behind(element))].sort((x, y) => y - x);
    const ratio = (a + 0.05) / (b + 0.05);
    if (ratio < 4.5) poor.push(`${ratio.toFixed(2)} ${walk.currentNode.data.trim().slice(0, 40)}`);
  }
  return poor;
}"""


@pytest.mark.parametrize("width", [320, 360, 768])
def test_nothing_is_wider_than_the_window(opened: Opener, home: str, width: int) -> None:
    page = opened("/", width=width)
    for address in KINDS:
        page.goto(home + address)
        assert page.evaluate(WIDER_THAN_THE_WINDOW) == [], address


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_all_text_stands_out(opened: Opener, home: str, scheme: str) -> None:
    page = opened("/", color_scheme=scheme)
    for address in KINDS:
        page.goto(home + address)
        assert page.evaluate(POOR_CONTRAST) == [], address


def test_the_colors_follow_the_readers_wish(opened: Opener) -> None:
    color = "() => getComputedStyle(document.body).backgroundColor"
    light = opened("/", color_scheme="light").evaluate(color)
    dark = opened("/", color_scheme="dark").evaluate(color)
    assert (light, dark) == ("rgb(246, 247, 249)", "rgb(20, 22, 27)")


def test_a_reader_goes_from_home_to_a_year_to_an_event_to_its_background(opened: Opener) -> None:
    page = opened("/", java_script_enabled=False)
    page.get_by_role("link", name="2023, 3 events", exact=True).first.click()
    assert page.get_by_role("heading", level=1).inner_text() == "2023"
    page.get_by_role("link", name="Artemis II crew is named").click()
    before = page.get_by_role("region", name="What came before")
    assert before.get_by_role("heading", level=3).count() == 3
    before.get_by_role("link", name="The Soviet Union puts the first satellite in orbit").click()
    after = page.get_by_role("region", name="What followed")
    assert after.get_by_role("link", name="Artemis II crew is named").is_visible()


def test_a_bar_of_the_picture_leads_to_its_events(opened: Opener) -> None:
    page = opened("/")
    bar = page.locator(".band").last.get_by_role("link").first
    name = bar.get_attribute("aria-label") or ""
    bar.click()
    first, last = (int(year) for year in re.findall(r"\d{4}", name))
    assert first <= int(page.get_by_role("heading", level=1).inner_text()) <= last


def test_the_source_link_leads_to_the_quote(opened: Opener) -> None:
    page = opened(EVENT)
    page.get_by_role("region", name="What came before").get_by_role("link").nth(1).click()
    target = page.locator("figure:target")
    assert CREW.text.split("\n")[3] in target.inner_text()
    marked = target.locator("blockquote").evaluate("e => getComputedStyle(e).backgroundColor")
    assert marked == "rgb(253, 238, 194)"


def test_the_years_fold_on_a_narrow_window_and_stand_beside_on_a_wide_one(opened: Opener) -> None:
    narrow = opened("/1957/", width=360)
    year = narrow.get_by_role("navigation", name="Years").get_by_role("link", name="1961")
    assert not year.is_visible()
    narrow.get_by_text("Years", exact=True).click()
    assert year.is_visible()
    wide = opened("/1957/", width=1280)
    assert (
        wide.get_by_role("navigation", name="Years").get_by_role("link", name="1961").is_visible()
    )
    assert wide.get_by_role("link", name="1957, 2 events").get_attribute("aria-current") == "page"


def test_it_works_from_a_disk(browser: Browser, folder: Path) -> None:
    page = browser.new_page()
    page.goto((folder / "index.html").as_uri())
    page.get_by_role("link", name="Two people walk on the Moon").click()
    assert page.get_by_role("heading", level=1).inner_text() == "Two people walk on the Moon"
    assert page.locator("img").evaluate("e => e.complete && e.naturalWidth > 0")
    page.close()


def test_a_page_prints_without_its_menus_and_with_the_addresses_of_its_sources(
    opened: Opener,
) -> None:
    page = opened("/events/sputnik/", color_scheme="dark")
    page.emulate_media(media="print")
    assert not page.get_by_role("navigation").first.is_visible()
    assert page.evaluate("() => getComputedStyle(document.body).backgroundColor") == (
        "rgb(255, 255, 255)"
    )
    printed = page.locator(".sources a").first.evaluate(
        "e => getComputedStyle(e, '::after').content"
    )
    assert "https://example.org/museum/first-satellite" in printed


def test_nothing_moves_for_those_who_asked_for_that(opened: Opener) -> None:
    behavior = "() => getComputedStyle(document.documentElement).scrollBehavior"
    assert opened("/", reduced_motion="reduce").evaluate(behavior) == "auto"
    assert opened("/", reduced_motion="no-preference").evaluate(behavior) == "smooth"


def test_nothing_moves_while_a_page_loads(opened: Opener) -> None:
    page = opened("/")
    shift = page.evaluate(
        """() => new Promise(done => {
          let sum = 0;
          new PerformanceObserver(list => list.getEntries().forEach(e => sum += e.value))
            .observe({ type: "layout-shift", buffered: true });
          requestAnimationFrame(() => requestAnimationFrame(() => done(sum)));
        })"""
    )
    assert shift == 0


def test_a_script_from_right_to_left_fits_too(browser: Browser, tmp_path: Path) -> None:
    write(render(sample_site(msgspec.structs.replace(CONFIG, language="ar"))), tmp_path)
    with served(tmp_path) as home, opening(browser, home) as opened:
        page = opened("/", width=360)
        for address in KINDS:
            page.goto(home + address)
            assert page.evaluate(
                "() => document.documentElement.scrollWidth <= document.documentElement.clientWidth"
            ), address
        first = page.locator("header.site .name").bounding_box()
        assert first is not None
        assert first["x"] > 100


def test_it_works_under_a_sub_path(browser: Browser, tmp_path: Path) -> None:
    config = msgspec.structs.replace(CONFIG, base_url="https://example.org/archive")
    write(render(sample_site(config)), tmp_path / "archive")
    with served(tmp_path) as home, opening(browser, home) as opened:
        page = opened("/archive/")
        page.get_by_role("link", name="Two people walk on the Moon").click()
        assert page.get_by_role("heading", level=1).inner_text() == "Two people walk on the Moon"
        page.wait_for_load_state("load")  # The heading may be there before the stylesheet.
        assert page.evaluate("() => getComputedStyle(document.body).margin") == "0px"
