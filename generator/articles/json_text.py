"""JSON with the place of every record, where one faulty record costs only itself.

The records of a list are decoded one by one, so that each keeps its line; where one is broken, the
next is looked for behind the brackets that it opened.
"""

import json
import re
from collections.abc import Iterator
from typing import Any

import msgspec

from generator.errors import Problem

_SPACE = re.compile(r"[ \t\n\r]*")
_TOKEN = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*(?:"|\\?\Z)|[\[\]{},]', re.DOTALL)
MOST_FAULTS = 100
"""Broken records after which the rest of a file is left: it is no JSON."""
LISTS = ("articles", "items", "documents", "records", "posts", "data", "results", "docs")
"""Keys of an object under which its records are, the most telling first."""


class Figure(str):
    """A number as it is written: nothing is reckoned with here, and none is too long to be kept."""

    __slots__ = ()


class Found(msgspec.Struct, frozen=True):
    """A value of the file and where it begins."""

    line: int
    column: int
    value: Any
    size: int
    """Characters of the file."""
    duplicates: tuple[str, ...] = ()
    """Keys that stand in an object twice; the last one counts."""


class Whole(msgspec.Struct, frozen=True):
    """A JSON file: its records, and what the object around them says."""

    records: tuple[Found, ...]
    head: dict[str, Any]
    listed: bool
    """The records stood in a list; otherwise the one is the file itself."""


class Reader:
    """A cursor over a JSON text that knows its line."""

    def __init__(self, text: str, path: str, problems: list[Problem]) -> None:
        self.text = text
        self.path = path
        self.problems = problems
        self.at = 0
        self._line = 1
        self._counted = 0
        self._break = -1
        self._duplicates: list[str] = []
        self._decoder = json.JSONDecoder(
            object_pairs_hook=self._pairs,
            parse_int=Figure,
            parse_float=Figure,
            parse_constant=lambda _: None,
            strict=False,
        )

    def _pairs(self, pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        found = dict(pairs)
        if len(found) < len(pairs):
            names = [name for name, _ in pairs]
            self._duplicates.extend(name for name in found if names.count(name) > 1)
        return found

    def place(self, at: int) -> tuple[int, int]:
        """Line and column of an offset; offsets are asked for in rising order."""
        if at < self._counted:
            self._line, self._counted, self._break = 1, 0, -1
        if breaks := self.text.count("\n", self._counted, at):
            self._line += breaks
            self._break = self.text.rfind("\n", self._counted, at)
        self._counted = at
        return self._line, at - self._break

    def space(self) -> str:
        """Skip white space; the next character, or "" at the end."""
        match = _SPACE.match(self.text, self.at)
        assert match is not None
        self.at = match.end()
        return self.text[self.at : self.at + 1]

    def value(self) -> Found | None:
        """The value at the cursor; None, and a problem, where it is broken."""
        start = self.at
        line, column = self.place(start)
        self._duplicates = []
        try:
            value, self.at = self._decoder.raw_decode(self.text, start)
        except json.JSONDecodeError as error:
            self.refuse(error.msg[:1].lower() + error.msg[1:], error.pos)
        except RecursionError:
            self.refuse("lists or objects are nested too deep", start)
        else:
            return Found(line, column, value, self.at - start, tuple(self._duplicates))
        self._skip(start)
        return None

    def refuse(self, what: str, at: int) -> None:
        """Say what is wrong at an offset."""
        line, column = self.place(min(at, len(self.text)))
        message = f"this is no JSON: {what}"
        hint = "this record is left out; mend it here"
        self.problems.append(Problem(self.path, line, column, message, hint))

    def _skip(self, start: int) -> None:
        """Put the cursor behind the broken value that begins at `start`."""
        depth = 0
        for match in _TOKEN.finditer(self.text, start):
            mark = match[0]
            if mark in "[{":
                depth += 1
            elif mark in "]}":
                depth -= 1
                if depth <= 0:
                    self.at = match.end() if depth == 0 else match.start()
                    return
            elif mark == "," and depth == 0:
                self.at = match.start()
                return
        self.at = len(self.text)

    def elements(self) -> Iterator[Found]:
        """The elements of the list at the cursor."""
        self.at += 1
        yield from self.sequence("]")
        if self.text[self.at - 1 : self.at] != "]" and self.at >= len(self.text):
            line, column = self.place(len(self.text))
            message = "the list is not closed: the file ends too early"
            hint = "download the file again; what is there was read"
            self.problems.append(Problem(self.path, line, column, message, hint))

    def sequence(self, closing: str = "") -> Iterator[Found]:
        """Values one after the other, with or without commas, until `closing` or the end."""
        faults = 0
        while (mark := self.space()) not in ("", closing):
            before = self.at
            found = self.value() if mark != "," else None
            if found is not None:
                yield found
            elif mark != ",":
                faults += 1
                if faults == MOST_FAULTS:
                    self.refuse("too much is broken, so the rest is not read", self.at)
                    self.at = len(self.text)
                    return
            if self.at == before:
                self.at += 1
        if mark:
            self.at += 1


def read(text: str, path: str, problems: list[Problem]) -> Whole:
    """The records of a JSON file: a list, the list in an object, or objects one after another."""
    reader = Reader(text, path, problems)
    mark = reader.space()
    if mark == "[":
        return Whole(tuple(reader.elements()), {}, True)
    start = reader.at
    if mark == "{" and (found := _of_object(reader)) is not None:
        return found
    reader.at = start
    return Whole(tuple(reader.sequence()), {}, False)


def _of_object(reader: Reader) -> Whole | None:
    """The list of an object and its other keys; None where it holds no such list."""
    head: dict[str, Any] = {}
    lists: dict[str, tuple[Found, ...]] = {}
    problems = len(reader.problems)
    reader.at += 1
    while (mark := reader.space()) not in ("", "}"):
        if mark == ",":
            reader.at += 1
            continue
        key = reader.value() if mark == '"' else None
        if key is None or reader.space() != ":":
            break
        reader.at += 1
        opens = reader.space()
        if key.value in LISTS and opens == "[":
            lists[key.value] = tuple(reader.elements())
            continue
        before = reader.at
        found = reader.value()
        if found is not None:
            head[key.value] = found.value
        if reader.at == before:
            break
    # The records are a list of objects: an article may have "data" or "items" of its own.
    for name in LISTS:
        if name in lists and (
            not lists[name] or any(isinstance(f.value, dict) for f in lists[name])
        ):
            return Whole(lists[name], head, True)
    del reader.problems[problems:]
    return None


def lines(text: str, path: str, problems: list[Problem]) -> Iterator[Found]:
    """The values of a file with one JSON value a line."""
    faults = 0
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        wrong: list[Problem] = []
        reader = Reader(line, path, wrong)
        reader.space()
        found = reader.value()
        if found is not None and reader.space():
            reader.refuse("more stands behind the value", reader.at)
            found = None
        problems.extend(msgspec.structs.replace(problem, line=number) for problem in wrong)
        faults += bool(wrong)
        if found is not None:
            yield msgspec.structs.replace(found, line=number)
        if faults == MOST_FAULTS:
            message = "too many lines are broken, so the rest is not read"
            problems.append(Problem(path, number, 0, message, "write one JSON object a line"))
            return
