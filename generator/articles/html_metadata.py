"""What a news page says of its article: JSON-LD, meta elements, headings, links.

Each field is a list of claims, the most trusted first, so that what disagrees can be seen.
"""

import html
import re
from collections.abc import Sequence
from typing import TYPE_CHECKING
from urllib.parse import urljoin

import msgspec

from generator.articles import json_ld
from generator.articles.bylines import read as read_byline
from generator.articles.json_ld import names, seen, texts
from generator.decoding import hides

if TYPE_CHECKING:
    from lxml.html import HtmlElement

Claims = tuple[tuple[str, str], ...]
"""(value, where it stood) pairs, the most trusted first."""

_SITE_NAME = re.compile(r"\s+(?:[|»·•—–:]|-|::|/)\s+")
_PLATFORMS = frozenset({"blogger", "wordpress", "wordpress.com", "tumblr", "medium", "substack"})
"""What the programs that print a page give as its publisher when nobody told them another."""
_NOBODY = re.compile(r"\w{0,4}(?:admin|administrator|root|webmaster|user|unknown|author)\d*", re.I)
_NO_DATES = ("1970-01-01", "1969-12-31", "0001-01-01", "0000-00-00")
"""What a program prints that knows no date."""
_SAVED_FROM = re.compile(
    r"<!--\s*(?:saved from url=\(\d+\)|page saved with singlefile\s+url:\s*)(https?://\S+)",
    re.IGNORECASE,
)
_NEARLY = 0.75
"""The share of words that a heading and a title have in common to be one and the same."""
_FEW = 4
"""So many words in a row are no chance."""
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
_UPDATED_KEYS = ("article:modified_time", "og:updated_time", "datemodified")
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
    sections: Claims = ()
    tags: Claims = ()
    summaries: Claims = ()
    urls: Claims = ()
    language: str = ""
    updated: tuple[str, ...] = ()
    hides: bool = False
    """Invisible characters stood in the title, or in the names of authors or publisher."""
    is_article: bool = False
    """The page calls itself an article."""
    is_free: bool = True
    body: str = ""
    """`articleBody` of the JSON-LD, the last resort."""


def collect(tree: "HtmlElement", text: str) -> Metadata:
    """All that the page's head and its headings claim.

    Args:
        text: the page's source, of which browsers' remarks at its beginning are read.
    """
    metas = _metas(tree)
    posting = json_ld.posting(tree)
    root = tree.getroottree().getroot()
    language = str(root.get("lang") or "") or _first(metas, ("og:locale", "language"))
    return Metadata(
        titles=_titles(tree, metas, posting),
        dates=_dates(tree, metas, posting),
        authors=_authors(tree, metas, posting),
        publishers=_publishers(metas, posting),
        sections=tuple(
            [(seen(text), "JSON-LD") for text in texts(posting.get("articleSection"))]
            + [(value, "meta tag") for value in _all(metas, _SECTION_KEYS)]
        ),
        tags=_tags(metas, posting),
        summaries=tuple(
            [(seen(text), "JSON-LD") for text in texts(posting.get("description"))]
            + [(seen(value), "meta tag") for value in _all(metas, _SUMMARY_KEYS)]
        ),
        urls=_urls(tree, metas, posting, text),
        language=re.split(r"[-_]", language)[0].lower() if language.isascii() else "",
        hides=_hides(tree, posting),
        updated=tuple(texts(posting.get("dateModified")) + _all(metas, _UPDATED_KEYS)),
        is_article=bool(posting.get("headline")) or _first(metas, ("og:type",)) == "article",
        is_free=str(posting.get("isAccessibleForFree")).lower() != "false",
        body=next(iter(texts(posting.get("articleBody"))), ""),
    )


def _hides(tree: "HtmlElement", posting: json_ld.Node) -> bool:
    said = [element.text_content() for element in tree.iter("title", "h1")]
    keys = {*_TITLE_KEYS, *_AUTHOR_KEYS, *_PUBLISHER_KEYS}
    said.extend(
        html.unescape(element.get("content") or "")
        for element in tree.iter("meta")
        if (element.get("property") or element.get("name") or "").strip().lower() in keys
    )
    named = [posting.get(key) for key in ("headline", "author", "publisher")]
    said.append(msgspec.json.encode(named).decode())
    return any(map(hides, said))


def _metas(tree: "HtmlElement") -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or ""
        value = seen(html.unescape(element.get("content") or ""))
        if name and value:
            found.setdefault(name.strip().lower(), []).append(value)
    return found


def _all(metas: dict[str, list[str]], keys: Sequence[str]) -> list[str]:
    return [value for key in keys for value in metas.get(key, ())]


def _first(metas: dict[str, list[str]], keys: Sequence[str]) -> str:
    return next(iter(_all(metas, keys)), "")


def _titles(tree: "HtmlElement", metas: dict[str, list[str]], posting: json_ld.Node) -> Claims:
    """A heading that the head repeats; then what the head says, less the site's name."""
    said = [(seen(text), "JSON-LD") for text in texts(posting.get("headline"))]
    said += [(value, "meta tag") for value in _all(metas, _TITLE_KEYS)]
    for element in tree.iter("title"):
        said.append((seen(element.text_content()), "title element"))
        break
    headings = [seen(element.text_content()) for element in tree.iter("h1")]
    headings = [heading for heading in headings if heading and len(heading) < 400]
    folded = [_folded(value) for value, _ in said]
    sites = [_folded(name) for name in _all(metas, _PUBLISHER_KEYS)]
    sites += [_folded(name) for name in names(posting.get("publisher"))]
    repeated = [
        heading
        for heading in headings
        if len(_folded(heading)) > 3
        and _folded(heading) not in sites
        and any(_says_the_same(_folded(heading), value) for value in folded)
    ]
    repeated.sort(key=lambda heading: _folded(heading) not in folded)
    result: list[tuple[str, str]] = [(heading, "main heading") for heading in repeated]
    result += [(_without_site(value, sites), source) for value, source in said]
    result += [(heading, "main heading") for heading in headings]
    return tuple((value, source) for value, source in result if value)


