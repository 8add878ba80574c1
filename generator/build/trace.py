"""What a page has looked up in the site, so that it is made again only when one of that changed.

Nobody writes down what a page depends on: while its view is made, the site notes every look-up as a
`Cell`. The next build compares the cells of the old site and the new one. A page whose cells are
all the same would get the same view, so it is left alone; of the others the view is made, and its
hash says whether the page must be rendered.
"""

from array import array
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Literal, TypeVar, overload

import msgspec

from generator.site.assemble import Piece, Site

Key = TypeVar("Key")
Value = TypeVar("Value")

Aspect = Literal["value", "held", "keys", "size", "any"]
"""Of a look-up: what is there, whether the key is, which keys there are, how many, whether any."""

Cell = tuple[str, str | int | None, Aspect]
"""Field of the site, key in it (None for the whole field), and what was asked."""


class Trace(msgspec.Struct, frozen=True, array_like=True):
    """How a page was made."""

    route: str
    """A hash of its template's name and the arguments of its view."""
    reads: bytes
    """Places in `Traces.cells`, as 32-bit numbers of this machine: there are a million of them."""
    pieces: tuple[str, ...] = ()
    """The kinds of pieces (`Site.piece`) that it is made of."""


class Traces(msgspec.Struct, frozen=True):
    """How all pages of a build were made."""

    surroundings: str
    """A hash of all that every view follows from: settings, style, our own version."""
    gathered: str
    """The key, in the store, of what the site was put together from."""
    cells: list[Cell]
    pages: dict[str, Trace]
    pieces: dict[str, dict[str, Trace]]
    """By kind and by the id of the entry."""


class Changed(msgspec.Struct, frozen=True):
    """What may not be as it was."""

    pages: Collection[str] = frozenset()
    pieces: Mapping[str, Collection[str]] = {}
    """By kind, the ids of entries."""


class Tracer:
    """Notes what is looked up in a site."""

    def __init__(self) -> None:
        self.reads: set[Cell] = set()
        self.kinds: set[str] = set()
        """The kinds of pieces that were asked for."""

    def watched(self, site: Site) -> Site:
        """The same site, whose look-ups are noted in `reads`."""
        watched: dict[str, Any] = {}
        for name in site.__struct_fields__:
            held = getattr(site, name)
            if isinstance(held, Mapping):
                watched[name] = _Map(self, name, held)
            elif isinstance(held, Sequence):
                watched[name] = _Items(self, name, None, held)
        return msgspec.structs.replace(site, pieces=self._piece, **watched)

    def _piece(self, site: Site, make: Piece, id_: str) -> str:
        """A piece; its look-ups are its own, not those of the page that it is part of."""
        self.kinds.add(make.__name__)
        around, self.reads = self.reads, set()
        try:
            return self.pieces(site, make, id_)
        finally:
            self.reads = around

    def pieces(self, site: Site, make: Piece, id_: str) -> str:
        """Gives a piece; a build puts its own way here."""
        return make(site, id_)


class _Items(Sequence[Value]):
    """A sequence that notes whether it was read or only counted."""

    def __init__(
        self, tracer: Tracer, name: str, key: str | int | None, held: Sequence[Value]
    ) -> None:
        self._note = tracer
        self._name, self._key, self._held = name, key, held

    @overload
    def __getitem__(self, place: int) -> Value: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[Value]: ...
    def __getitem__(self, place: int | slice) -> Value | Sequence[Value]:
        self._note.reads.add((self._name, self._key, "value"))
        return self._held[place]

    def __iter__(self) -> Iterator[Value]:
        self._note.reads.add((self._name, self._key, "value"))
        return iter(self._held)

    def __reversed__(self) -> Iterator[Value]:
        self._note.reads.add((self._name, self._key, "value"))
        return reversed(self._held)

    def __contains__(self, value: object) -> bool:
        self._note.reads.add((self._name, self._key, "value"))
        return value in self._held

    def __len__(self) -> int:
        self._note.reads.add((self._name, self._key, "size"))
        return len(self._held)

    def __bool__(self) -> bool:
        self._note.reads.add((self._name, self._key, "any"))
        return bool(self._held)


class _Map(Mapping[Any, Any]):
    """A mapping that notes which of its keys were asked for."""

    def __init__(self, tracer: Tracer, name: str, held: Mapping[Any, Any]) -> None:
        self._note = tracer
        self._name, self._held = name, held

    def __getitem__(self, key: Any) -> Any:
        value = self._held.get(key)
        if isinstance(value, tuple) and value and isinstance(value[0], msgspec.Struct):
            self._note.reads.add((self._name, key, "held"))
            return _Items(self._note, self._name, key, value)
        self._note.reads.add((self._name, key, "value"))
        return self._held[key]

    def get(self, key: Any, default: Any = None) -> Any:
        if key in self._held:
            return self[key]
        self._note.reads.add((self._name, key, "held"))
        return default

    def __contains__(self, key: object) -> bool:
        self._note.reads.add((self._name, key, "held"))  # type: ignore[arg-type]
        return key in self._held

    def __iter__(self) -> Iterator[Any]:
        self._note.reads.add((self._name, None, "keys"))
        return iter(self._held)

    def __len__(self) -> int:
        self._note.reads.add((self._name, None, "size"))
        return len(self._held)

    def __bool__(self) -> bool:
        self._note.reads.add((self._name, None, "any"))
        return bool(self._held)


