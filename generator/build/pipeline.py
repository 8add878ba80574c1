"""From the inputs of a site to everything its pages can say."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import msgspec

from generator.build import steps
from generator.build.cache import Cache, digest
from generator.build.documents import Document, Documents
from generator.build.inputs import ENTRY_SUFFIXES, Inputs, Stamp
from generator.build.jobs import Workers
from generator.build.memory import Memory
from generator.build.progress import Progress
from generator.build.version import code_version
from generator.config import Config
from generator.errors import Problem
from generator.model import Article, BackgroundLink, Entry, Topic

if TYPE_CHECKING:
    from generator.site.assemble import Site
    from generator.site.markup import Html
    from generator.topics import background


Same = TypeVar("Same")


class Gathered(msgspec.Struct, frozen=True):
    """Everything that the inputs say, put together."""

    entries: tuple[Entry, ...]
    topics: tuple[Topic, ...]
    articles: tuple[Article, ...]
    links: tuple[BackgroundLink, ...]
    problems: tuple[Problem, ...] = ()


class LeftOut(msgspec.Struct, frozen=True):
    """Entries that wait: the site is built without them."""

    drafts: int = 0
    scheduled: int = 0
    next_day: int | None = None
    """The ordinal of the first day on which a scheduled one is due."""


_MOST_TEMPLATES = 200
"""From which on only what the last build wanted of templates is kept."""


class Store:
    """The store of results and the keys that this run has asked for."""

    def __init__(self, cache: Cache, memory: Memory | None = None) -> None:
        self.cache = cache
        self.memory = memory = memory or Memory()
        self.used: set[str] = set()
        self.outdated: set[str] = set()
        """What the next build will not want."""
        self.gathered = dict([memory.gathered] if memory.gathered else [])
        """What was read from the store, by its key."""

    def keep(self, key: str, value: bytes) -> None:
        self.cache.put({key: value})

    def find(self, key: str) -> bytes | None:
        self.used.add(key)
        return self.cache.get([key]).get(key)

    def templates(self) -> dict[str, bytes]:
        """What was kept of templates."""
        found = self.find(digest("templates", code_version()))
        return msgspec.msgpack.decode(found, type=dict[str, bytes]) if found else {}

    def keep_templates(self, compiled: Mapping[str, bytes]) -> None:
        known = self.templates()
        if compiled.keys() <= known.keys():
            return
        kept = {**known, **compiled} if len(known) < _MOST_TEMPLATES else compiled
        self.keep(digest("templates", code_version()), msgspec.msgpack.encode(kept))


def read(
    site: Path,
    config: Config,
    inputs: Inputs,
    started: int,
    workers: Workers,
    store: Store,
    progress: Progress,
) -> tuple[list[steps.Read], list[steps.Written], list[steps.Declared], list[Problem]]:
    """Read every document of a site.

    Args:
        started: when the build began to look at the files; see `Documents`.
    """
    problems: list[Problem] = []
    documents = Documents(site, store.cache, started, config.max_document)

    def found(stamps: Iterable[Stamp]) -> list[Document]:
        known, wrong = documents.of(stamps)
        problems.extend(wrong)
        return known

    def results(
        step: steps.Step[steps.Settings, steps.Result],
        settings: steps.Settings,
        given: Sequence[Document],
    ) -> list[steps.Result]:
        made = list(
            steps.run(
                step,
                settings,
                given,
                cache=store.cache,
                used=store.used,
                memory=store.memory.results.setdefault(step.title, {}),
                workers=workers,
                progress=progress,
            )
        )
        for result in made:
            problems.extend(_spared(result))
        return made

    papers = found(inputs.articles)
    settings = steps.reading(config, _boilerplate(papers, config.encoding, store))
    read_articles = results(steps.ARTICLES, settings, papers)
    written = results(steps.ENTRIES, config, found(inputs.entries))
    declared = results(steps.TOPICS, config, found(inputs.topics))
    store.used.add(documents.keep())
    return read_articles, written, declared, problems


def _spared(result: steps.Read | steps.Written | steps.Declared) -> Iterable[Problem]:
    """The problems of an input. An article that cannot be read costs the site only itself.

    What an editor wrote wrong, in front matter too, has its line and stays an error; so does a file
    that gives no article at all, but for what is wrong with it as a whole. A faulty record among
    others of a feed or table is only left out.
    """
    if not isinstance(result, steps.Read):
        return result.problems
    return [
        msgspec.structs.replace(problem, severity="warning")
        if not problem.line or (result.articles and not problem.path.endswith(ENTRY_SUFFIXES))
        else problem
        for problem in result.problems
    ]


def _boilerplate(documents: Sequence[Document], encoding: str, store: Store) -> frozenset[str]:
    """What recurs in the articles, computed again only when one of them has changed."""
    contents = [f"{document.path} {document.content}" for document in documents]
    key = digest("boilerplate", code_version(), encoding, *contents)
    found = store.find(key)
    if found is not None:
        return msgspec.msgpack.decode(found, type=frozenset[str])
    learned = steps.boilerplate_of((document.source() for document in documents), encoding)
    store.keep(key, msgspec.msgpack.encode(sorted(learned)))
    return learned


def due(entries: Iterable[Entry], today: int, *, drafts: bool) -> tuple[tuple[Entry, ...], LeftOut]:
    """The entries that may be shown on the day with the ordinal `today`."""
    shown = []
    waiting_drafts = 0
    days = []
    for entry in entries:
        day = entry.publish.earliest if entry.publish else None
        if entry.draft and not drafts:
            waiting_drafts += 1
        elif day is not None and day > today and not drafts:
            days.append(day)
        else:
            shown.append(entry)
    return tuple(shown), LeftOut(waiting_drafts, len(days), min(days, default=None))


def today(now: datetime, time_zone: str) -> int:
    """The ordinal of the day that `now` is in a time zone; of its own where that is unknown."""
    from zoneinfo import ZoneInfo

    try:
        return now.astimezone(ZoneInfo(time_zone)).toordinal()
    except (OSError, ValueError, KeyError):
        return now.toordinal()


def gather(
    config: Config,
    extracted: Sequence[Entry],
    articles: Sequence[Article],
    editors: Sequence[Entry],
    declared: Sequence[Topic],
    store: Store,
) -> tuple[str, Gathered]:
    """Merge what tells one event, apply what editors wrote, find topics and background.

    Returns:
        The key under which the store has the result, and the result.
    """
    key = digest(
        "gather",
        code_version(),
        msgspec.msgpack.encode((config, extracted, articles, editors, declared)),
    )
    gathered = stored(key, store)
    if gathered is None:
        latest = _latest_key(config)
        before = _before(latest, store)
        gathered, counted = _gather(config, extracted, articles, editors, declared, before)
        if store.memory.gathered is not None:
            gathered = shared(gathered, store.memory.gathered[1])
        store.keep(key, msgspec.msgpack.encode(gathered))
        store.keep(latest, msgspec.msgpack.encode((key, counted)))
    store.memory.gathered = key, gathered
    return key, gathered


def _latest_key(config: Config) -> str:
    """Under which the store tells what links were made last by the same rules."""
    return digest("links", code_version(), str(config.background.max_links))


def _before(latest: str, store: Store) -> "background.Before | None":
    """What was linked the last time, None when the store does not know."""
    from generator.topics.background import Before, Counted

    found = store.find(latest)
    if found is None:
        return None
    key, counted = msgspec.msgpack.decode(found, type=tuple[str, Counted])
    old = stored(key, store)
    if old is None:
        return None
    store.outdated.add(key)
    return Before(old.entries, old.articles, old.topics, old.links, counted)


def stored(key: str, store: Store) -> Gathered | None:
    """What was gathered by a build before, None when the store has it no more."""
    store.used.add(key)
    if key not in store.gathered:
        found = store.find(key)
        if found is None:
            return None
        store.gathered[key] = msgspec.msgpack.decode(found, type=Gathered)
    return store.gathered[key]


def shared(one: Gathered, other: "Gathered | Site") -> Gathered:
    """What was gathered; what is the same in the other is the other's own object.

    To compare an object with itself costs nothing, and the indexes of a site hold each many times.
    """
    entries = {entry.id: entry for entry in other.entries}
    articles = {article.id: article for article in other.articles}
    links = {(link.later, link.earlier): link for link in other.links}

    def same(item: Same, known: Same | None) -> Same:
        return known if known is not None and known == item else item

    return Gathered(
        tuple(same(entry, entries.get(entry.id)) for entry in one.entries),
        one.topics,
        tuple(same(article, articles.get(article.id)) for article in one.articles),
        tuple(same(link, links.get((link.later, link.earlier))) for link in one.links),
        one.problems,
    )


def _gather(
    config: Config,
    extracted: Sequence[Entry],
    articles: Sequence[Article],
    editors: Sequence[Entry],
    declared: Sequence[Topic],
    before: "background.Before | None",
) -> "tuple[Gathered, background.Counted]":
    from generator.entries import edits, merge
    from generator.topics import assign, background, important

    merged = merge.merge(extracted, articles)
    entries, problems = edits.apply_edits(merged, editors)
    entries, topics = assign.assign(entries, articles, declared)
    linked = background.link(
        entries,
        articles,
        topics=topics,
        max_links=config.background.max_links,
        before=before,
    )
    entries = important.rank(entries, articles)
    everything = Gathered(
        entries, topics, tuple(articles), linked.links, (*problems, *linked.problems)
    )
    return everything, linked.counted


def topics_of(config: Config, declared: Iterable[Topic]) -> tuple[Topic, ...]:
    """The topics of site.yaml and of `content/topics/`; what a file says wins."""
    topics = {
        keys.slug: Topic(
            keys.slug, keys.title, keys.aliases, keys.description, "", keys.parents, keys.hidden
        )
        for keys in config.topics
    }
    for topic in declared:
        listed = topics.get(topic.slug)
        topics[topic.slug] = (
            msgspec.structs.replace(
                topic,
                aliases=tuple(dict.fromkeys((*topic.aliases, *listed.aliases))),
                parents=topic.parents or listed.parents,
                description=topic.description or listed.description,
                hidden=topic.hidden or listed.hidden,
            )
            if listed
            else topic
        )
    return tuple(topics[slug] for slug in sorted(topics))


class Prose:
    """Markdown as HTML, each text converted once for all builds.

    What pages ask for one after the other is kept at hand; the rest stays in the store.
    """

    _AT_HAND = 20_000

    def __init__(self, store: Store) -> None:
        self._store = store
        self._known: dict[str, Html] = {}

    def __call__(self, text: str) -> "Html":
        found = self._known.get(text)
        if found is None:
            from generator.site import markup

            key = _prose_key(text)
            known = self._store.find(key)
            if known is not None:
                found = markup.Html(known.decode())
            else:
                found = markup.to_html(text)
                self._store.keep(key, found.encode())
            self._hold(text, found)
        return found

    def prepare(self, site: "Site", pages: int, workers: Workers, progress: Progress) -> None:
        """Convert all texts that were not converted before, when most pages are to be made.

        Args:
            pages: how many pages will be made.
        """
        if 2 * pages < len(site.entries):
            return
        wanted = {key: text for text in _texts(site) for key in [_prose_key(text)]}
        known = self._store.cache.get(wanted)
        missing = [key for key in wanted if key not in known]
        if not missing:
            return
        from generator.site import markup

        progress.start("Converting Markdown", len(missing))
        converted = workers.map(
            markup.to_html, [wanted[key] for key in missing], pays_from=_CONVERTING_PAYS_FROM
        )
        fresh = {}
        for key, html in zip(missing, converted, strict=True):
            fresh[key] = html.encode()
            self._hold(wanted[key], html)
            progress.advance()
        self._store.cache.put(fresh)
        progress.finish()

    def _hold(self, text: str, html: "Html") -> None:
        if len(self._known) >= self._AT_HAND:
            self._known.clear()
        self._known[text] = html


_CONVERTING_PAYS_FROM = 1000


def _prose_key(text: str) -> str:
    return digest("markdown", code_version(), text)


def _texts(site: "Site") -> Iterable[str]:
    texts = [entry.text for entry in site.entries if entry.origin == "editor"]
    texts += [topic.text for topic in site.topics]
    return (text for text in texts if text.strip())


def prose_keys(site: "Site") -> Iterable[str]:
    """The keys, in the store, of the HTML that the pages of a site show."""
    return map(_prose_key, (*_texts(site), site.config.footer))


def assemble(config: Config, gathered: Gathered, prose: Prose) -> "Site":
    """Put the site together."""
    from generator.site import assemble as site

    return site.assemble(
        config,
        gathered.entries,
        gathered.articles,
        gathered.topics,
        gathered.links,
        to_html=prose,
    )
