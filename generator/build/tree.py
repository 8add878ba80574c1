"""The second tree of an output while it is made into the new site."""

import os
import shutil
import sys
from collections import deque
from collections.abc import Callable, Collection, Iterable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path

import msgspec

from generator.build.manifest import (
    Made,
    Manifest,
    folder_identity,
    folders_of,
    is_intact,
    look,
    note_folders,
)

_MANY = 1000
"""Files from which it is quicker to have the whole disk flushed than each of them."""

_AT_ONCE = 16


class File(msgspec.Struct, frozen=True):
    """A file of the new site."""

    path: str
    key: str
    """The hash of all that its bytes follow from."""
    content: bytes | Path | None
    """Its bytes, the file to copy, or None when the output holds it as it is to be."""


class Tree:
    """The second tree while it is made into the new site.

    Args:
        root: where it lies; it exists.
        known: what it holds of ours, None for nothing.
        folder: where the site is published now.
        made: tells what is known of a file that is published, None when it is not as we wrote it.
        others: what others have put into the published site, as `Seen.others`.
    """

    def __init__(
        self,
        root: Path,
        known: Manifest | None,
        folder: Path,
        made: Callable[[str], Made | None],
        others: tuple[str, ...],
    ) -> None:
        self.written: list[str] = []
        self._root = root
        self._base = str(root)
        self._folder = folder
        self._of_output = made
        self._seen = look(root, known)
        self._known = known.files if known else {}
        self._noted = {**(known.folders if known else {}), **self._seen.listed}
        self._made: dict[str, Made] = {}
        self._rest = dict(self._known)
        self._changed: set[str] = set()
        self._room = Room(root)
        self._others = others

    def add(self, file: File) -> None:
        """Put a file into the tree."""
        old = self._rest.pop(file.path, None)
        if old is not None and old.key == file.key and is_intact(self._base, file.path, old):
            self._made[file.path] = old
            if file.content is not None:
                self.written.append(file.path)
            return
        new = self._touch(file.path)
        if new and isinstance(file.content, bytes):
            self._made[file.path] = _written(f"{self._base}/{file.path}", file.content, file.key)
            self.written.append(file.path)
            return
        target = self._root / file.path
        if file.content is None:
            made = self._of_output(file.path)
            if made is None:
                raise FileNotFoundError(2, "an unchanged page has gone", file.path)
            link(self._folder / file.path, target)
        else:
            write(target, file.content)
            self.written.append(file.path)
        self._made[file.path] = stamp(target, file.key)

    def finish(self, foreign: Iterable[str]) -> None:
        """Take away what is not wanted any more, and put in what others had in the output."""
        left = sorted(self._rest)
        folders = folders_of(self._made)
        for path in left:
            del self._rest[path]
            with suppress(FileNotFoundError, NotADirectoryError):
                if path not in folders:
                    os.unlink(f"{self._base}/{path}")  # noqa: PTH108 (thousands of them)
            self._changed.add(path.rpartition("/")[0])
        for path in self._seen.others:
            if path not in folders and path not in self._made:
                remove(self._root / path)
                self._changed.add(path.rpartition("/")[0])
        remove_empty_folders(self._root, folders_of(left) - folders)
        for path in foreign:
            self._touch(path)
            link(self._folder / path, self._root / path)
        self._carry_folders()

    def manifest(self, now: int) -> Manifest:
        """What the tree holds of ours."""
        device, inode = folder_identity(self._root)
        files = {**self._rest, **self._made}
        if self._rest:
            return Manifest(device, inode, files, dict.fromkeys(folders_of(files), 0))
        noted = note_folders(self._root, files, self._noted, self._changed, now)
        others = tuple(map(os.fsencode, self._others))
        return Manifest(device, inode, files, noted, others)

    def _touch(self, path: str) -> bool:
        """Make the folders above a file, and note that one of them changes.

        Returns:
            Whether nothing can be where the file is to be.
        """
        folder = path.rpartition("/")[0]
        self._changed.add(folder)
        if not self._room.knows(folder):
            while folder := folder.rpartition("/")[0]:
                self._changed.add(folder)
            self._changed.add("")
        return self._room.make(path)

    def _carry_folders(self) -> None:
        """Make the folders of others, empty ones too, and give every one its rights and times."""
        home = self._folder
        for path in self._others:
            if (home / path).is_symlink() or not (home / path).is_dir():
                continue
            for folder, _, _ in os.walk(home / path, topdown=False):
                place = self._root / os.path.relpath(folder, home)
                place.mkdir(parents=True, exist_ok=True)
                _copy_rights(Path(folder), place)
                shutil.copystat(folder, place)
            self._changed.add(path.rpartition("/")[0])
        if home.is_dir():
            _copy_rights(home, self._root)
            shutil.copymode(home, self._root)


