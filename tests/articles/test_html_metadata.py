"""What pages say of themselves, in the odd ways that they say it."""

import pytest

from generator.articles import read
from generator.model import Article, Source

BODY = (
    "<p>The town council of Roe Mills voted on Thursday to keep the old bridge open to cars, which "
    "ends two years of dispute between the shops on both sides of the river.</p><p>The bridge was "
    "closed after a lorry broke through its planks. It was opened again for walkers, who had asked "
    "for it in a petition with two thousand names.</p>"
)


def article(head: str, body: str = BODY, path: str = "seeds/a.html") -> Article:
    data = f"<html><head>{head}</head><body><article>{body}</article></body></html>".encode()
    (found,), _ = read(Source(path, data))
    return found


def ld(text: str) -> str:
    return f'<script type="application/ld+json">{text}</script>'


def said(found: Article, field: str) -> list[tuple[str, str, bool]]:
    return [(w.value, w.source, w.sure) for w in found.witnesses if w.field == field]


@pytest.mark.parametrize(
    "script",
    [
        '{"@type": "NewsArticle", "headline": "Bridge &amp; mill stay", "author": "Ann Poe",}',
        '//<![CDATA[\n{"@type": "NewsArticle", "headline": "Bridge & mill stay",\n'
        '"author": ["Ann Poe"]}\n//]]>',
        "{&quot;@type&quot;: &quot;NewsArticle&quot;, &quot;headline&quot;: "
        "&quot;Bridge &amp;amp; mill stay&quot;, &quot;author&quot;: &quot;Ann Poe&quot;}",
        '{"@graph": [{"@type": "NewsArticle", "headline": "Bridge & mill stay", '
        '"author": {"@id": "#ann"}}, {"@type": "Person", "@id": "#ann", "name": "Ann Poe"}]}',
        '[{"@type": "WebPage", "headline": "Home"}, {"@type": ["Thing", "BlogPosting"], '
        '"headline": "Bridge & mill stay", "author": [{"name": "Ann Poe"}, {"name": "admin"}]}]',
    ],
)
def test_json_ld_in_any_dress(script: str) -> None:
    found = article("<title>Roe Mills Post</title>" + ld(script))
    assert (found.title, found.byline) == ("Bridge & mill stay", ("Ann Poe",))


@pytest.mark.parametrize(
    ("value", "date"),
    [
        ("2019-04-05T23:30:00-0500", "2019-04-05"),
        ("2019-04-05T23:30:00Z", "2019-04-05"),
        ("20190405T233000Z", "2019-04-05"),
        ("20190405", "2019-04-05"),
        ("1554463800", "2019-04-05"),
        ("1554463800000", "2019-04-05"),
        ("Fri, 05 Apr 2019 10:00:00 GMT", "2019-04-05"),
        ("Friday, April 5, 2019 - 10:00", "2019-04-05"),
        ("5. April 2019, 10:00 Uhr", "2019-04-05"),
    ],
)
def test_times_as_pages_print_them(value: str, date: str) -> None:
    found = article(f"<title>Bridge</title><meta name=pubdate content='{value}'>")
    assert said(found, "published") == [(date, "meta tag", True)]


def test_the_day_is_the_publishers_own() -> None:
    script = ld('{"@type": "NewsArticle", "datePublished": "2019-04-06T03:30:00Z"}')
    local = "<meta property=article:published_time content='2019-04-05T23:30:00-04:00'>"
    (first, *_) = said(article(script + local), "published")
    assert first == ("2019-04-05", "meta tag", True)
    address = "<link rel=canonical href='https://example.org/2019/04/05/bridge'>"
    (first, *_) = said(article(script + address), "published")
    assert first == ("2019-04-05", "address", True)
    # At three in the afternoon in UTC it is the sixth nowhere that was on the fifth.
    later = script.replace("T03", "T15")
    (first, *_) = said(article(later + address), "published")
    assert first == ("2019-04-06", "JSON-LD", True)


