"""Reading what was rendered as a browser would."""

from collections.abc import Iterator
from urllib.parse import unquote, urljoin, urlsplit
from xml.etree.ElementTree import Element

import html5lib


def parse(data: bytes) -> Element:
    tree: Element = html5lib.parse(data.decode(), namespaceHTMLElements=False)
    return tree


def text_of(element: Element) -> str:
    """The words of an element, as one line."""
    return " ".join("".join(element.itertext()).split())


def find(tree: Element, tag: str, **attributes: str) -> list[Element]:
    """Elements by tag and attributes, in document order; `class_` must be among the classes."""
    wanted = {name.rstrip("_"): value for name, value in attributes.items()}
    return [
        element
        for element in tree.iter(tag)
        if all(
            value in (element.get(name) or "").split()
            if name == "class"
            else element.get(name) == value
            for name, value in wanted.items()
        )
    ]


def references(tree: Element) -> Iterator[str]:
    """Every URL that a page names."""
    for element in tree.iter():
        for name in ("href", "src", "action"):
            value = element.get(name)
            if value is not None:
                yield value


def resolve(page: str, reference: str, root: str = "") -> tuple[str, str] | None:
    """(output path, fragment) that a reference on a page's file leads to; None for other hosts.

    `root` is the folder of the host under which the site is served, such as "/archive".
    """
    url = urlsplit(urljoin(f"https://site.example{root}/{page}", reference))
    if url.netloc != "site.example":
        return None
    assert url.path.startswith(f"{root}/"), f"{reference} on {page} leaves the site"
    path = unquote(url.path).removeprefix(f"{root}/")
    if path == "" or path.endswith("/"):
        path += "index.html"
    return path, unquote(url.fragment)
