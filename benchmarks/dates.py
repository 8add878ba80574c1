"""How fast dates are found: ``python benchmarks/dates.py TEXTS.json [--peer dateparser]``.

TEXTS is a JSON list, or one JSON object a line, with `text` and, when known, `dct` (the day of
publication). Prints kilobytes a second of one core, start-up left out, and the time of the import.
The peer, if it is installed, reads the same texts in the same run.
"""

import argparse
import json
import subprocess
import sys
import time
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

from generator.dates import DateError, EventDate, parse_edtf, tag

Text = tuple[str, EventDate | None]


def read_texts(path: Path) -> list[Text]:
    """(text, day of publication) of each document of a file."""
    content = path.read_text(encoding="utf-8")
    if content.lstrip().startswith("["):
        documents = json.loads(content)
    else:
        documents = [json.loads(line) for line in content.splitlines() if line.strip()]
    return [(document["text"], _day(document.get("dct") or "")) for document in documents]


def _day(text: str) -> EventDate | None:
    try:
        return parse_edtf(text[:10])
    except DateError:
        return None


def measure(work: Callable[[str, EventDate | None], int], texts: list[Text]) -> tuple[float, int]:
    """(seconds, expressions found) of one run: a second one would find answers in caches."""
    began = time.perf_counter()
    found = sum(work(text, dct) for text, dct in texts)
    return time.perf_counter() - began, found


def ours(text: str, dct: EventDate | None) -> int:
    return len(tag(text, dct))


def dateparser(text: str, _: EventDate | None) -> int:
    search = import_module("dateparser.search").search_dates
    return len(search(text, languages=["en"]) or ())


def import_milliseconds() -> float:
    """Of `generator.dates` in a fresh interpreter, the bare interpreter's start taken off."""
    times = {}
    for code in ("pass", "import generator.dates"):
        runs = []
        for _ in range(5):
            began = time.perf_counter()
            subprocess.run([sys.executable, "-c", code], check=True)
            runs.append(time.perf_counter() - began)
        times[code] = min(runs)
    return 1000 * (times["import generator.dates"] - times["pass"])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("texts", type=Path)
    parser.add_argument("--peer", choices=["dateparser"])
    arguments = parser.parse_args()
    texts = read_texts(arguments.texts)
    size = sum(len(text.encode()) for text, _ in texts) / 1024
    tag("Rules are read on 3 May 1990.", None)
    seconds, found = measure(ours, texts)
    print(f"generator.dates.tag  {size / seconds:8.0f} KB/s  {found} expressions in {size:.0f} KB")
    print(f"import               {import_milliseconds():8.0f} ms")
    if arguments.peer:
        theirs, found = measure(dateparser, texts)
        print(f"{arguments.peer:20} {size / theirs:8.1f} KB/s  {found} expressions")
        print(f"faster by            {theirs / seconds:8.0f} times")


if __name__ == "__main__":
    main()
