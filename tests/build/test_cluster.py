"""A cluster gives the same site. Its scheduler and workers here are processes of this machine."""

import shutil
import socket
import sys
import warnings
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.build.cluster import Cluster, scheduler_address
from generator.build.version import code_version
from generator.errors import BackstoryError

from .conftest import ARTICLE, Run, Write, tree


@pytest.fixture(scope="module")
def scheduler() -> Iterator[str]:
    """The address of a scheduler with two workers."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from distributed import LocalCluster

        with LocalCluster(
            n_workers=2, threads_per_worker=1, dashboard_address=None, silence_logs=50
        ) as started:
            yield started.scheduler_address.replace("tcp", "dask")


def test_a_cluster_gives_the_same_site(
    site: Path, tmp_path: Path, run: Run, write: Write, scheduler: str
) -> None:
    for number in range(24):
        write(f"seeds/{number}.txt", ARTICLE.replace("Westhaven", f"Haven {number}"))
    other = tmp_path / "other"
    shutil.copytree(site, other)
    run(jobs=1)
    run(site=other, jobs=1, executor=scheduler)
    assert tree(site / "public") == tree(other / "public")


def test_every_worker_takes_part(scheduler: str) -> None:
    joined = Cluster(scheduler)
    assert joined.slots == 2
    joined.close()


def test_other_code_is_refused(scheduler: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.build.cluster.code_version", VersionHere(code_version()))
    with pytest.raises(BackstoryError, match=r"other code than here runs on tcp://.*the scheduler"):
        Cluster(scheduler)


class VersionHere:
    """Says one version here and, once it was sent, another there."""

    def __init__(self, version: str) -> None:
        self.version = version

    def __call__(self, **_: object) -> str:
        return self.version

    def __reduce__(self) -> tuple[type, tuple[str]]:
        return VersionHere, ("another",)


def test_workers_without_backstory_are_refused(
    scheduler: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generator.build.cluster.code_version", Unknown())
    with pytest.raises(BackstoryError, match=r"cannot run Backstory.*No module named 'nowhere'"):
        Cluster(scheduler)


class Unknown:
    """Cannot be made where it is sent to, as a function of a module that is not there."""

    def __call__(self) -> str:
        return ""

    def __reduce__(self) -> tuple[object, tuple[str]]:
        return __import__, ("nowhere",)


def test_a_scheduler_that_is_not_there_is_a_message() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))  # a port on which nobody listens
        url = f"dask://127.0.0.1:{taken.getsockname()[1]}"
        with pytest.raises(BackstoryError, match=f"{url}: no scheduler answers here"):
            Cluster(url, patience=0.5)


def test_dask_that_is_not_installed_is_a_message(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(BackstoryError, match=r"install 'backstory\[cluster\]'"):
        Cluster("dask://127.0.0.1")


@pytest.mark.parametrize(
    ("url", "address"),
    [
        ("dask://big.example:8786", "tcp://big.example:8786"),
        ("dask://10.0.0.7", "tcp://10.0.0.7:8786"),
        ("dask://[::1]:9000", "tcp://[::1]:9000"),
    ],
)
def test_addresses(url: str, address: str) -> None:
    assert scheduler_address(url) == address


@pytest.mark.parametrize(
    "url", ["", "dask://", "big.example:8786", "tcp://a:1", "dask://a:99999", "dask://a/b"]
)
def test_no_addresses(url: str) -> None:
    with pytest.raises(ValueError, match="expected dask://HOST:PORT"):
        scheduler_address(url)
