"""Feeds: one article an item, read from bytes alone."""

import subprocess
import sys

from generator.articles import Hints, read
from generator.errors import Problem
from generator.model import Article, Source

RSS = """<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
     xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>Example Wire</title><link>https://example.org/news/</link><language>en-gb</language>
<item>
  <title>The mill &amp;amp; the dam</title>
  <link>/2019/mill</link>
  <guid isPermaLink="false">mill-1</guid>
  <pubDate>Fri, 05 Apr 2019 23:30:00 -0500</pubDate>
  <dc:creator>Ann Poe and Bob Roe</dc:creator>
  <category>Mills</category><category>mills</category><category>Roe</category>
  <description>A &lt;b&gt;short&lt;/b&gt; account.</description>
  <content:encoded><![CDATA[
    <p>The mill at Roe closed on <em>Thursday</em>.<script>alert(1)</script></p>
    <h2>The vote</h2>
    <p>The council voted in March 2018.<br>It voted again.</p>
    <figure><img src="a.png"><figcaption>The mill at night</figcaption></figure>
    <p>The post <a href="x">The mill</a> appeared first on <a href="y">Example Wire</a>.</p>
  ]]></content:encoded>
</item>
%s
</channel></rss>"""


def feed(text: str, path: str = "wire.xml") -> tuple[tuple[Article, ...], tuple[Problem, ...]]:
    return read(Source(path, text.encode()))


def test_an_item_of_rss() -> None:
    (article,), problems = feed(RSS % "")
    assert problems == ()
    assert article.title == "The mill & the dam"
    assert article.text == (
        "The mill at Roe closed on Thursday.\nThe vote\n"
        "The council voted in March 2018. It voted again."
    )
    assert [article.text[start:end] for start, end in article.subheadings] == ["The vote"]
    assert article.published is not None
    # The day at the place of the publisher; in UTC it is the 6th.
    assert article.published.edtf == "2019-04-05"
    assert article.byline == ("Ann Poe", "Bob Roe")
    assert article.publisher == "Example Wire"
    assert article.url == "https://example.org/2019/mill"
    assert article.tags == ("Mills", "Roe")
    assert article.summary == "A short account."
    assert article.language == "en"
    assert {w.source for w in article.witnesses} == {"feed"}
    assert all(witness.sure for witness in article.witnesses)
    assert [(line.number, line.kind, line.text) for line in article.lines][-2:] == [
        (5, "caption", "The mill at night"),
        (5, "promotion", "The post The mill appeared first on Example Wire."),
    ]


def test_an_item_of_a_summary_is_kept_and_said_to_be_one() -> None:
    item = "<item><description>The harbour of Roe opened.</description><guid>h-1</guid></item>"
    articles, problems = feed(RSS % item)
    harbour = articles[1]
    assert harbour.text == "The harbour of Roe opened."
    assert harbour.title == "The harbour of Roe opened."
    assert next((w.field, w.sure) for w in harbour.witnesses) == ("title", False)
    assert [str(problem) for problem in problems] == [
        "wire.xml:21: warning: 1 of 2 items holds only a summary; that is read as the text "
        "(for the whole articles save their pages, or a feed that holds them)"
    ]


def test_the_id_follows_the_guid_and_not_the_place() -> None:
    item = "<item><description>The harbour of Roe opened.</description><guid>h-1</guid></item>"
    other = "<item><title>New</title><description>The new item.</description></item>"
    first, _ = feed(RSS % item)
    later, _ = feed(RSS % (other + item))
    assert first[1].id == later[2].id


def test_items_of_one_address_stay_apart_and_the_same_item_twice_is_one() -> None:
    def item(text: str) -> str:
        link = "<link>https://example.org/a</link>"
        return f"<item><title>The same</title>{link}<description>{text}</description></item>"

    articles, problems = feed(RSS % (item("One text.") + item("Another.") + item("One text.")))
    assert len({article.id for article in articles}) == len(articles) == 3
    assert any("stands in this file twice" in problem.message for problem in problems)


