import io

import pytest

from generator.build.progress import Bar, Events, Lines, Progress


def take(progress: Progress, step: str, things: int) -> None:
    """A step as a build takes it."""
    progress.start(step, things)
    for _ in range(things):
        progress.advance()
    progress.finish()


def test_lines_tell_of_long_steps_only() -> None:
    said: list[str] = []
    lines = Lines(said.append, least=3)
    take(lines, "Short", 2)
    take(lines, "Long", 3)
    lines.start("From the store", 9)
    lines.stored(7)
    lines.advance()
    lines.finish()
    lines.note("By the way")
    assert said == ["Long: 3 …", "By the way"]


def test_events_are_values() -> None:
    told: list[dict[str, object]] = []
    events = Events(told.append)
    take(events, "Reading", 2)
    assert told == [{"event": "step", "step": "Reading", "total": 2}]


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_a_bar_shows_the_step_and_its_count(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLUMNS", "80")
    stream = Terminal()
    now = iter([0.0, 0.1, 0.6])
    bar = Bar(stream, clock=lambda: next(now))
    bar.start("Reading", 5)
    bar.stored(2)
    bar.advance()
    assert stream.getvalue() == ""
    bar.advance()
    bar.note("By the way")
    bar.advance()
    bar.finish()
    bar.close()
    assert "By the way" in stream.getvalue()
    assert "Reading" in stream.getvalue()
    assert "2/3" in stream.getvalue()


def test_a_short_step_shows_no_bar() -> None:
    stream = Terminal()
    bar = Bar(stream, clock=lambda: 0.0)
    take(bar, "Reading", 300)
    bar.close()
    assert stream.getvalue() == ""
