"""A Dask cluster as an executor, for archives that one machine takes too long to read.

Needs the optional extra `cluster`. The scheduler and every worker must run this same program: other
code could give other results, and they call our functions by their names.
"""

import logging
import sys
import time
import warnings
from concurrent.futures import CancelledError, Executor, Future
from concurrent.futures import TimeoutError as NotYet
from typing import TYPE_CHECKING, NoReturn, TypeVar
from urllib.parse import urlsplit

from generator import __version__
from generator.build.version import code_version
from generator.errors import BackstoryError, Problem

if TYPE_CHECKING:
    from distributed import Client

Result = TypeVar("Result")

SCHEME = "dask"
_PORT = 8786
"""What a Dask scheduler listens on unless told otherwise."""
_PATIENCE = 10.0
"""Seconds in which a scheduler must answer and have its first worker, and in which a cluster that
has lost its last worker must have another."""


def scheduler_address(url: str) -> str:
    """What Dask calls the scheduler that `url` (``dask://HOST:PORT``) names.

    Raises:
        ValueError: it names none; the message says what is expected.
    """
    expected = f"expected {SCHEME}://HOST:PORT"
    try:
        parts = urlsplit(url)
        host, port = parts.hostname, parts.port or _PORT
    except ValueError as error:
        raise ValueError(f"{url!r} is no address of a scheduler: {expected}") from error
    rest = (parts.path.strip("/"), parts.query, parts.fragment, parts.username)
    if parts.scheme != SCHEME or not host or any(rest):
        raise ValueError(f"{url!r} is no address of a scheduler: {expected}")
    return f"tcp://[{host}]:{port}" if ":" in host else f"tcp://{host}:{port}"


class Cluster:
    """The workers of a Dask scheduler.

    Args:
        url: as `scheduler_address` takes it.
        patience: seconds.

    Raises:
        BackstoryError: the scheduler does not answer, has no worker, or runs other code than ours.
    """

    def __init__(self, url: str, patience: float = _PATIENCE) -> None:
        self._url = url
        self._patience = patience
        self._client = self._connect()
        try:
            self._check()
            self.slots = sum(self._client.nthreads().values())
        except BaseException:
            self._client.close()
            raise
        self.executor: Executor = self._client.get_executor(pure=False)

    def _connect(self) -> "Client":
        try:
            import dask
            from distributed import Client
        except ImportError as error:
            message = "Dask is not installed"
            hint = "install it: python -m pip install 'backstory[cluster]'"
            raise BackstoryError([Problem(self._url, 0, 0, message, hint)]) from error
        # What goes wrong there is told here, once, in our own words.
        for name in ("distributed", *logging.root.manager.loggerDict):
            if name.startswith("distributed"):
                logging.getLogger(name).setLevel(logging.CRITICAL)
        # A batch may hold some long documents.
        dask.config.set({"distributed.admin.large-graph-warning-threshold": "1GB"})
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")  # `_check` is stricter about versions
                client = Client(
                    scheduler_address(self._url), timeout=self._patience, set_as_default=False
                )
        except (OSError, ValueError) as error:
            message = f"no scheduler answers here ({error})"
            self._refuse(message, "check the address, and that `dask scheduler` runs there", error)
        try:
            client.wait_for_workers(1, timeout=self._patience)
        except NotYet as error:
            client.close()
            self._refuse("the scheduler has no worker", "start one: dask worker", error)
        return client

    def _check(self) -> None:
        """Refuse a cluster whose code is not ours."""
        ours = code_version()
        try:
            found = self._client.run(code_version)
            found["the scheduler"] = self._client.run_on_scheduler(code_version)
        except Exception as error:  # whatever their Python has to say about a module of another day
            message = f"the scheduler or a worker cannot run Backstory ({_short(error)})"
            hint = f"install backstory=={__version__} on all of them, or use one image"
            self._refuse(message, hint, error)
        others = sorted(name for name, code in found.items() if code != ours)
        if others:
            python = ".".join(map(str, sys.version_info[:3]))
            message = f"other code than here runs on {', '.join(others)}"
            hint = (
                f"have Backstory {__version__}, Python {python} and the libraries of "
                "requirements.lock on all of them, or use one image"
            )
            self._refuse(message, hint)

    def _refuse(self, message: str, hint: str, error: Exception | None = None) -> NoReturn:
        raise BackstoryError([Problem(self._url, 0, 0, message, hint)]) from error

    def result(self, future: Future[Result]) -> Result:
        """Wait for a result, as long as there is a worker that may bring it."""
        from distributed import KilledWorker

        alone_since: float | None = None
        while True:
            try:
                return future.result(timeout=self._patience / 4)
            except NotYet:
                if self._client.status == "running" and self._client.nthreads():
                    alone_since = None
                    continue
                alone_since = alone_since or time.monotonic()
                if time.monotonic() - alone_since > self._patience:
                    self._refuse("the cluster has lost its last worker", "see its logs")
            except KilledWorker as error:
                message = "documents have killed several workers: they may be short of memory"
                self._refuse(message, "give each worker more, or use fewer at a time", error)
            except (CancelledError, OSError) as error:
                self._refuse("the cluster was lost", "see the scheduler's log", error)

    def close(self) -> None:
        """Leave the cluster; its workers go on for others."""
        self._client.close()


def _short(error: Exception) -> str:
    return str(error).strip().splitlines()[-1] if str(error).strip() else type(error).__name__
