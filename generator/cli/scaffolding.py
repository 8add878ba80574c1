"""The files of a new site."""

import json
from collections.abc import Iterator
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from generator import __version__
from generator.errors import BackstoryError, Problem
from generator.importing.markdown_text import scalar
from generator.schema import schema

_DOTTED = {"gitignore", "github", "vscode"}
"""Names that get a dot in front: with one here, they would work on our own sources."""
_SAMPLES = ("seeds/", "content/")


def scaffold(
    folder: Path, *, title: str, base_url: str, samples: bool, force: bool
) -> tuple[str, ...]:
    """Write a new site.

    Args:
        force: write into a folder that holds something, but over no file that is there.

    Returns:
        The paths of the files that were written.

    Raises:
        BackstoryError: the folder holds something, or cannot be written.
    """
    written = []
    try:
        if folder.exists() and (not folder.is_dir() or any(folder.iterdir())) and not force:
            message = "this is no empty folder"
            hint = "name another, or add --force: no file that is there will be changed"
            raise BackstoryError([Problem(folder.as_posix(), 0, 0, message, hint)])
        for path, text in _files(title, base_url):
            target = folder / path
            if path.startswith(_SAMPLES) and not samples:
                (folder / path.split("/")[0]).mkdir(parents=True, exist_ok=True)
                continue
            target.parent.mkdir(parents=True, exist_ok=True)
            if not target.exists():
                target.write_text(text, encoding="utf-8", newline="\n")
                written.append(path)
    except OSError as error:
        message = f"the site cannot be written here: {error.strerror}"
        raise BackstoryError([Problem(folder.as_posix(), 0, 0, message)]) from error
    return tuple(written)


def _files(title: str, base_url: str) -> Iterator[tuple[str, str]]:
    places = {
        "@TITLE@": scalar(title),
        "@BASE_URL@": f"base_url: {base_url}" if base_url else "# base_url: https://example.org/",
        "@VERSION@": __version__,
    }
    for path, text in sorted(_walk(files("generator.cli") / "scaffold", "")):
        for place, value in places.items():
            text = text.replace(place, value)
        yield path, text
    yield ".vscode/site.schema.json", json.dumps(schema("site"), indent=2) + "\n"


def _walk(folder: Traversable, prefix: str) -> Iterator[tuple[str, str]]:
    for item in folder.iterdir():
        name = f".{item.name}" if item.name in _DOTTED else item.name
        if item.is_dir():
            yield from _walk(item, f"{prefix}{name}/")
        else:
            yield prefix + name, item.read_text(encoding="utf-8")
