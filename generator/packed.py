"""Gzip files bit by bit, so that what they blow up to is never held whole."""

import zlib
from collections.abc import Iterator

_MAGIC = b"\x1f\x8b"
_STEP = 4096
"""Packed bytes taken at a time; what lies behind the end of a member is copied, so few."""
_PIECE = 1_000_000


class TruncatedError(Exception):
    """The file ends in the middle; all that could be unpacked was given."""


def is_packed(data: bytes) -> bool:
    return data.startswith(_MAGIC)


def unpacked(data: bytes) -> Iterator[bytes]:
    """The content of a gzip file, of all its members: archives join one for each document.

    Raises:
        zlib.error: it is damaged.
        TruncatedError: it ends too early.
    """
    unpacker = None
    at = 0
    while at < len(data):
        if unpacker is None:
            if data[at : at + 2] != _MAGIC:
                return  # Padding behind the last member.
            unpacker = zlib.decompressobj(wbits=zlib.MAX_WBITS | 16)
        step = data[at : at + _STEP]
        piece = unpacker.decompress(step, _PIECE)
        taken = len(step) - len(unpacker.unconsumed_tail) - len(unpacker.unused_data)
        at += taken
        if piece:
            yield piece
        if unpacker.eof:
            unpacker = None
        elif not taken and not piece:
            break
    while unpacker is not None and not unpacker.eof and (piece := unpacker.decompress(b"", _PIECE)):
        yield piece
    if unpacker is not None and not unpacker.eof:
        raise TruncatedError


class Stream:
    """A file that is read forward only: the content, unpacked where it is packed, up to a limit."""

    def __init__(self, data: bytes, most: int) -> None:
        self._pieces = unpacked(data) if is_packed(data) else _in_pieces(data)
        self._held = b""
        self._left = most
        self.exhausted = False
        """The limit was met before the end."""
        self.broken = False

    def read(self, size: int = -1) -> bytes:
        """At most `size` bytes, b"" at the end."""
        while not self._held:
            try:
                self._held = next(self._pieces, b"")
            except (zlib.error, TruncatedError):
                self.broken = True
            if not self._held:
                return b""
            self._left -= len(self._held)
            if self._left < 0:
                self.exhausted = True
                self._held, self._pieces = b"", iter(())
                return b""
        end = len(self._held) if size < 0 else size
        given, self._held = self._held[:end], self._held[end:]
        return given


def _in_pieces(data: bytes) -> Iterator[bytes]:
    for at in range(0, len(data), _PIECE):
        yield data[at : at + _PIECE]
