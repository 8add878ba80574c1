"""What is only guessed, is there twice or looks wrong, for `check` to list."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from generator.articles.duplicates import Document, repeats
from generator.dates.gregorian import civil
from generator.entries.words import terms
from generator.errors import Problem
from generator.model import Article, Entry

_HINT = 'check it; the line "Published: 5 April 2019" or "date:" in front matter says it for sure'


def unsure_dates(articles: Iterable[Article]) -> Iterator[Problem]:
    """A warning for each article whose day of publication is a guess, or that has none."""
    for article in articles:
        witness = next((said for said in article.witnesses if said.field == "published"), None)
        if article.published is None:
            message = "no day of publication was found, so that words such as Friday have no date"
            yield Problem(article.path, 0, 0, message, _HINT, "warning")
        elif witness is not None and not witness.sure:
            message = (
                f"the day of publication, {article.published.edtf}, is a guess ({witness.source})"
            )
            yield Problem(article.path, 0, 0, message, _HINT, "warning")


def repeated(articles: Iterable[Article]) -> Iterator[Problem]:
    """A warning for each article that repeats another, by its address or its words."""
    known = {article.id: article for article in articles}
    documents = [Document(article.id, article.text, article.url) for article in known.values()]
    for repeat in sorted(repeats(documents), key=lambda repeat: (known[repeat.name].path, repeat)):
        article, other = known[repeat.name], known[repeat.of]
        how = "has the address" if repeat.same_address else f"is to {repeat.share:.0%} the text"
        message = f"this article {how} of {other.path}"
        hint = "keep one of them; begin the name of the other with _ to keep it here unread"
        yield Problem(article.path, 0, 0, message, hint, "warning")


def of_entries(entries: Sequence[Entry]) -> Iterator[Problem]:
    """Warnings of what editors wrote that looks wrong."""
    written = [entry for entry in entries if entry.origin == "editor"]
    for entry in written:
        yield from _without_url(entry)
        yield from _too_exact(entry)
    yield from _told_twice(written)
    for key in ("topics", "people", "places", "organizations"):
        yield from _spelt_twice(written, key)


def _without_url(entry: Entry) -> Iterator[Problem]:
    for number, citation in enumerate(entry.citations, 1):
        if not (citation.url or citation.article or citation.archive):
            message = f"source {number} has no URL: readers cannot look it up"
            hint = "add url:, or archive: with the address of a copy"
            yield Problem(entry.path, *entry.place("sources"), message, hint, "warning")


def _too_exact(entry: Entry) -> Iterator[Problem]:
    """1 January is often what a table made of a year that was all that was known."""
    date = entry.date
    if date.precision != "day" or date.time or date.earliest is None:
        return
    _, month, day = civil(date.earliest)
    said = f"{entry.title} {entry.text} {entry.date_text}".lower()
    if (month, day) != (1, 1) or any(word in said for word in ("januar", "janvier", "new year")):
        return
    message = "the date is 1 January, of which the text says nothing: is only the year known?"
    hint = f"then write: date: {date.edtf.rpartition('-')[0].rpartition('-')[0]}"
    yield Problem(entry.path, *entry.place("date"), message, hint, "warning")


_ALIKE = 0.75
"""Share of the words of two titles, of one day, from which they are taken for one event."""


def _told_twice(entries: Sequence[Entry]) -> Iterator[Problem]:
    by_date: dict[str, list[Entry]] = {}
    for entry in entries:
        by_date.setdefault(entry.date.edtf, []).append(entry)
    for held in by_date.values():
        for first, second in combinations(sorted(held, key=lambda e: e.path)[:50], 2):
            one, two = frozenset(terms(first.title)), frozenset(terms(second.title))
            if one and two and len(one & two) >= _ALIKE * len(one | two):
                message = f"this event has the date and nearly the title of {first.path}"
                hint = "keep one of them, or say in the titles what is different"
                yield Problem(second.path, *second.place("title"), message, hint, "warning")


def _spelt_twice(entries: Sequence[Entry], key: str) -> Iterator[Problem]:
    """Names or topics that differ by one letter: one of them is a slip."""
    counts: Counter[str] = Counter()
    holders: dict[str, Entry] = {}
    for entry in entries:
        for name in getattr(entry, key):
            counts[name] += 1
            holders.setdefault(name, entry)
    rarest = sorted(counts, key=lambda name: (counts[name], name))
    near: dict[str, list[str]] = {}
    for name in counts:
        for shape in _shapes(name):
            near.setdefault(shape, []).append(name)
    for name in rarest:
        others = {o for shape in _shapes(name) for o in near[shape]} - {name}
        usual = max(others, key=lambda o: (counts[o], o), default=None)
        if usual is not None and (counts[usual], usual) > (counts[name], name):
            holder = holders[name]
            message = f'{key}: "{name}" is written like "{usual}" ({counts[usual]} times)'
            hint = "write both alike, or leave them if they are two"
            yield Problem(holder.path, *holder.place(key), message, hint, "warning")


_LONG = 9
"""Letters that a name needs for one letter to be a slip: "Iran" is not "Iraq"."""


def _shapes(name: str) -> Iterator[str]:
    """What names that differ by one letter have in common."""
    folded = name.casefold()
    if len(folded) >= _LONG and not any(char.isdecimal() for char in folded):
        for at in range(len(folded)):
            yield f"{folded[:at]}*{folded[at + 1 :]}"
            yield f"{folded[:at]}*{folded[at:]}"
