"""Articles from saved news pages.

trafilatura finds the body; what the page says of itself gives the other fields. Its work stays
behind guards: size and nesting are capped before it sees a page, and whatever it raises costs the
page its body, never the build.
"""

import re
from collections.abc import Sequence
from itertools import islice
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from generator.articles import bylines, classify, html_dates, html_doubts, html_metadata, html_page
from generator.articles.html_metadata import Claims, Metadata
from generator.articles.language import detect
from generator.articles.pieces import Piece, clean, make
from generator.articles.publication import choose, dates_in
from generator.articles.reader import Hints, Reader, Result, article_id
from generator.decoding import decode, without_hidden
from generator.errors import Problem
from generator.model import Article, Line, Source, Witness

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_MARKUP = re.compile(rb"<(?:!doctype\s+html|html|head|body|meta|article|div|p)\b", re.IGNORECASE)
_FURNITURE = frozenset({"related", "newsletter", "promotion", "caption", "credit", "reading time"})
"""What is taken out of the body by its words; other classes are as often the text's own."""
_TOP = 3
_LONGEST_DAY = 60
_LONGEST_BYLINE = 80
_LOST = 4
"""How many times more text paragraphs may hold than the body before something was lost."""
_MAX_CLASSED = 150
"""Of the lines outside the body, how many are looked at for what they are."""


def read(source: Source, hints: Hints) -> Result:
    """One article from an HTML page."""
    text, decoding = decode(
        source.data,
        source.path,
        html_page.declared(source.data),
        otherwise=hints.encoding,
        keep_hidden=True,
    )
    problems = list(decoding)

    def refuse(message: str, hint: str) -> Result:
        return (), (*problems, Problem(source.path, 0, 0, message, hint))

    if message := html_page.excess(text):
        return refuse(f"{message}; it was not read", "save the page as text, or clean it up")
    tree = html_page.parse(text)
    if tree is None:
        return refuse("there is no page in this HTML file", "save the page again")
    if html_page.is_deep(tree, hints.max_depth):
        message = f"elements are nested more than {hints.max_depth} deep; the page was not read"
        return refuse(message, "save the page as text, or clean it up")
    metadata = html_metadata.collect(tree, text)
    if metadata.hides:
        message = "invisible or direction-changing characters were taken out of the title or names"
        hint = "compare them with the page: they may have been made to look like others"
        problems.append(Problem(source.path, 0, 0, message, hint, "warning"))
    without_text = _without_text(tree)
    html_page.strip(tree)
    visible = list(islice(html_page.blocks(tree), html_page.MAX_LINES))
    html_page.mend_sentences(tree)
    html_page.unfold_layout(tree)
    paragraphs, headings = _body(tree, metadata, visible, source.path, problems)
    title, titled_by = _title(metadata, source.path, problems)
    paragraphs = _without_furniture(paragraphs, title)
    if not paragraphs:
        return refuse(*without_text)
    body = "\n".join(paragraphs)
    problems.extend(html_doubts.doubts(source.path, tree, metadata, paragraphs))
    return _article(
        source, hints, metadata, title, titled_by, body, headings, visible, problems, tree
    )


