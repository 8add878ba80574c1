"""Records of articles: JSON, one JSON object a line, JSON Feed, and tables."""

import gzip
import json
import re
from pathlib import Path

import msgspec
import pytest

from generator.articles import Hints, read
from generator.articles.records import KEYS, name_of
from generator.cli.showing import article_record
from generator.errors import Problem
from generator.model import Article, Source

RECORD = {
    "headline": "The dam breaks",
    "pub_date": "2019-04-05T10:00:00Z",
    "authors": [{"name": "Ann Poe"}, "Bob Roe"],
    "source": "Example Wire",
    "link": "https://example.org/dam",
    "keywords": "dams, Roe",
    "content": "The dam broke on Thursday.\n\nIt was built in 1990.",
}


def of(text: str, path: str = "a.json", hints: Hints | None = None) -> list[Article]:
    return list(read(Source(path, text.encode()), hints)[0])


def wrong(text: str, path: str = "a.json", hints: Hints | None = None) -> list[str]:
    return [str(problem) for problem in read(Source(path, text.encode()), hints)[1]]


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("a.json", json.dumps([RECORD])),
        ("a.json", json.dumps({"total": 1, "articles": [RECORD]}, indent=2)),
        ("a.json", json.dumps(RECORD)),
        ("a.json", f"{json.dumps(RECORD)}\n{json.dumps(RECORD | {'link': ''})}\n"),
        ("a.jsonl", "\ufeff" + json.dumps(RECORD) + "\r\n\r\n"),
        ("a.ndjson", json.dumps(RECORD)),
        ("a.jsonl", json.dumps([RECORD])),
        ("records", json.dumps([RECORD])),
    ],
)
def test_records_of_json(path: str, text: str) -> None:
    articles, problems = read(Source(path, text.encode()))
    assert problems == ()
    article = articles[0]
    assert article.title == "The dam breaks"
    assert article.published is not None
    assert article.published.edtf == "2019-04-05"
    assert article.byline == ("Ann Poe", "Bob Roe")
    assert article.publisher == "Example Wire"
    assert article.url == "https://example.org/dam"
    assert article.tags == ("dams", "Roe")
    assert article.text == "The dam broke on Thursday.\nIt was built in 1990."
    sources = {witness.field: witness.source for witness in article.witnesses}
    assert sources["published"] == 'key "pub_date" of the JSON record'


def test_a_table() -> None:
    articles, problems = read(
        Source(
            "a.csv.gz",
            gzip.compress(
                "\ufeffHeadline;Date;Author;Body\r\n"
                '"The ""old"" bridge";2018-05-03;Ann Poe;"It opened; at last.\r\n\r\nIt stood."\r\n'
                "The tower;4 May 2018;;<p>It fell.</p><p>Nobody was hurt.</p>\r\n".encode()
            ),
        )
    )
    assert problems == ()
    assert [article.title for article in articles] == ['The "old" bridge', "The tower"]
    assert [article.text for article in articles] == [
        "It opened; at last.\nIt stood.",
        "It fell.\nNobody was hurt.",
    ]
    assert [line.number for line in articles[1].lines] == [5, 5, 5]
    assert articles[0].witnesses[1].source == 'column "Date"'


def test_what_read_prints_is_read_back() -> None:
    lines = []
    made = []
    for text in (
        "---\ntitle: A &amp; <b>\ndate: 2019-04\nauthor: [Poe the Elder, Example Wire desk]\n"
        "publisher: Wire & Co\nurl: https://example.org/a\ntags: ['a, b', c]\n---\n"
        "One line\n\n## Then\n\nTwo &lt;p> lines,\n\nwith more",
        "---\ntitle: B\n---\nA text without a date.\n",
    ):
        ((article,), _) = read(Source("old.md", text.encode()))
        made.append(article)
        lines.append(msgspec.json.encode(article_record(article, False)).decode())
    again, problems = read(Source("new.jsonl", "\n".join(lines).encode()))
    assert problems == ()
    assert [article_record(a, False) | {"path": ""} for a in again] == [
        article_record(a, False) | {"path": ""} for a in made
    ]


