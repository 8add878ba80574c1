"""The index of articles and the page of one: what was taken from it, at anchors for its quotes."""

import itertools
from collections.abc import Sequence

import msgspec

from generator.model import Article, Witness
from generator.site import periods, urls
from generator.site.assemble import Site
from generator.site.strings import strings_for
from generator.site.views.frame import Anchor, Frame, frame
from generator.site.views.parts import Card, When, card, when

_INDEX_LIMIT = 150


class ArticleRow(msgspec.Struct, frozen=True):
    title: str
    address: str
    publisher: str
    published: When | None
    count: int
    """Of the events taken from it."""


class ArticleGroup(msgspec.Struct, frozen=True):
    heading: str
    rows: tuple[ArticleRow, ...]
    address: str = ""
    """The page with all of them, when the index shows none."""
    total: int = 0


class ArticlesIndex(msgspec.Struct, frozen=True):
    frame: Frame
    title: str
    count: str
    groups: tuple[ArticleGroup, ...]
    whole: Anchor | None = None


class Quote(msgspec.Struct, frozen=True):
    """A passage of the article, and the events that were taken from it."""

    anchor: str
    text: str
    cards: tuple[Card, ...]
    role: str


class Run(msgspec.Struct, frozen=True):
    """A piece of a paragraph of the full text."""

    text: str
    marked: bool
    anchors: tuple[str, ...]


class Paragraph(msgspec.Struct, frozen=True):
    runs: tuple[Run, ...]
    heading: bool = False


class Outside(msgspec.Struct, frozen=True):
    label: str
    url: str


class ArticlePage(msgspec.Struct, frozen=True):
    frame: Frame
    title: str
    published: When | None
    known_from: str
    sure: bool
    publisher: str
    byline: tuple[str, ...]
    url: str
    summary: str
    tags: tuple[Anchor, ...]
    quotes: tuple[Quote, ...]
    paragraphs: tuple[Paragraph, ...]
    """The full text, only where the site shows it."""
    related: tuple[Outside, ...]
    previous: Anchor | None
    next: Anchor | None


def years_of(site: Site) -> list[int]:
    """The years that get a page of their own in an index of articles too long for one page."""
    if len(site.articles) <= _INDEX_LIMIT:
        return []
    return sorted({article.published.year for article in site.articles if article.published})


def articles_index(site: Site, style: str, year: int | None = None) -> ArticlesIndex:
    """The view of "/articles/", or of one year of it."""
    locale = site.config.language
    t = strings_for(locale)
    by_year: dict[int | None, list[Article]] = {}
    for article in site.articles:
        key = article.published.year if article.published else None
        by_year.setdefault(key, []).append(article)
    if year is not None:
        title = f"{t.articles}, {periods.year_text(year, locale)}"
        members = by_year.get(year, [])
        return ArticlesIndex(
            frame=frame(
                site,
                f"/articles/{urls.year_name(year)}/",
                title=title,
                description=title,
                style=style,
            ),
            title=title,
            count=t.n_articles(len(members)),
            groups=(ArticleGroup("", tuple(_row(site, article) for article in members)),),
            whole=Anchor(t.articles, "/articles/"),
        )
    split = bool(years_of(site))
    groups = []
    for key, members in by_year.items():
        heading = t.undated if key is None else periods.year_text(key, locale)
        most = 5 if split and key is not None else len(members)
        cut = len(members) > most
        groups.append(
            ArticleGroup(
                heading=heading,
                rows=tuple(_row(site, article) for article in members[:most]),
                address=f"/articles/{urls.year_name(key)}/" if cut and key is not None else "",
                total=len(members) if cut else 0,
            )
        )
    return ArticlesIndex(
        frame=frame(site, "/articles/", title=t.articles, description=t.articles_note, style=style),
        title=t.articles,
        count=t.n_articles(len(site.articles)),
        groups=tuple(groups),
    )


