"""The version of the code that computes results: another version's results are not ours."""

import sys
from functools import cache
from importlib import metadata
from pathlib import Path

import msgspec

from generator import __version__
from generator.build.cache import digest
from generator.build.inputs import Stamp, walk
from generator.site.theme import default_theme

PACKAGE = Path(__file__).parent.parent

_COMPUTED_WITH = (
    "babel",
    "charset-normalizer",
    "jinja2",
    "lxml",
    "markdown",
    "msgspec",
    "nh3",
    "pillow",
    "python-dateutil",
    "pyyaml",
    "trafilatura",
)
"""Distributions whose version may change what a page says."""


@cache
def code_version() -> str:
    """A hash of this program's code and of the libraries that results follow from."""
    parts = [__version__, sys.version]
    for name in _COMPUTED_WITH:
        try:
            parts.append(f"{name} {metadata.version(name)}")
        except metadata.PackageNotFoundError:
            parts.append(f"{name} -")
    code = [
        stamp.path for stamp in _files(PACKAGE) if stamp.path.endswith((".py", ".json", ".txt"))
    ]
    return digest(
        *parts, *(part for path in code for part in (path, (PACKAGE / path).read_bytes()))
    )


def code_stamp() -> str:
    """What tells, without reading the code, that it or its theme may have changed."""
    theme = default_theme()
    # Installing a library changes the folder that libraries lie in.
    libraries = Path(msgspec.__file__).parent.parent
    folders = (PACKAGE, *theme.templates, *theme.static)
    files = [
        f"{stamp.path} {stamp.size} {stamp.modified}"
        for folder in folders
        for stamp in _files(folder)
    ]
    changed = str(libraries.stat().st_mtime_ns)
    return digest(__version__, sys.version, str(PACKAGE), str(libraries), changed, *files)


def _files(folder: Path) -> list[Stamp]:
    # Every name: modules begin with `_` too. What Python itself writes there says nothing.
    return [
        found
        for found in walk(folder, every_name=True)
        if isinstance(found, Stamp) and "__pycache__" not in found.path
    ]
