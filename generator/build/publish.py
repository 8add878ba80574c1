"""The output changes as a whole: a reader sees the old site or the new one.

The next site is made ready in a second tree, and the two trees change places in one step. The tree
that held the old site becomes the second tree of the next build, so that only what changed since
is written, and an unchanged file is linked, not copied. Whatever moment a build is killed, the
output is one whole site: a second tree that was left half made has no manifest and is made anew.
"""

import os
import shutil
import sys
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path, PurePosixPath

import msgspec

from generator.build.exchange import exchange
from generator.build.inputs import Stamp
from generator.build.manifest import Ledger, Made, Manifest, folder_identity, intact, present
from generator.errors import BackstoryError, Problem

MOST_FOREIGN = 1000
"""More files than this in a folder that no build has ever written to: it is meant for other things,
a home or a web server's root given by mistake."""

MARK = ".nojekyll"
MARK_TEXT = b"Made by Backstory.\n"
"""GitHub's Pages look only whether this file is there; we know by its text that we wrote here."""


class Published(msgspec.Struct, frozen=True):
    """What publishing did."""

    written: tuple[str, ...]
    unchanged: int
    removed: tuple[str, ...]
    foreign: tuple[str, ...]
    """Files in the output that we did not make: left as they were."""
    whole: bool
    """Whether the change was a single step."""


