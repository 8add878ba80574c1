"""Run pure functions over many values, in this process or by one executor, the results in order."""

import gc
import multiprocessing
import os
import signal
import sys
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import chain, islice
from typing import Generic, Protocol, TypeVar

import msgspec

from generator.errors import BackstoryError, Problem

Value = TypeVar("Value")
Result = TypeVar("Result")

_BATCH_SECONDS = 0.1
"""What a batch should take: a hundred times what sending it takes, and short enough that at the end
of a step no process waits long for the last one."""
_MOST_IN_BATCH = 256
_STARTED_PAYS = 3
"""With the processes there already, a third as many values are worth sending to them."""
_SPAWNED_PAYS = 8
"""Where processes cannot be forked each imports everything anew, for more than a second."""
_MOST_PROCESSES = 61
"""What Windows can wait for at once."""


def processors() -> int:
    """How many processors this process may use."""
    count = len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count()
    return count or 1


class Force(Protocol):
    """An executor that is at work, with what we must know of it."""

    executor: Executor
    slots: int
    """How many functions it calls at once."""

    def result(self, future: Future[Result]) -> Result:
        """Wait for a result.

        Raises:
            BackstoryError: it will never come.
        """

    def close(self) -> None:
        """End it; what it has not begun is dropped."""


class Workers:
    """Where the steps of one build are computed: all by one executor, which starts when it pays.

    Args:
        jobs: processes of this machine; 0 for as many as there are processors.
        cluster: the address of a scheduler, as `cluster.Cluster` takes it; "" for this machine.
    """

    def __init__(self, jobs: int = 0, cluster: str = "") -> None:
        self._jobs = jobs or processors()
        self._cluster = cluster
        self._force: Force | None = None
        self._here: Workers | None = None

    @property
    def here(self) -> "Workers":
        """The workers of this machine, for functions that read its files."""
        if not self._cluster:
            return self
        if self._here is None:
            self._here = Workers(self._jobs)
        return self._here

    def map(
        self, function: Callable[[Value], Result], values: Iterable[Value], *, pays_from: int
    ) -> Iterator[Result]:
        """The results of `function` for each of `values`, in their order.

        No more values are taken, and no more results kept, than keep the workers busy.

        Args:
            function: importable by name, a pure function.
            pays_from: with fewer values than this, processes that are forked cost more than they
                save.

        Raises:
            BackstoryError: from the function; or a process was killed, by want of memory for one;
                or the cluster cannot be used.
        """
        given = iter(values)
        least = max(1, self._least(pays_from))
        first = list(islice(given, least))
        if len(first) < least or (self._jobs < 2 and not self._cluster):
            yield from map(function, chain(first, given))
            return
        force = self._start()
        size = max(1, min(16, pays_from // (4 * force.slots)))
        values = chain(first, given)
        waiting: deque[Future[_Done[Result] | _Refused]] = deque()
        try:
            while batch := list(islice(values, size)):
                waiting.append(force.executor.submit(_work, function, batch))
                if len(waiting) > 2 * force.slots:
                    done = _accepted(force.result(waiting.popleft()))
                    size = done.next_size()
                    yield from done.results
            while waiting:
                yield from _accepted(force.result(waiting.popleft())).results
        finally:
            for future in waiting:
                future.cancel()

    def _least(self, pays_from: int) -> int:
        """How many values are worth the executor, as it is now."""
        if self._force is not None:
            return pays_from // _STARTED_PAYS
        spawned = not self._cluster and _context().get_start_method() == "spawn"
        return pays_from * (_SPAWNED_PAYS if spawned else 1)

    def _start(self) -> "Force":
        if self._force is None and self._cluster:
            from generator.build.cluster import Cluster

            self._force = Cluster(self._cluster)
        elif self._force is None:
            self._force = _Processes(min(self._jobs, _MOST_PROCESSES))
        return self._force

    def close(self) -> None:
        """End the processes that were started; what they have not begun is dropped."""
        force, self._force = self._force, None
        if force is not None:
            force.close()
        if self._here is not None:
            self._here.close()

    def __enter__(self) -> "Workers":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


class _Done(msgspec.Struct, Generic[Result], frozen=True):
    """The results of a batch, and the seconds that it took."""

    results: list[Result]
    seconds: float

    def next_size(self) -> int:
        """How many values make a batch of a good length."""
        fitting = len(self.results) * _BATCH_SECONDS / max(self.seconds, 1e-6)
        return max(1, min(_MOST_IN_BATCH, 2 * len(self.results), int(fitting)))


class _Refused(msgspec.Struct, frozen=True):
    """What is wrong with a value: data, since an error raised far away would be logged there."""

    problems: tuple[Problem, ...]


def _work(function: Callable[[Value], Result], batch: list[Value]) -> "_Done[Result] | _Refused":
    began = time.perf_counter()
    try:
        results = [function(value) for value in batch]
    except BackstoryError as error:
        return _Refused(error.problems)
    return _Done(results, time.perf_counter() - began)


def _accepted(done: "_Done[Result] | _Refused") -> "_Done[Result]":
    if isinstance(done, _Refused):
        raise BackstoryError(done.problems)
    return done


class _Processes:
    """Processes of this machine."""

    def __init__(self, slots: int) -> None:
        self.slots = slots
        self.executor: Executor = ProcessPoolExecutor(
            slots, mp_context=_context(), initializer=_prepare_process
        )

    def result(self, future: Future[Result]) -> Result:
        try:
            return future.result()
        except BrokenProcessPool as error:
            message = "a worker process was killed: this machine may be short of memory"
            raise BackstoryError([Problem("", 0, 0, message, "try --jobs 1")]) from error

    def close(self) -> None:
        self.executor.shutdown(cancel_futures=True)


def _context() -> multiprocessing.context.BaseContext:
    # A fork starts at once and shares what is loaded, but only a process of one thread may do it:
    # where there are more, a process that has loaded the same is forked instead.
    if sys.platform != "linux":
        return multiprocessing.get_context("spawn")
    if threading.active_count() == 1:
        return multiprocessing.get_context("fork")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["generator.build.pipeline", "generator.site.templates"])
    return context


def _prepare_process() -> None:
    """Leave interrupts to the parent; what was its memory is never searched for garbage here."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.freeze()
    gc.enable()
