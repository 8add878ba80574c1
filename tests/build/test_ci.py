"""A runner that clones a site anew, and keeps only the store, computes only what changed."""

import re
import shutil
from datetime import UTC, datetime
from importlib.resources import files
from pathlib import Path

from generator.build.build import build
from generator.build.options import STORE, Options
from generator.build.progress import Quiet
from generator.build.timings import Timings

from .conftest import ENTRY, Run, Write, tree, write_into


def kept() -> str:
    """The path that the workflow of a new site keeps from run to run."""
    folder = files("generator.cli") / "scaffold/github/workflows"
    workflow = (folder / "pages.yml").read_text(encoding="utf-8")
    paths = re.findall(r"path: (\.backstory\S*)", workflow)
    assert len(paths) == 1
    return str(paths[0])


def clone(site: Path, folder: Path) -> Path:
    """The inputs of a site with new times, as after a checkout."""
    shutil.copytree(
        site, folder, ignore=shutil.ignore_patterns("public", STORE), copy_function=shutil.copyfile
    )
    return folder


def test_a_fresh_clone_with_the_kept_store_computes_only_what_changed(
    site: Path, tmp_path: Path, run: Run, write: Write
) -> None:
    write("content/mill.md", ENTRY.replace("bridge", "mill"))
    run()
    write("content/mill.md", ENTRY.replace("bridge", "windmill"))
    fresh = clone(site, tmp_path / "fresh")
    write_into(fresh, kept(), (site / kept()).read_bytes())
    timings = Timings(Quiet())
    build(Options(fresh, datetime(2024, 6, 1, tzinfo=UTC)), timings)
    counts = {took.step: (took.values, took.stored) for took in timings.slowest()}
    assert counts["Reading entries"] == (2, 1)
    assert counts["Reading articles"] == (1, 1)
    plain = clone(site, tmp_path / "plain")
    run(site=plain)
    assert tree(fresh / "public") == tree(plain / "public")
