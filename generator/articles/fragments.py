"""Texts without a page around them: an HTML fragment or plain text to its paragraphs.

A feed's item and a record's text hold an article and no page furniture, so nothing has to be
searched for; only what belongs to no body (scripts, captions, "Continue reading") is taken out.
"""

import re
from collections.abc import Iterator

import msgspec

from generator.articles import classify
from generator.articles.pieces import clean, make, pieces
from generator.model import LineClass

MAX_DEPTH = 200
"""Elements inside one another, beyond which a fragment is read without its markup."""

_MARKUP = re.compile(
    r"</(?:p|div|a|em|strong|b|i|span|blockquote|ul|ol|li|h[1-6]|article|section)\s*>|"
    r"<(?:p|br|hr|img|div|h[1-6])\b[^<>]{0,400}>",
    re.IGNORECASE,
)
_TAG = re.compile(r"<[^<>]*>")
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_BLOCKS = frozenset(
    (
        *("p", "div", "li", "ul", "ol", "dl", "dd", "dt", "blockquote", "pre", "hr", "article"),
        *("section", "main", "table", "tbody", "thead", "tr", "td", "th", "center", "address"),
        *("figure", "figcaption", "header", "aside", "details", "summary", "body", *_HEADINGS),
    )
)
_SKIPPED = frozenset(
    (
        *("script", "style", "template", "svg", "iframe", "object", "video", "audio", "canvas"),
        *("form", "button", "select", "textarea", "nav", "head", "title", "math", "map"),
    )
)
_FURNITURE = frozenset({"related", "newsletter", "promotion", "caption", "credit", "reading time"})
_FEED_ENDING = re.compile(
    r"^The post\b.{1,300}\b(?:appeared first on|first appeared on)\b|"
    r"^(?:continue reading|read (?:the )?(?:more|rest|full)|weiterlesen|lire la suite|"
    r"seguir leyendo)\b.{0,80}$",
    re.IGNORECASE | re.DOTALL,
)
_CUT = re.compile(r"\s*(?:\[(?:…|\.\.\.|&#8230;)\]|\[&hellip;\])\s*(?:\w+ ?){0,3}$")


class Block(msgspec.Struct, frozen=True):
    """A paragraph and what it was taken for."""

    kind: LineClass
    text: str
    reason: str = ""


def is_markup(text: str) -> bool:
    """Whether a text was meant as HTML."""
    return "<" in text and _MARKUP.search(text) is not None


def blocks(text: str) -> tuple[Block, ...]:
    """The paragraphs of an HTML fragment or of a plain text, whichever it is."""
    if is_markup(text):
        return from_html(text)
    if "&" in text and "<" not in text:
        text = unescaped(text)
    return tuple(_classed(piece.text, "body") for piece in pieces(text))


def as_they_stand(text: str) -> tuple[Block, ...]:
    """One paragraph a line, each as it is: a body that was read before."""
    return tuple(Block("body", line) for line in text.split("\n") if line.strip())


def unescaped(text: str) -> str:
    """A text without character references; none is left that would hide a control character.

    >>> unescaped("The mill &amp; the dam &#8211; at last")
    'The mill & the dam – at last'
    """
    import html

    return html.unescape(text) if "&" in text else text


def one_line(text: str) -> str:
    """A headline or a name: no markup, no character references, white space folded."""
    if "<" in text and (is_markup(text) or "</" in text):
        text = _TAG.sub("", text)
    return clean(unescaped(text))


def from_html(fragment: str) -> tuple[Block, ...]:
    """The paragraphs of a fragment, in order; what was taken out is there with its reason."""
    from lxml import etree
    from lxml.html import HTMLParser, document_fromstring

    parser = HTMLParser(remove_comments=True, remove_pis=True)
    try:
        tree = document_fromstring(f"<html><body>{fragment}</body></html>", parser=parser)
    except (etree.LxmlError, ValueError, AssertionError):
        return _without_markup(fragment)
    if tree.getroottree().xpath("/*" * (MAX_DEPTH + 1)):
        return _without_markup(fragment)
    walker = etree.iterwalk(tree, events=("start", "end"))
    return tuple(_walked(walker))


def _without_markup(fragment: str) -> tuple[Block, ...]:
    text = unescaped(_TAG.sub("\n", fragment))
    return tuple(_classed(piece.text, "body") for piece in pieces(text))


def _walked(walker: "Iterator[tuple[str, object]]") -> Iterator[Block]:
    held: list[str] = []
    kinds: list[LineClass] = ["body"]

    def flush() -> Iterator[Block]:
        text = clean("".join(held))
        held.clear()
        if text:
            yield _classed(text, kinds[-1])

    for event, element in walker:
        tag = element.tag  # type: ignore[attr-defined]  # lxml's stubs know no iterwalk of elements
        if not isinstance(tag, str):
            continue
        if event == "start":
            if tag in _SKIPPED:
                walker.skip_subtree()  # type: ignore[attr-defined]
                continue
            if tag in _BLOCKS:
                yield from flush()
                kinds.append(_kind(tag, kinds[-1]))
            elif tag == "br":
                # Two in a row part paragraphs in fragments that have no p.
                if held and held[-1] == "\n":
                    yield from flush()
                else:
                    held.append("\n")
            held.append(element.text or "")  # type: ignore[attr-defined]
        else:
            if tag in _BLOCKS:
                yield from flush()
                kinds.pop()
            tail = element.tail or ""  # type: ignore[attr-defined]
            if tail.strip() or not (held and held[-1] == "\n"):
                held.append(tail)
    yield from flush()


def _kind(tag: str, outer: LineClass) -> LineClass:
    if tag in _HEADINGS:
        return "subheading"
    return "caption" if tag == "figcaption" else outer


def _classed(text: str, kind: LineClass) -> Block:
    if kind == "caption":
        return Block(kind, text, "a caption")
    if _FEED_ENDING.match(text):
        return Block("promotion", text, "leads back to the page")
    if kind == "body":
        label = classify.by_words(make((0,), text, False))
        if label is not None and label.kind in _FURNITURE and label.block is None:
            return Block(label.kind, text, label.reason)
        text = _CUT.sub("", text) or text
    return Block(kind, text, "a heading" if kind == "subheading" else "")
