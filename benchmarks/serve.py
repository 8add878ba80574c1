"""How long an editor waits: ``python benchmarks/serve.py --entries 1000``.

Serves a made-up site as `backstory serve` does, writes words into an entry and asks for its page
over and over until they are there: the time from the save to the answer that has them. Then the
same for a new title in the list of its year, which waits for the whole site to be built. With
`--row` the saves of the first kind come one after the other without a pause, as somebody's who
saves at every sentence. Every answer must be a whole page and no save may be lost; exits with 1
otherwise.
"""

import argparse
import http.client
import random
import re
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

CHECKOUT = Path(__file__).parent.parent
PATIENCE = 120
"""Seconds after which a save counts as lost."""


def serve(site: Path) -> tuple["subprocess.Popen[str]", int]:
    """A server of the site, and its port."""
    command = [sys.executable, "-m", "generator", "serve", "-C", str(site), "--port", "18000"]
    process = subprocess.Popen(
        command, cwd=CHECKOUT, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    )
    assert process.stdout is not None
    for line in process.stdout:
        found = re.search(r"127\.0\.0\.1:(\d+)", line)
        if found:
            return process, int(found[1])
    sys.exit("the server did not start")


def page(port: int, path: str) -> str:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
    try:
        connection.request("GET", path)
        return connection.getresponse().read().decode()
    finally:
        connection.close()


def waited(port: int, path: str, words: str, every: float) -> float:
    """Milliseconds until the page has the words, when it is asked for each `every` seconds."""
    since = time.perf_counter()
    while time.perf_counter() - since < PATIENCE:
        text = page(port, path)
        if not text.rstrip().endswith("</html>"):
            sys.exit(f"a page that was cut was served at {path}")
        if words in text:
            return (time.perf_counter() - since) * 1000
        time.sleep(every)
    sys.exit(f"a save was lost: {words} never came to {path}")


def summary(title: str, times: list[float]) -> None:
    ordered = sorted(times)
    worst = ordered[min(len(ordered) - 1, round(0.95 * len(ordered)))]
    median = statistics.median(ordered)
    print(f"{title:42} {median:7.0f} ms in the middle, {worst:7.0f} ms at the 95th percentile")


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure how long a save takes to be served.")
    parser.add_argument("--entries", type=int, default=1000)
    parser.add_argument("--saves", type=int, default=12)
    parser.add_argument("--row", action="store_true", help="without a pause between saves")
    choice = parser.parse_args()
    picked = random.Random(7)
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder) / "site"
        corpus = CHECKOUT / "benchmarks" / "corpus.py"
        command = [sys.executable, str(corpus), str(site), f"--entries={choice.entries}"]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        server, port = serve(site)
        try:
            entries = sorted((site / "content").glob("**/*.md"))
            pause = 0.0 if choice.row else 1.0 + choice.entries / 800
            time.sleep(2 + choice.entries / 1000)
            own, year = [], []
            for number in range(choice.saves):
                entry = picked.choice(entries)
                words = f"inspected {number} times"
                with entry.open("a") as file:
                    file.write(f"\nIt was {words}.\n")
                own.append(waited(port, f"/events/{entry.stem}/", words, 0.01))
                time.sleep(pause)
            for number in range(choice.saves // 3):
                entry = picked.choice(entries)
                title = f"Renamed {number}"
                entry.write_text(re.sub("(?m)^title:.*", f"title: {title}", entry.read_text()))
                year.append(waited(port, f"/{entry.parent.name}/", title, 0.05))
                time.sleep(pause)
        finally:
            server.terminate()
    print(f"{choice.entries:,} entries, {choice.saves} saves, none lost, no page cut")
    summary("an entry's words on its own page", own)
    if year:
        summary("a new title in the list of its year", year)


if __name__ == "__main__":
    main()
