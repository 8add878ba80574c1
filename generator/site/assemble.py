"""The Site: everything the pages can say, in time order, with its indexes."""

from collections.abc import Callable, Iterable, Sequence

import msgspec

from generator.config import Config
from generator.model import Article, BackgroundLink, Entry, Topic
from generator.site import markup, periods
from generator.site.markup import Html
from generator.slugs import is_slug, slugify


class Site(msgspec.Struct, frozen=True):
    """Everything the pages can say. Every slug in it is unique among its kind and safe."""

    config: Config
    entries: tuple[Entry, ...]
    """The visible ones, in time order."""
    topics: tuple[Topic, ...]
    """Those with a page, by title: with enough entries, or described by an editor."""
    articles: tuple[Article, ...]
    """Newest first; those without a date last."""
    links: tuple[BackgroundLink, ...]
    """Between visible entries, in time order of the earlier one."""
    prose: dict[str, Html]
    """Each Markdown text of entries and topics, converted once."""
    entry_by_id: dict[str, Entry]
    position: dict[str, int]
    """The place of an entry, by id, in `entries`."""
    topic_by_slug: dict[str, Topic]
    topic_titles: dict[str, str]
    """The title, by slug, of every topic that is not hidden, with or without a page."""
    article_by_id: dict[str, Article]
    by_year: dict[int, tuple[Entry, ...]]
    by_topic: dict[str, tuple[Entry, ...]]
    by_article: dict[str, tuple[Entry, ...]]
    """The entries that cite an article, by its id."""
    before: dict[str, tuple[BackgroundLink, ...]]
    """The links to what came before an entry, by its id."""
    after: dict[str, tuple[BackgroundLink, ...]]
    """The links to what followed an entry, by its id."""


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

    `to_html` is called once for each distinct Markdown text, so a caller may look it up in a
    cache. Entries that are hidden, links to them, and topics without entries are left out.
    """
    all_topics, renamed = _topic_slugs(sorted(topics, key=lambda topic: topic.slug))
    visible = sorted(
        (entry for entry in entries if not entry.hidden),
        key=lambda entry: (entry.date.sort_key, entry.id),
    )
    ordered = tuple(_entry_slugs(visible, renamed))
    papers = tuple(_article_slugs(articles))
    by_id = {entry.id: entry for entry in ordered}
    kept = sorted(
        (link for link in links if link.later in by_id and link.earlier in by_id),
        key=lambda link: (
            by_id[link.earlier].date.sort_key,
            link.earlier,
            by_id[link.later].date.sort_key,
            link.later,
            link.article,
            link.start,
        ),
    )
    by_topic = _group(ordered, lambda entry: entry.topics)
    shown = tuple(
        sorted(
            (topic for topic in all_topics if _has_page(config, topic, by_topic)),
            key=lambda topic: (topic.title.casefold(), topic.slug),
        )
    )
    texts = [entry.text for entry in ordered if entry.origin == "editor"]
    texts += [topic.text for topic in shown] + [config.footer]
    return Site(
        config=config,
        entries=ordered,
        topics=shown,
        articles=papers,
        links=tuple(kept),
        prose={text: to_html(text) for text in dict.fromkeys(texts) if text.strip()},
        entry_by_id=by_id,
        position={entry.id: place for place, entry in enumerate(ordered)},
        topic_by_slug={topic.slug: topic for topic in shown},
        topic_titles={topic.slug: topic.title for topic in all_topics if not topic.hidden},
        article_by_id={article.id: article for article in papers},
        by_year=periods.by_year(ordered),
        by_topic=by_topic,
        by_article=_group(
            ordered, lambda entry: [cited.article for cited in entry.citations if cited.article]
        ),
        before=_links(kept, lambda link: link.later),
        after=_after(kept, by_id),
    )


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
    links: Sequence[BackgroundLink], by_id: dict[str, Entry]
) -> dict[str, tuple[BackgroundLink, ...]]:
    in_time = sorted(links, key=lambda link: (by_id[link.later].date.sort_key, link.later))
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
