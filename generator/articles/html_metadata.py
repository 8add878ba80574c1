"""What a news page says of its article: JSON-LD, meta elements, headings, links.

Each field is a list of claims, the most trusted first, so that what disagrees can be seen.
"""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import msgspec

from generator.articles import json_ld
from generator.articles.bylines import read as read_byline
from generator.articles.json_ld import names, texts
from generator.articles.pieces import clean

if TYPE_CHECKING:
    from lxml.html import HtmlElement

Claims = tuple[tuple[str, str], ...]
"""(value, where it stood) pairs, the most trusted first."""

_SITE_NAME = re.compile(r"\s+(?:[|»·•—–:]|-|::|/)\s+")
_HTTP = re.compile(r"https?://[^\s/]+", re.IGNORECASE)
_WORDS = re.compile(r"\w+")

_TITLE_KEYS = ("og:title", "twitter:title", "dc.title", "parsely-title", "sailthru.title", "title")
_DATE_KEYS = (
    "article:published_time",
    "og:published_time",
    "og:article:published_time",
    "datepublished",
    "article.published",
    "article:published",
    "parsely-pub-date",
    "sailthru.date",
    "publish-date",
    "publish_date",
    "pubdate",
    "publication_date",
    "publicationdate",
    "publishdate",
    "originalpublicationdate",
    "cxenseparse:recs:publishtime",
    "dc.date.issued",
    "dcterms.created",
    "dcterms.date",
    "dc.date",
    "dc.date.created",
    "citation_publication_date",
    "citation_date",
    "bt:pubdate",
    "rnews:datepublished",
    "date",
)
_AUTHOR_KEYS = (
    "author",
    "article:author",
    "parsely-author",
    "sailthru.author",
    "byl",
    "dc.creator",
    "dcterms.creator",
    "citation_author",
    "cxenseparse:author",
)
_PUBLISHER_KEYS = ("og:site_name", "application-name", "publisher", "dc.publisher", "twitter:site")
_SECTION_KEYS = ("article:section", "section", "parsely-section")
_TAG_KEYS = (
    "article:tag",
    "news_keywords",
    "parsely-tags",
    "sailthru.tags",
    "keywords",
    "dc.subject",
)
_SUMMARY_KEYS = ("og:description", "description", "twitter:description", "dc.description")


class Metadata(msgspec.Struct, frozen=True):
    titles: Claims = ()
    dates: Claims = ()
    authors: Claims = ()
    """Each value one name."""
    publishers: Claims = ()
    tags: Claims = ()
    summaries: Claims = ()
    urls: Claims = ()
    language: str = ""
    body: str = ""
    """`articleBody` of the JSON-LD, the last resort."""


def collect(tree: "HtmlElement") -> Metadata:
    """All that the page's head and its headings claim."""
    metas = _metas(tree)
    posting = json_ld.posting(tree)
    root = tree.getroottree().getroot()
    language = str(root.get("lang") or "") or _first(metas, ("og:locale", "language"))
    return Metadata(
        titles=_titles(tree, metas, posting),
        dates=_dates(tree, metas, posting),
        authors=_authors(tree, metas, posting),
        publishers=tuple(
            [(name, "JSON-LD") for name in names(posting.get("publisher"))]
            + [(value.lstrip("@"), "meta tag") for value in _all(metas, _PUBLISHER_KEYS)]
        ),
        tags=_tags(metas, posting),
        summaries=tuple(
            [(clean(text), "JSON-LD") for text in texts(posting.get("description"))]
            + [(clean(value), "meta tag") for value in _all(metas, _SUMMARY_KEYS)]
        ),
        urls=_urls(tree, metas, posting),
        language=re.split(r"[-_]", language)[0].lower() if language.isascii() else "",
        body=next(iter(texts(posting.get("articleBody"))), ""),
    )


def _metas(tree: "HtmlElement") -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or ""
        value = clean(element.get("content") or "")
        if name and value:
            found.setdefault(name.strip().lower(), []).append(value)
    return found


def _all(metas: dict[str, list[str]], keys: Sequence[str]) -> list[str]:
    return [value for key in keys for value in metas.get(key, ())]


def _first(metas: dict[str, list[str]], keys: Sequence[str]) -> str:
    return next(iter(_all(metas, keys)), "")


