"""Which pages must be rendered: those whose template or view is not the one they were made from."""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache, partial
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

import msgspec

from generator.build.cache import digest
from generator.build.inputs import is_text
from generator.build.jobs import Workers
from generator.build.progress import Progress
from generator.build.template_faults import template_errors
from generator.build.version import code_version
from generator.errors import Problem
from generator.site import urls
from generator.site_values import why_no_file

if TYPE_CHECKING:
    from generator.site.pages import Page
    from generator.site.templates import Renderer
    from generator.site.theme import StaticFile, Theme


class Planned(msgspec.Struct, frozen=True):
    """A page, where it goes and the hash of all that its bytes follow from."""

    path: str
    key: str
    page: "Page"


class Copied(msgspec.Struct, frozen=True):
    """A static file, where it goes and what tells that it has changed."""

    path: str
    key: str
    source: Path


def plan(pages: Iterable["Page"], renderer: "Renderer", folder: str) -> Iterator[Planned]:
    """Every page with its key.

    Raises:
        BackstoryError: a template cannot be read.
    """
    version = code_version()
    encoder = msgspec.msgpack.Encoder()
    buffer = bytearray()
    for page in pages:
        with template_errors(page.path, folder):
            closure = renderer.closure(page.template)
        encoder.encode_into(page.view, buffer)
        key = digest(version, page.path, page.template, closure, bytes(buffer))
        yield Planned(urls.output_path(page.path), key, page)


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


def collisions(planned: Sequence[Planned], copied: Sequence[Copied]) -> Iterator[Problem]:
    """Files that would be written over each other, on a disk that ignores case too."""
    taken: dict[str, str] = {}
    wanted = [
        (item.path, f"the {_KINDS.get(item.page.template, 'page')} {item.page.path}")
        for item in planned
    ]
    wanted += [(item.path, f"the static file {item.path}") for item in copied]
    for path, what in wanted:
        other = taken.setdefault(path.casefold(), what)
        if other is not what:
            message = f"{other} and {what} would be one file of the output"
            yield Problem(path, 0, 0, message, "rename one of them")
    for path, what in wanted:
        for folder in PurePosixPath(path.casefold()).parents:
            if folder.as_posix() in taken:
                message = f"{taken[folder.as_posix()]} lies where {what} needs a folder"
                yield Problem(path, 0, 0, message, "rename one of them")


def render(
    planned: Sequence[Planned],
    theme: "Theme",
    renderer: "Renderer",
    folder: str,
    *,
    workers: Workers,
    progress: Progress,
) -> dict[str, bytes]:
    """The bytes of each page, by its path in the output.

    Args:
        renderer: the one that gave the pages their keys.
        folder: the name of the site's folder of templates, for messages.

    Raises:
        BackstoryError: a template is wrong; the message has its place.
    """
    if not planned:
        return {}
    progress.start("Rendering pages", len(planned))
    rendered = {}
    pages = [item.page for item in planned]
    closures = digest(*(renderer.closure(name) for name in sorted({p.template for p in pages})))
    results = workers.here.map(
        partial(_render, tuple(str(path) for path in theme.templates), closures, folder),
        pages,
        pays_from=RENDERING_PAYS_FROM,
    )
    for item, content in zip(planned, results, strict=True):
        rendered[item.path] = content
        progress.advance()
    progress.finish()
    return rendered


RENDERING_PAYS_FROM = 1500
"""A page takes about half a millisecond, a pool some tenths of a second to start and to feed."""


@lru_cache(maxsize=1)
def _renderer(folders: tuple[str, ...], _closures: str) -> "Renderer":
    from generator.site.templates import Renderer

    return Renderer([Path(folder) for folder in folders])


def _render(folders: tuple[str, ...], closures: str, folder: str, page: "Page") -> bytes:
    """`closures` stands for the templates' content: other content takes another renderer."""
    with template_errors(page.path, folder, folders):
        return _renderer(folders, closures).render(page)
