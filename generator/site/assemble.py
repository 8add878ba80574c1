"""The Site: everything the pages can say, in time order, with its indexes."""

from collections.abc import Callable, Iterable, Mapping, Sequence

import msgspec

from generator.config import Config
from generator.model import Article, BackgroundLink, Entry, Topic
from generator.site import markup, names, periods
from generator.site.cards import Face
from generator.site.markup import Html
from generator.site.names import Named
from generator.slugs import is_slug, slugify

Piece = Callable[["Site", str], str]
"""Some text about the entry with an id: what a file that tells of all entries is made of."""


def _anew(site: "Site", make: Piece, id_: str) -> str:
    return make(site, id_)


class Site(msgspec.Struct, frozen=True):
    """Everything the pages can say. Every slug in it is unique among its kind and safe.

    A page is made again when something changed that its view has looked up here, so a view looks
    up what it needs and no more: one entry by its id, not all of them to find one.
    """

    config: Config
    entries: Sequence[Entry]
    """The visible ones, in time order."""
    topics: Sequence[Topic]
    """Those with a page, by title: with enough entries, or described by an editor."""
    articles: Sequence[Article]
    """Newest first; those without a date last."""
    links: Sequence[BackgroundLink]
    """Between visible entries, in time order of the earlier one."""
    html: Callable[[str], Html]
    """Markdown of entries and topics as safe HTML."""
    entry_by_id: Mapping[str, Entry]
    neighbours: Mapping[str, tuple[str, str]]
    """The ids of the entries before and after an entry, by its id; "" at the ends."""
    topic_neighbours: Mapping[str, tuple[str, str]]
    """The same within a topic, by "SLUG/ID"."""
    topic_by_slug: Mapping[str, Topic]
    topic_titles: Mapping[str, str]
    """The title, by slug, of every topic that is not hidden, with or without a page."""
    topic_ranks: Mapping[str, int]
    """The place of a topic, by slug, among those of all entries, the largest first."""
    topic_by_label: Mapping[str, Topic]
    """The topics with a page by each of their labels in small letters."""
    article_by_id: Mapping[str, Article]
    article_neighbours: Mapping[str, tuple[str, str]]
    """The ids of the articles before and after an article in `articles`; "" at the ends."""
    by_year: Mapping[int, Sequence[Entry]]
    by_topic: Mapping[str, Sequence[Entry]]
    by_article: Mapping[str, Sequence[Entry]]
    """The entries that cite an article, by its id."""
    before: Mapping[str, Sequence[BackgroundLink]]
    """The links to what came before an entry, by its id."""
    after: Mapping[str, Sequence[BackgroundLink]]
    """The links to what followed an entry, by its id."""
    by_quote: Mapping[str, Sequence[BackgroundLink]]
    """The links that quote an article, by its id."""
    named: Mapping[str, Named]
    """People, places and organizations with a page, by `names.key`."""
    kinds: Sequence[str]
    """The kinds of lists that have an index: "topics", "people", "places", "organizations"."""
    by_name: Mapping[str, Sequence[Entry]]
    """The entries that name somebody or something, by `names.key`."""
    by_list_year: Mapping[str, Sequence[Entry]]
    """The entries of one year of a topic or a name, by "topics/SLUG/YEAR", "people/SLUG/YEAR"."""
    by_day: Mapping[str, Sequence[Entry]]
    """The entries known to the day, by "MM-DD"."""
    cards: Face | None = None
    """What pictures for sharing are written with, where there are to be any."""
    pieces: Callable[["Site", Piece, str], str] = _anew
    """Gives a piece; a build takes it from the last one where nothing in it has changed."""

    def piece(self, make: Piece, id_: str) -> str:
        """What `make` says of an entry."""
        return self.pieces(self, make, id_)


