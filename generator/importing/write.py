"""Files put into a site: whole or not at all, and never outside it."""

import os
import tempfile
from pathlib import Path
from typing import Literal

from generator.errors import BackstoryError, Problem

Standing = Literal["new", "there", "differs"]


def standing(site: Path, path: str, data: bytes) -> Standing:
    """What there is under a path of the site: nothing, these bytes or others."""
    target = site / path
    if not os.path.lexists(target):
        return "new"
    try:
        # A link is left to the user, whatever it points at.
        same = not target.is_symlink() and target.read_bytes() == data
    except OSError:
        return "differs"
    return "there" if same else "differs"


def write(site: Path, path: str, data: bytes) -> None:
    """Write a file of the site, over one that is there.

    Raises:
        BackstoryError: it cannot be written, or a link leads out of the site's folder.
    """
    target = site / path
    root = Path(os.path.realpath(site))
    if not Path(os.path.realpath(target.parent)).is_relative_to(root) or target.is_symlink():
        message = "a link leads from here to another place: not written"
        raise BackstoryError([Problem(path, 0, 0, message, "put a folder or a file in its place")])
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=".", suffix=".part", dir=target.parent)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
            Path(name).chmod(0o666 & ~_umask())
            Path(name).replace(target)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
    except OSError as error:
        message = f"this file cannot be written: {error.strerror}"
        raise BackstoryError([Problem(path, 0, 0, message)]) from error


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
