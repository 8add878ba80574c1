"""Front matter and site.yaml: YAML read with the line and column of every key and value.

Scalars stay as they are written. YAML itself would make `1984` a number, `-0043` the number -35,
`no` a falsehood and `2020-02-30` a crash; here each is text until a typed field asks for more
(`generator.fields`). What could make a small file mean a great deal is refused: anchors, aliases,
tags and deep nesting.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import TYPE_CHECKING, Literal, TypeAlias

import msgspec

from generator.errors import Problem
from generator.field_text import shortened
from generator.yaml_faults import explain, unquoted

if TYPE_CHECKING:
    import yaml

MAX_DEPTH = 12
MAX_CHARACTERS = 1_000_000
MAX_NODES = 100_000
MAX_PROBLEMS = 50

_UNPRINTABLE = re.compile(
    "[^\t\n\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)
_FENCE = re.compile(r"---[ \t]*$")
_END = re.compile(r"^(?:---|\.\.\.)[ \t]*$", re.MULTILINE)

Style = Literal["plain", "single", "double", "literal", "folded"]
_STYLES: dict[str | None, Style] = {"'": "single", '"': "double", "|": "literal", ">": "folded"}


class Scalar(msgspec.Struct, frozen=True):
    """A value as written, without its quotation marks."""

    text: str
    line: int
    column: int
    style: Style = "plain"

    @property
    def absent(self) -> bool:
        """Whether the key was left empty: nothing, `~` or `null`, and not in quotation marks."""
        return self.style == "plain" and self.text in ("", "~", "null")


class Items(msgspec.Struct, frozen=True):
    """A list."""

    nodes: "tuple[Node, ...]"
    line: int
    column: int


class Mapping(msgspec.Struct, frozen=True):
    fields: "tuple[Field, ...]"
    line: int
    column: int

    def field(self, key: str) -> "Field | None":
        """The field of that key, or None."""
        return next((field for field in self.fields if field.key == key), None)


Node: TypeAlias = Scalar | Items | Mapping


class Field(msgspec.Struct, frozen=True):
    """One `key: value`, with the place of the key; the value knows its own."""

    key: str
    value: Node
    line: int
    column: int


class Document(msgspec.Struct, frozen=True):
    """A file's fields and what follows them."""

    path: str
    fields: tuple[Field, ...] = ()
    body: str = ""
    """The text behind the closing fence, line ends as "\\n"."""
    body_line: int = 1
    """The 1-based line in the file on which `body` begins."""
    problems: tuple[Problem, ...] = ()
    fenced: bool = False
    """Whether the file opens with front matter at all."""
    complete: bool = True
    """False when YAML could not be read to its end: a key may be missing only because of that."""

    @property
    def mapping(self) -> Mapping:
        """All fields as one mapping that begins where the first of them does."""
        line, column = (self.fields[0].line, self.fields[0].column) if self.fields else (1, 1)
        return Mapping(self.fields, line, column)

    def field(self, key: str) -> Field | None:
        """The field of that key, or None."""
        return self.mapping.field(key)


def read(text: str, path: str) -> Document:
    """Read a Markdown file: YAML between two lines of `---`, then the body.

    A file that does not begin with `---` is all body. A byte order mark and CRLF line ends are
    taken in stride. Whatever is wrong is in the document's `problems`; nothing is raised.
    """
    text = _normalise(text)
    first, _, rest = text.partition("\n")
    if not _FENCE.match(first):
        return Document(path, body=text, problems=_toml(first, path))
    end = _END.search(rest)
    if end is None:
        problem = Problem(
            path,
            1,
            1,
            'the front matter that opens here with "---" is never closed',
            'write a line "---" behind the last field',
        )
        return Document(
            path, body="", body_line=2, problems=(problem,), fenced=True, complete=False
        )
    block = rest[: end.start()]
    body = rest[end.end() + 1 :]
    fields, problems, complete = _compose(block, path, 1)
    body_line = 3 + block.count("\n")
    return Document(path, fields, body, body_line, problems, True, complete)


def read_yaml(text: str, path: str) -> Document:
    """Read a file that is YAML from its first line to its last, such as site.yaml."""
    fields, problems, complete = _compose(_normalise(text), path, 0)
    return Document(path, fields, problems=problems, complete=complete)


def _normalise(text: str) -> str:
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def _toml(first: str, path: str) -> tuple[Problem, ...]:
    if first.rstrip() != "+++":
        return ()
    message = 'front matter between "+++" (TOML) is not read'
    return (Problem(path, 1, 1, message, 'write YAML between two lines of "---"'),)


