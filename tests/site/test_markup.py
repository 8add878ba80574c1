import re

import html5lib
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.site.markup import Html, plain, rooted, to_html


def test_markdown_becomes_html() -> None:
    assert to_html("Nine *people*.\n\n- one\n- two") == (
        "<p>Nine <em>people</em>.</p>\n<ul>\n<li>one</li>\n<li>two</li>\n</ul>"
    )


def test_nothing_comes_of_nothing() -> None:
    assert to_html(" \n") == ""


@pytest.mark.parametrize(
    ("text", "levels"),
    [
        ("# a\n\n## b\n\n# c", "232"),
        ("## a\n\n#### b\n\n##### c\n\n## d", "2342"),
        ("### a\n\n# b", "22"),
        ("###### a\n\n# b\n\n## c\n\n### d\n\n#### e\n\n##### f\n\n###### g", "2234566"),
    ],
)
def test_headings_start_at_the_second_level_and_skip_none(text: str, levels: str) -> None:
    assert "".join(re.findall(r"<h(\d)", to_html(text))) == levels


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "<svg onload=alert(1)><circle/></svg>",
        "[a](javascript:alert(1))",
        "[a](JaVaScRiPt:alert(1))",
        "[a](data:text/html,x)",
        "[a](//evil.example/)",
        '<a href="&#106;avascript:alert(1)">a</a>',
        '<a href="x" onclick="alert(1)" style="position:fixed">a</a>',
        "<iframe src=https://evil.example></iframe>",
        "<form action=https://evil.example><input name=a><button>b</button></form>",
        "<style>body{display:none}</style>",
        "<base href=https://evil.example/>",
        "<meta http-equiv=refresh content='0;url=https://evil.example'>",
        "<math><mi xlink:href='javascript:alert(1)'>x</mi></math>",
        "![a](https://evil.example/pixel.gif)",
        "<img src='https://evil.example/pixel.gif' alt='a>b'>",
        '<img alt="><script>alert(1)</script>" src="//evil.example/x">',
        "<video src=https://evil.example/v></video>",
        "<object data=https://evil.example></object>",
        "<p id=main>a</p>",
    ],
)
def test_nothing_that_acts_or_calls_another_host_comes_out(text: str) -> None:
    tree = html5lib.parse(to_html(text), namespaceHTMLElements=False)
    (body,) = tree.iter("body")
    names = {element.tag for element in body.iter()} - {"body"}
    assert names <= {"p", "a", "img", "em"}, names
    for element in body.iter():
        assert set(element.attrib) <= {"href", "src", "alt", "title"}
        assert element.get("href", "https:").startswith(("https:", "http:", "mailto:", "/", "#"))
        assert not element.get("href", "").startswith("//")
        assert element.get("src", "/").startswith("/")
        assert not element.get("src", "").startswith("//")


@given(st.text(alphabet="<>\"'/=a& \n[]()!:#*`sriptjv"))
def test_no_text_makes_a_script_or_a_handler(text: str) -> None:
    tree = html5lib.parse(to_html(text), namespaceHTMLElements=False)
    for element in tree.iter():
        assert element.tag not in {"script", "style", "iframe", "form", "svg"}
        assert not any(name.startswith("on") for name in element.attrib)


def test_a_picture_of_another_host_becomes_a_link() -> None:
    assert to_html("![A map](https://example.org/map.png)") == (
        '<p><a href="https://example.org/map.png">A map</a></p>'
    )
    assert "<img" not in to_html('<img src="https://example.org/map.png" alt="A map">')


def test_a_picture_of_the_site_stays() -> None:
    html = to_html("![A map](images/map.png)")
    assert html == '<p><img alt="A map" src="/images/map.png"></p>'


def test_links_to_the_site_are_made_for_the_page() -> None:
    html = to_html('[Oslo](/events/oslo/?a=1&b=2) and `href="/not/a/link/"`')
    linked = rooted(html, lambda address: f"../..{address}")
    assert linked == (
        '<p><a href="../../events/oslo/?a=1&amp;b=2">Oslo</a> and '
        '<code>href="/not/a/link/"</code></p>'
    )


def test_other_links_stay_as_they_are() -> None:
    html = to_html("[a](https://example.org/) [b](#c)")
    assert rooted(html, lambda address: "changed") == html


def test_plain_text_keeps_the_words() -> None:
    assert plain(to_html("Five < six & *seven*\n\n- a\n- b")) == "Five < six & seven\na\nb"
    assert plain(to_html("A line that was\nbroken by its editor.\n\nNext.")) == (
        "A line that was broken by its editor.\nNext."
    )
    assert plain(Html("")) == ""


def test_deep_nesting_is_shown_and_does_not_fail() -> None:
    assert "deep" in to_html("> " * 3000 + "deep")
    assert "deep" in to_html("".join("  " * n + "- x\n" for n in range(400)) + "deep")
