"""Which pages must be rendered: those whose template or view is not the one they were made from."""

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from generator.build.cache import digest
from generator.build.inputs import is_text
from generator.build.jobs import Workers
from generator.build.template_faults import template_errors
from generator.build.trace import Tracer
from generator.build.version import code_version
from generator.errors import Problem
from generator.site import urls
from generator.site_values import why_no_file

if TYPE_CHECKING:
    from generator.site.assemble import Site
    from generator.site.pages import Page, Route
    from generator.site.templates import Compiled, Renderer
    from generator.site.theme import StaticFile, Theme


class Copied(msgspec.Struct, frozen=True):
    """A static file, where it goes and what tells that it has changed."""

    path: str
    key: str
    source: Path


class Planned(msgspec.Struct, frozen=True):
    """A page, where it goes and the hash of all that its bytes follow from."""

    path: str
    key: str
    page: "Page"


class Pages:
    """The pages of a site, made one by one as they are needed."""

    def __init__(self, site: "Site", style: str) -> None:
        from generator.site.pages import routes

        self.listed = [(urls.output_path(route.path), route) for route in routes(site)]
        """Where each page goes; two that go to one place are a fault of the site."""
        self.routes = dict(self.listed)
        self._closures: dict[str, str] = {}
        self.tracer = Tracer()
        """Has what the view of the last page looked up."""
        self.watched = self.tracer.watched(site)
        self._style = style
        self._version = code_version()

    def close_over(self, renderer: "Renderer", folder: str) -> None:
        """See what each template is made of.

        Args:
            folder: the name of the site's folder of templates, for messages.

        Raises:
            BackstoryError: a template cannot be read.
        """
        for route in self.routes.values():
            if route.template not in self._closures:
                with template_errors(route.path, folder):
                    self._closures[route.template] = renderer.closure(route.template)

    @property
    def templates(self) -> str:
        """A hash of all templates that are used."""
        return digest(*(self._closures[name] for name in sorted(self._closures)))

    def route_key(self, path: str) -> str:
        """A hash of a page's templates and the arguments of its view."""
        route = self.routes[path]
        arguments = msgspec.msgpack.encode(route.arguments)
        return digest(route.path, route.template, self._closures[route.template], arguments)

    def make(self, path: str) -> Planned:
        """The page, with its view made now."""
        self.tracer.reads, self.tracer.kinds = set(), set()
        page = self.routes[path].page(self.watched, self._style)
        view = msgspec.msgpack.encode(page.view)
        closure = self._closures[page.template]
        return Planned(path, digest(self._version, page.path, page.template, closure, view), page)


def copies(
    files: Iterable["StaticFile"], folder: str
) -> tuple[tuple[Copied, ...], tuple[Problem, ...]]:
    """Every static file with its key, and those whose names no address can have.

    Args:
        folder: the name of the site's folder of static files, for messages.
    """
    copied, problems = [], []
    for file in files:
        if not is_text(file.address):
            continue  # `inputs.discover` has said so
        if fault := why_no_file(file.address):
            message = f"a file of this name cannot be published: {fault}"
            problems.append(Problem(f"{folder}{file.address}", 0, 0, message, "rename it"))
            continue
        status = file.source.stat()
        key = digest("static", str(file.source), f"{status.st_size} {status.st_mtime_ns}")
        copied.append(Copied(urls.output_path(file.address), key, file.source))
    return tuple(copied), tuple(problems)


_KINDS = {"moved.html": "redirect from"}


def collisions(
    routes: Sequence[tuple[str, "Route"]], copied: Sequence[Copied]
) -> Iterator[Problem]:
    """Files that would be written over each other, on a disk that ignores case too."""
    wanted = [
        (path, f"the {_KINDS.get(route.template, 'page')} {route.path}") for path, route in routes
    ]
    wanted += [(item.path, f"the static file {item.path}") for item in copied]
    taken: dict[str, str] = {}
    for path, what in wanted:
        other = taken.setdefault(path.casefold(), what)
        if other is not what:
            message = f"{other} and {what} would be one file of the output"
            yield Problem(path, 0, 0, message, "rename one of them")
    folders: dict[str, tuple[str, str]] = {}
    for path, what in wanted:
        folder = path.casefold().rpartition("/")[0]
        while folder and folder not in folders:
            folders[folder] = path, what
            folder = folder.rpartition("/")[0]
    for folder in sorted(folders.keys() & taken.keys()):
        path, what = folders[folder]
        message = f"{taken[folder]} lies where {what} needs a folder"
        yield Problem(path, 0, 0, message, "rename one of them")


def render(
    planned: Iterable[Planned],
    theme: "Theme",
    templates: str,
    folder: str,
    *,
    compiled: "Compiled",
    workers: Workers,
) -> Iterator[tuple[Planned, bytes]]:
    """Each page with its bytes, in the order in which they are given.

    Args:
        planned: taken as they are needed.
        templates: `Pages.templates`.
        folder: the name of the site's folder of templates, for messages.
        compiled: what is known of the templates; grows by those that are compiled here.

    Raises:
        BackstoryError: a template is wrong; the message has its place.
    """
    waiting: deque[Planned] = deque()

    def pages() -> Iterator["Page"]:
        for item in planned:
            waiting.append(item)
            yield item.page

    results = workers.here.map(
        partial(_render, tuple(str(path) for path in theme.templates), templates, folder, compiled),
        pages(),
        pays_from=RENDERING_PAYS_FROM,
    )
    for content in results:
        yield waiting.popleft(), content


RENDERING_PAYS_FROM = 400
"""A page takes about half a millisecond, a pool some tenths of a second to start and to feed."""


_renderers: dict[tuple[tuple[str, ...], str], "Renderer"] = {}
"""The last one of this process, by its folders and the content of its templates."""


def _renderer(folders: tuple[str, ...], closures: str, compiled: "Compiled") -> "Renderer":
    from generator.site.templates import Renderer

    if (folders, closures) not in _renderers:
        _renderers.clear()
        renderer = Renderer([Path(folder) for folder in folders], compiled)
        _renderers[folders, closures] = renderer
    return _renderers[folders, closures]


def _render(
    folders: tuple[str, ...], closures: str, folder: str, compiled: "Compiled", page: "Page"
) -> bytes:
    """`closures` stands for the templates' content: other content takes another renderer."""
    with template_errors(page.path, folder, folders):
        return _renderer(folders, closures, compiled).render(page)
