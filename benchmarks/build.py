"""How fast a site is built: ``python benchmarks/build.py --entries 1000 [--articles N]``.

Makes a site with `corpus.py` in a new folder, and measures whole processes: a cold build, one with
nothing changed, one after an edit of one entry and one after a change of the template of its pages.
Each round makes all four builds, so that what slows the machine slows them alike. Prints the
medians of the wall and CPU time of a process and its children, each against the cold build, the
memory of the largest process, and the slowest functions of a cold build and of one edit.
"""

import argparse
import io
import os
import platform
import pstats
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from shutil import copyfile, rmtree

Taken = tuple[float, float]
"""Seconds of wall and of CPU."""

CHECKOUT = Path(__file__).parent.parent
PAGE = "event.html"
"""The template that is changed."""


def build(site: Path, jobs: int, *profiled: str) -> Taken:
    """Build a site in a process of its own."""
    command = [sys.executable, *profiled, "-m", "generator", "build", "-q"]
    before, began = os.times(), time.perf_counter()
    subprocess.run([*command, "-C", str(site), "--jobs", str(jobs)], check=True, cwd=CHECKOUT)
    wall, after = time.perf_counter() - began, os.times()
    used = after.children_user + after.children_system
    return wall, used - before.children_user - before.children_system


def cold(site: Path, _: int) -> None:
    for folder in (".backstory", "public"):
        rmtree(site / folder, ignore_errors=True)


def nothing(site: Path, _: int) -> None:
    del site


def edited(site: Path, number: int) -> None:
    entries = sorted((site / "content").rglob("*.md"))
    entry = entries[number % len(entries)]
    text = entry.read_text(encoding="utf-8")
    entry.write_text(f"{text}\nAn inspector came {number} times.\n", encoding="utf-8")


def template(site: Path, number: int) -> None:
    ours = site / "templates" / PAGE
    ours.parent.mkdir(exist_ok=True)
    if not ours.exists():
        copyfile(CHECKOUT / "templates" / PAGE, ours)
    text = ours.read_text(encoding="utf-8")
    ours.write_text(re.sub(r"({# \d+ #})?\Z", f"{{# {number} #}}", text), encoding="utf-8")


CASES: dict[str, Callable[[Path, int], None]] = {
    "cold": cold,
    "nothing changed": nothing,
    "one entry edited": edited,
    "a template changed": template,
}


def settle() -> None:
    """Builds do not trust the time of a file that has changed just now."""
    time.sleep(0.1)


def measure(site: Path, rounds: int, jobs: int) -> dict[str, list[Taken]]:
    taken: dict[str, list[Taken]] = {name: [] for name in CASES}
    for number in range(rounds):
        for name, change in CASES.items():
            change(site, number)
            settle()
            taken[name].append(build(site, jobs))
    return taken


def slowest(site: Path, most: int) -> str:
    """The functions of ours in which a build spends most of its time."""
    profile = site.with_name("profile")
    build(site, 1, "-m", "cProfile", "-o", str(profile))
    written = io.StringIO()
    found = pstats.Stats(str(profile), stream=written).sort_stats("cumulative")
    found.print_stats(re.escape(f"{os.sep}generator{os.sep}"), most)
    lines = [
        line
        for line in written.getvalue().splitlines()
        if re.match(r" +\d", line) and "generator" in line
    ]
    shown = []
    for line in lines:
        _, own, _, total, _, place = line.split(None, 5)
        shown.append(
            f"  {float(total):7.2f} {float(own):7.2f}  {place.partition('/generator/')[2]}"
        )
    return "\n".join(["  with in it alone, seconds under the profiler", *shown])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--entries", type=int, default=1000)
    parser.add_argument("--articles", type=int, default=0)
    parser.add_argument("--plain", action="store_true", help="see corpus.py")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--jobs", type=int, default=0, help="0: as many as there are processors")
    parser.add_argument("--slowest", type=int, default=25, help="functions to list; 0 for none")
    parser.add_argument("--folder", type=Path, help="where to work, such as a disk in memory")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=arguments.folder) as folder:
        site = Path(folder) / "site"
        sizes = [f"--entries={arguments.entries}", f"--articles={arguments.articles}"]
        corpus = CHECKOUT / "benchmarks" / "corpus.py"
        plain = ["--plain"] if arguments.plain else []
        subprocess.run([sys.executable, str(corpus), str(site), *sizes, *plain], check=True)
        settle()
        taken = measure(site, arguments.rounds, arguments.jobs)
        print(
            f"{arguments.entries} entries, {arguments.articles} articles, "
            f"{arguments.rounds} rounds, Python {platform.python_version()}, "
            f"{os.cpu_count()} processors"
        )
        print(f"{'':20} {'wall s':>8} {'CPU s':>8} {'wall/cold':>10} {'CPU/cold':>10}")
        first = [statistics.median(part) for part in zip(*taken["cold"], strict=True)]
        for name, times in taken.items():
            wall, used = (statistics.median(part) for part in zip(*times, strict=True))
            ratios = f"{wall / first[0]:10.3f} {used / first[1]:10.3f}"
            print(f"{name:20} {wall:8.2f} {used:8.2f} {ratios}")
        if sys.platform != "win32":
            import resource

            peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
            print(
                f"largest process {peak / (1 << 20 if sys.platform == 'darwin' else 1024):.0f} MB"
            )
        for name in ("cold", "one entry edited") if arguments.slowest else ():
            CASES[name](site, arguments.rounds + 1)
            settle()
            print(f"\nslowest, {name}\n{slowest(site, arguments.slowest)}")


if __name__ == "__main__":
    main()
