"""Run one function over many values, in this process or in a pool, the results in order."""

import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import TypeVar

from generator.errors import BackstoryError, Problem

Value = TypeVar("Value")
Result = TypeVar("Result")


def processors() -> int:
    """How many processors this process may use."""
    count = len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count()
    return count or 1


def in_order(
    function: Callable[[Value], Result],
    values: Sequence[Value],
    *,
    jobs: int,
    pays_from: int,
) -> Iterator[Result]:
    """The results of `function` for each of `values`, in their order.

    Args:
        function: importable by name, a pure function.
        jobs: processes; 0 for as many as there are processors.
        pays_from: with fewer values than this a pool costs more than it saves.

    Raises:
        BackstoryError: a process of the pool was killed, by want of memory for one.
    """
    workers = min(jobs or processors(), max(1, 2 * len(values) // max(1, pays_from)))
    if workers < 2 or len(values) < pays_from:
        yield from map(function, values)
        return
    batch = max(1, min(64, len(values) // (workers * 4)))
    with ProcessPoolExecutor(
        workers, mp_context=_context(), initializer=_leave_interrupts_to_the_parent
    ) as pool:
        try:
            yield from pool.map(function, values, chunksize=batch)
        except BrokenProcessPool as error:
            message = "a worker process was killed: this machine may be short of memory"
            raise BackstoryError([Problem("", 0, 0, message, "try --jobs 1")]) from error
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise


def _context() -> multiprocessing.context.BaseContext:
    # A fork starts at once and shares what is loaded, but only a process of one thread may do it.
    if sys.platform == "linux" and threading.active_count() == 1:
        return multiprocessing.get_context("fork")
    return multiprocessing.get_context("spawn")


def _leave_interrupts_to_the_parent() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