class Output:
    """The output folder of a site, with what we know of it.

    Args:
        folder: where the site is published.
        store: the site's own store (`.backstory/`), which exists.
    """

    def __init__(self, folder: Path, store: Path) -> None:
        self.folder = Path(os.path.realpath(folder))
        name = blake2b(os.fsencode(self.folder), digest_size=6).hexdigest()
        self.ledger = Ledger(store / f"output-{name}")
        self._spare = store / f"spare-{name}"
        self.files: dict[str, Stamp] = {}
        self.manifest: Manifest | None = None
        self.look()

    def look(self) -> None:
        """See what lies in the output now."""
        self.files = present(self.folder)
        self.manifest = self.ledger.read(self.folder)

    def made(self, path: str) -> Made | None:
        """What we know of a file of ours, None when it is not as we wrote it, or not ours."""
        made = self.manifest.files.get(path) if self.manifest else None
        return made if intact(made, self.files.get(path)) else None

    def is_whole(self) -> bool:
        """Whether every file that we wrote is there as we wrote it."""
        manifest = self.manifest
        return manifest is not None and all(
            intact(made, self.files.get(path)) for path, made in manifest.files.items()
        )

    def foreign(self, wanted: Iterable[str]) -> tuple[str, ...]:
        """The files that we did not make.

        Raises:
            BackstoryError: one of them lies where a page is to go, or there are so many that the
                folder is none for a site.
        """
        if self.manifest is None and self._was_ours():
            # The record was lost with the store; what it named cannot be told apart any more,
            # and a page that nobody makes any more may stay. Better than to delete a stranger's.
            ours = set(wanted)
        else:
            ours = set(self.manifest.files) if self.manifest else set()
        foreign = tuple(path for path in sorted(self.files) if path not in ours)
        if self.manifest is None and not self._was_ours() and len(foreign) > MOST_FOREIGN:
            message = f"this folder holds {len(foreign)} files that no build made, as {foreign[0]}"
            hint = "give the site a folder of its own with --output"
            raise BackstoryError([Problem(str(self.folder), 0, 0, message, hint)])
        taken = sorted(set(foreign).intersection(wanted))
        if taken:
            raise BackstoryError(
                Problem(
                    f"{self.folder.name}/{path}",
                    0,
                    0,
                    "this file was not made by a build, and a page of the site is to go there",
                    "move it away, or build into another folder with --output",
                )
                for path in taken
            )
        return foreign

    def _was_ours(self) -> bool:
        try:
            return (self.folder / MARK).read_bytes() == MARK_TEXT
        except OSError:
            return False

    def publish(
        self, wanted: Mapping[str, str], fresh: Mapping[str, bytes | Path], *, clean: bool = False
    ) -> Published:
        """Make the output hold the wanted files.

        Args:
            wanted: the key of every file of the site, by its path.
            fresh: the bytes, or the file to copy, of each file that is not in the output yet.
            clean: make the second tree from nothing.

        Raises:
            BackstoryError: the output cannot be written; it is as it was.
        """
        foreign = self.foreign(wanted)
        ours = set(self.manifest.files if self.manifest else ())
        try:
            if self.folder.is_mount():
                self._write_in_place(wanted, fresh)
                whole = False
            else:
                spare, known = self._second_tree(clean)
                files = self._fill(spare, known, wanted, fresh, foreign)
                whole = self._change_places(spare, files)
        except OSError as error:
            raise BackstoryError(
                [
                    Problem(
                        self.folder.name,
                        0,
                        0,
                        f"the site cannot be written here: {error.strerror or error}",
                        "check the rights and the space of the disk; the old site is untouched",
                    )
                ]
            ) from error
        written = tuple(sorted(fresh))
        return Published(
            written=written,
            unchanged=len(wanted) - len(written),
            removed=tuple(sorted(ours - set(wanted))),
            foreign=foreign,
            whole=whole,
        )

    def remove(self) -> tuple[str, ...]:
        """Remove the files that we made and the second tree; returns the paths of the former."""
        removed = []
        for path in self.manifest.files if self.manifest else ():
            if self.made(path) is not None:
                (self.folder / path).unlink()
                removed.append(path)
        if self.folder.is_dir():
            _remove_empty_folders(self.folder)
            with suppress(OSError):
                self.folder.rmdir()
        _remove(self._spare)
        _remove(self.folder.parent / f".{self.folder.name}.next")
        self.ledger.path.unlink(missing_ok=True)
        return tuple(removed)

    def _second_tree(self, clean: bool) -> tuple[Path, Manifest | None]:
        """An own folder on the output's file system, with what is known of its content."""
        spare = self._spare
        parent = self.folder.parent
        parent.mkdir(parents=True, exist_ok=True)
        if parent.stat().st_dev != spare.parent.stat().st_dev:
            spare = parent / f".{self.folder.name}.next"
        known = self.ledger.read(spare)
        if clean or known is None:
            _remove(spare)
            spare.mkdir()
            known = None
        return spare, known

    def _fill(
        self,
        spare: Path,
        known: Manifest | None,
        wanted: Mapping[str, str],
        fresh: Mapping[str, bytes | Path],
        foreign: Iterable[str],
    ) -> dict[str, Made]:
        # From here until the trees change places nobody may take the second tree for whole.
        self.ledger.write(*([self.manifest] if self.manifest else []))
        there = present(spare) if known else {}
        kept = set(foreign) | set(wanted)
        for path in there:
            if path not in kept:
                (spare / path).unlink()
        files = {}
        folders: set[Path] = set()
        for path, key in sorted(wanted.items()):
            target = spare / path
            old = known.files.get(path) if known else None
            content = fresh.get(path)
            if old is not None and old.key == key and intact(old, there.get(path)):
                files[path] = old
                continue
            _make_room(spare, target, folders)
            if content is None:
                _link(self.folder / path, target)
                made = self.made(path)
                if made is None:
                    raise FileNotFoundError(2, "an unchanged page has gone", path)
                files[path] = _stamp(target, key)
            else:
                _write(target, content)
                files[path] = _stamp(target, key)
        for path in foreign:
            target = spare / path
            _make_room(spare, target, folders)
            _link(self.folder / path, target)
        _remove_empty_folders(spare)
        self._carry_folders(spare, wanted)
        return files

    def _carry_folders(self, spare: Path, wanted: Iterable[str]) -> None:
        """Make the folders of others, empty ones too, and give every one its rights and times."""
        made = self.manifest.files if self.manifest else ()
        ours = _folders_above((*wanted, *made))
        for folder, _, _ in os.walk(self.folder, topdown=False):
            place = os.path.relpath(folder, self.folder)
            if Path(place).as_posix() not in ours:
                (spare / place).mkdir(parents=True, exist_ok=True)
                _copy_rights(Path(folder), spare / place)
                shutil.copystat(folder, spare / place)
        if self.folder.is_dir():
            _copy_rights(self.folder, spare)
            shutil.copymode(self.folder, spare)

    def _write_in_place(self, wanted: Mapping[str, str], fresh: Mapping[str, bytes | Path]) -> None:
        """Replace file by file in a mounted folder, which cannot change places with another."""
        before = self.manifest.files if self.manifest else {}
        device, inode = folder_identity(self.folder)
        # What is about to be written is ours, should we be killed before it is recorded whole.
        begun = {path: Made("", 0, 0) for path in fresh}
        self.ledger.write(Manifest(device, inode, {**before, **begun}))
        folders: set[Path] = set()
        files = {path: before[path] for path in wanted if path not in fresh}
        for path, content in sorted(fresh.items()):
            target = self.folder / path
            _make_room(self.folder, target, folders)
            new = target.with_name(f".{target.name}.next")
            _write(new, content)
            new.replace(target)
            files[path] = _stamp(target, wanted[path])
        for path in before.keys() - wanted.keys():
            (self.folder / path).unlink(missing_ok=True)
            for parent in list(PurePosixPath(path).parents)[:-1]:
                with suppress(OSError):
                    (self.folder / parent).rmdir()
        self.ledger.write(Manifest(device, inode, files))
        self.look()

    def _change_places(self, spare: Path, files: dict[str, Made]) -> bool:
        device, inode = folder_identity(spare)
        next_manifest = Manifest(device, inode, files)
        # Both are recorded first: whichever tree lies at the output when we are killed is known.
        self.ledger.write(next_manifest, *([self.manifest] if self.manifest else []))
        whole = exchange(spare, self.folder)
        self.look()
        return whole


