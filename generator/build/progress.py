"""How a build tells what it is doing: a bar, plain lines, events for programs, or nothing."""

import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol, TextIO

if TYPE_CHECKING:
    from rich.progress import Progress as RichProgress


class Progress(Protocol):
    """What a step tells while it works; every method may be a no-op."""

    def start(self, step: str, total: int) -> None:
        """A step begins that will deal with `total` things."""

    def advance(self) -> None:
        """One more thing of the step is done."""

    def finish(self) -> None:
        """The step has ended."""

    def note(self, text: str) -> None:
        """Something that the user may want to know, a line."""

    def close(self) -> None:
        """Nothing more is coming; leave the terminal as it was."""


class Quiet:
    """Says nothing."""

    def start(self, step: str, total: int) -> None: ...

    def advance(self) -> None: ...

    def finish(self) -> None: ...

    def note(self, text: str) -> None: ...

    def close(self) -> None: ...


class Lines(Quiet):
    """A line for each step of some length, for logs.

    Args:
        write: takes one line.
        least: steps with fewer things than this are not worth a line.
    """

    def __init__(self, write: Callable[[str], None], least: int = 100) -> None:
        self._write = write
        self._least = least

    def start(self, step: str, total: int) -> None:
        if total >= self._least:
            self._write(f"{step}: {total:,} …")

    def note(self, text: str) -> None:
        self._write(text)


class Events(Quiet):
    """One value for each event, for programs."""

    def __init__(self, write: Callable[[dict[str, object]], None]) -> None:
        self._write = write

    def start(self, step: str, total: int) -> None:
        self._write({"event": "step", "step": step, "total": total})

    def note(self, text: str) -> None:
        self._write({"event": "note", "message": text})


class Bar:
    """A bar with counts and the time left, on a terminal. Short steps show none."""

    def __init__(self, stream: TextIO | None = None, least: int = 40) -> None:
        self._stream = stream or sys.stderr
        self._least = least
        self._bar: RichProgress | None = None
        self._shown = False

    def _started(self) -> "RichProgress":
        if self._bar is None:
            from rich.console import Console
            from rich.progress import (
                BarColumn,
                MofNCompleteColumn,
                Progress,
                TextColumn,
                TimeRemainingColumn,
            )

            self._bar = Progress(
                TextColumn("{task.description}"),
                BarColumn(),
                MofNCompleteColumn(),
                TimeRemainingColumn(),
                console=Console(file=self._stream),
                transient=True,
            )
            self._bar.start()
        return self._bar

    def start(self, step: str, total: int) -> None:
        self._shown = total >= self._least
        if self._shown:
            self._started().add_task(step, total=total)

    def advance(self) -> None:
        if self._shown and self._bar is not None:
            self._bar.advance(self._bar.task_ids[-1])

    def finish(self) -> None:
        if self._shown and self._bar is not None:
            self._bar.remove_task(self._bar.task_ids[-1])
        self._shown = False

    def note(self, text: str) -> None:
        if self._bar is not None:
            self._bar.console.print(text, markup=False, highlight=False)
        else:
            self._stream.write(text + "\n")

    def close(self) -> None:
        if self._bar is not None:
            self._bar.stop()
            self._bar = None
