"""Records of articles, whatever file they come from: what their keys mean, and what is wrong.

A record costs only itself. What many records share (a key nobody knows, no title) is said once.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from difflib import get_close_matches

import msgspec

from generator.articles import fragments, item
from generator.articles.feeds import has_text, only_summaries, summed_up, tags_of
from generator.articles.fragments import Block
from generator.articles.item import Item
from generator.articles.json_text import Figure
from generator.articles.reader import Hints, Result
from generator.dates import DateError, EventDate, parse_edtf
from generator.errors import Problem, Severity, did_you_mean
from generator.model import Link

KEYS: Mapping[str, tuple[str, ...]] = {
    name: tuple(f"{name} {others}".split())
    for name, others in (
        ("title", "headline heading name"),
        (
            "published",
            "datepublished publishedat publisheddate publishdate publicationdate pubdate date "
            "createdat created creationdate datetime timestamp day dct",
        ),
        ("updated", "datemodified modified updatedat lastmodified"),
        ("byline", "authors author by writers writer creator creators"),
        ("publisher", "publication newspaper outlet site sitename sourcename provider"),
        ("url", "link canonicalurl canonical permalink href weburl externalurl sourceurl address"),
        ("language", "lang locale"),
        ("tags", "topics categories category keywords subjects section labels tag"),
        ("summary", "description standfirst abstract excerpt subtitle teaser snippet lead lede"),
        (
            "text",
            "contenthtml body articlebody fulltext bodytext maintext contenttext content article "
            "story paragraphs html",
        ),
        ("id", "guid uuid key articleid"),
        ("path", "file filename"),
        ("related", "relatedlinks"),
        ("source", ""),
    )
}
"""What a key is called, the most trusted name first, folded by `folded`."""

_NAMES = {alias: name for name, aliases in KEYS.items() for alias in aliases}
_KNOWN = ("title", "published", "byline", "publisher", "url", "language", "tags", "summary", "text")
_TYPED = (*_KNOWN, "headline", "date", "author", "authors", "body", "content", "link", "keywords")
"""What people mean when they mistype a key."""
_PASSED_OVER = frozenset(
    (
        *("witnesses", "lines", "slug", "image", "images", "thumbnail", "bannerimage", "type"),
        *("attachments", "author_id", "wordcount", "length", "subheadings", "index", "", "kind"),
    )
)
"""Keys that are known to hold nothing that an article has."""

_FIGURES = frozenset({"title", "published", "updated", "text", "id"})
"""Fields that a number may be the value of."""
_FOLD = re.compile(r"[\W_]+")
_EVENTS = (
    frozenset({"earliest", "date"}),
    frozenset({"startdate"}),
    frozenset({"year", "headline", "endyear"}),
    frozenset({"year", "headline", "media"}),
)
"""Keys that events have and articles have not: of our own exports, and of TimelineJS."""

Value = object
"""What a record holds under a key: a text, None, or lists and dicts of these."""


class Record(msgspec.Struct, frozen=True):
    """One record of a file, its keys as they are written there."""

    line: int
    """1-based line where it begins."""
    values: Mapping[str, Value]
    column: int = 0
    """1-based, or 0 where it is not known."""


class Kind(msgspec.Struct, frozen=True):
    """A kind of file with records."""

    source: str
    """Where a field comes from, for readers: "JSON record"."""
    named: Callable[[str], str]
    """The same for a field that came from the key of this name."""
    is_feed: bool = False


def folded(key: str) -> str:
    """A key without its case, its spaces and its hyphens: "Pub-Date" is "pubdate"."""
    return _FOLD.sub("", key.lower())


def name_of(key: str) -> str:
    """The field that a key names, or ""."""
    return _NAMES.get(folded(key), "")


def events_here(keys: Iterable[str]) -> bool:
    """Whether records with these keys are events and no articles."""
    found = {folded(key) for key in keys}
    return any(wanted <= found for wanted in _EVENTS)


def refused_events(path: str, line: int = 0) -> Problem:
    """Why a file of events is not read as articles."""
    message = "this file holds events, and no articles"
    hint = f"run `backstory import {path}` to turn the events into files under content/"
    return Problem(path, line, 0, message, hint)


def articles(
    path: str,
    records: Iterable[Record],
    kind: Kind,
    hints: Hints,
    problems: list[Problem],
    common: Mapping[str, str] | None = None,
) -> Result:
    """The articles of a file's records.

    Args:
        problems: what has been found wrong so far; what is found here is added.
        common: fields that the file says of all its records, for those that do not say their own.
    """
    reading = _Reading(path, kind, hints, problems, common or {})
    items = [found for record in records if (found := reading.item(record)) is not None]
    if items:
        reading.tell_of_keys()
        problems.extend(reading.refused)
    problems.extend(only_summaries(path, reading.summaries, len(items)))
    made = item.articles(path, items, hints, problems) if items else ()
    if not made and not any(problem.severity == "error" for problem in problems):
        message = "there are no articles in this file: no record has a text"
        hint = 'expected records with "title", "published" and "text", or names like these'
        problems.append(Problem(path, 0, 0, message, hint))
    return made, tuple(problems)


class _Reading:
    """One pass over a file's records, and what is to be said once at its end."""

    def __init__(
        self,
        path: str,
        kind: Kind,
        hints: Hints,
        problems: list[Problem],
        common: Mapping[str, str],
    ) -> None:
        self.path = path
        self.kind = kind
        self.hints = hints
        self.problems = problems
        self.common = common
        self.summaries: list[int] = []
        self.refused: list[Problem] = []
        """Records without a text."""
        self._unknown: dict[str, int] = {}

    def item(self, record: Record) -> Item | None:
        """What a record says; None, and a problem, where it has no text."""
        by_name = self._by_name(record)
        told = {name: self._texts(name, value, record.line) for name, (_, value) in by_name.items()}

        def first(name: str) -> str:
            return next(iter(told.get(name, ())), "")

        self._split_source(told, by_name)
        exact = {"path", "title", "byline", "publisher", "body"} <= record.values.keys()
        blocks, is_summary = _blocks(told, exact=exact)
        if not has_text(blocks):
            self._refuse(record)
            return None
        if is_summary:
            self.summaries.append(record.line)
        base = self.common.get("base", "")
        url = item.address(first("url"), base)
        if first("url") and not url and not exact:
            message = f'"{first("url")[:80]}" is no web address'
            hint = "expected https://…"
            place = (record.line, record.column)
            self.problems.append(Problem(self.path, *place, message, hint, "warning"))
        return Item(
            line=record.line,
            source=self.kind.source,
            sources={
                name: self.kind.named(key) for name, (key, _) in by_name.items() if told.get(name)
            },
            blocks=blocks,
            title=first("title") if exact else fragments.one_line(first("title")),
            published=self._date(first, record, exact=exact),
            byline=(
                tuple(told.get("byline", ()))
                if exact
                else item.names_in(told.get("byline") or [self.common.get("byline", "")])
            ),
            publisher=fragments.one_line(first("publisher") or self.common.get("publisher", "")),
            url=url or (first("url") if exact else ""),
            language=item.language_of(first("language") or self.common.get("language", "")),
            language_is_sure=bool(item.language_of(first("language"))),
            summary="" if is_summary else summed_up(first("summary")),
            tags=tuple(told.get("tags", ())) if exact else tags_of(_parts(told.get("tags", ()))),
            related=tuple(_links(by_name.get("related", ("", None))[1])),
            key=first("id") or first("path"),
        )

    def _by_name(self, record: Record) -> dict[str, tuple[str, Value]]:
        """For each name its key in the record and the value, that of the most trusted key."""
        found: dict[str, tuple[int, str, Value]] = {}
        for key, value in record.values.items():
            short = folded(key)
            name = _NAMES.get(short)
            if name is None:
                if short not in _PASSED_OVER and not key.startswith("_"):
                    self._unknown.setdefault(key, record.line)
                continue
            if value is None or value == "" or value == []:
                continue
            rank = KEYS[name].index(short)
            if name not in found or rank < found[name][0]:
                found[name] = (rank, key, value)
        return {name: (key, value) for name, (_, key, value) in found.items()}

    def _split_source(
        self, told: dict[str, list[str]], by_name: dict[str, tuple[str, Value]]
    ) -> None:
        """A "source" is an address or the name of a paper: what it looks like decides."""
        if not (source := told.pop("source", [])):
            return
        name = "url" if item.address(source[0]) else "publisher"
        if not told.get(name):
            told[name] = source
            by_name[name] = by_name["source"]

    def _texts(self, named: str, value: Value, line: int) -> list[str]:
        """The texts of a value that may be one, many, or objects that hold one."""
        return [
            text
            for found in _strings(value)
            # A number among names and words stands for a record somewhere else.
            if (named in _FIGURES or not isinstance(found, Figure))
            and (text := item.tidied(found, self.path, line, self.problems).strip())
        ]

    def _date(
        self, first: Callable[[str], str], record: Record, *, exact: bool
    ) -> EventDate | None:
        text = first("published") or first("updated")
        if not text:
            return None
        try:
            return (
                parse_edtf(text)
                if exact
                else item.published_on(text, self.hints.date_order, self.hints.language)
            )
        except DateError as error:
            severity: Severity = "warning" if self.kind.is_feed else "error"
            place = (record.line, record.column)
            self.problems.append(Problem(self.path, *place, error.message, error.hint, severity))
            return None

    def _refuse(self, record: Record) -> None:
        message = "this record has no text"
        keys = [key for key in record.values if key]
        near = [did_you_mean(key, KEYS["text"]) for key in keys if folded(key) not in _NAMES]
        hint = next(filter(None, near), "expected it under a key such as text, body or content")
        self.refused.append(Problem(self.path, record.line, record.column, message, hint))

    def tell_of_keys(self) -> None:
        """Say once which keys were not understood."""
        others = []
        for key, line in self._unknown.items():
            near = get_close_matches(folded(key), _TYPED, n=1, cutoff=0.8)
            if near:
                hint = f'did you mean "{near[0]}"?'
                message = f'the key "{key[:60]}" is unknown'
                self.problems.append(Problem(self.path, line, 0, message, hint, "warning"))
            else:
                others.append(key)
        if others and not self.kind.is_feed:
            shown = ", ".join(f'"{key[:40]}"' for key in others[:6])
            more = f" and {len(others) - 6} more" if len(others) > 6 else ""
            message = f"not read, for no article has such a key: {shown}{more}"
            hint = f"the keys are {', '.join(_KNOWN)}; begin others with _ to have them passed over"
            line = min(self._unknown[key] for key in others)
            self.problems.append(Problem(self.path, line, 0, message, hint, "warning"))


