"""A build that is killed at any moment leaves a whole site: the old one or the new one.

`benchmarks/crash.py` does the same with many more builds, whole process groups and readers.
"""

import sys
import time
from datetime import UTC, datetime
from multiprocessing import get_context
from pathlib import Path
from random import Random

import pytest

from generator.build.build import build
from generator.build.options import Options
from generator.build.progress import Quiet

from .conftest import Run, Write, tree

NOW = datetime(2024, 6, 1, tzinfo=UTC)
KILLS = 10


def quietly(site: Path) -> None:
    build(Options(site, NOW, jobs=1), Quiet())


@pytest.mark.skipif(sys.platform == "win32", reason="needs processes that start at once")
def test_a_build_killed_at_any_moment_leaves_a_whole_site(
    site: Path, tmp_path: Path, run: Run, write: Write
) -> None:
    titles = ("Old", "New")
    whole = []
    for title in titles:
        write("site.yaml", f"title: {title}\n")
        began = time.perf_counter()
        run(output=str(tmp_path / title))
        takes = time.perf_counter() - began
        whole.append(tree(tmp_path / title))
    quietly(site)
    random = Random(1)
    # One process imports everything, and each build is forked from it.
    processes = get_context("forkserver")
    processes.set_forkserver_preload(["pytest", "generator.build.pipeline", "generator.site.pages"])
    for number in range(KILLS):
        write("site.yaml", f"title: {titles[number % 2]}\n")
        process = processes.Process(target=quietly, args=(site,))
        process.start()
        process.join(random.uniform(0, 1.5 * takes))
        process.kill()
        process.join()
        assert tree(site / "public") in whole
    quietly(site)
    assert tree(site / "public") == whole[(KILLS - 1) % 2]
