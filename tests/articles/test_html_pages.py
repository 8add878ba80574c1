"""Pages that are made otherwise than an article and a head: by classes of what goes wrong."""

import pytest

from generator.articles import Hints, read
from generator.model import Article, Source

FIRST = (
    "The town council of Roe Mills voted on Thursday to keep the old bridge open to cars, which "
    "ends two years of dispute between the shops on both sides of the river."
)
SECOND = (
    "The bridge was closed in 2017 after a lorry broke through its planks. It was opened again "
    "last year for walkers, who had asked for it in a petition with two thousand names."
)
THIRD = (
    "The repairs will cost 1.2 million pounds, the council said, and are to begin in the first "
    "days of June. The county pays for half of them, and the railway for a tenth."
)
BODY = f"<p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p>"
HEAD = "<title>Old bridge stays open</title><meta name=date content=2019-04-05>"


def page(body: str, head: str = HEAD) -> bytes:
    return f"<html><head>{head}</head><body>{body}</body></html>".encode()


def told(data: bytes, hints: Hints | None = None) -> tuple[Article | None, list[str]]:
    articles, problems = read(Source("seeds/a.html", data), hints)
    return (articles[0] if articles else None), [problem.message for problem in problems]


def paragraphs(data: bytes) -> list[str]:
    found, problems = told(data)
    assert problems == []
    assert found is not None
    return found.text.split("\n")


@pytest.mark.parametrize(
    ("name", "body"),
    [
        ("article", f"<article>{BODY}</article>"),
        ("table for layout", f"<table><tr><td>{BODY}</td></tr></table>"),
        ("line breaks", f"<div>{FIRST}<br><br>{SECOND}<br><br>{THIRD}</div>"),
        ("shown by a script", f"<div style='display:none'><article>{BODY}</article></div>"),
        (
            "hidden words",
            f"<article>{BODY}<p hidden>Nobody has ever seen these words on a page of Roe.</p>"
            "<p style='display: none'>Buy our soap, the best soap that there is in Merania.</p>"
            "</article>",
        ),
        (
            "boxes around it",
            f"<nav><a href=/>Home</a></nav><article>{BODY}<div class=related><h3>Related articles"
            "</h3><ul><li><a href=x>The bridge was closed</a></li></ul></div></article>"
            "<div id=cookie-banner><p>We use cookies to make this site better for you.</p></div>"
            "<section id=comments><h3>Comments</h3><p>I never liked it, says Bob.</p></section>",
        ),
    ],
)
def test_the_text_and_nothing_else(name: str, body: str) -> None:
    assert paragraphs(page(body)) == [FIRST, SECOND, THIRD], name


def test_tables_and_lists_of_text_are_text() -> None:
    rows = (
        "<table><tr><th>Year</th><th>What happened</th></tr><tr><td>2017</td>"
        "<td>A lorry broke through the planks of the bridge.</td></tr></table>"
        "<ul><li>In May the engineers look at the piers.</li></ul>"
    )
    assert paragraphs(page(f"<article>{BODY}{rows}</article>"))[3:] == [
        "Year What happened",
        "2017 A lorry broke through the planks of the bridge.",
        "In May the engineers look at the piers.",
    ]


def test_quoted_posts_and_quotations_in_quotations_are_kept() -> None:
    post = (
        "<div class='social-media-embed'><blockquote class='twitter-tweet'><p>The bridge is open "
        "again and we are glad of it.</p>— Ann Poe (@annpoe)</blockquote></div>"
    )
    letter = (
        "<blockquote><p>She wrote to them:</p><blockquote><p>Do not close the bridge, for it is "
        "all that we have in this town.</p></blockquote></blockquote><p>They did not.</p>"
    )
    assert paragraphs(page(f"<article>{BODY}{post}{letter}</article>"))[3:] == [
        "The bridge is open again and we are glad of it.",
        "— Ann Poe (@annpoe)",
        "She wrote to them:",
        "Do not close the bridge, for it is all that we have in this town.",
        "They did not.",
    ]


def test_a_link_makes_no_hole_in_a_sentence() -> None:
    sentence = (
        "<p>Bob Roe wrote in March that <span class='link share'><a class='nav-link' href=x>the "
        "county will pay</a></span> for the works at the bridge.</p>"
    )
    assert paragraphs(page(f"<article>{BODY}{sentence}</article>"))[-1] == (
        "Bob Roe wrote in March that the county will pay for the works at the bridge."
    )


ARABIC = "صوت مجلس المدينة يوم الخميس على إبقاء الجسر القديم مفتوحا أمام السيارات وينهي النزاع."
RUSSIAN = "Городской совет в четверг проголосовал за то, чтобы оставить старый мост открытым."
CHINESE = "市议会周四投票决定继续开放旧桥供汽车通行，结束了两岸商店之间长达两年的争议。"
FRENCH = "Le conseil a voté jeudi pour garder l’ancien pont ouvert aux voitures, après deux ans."