def _packed(places: Iterable[int]) -> bytes:
    return array("I", places).tobytes()


def _places(trace: Trace) -> "array[int]":
    places = array("I")
    places.frombytes(trace.reads)
    return places


def differ(old: Site, new: Site) -> Callable[[Cell], bool]:
    """A function that says whether a cell is not the same in two sites."""
    changed: dict[str, set[Any]] = {}
    for name in new.__struct_fields__:
        one, two = getattr(old, name), getattr(new, name)
        if isinstance(two, Mapping):
            keys = {key for key, value in two.items() if key not in one or one[key] != value}
            changed[name] = keys | (one.keys() - two.keys())
    memory: dict[Cell, bool] = {}

    def differs(cell: Cell) -> bool:
        found = memory.get(cell)
        if found is None:
            found = memory[cell] = _differs(cell)
        return found

    def _differs(cell: Cell) -> bool:
        name, key, aspect = cell
        one, two = getattr(old, name), getattr(new, name)
        if key is None:
            if aspect == "size":
                return len(one) != len(two)
            if aspect == "any":
                return bool(one) != bool(two)
            return bool(list(one) != list(two))
        if key not in changed[name]:
            return False
        if aspect == "size":
            return len(one.get(key, ())) != len(two.get(key, ()))
        if aspect == "any":
            return bool(one.get(key)) != bool(two.get(key))
        if aspect == "held":
            return (key in one) != (key in two)
        return True

    return differs


def stale(traces: Traces, old: Site, new: Site) -> Changed:
    """The pages and pieces that may have changed."""
    differs = differ(old, new)
    changed = {place for place, cell in enumerate(traces.cells) if differs(cell)}
    pieces = {
        kind: {id_ for id_, trace in made.items() if not changed.isdisjoint(_places(trace))}
        for kind, made in traces.pieces.items()
    }
    kinds = {kind for kind, ids in pieces.items() if ids}
    pages = {
        path
        for path, trace in traces.pages.items()
        if not (changed.isdisjoint(_places(trace)) and kinds.isdisjoint(trace.pieces))
    }
    return Changed(pages, pieces)


class Noted:
    """The traces of a build while its views are made: old ones are kept, new ones added."""

    def __init__(self, old: Traces | None) -> None:
        self._old = old.pages if old else {}
        self._old_pieces = old.pieces if old else {}
        self._pieces: dict[str, dict[str, Trace]] = {}
        self._cells: list[Cell] = list(old.cells) if old else []
        self._places = {cell: place for place, cell in enumerate(self._cells)}
        self._pages: dict[str, Trace] = {}

    def keep(self, path: str) -> None:
        """Take a page's trace over."""
        self._pages[path] = self._old[path]

    def note(self, path: str, route: str, reads: set[Cell], kinds: Collection[str]) -> None:
        """Add the trace of a page that was made."""
        self._pages[path] = Trace(route, self._numbered(reads), tuple(sorted(kinds)))

    def keep_piece(self, kind: str, id_: str) -> None:
        """Take a piece's trace over."""
        self._pieces.setdefault(kind, {})[id_] = self._old_pieces[kind][id_]

    def note_piece(self, kind: str, id_: str, reads: set[Cell]) -> None:
        """Add the trace of a piece that was made."""
        self._pieces.setdefault(kind, {})[id_] = Trace("", self._numbered(reads))

    def _numbered(self, reads: set[Cell]) -> bytes:
        places = self._places
        found = []
        for cell in reads:
            place = places.get(cell)
            if place is None:
                place = places[cell] = len(self._cells)
                self._cells.append(cell)
            found.append(place)
        return _packed(sorted(found))

    def traces(self, surroundings: str, gathered: str) -> Traces:
        """All traces; cells that nothing reads any more are dropped when they are many."""
        # Of a file that was left alone the pieces are what they were.
        pieces = {**self._old_pieces, **self._pieces}
        groups = [self._pages, *pieces.values()]
        used = {place for group in groups for trace in group.values() for place in _places(trace)}
        if 2 * len(used) >= len(self._cells):
            return Traces(surroundings, gathered, self._cells, self._pages, pieces)
        order = sorted(used)
        moved = {place: at for at, place in enumerate(order)}

        def renumbered(group: dict[str, Trace]) -> dict[str, Trace]:
            return {
                name: msgspec.structs.replace(
                    trace, reads=_packed(moved[n] for n in _places(trace))
                )
                for name, trace in group.items()
            }

        return Traces(
            surroundings,
            gathered,
            [self._cells[place] for place in order],
            renumbered(self._pages),
            {kind: renumbered(group) for kind, group in pieces.items()},
        )


def read(path: Path) -> Traces | None:
    """The traces at `path`, None when there are none that we can read."""
    try:
        return msgspec.msgpack.decode(path.read_bytes(), type=Traces)
    except (OSError, msgspec.MsgspecError, UnicodeDecodeError):
        return None


def write(path: Path, traces: Traces) -> None:
    """Replace the traces as a whole."""
    next_path = path.with_name(path.name + ".next")
    next_path.write_bytes(msgspec.msgpack.encode(traces))
    next_path.replace(path)
