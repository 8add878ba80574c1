"""The rows of a table or of a JSON file, each value with its place."""

import json
import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import msgspec

from generator.errors import Problem

_BLANK = re.compile(r"[ \t\r\n]*")
_MOST_PROBLEMS = 100


class Row(msgspec.Struct, frozen=True):
    """One record: its values by key, and where they stand."""

    values: Mapping[str, Any]
    line: int
    column: int
    places: Mapping[str, tuple[int, int]] = {}
    """Line and column of each value of a table; a JSON record has its own place only."""

    def place(self, key: str) -> tuple[int, int]:
        """Line and column of a value, or of the record."""
        return self.places.get(key, (self.line, self.column))

    def text(self, key: str) -> str:
        """A value as text without space around it; "" when it is not there."""
        value = self.values.get(key)
        if value is None or isinstance(value, (list, dict)):
            return ""
        if isinstance(value, bool):
            return "true" if value else "false"
        if isinstance(value, float) and value.is_integer():
            value = int(value)
        return str(value).strip()


class Records(msgspec.Struct, frozen=True):
    """The rows of a file under the name of the list that they stand in, and what is beside them."""

    rows: Mapping[str, tuple[Row, ...]]
    rest: Mapping[str, Any] = {}
    columns: tuple[str, ...] = ()
    """Of a table, as its head names them."""
    problems: tuple[Problem, ...] = ()


def read_table(text: str, path: str) -> Records:
    """The rows of a table with a head, between commas, semicolons or tabs (RFC 4180)."""
    text = text.removeprefix("\ufeff")
    lines = _cells(text, _delimiter(text))
    head = next(lines, [])
    columns = tuple(cell[0].strip() for cell in head)
    problems: list[Problem] = []
    rows = []
    for cells in lines:
        if not any(cell[0].strip() for cell in cells):
            continue
        if len(cells) > len(columns) and any(cell[0].strip() for cell in cells[len(columns) :]):
            _, line, column = cells[len(columns)]
            message = f"this row has {len(cells)} cells, the head has {len(columns)}"
            hint = "put the text that holds a comma between quotation marks"
            problems.append(Problem(path, line, column, message, hint))
            continue
        named = dict(zip(columns, cells, strict=False))
        rows.append(
            Row(
                {key: cell[0] for key, cell in named.items()},
                *cells[0][1:],
                {key: cell[1:] for key, cell in named.items()},
            )
        )
    return Records({"events": tuple(rows)}, columns=columns, problems=_few(problems))


def read_json(text: str, path: str) -> Records:
    """The objects in the lists of a JSON object, those of a list, or that of each line (JSONL)."""
    text = text.removeprefix("\ufeff")
    places = _Places(text)
    problems: list[Problem] = []
    rows: dict[str, tuple[Row, ...]] = {}
    rest: dict[str, Any] = {}
    start = _blank(text, 0)
    try:
        if text[start : start + 1] == "[":
            rows["events"], _ = _objects(text, start, places, path, problems)
        elif _is_lines(text, start):
            rows["events"] = tuple(_lines(text, path, problems))
        else:
            at = _expect(text, start, "{")
            while text[at : at + 1] != "}":
                key, at = _DECODER.raw_decode(text, at)
                at = _expect(text, _blank(text, at), ":")
                if text[at : at + 1] == "[" and key in ("events", "eras"):
                    rows[key], at = _objects(text, at, places, path, problems)
                else:
                    rest[str(key)], at = _DECODER.raw_decode(text, at)
                at = _blank(text, at)
                if text[at : at + 1] != "}":
                    at = _expect(text, at, ",")
    except json.JSONDecodeError as error:
        line, column = places(error.pos)
        problems.append(Problem(path, line, column, f"not valid JSON: {error.msg}", "mend it here"))
    except RecursionError:
        problems.append(Problem(path, 0, 0, "this JSON is nested too deep to be read"))
    return Records(rows, rest, problems=_few(problems))


_DECODER = json.JSONDecoder()


class _Places:
    """Line and column of an offset."""

    def __init__(self, text: str) -> None:
        self._starts = [0, *(match.end() for match in re.finditer("\n", text))]

    def __call__(self, offset: int) -> tuple[int, int]:
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1