def _blocks(told: Mapping[str, list[str]], *, exact: bool) -> tuple[tuple[Block, ...], bool]:
    """The paragraphs of a record, and whether they only sum it up."""
    texts = told.get("text", [])
    if exact:
        return fragments.as_they_stand("\n".join(texts)), False
    if texts:
        blocks = tuple(block for text in texts for block in fragments.blocks(text))
        if has_text(blocks):
            return blocks, False
    return tuple(b for text in told.get("summary", []) for b in fragments.blocks(text)), True


def _strings(value: Value) -> Iterable[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for part in value:
            if isinstance(part, str):
                yield part
            elif isinstance(part, dict):
                yield from _named(part)
    elif isinstance(value, dict):
        yield from _named(value)


def _named(value: Mapping[str, Value]) -> Iterable[str]:
    """The text of an object that stands for one: {"name": "Ann Poe"}, {"rendered": "<p>…"}."""
    for key in ("name", "rendered", "title", "label", "term", "value", "text", "#text", "url"):
        if isinstance(found := value.get(key), str):
            yield found
            return


def _parts(texts: Iterable[str]) -> Iterable[str]:
    found = list(texts)
    if len(found) == 1:
        return re.split(r"\s*[;,|]\s*", found[0])
    return found


def _links(value: Value) -> Iterable[Link]:
    for part in value if isinstance(value, list) else []:
        if isinstance(part, dict) and isinstance(title := part.get("title"), str):
            url = part.get("url")
            yield Link(_whole(title), _whole(url) if isinstance(url, str) else "")
        elif isinstance(part, str):
            yield Link(_whole(part), item.address(part))


def _whole(text: str) -> str:
    """A text without halves of characters, which no file can hold."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
