"""How fast dates are found in texts, and how long `import generator.dates` takes.

    python benchmarks/dates.py                                 the articles of this repository
    python benchmarks/dates.py story.txt archive.jsonl         texts of yours
    python benchmarks/dates.py archive.jsonl --peer dateparser and another library on the same texts

A text file is one text. A .json file is a list of objects, a .jsonl file one object a line, each
with `text` and, when known, `dct`: the day of publication. One process and one core do all the
work, one text after the other. Speed counts the bytes of the texts. A tenth of the texts is read
beforehand and not counted, so that starting up is left out. Seconds are those that the processor
worked, so that other programs disturb them less. The peer has to be installed
(`pip install dateparser`) and is told that the language is English.
"""

import argparse
import json
import platform
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from importlib import import_module
from importlib.metadata import version
from pathlib import Path

from generator.dates import DateError, EventDate, parse_edtf, tag

Text = tuple[str, EventDate | None]

SEEDS = Path(__file__).parent.parent / "seeds"


def read_texts(path: Path) -> list[Text]:
    """(text, day of publication) of each document of a file."""
    content = path.read_text(encoding="utf-8")
    match path.suffix:
        case ".json":
            documents = json.loads(content)
        case ".jsonl":
            documents = [json.loads(line) for line in content.splitlines() if line.strip()]
        case _:
            documents = [{"text": content}]
    return [(document["text"], _day(document.get("dct") or "")) for document in documents]


def _day(text: str) -> EventDate | None:
    try:
        return parse_edtf(text[:10])
    except DateError:
        return None


Find = Callable[[str, EventDate | None], int]


def run(find: Find, before: Sequence[Text], texts: Sequence[Text]) -> tuple[float, int]:
    """(seconds, expressions found) of one run: a second one would find answers in caches."""
    for text, day in before:
        find(text, day)
    began = time.process_time()
    found = sum(find(text, day) for text, day in texts)
    return time.process_time() - began, found


def ours(text: str, day: EventDate | None) -> int:
    return len(tag(text, day))


def dateparser(text: str, _: EventDate | None) -> int:
    search = import_module("dateparser.search").search_dates
    return len(search(text, languages=["en"]) or ())


def import_milliseconds() -> float:
    """Of `generator.dates` in a fresh interpreter, the bare interpreter's start taken off."""
    times = {}
    for code in ("pass", "import generator.dates"):
        runs = []
        for _ in range(9):
            began = time.perf_counter()
            subprocess.run([sys.executable, "-c", code], check=True)
            runs.append(time.perf_counter() - began)
        times[code] = min(runs)
    return 1000 * (times["import generator.dates"] - times["pass"])


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("texts", type=Path, nargs="*", help="files; the seeds when there is none")
    parser.add_argument("--peer", choices=["dateparser"], help="a library to compare with")
    arguments = parser.parse_args()
    paths = arguments.texts or sorted(SEEDS.glob("*.txt"))
    texts = [text for path in paths for text in read_texts(path)]
    if not texts:
        parser.error("there is no text to read")
    tenth = len(texts) // 10 + 1
    before, texts = texts[:tenth], texts[tenth:] or texts
    size = sum(len(text.encode()) for text, _ in texts) / 1024
    print(f"{len(texts)} texts, {size:.0f} KB; Python {platform.python_version()}\n")
    peer = arguments.peer
    names = ["generator.dates.tag"] + ([f"{peer} {version(peer)}"] if peer else [])
    width = max(map(len, names))
    seconds, found = run(ours, before, texts)
    print(f"{names[0]:{width}} {size / seconds:9.1f} KB/s {seconds:8.2f} s  {found} expressions")
    if peer:
        theirs, found = run(dateparser, before, texts)
        print(f"{names[1]:{width}} {size / theirs:9.1f} KB/s {theirs:8.2f} s  {found} expressions")
        print(f"\ngenerator.dates.tag is {theirs / seconds:.0f} times as fast")
    print(f"import generator.dates takes {import_milliseconds():.0f} ms")


if __name__ == "__main__":
    main()
