"""What makes it doubtful that a page is one whole article, or that it speaks true of itself."""

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from generator.articles import html_page
from generator.articles.html_metadata import Metadata
from generator.errors import Problem

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_LIST = 6
_STUB = 1500
"""Characters; a page behind a paywall that has more has its text."""


def doubts(
    path: str, tree: "HtmlElement", metadata: Metadata, paragraphs: Sequence[str]
) -> Iterator[Problem]:
    """Warnings where the page may be something else than one whole article."""
    headings = html_page.linked_headings(tree)
    if not metadata.is_article and headings >= _LIST and 3 * headings >= len(paragraphs):
        message = f"this looks like a list of articles rather than one: {headings} linked headings"
        yield Problem(path, 0, 0, message, "save the articles one by one", "warning")
    if not metadata.is_free and sum(map(len, paragraphs)) < _STUB:
        message = "the page says that its text is for subscribers; the beginning of it was read"
        yield Problem(path, 0, 0, message, "save the page while you are logged in", "warning")
    headings_of_page = [value for value, source in metadata.titles if source == "main heading"]
    title = metadata.titles[0] if metadata.titles else ("", "")
    if len(headings_of_page) == 1 and title[1] != "main heading":
        site = {name.casefold() for name, _ in metadata.publishers}
        heading = headings_of_page[0]
        if heading.casefold() not in site and not _words(heading) & _words(title[0]):
            message = f'the page\'s heading "{heading[:80]}" is not its title, which was taken'
            yield Problem(path, 0, 0, message, "check the article's title", "warning")
    told = {source: set[str]() for _, source in metadata.authors}
    for name, source in metadata.authors:
        told[source] |= _words(name)
    if {"JSON-LD", "meta tag"} <= told.keys() and not told["JSON-LD"] & told["meta tag"]:
        names = " and ".join(
            ", ".join(name for name, where in metadata.authors if where == source) + f" ({source})"
            for source in ("JSON-LD", "meta tag")
        )
        message = f"the page names different authors: {names}"
        yield Problem(path, 0, 0, message, "the first one is used", "warning")


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w+", text.casefold()))