def _folders_above(paths: Iterable[str]) -> set[str]:
    """Every folder in which one of the files is, "." for the one that holds all."""
    found = {"."}
    for path in paths:
        folder = path.rpartition("/")[0]
        while folder and folder not in found:
            found.add(folder)
            folder = folder.rpartition("/")[0]
    return found


def _remove(folder: Path) -> None:
    if folder.is_symlink() or folder.is_file():
        folder.unlink()
    elif folder.exists():
        shutil.rmtree(folder)


def _make_room(root: Path, target: Path, folders: set[Path]) -> None:
    """Make the folders above a file, in the place of a file or link that was there."""
    parent = target.parent
    if parent not in folders:
        if not parent.is_dir() or parent.is_symlink():
            for ancestor in [*reversed(parent.relative_to(root).parents), parent.relative_to(root)]:
                place = root / ancestor
                if place.is_symlink() or place.is_file():
                    place.unlink()
            parent.mkdir(parents=True, exist_ok=True)
        folders.add(parent)
    if target.is_dir() and not target.is_symlink():
        shutil.rmtree(target)


def _replace(target: Path, make: Callable[[Path], object]) -> None:
    """Put a new file in the place of `target`, never writing into the old one: it may be a link."""
    with suppress(FileNotFoundError):
        target.unlink()
    make(target)


def _link(source: Path, target: Path) -> None:
    def make(path: Path) -> None:
        if source.is_symlink():
            path.symlink_to(source.readlink())
            return
        try:
            os.link(source, path)
        except OSError:
            shutil.copy2(source, path)

    _replace(target, make)


def _write(target: Path, content: bytes | Path) -> None:
    if isinstance(content, Path):
        _replace(target, lambda path: shutil.copyfile(content, path))
    else:
        _replace(target, lambda path: path.write_bytes(content))


def _stamp(path: Path, key: str) -> Made:
    status = path.stat()
    return Made(key, status.st_size, status.st_mtime_ns)


def _copy_rights(source: Path, target: Path) -> None:
    """Give a folder the owner and group of another, as far as we may."""
    if sys.platform != "win32":
        status = source.stat()
        with suppress(OSError):
            os.chown(target, status.st_uid, status.st_gid)


def _remove_empty_folders(root: Path) -> None:
    for folder, _, files in os.walk(root, topdown=False):
        if not files and Path(folder) != root:
            with suppress(OSError):
                Path(folder).rmdir()
