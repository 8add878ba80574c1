"""Put one folder in the place of another in a single step, where the system has one.

Linux has `renameat2(RENAME_EXCHANGE)` (since 3.15; ext4, xfs, btrfs, tmpfs, overlayfs and others),
macOS `renamex_np(RENAME_SWAP)` (APFS): a reader sees the one folder or the other. Elsewhere two
renames do it, and between them there is, for a blink, no folder.
"""

import ctypes
import errno
import os
import sys
from pathlib import Path

_RENAME_EXCHANGE = 2
_RENAME_SWAP = 2
_AT_FDCWD = -100


def exchange(new: Path, current: Path) -> bool:
    """Swap two folders of one file system; with no folder at `current`, move `new` there.

    Returns:
        Whether it was a single step. False says that two renames stood in for it.

    Raises:
        OSError: neither could be done; both folders are where they were.
    """
    if not current.exists():
        new.rename(current)
        return True
    if _swap(os.fsencode(new), os.fsencode(current)):
        return True
    aside = new.with_name(new.name + ".old")
    current.rename(aside)
    try:
        new.rename(current)
    except OSError:
        aside.rename(current)
        raise
    aside.rename(new)
    return False


def _swap(first: bytes, second: bytes) -> bool:
    if sys.platform == "win32":
        return False
    library = ctypes.CDLL(None, use_errno=True)
    if sys.platform == "darwin":
        call = getattr(library, "renamex_np", None)
        arguments: tuple[object, ...] = (first, second, ctypes.c_uint(_RENAME_SWAP))
    else:
        call = getattr(library, "renameat2", None)
        at = ctypes.c_int(_AT_FDCWD)
        arguments = (at, first, at, second, ctypes.c_uint(_RENAME_EXCHANGE))
    if call is None:
        return False
    if call(*arguments) == 0:
        return True
    code = ctypes.get_errno()
    if code in (errno.ENOSYS, errno.EINVAL, errno.ENOTSUP):
        return False
    raise OSError(code, os.strerror(code), os.fsdecode(second))
