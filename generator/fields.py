"""Front matter with a shape: the fields of a frozen Struct, read from YAML nodes in one pass.

A Struct says what a file may hold. Each of its fields is a key, the field's type is what the key
takes, its default is what a file means that leaves the key out, and a `Key` in the annotation
carries what users read about it:

    class Picture(msgspec.Struct, frozen=True):
        src: Annotated[str, Key("Address of the image.")]
        alt: Annotated[str, Key("What it shows, for those who cannot see it.")]

    picture, problems = fields.read(document.mapping, Picture, "content/a.md")

The same Struct feeds `generator.schema` and the test of the documentation, so that the three
cannot differ.

Types that can be read: `str`, `bool`, `int`, `float`, `Literal` of strings, a Struct,
`tuple[X, ...]` of these, `dict[str, str]`, `Any` (plain data), each of them with `| None`, and
every type for which the caller passes a reader of text.
"""

import functools
import types
import typing
from collections.abc import Callable, Mapping
from typing import Any, TypeVar, Union, get_args, get_origin

import msgspec

from generator import front_matter
from generator.errors import Problem, Severity, did_you_mean
from generator.field_text import (
    FieldError,
    boolean,
    items_between_commas,
    number,
    option,
    shortened,
    tidy,
)
from generator.front_matter import Field, Items, Node, Scalar

S = TypeVar("S", bound=msgspec.Struct)

TextReader = Callable[[str], object]
"""Makes a value of a text or raises ValueError, with `message` and `hint` if it has them."""

__all__ = [
    "FieldError",
    "Key",
    "Shaped",
    "TextReader",
    "flat",
    "plain",
    "read",
    "shape_of",
    "unknown",
]


class Key(msgspec.Struct, frozen=True):
    """What users need to know of one key."""

    about: str
    """A sentence for the documentation, the schema and editors that show it."""
    example: str = ""
    """A value as it would be written."""
    aliases: tuple[str, ...] = ()
    """Other names that are read, each with a warning that gives the name to use."""
    check: Callable[[str], str] | None = None
    """Makes a text canonical, or raises `FieldError`; applied to each text of a list."""
    least: float | None = None
    most: float | None = None
    hint: str = ""
    """Shown when the key is missing although it must be there."""
    short: bool = False
    """A mere text in place of the Struct stands for this field of it."""
    idle: bool | tuple[str, ...] = False
    """Nothing is made of it yet, or of these of its words: who sets it is told so."""


class Shaped(msgspec.Struct, frozen=True):
    """One field of a Struct, taken apart."""

    attribute: str
    name: str
    """The key in the file: the attribute's name, unless the Struct renames it."""
    key: Key
    type: Any
    """Without `Annotated` and without `| None`."""
    required: bool
    default: Any
    """None when required."""


@functools.cache
def shape_of(struct: type[msgspec.Struct]) -> tuple[Shaped, ...]:
    """The fields that a Struct reads, in order: those with a `Key`."""
    hints = typing.get_type_hints(struct, include_extras=True)
    shaped = []
    for field in msgspec.structs.fields(struct):
        kind, *notes = get_args(hints[field.name]) or (hints[field.name],)
        key = next((note for note in notes if isinstance(note, Key)), None)
        if key is None:
            continue
        if get_origin(kind) in (Union, types.UnionType):
            (kind,) = (part for part in get_args(kind) if part is not types.NoneType)
        required = field.default is field.default_factory is msgspec.NODEFAULT
        default: Any = None
        if field.default_factory is not msgspec.NODEFAULT:
            default = typing.cast("Callable[[], Any]", field.default_factory)()
        elif not required:
            default = field.default
        shaped.append(Shaped(field.name, field.encode_name, key, kind, required, default))
    return tuple(shaped)


def read(
    mapping: front_matter.Mapping,
    struct: type[S],
    path: str,
    *,
    readers: Mapping[Any, TextReader] | None = None,
    report_unknown: bool = True,
) -> tuple[S | None, tuple[Problem, ...]]:
    """Fill `struct` from a mapping.

    Args:
        readers: For each type that is not read by itself, the function that makes it of a text.
        report_unknown: Warn of keys that the Struct does not have, with the nearest one it has.

    Returns:
        The Struct and everything that is wrong, in order of place. A field that is wrong has its
        default; the Struct is None only when a field without default is missing or wrong.
    """
    reading = _Reading(path, readers or {}, report_unknown)
    value = reading.struct(mapping, struct, "")
    whole = typing.cast("S | None", None if value is _WRONG else value)
    return whole, tuple(sorted(reading.problems, key=lambda problem: problem.line))


