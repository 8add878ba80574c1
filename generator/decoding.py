"""Bytes to text: which encoding, and what does not belong in a text.

Order of belief: a byte order mark, what the document declares, strict UTF-8, what the site's editor
says of the rest, then Windows-1252 with a warning. Only bytes that are none of these are left to a
guess. A declaration is not believed where the bytes are UTF-8: no other text is so by chance.
"""

import codecs
import re
import unicodedata
import zlib

from generator.errors import Problem
from generator.packed import TruncatedError, is_packed, unpacked

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
_CONTROL = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")
_HIDDEN = re.compile("[\u202a-\u202e\u2066-\u2069\u200b\u2060\ufeff]")
_ODD = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u200b\u2028-\u202e\u2060\u2066-\u2069\ufeff\ufffe\uffff]"
)
"""All that `decode` changes; most texts hold none of it."""
_AS_BROWSERS_DO = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "big5": "big5hkscs",
    "utf-8-sig": "utf-8",
}
_ESCAPING = ("iso2022", "hz")
_WIDE = ("utf-16", "utf-32")
_SEVERAL_BYTES = ("gb", "cp932", "cp949", "big5", "euc", "johab", "shift")
_NO_CHANCE = 12
"""Of so many characters a text in a script of several bytes is not UTF-8 by chance."""
_BEYOND_ASCII = re.compile("[^\x00-\x7f]")
_SOFT_HYPHEN = "\u00ad"


def unpack(data: bytes, path: str, max_bytes: int = MAX_BYTES) -> tuple[bytes, tuple[Problem, ...]]:
    """The document inside a gzip file, or the bytes as they are; nothing beyond `max_bytes`."""
    if len(data) > max_bytes:
        return b"", (_too_large(path, max_bytes),)
    if not is_packed(data):
        return data, ()
    content = bytearray()
    ended = True
    try:
        for piece in unpacked(data):
            content += piece
            if len(content) > max_bytes:
                return b"", (_too_large(path, max_bytes),)
    except zlib.error:
        message = "this gzip file is damaged"
        hint = "save the document again, or unpack it yourself"
        return b"", (Problem(path, 0, 0, message, hint),)
    except TruncatedError:
        ended = False
    if not ended and not content:
        message = "this gzip file ends before anything could be unpacked"
        return b"", (Problem(path, 0, 0, message, "save the document again"),)
    if not ended:
        message = "this gzip file ends too early; what could be unpacked was read"
        return bytes(content), (Problem(path, 0, 0, message, "save the document again", "warning"),)
    return bytes(content), ()


def unpacked_head(data: bytes, length: int) -> bytes:
    """The first bytes of the document inside a gzip file, or of the bytes as they are."""
    if not is_packed(data):
        return data[:length]
    try:
        return next(unpacked(data), b"")[:length]
    except (zlib.error, TruncatedError):
        return b""


def _too_large(path: str, max_bytes: int) -> Problem:
    message = f"the document is larger than {max_bytes:,} bytes and was not read"
    return Problem(path, 0, 0, message, "split it, or raise max_document in site.yaml")


def decode(
    data: bytes,
    path: str,
    declared: str = "",
    form_feed: str = " ",
    otherwise: str = "",
    keep_hidden: bool = False,
) -> tuple[str, tuple[Problem, ...]]:
    """Text of `data` in Unicode normal form C with "\\n" line breaks, and what was wrong with it.

    `declared` is the encoding that the document names, or ""; `otherwise` the one of documents that
    name none and are not UTF-8, or "" for Windows-1252. Control characters and invisible ones that
    reorder or hide text are taken out and reported; so are unknown encodings.
    `keep_hidden` leaves the latter to a reader that can say where they are.
    `form_feed` is what stands for a form feed, which parts pages.
    """
    problems: list[Problem] = []
    text = _decode(data, path, declared, otherwise, problems)
    if _ODD.search(text) is None:
        return _normal(text), tuple(problems)
    text = _BREAKS.sub("\n", text).replace("\f", form_feed)
    if found := _CONTROL.search(text):
        problems.append(_removed(path, text, found, len(_CONTROL.findall(text)), "control"))
        text = _CONTROL.sub("", text)
    if not keep_hidden and (found := _HIDDEN.search(text)):
        count = len(_HIDDEN.findall(text))
        problems.append(_removed(path, text, found, count, "invisible or direction-changing"))
        text = without_hidden(text)
    if _SOFT_HYPHEN in text:
        text = text.replace(_SOFT_HYPHEN, "")
    return _normal(text), tuple(problems)


def hides(text: str) -> bool:
    """The text holds invisible characters that reorder or hide a part of it."""
    return not text.isascii() and _HIDDEN.search(text) is not None


def without_hidden(text: str) -> str:
    """The text without invisible characters that reorder or hide a part of it."""
    return text if text.isascii() else _HIDDEN.sub("", text)


def _normal(text: str) -> str:
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def _decode(data: bytes, path: str, declared: str, otherwise: str, problems: list[Problem]) -> str:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace")
    codec = _codec(declared)
    if declared and not codec:
        hint = 'write a name such as "utf-8" or "windows-1252"'
        message = f'the declared encoding "{declared[:40]}" is unknown'
        problems.append(Problem(path, 0, 0, message, hint, "warning"))
    wide = data[:4000].count(0) > len(data[:4000]) // 8
    if codec.startswith(_ESCAPING) or (wide and codec.startswith(_WIDE)):
        text = _strictly(data, codec)
        if text is not None:
            return text
    line = 0
    if not wide:
        try:
            text = data.decode("utf-8")
        except UnicodeDecodeError as error:
            line = data.count(b"\n", 0, error.start) + 1
        else:
            if codec in {"", "utf-8"} or (text.isascii() and not codec.startswith(_WIDE)):
                return text
            if not codec.startswith(_SEVERAL_BYTES) or _beyond_ascii(text) >= _NO_CHANCE:
                problems.append(_contradicted(path, declared, "it is UTF-8"))
                return text
    for name in filter(None, (codec, _codec(otherwise))):
        text = None if name.startswith(_WIDE) else _strictly(data, name)
        if text is not None:
            return text
        if name == codec:
            problems.append(_contradicted(path, declared, "save it as UTF-8"))
    return _fall_back(data, path, line, problems)


def _beyond_ascii(text: str) -> int:
    return len(_BEYOND_ASCII.findall(text[:50_000]))


def _codec(name: str) -> str:
    """Python's name of a text encoding, "" for one that it does not know.

    Old names mean what browsers take them for (WHATWG's Encoding Standard): a page that says
    ISO-8859-1 holds Windows-1252.
    """
    try:
        codec = codecs.lookup(name.strip().strip("\"'")).name
        b"x".decode(codec)
    except UnicodeDecodeError:
        pass
    except (LookupError, ValueError):
        return ""
    return _AS_BROWSERS_DO.get(codec, codec)


def _strictly(data: bytes, codec: str) -> str | None:
    try:
        return data.decode(codec)
    except (UnicodeError, ValueError, LookupError):
        return None


def _contradicted(path: str, declared: str, hint: str) -> Problem:
    message = f'the text is not in the declared encoding "{declared[:40]}"'
    return Problem(path, 0, 0, message, hint, "warning")


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
