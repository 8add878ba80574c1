"""A saved page as a tree that is safe to walk, without what nobody sees, and its visible text."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from generator.articles.pieces import clean
from generator.decoding import without_hidden

if TYPE_CHECKING:
    from lxml.html import HtmlElement

MAX_LINES = 2000
"""Of how many blocks of text a page is made at most, for us."""

_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{2,40})""", re.IGNORECASE)
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>", re.IGNORECASE)
_MANY_ATTRIBUTES = re.compile(
    r"""<[A-Za-z][\w:-]*+
        (?:[\s/]++[^\s"'<>/=]++(?:\s*+=\s*+(?:"[^"]*"|'[^']*'|[^\s"'<>]++))?+){500}+""",
    re.VERBOSE,
)
"""The parser's time grows with the square of one element's attributes; pages need some twenty."""
_MAX_ELEMENTS = 400_000
_UNSEEN = ("script", "style", "template", "svg", "iframe", "noscript", "object", "canvas")
_HIDING = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_FOR_EARS = re.compile(
    r"(?:^|\s)(?:sr-only|screen-reader-text|visually-hidden|visuallyhidden)(?:\s|$)"
)
_MAYBE_HIDDEN = """//body//*[
    @hidden or @aria-hidden='true' or contains(@style, 'none') or contains(@style, 'hidden')
    or contains(@class, 'sr-only') or contains(@class, 'screen-reader')
    or contains(@class, 'visuallyhidden') or contains(@class, 'visually-hidden')]"""
_BLOCKS = """
    address article aside blockquote body br button caption center dd details div dl dt fieldset
    figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr label legend li main nav ol option p
    pre section select summary table tbody td tfoot th thead tr ul
"""
_BREAKING = frozenset(re.findall(r"\w+", _BLOCKS))
_HOVER_CARD = "//p//span[.//img][count(.//a) > 2][not(.//span[.//img][count(.//a) > 2])]"
"""A box with a picture and links, which opens over a name in a sentence."""
_NEARLY_ALL = 0.8
_OF_TABLES = frozenset({"table", "thead", "tbody", "tfoot", "tr", "td", "th"})
_INLINE = ("span", "a", "em", "strong", "b", "i", "u", "mark", "cite", "q", "small", "abbr", "time")


def declared(data: bytes) -> str:
    """The encoding that a page names in its head, or ""."""
    match = _CHARSET.search(data[:4096])
    return match[1].decode("ascii", "replace") if match else ""


def excess(text: str) -> str:
    """What there is too much of in the source of a page to parse it, or ""."""
    if text.count("<") > _MAX_ELEMENTS:
        return f"the page has more than {_MAX_ELEMENTS:,} elements"
    if _MANY_ATTRIBUTES.search(text):
        return "an element has 500 attributes or more"
    return ""


def parse(text: str) -> "HtmlElement | None":
    """The page's tree, or None when there is none."""
    from lxml import etree
    from lxml.html import HTMLParser, document_fromstring

    text = _DECLARATION.sub("", text, count=1)
    try:
        tree = document_fromstring(text, parser=HTMLParser(remove_comments=True, remove_pis=True))
    except (etree.ParserError, etree.XMLSyntaxError, ValueError, AssertionError):
        return None
    return tree if len(tree) else None


def is_deep(tree: "HtmlElement", limit: int) -> bool:
    """Elements lie more than `limit` deep inside one another."""
    return bool(tree.getroottree().xpath("/*" * (limit + 1)))


def strip(tree: "HtmlElement") -> None:
    """Take out what nobody reads: scripts, and what is hidden unless it is most of the page.

    Pages hide their text until a script has run, or behind a box that was open when they were
    saved.
    """
    from lxml import etree

    etree.strip_elements(tree, *_UNSEEN, with_tail=False)
    hidden = [element for element in tree.xpath(_MAYBE_HIDDEN) if _is_hidden(element)]
    if not hidden:
        return
    lengths = [len(element.text_content()) for element in hidden]
    if 2 * max(lengths) < len(tree.text_content()):
        for element in hidden:
            if element.getparent() is not None:
                element.drop_tree()


def _is_hidden(element: "HtmlElement") -> bool:
    if element.get("hidden") is not None or element.get("aria-hidden") == "true":
        return True
    style, classes = element.get("style"), element.get("class")
    return bool((style and _HIDING.search(style)) or (classes and _FOR_EARS.search(classes)))


def mend_sentences(tree: "HtmlElement") -> None:
    """Take the names from elements inside sentences.

    The extraction drops elements by the words in their class; inside a sentence that makes a hole
    in it, and a quoted post is part of an article whatever its class.
    """
    for card in tree.xpath(_HOVER_CARD):
        links = sum(len(link) for link in card.xpath(".//a//text()"))
        if links >= _NEARLY_ALL * len(card.text_content().strip()):
            card.drop_tree()
    for paragraph in tree.iter("p"):
        for element in paragraph.iterdescendants(*_INLINE):
            if element.attrib and (_has_text(element.tail) or _follows_text(element)):
                element.attrib.pop("class", None)
                element.attrib.pop("id", None)
    for quotation in tree.iter("blockquote"):
        quotation.attrib.pop("class", None)
        around = quotation.getparent()
        if around is not None and around.tag in {"div", "figure", "span"} and len(around) == 1:
            around.attrib.pop("class", None)
            around.attrib.pop("id", None)


def unfold_layout(tree: "HtmlElement") -> None:
    """Make plain boxes of the tables that only place things on the page."""
    for table in list(tree.iter("table")):
        if table.xpath("boolean(.//td//*[self::p or self::h1 or self::h2 or self::table])"):
            for element in table.xpath("descendant-or-self::*"):
                if element.tag in _OF_TABLES:
                    element.tag = "div"


def linked_headings(tree: "HtmlElement") -> int:
    """How many headings are links as a whole, as those of a list of articles are."""
    return sum(
        len(heading.xpath("normalize-space(.)")) == len(heading.xpath("normalize-space(.//a)"))
        for heading in tree.xpath("//h2[.//a] | //h3[.//a]")
    )


def _has_text(text: str | None) -> bool:
    return bool(text and text.strip())


def _follows_text(element: "HtmlElement") -> bool:
    before = element.getprevious()
    if before is not None:
        return _has_text(before.tail)
    parent = element.getparent()
    return parent is not None and _has_text(parent.text)


def blocks(tree: "HtmlElement") -> Iterator[tuple[int, str]]:
    """(line, text) of each run of text on the page that nothing breaks, in order."""
    from lxml import etree

    found = tree.find("body")
    body = tree if found is None else found
    parts: list[str] = []
    line = 0
    for event, element in etree.iterwalk(body, events=("start", "end")):
        if element.tag in _BREAKING:
            if parts and (text := clean(without_hidden("".join(parts)))):
                yield line, text
            parts.clear()
            line = element.sourceline or line
        added = element.text if event == "start" else element.tail
        if added:
            parts.append(added)
    if parts and (text := clean(without_hidden("".join(parts)))):
        yield line, text
