"""One build of a site at a time: a lock that the system lets go of when its holder dies."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from generator.errors import BackstoryError, Problem


@contextmanager
def only_build(store: Path) -> Iterator[None]:
    """Hold the lock of a site's store.

    Raises:
        BackstoryError: another process holds it; the message says which.
    """
    path = store / "lock"
    with path.open("a+b") as file:
        if not _take(file.fileno()):
            message = f"another build of this site is running{_holder(path)}"
            if _share(file.fileno()):
                _let_go(file.fileno())
                message = "this site is being checked"
            hint = "wait for it to end, or stop it"
            raise BackstoryError([Problem(f"{store.name}/lock", 0, 0, message, hint)])
        file.seek(1)
        file.truncate()
        file.write(str(os.getpid()).encode())
        file.flush()
        try:
            yield
        finally:
            _let_go(file.fileno())


@contextmanager
def no_build(store: Path) -> Iterator[bool]:
    """Keep builds from changing a site's store, and write nothing.

    Yields:
        Whether the store can be read: it is there, and no build is at work in it.
    """
    try:
        file = (store / "lock").open("rb")
    except OSError:
        yield False
        return
    with file:
        held = _share(file.fileno())
        try:
            yield held
        finally:
            if held:
                _let_go(file.fileno())


def _holder(path: Path) -> str:
    try:
        number = path.read_bytes()[1:].strip(b"\0 ").decode("ascii")
    except (OSError, UnicodeDecodeError):
        return ""
    return f" (process {number})" if number.isdigit() else ""


# The first byte is the one that is locked: on Windows, a locked byte cannot be read by others.
if sys.platform == "win32":
    import msvcrt

    def _take(descriptor: int) -> bool:
        os.lseek(descriptor, 0, os.SEEK_SET)
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

    def _share(descriptor: int) -> bool:
        return _take(descriptor)

    def _let_go(descriptor: int) -> None:
        os.lseek(descriptor, 0, os.SEEK_SET)
        msvcrt.locking(descriptor, msvcrt.LK_UNLCK, 1)

else:
    import fcntl

    def _take(descriptor: int) -> bool:
        return _flock(descriptor, fcntl.LOCK_EX)

    def _share(descriptor: int) -> bool:
        return _flock(descriptor, fcntl.LOCK_SH)

    def _flock(descriptor: int, kind: int) -> bool:
        try:
            fcntl.flock(descriptor, kind | fcntl.LOCK_NB)
        except OSError:
            return False
        return True

    def _let_go(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_UN)
