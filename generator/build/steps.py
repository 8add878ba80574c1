"""The steps that deal with one input at a time: pure functions that a pool and a store can take."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING, Generic, Literal, TypeVar

import msgspec

from generator.build.cache import Cache, digest
from generator.build.documents import Document
from generator.build.jobs import Workers
from generator.build.progress import Progress
from generator.build.version import code_version
from generator.config import Config, Extract
from generator.errors import Problem
from generator.model import Article, Entry, Role, Source, Topic

if TYPE_CHECKING:
    from generator.dates import Mention


class Read(msgspec.Struct, frozen=True):
    """The articles of a document and the events they tell of."""

    articles: tuple[Article, ...]
    entries: tuple[Entry, ...]
    problems: tuple[Problem, ...]


class Written(msgspec.Struct, frozen=True):
    """An editor's entry."""

    entry: Entry | None
    problems: tuple[Problem, ...]


class Declared(msgspec.Struct, frozen=True):
    """An editor's topic."""

    topic: Topic | None
    problems: tuple[Problem, ...]


class Reading(msgspec.Struct, frozen=True):
    """The settings that the reading of an article follows from."""

    language: str
    date_order: Literal["dmy", "mdy"] | None
    extract: Extract
    max_document: int
    max_seconds: int
    encoding: str
    boilerplate: frozenset[str]
    """Lines that recur in the collection."""


def reading(config: Config, boilerplate: frozenset[str]) -> Reading:
    """How the articles of a site are to be read."""
    return Reading(
        config.language,
        config.date_order,
        config.extract,
        config.max_document,
        config.max_seconds,
        config.encoding,
        boilerplate,
    )


def boilerplate_of(sources: Iterable[Source], encoding: str) -> frozenset[str]:
    """The lines that recur in a collection."""
    from generator.articles import boilerplate

    return boilerplate.learn(sources, encoding=encoding)


def read_article(settings: Reading, source: Source) -> Read:
    """Read a document's articles, find their dates and the events that they tell of."""
    from generator.articles import Hints, read
    from generator.articles.reader import too_slow
    from generator.articles.time_limit import within

    hints = Hints(
        language=settings.language,
        date_order=settings.date_order,
        boilerplate=settings.boilerplate,
        max_bytes=settings.max_document,
        max_seconds=settings.max_seconds,
        encoding=settings.encoding,
    )
    articles, problems = read(source, hints)
    wanted = settings.extract
    if not wanted.enabled:
        return Read(articles, (), problems)

    def events() -> tuple[Entry, ...]:
        return tuple(
            entry
            for article in articles
            for entry in told(wanted.roles, wanted.min_score or None, article)[0]
        )

    found = within(settings.max_seconds * max(1, len(articles)), events, None)
    if found is None:
        return Read((), (), (*problems, *too_slow(source.path, settings.max_seconds)[1]))
    return Read(articles, found, problems)


def told(
    roles: Sequence[Role], min_score: float | None, article: Article
) -> "tuple[tuple[Entry, ...], tuple[Mention, ...]]":
    """The events that an article tells of, and its dates; none where we have no rules.

    Args:
        min_score: how sure an event must be; None as the extraction itself thinks right.
    """
    from generator.dates import DateError
    from generator.dates.tagger import tag
    from generator.entries import extract

    try:
        mentions = tag(article.text, article.published, language=article.language)
    except DateError:
        return (), ()
    least = extract.MIN_SCORE if min_score is None else min_score
    return extract.extract(article, mentions, roles=roles, min_score=least), mentions


def read_entry(config: Config, source: Source) -> Written:
    """Read an editor's entry."""
    from generator.entries import editor

    return Written(*editor.read_entry(source, config))


def read_topic(config: Config, source: Source) -> Declared:
    """Read an editor's topic."""
    from generator.entries import editor

    return Declared(*editor.read_topic(source, config))


Settings = TypeVar("Settings")
Result = TypeVar("Result", Read, Written, Declared)


class Step(msgspec.Struct, Generic[Settings, Result], frozen=True):
    """A step over inputs: its name for users, its function and what it gives."""

    title: str
    function: Callable[[Settings, Source], Result]
    result: type[Result]
    pays_from: int
    """How many inputs, about a tenth of a second of work, make a second process worth its fork."""


ARTICLES = Step("Reading articles", read_article, Read, 16)
ENTRIES = Step("Reading entries", read_entry, Written, 250)
TOPICS = Step("Reading topics", read_topic, Declared, 250)


def run(
    step: Step[Settings, Result],
    settings: Settings,
    documents: Sequence[Document],
    *,
    cache: Cache,
    used: set[str],
    memory: dict[str, Result],
    workers: Workers,
    progress: Progress,
) -> Iterator[Result]:
    """The result of a step for each document, in their order, from the store where it has it.

    The store keeps all results of a step under one key: they are wanted together.

    Args:
        settings: all that the results follow from besides the document.
        used: is given the key of the results, so that the store does not drop them.
        memory: what this process has read before, by key; holds what it has read now.
    """
    if not documents:
        return
    progress.start(step.title, len(documents))
    given = digest(
        step.title, code_version(), msgspec.msgpack.encode(settings, order="deterministic")
    )
    keys = [digest(given, document.path, document.content) for document in documents]
    place = digest("results", step.title)
    used.add(place)
    stored = _all_results(cache, place)
    missing = [at for at, key in enumerate(keys) if key not in stored]
    progress.stored(len(documents) - len(missing))
    results = {key: stored[key] for key in keys if key in stored}
    passing: dict[str, msgspec.Raw] = {}
    if missing:
        computed = workers.map(
            partial(_encoded, step.function, settings),
            (documents[at].source() for at in missing),
            pays_from=step.pays_from,
        )
        try:
            for at, (result, lasts) in zip(missing, computed, strict=True):
                (results if lasts else passing)[keys[at]] = msgspec.Raw(result)
                progress.advance()
        finally:
            # What was done before an error or an interruption is not done again.
            cache.put({place: msgspec.msgpack.encode(results)})
    elif len(results) < len(stored):
        cache.put({place: msgspec.msgpack.encode(results)})
    decoder = msgspec.msgpack.Decoder(step.result)
    before = dict(memory)
    memory.clear()
    for key in keys:
        if key in passing:
            yield decoder.decode(passing[key])
            continue
        if key not in memory:
            memory[key] = before[key] if key in before else decoder.decode(results[key])
        yield memory[key]
    progress.finish()


def _all_results(cache: Cache, place: str) -> dict[str, msgspec.Raw]:
    found = cache.get([place]).get(place)
    return msgspec.msgpack.decode(found, type=dict[str, msgspec.Raw]) if found else {}


def _encoded(
    function: Callable[[Settings, Source], Result], settings: Settings, source: Source
) -> tuple[bytes, bool]:
    """The result, and whether it follows from the source alone, so that the store may have it."""
    result = function(settings, source)
    lasts = not any(problem.passing for problem in result.problems)
    return msgspec.msgpack.encode(result), lasts
