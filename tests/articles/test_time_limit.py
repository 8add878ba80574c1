"""No document takes all the time there is."""

import re
import signal
import threading
from collections.abc import Callable

import pytest

from generator.articles import Hints, read, time_limit
from generator.articles.reader import Reader, Result
from generator.model import Source

SHORT = 0.02


def forever() -> str:
    while True:
        pass


def backtracking() -> str:
    re.match("(a|aa)+$", "a" * 200 + "b")
    return "done"


def stubborn() -> str:
    while True:
        try:
            forever()
        except Exception:  # What careless libraries do.
            continue


def in_a_thread(work: Callable[[], None]) -> None:
    thread = threading.Thread(target=work)
    thread.start()
    thread.join()


@pytest.mark.parametrize("work", [forever, backtracking, stubborn])
def test_the_main_thread_is_stopped_even_inside_a_pattern(work: Callable[[], str]) -> None:
    assert time_limit.within(SHORT, work, "late") == "late"
    assert signal.getsignal(signal.SIGPROF) == signal.SIG_DFL


@pytest.mark.parametrize("work", [forever, stubborn])
def test_another_thread_is_stopped_too(work: Callable[[], str]) -> None:
    found: list[str] = []
    in_a_thread(lambda: found.append(time_limit.within(SHORT, work, "late")))
    assert found == ["late"]


def test_what_ends_in_time_is_returned_and_nothing_comes_after_it() -> None:
    def often() -> None:
        # As long as the limit, so that the end of both falls together.
        found.extend(time_limit.within(0.0002, lambda: sum(range(2000)), -1) for _ in range(300))

    found: list[int] = []
    often()
    in_a_thread(often)
    assert set(found) <= {sum(range(2000)), -1}
    assert len(found) == 600
    assert time_limit.within(0, lambda: "no limit", "late") == "no limit"
    assert time_limit.within(60, lambda: "in time", "late") == "in time"


def test_an_error_of_the_work_passes() -> None:
    def fails() -> None:
        raise KeyError

    with pytest.raises(KeyError):
        time_limit.within(60, fails, None)


def test_a_document_that_takes_too_long_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    def slow(source: Source, hints: Hints) -> Result:
        forever()
        raise AssertionError

    monkeypatch.setattr(
        "generator.articles.best_reader", lambda *_: Reader("slow", lambda *_: 1.0, slow)
    )
    articles, (problem,) = read(Source("a.html", b"x"), Hints(max_seconds=SHORT))
    assert articles == ()
    assert "longer than 0.02 seconds" in problem.message
    assert problem.passing