def _article(
    source: Source,
    hints: Hints,
    metadata: Metadata,
    title: str,
    titled_by: tuple[Witness, ...],
    body: str,
    headings: frozenset[str],
    visible: Sequence[tuple[int, str]],
    problems: list[Problem],
    tree: "HtmlElement",
) -> Result:
    witnesses = list(titled_by)
    if not title:
        title = " ".join(body.split()[:12])
        witnesses.append(Witness("title", title, "first words of the text", sure=False))
    url = hints.url or (metadata.urls[0][0] if metadata.urls else "")
    claims = html_dates.claims_of(metadata, url, visible, hints, tree, source.path)
    published, dated_by = choose(claims)
    witnesses.extend(dated_by)
    problems.extend(html_dates.contradictions(source.path, claims, metadata.updated))
    names = _unique(metadata.authors)
    if names:
        witnesses.append(Witness("byline", ", ".join(names), metadata.authors[0][1]))
    elif names := _signed(visible):
        witnesses.append(Witness("byline", ", ".join(names), "visible byline", sure=False))
    publisher = _publisher(metadata, hints, url)
    if publisher is not None:
        witnesses.append(publisher)
    if metadata.sections:
        witnesses.append(Witness("section", *metadata.sections[0]))
    tags = _unique(metadata.tags, best_only=False)
    if tags:
        witnesses.append(Witness("tags", ", ".join(tags), metadata.tags[0][1]))
    if url:
        where = "hint" if hints.url else metadata.urls[0][1]
        witnesses.append(Witness("url", url, where))
    article = Article(
        id=article_id(source.path, url),
        path=source.path,
        title=title,
        text=body,
        published=published,
        byline=names,
        publisher=publisher.value if publisher is not None else "",
        url=url,
        language=detect(body, metadata.language or hints.language or "en"),
        summary=metadata.summaries[0][0] if metadata.summaries else "",
        tags=tags,
        subheadings=_subheadings(body, headings),
        witnesses=tuple(witnesses),
        lines=_lines(visible, body, title, metadata.summaries),
    )
    return (article,), tuple(problems)


def _without_text(tree: "HtmlElement") -> tuple[str, str]:
    """What to say if no text is found, and what to do about it."""
    if next(tree.iter("frame", "frameset"), None) is not None:
        message = "this page is made of frames and holds no text itself"
        return message, "save the frame that shows the text"
    if next(tree.iter("script"), None) is not None:
        message = "no text of an article was found in this page; scripts make it in the browser"
        return message, "save the page from the browser, whole, or copy its text into a .txt file"
    message = "no text of an article was found in this page"
    return message, "save the page whole, or copy its text into a .txt file"


def _body(
    tree: "HtmlElement",
    metadata: Metadata,
    visible: Sequence[tuple[int, str]],
    path: str,
    problems: list[Problem],
) -> tuple[list[str], frozenset[str]]:
    """The body's paragraphs, and the texts of its headings."""
    on_page = [text for _, text in visible if classify.is_prose(_piece(text))]
    prose = sum(map(len, on_page))
    paragraphs, headings = _extracted(tree, precise=True, thorough=False)
    if sum(map(len, paragraphs)) * 2 < prose:
        # Asking the library's other extractors as well takes twice the time.
        paragraphs, headings = _extracted(tree, precise=True, thorough=True)
    if not paragraphs:
        paragraphs, headings = _extracted(tree, precise=False, thorough=True)
    length = sum(map(len, paragraphs))
    if metadata.body and length * 2 < len(metadata.body):
        told = [_plain(line) for line in metadata.body.split("\n")]
        paragraphs, length = [line for line in told if line], len(metadata.body)
    if prose > _LOST * length + 2000:
        message = "the page holds far more text than the article that was found in it"
        hint = "compare the two; a copy of the article's text in a .txt file is read whole"
        problems.append(Problem(path, 0, 0, message, hint, "warning"))
    if not paragraphs:
        paragraphs = on_page
    return paragraphs, headings


def _extracted(
    tree: "HtmlElement", *, precise: bool, thorough: bool
) -> tuple[list[str], frozenset[str]]:
    from trafilatura import bare_extraction

    try:
        found = bare_extraction(
            tree,
            fast=not thorough,
            favor_precision=precise,
            favor_recall=not precise,
            with_metadata=False,
            include_comments=False,
            include_images=False,
            include_links=False,
        )
    except Exception:  # The library promises nothing for hostile pages; a page costs only itself.
        return [], frozenset()
    if found is None or isinstance(found, dict) or not found.text:
        return [], frozenset()
    headings = frozenset(
        _plain("".join(map(str, element.itertext())))
        for element in (found.body.iter("head") if found.body is not None else ())
    )
    return [line for line in map(_plain, found.text.split("\n")) if line], headings


def _plain(line: str) -> str:
    """A line of the extraction without its marks of list items and of tables' cells."""
    line = clean(without_hidden(line))
    if line.startswith("|") and line.endswith("|"):
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        return " ".join(cell for cell in cells if cell.strip("-"))
    return line.removeprefix("- ")


def _piece(text: str) -> Piece:
    return make((0,), text, False)


