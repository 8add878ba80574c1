"""An event from outside, made into an entry: what all formats of events have in common."""

from collections.abc import Iterable
from typing import Any

import msgspec

from generator.config import Config
from generator.entries.editor import read_entry
from generator.errors import Problem, did_you_mean
from generator.importing.entry_files import entry_path, write_entry
from generator.importing.rows import Row
from generator.model import Entry, Source


class Event(msgspec.Struct, frozen=True):
    """An entry that was read from a record of a file."""

    entry: Entry
    path: str
    line: int
    column: int
    named: bool = False
    """Whether the document itself gives the id; otherwise it is the slug, and follows it."""


Result = tuple[tuple[Event, ...], tuple[Problem, ...]]
"""The events that a document holds, and what was wrong with the document."""


def checked(event: Event, config: Config) -> tuple[Event | None, tuple[Problem, ...]]:
    """The event as the site will read it from its file, and what it will find wrong with it.

    What an editor's file may not say, a record may not either: the same rules hold for both, and
    the problems are told at the record's place. An error costs the event.
    """
    path = entry_path(config.content, event.entry.date, event.entry.slug)
    text = write_entry(event.entry, event.entry.slug)
    read, problems = read_entry(Source(path, text.encode("utf-8", "replace")), config)
    told = tuple(
        Problem(event.path, event.line, event.column, item.message, item.hint, item.severity)
        for item in problems
    )
    if read is None or any(problem.severity == "error" for problem in told):
        return None, told
    return event, told


def unknown_columns(
    names: Iterable[str], known: Iterable[str], path: str, at: Row | None
) -> tuple[Problem, ...]:
    """A warning for each column or key that no event of this format has, once a file."""
    line, column = (at.line, at.column) if at else (1, 0)
    listed = list(known)
    return tuple(
        Problem(
            path,
            line,
            column,
            f'unknown column "{name}": not imported',
            did_you_mean(name, listed),
            "warning",
        )
        for name in dict.fromkeys(names)
        if name and name not in listed
    )


def texts_of(value: Any) -> tuple[str, ...]:
    """A list of texts, or a text alone, as texts."""
    items = value if isinstance(value, list) else [value]
    return tuple(
        str(item).strip()
        for item in items
        if isinstance(item, (str, int, float)) and str(item).strip()
    )
