from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.serving import Opener, launched, opening, served
from tests.site.sample import render, sample_site, write


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with launched() as chromium:
        yield chromium


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built sample site."""
    path = tmp_path_factory.mktemp("site")
    write(render(sample_site()), path)
    return path


@pytest.fixture(scope="session")
def home(folder: Path) -> Iterator[str]:
    """The URL of the sample site, without a closing slash."""
    with served(folder) as url:
        yield url


@pytest.fixture
def opened(browser: Browser, home: str) -> Iterator[Opener]:
    """Opens an address of the sample site."""
    with opening(browser, home) as opener:
        yield opener
