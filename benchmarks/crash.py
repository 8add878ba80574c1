"""Kill builds at any moment, and count what readers see: ``python benchmarks/crash.py``.

An editor's change is made and taken back over and over: an entry is added, one edited, one removed,
and the site gets another title, which is on every page. Each build is killed (SIGKILL, with all its
processes) at a random moment. After each kill every file of the output must be that of the site
before the change, or every one that of the site after it. All the while a reader opens files as a
web server does: each must be whole, and all that it reads of one tree must be of one site. At the
end a build that is left in peace must give the site that a clean build gives.

Then the same for a full disk and for an output that is read-only, where we may mount a small disk
in memory (Linux, as root). Prints the counts; exits with 1 if anything was wrong.
"""

import argparse
import os
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import blake2b
from pathlib import Path
from random import Random
from shutil import copytree, ignore_patterns, rmtree

CHECKOUT = Path(__file__).parent.parent
Tree = dict[str, bytes]
"""The hash of every file, by its path."""


def start(site: Path, *words: str) -> subprocess.Popen[str]:
    """A build in a process group of its own."""
    command = [sys.executable, "-m", "generator", "build", "-q", "-C", str(site), *words]
    return subprocess.Popen(
        command, cwd=CHECKOUT, start_new_session=True, text=True, stderr=subprocess.PIPE
    )


def build(site: Path, *words: str) -> tuple[int, str]:
    """The exit code of a build that is left in peace, and its messages."""
    process = start(site, *words)
    _, messages = process.communicate()
    return process.returncode, messages


def must_build(site: Path, *words: str) -> None:
    code, messages = build(site, *words)
    if code:
        sys.exit(f"a build that was left in peace failed:\n{messages}")


def make(site: Path, entries: int) -> None:
    corpus = CHECKOUT / "benchmarks" / "corpus.py"
    command = [sys.executable, str(corpus), str(site), f"--entries={entries}"]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)


class Editor:
    """Changes a site to its second edition and back."""

    def __init__(self, site: Path) -> None:
        self._settings = site / "site.yaml"
        entries = sorted((site / "content").rglob("*.md"))
        self._edited, self._removed = entries[0], entries[-1]
        self._added = self._edited.with_name("entry-added.md")
        self._texts = {
            path: path.read_bytes() for path in (self._settings, self._edited, self._removed)
        }

    def change(self, edition: int) -> None:
        if edition == 0:
            self._added.unlink(missing_ok=True)
            for path, text in self._texts.items():
                path.write_bytes(text)
            return
        text = self._texts[self._edited]
        self._added.write_bytes(text.replace(b"slug: entry-", b"slug: added-"))
        self._edited.write_bytes(text + b"\nAn inspector came.\n")
        self._removed.unlink(missing_ok=True)
        settings = self._texts[self._settings].decode()
        self._settings.write_text(settings.replace("title: ", "title: New ", 1), encoding="utf-8")


def digest(data: bytes) -> bytes:
    return blake2b(data, digest_size=16).digest()


def tree(folder: Path) -> Tree:
    return {
        path.relative_to(folder).as_posix(): digest(path.read_bytes())
        for path in folder.rglob("*")
        if path.is_file()
    }


def editions(site: Path, editor: Editor, folder: Path) -> list[Tree]:
    """Both sites, as clean builds give them."""
    made = []
    for edition in (1, 0):
        editor.change(edition)
        other = folder / f"edition-{edition}"
        copytree(site, other, ignore=ignore_patterns("public", ".backstory"))
        must_build(other)
        made.append(tree(other / "public"))
        rmtree(other)
    return made[::-1]


def faults(found: Tree, whole: list[Tree]) -> Iterator[str]:
    """What is wrong with an output that is none of the whole sites."""
    if found in whole:
        return
    nearest = max(whole, key=lambda site: len(site.items() & found.items()))
    for path in sorted(nearest.keys() | found.keys()):
        if path not in found:
            yield "missing"
        elif all(found[path] != site.get(path) for site in whole):
            yield "cut"
        elif found[path] != nearest.get(path):
            yield "mixture"


class Reader(threading.Thread):
    """Reads some files of the output again and again, as a web server that serves them."""

    def __init__(self, output: Path, whole: list[Tree], seed: int) -> None:
        super().__init__(daemon=True)
        self._output = output
        self._whole = whole
        self._random = Random(seed)
        self._paths = sorted(set.intersection(*(set(site) for site in whole)))
        self._over = threading.Event()
        self.counts: Counter[str] = Counter()

    def run(self) -> None:
        while not self._over.wait(0.005):
            self._look()

    def _look(self) -> None:
        try:
            folder = os.open(self._output, os.O_RDONLY)
        except OSError:
            self.counts["no output"] += 1
            return
        try:
            possible = set(range(len(self._whole)))
            before = os.fstat(folder).st_ino
            for path in self._random.sample(self._paths, min(5, len(self._paths))):
                content = self._content(path, folder)
                if self._output.stat().st_ino != before:
                    return  # the sites changed places, and this tree is nobody's any more
                self.counts["files read"] += 1
                of = {at for at, site in enumerate(self._whole) if site[path] == content}
                if content is None:
                    self.counts["missing"] += 1
                elif not of:
                    self.counts["cut"] += 1
                elif not possible & of:
                    self.counts["mixture"] += 1
                possible &= of
        finally:
            os.close(folder)

    def _content(self, path: str, folder: int) -> bytes | None:
        try:
            with open(path, "rb", opener=lambda name, how: os.open(name, how, dir_fd=folder)) as it:
                return digest(it.read())
        except OSError:
            return None

    def end(self) -> Counter[str]:
        self._over.set()
        self.join()
        return self.counts


