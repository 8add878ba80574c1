"""The project itself: what travels in the wheel, what is pinned, what the gates run."""

import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
LOCKS = ("requirements.lock", "requirements-dev.lock")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """The names of the files in the wheel."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    (path,) = folder.glob("*.whl")
    with zipfile.ZipFile(path) as archive:
        return set(archive.namelist())


def test_the_theme_travels_in_the_wheel(wheel: set[str]) -> None:
    for folder in ("templates", "static"):
        for path in (ROOT / folder).rglob("*"):
            if path.is_file():
                assert f"generator/_theme/{path.relative_to(ROOT).as_posix()}" in wheel


def test_the_scaffold_travels_in_the_wheel(wheel: set[str]) -> None:
    scaffold = ROOT / "generator/cli/scaffold"
    files = [path for path in scaffold.rglob("*") if path.is_file()]
    assert len(files) > 5
    for path in files:
        assert path.relative_to(ROOT).as_posix() in wheel


def test_the_wheel_holds_the_program_and_no_more(wheel: set[str]) -> None:
    tops = {name.split("/")[0] for name in wheel}
    assert {re.sub(r"-.*\.dist-info", "-info", top) for top in tops} == {
        "generator",
        "backstory-info",
    }
    assert "generator/py.typed" in wheel


@pytest.mark.parametrize("name", LOCKS)
def test_every_dependency_is_pinned_by_hash_and_no_machine_named(name: str) -> None:
    text = (ROOT / name).read_text("utf-8")
    packages = re.split(r"^(?=\S)", text, flags=re.MULTILINE)[1:]
    assert len(packages) > 20
    for package in packages:
        assert re.match(r"[a-z0-9.-]+==\S+", package), package[:80]
        assert "--hash=sha256:" in package, package[:80]
    assert not re.search(r"https?:|file:|--index|--find-links|^\s*#", text, re.MULTILINE)


def test_both_locks_agree() -> None:
    pins = [
        dict(re.findall(r"^([a-z0-9.-]+)==(\S+)", (ROOT / name).read_text("utf-8"), re.MULTILINE))
        for name in LOCKS
    ]
    assert pins[0].items() <= pins[1].items()


def test_the_locks_hold_every_declared_dependency() -> None:
    import tomllib

    declared = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    groups = declared["dependency-groups"]
    for name, wanted in (
        ("requirements.lock", [*declared["project"]["dependencies"], *groups["build"]]),
        ("requirements-dev.lock", groups["dev"]),
    ):
        locked = set(
            re.findall(r"^([a-z0-9.-]+)==", (ROOT / name).read_text("utf-8"), re.MULTILINE)
        )
        for dependency in wanted:
            package = re.split(r"[<>=!~;\[ ]", dependency)[0].lower().replace("_", "-")
            assert package in locked, f"{package} is not in {name}: run make lock"


def test_workflows_pin_every_action_by_commit() -> None:
    workflows = sorted((ROOT / ".github/workflows").glob("*.yml"))
    assert [path.name for path in workflows] == ["pages.yml", "tests.yml"]
    for path in workflows:
        used = re.findall(r"uses: (.+)", path.read_text("utf-8"))
        assert used
        for action in used:
            assert re.fullmatch(r"actions/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", action), action


def test_continuous_integration_runs_the_gates_and_nothing_else() -> None:
    commands = [
        line
        for line in (ROOT / ".ci/run").read_text("utf-8").splitlines()
        if not line.startswith(("#", "set ", "cd "))
    ]
    assert commands == ["make test"]


def test_the_gates_are_all_run() -> None:
    targets = dict(
        re.findall(
            r"^(\w+):.*\n((?:\t.*\n)+)", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE
        )
    )
    steps = targets["lint"] + targets["test"]
    for gate in ("ruff check .", "ruff format --check .", "-m mypy", "lint-imports", "-m pytest"):
        assert gate in steps
    assert re.search(r"^test: lint ", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)


def test_every_test_file_is_run() -> None:
    """pytest passes over folders of some names, such as "build", without a word."""
    command = [sys.executable, "-m", "pytest", "--collect-only", "-q", "-p", "no:cacheprovider"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    collected = {line.partition("::")[0] for line in listed.splitlines() if "::" in line}
    files = {path.relative_to(ROOT).as_posix() for path in (ROOT / "tests").rglob("test_*.py")}
    assert files - collected == set()
