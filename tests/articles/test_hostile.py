"""Whatever the bytes: an article or a problem that says why there is none, never a traceback."""

import gzip

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.articles import Hints, read
from generator.model import Source

PATHS = st.sampled_from(["a.txt", "a.html", "a.htm.gz", "a.md", "a", "a.txt.gz", "a.dat"])
TAGS = st.sampled_from(
    [
        "<html>", "<head>", "<title>", "</title>", "<body>", "<p>", "</p>", "<h1>", "</h1>",
        "<div>", "</div>", "<meta charset=utf-9>",
        "<meta property='og:title' content='The Mill & Co'>",
        "<script type='application/ld+json'>", '{"@type":"NewsArticle","headline":["a",{}]}',
        '[[{"@graph":null}]]', "</script>", "<table><tr><td>", "<svg>", "<![CDATA[", "<!--", "-->",
        "<time datetime='2019-02-30'>", "<link rel=canonical href='http://[::1'>", "&#0;", "&nbsp;",
        "<a href='javascript:x'>", "The mill at Roe will open again in May, the owners said. ",
        "\x00", "\ufffe", "<?xml version='1.0' encoding='x'?>", "<!doctype html>", "\n",
    ]
)  # fmt: skip
LINES = st.sampled_from(
    [
        "---", "title: x", "title: [", "date: 2020-13-01", "a: &b *b", "\t- x", "The mill closes",
        "By", "By Ann Poe", "Comments", "Tags:", "“", '"', '" ,', "(", "…", "2 mins", "• x",
        "5 April 2019", "31.02.2020", "Published 99/99/9999", "Photo: x", "© 2019", "Related", "",
        "He said that it was over and that it would not come back to the town.", "\u202e", "0",
        "# H",
    ]
)  # fmt: skip


def check(source: Source, hints: Hints | None = None) -> None:
    articles, problems = read(source, hints)
    if not articles:
        assert any(problem.severity == "error" for problem in problems)
        return
    (article,) = articles
    assert article.title
    assert article.text
    assert "\n\n" not in article.text
    for start, end in article.subheadings:
        assert (start, end) in article.paragraphs
    assert all(line.number >= 0 for line in article.lines)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(PATHS, st.binary(max_size=400))
def test_random_bytes(path: str, data: bytes) -> None:
    check(Source(path, data))
    check(Source(path, gzip.compress(data)))


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(PATHS, st.lists(TAGS, max_size=40))
def test_random_pages(path: str, parts: list[str]) -> None:
    check(Source(path, "".join(parts).encode("utf-8", "replace")))


@settings(max_examples=200, deadline=None)
@given(PATHS, st.lists(LINES, max_size=30))
def test_random_lines(path: str, lines: list[str]) -> None:
    check(Source(path, "\n".join(lines).encode()))


@pytest.mark.parametrize(
    ("path", "data", "message"),
    [
        ("a.txt", b"", "the file is empty"),
        ("a.txt", b" \n\t\n", "the file is empty"),
        ("a.txt", "\u200c\n".encode(), "there is no text in the file"),
        ("a.txt", b"Share\nFacebook\n", "no text of an article"),
        ("a.html", b"", "no page"),
        ("a.html", b"<html><body></body></html>", "no text of an article"),
        ("a.md", b"", "the file is empty"),
        ("a.md", b"---\ntitle: The mill\n---\n", "the article has no text"),
        ("a.md", b"The mill closed.\n", "title"),
        ("a.gz", b"\x1f\x8b\x08broken", "damaged"),
        ("a.txt", b"x" * 2000, "larger than 1,000 bytes"),
    ],
)
def test_no_article_has_its_reason(path: str, data: bytes, message: str) -> None:
    articles, problems = read(Source(path, data), Hints(max_bytes=1000))
    assert not articles
    assert message in problems[-1].message
    assert problems[-1].severity == "error"
    assert problems[-1].path == path


def test_deep_nesting_is_refused_before_anything_recurses() -> None:
    page = b"<div>" * 20_000 + b"The mill at Roe will open again." + b"</div>" * 20_000
    articles, problems = read(Source("a.html", b"<html><body>" + page), Hints())
    assert not articles
    assert "nested" in problems[-1].message or "no page" in problems[-1].message


def test_long_lines_do_not_make_patterns_crawl() -> None:
    nasty = (
        " ".join(["Ann"] * 4000) + "\n\n" + "(" * 3000 + "\n\n" + "a/" * 3000 + "\n\n" + "“ " * 2000
    )
    check(Source("a.txt", nasty.encode()))