def kill_builds(folder: Path, kills: int, entries: int, seed: int, earliest: float) -> bool:
    """Kill builds, and print what was seen; whether all was well.

    Args:
        earliest: the part of a build's time before which none is killed.
    """
    site = folder / "site"
    make(site, entries)
    editor = Editor(site)
    whole = editions(site, editor, folder)
    must_build(site)
    editor.change(1)
    began = time.perf_counter()
    must_build(site)
    takes = time.perf_counter() - began
    random = Random(seed)
    reader = Reader(site / "public", whole, seed)
    reader.start()
    seen: Counter[str] = Counter()
    for number in range(kills):
        edition = number % 2
        editor.change(edition)
        process = start(site)
        time.sleep(random.uniform(earliest * takes, takes))
        if process.poll() is None:
            seen["killed"] += 1
        else:
            seen["ended before"] += 1
        try:
            os.killpg(process.pid, signal.SIGKILL)
        except ProcessLookupError:
            seen["gone"] += 1
        process.communicate()
        found = tree(site / "public")
        if found in whole:
            seen["new site" if found == whole[edition] else "old site"] += 1
        for fault in faults(found, whole):
            seen[fault] += 1
    while_reading = reader.end()
    must_build(site)
    if tree(site / "public") != whole[(kills - 1) % 2]:
        seen["not mended"] += 1
    names = ("mixture", "missing", "cut")
    print(
        f"{kills} builds of {entries} entries, {len(whole[0])} files, {takes:.2f} s each: "
        f"{seen['killed']} killed at work, {seen['ended before']} had ended\n"
        f"  after the kill: {seen['old site']} whole old sites, {seen['new site']} whole new ones, "
        + ", ".join(f"{seen[name]} {name}" for name in names)
        + f"\n  meanwhile: {while_reading['files read']} files read, "
        + ", ".join(f"{while_reading[name]} {name}" for name in names)
        + f", {while_reading['no output']} times no output"
        + f"\n  the next build {'does not mend' if seen['not mended'] else 'gives'} the whole site"
    )
    wrong = sum(seen[name] + while_reading[name] for name in names)
    return not wrong and not seen["not mended"] and not while_reading["no output"]


def refused(name: str, site: Path, output: Path, whole: list[Tree]) -> bool:
    """Build where it cannot be done: it must say so, and leave a whole site."""
    code, messages = build(site, "-o", str(output))
    found = tree(output)
    state = "old site" if found == whole[0] else "new site" if found == whole[1] else "broken site"
    print(f"{name}: exit code {code}, {state}\n  {messages.strip()}")
    return code in (0, 1) and "Traceback" not in messages and state != "broken site"


@contextmanager
def disk(folder: Path, megabytes: float) -> Iterator[Path]:
    """A small disk in memory."""
    folder.mkdir()
    size = f"size={int(megabytes * 1024)}k"
    subprocess.run(["mount", "-t", "tmpfs", "-o", size, "tmpfs", str(folder)], check=True)
    try:
        yield folder
    finally:
        subprocess.run(["umount", str(folder)], check=True)


def used(folder: Path) -> float:
    """Megabytes that the files of a folder take, each in pages of 4 KB."""
    sizes = (path.stat().st_size for path in folder.rglob("*") if path.is_file())
    return sum(-(-size // 4096) * 4096 for size in sizes) / (1 << 20)


def refuse_builds(folder: Path, entries: int) -> bool:
    """Build on a disk that is full and into an output that is read-only."""
    if sys.platform != "linux" or os.geteuid() != 0:
        print("full disk, read-only output: left out, only root may mount a disk for them")
        return True
    site = folder / "refused"
    make(site, entries)
    editor = Editor(site)
    whole = editions(site, editor, folder)
    must_build(site)
    size = used(site / "public")
    well = True
    for name, room in (("output's disk full at once", 0.1), ("half-way", size / 2)):
        with disk(folder / f"full-{room:.2f}", size + room) as small:
            editor.change(0)
            must_build(site, "-o", str(small / "public"))
            editor.change(1)
            well &= refused(name, site, small / "public", whole)
    with disk(folder / "full-site", 2 * used(site) + 2) as small:
        editor.change(0)
        inside = small / "site"
        copytree(site, inside, ignore=ignore_patterns("public", ".backstory"))
        must_build(inside)
        left = os.statvfs(small)
        Editor(inside).change(1)
        (small / "filler").write_bytes(bytes(max(0, left.f_bavail * left.f_frsize - (100 << 10))))
        well &= refused("site's own disk full", inside, inside / "public", whole)
    with disk(folder / "read-only", 4 * size + 2) as small:
        editor.change(0)
        must_build(site, "-o", str(small / "public"))
        editor.change(1)
        subprocess.run(["mount", "-o", "remount,ro", str(small)], check=True)
        well &= refused("read-only output", site, small / "public", whole)
    return well


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--entries", type=int, default=60)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--earliest", type=float, default=0.0, help="of a build's time, 0 to 1")
    parser.add_argument("--kills-only", action="store_true", help="no full or read-only disks")
    parser.add_argument("--folder", type=Path, help="where to work, such as a disk in memory")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=arguments.folder) as made:
        folder = Path(made)
        well = kill_builds(
            folder, arguments.kills, arguments.entries, arguments.seed, arguments.earliest
        )
        if not arguments.kills_only:
            well &= refuse_builds(folder, arguments.entries)
    sys.exit(0 if well else 1)


if __name__ == "__main__":
    main()