def test_atom() -> None:
    (article,), problems = feed(
        """<feed xmlns="http://www.w3.org/2005/Atom"><title>Example Wire</title>
        <link href="https://example.org/"/>
        <entry><title type="html">The &lt;i&gt;ferry&lt;/i&gt; sinks</title>
        <link rel="alternate" href="/ferry"/><id>urn:x:1</id>
        <updated>2019-04-07T10:00:00Z</updated><published>2019-04-06T10:00:00Z</published>
        <author><name>Ann Poe</name></author><category term="ferries"/>
        <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>It sank.</p>
        <p>It was old.</p></div></content></entry></feed>""",
        "atom.atom",
    )
    assert problems == ()
    assert article.title == "The ferry sinks"
    assert article.text == "It sank.\nIt was old."
    assert article.published is not None
    assert article.published.edtf == "2019-04-06"
    assert article.url == "https://example.org/ferry"
    assert article.byline == ("Ann Poe",)


def test_rss_of_other_times() -> None:
    (old,), _ = feed(
        """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
        xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
        <channel><title>Example Wire</title></channel><item rdf:about="https://example.org/m">
        <title>The mill</title><link>https://example.org/m</link><dc:date>2004-05-06</dc:date>
        <description>It closed.</description></item></rdf:RDF>""",
        "old.rdf",
    )
    assert old.published is not None
    assert old.published.edtf == "2004-05-06"
    (older,), _ = feed(
        '<rss version="0.91"><channel><title>Example Wire</title><item><title>The mill</title>'
        "<description>It closed.</description></item></channel></rss>"
    )
    assert older.publisher == "Example Wire"


def test_broken_xml_costs_what_is_broken() -> None:
    articles, problems = feed(RSS % "<item><title>Bread & jam</title></item>")
    assert articles[0].title.startswith("The mill")
    assert problems[0].severity == "warning"
    assert (problems[0].line, problems[0].column) == (21, 21)
    assert "broken here" in problems[0].message


def test_xml_that_is_no_feed_is_refused() -> None:
    articles, problems = feed("<?xml version='1.0'?><catalog><p>The mill.</p></catalog>")
    assert articles == ()
    assert problems[0].message == "this is no feed: it holds the element <catalog>"
    assert problems[0].severity == "error"


def test_a_page_is_no_feed_whatever_its_suffix() -> None:
    text = "<p>The mill at Roe will open again in May, the owners said on Monday.</p>" * 3
    page = f"<?xml version='1.0'?>\n<html><head><title>Roe</title></head><body>{text}</body></html>"
    for path in ("page.xhtml", "page.xml"):
        (article,), _ = feed(page, path)
        assert article.title == "Roe"


def test_entities_open_no_file_and_grow_no_text() -> None:
    (article,), _ = feed(
        '<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/hostname"><!ENTITY a "aaaaaaaaaa">'
        '<!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;">]><rss version="2.0"><channel><item>'
        "<title>T</title><description>Text &x; &b; end.</description></item></channel></rss>"
    )
    assert len(article.text) < 40


def test_a_feed_nested_without_end_is_refused_at_once() -> None:
    articles, problems = feed("<rss><channel><item>" + "<a>" * 100_000)
    assert articles == ()
    assert "nested more than" in problems[0].message


def test_a_date_of_figures_follows_the_order() -> None:
    item = "<item><description>Text.</description><pubDate>3/4/2019</pubDate></item>"
    source = Source("a.rss", (RSS % item).encode())
    articles, problems = read(source)
    assert articles[1].published is None
    assert any("2019-04-03 (day first) or 2019-03-04" in problem.message for problem in problems)
    articles, _ = read(source, Hints(date_order="mdy"))
    assert articles[1].published is not None
    assert articles[1].published.edtf == "2019-03-04"


def test_what_is_no_feed_loads_no_feedparser() -> None:
    code = (
        "import sys; from generator.articles import read; from generator.model import Source;"
        "read(Source('a.jsonl', b'{\"text\": \"The mill closed.\"}'));"
        "sys.exit('feedparser' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
