"""Which files a site is made from.

Links are followed only where they stay inside the folder they lie in: a site that someone else
made must not publish a file of the machine that builds it.
"""

import os
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from generator.errors import Problem
from generator.formats import suffixes

if TYPE_CHECKING:
    from generator.model import Source

ENTRY_SUFFIXES = (".md", ".markdown")
_OTHER_TEXTS = (".text", ".rst", ".adoc", ".docx", ".doc", ".pdf", ".odt")
"""What an editor may expect to be read: such a file is never passed over in silence."""


class Stamp(msgspec.Struct, frozen=True, order=True, array_like=True):
    """A file and what tells, without reading it, that it has changed."""

    path: str
    """Relative to the folder it was looked for in, with forward slashes."""
    size: int
    modified: int
    """Nanoseconds since the epoch, as the file system says."""


class Folders(msgspec.Struct, frozen=True):
    """The folders of a site, relative to it."""

    seeds: str = "seeds"
    content: str = "content"
    static: str = "static"
    templates: str = "templates"


class Inputs(msgspec.Struct, frozen=True):
    """Every input of a site but its configuration, each group sorted by path."""

    articles: tuple[Stamp, ...] = ()
    entries: tuple[Stamp, ...] = ()
    topics: tuple[Stamp, ...] = ()
    static: tuple[Stamp, ...] = ()
    """Paths relative to the static folder."""
    templates: tuple[Stamp, ...] = ()
    """Paths relative to the templates folder."""


def is_input(name: str) -> bool:
    """Whether a file or folder of this name may hold input: not README.md, `_draft` or `.git`."""
    return name.lower() != "readme.md" and not name.startswith(("_", ".")) and name[-1:] != "~"


def is_text(path: str) -> bool:
    """Whether the bytes of a path are text, as an address must be."""
    return path.isascii() or not any("\ud800" <= char <= "\udfff" for char in path)


def printable(path: str) -> str:
    """A path that can be shown, whatever its bytes are."""
    return path.encode("utf-8", "backslashreplace").decode()


def walk(folder: Path, *, every_name: bool = False) -> Iterator[Stamp | str]:
    """The files under `folder`, depth first, in the order of their names.

    Args:
        folder: may be missing, which gives nothing.
        every_name: take names that begin with `_` or `.` too (templates name partials so).

    Yields:
        A `Stamp` for a file; the path of a link that leads out of the folder or nowhere.
    """
    root = Path(os.path.realpath(folder))
    yield from _walk(root, root, "", every_name)


def _walk(root: Path, folder: Path, prefix: str, every_name: bool) -> Iterator[Stamp | str]:
    try:
        with os.scandir(folder) as scan:
            found = sorted(scan, key=lambda item: item.name)
    except (FileNotFoundError, NotADirectoryError):
        return
    for item in found:
        path = prefix + item.name
        if item.is_symlink():
            target = Path(os.path.realpath(item.path))
            # A link to a folder is not followed even inside: it could lead round in a circle.
            if not (target.is_relative_to(root) and target.is_file()):
                yield path
                continue
        if not every_name and not is_input(item.name):
            continue
        if item.is_dir(follow_symlinks=False):
            yield from _walk(root, Path(item.path), path + "/", every_name)
            continue
        status = item.stat()
        if stat.S_ISREG(status.st_mode):
            yield Stamp(path, status.st_size, status.st_mtime_ns)


def discover(site: Path, folders: Folders) -> tuple[Inputs, tuple[Problem, ...]]:
    """Find every input of the site in the folder `site`."""
    problems: list[Problem] = []
    groups = {
        name: tuple(_group(site, getattr(folders, name), name in ("static", "templates"), problems))
        for name in ("seeds", "content", "static", "templates")
    }
    articles = _of_kind(groups["seeds"], folders.seeds, (*suffixes(), ".gz"), problems)
    written = _of_kind(groups["content"], folders.content, ENTRY_SUFFIXES, problems)
    topic_folder = f"{folders.content}/topics/"
    return Inputs(
        articles=articles,
        entries=tuple(stamp for stamp in written if not stamp.path.startswith(topic_folder)),
        topics=tuple(stamp for stamp in written if stamp.path.startswith(topic_folder)),
        static=groups["static"],
        templates=groups["templates"],
    ), tuple(problems)


def _group(site: Path, name: str, every_name: bool, problems: list[Problem]) -> Iterator[Stamp]:
    folder = site / name
    if not Path(os.path.realpath(folder)).is_relative_to(os.path.realpath(site)):
        problems.append(
            Problem(
                name, 0, 0, "this folder lies outside the site's", "move or copy it into the site"
            )
        )
        return
    for found in walk(folder, every_name=every_name):
        path = found.path if isinstance(found, Stamp) else found
        if not is_text(path):
            message = "the name of this file is not in UTF-8: not read"
            problems.append(Problem(f"{name}/{printable(path)}", 0, 0, message, "rename it"))
        elif isinstance(found, Stamp):
            yield found
        else:
            problems.append(
                Problem(
                    f"{name}/{found}",
                    0,
                    0,
                    "this link leads out of its folder or to no file: not followed",
                    "put the file itself here",
                    "warning",
                )
            )


def _of_kind(
    stamps: Iterable[Stamp], folder: str, wanted: tuple[str, ...], problems: list[Problem]
) -> tuple[Stamp, ...]:
    """The stamps with one of the suffixes, their paths now relative to the site."""
    kept = []
    for stamp in stamps:
        path = f"{folder}/{stamp.path}"
        if path.lower().endswith(wanted):
            kept.append(Stamp(path, stamp.size, stamp.modified))
        elif path.lower().endswith((*suffixes(), *_OTHER_TEXTS)):
            expected = ", ".join(wanted)
            problems.append(
                Problem(
                    path,
                    0,
                    0,
                    f"this kind of file is not read here: expected one of {expected}",
                    "begin its name with _ to keep it here unread",
                    "warning",
                )
            )
    return tuple(sorted(kept))


def load(site: Path, stamp: Stamp, most: int) -> "tuple[Source | None, tuple[Problem, ...]]":
    """The bytes of one input, or why they are not read.

    Args:
        most: bytes from which a file is too large to be a document; one that may hold many
            documents may be larger.
    """
    from generator.config import COLLECTION
    from generator.model import Source

    if stamp.path.lower().removesuffix(".gz").endswith(suffixes(collections_only=True)):
        most *= COLLECTION

    if stamp.size > most:
        message = f"this file is too large to be read: {stamp.size:,} bytes, at most {most:,}"
        hint = "begin its name with _ to keep it here unread, or raise max_document in site.yaml"
        return None, (Problem(stamp.path, 0, 0, message, hint),)
    try:
        return Source(stamp.path, (site / stamp.path).read_bytes()), ()
    except OSError as error:
        reason = error.strerror or "it cannot be read"
        return None, (
            Problem(stamp.path, 0, 0, f"this file cannot be read: {reason}", "check its rights"),
        )