def _blank(text: str, at: int) -> int:
    found = _BLANK.match(text, at)
    return found.end() if found else at


def _expect(text: str, at: int, mark: str) -> int:
    """The offset behind `mark` and the space after it."""
    if text[at : at + 1] != mark:
        raise json.JSONDecodeError(f'expected "{mark}"', text, at)
    return _blank(text, at + 1)


def _is_lines(text: str, start: int) -> bool:
    """Whether there is one whole object on the first line and another below."""
    line, _, below = text[start:].partition("\n")
    if not line.startswith("{"):
        return False
    try:
        first = json.loads(line)
    except (ValueError, RecursionError):
        return False
    return bool(below.strip()) or not any(isinstance(first.get(key), list) for key in ("events",))


def _lines(text: str, path: str, problems: list[Problem]) -> Iterator[Row]:
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            value = json.loads(line)
        except json.JSONDecodeError as error:
            message = f"not valid JSON: {error.msg}"
            problems.append(Problem(path, number, error.colno, message, "one object a line"))
            continue
        except RecursionError:
            problems.append(Problem(path, number, 1, "this JSON is nested too deep to be read"))
            continue
        if isinstance(value, dict):
            yield Row(value, number, 1)
        else:
            problems.append(_no_object(path, (number, 1)))


def _objects(
    text: str, start: int, places: _Places, path: str, problems: list[Problem]
) -> tuple[tuple[Row, ...], int]:
    """The objects of the list that begins at `start`, and the offset behind it."""
    rows = []
    at = _expect(text, start, "[")
    while text[at : at + 1] != "]":
        value, end = _DECODER.raw_decode(text, at)
        if isinstance(value, dict):
            rows.append(Row(value, *places(at)))
        else:
            problems.append(_no_object(path, places(at)))
        at = _blank(text, end)
        if text[at : at + 1] != "]":
            at = _expect(text, at, ",")
    return tuple(rows), at + 1


def _no_object(path: str, place: tuple[int, int]) -> Problem:
    message = "expected an object with the keys of an event"
    return Problem(path, *place, message, 'such as {"date": "1994", "title": "…"}')


def _delimiter(text: str) -> str:
    head = re.sub(r'"[^"]*"', "", text[:4096].lstrip("\r\n").partition("\n")[0])
    return max(",;\t", key=lambda mark: (head.count(mark), mark == ","))


def _cells(text: str, delimiter: str) -> Iterator[list[tuple[str, int, int]]]:
    """The cells of each row, with line and column."""
    plain = re.compile(rf"[^{re.escape(delimiter)}\r\n]*")
    quoted = re.compile(r'[ ]*"((?:[^"]+|"")*+)(?:"|\Z)')
    at, line, begins = 0, 1, 0
    row: list[tuple[str, int, int]] = []
    while at < len(text):
        column = at - begins + 1
        if found := quoted.match(text, at):
            row.append((found[1].replace('""', '"'), line, column))
            breaks = found[0].count("\n")
            if breaks:
                line += breaks
                begins = at + found[0].rindex("\n") + 1
            at = found.end()
            # What stands behind a closing quotation mark belongs to no cell.
            at = _end(plain, text, at)
        else:
            end = _end(plain, text, at)
            row.append((text[at:end], line, column))
            at = end
        if text[at : at + 1] == delimiter:
            at += 1
            if at < len(text) and text[at] not in "\r\n":
                continue
            row.append(("", line, at - begins + 1))
        yield row
        row = []
        at += 2 if text.startswith("\r\n", at) else 1
        line += 1
        begins = at


def _end(pattern: re.Pattern[str], text: str, at: int) -> int:
    found = pattern.match(text, at)
    return found.end() if found else at


def _few(problems: Sequence[Problem]) -> tuple[Problem, ...]:
    """The first of the problems: a file of thousands is no table of ours."""
    if len(problems) <= _MOST_PROBLEMS:
        return tuple(problems)
    more = len(problems) - _MOST_PROBLEMS
    last = problems[_MOST_PROBLEMS]
    message = f"{more:,} more faults from here on"
    return (*problems[:_MOST_PROBLEMS], Problem(last.path, last.line, last.column, message))
