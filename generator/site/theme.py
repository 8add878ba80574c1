"""Where templates and static files are found: the site's own first, then the default theme's."""

import hashlib
from collections.abc import Iterator, Sequence
from importlib.resources import files
from pathlib import Path

import msgspec


class Theme(msgspec.Struct, frozen=True):
    """The folders to look in, the first that has a file wins."""

    templates: tuple[Path, ...]
    static: tuple[Path, ...]


class StaticFile(msgspec.Struct, frozen=True):
    address: str
    """Such as "/style.css"."""
    source: Path


def default_theme() -> Theme:
    """The theme that comes with the program, installed or in its checkout.

    Raises:
        FileNotFoundError: the program was installed without its theme.
    """
    package = Path(str(files("generator")))
    for home in (package / "_theme", package.parent):
        if (home / "templates" / "base.html").is_file():
            return Theme(templates=(home / "templates",), static=(home / "static",))
    raise FileNotFoundError("the default theme is missing from this installation")


def theme_of(templates: Path, static: Path) -> Theme:
    """A site's folders in front of the default theme's; folders that do not exist are left out."""
    default = default_theme()

    def stack(own: Path, default: Sequence[Path]) -> tuple[Path, ...]:
        folders = [own] if own.is_dir() else []
        resolved = {folder.resolve() for folder in folders}
        return (*folders, *(folder for folder in default if folder.resolve() not in resolved))

    return Theme(
        templates=stack(templates, default.templates), static=stack(static, default.static)
    )


def static_files(theme: Theme) -> Iterator[StaticFile]:
    """Every static file of a theme, by address. No link out of a folder is followed."""
    found: dict[str, Path] = {}
    for folder in theme.static:
        root = folder.resolve()
        for path in sorted(folder.rglob("*")):
            parts = path.relative_to(folder).parts
            if any(part.startswith(".") for part in parts) or not path.is_file():
                continue
            if not path.resolve().is_relative_to(root):
                continue
            found.setdefault("/" + "/".join(parts), path)
    for address in sorted(found):
        yield StaticFile(address, found[address])


def style_version(theme: Theme) -> str:
    """Eight digits that change with the stylesheet and the script: browsers fetch new ones."""
    digest = hashlib.sha256()
    for name in ("style.css", "site.js"):
        path = next((p for folder in theme.static if (p := folder / name).is_file()), None)
        digest.update(path.read_bytes() if path else b"")
    return digest.hexdigest()[:8]
