"""Articles from tables: CSV and its kind, one article a row."""

import csv
import io
from collections.abc import Iterator
from contextlib import contextmanager

import msgspec

from generator.articles import records
from generator.articles.reader import Hints, Reader, Result
from generator.articles.records import Kind, Record
from generator.decoding import decode
from generator.errors import Problem, did_you_mean
from generator.model import Source

COLUMN = Kind("table", lambda column: f'column "{column}"')
_DELIMITERS = ",;\t|"
_MOST_FAULTS = 100
"""Faulty rows after which the rest is left."""
_MOST_COLUMNS = 1000
_BREAKS = (b"\xe2\x80\xa8", b"\xe2\x80\xa9", b"\xc2\x85")
"""What `decode` takes for line breaks; in a table no row ends there."""


class Row(msgspec.Struct, frozen=True):
    line: int
    cells: list[str]
    open_quote: bool = False
    """It runs to the end of the file because a quotation mark is not closed."""


def read(source: Source, hints: Hints) -> Result:
    """One article for each row of a table whose first row names the columns."""
    path = source.path
    data = source.data
    for mark in _BREAKS:
        data = data.replace(mark, b" ")
    text, decoding = decode(data, path, hints.encoding)
    problems = list(decoding)
    if not text.strip():
        hint = "delete it, or write a first row that names the columns"
        return (), (*problems, Problem(path, 0, 0, "the file is empty", hint))
    with _long_cells(len(text)):
        rows = _rows(text, _delimiter(text, path))
        header = next(rows, Row(1, []))
        names = [name.strip() for name in header.cells]
        if records.events_here(names):
            return (), (*problems, records.refused_events(path, header.line))
        if wrong := _wrong_header(names):
            message, hint = wrong
            return (), (*problems, Problem(path, header.line, 1, message, hint))
        for name in sorted({name for name in names if name and names.count(name) > 1}):
            message = f'two columns are named "{name[:60]}"'
            place = (path, header.line, 1)
            problems.append(Problem(*place, message, "the last one is used", "warning"))
        told = _records(path, rows, names, hints, problems)
        return records.articles(path, told, COLUMN, hints, problems)


def _wrong_header(names: list[str]) -> tuple[str, str] | None:
    if len(names) > _MOST_COLUMNS:
        return f"the first row has {len(names):,} cells", f"expected {_MOST_COLUMNS} at most"
    known = {name for name in map(records.name_of, names) if name}
    if known & {"text", "summary"}:
        return None
    message = "the first row names no column for the text of articles"
    near = [did_you_mean(name, ("text", "body", "content")) for name in names if len(name) < 100]
    hint = next(filter(None, near), "")
    return message, hint or "expected a row such as title,published,byline,url,text"


def _delimiter(text: str, path: str) -> str:
    """What parts the cells of the first row, outside quotation marks."""
    first = text.lstrip("\n").split("\n", 1)[0]
    outside = "".join(first.split('"')[::2])
    if path.lower().removesuffix(".gz").endswith(".tsv") and "\t" in outside:
        return "\t"
    return max(_DELIMITERS, key=outside.count)


@contextmanager
def _long_cells(longest: int) -> Iterator[None]:
    """Let cells be longer than the 131,072 characters that the module allows."""
    before = csv.field_size_limit(max(longest, 1))
    try:
        yield
    finally:
        csv.field_size_limit(before)


def _rows(text: str, delimiter: str) -> Iterator[Row]:
    """The rows that hold anything, with the line where each begins."""
    lines = io.StringIO(text, newline="").readlines()
    first = 0
    reopened = 0
    while first < len(lines):
        reader = csv.reader(lines[first:], delimiter=delimiter)
        start = first
        before = 0
        for cells in reader:
            line, before = before, reader.line_num
            cut = before == len(lines) - start and before - line > 1
            if cut and reopened < _MOST_FAULTS and _is_open(lines[start + line :]):
                yield Row(start + line + 1, cells, open_quote=True)
                first = start + line + 1
                reopened += 1
                break
            if any(cell.strip() for cell in cells):
                yield Row(start + line + 1, cells)
        else:
            return


def _is_open(lines: list[str]) -> bool:
    return sum(line.count('"') for line in lines) % 2 == 1


def _records(
    path: str, rows: Iterator[Row], names: list[str], hints: Hints, problems: list[Problem]
) -> Iterator[Record]:
    faults = 0

    def fault(line: int, message: str, hint: str) -> None:
        problems.append(Problem(path, line, 1, message, hint))

    for row in rows:
        if row.open_quote:
            message = "a quotation mark that opens in this row is not closed"
            fault(row.line, message, 'close it, or write "" for a mark within a text')
        elif len(row.cells) > len(names) and any(cell.strip() for cell in row.cells[len(names) :]):
            message = f"this row has {len(row.cells)} cells, and the first row {len(names)}"
            fault(row.line, message, "put a text that holds the separator in quotation marks")
        elif len(row.cells) < len(names) and len(row.cells) == 1:
            message = f"this row has one cell, and the first row {len(names)}"
            fault(row.line, message, "put a text that holds line breaks in quotation marks")
        elif sum(map(len, row.cells)) > hints.max_bytes:
            message = f"this row is longer than {hints.max_bytes:,} characters"
            fault(row.line, message, "split it, or raise max_document in site.yaml")
        else:
            yield Record(row.line, dict(zip(names, row.cells, strict=False)), 1)
            continue
        faults += 1
        if faults == _MOST_FAULTS:
            fault(row.line, "too many rows are faulty, so the rest is not read", "mend these first")
            return


def _sniff(path: str, head: bytes) -> float:
    if path.endswith((".csv", ".tsv")):
        return 0.95
    if not path.endswith((".txt", ".text")):
        return 0.0
    first = head.lstrip(b"\xef\xbb\xbf\r\n").split(b"\n", 1)[0].decode("utf-8", "replace")
    names = [name.strip(' "\r') for name in first.split(_delimiter(first, path))]
    known = {records.name_of(name) for name in names} - {""}
    # A first row of nothing but names of columns, the text's among them.
    return 0.7 if {"text", "title"} <= known and all(map(records.name_of, names)) else 0.0


READER = Reader("table", _sniff, read, collection=True)
