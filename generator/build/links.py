"""Links that lead nowhere: within the site, and if asked for, on the web."""

import html
import posixpath
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from urllib.parse import unquote, urlsplit

from generator.errors import Problem
from generator.model import Entry, Topic
from generator.site import urls

_REFERENCE = re.compile(rb'\s(?:href|src)="([^"]*)"')
_ID = re.compile(rb'\sid="([^"]*)"')
_HINT = "mend the link, or put the file into static/"
_SECONDS = 15
"""How long an answer from the web is waited for."""
_AT_ONCE = 8
_AGENT = "Mozilla/5.0 (compatible; Backstory link check)"


class Links:
    """The links of the pages that are rendered, one after the other.

    Args:
        files: the paths of all files of the output.
        base: where the site will be published, "/" or "/archive/"; "" for relative links.
    """

    def __init__(self, files: Collection[str], base: str) -> None:
        self._files = frozenset(files)
        self._base = base
        self._wanted: dict[tuple[str, str], list[str]] = {}
        """For each file and fragment, the pages that lead to it."""
        self._ids: dict[str, frozenset[str]] = {}
        self.external: dict[str, list[str]] = {}
        """For each URL of another site, the pages that lead to it."""

    def add(self, page: str, content: bytes) -> None:
        """Note the links of a page, by its path in the output."""
        self._ids[page] = frozenset(found.decode() for found in _ID.findall(content))
        for found in dict.fromkeys(_REFERENCE.findall(content)):
            target = html.unescape(found.decode("utf-8", "replace"))
            parts = urlsplit(target)
            if parts.scheme in ("http", "https"):
                self.external.setdefault(target, []).append(page)
            elif not parts.scheme and not parts.netloc:
                path, fragment = self._place(page, parts.path, parts.fragment)
                self._wanted.setdefault((path, fragment), []).append(page)

    def _place(self, page: str, path: str, fragment: str) -> tuple[str, str]:
        path, fragment = unquote(path), unquote(fragment)
        if not path:
            return page, fragment
        if path.startswith("/"):
            path = path.removeprefix(self._base or "/").lstrip("/")
        else:
            path = posixpath.normpath(posixpath.join(posixpath.dirname(page), path)) + (
                "/" if path.endswith("/") else ""
            )
        if path in ("", ".", "./") or path.endswith("/"):
            path = path.removeprefix("./").lstrip(".") + "index.html"
        return path, fragment

    def dead(self) -> Iterator[tuple[str, str, str]]:
        """(page, what it leads to, what is wrong) of each link to a place that is not there."""
        for (path, fragment), pages in sorted(self._wanted.items()):
            if path not in self._files:
                wrong = "there is no such file"
            elif fragment and path in self._ids and fragment not in self._ids[path]:
                wrong = f'the page has no place named "{fragment}"'
            else:
                continue
            target = path + (f"#{fragment}" if fragment else "")
            yield from ((page, target, wrong) for page in pages)


def owners(entries: Iterable[Entry], topics: Iterable[Topic]) -> dict[str, str]:
    """The input file that a page is made of, by the page's path."""
    found = {
        urls.output_path(urls.event(entry.slug)): entry.path
        for entry in entries
        if entry.origin == "editor"
    }
    found.update((urls.output_path(urls.topic(topic.slug)), topic.path) for topic in topics)
    return {page: path for page, path in found.items() if path}


def dead_links(links: Links, owners: Mapping[str, str]) -> Iterator[Problem]:
    """A warning for each link within the site that leads nowhere."""
    for page, target, wrong in links.dead():
        where = owners.get(page, page)
        message = f"a link leads to {target}: {wrong}"
        yield Problem(where, 0, 0, message, _HINT, "warning")


def dead_urls(links: Links, owners: Mapping[str, str]) -> Iterator[Problem]:
    """A warning for each link to another site that nobody answers, or says is gone."""
    from concurrent.futures import ThreadPoolExecutor

    addresses = sorted(links.external)
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        for address, wrong in zip(addresses, pool.map(_ask, addresses), strict=True):
            if wrong:
                for page in sorted(set(links.external[address])):
                    where = owners.get(page, page)
                    message = f"a link leads to {address}: {wrong}"
                    hint = "mend it, or name a copy as the source's archive"
                    yield Problem(where, 0, 0, message, hint, "warning")


def _ask(address: str) -> str:
    """What is wrong with a URL, "" when something answers there."""
    from http.client import HTTPException
    from urllib.error import HTTPError, URLError
    from urllib.request import Request, urlopen

    try:
        with urlopen(Request(address, headers={"User-Agent": _AGENT}), timeout=_SECONDS):
            return ""
    except HTTPError as error:
        # Some hosts refuse programs: that a page is gone is said with these two alone.
        return f"the host says {error.code}" if error.code in (404, 410) else ""
    except (URLError, HTTPException, OSError, ValueError) as error:
        reason = getattr(error, "reason", None) or error
        return f"nobody answers: {reason}"
