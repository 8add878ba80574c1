"""The text of one field made into what it means: truth, a number, one of several words, a list."""

import re
import unicodedata
from collections.abc import Sequence
from urllib.parse import urlsplit

from generator.errors import did_you_mean

_TRUE = frozenset(("true", "yes", "on"))
_FALSE = frozenset(("false", "no", "off"))
_WHOLE = re.compile(r"[+-]?[0-9]{1,15}")
_SPACE = re.compile(r"[\s\x00-\x1f\x7f]")
_DECIMAL = re.compile(r"[+-]?(?:[0-9]{1,15}(?:\.[0-9]{0,15})?|\.[0-9]{1,15})")


class FieldError(ValueError):
    """A text that a field cannot take."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


def tidy(text: str) -> str:
    """Text without space around it, each character in its composed form (NFC)."""
    return unicodedata.normalize("NFC", text).strip()


def boolean(text: str) -> bool:
    """Truth as YAML 1.1 writes it.

    Raises:
        FieldError: Neither a word for true nor one for false.
    """
    word = text.lower()
    if word in _TRUE or word in _FALSE:
        return word in _TRUE
    raise FieldError(f'expected "true" or "false", found "{shortened(text)}"')


def number(
    text: str, kind: type[int] | type[float], least: float | None, most: float | None
) -> int | float:
    """A number within its bounds, both included.

    Raises:
        FieldError: Not written as such a number, or out of bounds.
    """
    noun = "a whole number" if kind is int else "a number"
    if least is not None and most is not None:
        noun += f" from {least:g} to {most:g}"
    elif least is not None:
        noun += f" of {least:g} or more"
    pattern = _WHOLE if kind is int else _DECIMAL
    if pattern.fullmatch(text):
        value = kind(text)
        if (least is None or value >= least) and (most is None or value <= most):
            return value
    raise FieldError(f'expected {noun}, found "{shortened(text)}"')


def option(text: str, options: Sequence[str]) -> str:
    """One of several words, in any case.

    Raises:
        FieldError: None of them.
    """
    word = text.lower()
    if word in options:
        return word
    message = f'expected {one_of(options)}, found "{shortened(text)}"'
    raise FieldError(message, did_you_mean(text, options) if len(options) > 2 else "")


def items_between_commas(text: str) -> tuple[tuple[str, int], ...]:
    """The parts of a text between commas, each with its offset; empty ones are left out."""
    parts = []
    start = 0
    for part in text.split(","):
        if stripped := part.strip():
            parts.append((stripped, start + part.index(stripped)))
        start += len(part) + 1
    return tuple(parts)


def one_of(options: Sequence[str]) -> str:
    """Words as a sentence names them: "csv", "json" or "ics"."""
    words = [f'"{word}"' for word in options]
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} or {words[-1]}"


def shortened(text: str) -> str:
    """Text short enough for a message."""
    text = " ".join(text.split())
    return text if len(text) <= 40 else f"{text[:39]}…"


def url(text: str, schemes: Sequence[str] = ("https", "http", "mailto")) -> str:
    """A URL that a page may link to.

    Raises:
        FieldError: Another scheme, no host, or characters that no URL holds.
    """
    scheme, colon, rest = text.partition(":")
    scheme = scheme.lower()
    if not colon or not re.fullmatch(r"[a-z][a-z0-9+.-]*", scheme):
        looks_bare = re.fullmatch(r"[\w-]+(?:\.[\w-]+)+(?:[/?#]\S*)?", text)
        hint = f"write: https://{text}" if looks_bare else "such as: https://example.org/page"
        raise FieldError(f'expected a URL, found "{shortened(text)}"', hint)
    if scheme not in schemes:
        message = f'a URL of "{scheme}:" is not taken, only {one_of(schemes)}'
        raise FieldError(message, "such as: https://example.org/page")
    if _SPACE.search(text):
        raise FieldError(f'a space in the URL "{shortened(text)}"', "write %20 for a space")
    if scheme == "mailto":
        if "@" not in rest:
            raise FieldError(f'no address in "{shortened(text)}"', "such as: mailto:a@example.org")
        return f"mailto:{rest}"
    try:
        host = urlsplit(text).hostname
    except ValueError:
        host = None
    if not rest.startswith("//") or not host:
        raise FieldError(f'no host in the URL "{shortened(text)}"', "such as: https://example.org")
    return f"{scheme}:{rest}"
