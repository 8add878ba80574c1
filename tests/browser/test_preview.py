"""A browser that is open while a site is written."""

import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, expect

CHECKOUT = Path(__file__).parent.parent.parent
ENTRY = "---\ndate: 1990\ntitle: The harbour opens\n---\n\nThe first ship came.\n"


@contextmanager
def serving(site: Path) -> Iterator[str]:
    """The URL of a site that `backstory serve` serves."""
    command = [sys.executable, "-u", "-m", "generator", "serve", "-C", str(site), "--port", "18200"]
    with subprocess.Popen(command, cwd=CHECKOUT, text=True, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        try:
            line = process.stdout.readline()
            found = re.search(r"http://[\d.:]+/", line if "http" in line else next(process.stdout))
            assert found
            yield found[0]
        finally:
            process.terminate()


def test_what_is_saved_shows_without_loading_by_hand(browser: Browser, tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "site.yaml").write_text("title: Harbour\n")
    entry = tmp_path / "content/opening.md"
    entry.write_text(ENTRY)
    with serving(tmp_path) as url:
        page = browser.new_page()
        with page.expect_websocket():
            page.goto(f"{url}events/opening/")
        other = browser.new_page()
        with other.expect_websocket():
            other.goto(url)
        for words in ("A second ship came.", "A third ship came."):
            entry.write_text(f"{ENTRY}\n{words}\n")
            expect(page.locator("main")).to_contain_text(words, timeout=30_000)
        entry.write_text(ENTRY.replace("opens", "is finished"))
        expect(other.locator("main")).to_contain_text("The harbour is finished", timeout=30_000)
        entry.write_text(ENTRY.replace("1990", "1990-13"))
        expect(page.get_by_role("alert")).to_contain_text("content/opening.md:2", timeout=30_000)
        entry.write_text(ENTRY)
        expect(page.get_by_role("alert")).to_have_count(0, timeout=30_000)
        page.close()
        other.close()