def remove(folder: Path) -> None:
    if folder.is_symlink() or folder.is_file():
        folder.unlink()
    elif folder.exists():
        shutil.rmtree(folder)


class Room:
    """The folders of a tree, made as files come that need them.

    With thousands of files a `Path` for each is too slow, so paths are plain texts here.
    """

    def __init__(self, root: Path) -> None:
        self._root = str(root)
        self._new: dict[str, bool] = {"": False}
        """Folders that are there: whether they were made here, and so held nothing."""

    def make(self, path: str) -> bool:
        """Make the folders above a file, in the place of a file or link that was there.

        Returns:
            Whether nothing can be where the file is to be.
        """
        if self._folder(path.rpartition("/")[0]):
            return True
        target = f"{self._root}/{path}"
        if os.path.isdir(target) and not os.path.islink(target):  # noqa: PTH112, PTH114
            shutil.rmtree(target)
        return False

    def knows(self, folder: str) -> bool:
        """Whether a folder was asked for before."""
        return folder in self._new

    def _folder(self, folder: str) -> bool:
        new = self._new.get(folder)
        if new is None:
            self._folder(folder.rpartition("/")[0])
            new = self._new[folder] = _new_folder(f"{self._root}/{folder}")
        return new


def _new_folder(place: str) -> bool:
    """Have a folder at a place; whether it had to be made."""
    try:
        os.mkdir(place)  # noqa: PTH102
    except FileExistsError:
        if os.path.isdir(place) and not os.path.islink(place):  # noqa: PTH112, PTH114
            return False
        os.unlink(place)  # noqa: PTH108
        os.mkdir(place)  # noqa: PTH102
    return True


def _replace(target: Path, make: Callable[[Path], object]) -> None:
    """Put a new file in the place of `target`, never writing into the old one: it may be a link."""
    with suppress(FileNotFoundError):
        target.unlink()
    make(target)


def link(source: Path, target: Path) -> None:
    def make(path: Path) -> None:
        if source.is_symlink():
            path.symlink_to(source.readlink())
            return
        try:
            os.link(source, path)
        except OSError:
            shutil.copy2(source, path)

    _replace(target, make)


def write(target: Path, content: bytes | Path) -> None:
    if isinstance(content, Path):
        _replace(target, lambda path: shutil.copyfile(content, path))
    else:
        _replace(target, lambda path: path.write_bytes(content))


def _written(path: str, content: bytes, key: str) -> Made:
    """Write a file where none is."""
    with open(path, "xb", buffering=0) as file:  # noqa: PTH123
        while content:
            content = content[file.write(content) :]
        status = os.fstat(file.fileno())
    return Made(key, status.st_size, status.st_mtime_ns)


def stamp(path: Path, key: str) -> Made:
    status = path.stat()
    return Made(key, status.st_size, status.st_mtime_ns)


def _copy_rights(source: Path, target: Path) -> None:
    """Give a folder the owner and group of another, as far as we may."""
    if sys.platform != "win32":
        status = source.stat()
        with suppress(OSError):
            os.chown(target, status.st_uid, status.st_gid)


def remove_empty_folders(root: Path, folders: Iterable[str]) -> None:
    """Remove those of the folders that are empty, the deepest first."""
    for folder in sorted(folders, key=lambda folder: -folder.count("/")):
        if folder:
            with suppress(OSError):
                (root / folder).rmdir()


def flush(root: Path, written: Collection[str]) -> None:
    """See to it that the files outlast a loss of power, before they are put in place."""
    if sys.platform == "win32":
        return
    if len(written) > _MANY:
        os.sync()
        return

    def one(path: str) -> None:
        descriptor = os.open(root / path, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)

    # Together, the disk writes them at once: thirty files take as long as two.
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        deque(pool.map(one, (*written, *folders_of(written))), maxlen=0)
