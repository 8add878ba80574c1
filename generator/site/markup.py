"""Markdown to HTML that is safe to show: the only place where safe HTML is made.

Python-Markdown writes the HTML, then nh3 keeps what our list allows; nothing changes the HTML
after nh3 but `rooted`, which points links at the site's root to where that root is. Whatever
was in the text, no script, style, form, frame or handler comes out, and no picture of another
host: the pages of a site send their readers' browsers nowhere.
"""

import re
from collections.abc import Callable
from functools import cache, lru_cache
from html import escape, unescape
from threading import Lock
from typing import TYPE_CHECKING, NewType
from xml.etree.ElementTree import Element

from generator.site import urls

if TYPE_CHECKING:
    from markdown import Markdown

Html = NewType("Html", str)
"""HTML that has passed nh3."""

TAGS = {
    *("a", "abbr", "b", "blockquote", "br", "cite", "code", "dd", "del", "dfn", "dl", "dt", "em"),
    *("figcaption", "figure", "h2", "h3", "h4", "h5", "h6", "hr", "i", "img", "ins", "kbd", "li"),
    *("mark", "ol", "p", "pre", "q", "s", "small", "strong", "sub", "sup", "table", "tbody"),
    *("td", "tfoot", "th", "thead", "tr", "ul"),
}

ATTRIBUTES = {
    "a": {"href", "title", "hreflang"},
    "abbr": {"title"},
    "img": {"src", "alt", "title", "width", "height"},
    "ol": {"start"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan", "scope"},
}

_DROPPED_WITH_CONTENT = {"script", "style", "template", "noscript", "iframe", "textarea", "title"}


_CONVERTING = Lock()
"""The converter keeps what it is at while it converts a text."""


def to_html(text: str) -> Html:
    """Markdown as safe HTML. Headings start at the second level and skip none."""
    if not text.strip():
        return Html("")
    with _CONVERTING:
        converter = _converter()
        converter.reset()
        try:
            raw = converter.convert(text)
        except RecursionError:
            # Thousands of nested lists or quotations: show the text as it was typed.
            raw = f"<p>{escape(text)}</p>"
    return sanitise(raw)


def sanitise(raw: str) -> Html:
    """HTML from anywhere as safe HTML."""
    clean = _clean(raw)
    if "<img" in clean:
        # A picture that lost its source would show as broken; nh3 comes last again.
        clean = _clean(re.sub(r"<img\b(?![^>]*\ssrc=)[^>]*>", "", clean))
    return Html(clean)


def rooted(html: Html, link: Callable[[str], str]) -> Html:
    """`html` with its links to addresses of this site ("/events/…") passed through `link`."""

    def point(match: re.Match[str]) -> str:
        address = unescape(match[2])
        return f'{match[1]}{escape(link(address))}"'

    return Html(re.sub(r'(<(?:a|img) [^>]*?(?:href|src)=")(/(?!/)[^"]*)"', point, html))


@lru_cache(maxsize=20_000)
def plain(html: Html) -> str:
    """The words of some HTML, paragraphs joined by a newline."""
    import nh3

    one_line = " ".join(html.split())
    spaced = re.sub(r"</(p|h\d|li|blockquote|pre|tr|dd|dt)>|<br>", "\n", one_line)
    text = unescape(nh3.clean(spaced, tags=set()))
    lines = (" ".join(line.split()) for line in text.split("\n"))
    return "\n".join(line for line in lines if line)


def _clean(raw: str) -> str:
    import nh3

    return nh3.clean(
        raw,
        tags=TAGS,
        clean_content_tags=_DROPPED_WITH_CONTENT,
        attributes=ATTRIBUTES,
        attribute_filter=_attribute,
        link_rel=None,
        url_schemes=set(urls.SCHEMES),
        strip_comments=True,
    )


def _attribute(tag: str, name: str, value: str) -> str | None:
    if name == "href":
        if value.startswith("#") or (value.startswith("/") and not value.startswith("//")):
            return value
        return urls.external(value) or None
    if name == "src":
        local = value.startswith("/") and not value.startswith("//") and "\\" not in value
        return value if local else None
    if name in {"width", "height", "colspan", "rowspan", "start"}:
        return value if re.fullmatch(r"\d{1,4}", value) else None
    if name == "scope":
        return value if value in {"row", "col", "rowgroup", "colgroup"} else None
    return value


@cache
def _converter() -> "Markdown":
    from markdown import Markdown
    from markdown.extensions import Extension
    from markdown.treeprocessors import Treeprocessor

    class Headings(Treeprocessor):
        """Under a page's own h1, a text's headings start at h2 and go down a step at a time."""

        def run(self, root: Element) -> None:
            above: list[int] = []
            for element in root.iter():
                if re.fullmatch(r"h[1-6]", element.tag):
                    level = int(element.tag[1])
                    while above and above[-1] >= level:
                        above.pop()
                    above.append(level)
                    element.tag = f"h{min(1 + len(above), 6)}"

    class Pictures(Treeprocessor):
        """A picture of another host becomes a link to it."""

        def run(self, root: Element) -> None:
            for element in root.iter("img"):
                source = element.get("src", "")
                if urls.external(source):
                    words = element.get("alt") or source
                    element.tag, element.text = "a", words
                    element.attrib.clear()
                    element.set("href", source)
                elif source and not source.startswith(("/", "#")) and ":" not in source:
                    element.set("src", "/" + source.removeprefix("./"))

    class Ours(Extension):
        def extendMarkdown(self, md: "Markdown") -> None:  # noqa: N802
            md.treeprocessors.register(Headings(md), "headings", 5)
            md.treeprocessors.register(Pictures(md), "pictures", 4)

    return Markdown(
        extensions=["tables", "fenced_code", "sane_lists", "def_list", Ours()],
        output_format="html",
    )
