"""Bytes to text: which encoding, and what does not belong in a text.

Order of belief: a byte order mark, what the document or its editor declares, strict UTF-8, then
Windows-1252 with a warning. Only bytes that are none of these are left to a guess.
"""

import codecs
import re
import unicodedata
import zlib

from generator.errors import Problem

MAX_BYTES = 5_000_000
"""Default cap on one document, packed or not."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_BREAKS = re.compile("\r\n?|[\u0085\u2028\u2029]")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")
_HIDDEN = re.compile("[\u202a-\u202e\u2066-\u2069\u200b\u2060\ufeff]")
_ODD = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u200b\u2028-\u202e\u2060\u2066-\u2069\ufeff\ufffe\uffff]"
)
"""All that `decode` changes; most texts hold none of it."""
_SOFT_HYPHEN = "\u00ad"
_GZIP = b"\x1f\x8b"


def unpack(data: bytes, path: str, max_bytes: int = MAX_BYTES) -> tuple[bytes, tuple[Problem, ...]]:
    """The document inside a gzip file, or the bytes as they are; nothing beyond `max_bytes`."""
    if len(data) > max_bytes:
        return b"", (_too_large(path, max_bytes),)
    if not data.startswith(_GZIP):
        return data, ()
    unpacker = zlib.decompressobj(wbits=zlib.MAX_WBITS | 16)
    try:
        content = unpacker.decompress(data, max_bytes + 1)
    except zlib.error:
        message = "this gzip file is damaged"
        return b"", (
            Problem(path, 0, 0, message, "save the document again, or unpack it yourself"),
        )
    if len(content) > max_bytes:
        return b"", (_too_large(path, max_bytes),)
    if not unpacker.eof and not content:
        message = "this gzip file ends before anything could be unpacked"
        return b"", (Problem(path, 0, 0, message, "save the document again"),)
    if not unpacker.eof:
        message = "this gzip file ends too early; what could be unpacked was read"
        return content, (Problem(path, 0, 0, message, "save the document again", "warning"),)
    return content, ()


def _too_large(path: str, max_bytes: int) -> Problem:
    message = f"the document is larger than {max_bytes:,} bytes and was not read"
    return Problem(path, 0, 0, message, "split it, or raise the limit")


def decode(data: bytes, path: str, declared: str = "") -> tuple[str, tuple[Problem, ...]]:
    """Text of `data` in Unicode normal form C with "\\n" line breaks, and what was wrong with it.

    `declared` is the encoding that the document or its editor names, or "". Control characters and
    invisible ones that reorder or hide text are taken out and reported; so are unknown encodings.
    """
    problems: list[Problem] = []
    text = _decode(data, path, declared, problems)
    if _ODD.search(text) is None:
        return _normal(text), tuple(problems)
    text = _BREAKS.sub("\n", text)
    if found := _CONTROL.search(text):
        problems.append(_removed(path, text, found, len(_CONTROL.findall(text)), "control"))
        text = _CONTROL.sub("", text)
    if found := _HIDDEN.search(text):
        count = len(_HIDDEN.findall(text))
        problems.append(_removed(path, text, found, count, "invisible or direction-changing"))
        text = _HIDDEN.sub("", text)
    if _SOFT_HYPHEN in text:
        text = text.replace(_SOFT_HYPHEN, "")
    return _normal(text), tuple(problems)


def _normal(text: str) -> str:
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def _decode(data: bytes, path: str, declared: str, problems: list[Problem]) -> str:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace")
    if declared:
        try:
            return data.decode(declared.strip().strip("\"'"))
        except LookupError:
            hint = 'write a name such as "utf-8" or "windows-1252"'
            message = f'the declared encoding "{declared[:40]}" is unknown'
            problems.append(Problem(path, 0, 0, message, hint, "warning"))
        except (UnicodeError, ValueError):
            message = f'the text is not in the declared encoding "{declared[:40]}"'
            problems.append(Problem(path, 0, 0, message, "save it as UTF-8", "warning"))
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        return _fall_back(data, path, line, problems)


def _fall_back(data: bytes, path: str, line: int, problems: list[Problem]) -> str:
    encoding, text = _guess(data)
    message = f"the text is not UTF-8; it was read as {encoding}"
    problems.append(Problem(path, line, 0, message, "save it as UTF-8", "warning"))
    return text


def _guess(data: bytes) -> tuple[str, str]:
    odd, even = data[1:4000:2].count(0), data[0:4000:2].count(0)
    if max(odd, even) > len(data[:4000]) // 8:
        encoding = "utf-16-le" if odd > even else "utf-16-be"
        return encoding.upper(), data.decode(encoding, "replace")
    damaged = data.decode("utf-8", "replace")
    broken = damaged.count("\ufffd")
    whole = sum(len(run) for run in re.findall("[^\x00-\x7f\ufffd]+", damaged))
    if whole > 4 * broken:
        return "UTF-8 with broken characters", damaged
    try:
        return "Windows-1252", data.decode("cp1252")
    except UnicodeDecodeError:
        pass
    from charset_normalizer import from_bytes

    best = from_bytes(data[:200_000]).best()
    if best is not None:
        return best.encoding, data.decode(best.encoding, "replace")
    return "Windows-1252", data.decode("cp1252", "replace")


def _removed(path: str, text: str, found: re.Match[str], count: int, what: str) -> Problem:
    line = text.count("\n", 0, found.start()) + 1
    column = found.start() - (text.rfind("\n", 0, found.start()) + 1) + 1
    noun = "character was" if count == 1 else "characters were"
    message = f"{count} {what} {noun} taken out, the first one here"
    return Problem(path, line, column, message, "look at what was pasted here", "warning")