def article_page(site: Site, style: str, id_: str) -> ArticlePage:
    """The view of the page of an article."""
    article = site.article_by_id[id_]
    newer, older = site.article_neighbours[article.id]
    locale = site.config.language
    quotes = _quotes(site, article)
    full = site.config.articles == "full"
    witness = next(
        (witness for witness in article.witnesses if witness.field == "published"),
        Witness("published", "", ""),
    )
    return ArticlePage(
        frame=frame(
            site,
            urls.article(article.slug),
            title=article.title,
            description=article.summary or article.title,
            style=style,
        ),
        title=article.title,
        published=when(article.published, locale) if article.published else None,
        known_from=witness.source,
        sure=witness.sure,
        publisher=article.publisher,
        byline=article.byline,
        url=urls.external(article.url),
        summary=article.summary,
        tags=tuple(
            Anchor(tag, urls.topic(topic.slug) if topic else "")
            for tag in dict.fromkeys(article.tags)
            for topic in [site.topic_by_label.get(tag.casefold())]
        ),
        quotes=quotes,
        paragraphs=_full_text(article, quotes) if full else (),
        related=tuple(
            Outside(link.title or link.url, urls.external(link.url)) for link in article.related
        ),
        previous=_anchor(site, older),
        next=_anchor(site, newer),
    )


def _row(site: Site, article: Article) -> ArticleRow:
    return ArticleRow(
        title=article.title,
        address=urls.article(article.slug),
        publisher=article.publisher,
        published=when(article.published, site.config.language) if article.published else None,
        count=len(site.by_article.get(article.id, ())),
    )


def _anchor(site: Site, id_: str) -> Anchor | None:
    if not id_:
        return None
    article = site.article_by_id[id_]
    return Anchor(article.title, urls.article(article.slug))


def _quotes(site: Site, article: Article) -> tuple[Quote, ...]:
    """Every passage that an entry or a background link points at, in the article's order."""
    found: dict[tuple[int, int], tuple[str, str, list[Card]]] = {}
    for entry in site.by_article.get(article.id, ()):
        shown = card(site, entry, lead=False, topics=0)
        for citation in entry.citations:
            if citation.article != article.id:
                continue
            span = (citation.start, citation.end)
            words = citation.quote or article.text[citation.start : citation.end]
            _, _, cards = found.setdefault(span, (words, citation.role, []))
            if shown not in cards:
                cards.append(shown)
    for link in site.by_quote.get(article.id, ()):
        earlier = card(site, site.entry_by_id[link.earlier], lead=False, topics=0)
        words = link.quote or article.text[link.start : link.end]
        _, _, cards = found.setdefault((link.start, link.end), (words, "recalls", []))
        if earlier not in cards:
            cards.append(earlier)
    return tuple(
        Quote(anchor=urls.quote_anchor(*span), text=words, cards=tuple(cards), role=role)
        for span, (words, role, cards) in sorted(found.items(), key=lambda item: item[0])
    )


def _full_text(article: Article, quotes: Sequence[Quote]) -> tuple[Paragraph, ...]:
    """The paragraphs of the text, cut where quotes begin and end."""
    spans = []
    for quote in quotes:
        start, end = (int(part) for part in quote.anchor.removeprefix("q-").split("-"))
        if start < end <= len(article.text):
            spans.append((start, end, quote.anchor))
    paragraphs = []
    for first, last in article.paragraphs:
        edges = {first, last}
        for start, end, _ in spans:
            edges.update(edge for edge in (start, end) if first < edge < last)
        cuts = sorted(edges)
        runs = [
            Run(
                text=article.text[start:end],
                marked=any(left <= start and end <= right for left, right, _ in spans),
                anchors=tuple(anchor for left, _, anchor in spans if left == start),
            )
            for start, end in itertools.pairwise(cuts)
        ]
        if runs:
            heading = (first, last) in article.subheadings
            paragraphs.append(Paragraph(tuple(runs), heading))
    return tuple(paragraphs)
