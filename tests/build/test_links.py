"""Links that lead nowhere."""

from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread

import pytest
from click.testing import CliRunner

from generator.build.links import Links, dead_urls
from generator.cli import main

FILES = ("index.html", "a/index.html", "b/index.html", "style.css")


@pytest.mark.parametrize(
    ("base", "page", "reference", "said"),
    [
        ("", "a/index.html", "../b/index.html", None),
        ("", "a/index.html", "../style.css?v=1", None),
        ("", "a/index.html", "#here", None),
        ("", "a/index.html", "../index.html", None),
        ("/archive/", "a/index.html", "/archive/b/", None),
        ("/archive/", "a/index.html", "/archive/", None),
        ("", "a/index.html", "../c/index.html", "there is no such file"),
        ("", "a/index.html", "pi%63ture.png", "there is no such file"),
        ("/archive/", "a/index.html", "/b/x/", "there is no such file"),
        ("", "a/index.html", "#there", 'the page has no place named "there"'),
        ("", "a/index.html", "https://example.org/x", None),
        ("", "a/index.html", "mailto:ann@example.org", None),
    ],
)
def test_where_a_link_leads(base: str, page: str, reference: str, said: str | None) -> None:
    links = Links(FILES, base)
    links.add(page, f'<p id="here"><a href="{reference}">x</a></p>'.encode())
    assert [wrong for _, _, wrong in links.dead()] == ([said] if said else [])


def test_check_names_the_file_that_holds_a_dead_link(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("site.yaml").write_text("title: Roe")
    Path("content").mkdir()
    Path("content/mill.md").write_text(
        "---\ndate: 1994\ntitle: The mill closes\n---\nSee [the dam](/events/dam/).\n"
    )
    shown = CliRunner().invoke(main, ["check"])
    assert "content/mill.md: warning: a link leads to events/dam/index.html" in shown.output
    assert shown.exit_code == 0


class _Host(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        code = {"/gone": 404, "/closed": 403}.get(self.path, 200)
        self.send_response(code)
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        pass


@pytest.fixture
def host() -> Iterator[str]:
    server = HTTPServer(("127.0.0.1", 0), _Host)
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
    thread.join()


def test_what_the_web_says(host: str) -> None:
    links = Links((), "")
    for path in ("/there", "/gone", "/closed"):
        links.add("a.html", f'<a href="{host}{path}">x</a>'.encode())
    links.add("b.html", b'<a href="http://127.0.0.1:1/x">x</a>')
    said = {(problem.path, problem.message) for problem in dead_urls(links, {"a.html": "a.md"})}
    assert ("a.md", f"a link leads to {host}/gone: the host says 404") in said
    assert {path for path, _ in said} == {"a.md", "b.html"}
    assert len(said) == 2