def assemble(
    config: Config,
    entries: Iterable[Entry],
    articles: Iterable[Article],
    topics: Iterable[Topic],
    links: Iterable[BackgroundLink],
    *,
    to_html: Callable[[str], Html] = markup.to_html,
) -> Site:
    """Put a site together.

    Entries that are hidden, links to them, and topics without entries are left out.

    Args:
        to_html: called when a page shows a text, so a caller may look it up in a cache.
    """
    all_topics, renamed = _topic_slugs(sorted(topics, key=lambda topic: topic.slug))
    visible = sorted(
        (entry for entry in entries if not entry.hidden),
        key=in_time,
    )
    ordered = tuple(_entry_slugs(visible, renamed))
    papers = tuple(_article_slugs(articles))
    by_id = {entry.id: entry for entry in ordered}
    rank = {entry.id: place for place, entry in enumerate(ordered)}
    kept = sorted(
        (link for link in links if link.later in by_id and link.earlier in by_id),
        key=lambda link: (rank[link.earlier], rank[link.later], link.article, link.start),
    )
    by_topic = _group(ordered, lambda entry: entry.topics)
    named_by = {entry.id: _names(entry) for entry in ordered}
    by_name = _group(ordered, lambda entry: named_by[entry.id])
    shown = tuple(
        sorted(
            (topic for topic in all_topics if _has_page(config, topic, by_topic)),
            key=lambda topic: (topic.title.casefold(), topic.slug),
        )
    )
    named = names.named(config, ordered, by_name)
    return Site(
        config=config,
        entries=ordered,
        topics=shown,
        articles=papers,
        links=tuple(kept),
        html=to_html,
        entry_by_id=by_id,
        neighbours=_neighbours(ordered),
        topic_neighbours={
            f"{topic.slug}/{id_}": pair
            for topic in shown
            for id_, pair in _neighbours(by_topic.get(topic.slug, ())).items()
        },
        topic_by_slug={topic.slug: topic for topic in shown},
        topic_ranks={
            slug: rank
            for rank, slug in enumerate(sorted(by_topic, key=lambda s: (-len(by_topic[s]), s)))
        },
        topic_by_label={
            label.casefold(): topic for topic in shown for label in (topic.title, *topic.aliases)
        },
        topic_titles={topic.slug: topic.title for topic in all_topics if not topic.hidden},
        article_by_id={article.id: article for article in papers},
        article_neighbours=_neighbours(papers),
        by_year=periods.by_year(ordered),
        by_topic=by_topic,
        by_article=_group(
            ordered, lambda entry: [cited.article for cited in entry.citations if cited.article]
        ),
        before=_links(kept, lambda link: link.later),
        after=_after(kept, rank),
        named=named,
        kinds=_kinds(shown, named),
        by_name=by_name,
        by_list_year=_group(
            ordered,
            lambda entry: [
                f"{key}/{periods.place(entry.date).year}"
                for key in (*(f"topics/{slug}" for slug in entry.topics), *named_by[entry.id])
            ],
        ),
        by_day=_group(ordered, lambda entry: filter(None, [periods.anniversary(entry.date)])),
        by_quote=_links(
            [link for link in kept if link.article and link.end > link.start],
            lambda link: link.article,
        ),
    )


def _kinds(topics: Sequence[Topic], named: Mapping[str, Named]) -> tuple[str, ...]:
    known = {found.kind for found in named.values()}
    return (*(("topics",) if topics else ()), *(kind for kind in names.KINDS if kind in known))


def _names(entry: Entry) -> Sequence[str]:
    return [names.key(kind, name) for kind, name in names.names_of(entry)]


def in_time(entry: Entry) -> tuple[object, ...]:
    """The key by which entries stand in time order."""
    return entry.date.sort_key, entry.id


def _neighbours(items: Sequence[Entry] | Sequence[Article]) -> dict[str, tuple[str, str]]:
    ids = ["", *(item.id for item in items), ""]
    return {id_: (ids[at], ids[at + 2]) for at, id_ in enumerate(ids[1:-1])}


