"""Feeds, records and archives, whatever their bytes: articles or a reason, never a traceback."""

import gzip

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.articles import Hints, read
from generator.model import Source

PATHS = st.sampled_from(
    [
        *("a.xml", "a.rss", "a.atom", "a.json", "a.jsonl", "a.ndjson", "a.csv", "a.tsv"),
        *("a.mht", "a.mhtml", "a.warc", "a"),
    ]
)
XML = st.sampled_from(
    [
        "<?xml version='1.0'?>", "<rss version='2.0'>", "<channel>", "<item>", "</item>", "<title>",
        "</title>", "<description>", "</description>", "<feed xmlns='http://www.w3.org/2005/Atom'>",
        "<entry>", "</entry>", "<content type='xhtml'>", "<link href='http://[::1'/>", "<guid>",
        "<pubDate>31/02/2019</pubDate>", "<![CDATA[", "]]>", "&lt;p>", "&#0;", "&nbsp;", "&x;",
        "<!DOCTYPE a [<!ENTITY x 'y'>]>", "<rdf:RDF>", "The mill closed. ", "\x00", "\ud83d",
        "<updated>2019-04-05</updated>", "<category term=''/>", "<!--", "-->", "</channel></rss>",
    ]
)  # fmt: skip
DATA = st.sampled_from(
    [
        "[", "]", "{", "}", ",", ":", '"', '"title"', '"text"', '"The mill closed."', '"date"',
        '"3/4/2019"', "1e999", "NaN", "-Infinity", "null", '"\\ud800"', '"\\u0000"', '"events"',
        '"items"', '"version"', '"https://jsonfeed.org/version/1"', '{"text": "It fell."}', "\n",
        "9" * 5000, '"<p>a<br><br>b"', "\\", "\u2028", '"url": "http://[::1"', "title,text",
        ";", "\t", '""', "WARC/1.0\r\n", "Content-Length: -1\r\n", "\r\n\r\n", "HTTP/1.1 200\r\n",
        "WARC-Type: response\r\n", "Content-Type: text/html\r\n", "MIME-Version: 1.0\r\n",
        "Content-Type: multipart/related; boundary=x\r\n", "--x\r\n", "\x00", "é",
        '{"path":1,"title":[],"byline":{},"publisher":[[]],"body":"a\\n\\nb"}',
    ]
)  # fmt: skip


def check(source: Source) -> None:
    articles, problems = read(source, Hints(max_seconds=0))
    # What goes to the store must be text.
    msgspec.msgpack.encode((articles, problems))
    assert articles or any(problem.severity == "error" for problem in problems)
    assert len({article.id for article in articles}) == len(articles)
    for article in articles:
        assert article.title
        assert article.text.strip()
        assert "\n\n" not in article.text
        assert set(article.subheadings) <= set(article.paragraphs)
    for problem in problems:
        assert problem.path == source.path
        assert min(problem.line, problem.column) >= 0


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(PATHS, st.binary(max_size=300))
def test_random_bytes(path: str, data: bytes) -> None:
    check(Source(path, data))
    check(Source(f"{path}.gz", gzip.compress(data) + data))


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(PATHS, st.lists(XML, max_size=30))
def test_random_feeds(path: str, parts: list[str]) -> None:
    check(Source(path, "".join(parts).encode("utf-8", "replace")))


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(PATHS, st.lists(DATA, max_size=30))
def test_random_data(path: str, parts: list[str]) -> None:
    check(Source(path, "".join(parts).encode()))


@pytest.mark.parametrize(
    ("path", "data"),
    [
        ("a.json", b"[" * 200_000),
        ("a.json", b'{"a":' * 200_000),
        ("a.json", b"[" + b"}" * 200_000),
        ("a.json", b'["' + b'\\"' * 200_000),
        ("a.json", b'"' * 200_000),
        ("a.json", b'[{"text": ' + b"9" * 200_000 + b"}]"),
        ("a.jsonl", b"{\n" * 200_000),
        ("a.csv", b"title,text\n" + b'"a\n' * 50_001),
        ("a.csv", b"text," * 50_000 + b"\n"),
        ("a.csv", b'title,text\na,"' + b"word " * 200_000 + b'"\n'),
        ("a.jsonl", b'{"text": "' + b"<p>" * 50_000 + b'mill"}'),
        ("a.xml", b"<rss><channel><item>" + b"<a>" * 50_000),
        ("a.json.gz", gzip.compress(b"") * 20_000),
        ("a.json.gz", gzip.compress(b"[" + b" " * 150_000_000)),
        ("a.warc.gz", gzip.compress(b"WARC/1.0\r\n" + b" " * 5_000_000)),
    ],
)
def test_much_of_one_thing(path: str, data: bytes) -> None:
    check(Source(path, data))
