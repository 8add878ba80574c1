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
            holder = _holder(path)
            raise BackstoryError(
                [
                    Problem(
                        f"{store.name}/lock",
                        0,
                        0,
                        f"another build of this site is running{holder}",
                        "wait for it to end, or stop it",
                    )
                ]
            )
        file.seek(1)
        file.truncate()
        file.write(str(os.getpid()).encode())
        file.flush()
        try:
            yield
        finally:
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

    def _let_go(descriptor: int) -> None:
        os.lseek(descriptor, 0, os.SEEK_SET)
        msvcrt.locking(descriptor, msvcrt.LK_UNLCK, 1)

else:
    import fcntl

    def _take(descriptor: int) -> bool:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True

    def _let_go(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_UN)
