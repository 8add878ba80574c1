"""Articles in Markdown: front matter says what they are."""

import pytest

from generator.articles import read
from generator.articles.markdown import plain
from generator.model import Source

MILL = """---
title: "The mill at Roe: open again"
date: 5 April 2019
author: [Ann Poe, Bob Roe]
publisher: Example Wire
url: https://example.org/mill
tags: [mills, Roe]
summary: It grinds corn as it did a hundred years ago.
related:
  - title: The mill closes
    url: https://example.org/closes
---

The **mill** at [Roe](https://example.org/roe "the town") will open
again in *May*, the owners said.

## What there is to see

* Two pairs of old stones
* A wheel of 1840[^1]

> “We grind,” she said.

![The wheel](wheel.jpg)

[^1]: By the same builder.
"""


def test_an_article_with_front_matter() -> None:
    (article,), problems = read(Source("seeds/mill.md", MILL.encode()))
    assert problems == ()
    assert article.title == "The mill at Roe: open again"
    assert article.published is not None
    assert article.published.edtf == "2019-04-05"
    assert article.byline == ("Ann Poe", "Bob Roe")
    assert article.publisher == "Example Wire"
    assert article.tags == ("mills", "Roe")
    assert article.summary == "It grinds corn as it did a hundred years ago."
    assert [(link.title, link.url) for link in article.related] == [
        ("The mill closes", "https://example.org/closes")
    ]
    assert {witness.source for witness in article.witnesses} == {"front matter"}
    assert article.text.split("\n") == [
        "The mill at Roe will open again in May, the owners said.",
        "What there is to see",
        "Two pairs of old stones",
        "A wheel of 1840",
        "“We grind,” she said.",
    ]
    assert [article.text[start:end] for start, end in article.subheadings] == [
        "What there is to see"
    ]


def test_every_line_of_the_file_is_kept() -> None:
    (article,), _ = read(Source("seeds/mill.md", MILL.encode()))
    visible = [(n, line) for n, line in enumerate(MILL.split("\n"), 1) if line.strip()]
    assert [(line.number, line.text) for line in article.lines] == visible


@pytest.mark.parametrize(
    ("old", "new", "line", "message"),
    [
        ("date: 5 April 2019", "date: 31 April 2019", 3, "April"),
        ("url: https://example.org/mill", "url: javascript:alert(1)", 6, "http"),
        ("publisher:", "publishr:", 5, "publishr"),
    ],
)
def test_faults_have_their_line(old: str, new: str, line: int, message: str) -> None:
    (article,), problems = read(Source("seeds/mill.md", MILL.replace(old, new).encode()))
    assert [problem.line for problem in problems] == [line]
    assert message in f"{problems[0].message} {problems[0].hint}"
    assert article.title == "The mill at Roe: open again"


@pytest.mark.parametrize(
    ("marked", "text"),
    [
        ("a [link](https://example.org/a_(b)) and [one][1]", "a link and one"),
        ("**bold**, *slanted*, __strong__, _soft_", "bold, slanted, strong, soft"),
        ("~~gone~~ and `code`", "gone and code"),
        ("snake_case and 2 * 3 * 4", "snake_case and 2 * 3 * 4"),
        ("a \\* star &amp; more <b>b</b>", "a * star & more b"),
        ("<https://example.org>", "https://example.org"),
    ],
)  # fmt: skip
def test_marks_are_taken_off(marked: str, text: str) -> None:
    assert plain(marked) == text


def test_a_second_front_matter_is_reported_and_not_read_as_text() -> None:
    text = "---\ntitle: One\ndate: 2019-05-01\n---\nIt rained.\n\n"
    second = "---\ntitle: Two\ntags:\n- snow\n---\nIt snowed.\n"
    articles, problems = read(Source("seeds/a.md", (text + second).encode()))
    assert articles == ()
    assert [(p.line, p.column, p.message) for p in problems] == [
        (7, 1, "a second article begins here, with front matter of its own")
    ]


def test_rules_between_paragraphs_are_no_front_matter() -> None:
    text = "---\ntitle: One\ndate: 2019-05-01\n---\nIt rained.\n\n---\n\nIt snowed.\n\n---\n"
    articles, problems = read(Source("seeds/a.md", text.encode()))
    assert len(articles) == 1
    assert problems == ()


def test_what_an_unclosed_block_may_hold_is_not_called_missing() -> None:
    _, problems = read(Source("seeds/a.md", b"---\ndate: 2019-05-01\nIt rained.\n"))
    assert [problem.message for problem in problems] == [
        'the front matter that opens here with "---" is never closed'
    ]
