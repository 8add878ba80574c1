"""Checks of the texts that site.yaml may hold.

Each returns the canonical form or raises `FieldError`.
"""

import re
from urllib.parse import urlsplit

from generator.errors import did_you_mean
from generator.field_text import FieldError, shortened, url
from generator.slugs import is_slug, slugify

_ACCENT = re.compile(r"#(?:[0-9a-f]{3}|[0-9a-f]{6})")
_LANGUAGE = re.compile(
    r"([a-z]{2,3})(?:[-_]([a-z]{4}))?(?:[-_]([a-z]{2}|[0-9]{3}))?", re.IGNORECASE
)
_SIZE = re.compile(r"([0-9]{1,12})(?:\.([0-9]))? ?(b|kb|mb|gb)?", re.IGNORECASE)
_UNITS = {"b": 1, "kb": 1_000, "mb": 1_000_000, "gb": 1_000_000_000}
_PATH = re.compile(r"/[^\s\\\x00-\x1f]*")
_NO_NAME = re.compile(r"""[<>:"\\|?*#%\x00-\x1f\x7f]""")
_DEVICES = frozenset(
    ["con", "prn", "aux", "nul"] + [f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10)]
)
"""Names that Windows keeps for devices: no file and no folder can be called so."""
_LONGEST_NAME = 255
_LONGEST_ADDRESS = 1000
"""In bytes. File systems allow 255 for a name, and at least 1,024 for a whole path."""


def accent(text: str) -> str:
    """A colour as #rrggbb in small letters."""
    colour = text.lower()
    if not _ACCENT.fullmatch(colour):
        message = f'expected a colour as "#rrggbb", found "{shortened(text)}"'
        raise FieldError(message, 'such as: accent: "#7a1f3d"')
    if len(colour) == 4:
        colour = "#" + "".join(digit * 2 for digit in colour[1:])
    return colour


def slug(text: str) -> str:
    """A part of an address: small letters, digits and hyphens."""
    if not is_slug(text):
        message = f'"{shortened(text)}" cannot stand in an address'
        raise FieldError(message, f"write: {slugify(text)}")
    return text


def language(text: str) -> str:
    """A BCP 47 tag of language, script and region, in its usual case."""
    match = _LANGUAGE.fullmatch(text)
    if match is None:
        message = f'expected a language tag, found "{shortened(text)}"'
        raise FieldError(message, 'such as "en", "fr" or "pt-BR"')
    name, script, region = match.groups()
    parts = (name.lower(), script and script.title(), region and region.upper())
    return "-".join(part for part in parts if part)


def base_url(text: str) -> str:
    """An http or https URL without query, fragment and closing slash."""
    address = url(text, schemes=("https", "http"))
    parts = urlsplit(address)
    if parts.query or parts.fragment:
        raise FieldError('a base URL ends before "?" and "#"', f"write: {address.split('?')[0]}")
    return address.rstrip("/")


def time_zone(text: str) -> str:
    """A name of the IANA time zone database."""
    import zoneinfo

    if text == "UTC":
        return text
    try:
        zoneinfo.ZoneInfo(text)
    except (ValueError, OSError, zoneinfo.ZoneInfoNotFoundError):
        message = f'no time zone is called "{shortened(text)}"'
        near = did_you_mean(text, sorted(zoneinfo.available_timezones()))
        raise FieldError(message, near or 'such as "UTC" or "Europe/Paris"') from None
    return text


def folder(text: str) -> str:
    """A folder below the site's own, with forward slashes."""
    path = text.rstrip("/").removeprefix("./")
    parts = path.split("/")
    if "\\" in text:
        hint = "write: " + text.replace("\\", "/")
        raise FieldError("a folder is written with forward slashes", hint)
    if text.startswith(("/", "~")) or ":" in text or ".." in parts:
        message = f'"{shortened(text)}" leads out of the site\'s folder'
        raise FieldError(message, "name a folder inside it")
    if any(part.startswith(".") or part == "" for part in parts):
        message = f'expected the name of a folder, found "{shortened(text)}"'
        raise FieldError(message, "a name that does not begin with a dot")
    return path


def file(text: str) -> str:
    """The address of a static file of the site."""
    if not is_path(text) or text.endswith("/"):
        message = f'expected the address of a file of the site, found "{shortened(text)}"'
        raise FieldError(message, "such as: /fonts/example.ttf for static/fonts/example.ttf")
    return text


def is_path(text: str) -> bool:
    """Whether `text` is a path from the site's root that stays below it."""
    return bool(_PATH.fullmatch(text)) and ".." not in text.split("/") and text[:2] != "//"


def why_no_file(address: str) -> str:
    """Why no file of the output can stand for an address, "" where one can.

    >>> why_no_file("/1993/09/"), why_no_file("/../x")
    ('', '".." is no name of a file')
    """
    if not address.startswith("/"):
        return 'begin it with "/"'
    if len(address.encode("utf-8", "replace")) > _LONGEST_ADDRESS:
        return f"it has more than {_LONGEST_ADDRESS:,} bytes"
    parts = address[1:].split("/")
    if parts[-1] == "":
        parts.pop()
    for part in parts:
        if part == "":
            return "two slashes in a row"
        if len(part.encode("utf-8", "replace")) > _LONGEST_NAME:
            return f"a part of it has more than {_LONGEST_NAME} bytes"
        if found := _NO_NAME.search(part):
            shown = found[0] if found[0].isprintable() else f"character {ord(found[0])}"
            return f"no name of a file holds {shown}"
        if part.endswith(".") or part != part.strip() or _is_device(part):
            return f'"{shortened(part)}" is no name of a file'
    return ""


def _is_device(name: str) -> bool:
    return name.partition(".")[0].lower() in _DEVICES


def link(text: str) -> str:
    """A page of the site, from "/", or a URL."""
    if is_path(text):
        return text
    if text.startswith("/") and not text.startswith("//"):
        raise FieldError(f'"{shortened(text)}" is no address', "write it without spaces and ..")
    return url(text)


def edit_url(text: str) -> str:
    """A URL with {path} in it."""
    if "{path}" not in text:
        raise FieldError('"{path}" is missing from it', "put {path} where the file's path goes")
    url(text.replace("{path}", "path"), schemes=("https", "http"))
    return text


def size(text: str) -> int:
    """Bytes, from "5 MB" or a bare figure; 1 KB is 1,000."""
    match = _SIZE.fullmatch(text)
    if match is None:
        message = f'expected a size, found "{shortened(text)}"'
        raise FieldError(message, 'such as "5 MB"')
    unit = _UNITS[(match[3] or "b").lower()]
    return int(match[1]) * unit + int(match[2] or 0) * unit // 10


def encoding(text: str) -> str:
    """The name of an encoding of texts, as the user wrote it."""
    try:
        b"x".decode(text)
    except UnicodeDecodeError:
        pass  # A text of that encoding would be longer.
    except (LookupError, ValueError):
        message = f'"{shortened(text)}" is no encoding of texts'
        raise FieldError(message, 'such as "windows-1251"') from None
    return text
