"""The picture of the whole span, closer."""

from playwright.sync_api import Page

from tests.browser.serving import Opener


def said(page: Page) -> str:
    """What is shown, once it has settled."""
    page.wait_for_function("document.querySelector('.zoom [role=status]').textContent !== ''")
    page.wait_for_timeout(250)
    return page.locator(".zoom [role=status]").inner_text()


def test_buttons_bring_it_closer_and_back(opened: Opener) -> None:
    page = opened("/")
    page.get_by_role("button", name="Closer").click()
    first = said(page)
    assert "?span=" in page.url
    page.get_by_role("button", name="Later").click()
    later = said(page)
    assert later != first
    page.get_by_role("button", name="All").click()
    assert said(page).startswith("32 events")
    assert "span" not in page.url


def test_keys_do_the_same(opened: Opener) -> None:
    page = opened("/")
    page.get_by_role("button", name="All").click()
    whole = said(page)
    page.locator("svg.live").focus()
    page.keyboard.press("+")
    closer = said(page)
    assert closer != whole
    page.keyboard.press("ArrowRight")
    assert said(page) != closer
    page.keyboard.press("Home")
    assert said(page) == whole


def test_a_drag_chooses_a_span_that_the_address_keeps(opened: Opener) -> None:
    page = opened("/?span=1950-01-01..1979-12-31")
    before = said(page)
    assert before.endswith("1950 – 1979")
    box = page.locator("svg.live").bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + 50)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] * 0.9, box["y"] + 50, steps=4)
    page.mouse.up()
    chosen = said(page)
    assert chosen.endswith("1964 – 1976")
    page.reload()
    assert said(page) == chosen
    page.get_by_role("link", name="List these events").click()
    page.wait_for_selector("#results a")
    assert page.url.endswith("?from=1964&to=1976")


def test_without_a_script_every_bar_still_leads_to_its_events(opened: Opener) -> None:
    page = opened("/", java_script_enabled=False)
    assert page.locator(".zoom").is_hidden()
    assert page.locator(".overview a").count() > 3