def _says_the_same(heading: str, value: str) -> bool:
    """The heading is the title or a large part of it, give or take a word or two."""
    if heading == value:
        return True
    ours, theirs = heading.split(), value.split()
    if len(ours) >= _FEW and f" {heading} " in f" {value} ":
        return True
    if value.startswith(f"{heading} ") or value.endswith(f" {heading}"):
        return 3 * len(ours) >= len(theirs)
    common = len(set(ours) & set(theirs))
    return len(ours) > _FEW and common >= _NEARLY * max(len(set(ours)), len(set(theirs)))


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


def _dates(tree: "HtmlElement", metas: dict[str, list[str]], posting: json_ld.Node) -> Claims:
    found = [(text, "JSON-LD") for text in texts(posting.get("datePublished"))]
    if not found:
        found = [(text, "JSON-LD") for text in texts(posting.get("dateCreated"))[:1]]
    found += [(value, "meta tag") for value in _all(metas, _DATE_KEYS)]
    times = [
        element
        for element in tree.xpath("//time | //*[@itemprop='datePublished']")[:40]
        if "odified" not in (element.get("itemprop") or "")
    ]
    times.sort(key=_time_rank)
    for element in times:
        value = element.get("datetime") or element.get("content") or seen(element.text_content())
        if value:
            found.append((seen(value), "time element"))
    return tuple(item for item in found if not item[0].startswith(_NO_DATES))


def _time_rank(element: "HtmlElement") -> int:
    """What the page marks as the day of publication, then what is not beside the article."""
    named = f"{element.get('itemprop')} {element.get('class')} {element.get('pubdate')}".lower()
    if "publish" in named or "pubdate" in named:
        return 0
    beside = next(element.iterancestors("nav", "aside", "footer"), None) is not None
    return 2 if beside else 1


def _authors(tree: "HtmlElement", metas: dict[str, list[str]], posting: json_ld.Node) -> Claims:
    found = [(name, "JSON-LD") for name in names(posting.get("author"))]
    found += [
        (value, "meta tag")
        for value in _all(metas, _AUTHOR_KEYS)
        if not _HTTP.match(value) and "@" not in value and len(value) < 200
    ]
    for element in tree.xpath("//*[@rel='author' or @itemprop='author']")[:5]:
        found.append((seen(element.text_content()), "author element"))
    return tuple(
        (name, source)
        for value, source in found
        if len(value) < 200
        for name in _persons(value)
        if not _NOBODY.fullmatch(name) and not _HTTP.match(name)
    )


def _publishers(metas: dict[str, list[str]], posting: json_ld.Node) -> Claims:
    found = [(name, "JSON-LD") for name in names(posting.get("publisher"))]
    found += [(value.lstrip("@"), "meta tag") for value in _all(metas, _PUBLISHER_KEYS)]
    return tuple(
        (name, source)
        for name, source in found
        if not _HTTP.match(name) and name.lower() not in _PLATFORMS
    )


def _persons(value: str) -> tuple[str, ...]:
    names = read_byline(value).names
    return names or ((value,) if value and len(value.split()) <= 5 else ())


def _tags(metas: dict[str, list[str]], posting: json_ld.Node) -> Claims:
    found: list[tuple[str, str]] = []
    keywords = posting.get("keywords")
    for text in texts(keywords):
        found += [(part, "JSON-LD") for part in ([text] if isinstance(keywords, list) else [])]
        if not isinstance(keywords, list):
            found += [(seen(part), "JSON-LD") for part in text.split(",")]
    found += [(seen(text), "JSON-LD") for text in texts(posting.get("articleSection"))]
    for key in _TAG_KEYS:
        if found and key in {"keywords", "dc.subject"}:
            break
        for value in metas.get(key, ()):
            found += [(seen(part), "meta tag") for part in value.split(",")]
    found += [(value, "meta tag") for value in _all(metas, _SECTION_KEYS)]
    return tuple(
        (tag, source) for tag, source in found if tag and len(tag) <= 60 and ":" not in tag
    )


def _urls(
    tree: "HtmlElement", metas: dict[str, list[str]], posting: json_ld.Node, text: str
) -> Claims:
    found = [
        (seen(element.get("href") or ""), "canonical link")
        for element in tree.iter("link")
        if (element.get("rel") or "").lower() == "canonical"
    ]
    found += [(value, "meta tag") for value in _all(metas, ("og:url", "twitter:url"))]
    found += [(seen(url), "JSON-LD") for url in texts(posting.get("url"))]
    if saved := _SAVED_FROM.search(text[:4096]):
        found.append((saved[1], "browser's remark"))
    base = next((url for url, _ in found if _HTTP.match(url)), "")
    whole = [(_joined(base, url), source) for url, source in found if url]
    return tuple((url, source) for url, source in whole if _HTTP.match(url))


def _joined(base: str, url: str) -> str:
    if not base or _HTTP.match(url):
        return url
    try:
        return urljoin(base, url)
    except ValueError:
        return ""