def _has_page(config: Config, topic: Topic, by_topic: dict[str, tuple[Entry, ...]]) -> bool:
    if topic.hidden:
        return False
    declared = bool(topic.text or topic.description or topic.path)
    least = 1 if declared else config.pages.min_entries
    return len(by_topic.get(topic.slug, ())) >= least


def _group(
    entries: Sequence[Entry], keys: Callable[[Entry], Iterable[str]]
) -> dict[str, tuple[Entry, ...]]:
    found: dict[str, list[Entry]] = {}
    for entry in entries:
        for key in dict.fromkeys(keys(entry)):
            found.setdefault(key, []).append(entry)
    return {key: tuple(found[key]) for key in sorted(found)}


def _links(
    links: Sequence[BackgroundLink], key: Callable[[BackgroundLink], str]
) -> dict[str, tuple[BackgroundLink, ...]]:
    found: dict[str, list[BackgroundLink]] = {}
    for link in links:
        found.setdefault(key(link), []).append(link)
    return {name: tuple(group) for name, group in found.items()}


def _after(
    links: Sequence[BackgroundLink], rank: Mapping[str, int]
) -> dict[str, tuple[BackgroundLink, ...]]:
    in_time = sorted(links, key=lambda link: rank[link.later])
    return _links(in_time, lambda link: link.earlier)


def _unique(wanted: str, taken: set[str], id_: str) -> str:
    """`wanted`, or with a suffix from the id, which stays whatever else is added."""
    name = wanted
    length = 6
    while name in taken:
        name = f"{wanted}-{slugify(id_)[:length]}"
        length += 1
        if length > 80:
            name = f"{wanted}-{len(taken)}"
    taken.add(name)
    return name


def _safe(slug: str, title: str) -> str:
    if is_slug(slug):
        return slug
    return slugify(slug or title)


def _entry_slugs(entries: Sequence[Entry], renamed: dict[str, str]) -> Iterable[Entry]:
    # Editors choose their addresses, so theirs are given out first.
    taken: set[str] = set()
    slugs: dict[str, str] = {}
    for entry in sorted(entries, key=lambda entry: (entry.origin != "editor", entry.id)):
        slugs[entry.id] = _unique(_safe(entry.slug, entry.title), taken, entry.id)
    for entry in entries:
        topics = tuple(dict.fromkeys(renamed.get(slug, slug) for slug in entry.topics))
        if slugs[entry.id] == entry.slug and topics == entry.topics:
            yield entry
        else:
            yield msgspec.structs.replace(entry, slug=slugs[entry.id], topics=topics)


def _topic_slugs(topics: Sequence[Topic]) -> tuple[list[Topic], dict[str, str]]:
    taken: set[str] = set()
    renamed: dict[str, str] = {}
    safe = []
    for topic in topics:
        slug = _unique(_safe(topic.slug, topic.title), taken, topic.slug)
        renamed[topic.slug] = slug
        safe.append(msgspec.structs.replace(topic, slug=slug))
    return safe, renamed


def _article_slugs(articles: Iterable[Article]) -> Iterable[Article]:
    def age(article: Article) -> tuple[bool, tuple[int, int, int, int, str], str]:
        if article.published is None:
            return True, (0, 0, 0, 0, ""), article.id
        return False, article.published.sort_key, article.id

    ordered = sorted(articles, key=age)
    taken: set[str] = set()
    named = []
    for article in ordered:
        wanted = _safe(article.slug, article.title)
        if wanted.lstrip("-").isdigit():
            # The index of articles is split by year when it is long: /articles/1993/.
            wanted = f"article-{wanted}"
        slug = _unique(wanted, taken, article.id)
        named.append(msgspec.structs.replace(article, slug=slug))
    dated = [article for article in named if article.published is not None]
    return [*reversed(dated), *named[len(dated) :]]
