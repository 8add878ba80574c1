"""What we know of an output tree: which files in it are ours, and from what each was made.

A tree of ten thousand pages is looked at without listing its folders: a file that we wrote is still
ours while its size and time are those that we noted, and a folder holds nothing new while its own
time is. Only a folder that changed, or that others made, is listed.
"""

import os
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path

import msgspec

from generator.build.inputs import Stamp, walk
from generator.build.snapshot import RACE

LEDGER = "output-"
"""How the names of ledgers in a site's store begin; each ends in a hash of its output's path."""


class Made(msgspec.Struct, frozen=True, array_like=True):
    """A file of the output that we wrote."""

    key: str
    """The hash of all that its bytes follow from."""
    size: int
    modified: int
    """Nanoseconds; with the size, tells that nobody changed the file since."""


class Manifest(msgspec.Struct, frozen=True):
    """The files that we wrote into one tree."""

    device: int
    inode: int
    """The folder itself: a tree that was exchanged for another is not taken for it."""
    files: dict[str, Made]
    folders: dict[str, int] = {}
    """The time of each folder of ours ("" for the tree itself) when it was last listed; 0 for one
    that may have changed within the same tick of the clock."""
    others: tuple[bytes, ...] = ()
    """What others had in the folders of ours by then: files, links, and folders. Their names need
    not be text."""


def folder_identity(folder: Path) -> tuple[int, int]:
    """(device, inode) of a folder, (0, 0) when there is none."""
    try:
        status = folder.stat()
    except OSError:
        return 0, 0
    return status.st_dev, status.st_ino


class Ledger:
    """The manifests of the trees of one output, each a file in the site's own store."""

    def __init__(self, store: Path, name: str) -> None:
        self._store = store
        self._prefix = f"{LEDGER}{name}"

    def path(self, folder: Path) -> Path:
        """Where the manifest of the tree that lies at `folder` is kept."""
        device, inode = folder_identity(folder)
        return self._store / f"{self._prefix}-{device:x}-{inode:x}"

    def read(self, folder: Path) -> Manifest | None:
        """The manifest of the tree that lies at `folder`, None when it is not known to us."""
        try:
            found = msgspec.msgpack.decode(self.path(folder).read_bytes(), type=Manifest)
        except (OSError, msgspec.MsgspecError, UnicodeDecodeError):
            return None
        return found if (found.device, found.inode) == folder_identity(folder) else None

    def write(self, folder: Path, manifest: Manifest) -> None:
        """Replace what is known of a tree, as a whole."""
        path = self.path(folder)
        next_path = path.with_name(path.name + ".next")
        next_path.write_bytes(msgspec.msgpack.encode(manifest))
        next_path.replace(path)

    def forget(self, folder: Path) -> None:
        """Drop what is known of the tree at `folder`."""
        self.path(folder).unlink(missing_ok=True)

    def forget_all_but(self, *folders: Path) -> None:
        """Drop what is known of trees that lie at none of `folders`."""
        kept = {self.path(folder).name for folder in folders}
        for path in self._store.glob(f"{self._prefix}-*"):
            if path.name not in kept:
                path.unlink()


def is_intact(root: str, path: str, made: Made) -> bool:
    """Whether the file at `path` in the tree is the one that we wrote."""
    try:
        status = os.lstat(f"{root}/{path}")
    except (OSError, ValueError):
        return False
    return status.st_size == made.size and status.st_mtime_ns == made.modified


class Seen(msgspec.Struct, frozen=True):
    """A tree as it was looked at."""

    others: tuple[str, ...]
    """What is not ours: files and links, and folders that hold none of our files; in order. What
    lies inside a folder of theirs is not listed."""
    listed: dict[str, int]
    """The time, before it was listed, of each folder of ours that had to be listed."""


def look(root: Path, manifest: Manifest | None) -> Seen:
    """What others put into a tree."""
    base = str(root)
    files = manifest.files if manifest else {}
    folders = manifest.folders if manifest else {"": 0}
    noted_others = map(os.fsdecode, manifest.others if manifest else ())
    found = {path for path in noted_others if os.path.lexists(f"{base}/{path}")}
    listed: dict[str, int] = {}
    for folder, noted in folders.items():
        place = f"{base}/{folder}" if folder else base
        with suppress(OSError):
            modified = os.lstat(place).st_mtime_ns
            if noted == modified and noted:
                continue
            with os.scandir(place) as scan:
                prefix = f"{folder}/" if folder else ""
                found.update(prefix + item.name for item in scan)
            listed[folder] = modified
    theirs = (path for path in found if path not in files and path not in folders)
    return Seen(tuple(sorted(theirs)), listed)


def files_in(root: Path, paths: Iterable[str]) -> Iterator[str]:
    """The files among `paths` and in the folders among them, links included."""
    for path in paths:
        place = root / path
        if place.is_symlink() or not place.is_dir():
            yield path
            continue
        for item in walk(place, every_name=True):
            yield f"{path}/{item.path if isinstance(item, Stamp) else item}"


def folders_of(paths: Iterable[str]) -> set[str]:
    """Every folder that holds one of the files, "" for the tree itself."""
    found = {""}
    for path in paths:
        folder = path.rpartition("/")[0]
        while folder not in found:
            found.add(folder)
            folder = folder.rpartition("/")[0]
    return found


def note_folders(
    root: Path, files: Collection[str], known: Mapping[str, int], changed: Collection[str], now: int
) -> dict[str, int]:
    """The times of all folders that hold `files`.

    Args:
        known: times noted before, or when a folder was listed; they hold for every folder that is
            not among `changed`.
        changed: folders in which this build added or removed something.
        now: nanoseconds by the clock of the file system: what changed a moment before it may
            change again unseen, and is listed anew the next time.
    """
    noted = {}
    for folder in folders_of(files):
        modified = known.get(folder, 0) if folder not in changed else 0
        modified = modified or os.lstat(root / folder).st_mtime_ns
        noted[folder] = modified if modified < now - RACE else 0
    return noted
