"""What `build --timings` and `build --profile` say."""

import json
import os
import pstats
import re
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import main

CHECKOUT = Path(__file__).parent.parent


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("content").mkdir()
    Path("content/a.md").write_text("---\ndate: 1990\ntitle: A\n---\n")
    Path("site.yaml").write_text("title: A\n")


def build(*words: str) -> Result:
    result = CliRunner().invoke(main, ["build", *words])
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return result


def build_alone(*words: str) -> "subprocess.CompletedProcess[str]":
    """In a process of its own: a profile of this one would meet what other tests run in it."""
    command = [sys.executable, "-m", "generator", "build", *words]
    surroundings = {**os.environ, "PYTHONPATH": str(CHECKOUT)}
    return subprocess.run(
        command, capture_output=True, text=True, check=False, env=surroundings, timeout=120
    )


def test_timings_are_a_table() -> None:
    shown = build("--timings").stdout.split("\n\n")[1].splitlines()
    assert shown[0].split() == ["step", "seconds", "share", "values", "stored"]
    assert re.match(r"Everything else +\d+\.\d\d +\d+%$", shown[-1])
    reading = next(line for line in shown if line.startswith("Reading entries"))
    assert re.search(r"\d+\.\d\d +\d+% +1 +0$", reading)


def test_timings_say_what_the_store_had() -> None:
    build()
    Path("content/a.md").touch()
    events = [
        json.loads(line) for line in build("--timings", "--format", "jsonl").stdout.splitlines()
    ]
    timed = {event["step"]: event for event in events if event["event"] == "timing"}
    assert (timed["Reading entries"]["values"], timed["Reading entries"]["stored"]) == (1, 1)
    assert sum(event["share"] for event in timed.values()) == pytest.approx(1, abs=0.01)


def test_a_profile_is_a_file_and_a_table() -> None:
    shown = build_alone("--profile", "out.prof").stdout.split("\n\n")[1].splitlines()
    assert shown[0].split() == ["seconds", "alone", "calls", "function"]
    assert len(shown) == 21
    assert any(line.endswith("build/build.py:" + line.rpartition(":")[2]) for line in shown)
    assert pstats.Stats("out.prof").total_calls > 0  # type: ignore[attr-defined]


def test_a_profile_that_cannot_be_written_is_a_message() -> None:
    refused = build_alone("--profile", "nowhere/out.prof")
    assert refused.returncode == 1
    assert refused.stderr == (
        "nowhere/out.prof: the profile cannot be written: No such file or directory "
        "(name another file)\n"
    )


def test_an_address_that_is_none_is_wrong_usage() -> None:
    refused = build("--executor", "tcp://big.example:8786")
    assert refused.exit_code == 2
    assert "expected dask://HOST:PORT" in refused.stderr
