"""The preview: the last good site, and what is wrong now."""

import os
import socket
import threading
import time
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from pathlib import Path
from wsgiref.util import setup_testing_defaults

import pytest

from generator.build.options import Options
from generator.errors import BackstoryError, Problem
from generator.preview import Preview, free_port
from generator.preview.changes import told as told_of_changes

ENTRY = "---\ndate: 1990\ntitle: {title}\n---\n"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    folder = tmp_path / "site"
    (folder / "content").mkdir(parents=True)
    (folder / "site.yaml").write_text("title: Harbour\nbase_url: https://example.org/repo/\n")
    (folder / "content/a.md").write_text(ENTRY.format(title="The first"))
    return folder


class Told:
    """What a preview said."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []
        self.lines: list[str] = []

    def complain(self, problems: Iterable[Problem]) -> None:
        self.problems.extend(problems)


class Clock:
    """A clock that is set by hand."""

    now = 1000.0

    def __call__(self) -> float:
        return self.now


def preview_of(
    site: Path, told: Told | None = None, clock: Callable[[], float] = time.monotonic
) -> Preview:
    told = told or Told()
    options = Options(site, datetime(2024, 6, 1, tzinfo=UTC))
    preview = Preview(lambda: options, complain=told.complain, say=told.lines.append, clock=clock)
    assert update(preview)
    return preview


def update(preview: Preview) -> bool:
    """Look, and build what is due: whether there is something new."""
    shown = preview.look()
    return (preview.is_due and preview.build()) or shown


def get(preview: Preview, path: str) -> tuple[str, dict[str, str], bytes]:
    environ: dict[str, object] = {"PATH_INFO": path}
    setup_testing_defaults(environ)
    answered: list[tuple[str, dict[str, str]]] = []

    def start(status: str, headers: list[tuple[str, str]], _: object = None) -> object:
        answered.append((status, dict(headers)))
        return None

    body = b"".join(preview(environ, start))  # type: ignore[arg-type]
    status, headers = answered[0]
    return status, headers, body


def test_the_site_is_under_the_path_of_its_base_url(site: Path) -> None:
    preview = preview_of(site)
    status, headers, _ = get(preview, "/")
    assert (status, headers["Location"]) == ("302 Found", "/repo/")
    status, headers, body = get(preview, "/repo/")
    assert (status, headers["Content-Type"]) == ("200 OK", "text/html; charset=utf-8")
    assert headers["Cache-Control"] == "no-store"
    assert b"Harbour" in body
    assert get(preview, "/repo/events/a")[1]["Location"] == "/repo/events/a/"
    assert b"The first" in get(preview, "/repo/events/a/")[2]
    assert get(preview, "/repo/style.css")[1]["Content-Type"].startswith("text/css")


def test_a_page_that_is_not_there(site: Path) -> None:
    status, _, body = get(preview_of(site), "/repo/nothing/")
    assert status == "404 Not Found"
    assert b"<html" in body


@pytest.mark.parametrize(
    "path", ["/repo/../site.yaml", "/repo/%2e%2e/%2e%2e/site.yaml", "/repo/a%00b", "/etc/passwd"]
)
def test_nothing_outside_the_site_is_served(site: Path, path: str) -> None:
    status, _, body = get(preview_of(site), path)
    assert status == "404 Not Found"
    assert b"base_url" not in body


def test_a_change_is_seen_and_served(site: Path) -> None:
    told = Told()
    preview = preview_of(site, told)
    assert not update(preview)
    (site / "content/b.md").write_text(ENTRY.format(title="The second one"))
    assert update(preview)
    assert b"The second one" in get(preview, "/repo/events/b/")[2]
    assert told.lines[0].startswith("Built again in ")


def test_a_page_knows_whether_there_was_news_since_it_was_served(site: Path) -> None:
    """A browser that loads a page while news come hears of them when it can listen."""
    preview = preview_of(site)
    home = "/repo/"
    get(preview, home)
    assert not preview.is_old(home)
    assert not preview.is_old("/repo/about/")  # nobody has it
    (site / "content/a.md").write_text(ENTRY.format(title="Another"))
    assert update(preview)
    assert preview.is_old(home)
    get(preview, home)
    assert not preview.is_old(home)


def test_a_page_that_is_written_on_is_shown_before_the_rest_of_the_site(site: Path) -> None:
    told, clock = Told(), Clock()
    preview = preview_of(site, told, clock)
    built = (preview.folder / "events/a/index.html").read_bytes()
    (site / "content/a.md").write_text(ENTRY.format(title="Written anew") + "Two words.")
    assert update(preview)
    ahead = get(preview, "/repo/events/a/")[2]
    assert b"Written anew" in ahead
    assert b"<p>Two words.</p>" in ahead
    assert (preview.folder / "events/a/index.html").read_bytes() == built
    assert not update(preview)  # the editor may save again
    clock.now += 60
    assert update(preview)
    assert get(preview, "/repo/events/a/")[2] == ahead  # this time from the output
    assert (preview.folder / "events/a/index.html").read_bytes() == ahead
    assert b"Written anew" in get(preview, "/repo/")[2]
    assert not update(preview)


@pytest.mark.parametrize(
    "text",
    [
        ENTRY.format(title="Of a topic").replace("---\n", "---\ntopics: [Harbours]\n", 1),
        ENTRY.format(title="Elsewhere").replace("---\n", "---\nslug: b\n", 1),
        ENTRY.format(title="A draft").replace("---\n", "---\ndraft: true\n", 1),
        ENTRY.format(title="No such day").replace("1990", "1990-02-30"),
    ],
)
def test_what_moves_more_than_a_page_is_built_at_once(site: Path, text: str) -> None:
    told, clock = Told(), Clock()
    preview = preview_of(site, told, clock)
    (site / "content/a.md").write_text(text)
    assert update(preview)
    assert told.lines or told.problems
    assert not update(preview)


def test_the_first_save_after_a_start_with_nothing_to_do_is_shown_at_once(site: Path) -> None:
    preview_of(site)
    told, clock = Told(), Clock()
    preview = preview_of(site, told, clock)
    clock.now += 60
    assert not update(preview)  # reads the site, with nothing new to show
    (site / "content/a.md").write_text(ENTRY.format(title="Written anew"))
    assert update(preview)
    assert not told.lines
    assert b"Written anew" in get(preview, "/repo/events/a/")[2]
    clock.now += 60
    assert update(preview)
    assert told.lines[0].startswith("Built again in ")


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("site.yaml", "title: Port\nbase_url: https://example.org/repo/\n"),
        ("seeds/new.txt", "A headline\n\nJune 1, 2020\n\nThe bridge opened in May 2020.\n"),
        ("static/logo.svg", "<svg/>"),
        ("templates/about.html", "<p>About us</p>"),
    ],
)
def test_every_kind_of_input_is_watched(site: Path, name: str, text: str) -> None:
    preview = preview_of(site)
    (site / name).parent.mkdir(exist_ok=True)
    (site / name).write_text(text)
    assert update(preview)
    assert not update(preview)


def test_an_error_shows_with_its_place_and_the_last_good_site_stays(site: Path) -> None:
    told = Told()
    preview = preview_of(site, told)
    bad = site / "content/b.md"
    bad.write_text(ENTRY.format(title="<script>alert(1)</script>").replace("1990", "1990-13"))
    assert update(preview)
    status, _, body = get(preview, "/repo/events/a/")
    assert status == "200 OK"
    assert b"The first" in body
    assert b'role="alert"' in body
    assert b"content/b.md:2:7" in body
    assert b"<script>alert" not in body
    assert [problem.path for problem in told.problems] == ["content/b.md"]
    bad.unlink()
    assert update(preview)
    assert b'role="alert"' not in get(preview, "/repo/events/a/")[2]


def test_a_template_that_is_no_text_shows_in_the_browser(site: Path) -> None:
    preview = preview_of(site)
    update(preview)
    (site / "templates").mkdir(exist_ok=True)
    (site / "templates/event.html").write_bytes(b"\xff")
    assert update(preview)
    assert b"templates/event.html:1" in get(preview, preview.base)[2]


def test_a_site_that_never_was_built_shows_its_errors(site: Path) -> None:
    (site / "content/a.md").write_text("no front matter")
    preview = preview_of(site)
    status, _, body = get(preview, "/")
    assert status == "404 Not Found"
    assert b"content/a.md" in body


def test_the_output_is_not_touched(site: Path) -> None:
    preview_of(site)
    assert sorted(os.listdir(site)) == [".backstory", "content", "site.yaml"]  # noqa: PTH208


def test_a_save_during_a_build_is_not_lost(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from generator.build import build as building

    clock = Clock()
    preview = preview_of(site, clock=clock)
    build = building.build

    def save_meanwhile(*words: object) -> object:
        report = build(*words)  # type: ignore[arg-type]
        (site / "content/a.md").write_text(ENTRY.format(title="Saved meanwhile"))
        return report

    (site / "content/b.md").write_text(ENTRY.format(title="Saved before"))
    with monkeypatch.context() as patch:
        patch.setattr(building, "build", save_meanwhile)
        assert update(preview)
    assert update(preview)
    assert b"Saved meanwhile" in get(preview, "/repo/events/a/")[2]


def test_the_next_free_port_is_taken() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        assert port < free_port("127.0.0.1", port) <= port + 50


def test_an_address_that_is_not_ours_is_refused() -> None:
    with pytest.raises(BackstoryError, match="no port from 8000 on is free"):
        free_port("192.0.2.1", 8000)


def test_the_system_tells_of_changes(tmp_path: Path) -> None:
    folder = tmp_path / "content"
    folder.mkdir()
    changed = threading.Event()
    with told_of_changes([folder, tmp_path / "missing"], changed.set):
        (folder / "a.md").write_text("words")
        assert changed.wait(timeout=30)