def test_json_feed() -> None:
    (article,), problems = read(
        Source(
            "feed.json",
            json.dumps(
                {
                    "version": "https://jsonfeed.org/version/1.1",
                    "title": "Example Wire",
                    "home_page_url": "https://example.org/",
                    "language": "en-GB",
                    "authors": [{"name": "Ann Poe"}],
                    "items": [
                        {
                            "id": "1",
                            "url": "/dam",
                            "title": "The dam",
                            "content_html": "<p>It broke.</p>",
                            "content_text": "Not this",
                            "summary": "A break",
                            "date_published": "2019-04-05T10:00:00-05:00",
                            "tags": ["dams"],
                            "_own": 1,
                            "external_url": "https://example.com/",
                        }
                    ],
                }
            ).encode(),
        )
    )
    assert problems == ()
    assert (article.title, article.text, article.summary) == ("The dam", "It broke.", "A break")
    assert article.url == "https://example.org/dam"
    assert article.publisher == "Example Wire"
    assert article.byline == ("Ann Poe",)
    assert {witness.source for witness in article.witnesses} == {"feed"}


def test_a_faulty_record_costs_only_itself() -> None:
    text = '[{"title": "A", "text": "One."},\n {"title": },\n "x",\n {"title": "B"},\n'
    text += ' {"title": "C", "text": "Two.", "date": "2019-02-30"}]'
    assert [article.title for article in of(text)] == ["A", "C"]
    assert wrong(text) == [
        "a.json:2:12: this is no JSON: expecting value (this record is left out; mend it here)",
        'a.json:3:2: this record is no object (expected {"title": …, "published": …, "text": …})',
        "a.json:5:2: 2019-02 has no day 30 (its last day is 28)",
        "a.json:4:2: this record has no text "
        "(expected it under a key such as text, body or content)",
    ]
    lines = '{"title": "A", "text": "One."}\n{"title": \n{"title": "C", "text": "Two."} x\n'
    assert [article.title for article in of(lines, "a.jsonl")] == ["A"]
    assert [problem.split(": ")[0] for problem in wrong(lines, "a.jsonl")] == [
        "a.jsonl:2:11",
        "a.jsonl:3:32",
    ]


def test_a_faulty_row_costs_only_itself() -> None:
    text = 'title,text\nA,One.\n"Open,two\nB,Two.\nC,a,b\nfew\nD,Four.\n'
    assert [article.title for article in of(text, "a.csv")] == ["A", "B", "D"]
    assert [problem.split(" (")[0] for problem in wrong(text, "a.csv")] == [
        "a.csv:3:1: a quotation mark that opens in this row is not closed",
        "a.csv:5:1: this row has 3 cells, and the first row 2",
        "a.csv:6:1: this row has one cell, and the first row 2",
    ]


def test_an_unknown_key_is_told_once() -> None:
    record = {"title": "A", "text": "One.", "publised": "2019"}
    text = json.dumps([record | {"url": f"https://example.org/{n}"} for n in range(3)])
    assert wrong(text) == [
        'a.json:1: warning: the key "publised" is unknown (did you mean "published"?)'
    ]


def test_a_number_is_no_name() -> None:
    record = {"title": 1984, "text": "One.", "author": 3, "categories": [1, 2], "tags": ["2019"]}
    text = json.dumps([record, {"text": "Two.", "id": 7, "published": 1554422400}])
    first, second = of(text)
    assert (first.title, first.byline, first.tags) == ("1984", (), ("2019",))
    assert second.published is not None


def test_an_address_may_hold_a_space() -> None:
    (article,) = of('[{"title": "A", "text": "One.", "url": " https://example.org/a b\\n"}]')
    assert article.url == "https://example.org/a%20b"


def test_figures_alone_follow_the_order() -> None:
    text = '[{"title": "A", "text": "One.", "date": "3/4/2019"}]'
    assert "2019-04-03 (day first) or 2019-03-04 (month first)" in wrong(text)[0]
    (article,) = of(text, hints=Hints(date_order="dmy"))
    assert article.published is not None
    assert article.published.edtf == "2019-04-03"