class _YamlError(Exception):
    """Ends the reading of a block at one place, with what is wrong there."""

    def __init__(self, index: int, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.index = index
        self.message = message
        self.hint = hint


class _Places:
    """Turns a character's index in a block into its line and column in the file.

    PyYAML's own line numbers count U+2028 and U+0085 as line ends, which no editor does.
    """

    def __init__(self, block: str, lines_before: int) -> None:
        self._starts = [0, *(match.end() for match in re.finditer("\n", block))]
        self._lines_before = lines_before

    def __call__(self, index: int) -> tuple[int, int]:
        line = bisect_right(self._starts, index)
        return line + self._lines_before, index - self._starts[line - 1] + 1


class _Open(msgspec.Struct):
    """A list or mapping whose end has not come yet."""

    place: tuple[int, int]
    is_mapping: bool
    nodes: list[Node] = []
    fields: dict[str, Field] = {}
    key: Scalar | None = None


def _compose(
    block: str, path: str, lines_before: int
) -> tuple[tuple[Field, ...], tuple[Problem, ...], bool]:
    """Fields of a YAML mapping, what is wrong with it, and whether it was read to its end."""
    places = _Places(block, lines_before)
    if refused := _unreadable(block):
        line, column = places(refused.index)
        return (), (Problem(path, line, column, refused.message, refused.hint),), False
    problems: list[Problem] = []
    root = _Open((lines_before + 1, 1), is_mapping=False)
    stack = [root]
    complete = True
    fields: tuple[Field, ...] = ()
    try:
        _build(block, stack, places, path, problems)
    except _YamlError as refusal:
        line, column = places(refusal.index)
        problems.append(Problem(path, line, column, refusal.message, refusal.hint))
        complete = False
        known = stack[1].fields.values() if len(stack) > 1 else ()
        fields = tuple(field for field in known if field.line < line)
    for node in root.nodes[:1] if complete else ():
        if isinstance(node, Mapping):
            fields = node.fields
        elif not (isinstance(node, Scalar) and node.absent):
            what = "a list" if isinstance(node, Items) else "text"
            message = f'expected lines of "key: value", found {what}'
            problems.append(
                Problem(path, node.line, node.column, message, "such as: title: A title")
            )
            complete = False
    return fields, tuple(problems), complete


def _unreadable(block: str) -> _YamlError | None:
    if len(block) > MAX_CHARACTERS:
        return _YamlError(0, f"longer than {MAX_CHARACTERS:,} characters", "move text to the body")
    if match := _UNPRINTABLE.search(block):
        code = ord(match[0])
        hint = "remove it" if code < 0x20 else "remove it, or save the file as UTF-8"
        return _YamlError(match.start(), f"the character U+{code:04X} cannot stand here", hint)
    return None


def _build(
    block: str, stack: list[_Open], places: _Places, path: str, problems: list[Problem]
) -> None:
    """Grow the nodes of `block` on `stack`, whose first element takes the root."""
    import yaml

    documents = 0
    for count, event in enumerate(_events(block)):
        index = event.start_mark.index if event.start_mark else 0
        if count > MAX_NODES:
            raise _YamlError(index, f"more than {MAX_NODES:,} values")
        if isinstance(event, yaml.DocumentStartEvent):
            documents += 1
            if documents > 1:
                raise _YamlError(index, 'a second YAML document begins here with "---"', "keep one")
        elif isinstance(event, yaml.AliasEvent):
            raise _YamlError(*unquoted(block, index, "*"))
        elif isinstance(event, yaml.ScalarEvent):
            _no_anchor_or_tag(event, block, index)
            scalar = Scalar(event.value, *places(index), _STYLES.get(event.style, "plain"))
            _add(stack[-1], scalar, path, problems)
            if len(problems) >= MAX_PROBLEMS:
                raise _YamlError(index, "this file has too many faults to go on")
        elif isinstance(event, yaml.CollectionStartEvent):
            _no_anchor_or_tag(event, block, index)
            if len(stack) > MAX_DEPTH:
                raise _YamlError(index, f"nested more than {MAX_DEPTH} levels deep")
            stack.append(_Open(places(index), isinstance(event, yaml.MappingStartEvent)))
        elif isinstance(event, yaml.CollectionEndEvent):
            done = stack.pop()
            node: Node = (
                Mapping(tuple(done.fields.values()), *done.place)
                if done.is_mapping
                else Items(tuple(done.nodes), *done.place)
            )
            _add(stack[-1], node, path, problems)


def _no_anchor_or_tag(
    event: "yaml.ScalarEvent | yaml.CollectionStartEvent", block: str, index: int
) -> None:
    if event.anchor is not None:
        raise _YamlError(*unquoted(block, index, "&"))
    if event.tag is not None and event.tag != "tag:yaml.org,2002:str":
        raise _YamlError(*unquoted(block, index, "!"))


def _add(parent: _Open, node: Node, path: str, problems: list[Problem]) -> None:
    if not parent.is_mapping:
        parent.nodes.append(node)
    elif parent.key is None:
        if isinstance(node, Scalar):
            parent.key = node
            return
        message = "a list or a mapping cannot be a key"
        problems.append(Problem(path, node.line, node.column, message, "quote it if it is text"))
        parent.key = Scalar("", node.line, node.column)
    else:
        key, parent.key = parent.key, None
        if key.text in parent.fields:
            first = parent.fields[key.text]
            message = (
                f'"{shortened(key.text)}" is here a second time; the first is on line {first.line}'
            )
            problems.append(Problem(path, key.line, key.column, message, "keep one of them"))
        else:
            parent.fields[key.text] = Field(key.text, node, key.line, key.column)


def _events(block: str) -> Iterator["yaml.Event"]:
    """PyYAML's events of `block`; its errors as `_YamlError`."""
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        yield from yaml.parse(block, Loader=loader)
    except yaml.MarkedYAMLError as error:
        raise _YamlError(*explain(error, block)) from None
    except yaml.YAMLError as error:
        raise _YamlError(0, f"not valid YAML: {error}".splitlines()[0]) from None
