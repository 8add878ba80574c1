"""What we know of an output tree: which files in it are ours, and from what each was made."""

import os
from pathlib import Path

import msgspec

from generator.build.inputs import Stamp, walk

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


def folder_identity(folder: Path) -> tuple[int, int]:
    """(device, inode) of a folder, (0, 0) when there is none."""
    try:
        status = folder.stat()
    except OSError:
        return 0, 0
    return status.st_dev, status.st_ino


class Ledger:
    """The manifests of the two trees of one output, kept in the site's own store."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def read(self, folder: Path) -> Manifest | None:
        """The manifest of the tree that lies at `folder`, None when it is not known to us."""
        identity = folder_identity(folder)
        for manifest in self._all():
            if (manifest.device, manifest.inode) == identity and identity != (0, 0):
                return manifest
        return None

    def write(self, *manifests: Manifest) -> None:
        """Replace all that is known by these, as a whole."""
        next_path = self.path.with_name(self.path.name + ".next")
        next_path.write_bytes(msgspec.msgpack.encode(manifests))
        next_path.replace(self.path)

    def _all(self) -> list[Manifest]:
        try:
            return msgspec.msgpack.decode(self.path.read_bytes(), type=list[Manifest])
        except (OSError, msgspec.MsgspecError, UnicodeDecodeError):
            return []


def present(folder: Path) -> dict[str, Stamp]:
    """Every file under an output folder, links included, by its path."""
    found: dict[str, Stamp] = {}
    for item in walk(folder, every_name=True):
        if isinstance(item, Stamp):
            found[item.path] = item
        else:
            status = os.lstat(folder / item)
            found[item] = Stamp(item, status.st_size, status.st_mtime_ns)
    return found


def intact(made: Made | None, stamp: Stamp | None) -> bool:
    """Whether the file on the disk is the one that we wrote."""
    return (
        made is not None
        and stamp is not None
        and (made.size, made.modified) == (stamp.size, stamp.modified)
    )