@pytest.mark.parametrize(
    ("head", "body", "path", "witness"),
    [
        ("<meta name=date content=1970-01-01>", "<p>Published 5 April 2019</p>" + BODY, "a.html",
         ("2019-04-05", "first lines", False)),
        ("", BODY, "seeds/2019-04-05-bridge.html", ("2019-04-05", "file name", False)),
        ("", "<aside><time datetime=2018-01-01>x</time></aside><time datetime=2019-04-05>y</time>"
         + BODY, "a.html", ("2019-04-05", "time element", True)),
        ("", "<span itemprop=datePublished content=2019-04-05></span>" + BODY, "a.html",
         ("2019-04-05", "time element", True)),
        ("", "<abbr class=published title=2019-04-05>Friday</abbr>" + BODY, "a.html",
         ("2019-04-05", "htmldate", False)),
    ],
)  # fmt: skip
def test_the_last_witnesses_of_a_day(
    head: str, body: str, path: str, witness: tuple[str, str, bool]
) -> None:
    assert said(article("<title>Bridge</title>" + head, body, path), "published")[0] == witness


def test_a_year_in_the_text_is_no_day_of_publication() -> None:
    found = article("<title>Bridge</title>", BODY + "<p>It was closed in 2017, they said.</p>")
    assert found.published is None


def test_section_publisher_and_address() -> None:
    found = article(
        "<meta property=article:section content=Transport><meta property=og:site_name content="
        "'Roe Mills Post'><link rel=canonical href='/2019/bridge'>"
        "<meta property=og:url content='https://example.org/x'>"
        + ld('{"@type": "BlogPosting", "publisher": {"name": "Blogger"}}')
    )
    assert said(found, "section") == [("Transport", "meta tag", True)]
    assert found.tags == ("Transport",)
    assert found.publisher == "Roe Mills Post"
    assert found.url == "https://example.org/2019/bridge"


def test_the_browser_that_saved_the_page_knows_its_address() -> None:
    data = f"<!-- saved from url=(0030)https://example.org/bridge -->\n<title>Bridge</title>{BODY}"
    (found,), _ = read(Source("a.html", data.encode()))
    assert said(found, "url") == [("https://example.org/bridge", "browser's remark", True)]


@pytest.mark.parametrize(
    ("head", "heading", "title", "source"),
    [
        ("Old bridge stays open | Roe Post", "Old bridge stays open", "Old bridge stays open",
         "main heading"),
        ("Roe Post | Old bridge stays open", "Old bridge stays open", "Old bridge stays open",
         "main heading"),
        ("The old bridge of Roe Mills stays open", "The old bridge at Roe Mills stays open",
         "The old bridge at Roe Mills stays open", "main heading"),
        ("News of the bridge and of the town of Roe Mills", "News",
         "News of the bridge and of the town of Roe Mills", "title element"),
        ("Old bridge stays open", "Markets", "Old bridge stays open", "title element"),
    ],
)  # fmt: skip
def test_the_heading_wins_where_the_head_repeats_it(
    head: str, heading: str, title: str, source: str
) -> None:
    found = article(f"<title>{head}</title>", f"<h1>{heading}</h1>{BODY}")
    assert said(found, "title")[0] == (title, source, True)


def test_a_visible_byline_is_the_last_witness_of_the_author() -> None:
    found = article("<title>Bridge</title>", "<p>By Ann Poe and Bob Roe</p>" + BODY)
    assert found.byline == ("Ann Poe", "Bob Roe")
    assert said(found, "byline") == [("Ann Poe, Bob Roe", "visible byline", False)]
    named = article("<meta name=author content='Cy Doe'>", "<p>By Ann Poe</p>" + BODY)
    assert said(named, "byline") == [("Cy Doe", "meta tag", True)]


@pytest.mark.parametrize(
    "head",
    [
        "<title>Old \u202ebridge\u202c stays</title>",
        "<title>Old &#x202e;bridge stays</title>",
        "<meta property=og:title content='Old &#8238;br&#8203;idge stays'>",
        ld('{"@type": "Article", "headline": "Old \\u202ebridge stays"}'),
    ],
)
def test_characters_that_disguise_a_title_are_taken_out_and_reported(head: str) -> None:
    data = f"<html><head><meta charset=utf-8>{head}</head><body>{BODY}</body></html>".encode()
    (found,), (problem,) = read(Source("a.html", data))
    assert found.title == "Old bridge stays"
    assert "direction-changing characters were taken out of the title or names" in problem.message


def test_invisible_characters_in_the_text_are_taken_out_without_a_word() -> None:
    text = BODY.replace("bridge", "br&#8203;id\u200bge&#x202e;")
    (found,), problems = read(Source("a.html", f"<title>Bridge</title>{text}".encode()))
    assert problems == ()
    assert "keep the old bridge open" in found.text
