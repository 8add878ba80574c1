from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, ViewportSize

from tests.browser.serving import Watch, launched, served
from tests.site.sample import render, sample_site, write

Opener = Callable[..., Page]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with launched() as chromium:
        yield chromium


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built site that the tests look at."""
    path = tmp_path_factory.mktemp("site")
    write(render(sample_site()), path)
    return path


@pytest.fixture(scope="session")
def home(folder: Path) -> Iterator[str]:
    """The URL of the site, without a closing slash."""
    with served(folder) as url:
        yield url


@pytest.fixture
def opened(browser: Browser, home: str) -> Iterator[Opener]:
    """Opens an address of the site; at the end no page may have failed or left the host."""
    contexts = []
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
