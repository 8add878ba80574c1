"""How long each step of a build took, and how much of it the store spared."""

import time
from collections.abc import Callable

import msgspec

from generator.build.progress import Progress


class Took(msgspec.Struct, frozen=True):
    """The time of one step."""

    step: str
    seconds: float
    """Of the wall clock, without those of the steps within it."""
    share: float
    """Of the whole run, from 0 to 1."""
    values: int
    """How many things it dealt with; 0 where nobody counts them."""
    stored: int
    """How many of these the store had."""


class _Running:
    def __init__(self, step: str, total: int, began: float) -> None:
        self.step = step
        self.values = total
        self.stored = 0
        self.began = began
        self.within = 0.0
        """Seconds of the steps within this one."""


class Timings:
    """A `Progress` that notes how long its steps take, and tells another of them.

    Args:
        progress: what shows the steps meanwhile.
        clock: seconds, from any beginning.
    """

    def __init__(self, progress: Progress, clock: Callable[[], float] = time.perf_counter) -> None:
        self._progress = progress
        self._clock = clock
        self._began = clock()
        self._running: list[_Running] = []
        self._ended: dict[str, tuple[float, int, int]] = {}

    def start(self, step: str, total: int = 0) -> None:
        self._progress.start(step, total)
        self._running.append(_Running(step, total, self._clock()))

    def stored(self, count: int) -> None:
        self._progress.stored(count)
        if self._running:
            self._running[-1].stored += count

    def advance(self) -> None:
        self._progress.advance()

    def finish(self) -> None:
        self._progress.finish()
        ended = self._running.pop()
        seconds = self._clock() - ended.began
        if self._running:
            self._running[-1].within += seconds
        before = self._ended.get(ended.step, (0.0, 0, 0))
        now = (seconds - ended.within, ended.values, ended.stored)
        self._ended[ended.step] = (before[0] + now[0], before[1] + now[1], before[2] + now[2])

    def note(self, text: str) -> None:
        self._progress.note(text)

    def close(self) -> None:
        self._progress.close()

    def slowest(self, most: int = 12) -> tuple[Took, ...]:
        """The steps since the beginning, slowest first; the last is all that belongs to none."""
        whole = self._clock() - self._began
        steps = sorted(self._ended.items(), key=lambda item: (-item[1][0], item[0]))[:most]
        rest = whole - sum(seconds for _, (seconds, _, _) in steps)
        rows = [*steps, ("Everything else", (rest, 0, 0))]
        return tuple(
            Took(step, seconds, seconds / whole if whole else 0.0, values, stored)
            for step, (seconds, values, stored) in rows
        )
