"""Every kind of page, looked at by axe-core: WCAG 2.2 AA and good practice."""

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

from tests.browser.serving import opening
from tests.browser.test_reading import KINDS


@pytest.mark.parametrize(
    ("scheme", "forced"), [("light", "none"), ("dark", "none"), ("light", "active")]
)
def test_axe_finds_nothing(browser: Browser, home: str, scheme: str, forced: str) -> None:
    with opening(browser, home) as opened:
        page = opened("/", color_scheme=scheme, forced_colors=forced)
        found: dict[str, list[str]] = {}
        for address in KINDS:
            page.goto(home + address)
            results: dict[str, Any] = Axe().run(page).response
            assert results["passes"], f"axe did not run on {address}"
            found[address] = [
                f"{violation['id']}: {node['html'][:100]}"
                for violation in results["violations"]
                for node in violation["nodes"]
            ]
        assert {address: said for address, said in found.items() if said} == {}
