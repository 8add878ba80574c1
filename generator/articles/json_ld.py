"""The JSON-LD of a page: which of its objects describes the article, and what its values say.

Templates print it carelessly: with raw line breaks, as escaped HTML, with a comma too many, in
comments. What can be mended is.
"""

import html
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import msgspec

from generator.articles.pieces import clean
from generator.decoding import without_hidden

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_ARTICLE_TYPE = re.compile(r"(?:Article|Posting|Report|Review|NewsStory|Recipe)$")
_PAGE_TYPE = re.compile(r"(?:WebPage|CreativeWork|VideoObject)$")
_MAX_NODES = 2000
_WRAPPING = re.compile(
    r"^\s*(?:(?://|/\*)?\s*<!\[CDATA\[(?:\*/)?|<!--)|(?://|/\*)?\s*\]\]>(?:\*/)?\s*$|-->\s*$"
)
_CONTROL = re.compile(r"[\x00-\x1f]+")
_SPARE_COMMA = re.compile(r",\s*(?=[}\]])")

Node = dict[str, Any]


def posting(tree: "HtmlElement") -> Node:
    """The object that describes the article, or an empty one; names by reference are filled in."""
    best: Node = {}
    rank = 0
    named: dict[str, Node] = {}
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or "").lower():
            continue
        for node in _nodes(_decoded(script.text or "")):
            if isinstance(node.get("@id"), str) and "name" in node:
                named.setdefault(node["@id"], node)
            kinds = " ".join(texts(node.get("@type"))).split()
            score = 3 if any(_ARTICLE_TYPE.search(kind) for kind in kinds) else 0
            score = score or (1 if any(_PAGE_TYPE.search(kind) for kind in kinds) else 0)
            score += 1 if score and ("headline" in node or "datePublished" in node) else 0
            if score > rank:
                best, rank = node, score
    return {
        key: _resolved(value, named) if key in {"author", "creator", "publisher"} else value
        for key, value in best.items()
    }


def _decoded(text: str) -> object:
    text = text.strip()
    for attempt in (text, _mended(text)):
        try:
            return msgspec.json.decode(attempt.encode("utf-8", "replace"))
        except (msgspec.DecodeError, RecursionError):
            continue
    return None


def _mended(text: str) -> str:
    text = _WRAPPING.sub("", _CONTROL.sub(" ", text)).strip().strip(";")
    if "&quot;" in text and '"' not in text:
        text = html.unescape(text)
    return _SPARE_COMMA.sub("", text)


def _nodes(data: object) -> Iterator[Node]:
    """Every object in the data, from the outside in; no more than a page can mean."""
    queue = [data]
    for node in queue:
        if len(queue) > _MAX_NODES:
            del queue[_MAX_NODES:]
        if isinstance(node, list):
            queue.extend(node)
        elif isinstance(node, dict):
            yield node
            queue.extend(value for value in node.values() if isinstance(value, dict | list))


def _resolved(value: object, named: dict[str, Node]) -> object:
    if isinstance(value, list):
        return [_resolved(item, named) for item in value[:50]]
    if isinstance(value, dict) and "name" not in value and isinstance(value.get("@id"), str):
        return named.get(value["@id"], value)
    return value


def texts(value: object) -> list[str]:
    """The strings of a value that may be one or many, their character references resolved."""
    if isinstance(value, str):
        return [html.unescape(value)] if value.strip() else []
    if isinstance(value, list):
        return [text for item in value[:100] for text in texts(item)]
    return []


def names(value: object) -> list[str]:
    """The names of persons or organisations: strings, objects with a name, or lists of these."""
    if isinstance(value, list):
        return [name for item in value[:50] for name in names(item)]
    if isinstance(value, dict):
        return [seen(name) for name in texts(value.get("name"))]
    return [seen(text) for text in texts(value)]


def seen(text: str) -> str:
    """The text as a reader sees it: white space folded, nothing invisible in it."""
    return clean(without_hidden(text))
