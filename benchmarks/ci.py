"""What a runner saves that keeps the store: ``python benchmarks/ci.py --entries 1000``.

Does what the workflow of `backstory init` does, here: a site in a git repository is built; one
entry is edited and committed; the repository is cloned into a new folder, where every file has a
new time, and built there, once with nothing kept and once with the file of the store that the
workflow keeps. Documents are found in the store by their content, so that only what changed is
computed. Prints the seconds of both and how much of each step came from the store; exits with 1 if
the two sites differ or an unchanged document was read again.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from shutil import copyfile
from typing import Any

CHECKOUT = Path(__file__).parent.parent
KEPT = ".backstory/results.sqlite"
"""What the workflow keeps from run to run."""


def git(folder: Path, *words: str) -> None:
    who = ["-c", "user.name=Ada Example", "-c", "user.email=ada@example.org"]
    subprocess.run(["git", *who, *words], cwd=folder, check=True, stdout=subprocess.DEVNULL)


def build(site: Path) -> tuple[float, list[dict[str, Any]]]:
    """Seconds, and the events that the build tells."""
    began = time.perf_counter()
    command = [sys.executable, "-m", "generator", "build", "--timings", "--format", "jsonl"]
    told = subprocess.run(
        [*command, "-C", str(site)], check=True, cwd=CHECKOUT, capture_output=True, text=True
    )
    return time.perf_counter() - began, [json.loads(line) for line in told.stdout.splitlines()]


def tree(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def clone(origin: Path, folder: Path) -> Path:
    git(origin.parent, "clone", "-q", str(origin), str(folder))
    return folder


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--entries", type=int, default=1000)
    parser.add_argument("--articles", type=int, default=200)
    parser.add_argument("--folder", type=Path, help="where to work, such as a disk in memory")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=arguments.folder) as made:
        origin = Path(made) / "origin"
        sizes = [f"--entries={arguments.entries}", f"--articles={arguments.articles}"]
        corpus = CHECKOUT / "benchmarks" / "corpus.py"
        subprocess.run([sys.executable, str(corpus), str(origin), *sizes], check=True)
        (origin / ".gitignore").write_text("public/\n.backstory/\n")
        git(origin, "init", "-q")
        git(origin, "add", ".")
        git(origin, "commit", "-q", "-m", "Begin")
        build(origin)
        edited = sorted((origin / "content").rglob("*.md"))[arguments.entries // 2]
        with edited.open("a", encoding="utf-8") as file:
            file.write("\nAn inspector came.\n")
        git(origin, "commit", "-q", "-a", "-m", "Edit an entry")
        plain = clone(origin, Path(made) / "plain")
        alone, _ = build(plain)
        kept = clone(origin, Path(made) / "kept")
        (kept / KEPT).parent.mkdir()
        copyfile(origin / KEPT, kept / KEPT)
        with_store, events = build(kept)
        same = tree(plain / "public") == tree(kept / "public")
        size = (origin / KEPT).stat().st_size / (1 << 20)
    print(
        f"{arguments.entries} entries, {arguments.articles} articles, {os.cpu_count()} processors, "
        f"a store of {size:.1f} MB\n"
        f"a fresh clone {alone:.2f} s, with the store {with_store:.2f} s "
        f"({with_store / alone:.2f}); the sites {'are equal' if same else 'DIFFER'}"
    )
    read_again = 0
    for event in events:
        if event["event"] == "timing" and event["values"]:
            print(f"  {event['step']:20} {event['values']:8,}, {event['stored']:8,} from the store")
            if event["step"].startswith("Reading"):
                read_again += event["values"] - event["stored"]
    sys.exit(0 if same and read_again == 1 else 1)


if __name__ == "__main__":
    main()
