"""The output changes as a whole: a reader sees the old site or the new one.

The next site is made ready in a second tree, and the two trees change places in one step. The tree
that held the old site becomes the second tree of the next build, so that only what changed since
is written, and an unchanged file is linked, not copied. Whatever moment a build is killed, the
output is one whole site: a second tree that was left half made has no manifest and is made anew.
"""

import os
from collections.abc import Collection, Iterable
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path

import msgspec

from generator.build.exchange import exchange
from generator.build.manifest import (
    Ledger,
    Made,
    Manifest,
    Seen,
    files_in,
    folder_identity,
    folders_of,
    is_intact,
    look,
)
from generator.build.tree import (
    File,
    Room,
    Tree,
    flush,
    remove,
    remove_empty_folders,
    stamp,
    write,
)
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
        self.ledger = Ledger(store, name)
        self._clock = store / "clock"
        self._spare = store / f"spare-{name}"
        self.look()

    def look(self) -> None:
        """See what lies in the output now."""
        self.manifest = self.ledger.read(self.folder)
        self._seen: Seen | None = None

    def seen(self) -> Seen:
        """What lies in the output beside what we wrote."""
        if self._seen is None:
            self._seen = look(self.folder, self.manifest)
        return self._seen

    def made(self, path: str) -> Made | None:
        """What we know of a file of ours, None when it is not as we wrote it, or not ours."""
        made = self.manifest.files.get(path) if self.manifest else None
        return made if made and is_intact(str(self.folder), path, made) else None

    def is_whole(self) -> bool:
        """Whether every file that we wrote is there as we wrote it."""
        if self.manifest is None:
            return False
        root = str(self.folder)
        return all(is_intact(root, path, made) for path, made in self.manifest.files.items())

    def foreign(self, wanted: Collection[str]) -> tuple[str, ...]:
        """The files that we did not make.

        Raises:
            BackstoryError: one of them lies where a page is to go, or there are so many that the
                folder is none for a site.
        """
        foreign = tuple(sorted(files_in(self.folder, self.seen().others)))
        if self.manifest is None and self._was_ours():
            # The record was lost with the store; what it named cannot be told apart any more,
            # and a page that nobody makes any more may stay. Better than to delete a stranger's.
            foreign = tuple(path for path in foreign if path not in wanted)
        elif self.manifest is None and len(foreign) > MOST_FOREIGN:
            message = f"this folder holds {len(foreign)} files that no build made, as {foreign[0]}"
            hint = "give the site a folder of its own with --output"
            raise BackstoryError([Problem(str(self.folder), 0, 0, message, hint)])
        taken = [path for path in foreign if path in wanted]
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
        self, paths: Collection[str], files: Iterable[File], *, clean: bool = False
    ) -> Published:
        """Make the output hold the given files.

        Args:
            paths: of all the files.
            files: each file of the site, taken one after the other, in any order.
            clean: make the second tree from nothing.

        Raises:
            BackstoryError: from `files`, or the output cannot be written; it is as it was.
        """
        foreign = self.foreign(paths)
        ours = self.manifest.files if self.manifest else {}
        try:
            if self.folder.is_mount():
                written = self._write_in_place(paths, files)
                whole = False
            else:
                written, whole = self._exchange(files, foreign, clean=clean)
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
        return Published(
            written=tuple(sorted(written)),
            unchanged=len(paths) - len(written),
            removed=tuple(sorted(path for path in ours if path not in paths)),
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
        remove_empty_folders(self.folder, folders_of(removed))
        with suppress(OSError):
            self.folder.rmdir()
        remove(self._spare)
        remove(self.folder.parent / f".{self.folder.name}.next")
        self.ledger.forget_all_but()
        return tuple(removed)

    def _exchange(
        self, files: Iterable[File], foreign: Iterable[str], *, clean: bool
    ) -> tuple[list[str], bool]:
        """Make the second tree hold the files, and let the two change places."""
        spare, known = self._second_tree(clean)
        tree = Tree(spare, known, self.folder, self.made, self.seen().others)
        # From here until the trees change places nobody may take the second tree for whole.
        self.ledger.forget(spare)
        try:
            for file in files:
                tree.add(file)
            tree.finish(foreign)
        except Exception:
            # We were not killed: what the second tree holds is known.
            self.ledger.write(spare, tree.manifest(self._now()))
            raise
        self.ledger.write(spare, tree.manifest(self._now()))
        flush(spare, tree.written)
        whole = exchange(spare, self.folder)
        self.look()
        self.ledger.forget_all_but(self.folder, spare)
        return tree.written, whole

    def _second_tree(self, clean: bool) -> tuple[Path, Manifest | None]:
        """An own folder on the output's file system, with what is known of its content."""
        spare = self._spare
        parent = self.folder.parent
        parent.mkdir(parents=True, exist_ok=True)
        if parent.stat().st_dev != spare.parent.stat().st_dev:
            spare = parent / f".{self.folder.name}.next"
        known = self.ledger.read(spare)
        if clean or known is None:
            self.ledger.forget(spare)
            remove(spare)
            spare.mkdir()
            known = None
        return spare, known

    def _now(self) -> int:
        """Nanoseconds by the clock of the file system."""
        self._clock.touch()
        return self._clock.stat().st_mtime_ns

    def _write_in_place(self, paths: Collection[str], files: Iterable[File]) -> list[str]:
        """Replace file by file in a mounted folder, which cannot change places with another."""
        before = self.manifest.files if self.manifest else {}
        device, inode = folder_identity(self.folder)
        # What is about to be written is ours, should we be killed before it is recorded whole.
        begun = dict.fromkeys(paths, Made("", 0, 0))
        self.ledger.write(self.folder, Manifest(device, inode, {**begun, **before}, {"": 0}))
        room = Room(self.folder)
        made = {path: item for path, item in before.items() if path in paths}
        written = []
        for file in files:
            if file.content is None:
                continue
            target = self.folder / file.path
            room.make(file.path)
            new = target.with_name(f".{target.name}.next")
            write(new, file.content)
            new.replace(target)
            made[file.path] = stamp(target, file.key)
            written.append(file.path)
        for path in before:
            if path not in paths:
                (self.folder / path).unlink(missing_ok=True)
        remove_empty_folders(self.folder, folders_of(before) - folders_of(paths))
        noted = dict.fromkeys(folders_of(made), 0)
        self.ledger.write(self.folder, Manifest(device, inode, made, noted))
        self.look()
        return written