def unknown(mapping: front_matter.Mapping, struct: type[msgspec.Struct]) -> tuple[Field, ...]:
    """The fields of a mapping that `struct` does not have under any name."""
    known = _names(struct)
    return tuple(field for field in mapping.fields if field.key not in known)


def plain(node: Node) -> Any:
    """A node as text, list and dict, without its places."""
    if isinstance(node, Scalar):
        return "" if node.absent else node.text
    if isinstance(node, Items):
        return [plain(item) for item in node.nodes]
    return {field.key: plain(field.value) for field in node.fields}


def flat(node: Node, key: str) -> tuple[tuple[str, str], ...]:
    """A node's texts, each under its dotted key: {a: {b: x}} is ("a.b", "x")."""
    if isinstance(node, Scalar):
        return ((key, node.text),)
    if isinstance(node, Items):
        return tuple(pair for item in node.nodes for pair in flat(item, key))
    return tuple(
        pair for field in node.fields for pair in flat(field.value, f"{key}.{field.key}".strip("."))
    )


def _names(struct: type[msgspec.Struct]) -> tuple[str, ...]:
    """Every name that a key of `struct` is read under, canonical ones first."""
    shape = shape_of(struct)
    aliases = (alias for shaped in shape for alias in shaped.key.aliases)
    return (*(shaped.name for shaped in shape), *aliases)


class _Wrong:
    """Stands for a value that was wrong and has been reported."""


_WRONG = _Wrong()

_MOST = 100
"""Problems of one file that are named."""

_SHOWN = 20
"""Unknown keys of one mapping that are named; a file of thousands is no front matter of ours."""


