"""What a build was made from, so that the next can tell at once that nothing has changed."""

from pathlib import Path

import msgspec

from generator.build.inputs import Folders, Inputs, Stamp
from generator.errors import Problem

RACE = 50_000_000
"""Nanoseconds: a file that changed this shortly before we looked may change again unseen, within
one tick of the file system's clock."""


class Counts(msgspec.Struct, frozen=True):
    """How much a site holds."""

    entries: int = 0
    articles: int = 0
    topics: int = 0
    links: int = 0
    pages: int = 0
    drafts: int = 0
    scheduled: int = 0


class Snapshot(msgspec.Struct, frozen=True):
    """A build that went well."""

    code: str
    """`version.code_stamp()`."""
    choices: str
    """A hash of the options that the output follows from."""
    config: Stamp | None
    folders: Folders
    inputs: Inputs
    output: str
    """The folder as `site.yaml` names it."""
    warnings: tuple[Problem, ...]
    next_day: int | None
    """The ordinal of the day on which a scheduled entry is due."""
    time_zone: str
    base_url: str
    counts: Counts


def stamp(site: Path, name: str) -> Stamp | None:
    """The stamp of one file, None when it is missing."""
    try:
        status = (site / name).stat()
    except OSError:
        return None
    return Stamp(name, status.st_size, status.st_mtime_ns)


def is_settled(snapshot: Snapshot, started: int) -> bool:
    """Whether no input changed so shortly before `started` that it may have changed again since.

    Args:
        started: nanoseconds by the clock of the file system that holds the inputs.
    """
    inputs = snapshot.inputs
    stamps = [
        *(inputs.articles + inputs.entries + inputs.topics + inputs.static + inputs.templates),
        *([snapshot.config] if snapshot.config else []),
    ]
    return all(item.modified < started - RACE for item in stamps)


def read(path: Path) -> Snapshot | None:
    """The snapshot at `path`, None when there is none that we can read."""
    try:
        return msgspec.msgpack.decode(path.read_bytes(), type=Snapshot)
    except (OSError, msgspec.MsgspecError, UnicodeDecodeError):
        return None


def write(path: Path, snapshot: Snapshot) -> None:
    """Replace the snapshot as a whole."""
    next_path = path.with_name(path.name + ".next")
    next_path.write_bytes(msgspec.msgpack.encode(snapshot))
    next_path.replace(path)
