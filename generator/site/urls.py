"""Addresses: where a page lives, how another page links to it, and which file it becomes.

An *address* is a path from the site's root: "/events/fall-of-the-wall/", "/1993/09/",
"/feed.xml". It never holds the base URL; `link` adds that, or makes the link relative, at the
moment a page is rendered.
"""

import re
from functools import lru_cache
from urllib.parse import quote, urlsplit

import msgspec

from generator import site_values

SCHEMES = frozenset({"http", "https", "mailto"})
"""The only schemes that a link of a page may have."""


class Base(msgspec.Struct, frozen=True):
    """Where a site will be published: `base_url` of site.yaml, taken apart."""

    origin: str
    """Scheme and host: "https://example.org"."""
    path: str
    """From "/" to "/": "/" or "/archive/"."""


def read_base(base_url: str) -> Base | None:
    """The base of a site, or None when there is none or it is no web address.

    >>> read_base("https://example.org/archive")
    Base(origin='https://example.org', path='/archive/')
    """
    url = external(base_url)
    if not url or url.startswith("mailto:"):
        return None
    parts = urlsplit(url)
    folders = [part for part in parts.path.split("/") if part not in ("", ".", "..")]
    path = "/" + "".join(f"{part}/" for part in folders)
    return Base(origin=f"{parts.scheme}://{parts.netloc}", path=path)


def year_name(year: int) -> str:
    """A year as addresses write it: four digits, a minus before Christ's: "1993", "-0043"."""
    return f"{'-' if year < 0 else ''}{abs(year):04d}"


def year(number: int) -> str:
    return f"/{year_name(number)}/"


def month(year_number: int, month_number: int) -> str:
    return f"/{year_name(year_number)}/{month_number:02d}/"


def day(year_number: int, month_number: int, day_number: int) -> str:
    return f"{month(year_number, month_number)}{day_number:02d}/"


def event(slug: str) -> str:
    return f"/events/{slug}/"


def listing(
    kind: str, slug: str, year_number: int | None = None, month_number: int | None = None
) -> str:
    """The page of a topic, person, place or organization, or of a year or month of a long one.

    >>> listing("people", "ann-poe", 1993)
    '/people/ann-poe/1993/'
    """
    address = f"/{kind}/{slug}/"
    if year_number is not None:
        address += f"{year_name(year_number)}/"
    if month_number is not None:
        address += f"{month_number:02d}/"
    return address


def topic(slug: str) -> str:
    return listing("topics", slug)


def this_day(month_number: int, day_number: int | None = None) -> str:
    """The page of the anniversaries of a month or a day of the year."""
    address = f"/on-this-day/{month_number:02d}/"
    return address if day_number is None else f"{address}{day_number:02d}/"


def article(slug: str) -> str:
    return f"/articles/{slug}/"


def quote_anchor(start: int, end: int) -> str:
    """The id of a quote on its article's page."""
    return f"q-{start}-{end}"


def output_path(address: str) -> str:
    """The file of the output that an address is served from, with forward slashes.

    Every file of a site goes through here, and none can leave the output folder.

    Raises:
        ValueError: the address is no plain path from the root.

    >>> output_path("/1993/09/"), output_path("/feed.xml")
    ('1993/09/index.html', 'feed.xml')
    """
    if fault := site_values.why_no_file(address):
        raise ValueError(f"an address that no file can have: {address!r}: {fault}")
    parts = address[1:].split("/")
    if parts[-1] == "":
        parts[-1] = "index.html"
    return "/".join(parts)


def link(base: Base | None, page: str, target: str) -> str:
    """What `page` writes in `href` to reach `target`, both addresses; `target` may have a "#…".

    With a base the link is absolute under its path. Without one it is relative and names the
    file, so that the site works from a disk, at a root and under any sub-path. The page for
    addresses that do not exist is shown at any depth, so its links start at the root.

    >>> link(None, "/1993/09/", "/events/oslo/#what-came-before")
    '../../events/oslo/index.html#what-came-before'
    """
    path, hash_mark, fragment = target.partition("#")
    path, question, query = path.partition("?")
    tail = (f"?{query}" if question else "") + (f"#{quote(fragment)}" if hash_mark else "")
    if base is not None:
        return base.path + quote(path[1:]) + tail
    if page == "/404.html":
        return quote(path) + tail
    if path == page and hash_mark:
        return tail
    here, there = _parts(page)[:-1], _parts(path)
    common = 0
    for ours, theirs in zip(here, there[:-1], strict=False):
        if ours != theirs:
            break
        common += 1
    return "/".join((("..",) * (len(here) - common)) + there[common:]) + tail


@lru_cache(maxsize=20_000)
def _parts(path: str) -> tuple[str, ...]:
    """The folders and the file of an address, as links write them."""
    *folders, file = quote(path[1:]).split("/")
    return (*folders, file or "index.html")


def absolute(base: Base | None, address: str) -> str:
    """The full URL of an address, or "" where the site's own URL is not known."""
    return "" if base is None else base.origin + link(base, "/", address)


def external(url: str) -> str:
    """A link that leads out of the site, made valid; "" for whatever is no web or mail address.

    >>> external("javascript:alert(1)"), external("https://example.org/a b")
    ('', 'https://example.org/a%20b')
    """
    url = url.strip()
    if any(ord(char) < 32 or char == "\x7f" for char in url):
        return ""
    try:
        parts = urlsplit(url)
        host, _ = parts.hostname, parts.port
    except ValueError:
        return ""
    scheme = parts.scheme.lower()
    if scheme not in SCHEMES or (scheme != "mailto" and not host) or "\\" in parts.netloc:
        return ""
    if scheme == "mailto" and not parts.path:
        return ""
    encoded = re.sub(r"%(?![0-9A-Fa-f]{2})", "%25", url)
    head, mark, fragment = encoded.partition("#")
    head = quote(head, safe="%/:?@!$&'()*+,;=~[]" if "[" in parts.netloc else "%/:?@!$&'()*+,;=~")
    return head + (mark + quote(fragment, safe="%/:?@!$&'()*+,;=~") if mark else "")
