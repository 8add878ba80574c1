"""Pages that were saved with others in one file: MHTML and web archives."""

import builtins
import gzip
from collections.abc import Mapping
from types import ModuleType

import pytest

from generator.articles import Hints, read
from generator.model import Source

PARAGRAPH = (
    "<p>The ferry of Merania sank on Monday, the owners of the line said in a statement, and "
    "{} people were saved by boats that came out from the harbour of Roe.</p>"
)


def page(title: str) -> str:
    text = "".join(PARAGRAPH.format(number) for number in range(5, 11))
    return (
        f"<html><head><title>{title}</title><meta charset='utf-8'>"
        "<meta property='article:published_time' content='2019-04-01'></head>"
        f"<body><article><h1>{title}</h1>{text}</article></body></html>"
    )


def mhtml(location: str = "https://example.org/ferry") -> bytes:
    import quopri

    body = quopri.encodestring(page("The fähre sinks").encode()).decode()
    return (
        "From: <Saved by a browser>\r\n"
        f"Snapshot-Content-Location: {location}\r\n"
        "MIME-Version: 1.0\r\n"
        'Content-Type: multipart/related; type="text/html"; boundary="xx"\r\n\r\n'
        "--xx\r\nContent-Type: text/html; charset=utf-8\r\n"
        "Content-Transfer-Encoding: quoted-printable\r\n\r\n"
        f"{body}\r\n"
        "--xx\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\nAAAA\r\n"
        "--xx--\r\n"
    ).encode()


@pytest.mark.parametrize("path", ["ferry.mhtml", "ferry.mht", "ferry"])
def test_mhtml(path: str) -> None:
    (article,), _ = read(Source(path, mhtml()))
    assert article.title == "The fähre sinks"
    assert article.url == "https://example.org/ferry"
    assert article.published is not None
    assert article.published.edtf == "2019-04-01"
    assert len(article.paragraphs) == 6


def test_an_mhtml_file_without_a_page() -> None:
    articles, problems = read(Source("a.mhtml", b"MIME-Version: 1.0\n\nnothing"))
    assert articles == ()
    assert problems[0].message == "there is no page in this MHTML file"


def test_an_address_of_another_kind_is_none() -> None:
    (article,), _ = read(Source("a.mhtml", mhtml("file:///home/ferry.html")))
    assert article.url == ""


def response(
    url: str, kind: str, body: bytes, status: str = "200 OK", coding: str = "identity"
) -> bytes:
    answer = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Encoding: {coding}\r\n\r\n"
    block = answer.encode() + body
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\n"
        "WARC-Date: 2021-01-01T00:00:00Z\r\nWARC-Record-ID: <urn:uuid:0>\r\n"
        "Content-Type: application/http; msgtype=response\r\n"
        f"Content-Length: {len(block)}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"


RECORDS = (
    response("https://example.org/1", "text/html; charset=utf-8", page("The first ferry").encode()),
    response("https://example.org/1.png", "image/png", b"\x89PNG"),
    response("https://example.org/gone", "text/html", page("Gone").encode(), "404 Not Found"),
    response(
        "https://example.org/2",
        "text/html",
        gzip.compress(page("The second").encode()),
        coding="gzip",
    ),
    response(
        "https://example.org/bomb", "text/html", gzip.compress(b" " * 3_000_000), coding="gzip"
    ),
)
WHOLE = b"".join(RECORDS)
PACKED = b"".join(map(gzip.compress, RECORDS))


@pytest.mark.parametrize(
    ("path", "data"),
    [
        ("crawl.warc", WHOLE),
        ("crawl.warc.gz", PACKED),
        ("crawl.warc.gz", gzip.compress(WHOLE)),
    ],
)
def test_a_web_archive(path: str, data: bytes) -> None:
    articles, problems = read(Source(path, data), Hints(max_bytes=1_000_000))
    assert [(article.title, article.url) for article in articles] == [
        ("The first ferry", "https://example.org/1"),
        ("The second", "https://example.org/2"),
    ]
    # Not the day of the capture.
    assert {article.published.edtf for article in articles if article.published} == {"2019-04-01"}
    assert len({article.id for article in articles}) == 2
    assert [problem.message for problem in problems if "larger" in problem.message] == [
        "https://example.org/bomb: the page is larger than 1,000,000 bytes and was not read"
    ]
    assert all(problem.severity == "warning" for problem in problems)


def test_an_archive_may_be_larger_than_a_document() -> None:
    articles, _ = read(Source("a.warc", WHOLE), Hints(max_bytes=len(page("The first ferry"))))
    assert [article.title for article in articles] == ["The first ferry", "The second"]


def test_a_cut_archive_gives_what_it_holds() -> None:
    articles, problems = read(Source("a.warc.gz", PACKED[:-60]))
    assert [article.title for article in articles] == ["The first ferry", "The second"]
    assert any("damaged" in problem.message for problem in problems)


def test_without_warcio_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def without(
        name: str,
        globals: Mapping[str, object] | None = None,  # noqa: A002
        locals: Mapping[str, object] | None = None,  # noqa: A002
        fromlist: tuple[str, ...] = (),
        level: int = 0,
    ) -> ModuleType:
        if name.split(".")[0] == "warcio":
            raise ImportError(name)
        return real(name, globals, locals, fromlist, level)

    monkeypatch.setattr(builtins, "__import__", without)
    articles, problems = read(Source("a.warc", b"WARC/1.0\r\n"))
    assert articles == ()
    assert problems[0].hint == 'run: pip install "backstory[warc]"'


def test_a_cut_archive_that_is_not_packed_says_so() -> None:
    articles, problems = read(Source("a.warc", WHOLE[:-60]))
    assert articles
    assert problems[-1].message == "this web archive is damaged; what could be read was"
    _, whole = read(Source("a.warc", WHOLE))
    assert not any("damaged" in problem.message for problem in whole)
