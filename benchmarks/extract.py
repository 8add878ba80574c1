"""How fast events are found in articles: dates tagged, then entries extracted.

    python benchmarks/extract.py                                the articles of this repository
    python benchmarks/extract.py story.txt archive.jsonl        texts of yours

A text file is one article. A .jsonl file is one object a line with `text` and, when known, `title`
and `dct` or `published`: the day of publication. One process and one core do all the work, one
article after the other. Speed counts articles and the bytes of their texts, and what it would be
for articles of 3 KB. A tenth of the articles is read beforehand and not counted, so that starting
up is left out. Seconds are those that the processor worked, so that other programs disturb them
less.
"""

import argparse
import json
import platform
import time
from collections.abc import Sequence
from pathlib import Path

from generator.dates import DateError, EventDate, parse_edtf, tag
from generator.entries.extract import extract
from generator.model import Article

SEEDS = Path(__file__).parent.parent / "seeds"
_USUAL = 3.0
"""KB of an article that speeds are told for."""


def read_articles(path: Path) -> list[Article]:
    """The articles of a file."""
    content = path.read_text(encoding="utf-8")
    if path.suffix != ".jsonl":
        return [_article(path, 0, "", content, None)]
    documents = [json.loads(line) for line in content.splitlines() if line.strip()]
    return [
        _article(
            path,
            number,
            document.get("title") or "",
            document["text"],
            _day(document.get("dct") or document.get("published") or ""),
        )
        for number, document in enumerate(documents)
    ]


def _article(
    path: Path, number: int, title: str, text: str, published: EventDate | None
) -> Article:
    return Article(id=f"{number:016x}", path=str(path), title=title, text=text, published=published)


def _day(text: str) -> EventDate | None:
    try:
        return parse_edtf(text[:10])
    except DateError:
        return None


def run(articles: Sequence[Article]) -> tuple[float, float, int]:
    """(seconds of tagging, seconds of extraction, entries found)."""
    tagging = extraction = 0.0
    found = 0
    for article in articles:
        began = time.process_time()
        mentions = tag(article.text, article.published)
        tagged = time.process_time()
        found += len(extract(article, mentions))
        tagging += tagged - began
        extraction += time.process_time() - tagged
    return tagging, extraction, found


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("texts", type=Path, nargs="*", help="files; the seeds when there is none")
    arguments = parser.parse_args()
    paths = arguments.texts or sorted(SEEDS.glob("*.txt"))
    articles = [article for path in paths for article in read_articles(path)]
    if not articles:
        parser.error("there is no text to read")
    tenth = len(articles) // 10 + 1
    before, articles = articles[:tenth], articles[tenth:] or articles
    size = sum(len(article.text.encode()) for article in articles) / 1024
    print(f"{len(articles)} articles, {size:.0f} KB; Python {platform.python_version()}")
    run(before)
    tagging, extraction, found = run(articles)
    seconds = tagging + extraction
    print(f"tagging {tagging:.2f} s, extraction {extraction:.2f} s, {found} entries")
    print(
        f"{len(articles) / seconds:.0f} articles/s, {size / seconds:.0f} KB/s: "
        f"{size / seconds / _USUAL:.0f} articles of {_USUAL:.0f} KB a second"
    )


if __name__ == "__main__":
    main()
