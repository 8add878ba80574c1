"""The whole site without a mouse."""

import pytest
from playwright.sync_api import Page

from tests.browser.serving import Opener

EVENT = "/events/artemis-ii-crew-is-named/"

FOCUSED = """() => {
  const e = document.activeElement;
  if (!e || e === document.body) return null;
  const box = e.getBoundingClientRect();
  const style = getComputedStyle(e);
  const hit = e.querySelector(".hit, .lasting");
  const ring = hit ? getComputedStyle(hit).strokeWidth : style.outlineWidth;
  return {
    name: e.getAttribute("aria-label") || e.textContent.trim(),
    ring: (hit ? getComputedStyle(hit).stroke : style.outlineStyle) === "none" ? 0
      : parseFloat(ring),
    seen: box.width > 0 && box.top < innerHeight && box.bottom > 0,
  };
}"""


def walk(page: Page, most: int = 400) -> list[dict[str, object]]:
    """What Tab reaches, until it leaves the page."""
    stops: list[dict[str, object]] = []
    for _ in range(most):
        page.keyboard.press("Tab")
        stop = page.evaluate(FOCUSED)
        if stop is None:
            break
        stops.append(stop)
    return stops


def test_the_first_stop_leads_past_the_menu(opened: Opener) -> None:
    page = opened("/")
    page.keyboard.press("Tab")
    skip = page.locator(".skip")
    assert skip.evaluate("e => e === document.activeElement")
    box = skip.bounding_box()
    assert box is not None
    assert box["y"] >= 0
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("() => !!document.activeElement.closest('main')")


@pytest.mark.parametrize("width", [360, 1280])
def test_every_stop_has_a_name_is_seen_and_shows_where_it_is(
    opened: Opener, home: str, width: int
) -> None:
    page = opened("/", width=width, reduced_motion="reduce")
    for address in ["/", "/1957/", EVENT, "/topics/moon/", "/about/"]:
        page.goto(home + address)
        stops = walk(page)
        assert len(stops) > 8
        assert [stop for stop in stops if not stop["name"]] == []
        assert [stop for stop in stops if not stop["seen"]] == []
        assert [stop for stop in stops if not stop["ring"]] == []


def test_bars_are_reached_and_followed(opened: Opener) -> None:
    page = opened("/")
    bar = page.locator(".band a").first
    bar.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/-0269/**")
    assert "270" in page.get_by_role("heading", level=1).inner_text()


def test_the_years_unfold_from_the_keyboard(opened: Opener) -> None:
    page = opened("/1957/", width=360)
    page.locator("summary").focus()
    page.keyboard.press("Enter")
    assert page.get_by_role("navigation", name="Years").get_by_role("link").first.is_visible()
