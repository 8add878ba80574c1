"""Lines of JSON that programs hand to a command."""

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, BinaryIO

import click
import msgspec

from generator.cli.terminal import Terminal, terminal
from generator.errors import Problem

if TYPE_CHECKING:
    from generator.dates import EventDate
    from generator.model import Article

Shape = Mapping[str, bool]
"""The keys of a record that hold text, and whether they must be there."""

DATED: Shape = {"id": True, "text": True, "dct": False}
"""A text and the day it was published."""


class Record(msgspec.Struct, frozen=True):
    """One line of the input."""

    line: int
    value: dict[str, Any]
    path: str = "-"


def records(file: BinaryIO, shape: Shape, problems: list[Problem]) -> Iterator[Record]:
    """The records of a file; a line that is none becomes a problem and is left out."""
    name = getattr(file, "name", None)
    path = name if isinstance(name, str) and name != "<stdin>" else "-"
    for number, line in enumerate(file, 1):
        if not line.strip():
            continue
        try:
            value = msgspec.json.decode(line.lstrip(b"\xef\xbb\xbf") if number == 1 else line)
        except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
            message = f"this line is no JSON: {error}"
            problems.append(Problem(path, number, 0, message, "write one JSON object a line"))
            continue
        record = Record(number, value, path) if isinstance(value, dict) else None
        wrong = _wrong(value, shape) if record else "this line is no JSON object"
        if record is None or wrong:
            problems.append(Problem(path, number, 0, wrong, f"expected the keys {_keys(shape)}"))
        else:
            yield record


def _wrong(value: Mapping[str, Any], shape: Shape) -> str:
    for key, needed in shape.items():
        if value.get(key) is None:
            if needed:
                return f'the key "{key}" is missing'
        elif not isinstance(value[key], str):
            return f'the value of "{key}" is no text'
    return ""


def _keys(shape: Shape) -> str:
    return ", ".join(key if needed else f"{key} (if known)" for key, needed in shape.items())


def refuse(record: Record, message: str, hint: str = "") -> Problem:
    """A problem of a record as a whole."""
    return Problem(record.path, record.line, 0, message, hint)


def day_of(text: str | None) -> "EventDate | None":
    """A day of publication as programs write it, its time of day left out.

    Raises:
        DateError: it is no date.
    """
    from generator.dates import read_date

    if not text:
        return None
    return read_date(text[:10] if text[10:11] in ("T", " ") else text)


def articles_from(
    file: BinaryIO, problems: list[Problem], dated_by: str = "dct"
) -> "Iterator[Article]":
    """Clean articles, as the lines of a file hold them."""
    from generator.dates import DateError
    from generator.model import Article

    shape = {"id": True, "text": True, "title": False, dated_by: False}
    for record in records(file, shape, problems):
        value = record.value
        try:
            published = day_of(value.get(dated_by))
        except DateError as error:
            problems.append(refuse(record, error.message, error.hint))
            continue
        yield Article(
            id=value["id"],
            path=value["id"],
            title=value.get("title") or "",
            text=value["text"],
            published=published,
        )


def tell(problems: Iterable[Problem]) -> None:
    """Print problems to standard error; with an error among them, the command has failed."""
    found = sorted(problems)
    Terminal(terminal().quiet).problems(found)
    if any(problem.severity == "error" for problem in found):
        click.get_current_context().exit(1)