@pytest.mark.parametrize(
    ("language", "encoding", "text"),
    [
        ("ar", "windows-1256", ARABIC),
        ("ar", "utf-8", ARABIC),
        ("ru", "windows-1251", RUSSIAN),
        ("ru", "koi8-r", RUSSIAN),
        ("zh", "gb2312", CHINESE),
        ("zh", "big5", "市議會週四投票決定繼續開放舊橋供汽車通行，結束了兩岸商店之間的爭議。"),
        ("fr", "iso-8859-1", FRENCH),
    ],
)
def test_languages_and_their_old_encodings(language: str, encoding: str, text: str) -> None:
    html = (
        f"<html lang={language}><head><meta charset={encoding}><title>{text[:20]}</title></head>"
        f"<body><article><p>{text * 3}</p><p>{text * 2}</p></article></body></html>"
    )
    # A page that says ISO-8859-1 holds Windows-1252: it is what browsers take it for.
    written = "cp1252" if encoding == "iso-8859-1" else encoding
    found, problems = told(html.encode(written))
    assert problems == []
    assert found is not None
    assert (found.language, found.text) == (language, f"{text * 3}\n{text * 2}")


def test_the_site_says_the_encoding_of_pages_that_do_not() -> None:
    html = f"<html lang=ru><title>Мост</title><p>{RUSSIAN * 3}</p>".encode("cp1251")
    found, problems = told(html, Hints(encoding="windows-1251"))
    assert (found is not None and found.text, problems) == (RUSSIAN * 3, [])
    declared = html.replace(b"<title>", b"<meta charset=koi8-r><title>")
    found, _ = told(declared, Hints(encoding="windows-1251"))
    assert found is not None
    assert found.title != "Мост"


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"<html><head><title>x</title><script src=a.js></script><body><div id=root></div>",
         "scripts make it in the browser"),
        (b"<html><frameset cols='1,1'><frame src=a><frame src=b></frameset></html>",
         "made of frames"),
        (b"<html><body><p " + b" ".join(b"a%d=1" % n for n in range(30_000)) + b">The mill.</p>",
         "500 attributes or more"),
        (b"<html>" + b"<p>" * 400_001, "more than 400,000 elements"),
    ],
)  # fmt: skip
def test_pages_without_an_article_say_why(data: bytes, message: str) -> None:
    found, problems = told(data)
    assert found is None
    assert message in problems[-1]


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (page("".join(f"<article><h2><a href=/{n}>News {n} of Roe Mills</a></h2><p>{FIRST} {n}</p>"
                      "</article>" for n in range(8))),
         "looks like a list of articles rather than one: 8 linked headings"),
        (page(BODY, HEAD + '<script type="application/ld+json">{"@type": "NewsArticle", '
                           '"isAccessibleForFree": "False"}</script>'),
         "its text is for subscribers"),
        (page(BODY, HEAD + "<meta name=author content='Ann Poe'><script type='application/ld+json'>"
                           '{"@type": "Article", "author": {"name": "Bob Roe"}}</script>'),
         "different authors: Bob Roe (JSON-LD) and Ann Poe (meta tag)"),
        (page("<h1>Markets at noon</h1>" + BODY), 'heading "Markets at noon" is not its title'),
        (page(BODY, HEAD + "<meta property=article:modified_time content=2019-03-01>"),
         "published on 2019-04-05, but last changed on 2019-03-01"),
    ],
)  # fmt: skip
def test_pages_that_contradict_themselves_are_read_with_a_warning(
    data: bytes, message: str
) -> None:
    found, problems = told(data)
    assert found is not None
    assert [message in problem for problem in problems] == [True]


def test_every_line_outside_the_body_is_kept_with_its_reason() -> None:
    found, _ = told(page(f"<div>Roe Mills Post</div><article>{BODY}</article><div>Imprint</div>"))
    assert found is not None
    assert [(line.text, line.kind, bool(line.reason)) for line in found.lines] == [
        ("Roe Mills Post", "boilerplate", True),
        (FIRST, "body", False),
        (SECOND, "body", False),
        (THIRD, "body", False),
        ("Imprint", "boilerplate", True),
    ]


def test_a_box_over_a_name_and_what_follows_the_text_are_no_text() -> None:
    card = (
        "<span class=card><img src=x><a href=a>Bob Roe</a><a href=b>Bob Roe opens the mill</a>"
        "<a href=c>More</a></span>"
    )
    sentence = f"<p>The mayor, <a href=a>Bob Roe</a>{card}, spoke for it at the council.</p>"
    body = (
        f"<article><p>Friday, 5 April 2019, 10:00</p>{sentence}{BODY}<h3>Tags</h3>"
        "<p>bridges, councils</p></article>"
    )
    assert paragraphs(page(body)) == [
        "The mayor, Bob Roe, spoke for it at the council.",
        FIRST,
        SECOND,
        THIRD,
    ]


def test_what_the_page_sums_itself_up_with_is_its_standfirst() -> None:
    summary = "Two years after a lorry broke through it, cars may use the bridge again."
    found, _ = told(
        page(
            f"<div class=intro><p>{summary}</p></div><article>{BODY}</article>",
            HEAD + f'<meta name=description content="{summary}">',
        )
    )
    assert found is not None
    assert summary not in found.text
    assert found.summary == summary
    assert [line.kind for line in found.lines if line.text == summary] == ["standfirst"]


def test_a_body_far_smaller_than_the_page_is_reported(monkeypatch: pytest.MonkeyPatch) -> None:
    # What the extraction may miss is its own affair; here it finds the first paragraph only.
    monkeypatch.setattr(
        "generator.articles.html._extracted", lambda *_, **__: ([FIRST], frozenset[str]())
    )
    _, problems = told(page(f"<article>{BODY}{f'<p>{SECOND}</p>' * 20}</article>"))
    assert problems == ["the page holds far more text than the article that was found in it"]
