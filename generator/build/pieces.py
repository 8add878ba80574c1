"""Pieces of files that tell of all entries: each is made once, and again when it has changed."""

from collections.abc import Mapping

import msgspec

from generator.build.cache import Cache, digest
from generator.build.trace import Changed, Noted, Tracer, Traces
from generator.site.assemble import Piece, Site


class Pieces:
    """The pieces of one build.

    Args:
        place: what tells this output's pieces from another's in the store.
        traces: of the last build, None to make every piece.
        changed: what may not be as it was then.
        noted: takes the traces of this build.
    """

    def __init__(
        self,
        cache: Cache,
        place: str,
        traces: Traces | None,
        changed: Changed,
        noted: Noted,
        tracer: Tracer,
    ) -> None:
        self._cache = cache
        self._place = place
        self._gathered = traces.gathered if traces else ""
        self._traces: Mapping[str, Mapping[str, object]] = traces.pieces if traces else {}
        self._changed = changed.pieces
        self._noted = noted
        self._tracer = tracer
        self._old: dict[str, dict[str, str]] = {}
        self._new: dict[str, dict[str, str]] = {}
        tracer.pieces = self._piece  # type: ignore[method-assign]

    def keep(self, gathered: str) -> set[str]:
        """Store what was made, for the next build; returns the keys of all kinds in the store.

        Args:
            gathered: the key of what this build was put together from, as in `Traces`.
        """
        kinds = {*self._new, *self._traces}
        for kind in kinds:
            texts = self._new.get(kind)
            if texts is None and gathered != self._gathered:
                texts = self._stored(kind)
            if texts is not None:
                self._cache.put({self._key(kind): msgspec.msgpack.encode((gathered, texts))})
        return {self._key(kind) for kind in kinds}

    def _stored(self, kind: str) -> dict[str, str]:
        """The pieces of the build that the traces tell of; none where another wrote over them."""
        stored = self._cache.get([self._key(kind)]).get(self._key(kind))
        if stored is None:
            return {}
        gathered, texts = msgspec.msgpack.decode(stored, type=tuple[str, dict[str, str]])
        return texts if gathered == self._gathered else {}

    def _key(self, kind: str) -> str:
        return digest("pieces", self._place, kind)

    def _piece(self, site: Site, make: Piece, id_: str) -> str:
        kind = make.__name__
        if kind not in self._new:
            self._new[kind], self._old[kind] = {}, self._stored(kind)
        found = self._new[kind].get(id_)
        if found is not None:
            return found
        known = self._old[kind].get(id_)
        if (
            known is not None
            and id_ in self._traces.get(kind, ())
            and id_ not in self._changed.get(kind, ())
        ):
            self._noted.keep_piece(kind, id_)
            self._new[kind][id_] = known
            return known
        made = self._new[kind][id_] = make(site, id_)
        self._noted.note_piece(kind, id_, self._tracer.reads)
        return made
