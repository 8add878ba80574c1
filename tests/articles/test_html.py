"""Saved news pages: the body, and what the page says of itself."""

import gzip

import pytest

from generator.articles import Hints, read
from generator.errors import Problem
from generator.model import Article, Source

BODY = """
<p>The town council of Roe Mills voted on Thursday to keep the old bridge open to cars, which ends
two years of dispute between the shops on both sides of the river.</p>
<p>The bridge was closed in 2017 after a lorry broke through its planks. It was opened again last
year for walkers, who had asked for it in a petition with two thousand names.</p>
<h2>What it costs</h2>
<p>The repairs will cost 1.2 million pounds, the council said, and are to begin in the first days
of June. The county pays for half of them, and the railway for a tenth.</p>
<p>“We are glad that this is over,” Mayor Carla Doe said after the vote. “The town needs its
bridge, and the bridge needs its town.”</p>
"""

PAGE = (
    """<!doctype html>
<html lang="en-GB"><head><meta charset="{charset}">
<title>Old bridge stays open | Roe Mills Post</title>
<meta property="og:title" content="Council votes to keep the old bridge open">
<meta property="og:site_name" content="Roe Mills Post">
<meta property="og:description" content="Cars may use it again from spring.">
<meta property="article:published_time" content="{meta}">
<meta name="author" content="Ann Poe">
<meta property="article:tag" content="Bridges"><meta property="article:tag" content="Roe Mills">
<link rel="canonical" href="https://example.org/2019/bridge-stays-open">
<script type="application/ld+json">{{"@context": "https://schema.org", "@graph": [
 {{"@type": "WebSite", "name": "Roe Mills Post"}},
 {{"@type": "NewsArticle", "headline": "Council votes to keep the old bridge open",
   "datePublished": "2019-04-05T10:00:00+01:00",
   "author": [{{"@type": "Person", "name": "Ann Poe"}}, {{"name": "Bob Roe"}}],
   "publisher": {{"@type": "Organization", "name": "Roe Mills Post"}}}}]}}</script>
</head><body><nav><a href="/">Home</a> <a href="/news">News</a></nav>
<h1>Roe Mills Post</h1>
<article><h1>Council votes to keep the old bridge open</h1>"""
    + BODY
    + """</article>
<footer><p>Copyright 2019 Roe Mills Post. All rights reserved.</p></footer></body></html>"""
)


def page(charset: str = "utf-8", meta: str = "2019-04-05T09:00:00Z") -> str:
    return PAGE.format(charset=charset, meta=meta)


def article(data: bytes, path: str = "seeds/bridge.html") -> tuple[Article, tuple[Problem, ...]]:
    found, problems = read(Source(path, data))
    (article,) = found
    return article, problems


def test_every_field_comes_from_where_the_page_says_it_best() -> None:
    found, problems = article(page().encode())
    assert problems == ()
    assert found.title == "Council votes to keep the old bridge open"
    assert found.published is not None
    assert found.published.edtf == "2019-04-05"
    assert found.byline == ("Ann Poe", "Bob Roe")
    assert found.publisher == "Roe Mills Post"
    assert found.url == "https://example.org/2019/bridge-stays-open"
    assert found.tags == ("Bridges", "Roe Mills")
    assert found.summary == "Cars may use it again from spring."
    assert found.language == "en"
    sources = {witness.field: witness.source for witness in reversed(found.witnesses)}
    assert sources == {
        "title": "main heading",
        "published": "JSON-LD",
        "byline": "JSON-LD",
        "publisher": "JSON-LD",
        "tags": "meta tag",
        "url": "canonical link",
    }


def test_the_body_has_its_paragraphs_and_its_subheading() -> None:
    found, _ = article(page().encode())
    paragraphs = found.text.split("\n")
    assert [paragraph[:10] for paragraph in paragraphs] == [
        "The town c",
        "The bridge",
        "What it co",
        "The repair",
        "“We are gl",
    ]
    assert [found.text[start:end] for start, end in found.subheadings] == ["What it costs"]
    kinds = {line.text: line.kind for line in found.lines}
    assert kinds["Council votes to keep the old bridge open"] == "title"
    assert kinds["Copyright 2019 Roe Mills Post. All rights reserved."] == "boilerplate"


@pytest.mark.parametrize("path", ["a.html", "a.htm", "a.html.gz", "a", "a.dat"])
def test_a_page_is_known_by_its_content_as_well(path: str) -> None:
    data = page().encode()
    plain, _ = article(data, path)
    packed, _ = article(gzip.compress(data), path)
    assert plain.title == packed.title == "Council votes to keep the old bridge open"


def test_the_encoding_in_the_page_is_believed() -> None:
    found, problems = article(page("windows-1252").encode("cp1252"))
    assert problems == ()
    assert "“We are glad that this is over,”" in found.text


def test_dates_that_disagree_are_reported_and_kept() -> None:
    found, problems = article(page(meta="2019-03-01").encode())
    assert found.published is not None
    assert found.published.edtf == "2019-04-05"
    assert [(problem.severity, "different days" in problem.message) for problem in problems] == [
        ("warning", True)
    ]
    told = [witness.value for witness in found.witnesses if witness.field == "published"]
    assert told == ["2019-04-05", "2019-03-01"]


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("<title>Bridge stays open | Roe Mills Post</title>", "Bridge stays open"),
        ("<title>Roe Mills Post - Bridge stays open to all who want to cross it</title>",
         "Roe Mills Post - Bridge stays open to all who want to cross it"),
        ("<meta property='og:site_name' content='Roe Mills Post'>"
         "<title>Roe Mills Post: Bridge stays open to all who want to cross it</title>",
         "Roe Mills Post: Bridge stays open to all who want to cross it"),
        ("<meta property='og:site_name' content='Roe Mills Post'>"
         "<title>Roe Mills Post | Bridge stays open to all who want to cross it</title>",
         "Bridge stays open to all who want to cross it"),
        ("<meta property='og:title' content='Bridge stays open'><title>News</title>",
         "Bridge stays open"),
    ],
)  # fmt: skip
def test_a_title_without_a_heading_loses_the_name_of_the_site(head: str, title: str) -> None:
    found, _ = article(f"<html><head>{head}</head><body>{BODY}</body></html>".encode())
    assert found.title == title


def test_a_page_without_any_title_says_so() -> None:
    found, problems = article(f"<html><body><article>{BODY}</article></body></html>".encode())
    assert found.title.startswith("The town council of Roe Mills")
    assert "no title" in problems[0].message


def test_broken_json_ld_costs_nothing() -> None:
    for script in ('{"@type": "NewsArticle", ', "[" * 5000, '{"headline": 3}', "null"):
        text = page().replace('{"@context"', script + '{"@context"')
        found, _ = article(text.encode())
        assert found.title == "Council votes to keep the old bridge open"
        assert found.published is not None


def test_json_ld_with_raw_line_breaks_is_read() -> None:
    text = page().replace('"headline": "Council', '"headline": "Council\n')
    found, _ = article(text.encode())
    assert found.byline == ("Ann Poe", "Bob Roe")


def test_hints_stand_above_what_the_page_says() -> None:
    hints = Hints(publisher="Example Wire", url="https://example.org/x")
    (found,), _ = read(Source("a.html", page().encode()), hints)
    assert (found.publisher, found.url) == ("Example Wire", "https://example.org/x")
