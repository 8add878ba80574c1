"""A limit to the time that a function may work.

What counts is the processor's time, not the clock's: on a busy machine a document takes longer,
but it is no worse for that.

In the main thread the system's own timer ends the work, even inside a pattern that backtracks.
Elsewhere, and on Windows, a second thread watches and has the interpreter raise; there the work
ends with the next step of Python code.
"""

import signal
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

Value = TypeVar("Value")


class _Expired(BaseException):
    """Not an `Exception`, so that no library takes it for a fault of its own."""


def within(seconds: float, work: Callable[[], Value], otherwise: Value) -> Value:
    """What `work` returns, or `otherwise` when it takes more processor time than `seconds`.

    Args:
        seconds: 0 for no limit.
    """
    if seconds <= 0:
        return work()
    try:
        with _alarm(seconds) if _has_alarm() else _watch(seconds):
            return work()
    except _Expired:
        return otherwise


def _has_alarm() -> bool:
    """Whether the system's timer is there and nobody else uses it."""
    return (
        hasattr(signal, "setitimer")
        and threading.current_thread() is threading.main_thread()
        and signal.getsignal(signal.SIGPROF) == signal.SIG_DFL
        and signal.getitimer(signal.ITIMER_PROF)[0] == 0
    )


@contextmanager
def _alarm(seconds: float) -> Iterator[None]:
    over = False

    def expire(*_: object) -> None:
        if not over:
            raise _Expired

    signal.signal(signal.SIGPROF, expire)
    try:
        signal.setitimer(signal.ITIMER_PROF, seconds)
        yield
    finally:
        # A signal that came before this line may be handled after it; `expire` then does nothing.
        over = True
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, signal.SIG_DFL)


@contextmanager
def _watch(seconds: float) -> Iterator[None]:
    import ctypes

    worker = ctypes.c_ulong(threading.get_ident())
    raise_in = ctypes.pythonapi.PyThreadState_SetAsyncExc
    lock = threading.Lock()
    over = threading.Event()
    started = time.process_time()

    def look() -> None:
        # The whole process's time is at least the worker's, so that no limit is missed; the
        # other threads of a server hardly work.
        left = seconds
        while not over.wait(max(left, 0.001)):
            left = seconds - (time.process_time() - started)
            if left <= 0:
                with lock:
                    if not over.is_set():
                        raise_in(worker, ctypes.py_object(_Expired))
                return

    watcher = threading.Thread(target=look, name="time limit", daemon=True)
    watcher.start()
    try:
        yield
    finally:
        with lock:
            over.set()
        # What was raised but has not arrived is taken back: nothing may reach the code after this.
        raise_in(worker, None)
        watcher.join()
