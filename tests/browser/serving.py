"""A built folder served on this machine, and a browser to look at it."""

import os
import shutil
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    Page,
    Request,
    ViewportSize,
    sync_playwright,
)

_NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome")
_PLACES = ("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",)


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        pass

    def log_error(self, format: str, *args: object) -> None:  # noqa: A002
        pass


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The URL, without a closing slash, of a folder while it is served on a free port."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def chromium() -> str:
    """The path of a Chromium; without one the test is skipped, or failed where CI is set."""
    found = [shutil.which(name) for name in _NAMES]
    found += [place for place in _PLACES if Path(place).is_file()]
    for path in found:
        if path:
            return path
    message = "the browser tests need Chromium: install the package chromium, or Google Chrome"
    if os.environ.get("CI"):
        pytest.fail(message)
    pytest.skip(message)


@contextmanager
def launched() -> Iterator[Browser]:
    """A headless Chromium."""
    path = chromium()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=path, args=["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"]
        )
        try:
            yield browser
        finally:
            browser.close()


class Watch:
    """What a page did that it should not have: errors, and requests to other hosts."""

    def __init__(self, page: Page, home: str) -> None:
        self.faults: list[str] = []
        self._home = home
        page.on("console", lambda message: self._said(message.type, message.text))
        page.on("pageerror", lambda error: self.faults.append(f"error: {error}"))
        page.on("request", self._asked)
        page.on("requestfailed", self._failed)

    def _said(self, kind: str, text: str) -> None:
        if kind in {"error", "warning"}:
            self.faults.append(f"{kind}: {text}")

    def _failed(self, request: Request) -> None:
        # Going on to the next page ends what the last one was still fetching.
        if request.failure != "net::ERR_ABORTED":
            self.faults.append(f"failed: {request.url}")

    def _asked(self, request: Request) -> None:
        if not request.url.startswith((self._home, "data:", "about:")):
            self.faults.append(f"another host: {request.url}")


Opener = Callable[..., Page]
"""Opens an address in a window of `width` and `height`; other settings go to the browser."""


@contextmanager
def opening(browser: Browser, home: str) -> Iterator[Opener]:
    """An opener of pages under `home`; at the end no page may have failed or left the host.

    For any built folder: `with served(folder) as home, opening(browser, home) as opened: …`.
    """
    contexts: list[BrowserContext] = []
    watches: list[Watch] = []

    def open_page(address: str, *, width: int = 1280, height: int = 800, **more: object) -> Page:
        size = ViewportSize(width=width, height=height)
        context = browser.new_context(viewport=size, **more)  # type: ignore[arg-type]
        contexts.append(context)
        page = context.new_page()
        watches.append(Watch(page, home))
        page.goto(home + address)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert [fault for watch in watches for fault in watch.faults] == []
