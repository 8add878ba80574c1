"""Text as YAML and Markdown write it, so that what is read back is what was written."""

import json
import re
from collections.abc import Iterable, Mapping
from html import unescape
from typing import Any

_WORDS_OF_YAML = frozenset({"true", "false", "yes", "no", "on", "off", "null", "y", "n"})

_TO_ESCAPE_IN_YAML = re.compile("[^\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd]")
"""What YAML refuses, or takes for a line end, when it stands as itself between quotation marks."""

_CONTROL = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u200b\u202a-\u202e\u2060\u2066-\u2069"
    "\ufeff\ufffe\uffff\ud800-\udfff]"
)
"""What reading takes out of every text: control characters and what nobody sees."""

_MARKS = re.compile(
    r"[\\`*<|]"
    r"|(?<!\w)_+|_+(?!\w)|~~+"
    r"|&(?=[#A-Za-z])"
    r"|!(?=\[)|\[(?![^\[\]^\\`*<|_~&]*\](?![(\[:]))"
)
"""Characters that would be read as marks: an asterisk anywhere, a bracket that opens a link."""

_OPENING = re.compile(
    r"(?:#(?=#{0,5}(?:\s|$))|>|[-+=](?=\s|[-=]|$)|:(?=\s)|\d{1,9}(?P<dot>[.)])(?=\s))"
)
"""What makes a list, a heading, a quotation or a rule of a line that begins with it."""

_CLOSING_HASHES = re.compile(r"#+$")


def scalar(text: str) -> str:
    """A text as YAML writes it, in quotes only where it needs them.

    >>> scalar("Old mill"), scalar("1984"), scalar("Poe, Ann")
    ('Old mill', '"1984"', '"Poe, Ann"')
    """
    plain = text.replace(" ", "").replace("-", "")
    if (
        plain.isalnum()
        and text == text.strip()
        and text[0].isalpha()
        and text.lower() not in _WORDS_OF_YAML
        and not _TO_ESCAPE_IN_YAML.search(text)
    ):
        return text
    quoted = json.dumps(tidied(text), ensure_ascii=False)
    return _TO_ESCAPE_IN_YAML.sub(_escaped, quoted)


def date_scalar(text: str) -> str:
    """A date as YAML writes it: figures need no quotes."""
    plain = text.replace("-", "").replace("/", "").replace("~", "")
    return text if plain.isascii() and plain.isdigit() else scalar(text)


def tidied(text: str) -> str:
    """The text without the characters that no file of text may hold."""
    return _CONTROL.sub("", text)


def one_line(text: str) -> str:
    """The text without control characters, every run of space as one."""
    return " ".join(tidied(text).split())


def fields(values: Mapping[str, Any], indent: str = "") -> list[str]:
    """Lines of YAML for the values that are there; an empty text or list is left out.

    Args:
        values: by key: a text that YAML has already (`Written`), a text, a number, a truth, a list
            of texts, a mapping, or a list of mappings.
    """
    lines = []
    for key, value in values.items():
        if value in ("", (), [], {}, None):
            continue
        name = indent + (key if key.isidentifier() and key.isascii() else scalar(key))
        if isinstance(value, Mapping):
            lines += [f"{name}:", *fields(value, indent + "  ")]
        elif isinstance(value, (list, tuple)) and isinstance(value[0], Mapping):
            lines.append(f"{name}:")
            for item in value:
                inner = fields(item, indent + "    ")
                lines.append(f"{indent}  - {inner[0].lstrip()}")
                lines += inner[1:]
        elif isinstance(value, (list, tuple)):
            lines.append(f"{name}: [{', '.join(_value(item) for item in value)}]")
        else:
            lines.append(f"{name}: {_value(value)}")
    return lines


class Written(str):
    """A text that is YAML as it stands."""

    __slots__ = ()


def document(values: Mapping[str, Any], body: str) -> str:
    """A Markdown file with front matter; the body may be empty."""
    return "\n".join(["---", *fields(values), "---", "", *([body] if body else []), ""])


def escaped(text: str) -> str:
    """A paragraph as Markdown writes it: no mark is left that means more than itself.

    The marks become character references, the one way of escaping that every reader of Markdown
    takes alike. Runs of space become one.

    >>> escaped("# 2 * 3 [see below]"), escaped("AT&T &amp; co")
    ('&#35; 2 &#42; 3 [see below]', 'AT&amp;T &amp;amp; co')
    """
    found = _MARKS.sub(_references, one_line(text))
    opening = _OPENING.match(found)
    if opening is None:
        return found
    at = opening.start("dot") if opening["dot"] else 0
    return found[:at] + _reference(found[at]) + found[at + 1 :]


def heading(text: str) -> str:
    """A subheading as Markdown writes it."""
    words = escaped(text)
    closing = _CLOSING_HASHES.search(words)
    if closing:
        words = words[: closing.start()] + "".join(map(_reference, closing[0]))
    return f"## {words}"


def paragraphs(texts: Iterable[str]) -> str:
    """Plain paragraphs as Markdown, a blank line between them."""
    return "\n\n".join(filter(None, map(escaped, texts)))


def plain_of_html(text: str) -> str:
    """Words of a text in which there may be some HTML, on one line."""
    return one_line(unescape(re.sub(r"<[^<>]*>", " ", text)))


def _value(value: Any) -> str:
    if isinstance(value, Written):
        return str(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value) if isinstance(value, int) else scalar(str(value))


def _escaped(match: re.Match[str]) -> str:
    code = ord(match[0])
    return f"\\U{code:08x}" if code > 0xFFFF else f"\\u{code:04x}"


def _references(match: re.Match[str]) -> str:
    return "".join(map(_reference, match[0]))


def _reference(mark: str) -> str:
    named = {"<": "&lt;", "&": "&amp;"}
    return named.get(mark) or f"&#{ord(mark)};"