@pytest.mark.parametrize(
    ("date", "edtf"),
    [
        ("1554422400", "2019-04-05"),
        ("1554422400000", "2019-04-05"),
        ("20190405", "2019-04-05"),
        ("2019-04-05 23:30:00-05:00", "2019-04-05"),
        ("Fri, 05 Apr 2019 23:30:00 -0500", "2019-04-05"),
        ("Fri, 05 Apr 19 23:30:00 GMT", "2019-04-05"),
        ("April 5, 2019, 3 PM", "2019-04-05"),
        ("2019-04", "2019-04"),
    ],
)
def test_days_of_publication(date: str, edtf: str) -> None:
    (article,) = of(json.dumps([{"title": "A", "text": "One.", "published": date}]))
    assert article.published is not None
    assert article.published.edtf == edtf


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("e.csv", "Year,Month,Day,End Year,Headline,Text,Media\n2019,4,5,,A,B,\n"),
        ("e.csv", "id,date,date_text,earliest,latest,title,text\n1,2019,2019,,,A,B\n"),
        ("e.json", '{"events": [{"start_date": {"year": "2019"}, "text": {"headline": "A"}}]}'),
        ("e.json", '{"title": "T", "events": [{"date": "2019", "earliest": "2019-01-01"}]}'),
    ],
)
def test_events_are_no_articles(path: str, text: str) -> None:
    articles, problems = read(Source(path, text.encode()))
    assert articles == ()
    assert problems == (
        Problem(
            path,
            1,
            0,
            "this file holds events, and no articles",
            f"run `backstory import {path}` to turn the events into files under content/",
        ),
    )


@pytest.mark.parametrize(
    ("path", "text", "message"),
    [
        ("a.json", "[]", "there are no articles in this file"),
        ("a.json", '{"name": "x", "scripts": {}}', "there are no articles in this file"),
        ("a.json", "17", "this record is no object"),
        ("a.json", "", "the file is empty"),
        ("a.json", "[" * 100_000, "nested too deep"),
        ("a.csv", "x,y\n1,2\n", "names no column for the text"),
        ("a.csv", ",,\n", "names no column for the text"),
        ("a.tsv", " \n", "the file is empty"),
    ],
)
def test_what_is_no_article_is_refused(path: str, text: str, message: str) -> None:
    articles, problems = read(Source(path, text.encode()))
    assert articles == ()
    assert message in problems[0].message
    assert problems[0].severity == "error"


def test_odd_values() -> None:
    text = (
        '[{"title": NaN, "text": "One \\ud800 two \\ud83d\\ude00\\u0000\\u2028x.", "text": 5},'
        '{"title": "A", "text": "a\u2028b", "published": {"x": []}, "tags": [1, null, "t"]}]'
    )
    articles, problems = read(Source("a.json", text.encode()))
    msgspec.msgpack.encode(articles)
    assert articles[0].text == "5"
    assert articles[1].text == "a\nb"
    assert any("stands here twice" in problem.message for problem in problems)


def test_the_largest_of_one_document_is_the_largest_of_one_record() -> None:
    records = [{"title": f"T {n}", "text": "word " * 100} for n in range(10)]
    records.append({"title": "Long", "text": "word " * 1000})
    articles, problems = read(Source("a.json", json.dumps(records).encode()), Hints(max_bytes=1000))
    assert len(articles) == 10
    assert "longer than 1,000 characters" in problems[0].message


def test_the_keys_that_are_documented() -> None:
    text = (Path(__file__).parents[2] / "docs/articles.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| `(\w+)` \| (`.*?) \|", text, re.MULTILINE)
    assert {name for name, _ in rows} == set(KEYS) - {"id", "path", "related", "source", "updated"}
    for name, others in rows:
        for alias in re.findall(r"`(\w+)`", others):
            assert name_of(alias) == name


def test_a_table_is_known_by_its_first_row() -> None:
    table = 'title,published,text\nA,2019-02-03,"It broke."\nB,2019-02-04,"It was mended."\n'
    assert [article.title for article in of(table, "a.txt")] == ["A", "B"]
    prose = "Title, text and published\n\nThe dam at Roe broke on Monday, the council said.\n"
    assert len(of(prose, "a.txt")) == 1
