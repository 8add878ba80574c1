"""How a build tells what it is doing: a bar, plain lines, events for programs, or nothing."""

import sys
import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol, TextIO

if TYPE_CHECKING:
    from rich.progress import Progress as RichProgress


class Progress(Protocol):
    """What a step tells while it works; every method may be a no-op."""

    def start(self, step: str, total: int = 0) -> None:
        """A step begins that will deal with `total` things, 0 if nobody counts them."""

    def stored(self, count: int) -> None:
        """So many of the step's things need not be computed: the store has them."""

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

    def start(self, step: str, total: int = 0) -> None: ...

    def stored(self, count: int) -> None: ...

    def advance(self) -> None: ...

    def finish(self) -> None: ...

    def note(self, text: str) -> None: ...

    def close(self) -> None: ...


class Lines(Quiet):
    """A line for each step of some length, for logs.

    Args:
        write: takes one line.
        least: steps that compute fewer things than this are not worth a line.
    """

    def __init__(self, write: Callable[[str], None], least: int = 100) -> None:
        self._write = write
        self._least = least
        self._step = ""
        self._left = 0

    def start(self, step: str, total: int = 0) -> None:
        self._step, self._left = step, total

    def stored(self, count: int) -> None:
        self._left -= count

    def advance(self) -> None:
        if self._step and self._left >= self._least:
            self._write(f"{self._step}: {self._left:,} …")
        self._step = ""

    def note(self, text: str) -> None:
        self._write(text)


class Events(Quiet):
    """One value for each event, for programs."""

    def __init__(self, write: Callable[[dict[str, object]], None]) -> None:
        self._write = write

    def start(self, step: str, total: int = 0) -> None:
        self._write({"event": "step", "step": step, "total": total})

    def note(self, text: str) -> None:
        self._write({"event": "note", "message": text})


class Bar:
    """A bar with counts and the time left, on a terminal, for steps that take their time.

    Args:
        stream: the terminal; standard error by default.
        after: seconds from which a step is worth a bar.
        clock: seconds, from any beginning.
    """

    def __init__(
        self,
        stream: TextIO | None = None,
        after: float = 0.5,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._stream = stream or sys.stderr
        self._after = after
        self._clock = clock
        self._bar: RichProgress | None = None
        self._step = ""
        self._total = 0
        self._done = 0
        self._began = 0.0

    def start(self, step: str, total: int = 0) -> None:
        self._step, self._total, self._done = step, total, 0
        self._began = self._clock()

    def stored(self, count: int) -> None:
        self._total -= count

    def advance(self) -> None:
        self._done += 1
        if self._bar is not None:
            self._bar.advance(self._bar.task_ids[-1])
        elif self._done < self._total and self._clock() - self._began >= self._after:
            self._bar = self._started()

    def _started(self) -> "RichProgress":
        from rich.console import Console
        from rich.progress import (
            BarColumn,
            MofNCompleteColumn,
            Progress,
            TextColumn,
            TimeRemainingColumn,
        )

        bar = Progress(
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            TimeRemainingColumn(),
            console=Console(file=self._stream),
            transient=True,
        )
        bar.add_task(self._step, total=self._total, completed=self._done)
        bar.start()
        return bar

    def finish(self) -> None:
        # The bar's thread ends with it: a process of several threads cannot fork its workers.
        if self._bar is not None:
            self._bar.stop()
            self._bar = None

    def note(self, text: str) -> None:
        if self._bar is not None:
            self._bar.console.print(text, markup=False, highlight=False)
        else:
            self._stream.write(text + "\n")

    def close(self) -> None:
        self.finish()