def _without_furniture(paragraphs: Sequence[str], title: str) -> list[str]:
    result: list[str] = []
    for index, text in enumerate(paragraphs):
        if index < 2 and text == title:
            continue
        label = classify.by_words(_piece(text))
        if label is not None and label.block is not None:
            rest = [_piece(other) for other in paragraphs[index + 1 :]]
            if result and not any(map(classify.is_prose, rest)):
                break
        if index < _TOP and _is_day_alone(text):
            continue
        if label is None or label.kind not in _FURNITURE or label.block is not None:
            result.append(text)
    return result


def _is_day_alone(text: str) -> bool:
    """The line says when it was published and nothing else."""
    if len(text) > _LONGEST_DAY or not (dated := dates_in(text)):
        return False
    rest = text[: dated[0].start] + text[dated[0].end :]
    return len(re.findall(r"[^\W\d_]+", rest)) <= 3 and not text.endswith(".")


def _title(
    metadata: Metadata, path: str, problems: list[Problem]
) -> tuple[str, tuple[Witness, ...]]:
    if not metadata.titles:
        message = "the page has no title; the first words of its text are used"
        problems.append(Problem(path, 0, 0, message, "add a title element", "warning"))
        return "", ()
    seen: dict[str, Witness] = {}
    for value, source in metadata.titles:
        seen.setdefault(value, Witness("title", value, source))
    return metadata.titles[0][0], tuple(seen.values())


def _signed(visible: Sequence[tuple[int, str]]) -> tuple[str, ...]:
    """The persons in the first line of the page that begins as bylines do."""
    for _, text in visible[:_MAX_CLASSED]:
        if len(text) <= _LONGEST_BYLINE and bylines.has_prefix(text):
            names = tuple(filter(bylines.is_full_name, bylines.read(text).names))
            if names:
                return names
    return ()


def _publisher(metadata: Metadata, hints: Hints, url: str) -> Witness | None:
    if hints.publisher:
        return Witness("publisher", hints.publisher, "hint")
    if metadata.publishers:
        return Witness("publisher", *metadata.publishers[0])
    try:
        host = urlsplit(url).hostname or ""
    except ValueError:
        host = ""
    return Witness("publisher", host.removeprefix("www."), "address", sure=False) if host else None


def _unique(claims: Claims, best_only: bool = True) -> tuple[str, ...]:
    """The values in order, each once; only those of the best source, or of all."""
    seen: dict[str, str] = {}
    for value, source in claims:
        if best_only and source != claims[0][1]:
            break
        seen.setdefault(value.casefold(), value)
    return tuple(seen.values())


def _subheadings(body: str, headings: frozenset[str]) -> tuple[tuple[int, int], ...]:
    spans = []
    start = 0
    for paragraph in body.split("\n"):
        if paragraph in headings:
            spans.append((start, start + len(paragraph)))
        start += len(paragraph) + 1
    return tuple(spans)


def _lines(
    visible: Sequence[tuple[int, str]], body: str, title: str, summaries: Claims
) -> tuple[Line, ...]:
    kept = set(body.split("\n"))
    standfirsts = {value for value, _ in summaries}
    result = []
    for index, (number, text) in enumerate(visible):
        if text in kept or (len(text) > 40 and text in body):
            result.append(Line(number, text, "body"))
            continue
        label = classify.by_words(_piece(text)) if index < _MAX_CLASSED else None
        if text == title:
            result.append(Line(number, text, "title", "the page's main heading"))
        elif text in standfirsts:
            result.append(Line(number, text, "standfirst", "how the page sums itself up"))
        elif label is not None:
            result.append(Line(number, text, label.kind, label.reason))
        else:
            result.append(Line(number, text, "boilerplate", "outside the article's body"))
    return tuple(result)


def _sniff(path: str, head: bytes) -> float:
    if path.endswith((".html", ".htm", ".xhtml")):
        return 0.95
    start = head[:1024].replace(b"\x00", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    if path.endswith((".md", ".txt")):
        return 0.95 if start[:14].lower().startswith((b"<!doctype html", b"<html")) else 0.0
    return 0.8 if start.startswith(b"<") and _MARKUP.search(head) else 0.0


READER = Reader("HTML page", _sniff, read)
