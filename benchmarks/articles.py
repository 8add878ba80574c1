"""How fast articles are read from text files and web pages, and sentences are split.

    python benchmarks/articles.py                                  the articles of this repository
    python benchmarks/articles.py texts/*.txt pages/*.html         files of yours
    python benchmarks/articles.py pages/*.html --peer trafilatura  and another library on the pages
    python benchmarks/articles.py texts/*.txt --peer pysbd         and another one on the sentences

Text files end in .txt, web pages in .html or .htm (both may be packed: .gz); other files are left
out. The files are unpacked and held in memory before anything is measured. One process and one
core do all the work, one document after the other. A tenth of the documents is read beforehand and
not counted, so that starting up is left out. Seconds are those that the processor worked; of five
runs the fastest counts, for the peer as for us. Sentences are split in the bodies of the articles
that were found.

trafilatura does `bare_extraction(page, with_metadata=True)`. pysbd splits the same bodies
(`pip install pysbd`) and is told that the language is English.
"""

import argparse
import platform
import time
from collections.abc import Callable, Sequence
from importlib import import_module
from importlib.metadata import version
from pathlib import Path
from typing import TypeVar

from generator.articles import read
from generator.decoding import decode, unpack
from generator.entries.sentences import split
from generator.model import Source

Document = TypeVar("Document")

SEEDS = Path(__file__).parent.parent / "seeds"
RUNS = 5
PAGES = (".html", ".htm")


def load(path: Path) -> Source:
    data, problems = unpack(path.read_bytes(), str(path))
    for problem in problems:
        print(f"{path}: {problem.message}")
    return Source(str(path).removesuffix(".gz"), data)


def fastest(work: Callable[[Document], object], documents: Sequence[Document]) -> float:
    """Seconds that the processor worked for all documents, the first tenth read beforehand."""
    for document in documents[: len(documents) // 10 + 1]:
        work(document)
    runs = []
    for _ in range(RUNS):
        began = time.process_time()
        for document in documents:
            work(document)
        runs.append(time.process_time() - began)
    return min(runs)


def measure(
    name: str,
    documents: Sequence[Document],
    ours: Callable[[Document], object],
    peer: tuple[str, Callable[[Document], object]] | None,
    size: tuple[float, str],
) -> None:
    """Print one line for us and, when there is one, one for the peer and the ratio."""
    amount, unit = size
    seconds = fastest(ours, documents)
    print(f"{name:24} {amount / seconds:12,.1f} {unit}/s {seconds:9.3f} s")
    if peer:
        theirs = fastest(peer[1], documents)
        print(f"{peer[0]:24} {amount / theirs:12,.1f} {unit}/s {theirs:9.3f} s")
        print(f"{name} is {theirs / seconds:.1f} times as fast")


def trafilatura() -> Callable[[Source], object]:
    extract = import_module("trafilatura").bare_extraction

    def work(page: Source) -> object:
        text, _ = decode(page.data, page.path)
        return extract(text, with_metadata=True)

    return work


def pysbd() -> Callable[[str], object]:
    segmenter = import_module("pysbd").Segmenter(language="en", clean=False)

    def work(text: str) -> object:
        return segmenter.segment(text)

    return work


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("files", type=Path, nargs="*", help="documents; the seeds without any")
    parser.add_argument(
        "--peer", choices=["trafilatura", "pysbd"], help="a library to compare with"
    )
    arguments = parser.parse_args()
    documents = [load(path) for path in arguments.files or sorted(SEEDS.iterdir())]
    texts = [document for document in documents if document.path.endswith(".txt")]
    pages = [document for document in documents if document.path.endswith(PAGES)]
    if not texts and not pages:
        parser.error("there is no text file and no web page to read")
    peer = arguments.peer
    named = f"{peer} {version(peer)}" if peer else ""
    print(f"{len(texts)} texts, {len(pages)} pages; Python {platform.python_version()}\n")
    if texts:
        measure("plain text", texts, read, None, (len(texts), "articles"))
    if pages:
        other = (named, trafilatura()) if peer == "trafilatura" else None
        measure("HTML", pages, read, other, (len(pages), "pages"))
    bodies = [article.text for document in texts + pages for article in read(document)[0]]
    splitter = (named, pysbd()) if peer == "pysbd" else None
    characters = sum(map(len, bodies)) / 1000
    measure("sentences", bodies, split, splitter, (characters, "thousand characters"))


if __name__ == "__main__":
    main()