def _titles(tree: "HtmlElement", metas: dict[str, list[str]], posting: dict[str, Any]) -> Claims:
    """A heading that the head repeats; then what the head says, less the site's name."""
    said = [(clean(text), "JSON-LD") for text in texts(posting.get("headline"))]
    said += [(value, "meta tag") for value in _all(metas, _TITLE_KEYS)]
    for element in tree.iter("title"):
        said.append((clean(element.text_content()), "title element"))
        break
    headings = [clean(element.text_content()) for element in tree.iter("h1")]
    headings = [heading for heading in headings if heading and len(heading) < 400]
    folded = [_folded(value) for value, _ in said]
    sites = [_folded(name) for name in _all(metas, _PUBLISHER_KEYS)]
    sites += [_folded(name) for name in names(posting.get("publisher"))]
    repeated = [
        heading
        for heading in headings
        if len(_folded(heading)) > 3
        and _folded(heading) not in sites
        and any(_folded(heading) in value for value in folded)
    ]
    repeated.sort(key=lambda heading: _folded(heading) not in folded)
    result: list[tuple[str, str]] = [(heading, "main heading") for heading in repeated]
    result += [(_without_site(value, sites), source) for value, source in said]
    result += [(heading, "main heading") for heading in headings]
    return tuple((value, source) for value, source in result if value)


def _folded(text: str) -> str:
    return " ".join(_WORDS.findall(text.lower()))


def _without_site(title: str, sites: Sequence[str]) -> str:
    """The title without the site's name at its end or its beginning."""
    parts = list(_SITE_NAME.finditer(title))
    if not parts:
        return title
    last, first = parts[-1], parts[0]
    tail, head = _folded(title[last.end() :]), _folded(title[: first.start()])
    if any(site and (site in tail or tail in site) for site in sites if tail):
        return title[: last.start()]
    if any(site and site == head for site in sites):
        return title[first.end() :]
    short = len(tail.split()) <= 4 and len(tail) * 2 < len(title)
    return title[: last.start()] if short and last[0].strip() in "|»—–-::" else title


def _dates(tree: "HtmlElement", metas: dict[str, list[str]], posting: dict[str, Any]) -> Claims:
    found = [(text, "JSON-LD") for text in texts(posting.get("datePublished"))]
    found += [(value, "meta tag") for value in _all(metas, _DATE_KEYS)]
    for element in tree.iter("time"):
        value = element.get("datetime") or clean(element.text_content())
        if value:
            found.append((value, "time element"))
        if len(found) > 40:
            break
    return tuple(found)


def _authors(tree: "HtmlElement", metas: dict[str, list[str]], posting: dict[str, Any]) -> Claims:
    found = [(name, "JSON-LD") for name in names(posting.get("author"))]
    found += [
        (value, "meta tag")
        for value in _all(metas, _AUTHOR_KEYS)
        if not _HTTP.match(value) and "@" not in value and len(value) < 200
    ]
    for element in tree.xpath("//*[@rel='author' or @itemprop='author']")[:5]:
        found.append((clean(element.text_content()), "author element"))
    return tuple(
        (name, source) for value, source in found if len(value) < 200 for name in _persons(value)
    )


def _persons(value: str) -> tuple[str, ...]:
    names = read_byline(value).names
    return names or ((value,) if value and len(value.split()) <= 5 else ())


def _tags(metas: dict[str, list[str]], posting: dict[str, Any]) -> Claims:
    found: list[tuple[str, str]] = []
    keywords = posting.get("keywords")
    for text in texts(keywords):
        found += [(part, "JSON-LD") for part in ([text] if isinstance(keywords, list) else [])]
        if not isinstance(keywords, list):
            found += [(clean(part), "JSON-LD") for part in text.split(",")]
    found += [(clean(text), "JSON-LD") for text in texts(posting.get("articleSection"))]
    for key in _TAG_KEYS:
        if found and key in {"keywords", "dc.subject"}:
            break
        for value in metas.get(key, ()):
            found += [(clean(part), "meta tag") for part in value.split(",")]
    found += [(value, "meta tag") for value in _all(metas, _SECTION_KEYS)]
    return tuple(
        (tag, source) for tag, source in found if tag and len(tag) <= 60 and ":" not in tag
    )


def _urls(tree: "HtmlElement", metas: dict[str, list[str]], posting: dict[str, Any]) -> Claims:
    found = [
        (clean(element.get("href") or ""), "canonical link")
        for element in tree.iter("link")
        if (element.get("rel") or "").lower() == "canonical"
    ]
    found += [(value, "meta tag") for value in _all(metas, ("og:url", "twitter:url"))]
    found += [(clean(text), "JSON-LD") for text in texts(posting.get("url"))]
    return tuple((url, source) for url, source in found if _HTTP.match(url))
