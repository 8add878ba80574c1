import itertools
import os
from collections.abc import Iterator
from multiprocessing import get_context

import pytest

from generator.build import jobs
from generator.build.jobs import Workers
from generator.errors import BackstoryError, Problem


@pytest.fixture
def workers(monkeypatch: pytest.MonkeyPatch) -> Iterator[Workers]:
    """Two processes, as dear as on Linux however they are started here."""
    monkeypatch.setattr(jobs, "_SPAWNED_PAYS", 1)
    with Workers(2) as started:
        yield started


def square(number: int) -> int:
    return number * number


def process(_: int) -> int:
    return os.getpid()


def die(_: int) -> int:
    os._exit(9)


def refuse(number: int) -> int:
    if number == 17:
        raise BackstoryError([Problem("a.md", number, 2, "no such day", "correct it")])
    return number


@pytest.mark.parametrize("processes", [1, 2])
def test_results_come_in_the_order_of_the_values(processes: int) -> None:
    with Workers(processes) as workers:
        found = list(workers.map(square, range(500), pays_from=10))
    assert found == [number * number for number in range(500)]


def test_few_values_stay_in_this_process(workers: Workers) -> None:
    assert set(workers.map(process, range(9), pays_from=10)) == {os.getpid()}
    assert list(workers.map(process, [], pays_from=10)) == []


def test_one_executor_serves_every_step(workers: Workers) -> None:
    first = set(workers.map(process, range(100), pays_from=10))
    second = set(workers.map(process, range(100), pays_from=10))
    assert os.getpid() not in first | second
    assert len(first | second) <= 2


def test_fewer_values_pay_once_it_has_started(workers: Workers) -> None:
    assert set(workers.map(process, range(9), pays_from=12)) == {os.getpid()}
    list(workers.map(process, range(12), pays_from=12))
    assert os.getpid() not in set(workers.map(process, range(9), pays_from=12))


def test_processes_that_import_everything_anew_need_more_values(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(jobs, "_context", lambda: get_context("spawn"))
    with Workers(2) as workers:
        assert set(workers.map(process, range(79), pays_from=10)) == {os.getpid()}


def test_no_more_values_are_taken_than_keep_the_workers_busy(workers: Workers) -> None:
    """However many values come, few are held: here they never end."""
    taken = itertools.count()
    results = workers.map(square, taken, pays_from=8)
    assert [next(results) for _ in range(20)] == [number * number for number in range(20)]
    assert next(taken) < 200
    results.close()  # type: ignore[attr-defined]  # it is a generator


def test_a_worker_that_is_killed_is_a_message(workers: Workers) -> None:
    with pytest.raises(BackstoryError, match="try --jobs 1"):
        list(workers.map(die, range(20), pays_from=10))


def test_what_a_function_refuses_comes_as_it_was(workers: Workers) -> None:
    with pytest.raises(BackstoryError) as caught:
        list(workers.map(refuse, range(100), pays_from=10))
    assert str(caught.value) == "a.md:17:2: no such day (correct it)"
