"""The documents of a site: what each holds is known without reading it while its file is the same.

A file is taken for the same while its size and time are, as long as it had not changed in the
moment before it was looked at: then it may have changed again within one tick of the clock.
"""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from generator.build.cache import Cache, digest
from generator.build.inputs import Stamp, load
from generator.build.snapshot import RACE
from generator.errors import Problem

if TYPE_CHECKING:
    from generator.model import Source

_KEY = digest("contents")


class Document(msgspec.Struct):
    """A document that need not be read yet."""

    path: str
    content: str
    """A hash of its bytes."""
    _site: Path
    _stamp: Stamp
    _most: int
    _source: "Source | None" = None

    def source(self) -> "Source":
        """The document with its bytes; empty when it has gone meanwhile."""
        from generator.model import Source

        if self._source is not None:
            return self._source
        return load(self._site, self._stamp, self._most)[0] or Source(self.path, b"")


class Documents:
    """The documents of one build.

    Args:
        site: the site's folder.
        cache: where it is kept what each file held.
        started: when the build began to look at the files, in nanoseconds by the clock of their
            file system.
        most: bytes from which a file is too large to be a document.
    """

    def __init__(self, site: Path, cache: Cache, started: int, most: int) -> None:
        self._site, self._cache, self._started, self._most = site, cache, started, most
        self._known: dict[str, tuple[int, int, str]] = {}
        self._found: dict[str, tuple[int, int, str]] = {}
        stored = cache.get([_KEY]).get(_KEY)
        if stored is not None:
            self._known = msgspec.msgpack.decode(stored, type=dict[str, tuple[int, int, str]])

    def of(self, stamps: Iterable[Stamp]) -> tuple[list[Document], list[Problem]]:
        """The documents in some files, and what is wrong with the other files."""
        documents: list[Document] = []
        problems: list[Problem] = []
        for stamp in stamps:
            size, modified, content = self._known.get(stamp.path, (0, 0, ""))
            source = None
            if not content or (size, modified) != (stamp.size, stamp.modified):
                source, wrong = load(self._site, stamp, self._most)
                problems.extend(wrong)
                if source is None:
                    continue
                content = digest(source.data)
            if stamp.modified < self._started - RACE:
                self._found[stamp.path] = (stamp.size, stamp.modified, content)
            documents.append(Document(stamp.path, content, self._site, stamp, self._most, source))
        return documents, problems

    def keep(self) -> str:
        """Store what the files held, for the next build; returns the key in the store."""
        if self._found != self._known:
            self._cache.put({_KEY: msgspec.msgpack.encode(self._found)})
        return _KEY
