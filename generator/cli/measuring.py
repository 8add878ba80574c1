"""Where the time of a command went."""

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from generator.cli.terminal import Terminal
from generator.errors import BackstoryError, Problem

if TYPE_CHECKING:
    import cProfile

    from generator.build.timings import Timings

_MOST_FUNCTIONS = 20
_PACKAGE = Path(__file__).parent.parent


def tell_timings(timings: "Timings", speaker: Terminal) -> None:
    """The slowest steps, as a table for people or an event each for programs."""
    rows = timings.slowest()
    if speaker.form == "jsonl":
        for row in rows:
            fields = msgspec.structs.asdict(row)
            fields |= {"seconds": round(row.seconds, 4), "share": round(row.share, 4)}
            speaker.event({"event": "timing", **fields})
        return
    speaker.say(f"\n{'step':28} {'seconds':>8} {'share':>6} {'values':>9} {'stored':>9}")
    for row in rows:
        counts = f"{row.values:9,} {row.stored:9,}" if row.values else ""
        speaker.say(f"{row.step:28} {row.seconds:8.2f} {row.share:6.0%} {counts}".rstrip())


class Function(msgspec.Struct, frozen=True):
    """What a function of ours cost under the profiler."""

    function: str
    path: str
    line: int
    calls: int
    seconds: float
    """With the functions that it called."""
    own: float
    """Without them."""


@contextmanager
def profiled(path: Path) -> Iterator[list[Function]]:
    """Write a profile of what runs.

    Yields:
        What will be, when it has run, the functions of ours that took the most time.

    Raises:
        BackstoryError: the profile cannot be written.
    """
    import cProfile

    profile = cProfile.Profile()
    functions: list[Function] = []
    profile.enable()
    try:
        yield functions
    finally:
        profile.disable()
    try:
        profile.dump_stats(path)
    except OSError as error:
        message = f"the profile cannot be written: {error.strerror}"
        raise BackstoryError([Problem(str(path), 0, 0, message, "name another file")]) from error
    functions.extend(_slowest(profile))


def _slowest(profile: "cProfile.Profile") -> list[Function]:
    from pstats import Stats

    stats: dict[tuple[str, int, str], tuple[int, int, float, float, object]]
    stats = Stats(profile).stats  # type: ignore[attr-defined]  # not in its type hints
    prefix = f"{_PACKAGE}{os.sep}"
    ours = [
        Function(name, Path(file).relative_to(_PACKAGE).as_posix(), line, calls, whole, own)
        for (file, line, name), (_, calls, own, whole, _) in stats.items()
        if file.startswith(prefix)
    ]
    ours.sort(key=lambda item: (-item.seconds, item.path, item.line))
    return ours[:_MOST_FUNCTIONS]


def tell_functions(functions: Sequence[Function], speaker: Terminal) -> None:
    """The functions of a profile, as a table for people or an event each for programs."""
    if speaker.form == "jsonl":
        for item in functions:
            speaker.event({"event": "profile", **msgspec.structs.asdict(item)})
        return
    speaker.say(f"\n{'seconds':>8} {'alone':>8} {'calls':>9}  function")
    for item in functions:
        place = f"{item.function}  {item.path}:{item.line}"
        speaker.say(f"{item.seconds:8.2f} {item.own:8.2f} {item.calls:9,}  {place}")
