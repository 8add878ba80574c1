import os

import pytest

from generator.build.jobs import in_order
from generator.errors import BackstoryError


def square(number: int) -> int:
    return number * number


def process(_: int) -> int:
    return os.getpid()


def die(_: int) -> int:
    os._exit(9)


@pytest.mark.parametrize("jobs", [1, 3])
def test_results_come_in_the_order_of_the_values(jobs: int) -> None:
    found = list(in_order(square, range(50), jobs=jobs, pays_from=10))
    assert found == [number * number for number in range(50)]


def test_few_values_stay_in_this_process() -> None:
    assert set(in_order(process, range(9), jobs=4, pays_from=10)) == {os.getpid()}


def test_many_values_go_to_others() -> None:
    assert os.getpid() not in set(in_order(process, range(20), jobs=2, pays_from=10))


def test_a_worker_that_is_killed_is_a_message() -> None:
    with pytest.raises(BackstoryError, match="try --jobs 1"):
        list(in_order(die, range(20), jobs=2, pays_from=10))
