from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from generator.build.build import Report, build
from generator.build.options import Options
from generator.build.progress import Quiet

ARTICLE = """\
Bridge at Westhaven opens after two years

The bridge at Westhaven on Friday, May 12, 2023. Example Wire - Photo desk

Text by: Example Wire

The bridge at Westhaven opened to the public on Friday, said Ada Example, the mayor.

The council of Westhaven had closed the old bridge in March 2021.

"It was no longer safe for anybody who crossed it," she said.

  • Westhaven

  • Bridges
"""
ENTRY = """\
---
date: circa 1850
title: The old bridge is built
topics: [Westhaven]
---

It had *three* arches.
"""

Write = Callable[[str, str], Path]
Run = Callable[..., Report]


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site with one article and one entry, old enough for its times to be trusted."""
    folder = tmp_path / "site"
    for name, text in (
        ("site.yaml", "title: Westhaven\n"),
        ("seeds/bridge.txt", ARTICLE),
        ("content/old-bridge.md", ENTRY),
    ):
        write_into(folder, name, text)
    return folder


def write_into(folder: Path, name: str, text: str | bytes) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return path


@pytest.fixture
def write(site: Path) -> Write:
    return lambda name, text: write_into(site, name, text)


@pytest.fixture
def run(site: Path) -> Run:
    def run(**options: object) -> Report:
        given: dict[str, object] = {"site": site, "now": datetime(2024, 6, 1, tzinfo=UTC)}
        return build(Options(**(given | options)), Quiet())  # type: ignore[arg-type]

    return run


def tree(folder: Path) -> dict[str, bytes]:
    """Every file of a folder with its bytes."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