class _Reading:
    """Walks nodes and types side by side and notes what is wrong."""

    def __init__(self, path: str, readers: Mapping[Any, TextReader], report_unknown: bool) -> None:
        self.problems: list[Problem] = []
        self._path = path
        self._readers = readers
        self._report_unknown = report_unknown

    def _note(
        self, at: Node | Field, message: str, hint: str = "", severity: Severity = "error"
    ) -> _Wrong:
        if len(self.problems) == _MOST:
            message, hint = "this file has more faults than are named", ""
        if len(self.problems) <= _MOST:
            self.problems.append(Problem(self._path, at.line, at.column, message, hint, severity))
        return _WRONG

    def struct(
        self, mapping: front_matter.Mapping, struct: type[msgspec.Struct], where: str
    ) -> object:
        """`struct` filled; `where` is the dotted path to it, for messages."""
        values: dict[str, object] = {}
        whole = True
        for shaped in shape_of(struct):
            field = self._find(mapping, shaped)
            name = f"{where}{shaped.name}"
            if field is None or (isinstance(field.value, Scalar) and field.value.absent):
                if shaped.required:
                    whole = False
                    self._note(field or mapping, f'"{name}" is missing', shaped.key.hint)
                continue
            value = self._value(field.value, shaped.type, shaped.key, name)
            if value is not _WRONG:
                values[shaped.attribute] = value
                self._warn_of_idle(field.value, value, shaped, name)
            elif shaped.required:
                whole = False
        if self._report_unknown:
            self._warn_of_unknown(unknown(mapping, struct), _names(struct), where)
        return struct(**values) if whole else _WRONG

    def _warn_of_idle(self, at: Node, value: object, shaped: Shaped, name: str) -> None:
        idle = shaped.key.idle
        if not idle or value == shaped.default:
            return
        message = "is accepted, but nothing is made of it yet"
        if isinstance(idle, tuple):
            named = value if isinstance(value, tuple) else (value,)
            for word in idle:
                if word in named:
                    self._note(at, f'"{word}" in "{name}" {message}', "", "warning")
        else:
            self._note(at, f'"{name}" {message}', "", "warning")

    def _warn_of_unknown(
        self, strangers: tuple[Field, ...], names: tuple[str, ...], where: str
    ) -> None:
        for field in strangers[:_SHOWN]:
            hint = did_you_mean(shortened(field.key), names)
            self._note(field, f'unknown key "{where}{shortened(field.key)}"', hint, "warning")
        if more := strangers[_SHOWN:]:
            message = f"{len(more):,} more unknown keys from here on"
            self._note(more[0], message, "", "warning")

    def _find(self, mapping: front_matter.Mapping, shaped: Shaped) -> Field | None:
        found = mapping.field(shaped.name)
        for alias in shaped.key.aliases:
            field = mapping.field(alias)
            if field is None:
                continue
            if found is None:
                found = field
                hint = f'rename it to "{shaped.name}"'
                self._note(field, f'"{alias}" is read as "{shaped.name}"', hint, "warning")
            else:
                message = f'"{alias}" means the same as "{found.key}" on line {found.line}'
                self._note(field, message, "keep one of them")
        return found

    def _value(self, node: Node, kind: Any, key: Key, name: str) -> object:
        origin = get_origin(kind)
        if kind is Any:
            return plain(node)
        if origin is tuple:
            return self._tuple(node, get_args(kind)[0], key, name)
        if origin is dict:
            return self._dict(node, get_args(kind)[1], key, name)
        if isinstance(kind, type) and issubclass(kind, msgspec.Struct) and not self._reads(kind):
            return self._struct_value(node, kind, name)
        if not isinstance(node, Scalar):
            found = "a list" if isinstance(node, Items) else "a mapping"
            hint = key.example and f"such as: {_last(name)}: {key.example}"
            if self._reads(kind):
                hint += "; in quotation marks if it begins with [ or {"
            return self._note(node, f'"{name}" takes {_noun(kind)}, found {found}', hint)
        return self._scalar(node, kind, key, name)

    def _reads(self, kind: Any) -> bool:
        return kind in self._readers

    def _scalar(self, node: Scalar, kind: Any, key: Key, name: str) -> object:
        text = tidy(node.text)
        try:
            if kind in self._readers:
                return self._readers[kind](text)
            if kind is str:
                return key.check(text) if key.check else text
            if kind is bool:
                return boolean(text)
            if kind in (int, float):
                return number(text, kind, key.least, key.most)
            return option(text, get_args(kind))
        except ValueError as error:
            message = getattr(error, "message", str(error))
            hint = getattr(error, "hint", "")
            return self._note(node, f'"{name}": {message}', hint)

    def _tuple(self, node: Node, kind: Any, key: Key, name: str) -> object:
        """A list; one value alone is a list of one, a text between commas one of several."""
        nodes: tuple[Node, ...] = (node,)
        if isinstance(node, Items):
            nodes = node.nodes
        elif isinstance(node, Scalar) and node.style == "plain" and not _is_struct(kind):
            nodes = tuple(
                Scalar(text, node.line, node.column + offset)
                for text, offset in items_between_commas(node.text)
            )
        values = [
            self._value(item, kind, key, f"{name}[{number}]" if len(nodes) > 1 else name)
            for number, item in enumerate(nodes, 1)
            if not (isinstance(item, Scalar) and item.text.strip() == "")
        ]
        return tuple(dict.fromkeys(value for value in values if value is not _WRONG))

    def _dict(self, node: Node, kind: Any, key: Key, name: str) -> object:
        if not isinstance(node, front_matter.Mapping):
            hint = key.example and f"such as: {key.example}"
            return self._note(node, f'"{name}" takes lines of "key: value"', hint)
        values = {
            field.key: self._value(field.value, kind, key, f"{name}.{shortened(field.key)}")
            for field in node.fields
        }
        return {entry: value for entry, value in values.items() if value is not _WRONG}

    def _struct_value(self, node: Node, kind: type[msgspec.Struct], name: str) -> object:
        if isinstance(node, front_matter.Mapping):
            return self.struct(node, kind, f"{name}.")
        short = next((shaped for shaped in shape_of(kind) if shaped.key.short), None)
        if isinstance(node, Scalar) and short is not None:
            field = Field(short.name, node, node.line, node.column)
            mapping = front_matter.Mapping((field,), node.line, node.column)
            return self.struct(mapping, kind, f"{name}.")
        found = "a list" if isinstance(node, Items) else "text"
        keys = ", ".join(shaped.name for shaped in shape_of(kind))
        return self._note(node, f'"{name}" takes keys with values, found {found}', f"keys: {keys}")


def _is_struct(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, msgspec.Struct)


def _last(name: str) -> str:
    return name.rpartition(".")[2]


def _noun(kind: Any) -> str:
    nouns = {bool: '"true" or "false"', int: "a whole number", float: "a number", str: "text"}
    return nouns.get(kind, "one word" if get_args(kind) else "text")
