"""Topics: declared ones and editors' labels first, publishers' tags next, then names and phrases.

Few and useful: a reader of a thousand entries finds some dozens. What editors wrote always stays;
a tag, name or phrase becomes a topic when several entries hold it, by thresholds and not by rank,
so that adding one article does not turn the list over.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence

import msgspec

from generator.entries import names
from generator.entries.languages import words_en
from generator.model import Article, Entry, Topic
from generator.topics.fullnames import full_names
from generator.topics.labels import Labels, fold, slug_for, spelling
from generator.topics.phrases import candidates, is_settled
from generator.topics.tags import silent_tags
from generator.topics.themes import themes

_MOST_FOUND = 60
"""Topics that nobody declared or wrote, at most."""

_MOST_OF_AN_ENTRY = 3
"""Names and phrases that one entry gets as topics, at most."""

_LEAST = 3
"""Entries that a name or phrase must have to be a topic."""

_ALIKE = 0.6
"""Jaccard coefficient from which two topics hold the same entries and one is enough."""

_WITHIN = 0.9
"""Share of a topic's entries that a larger one must hold to be its parent."""


_MEDIA = frozenset(fold(name) for name in words_en.MEDIA)


def assign(
    entries: Sequence[Entry], articles: Sequence[Article], declared: Sequence[Topic]
) -> tuple[tuple[Entry, ...], tuple[Topic, ...]]:
    """Give every entry the slugs of its topics, and list the topics by slug.

    Args:
        entries: their `topics` are labels: an editor's, or the tags of their articles.
        articles: where tags come from.
        declared: topics of site.yaml and `content/topics/`; all of them are in the result.
    """
    entries = with_names_folded(entries)
    known = _Known(declared)
    tags = {article.id: frozenset(fold(tag) for tag in article.tags) for article in articles}
    labels = Labels(known.declared_labels())
    wanted = [_declared_or_written(entry, tags, known, labels) for entry in entries]
    found = _tags(entries, silent_tags(articles), known)
    for at, keys in enumerate(found.by_entry):
        wanted[at].update(dict.fromkeys(keys))
    _names_and_phrases(entries, wanted, known, {fold(article.publisher) for article in articles})
    slugs = known.slugs()
    assigned = tuple(
        msgspec.structs.replace(entry, topics=tuple(slugs[key] for key in keys))
        for entry, keys in zip(entries, wanted, strict=True)
    )
    return assigned, known.topics(assigned)


def with_names_folded(entries: Sequence[Entry]) -> tuple[Entry, ...]:
    """Write each name as most of the site writes it: "U.S. Senate" as "US Senate", in full.

    What an editor wrote stays as it is, and decides for the rest.
    """
    people: Counter[str] = Counter()
    bodies: Counter[str] = Counter()
    for entry in entries:
        weight = len(entries) if entry.origin == "editor" else 1
        people.update(dict.fromkeys(entry.people, weight))
        bodies.update(dict.fromkeys((*entry.organizations, *entry.places), weight))
    shown = names.fold(people + bodies)
    full = full_names(_summed(people, shown), _summed(bodies, shown))
    # A surname that stood alone may have passed for an organization or a place.
    persons = {shown[name] for name in people} & set(full.values())

    def folded(written: Iterable[str]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(full.get(shown[name], shown[name]) for name in written))

    def refolded(entry: Entry) -> Entry:
        kinds = [folded(entry.people), folded(entry.organizations), folded(entry.places)]
        moved = [name for kind in kinds[1:] for name in kind if name in persons]
        return msgspec.structs.replace(
            entry,
            people=tuple(dict.fromkeys((*kinds[0], *moved))),
            organizations=tuple(name for name in kinds[1] if name not in moved),
            places=tuple(name for name in kinds[2] if name not in moved),
        )

    return tuple(entry if entry.origin == "editor" else refolded(entry) for entry in entries)


def _summed(counts: Mapping[str, int], shown: Mapping[str, str]) -> Mapping[str, int]:
    summed: Counter[str] = Counter()
    for name, count in counts.items():
        summed[shown[name]] += count
    return summed


class _Found(msgspec.Struct, frozen=True):
    by_entry: tuple[tuple[str, ...], ...]


class _Known:
    """The topics so far, each under the folded form of its label."""

    def __init__(self, declared: Sequence[Topic]) -> None:
        self._declared: dict[str, Topic] = {}
        self._means: dict[str, str] = {}
        self._forms: dict[str, list[str]] = {}
        for topic in sorted(declared, key=lambda topic: topic.slug):
            key = fold(topic.title) or topic.slug
            self._declared.setdefault(key, topic)
            for label in (topic.title, topic.slug, *topic.aliases):
                self._means.setdefault(fold(label), key)
        for topic in declared:
            for parent in topic.parents:
                self.learn(fold(parent), [parent])

    def __contains__(self, key: str) -> bool:
        return self.means(key) in self._declared or self.means(key) in self._forms

    def means(self, key: str) -> str:
        """The key of the topic for which a label stands."""
        return self._means.get(key, key)

    def is_declared(self, key: str) -> bool:
        return self.means(key) in self._declared

    def declared_labels(self) -> frozenset[str]:
        """Every key that stands for a declared topic."""
        return frozenset(key for key in (*self._means, *self._declared) if self.is_declared(key))

    def learn(self, key: str, forms: Iterable[str]) -> str:
        """Take a label as a topic, unless it stands for a declared one."""
        key = self.means(key)
        if key not in self._declared:
            self._forms.setdefault(key, []).extend(forms)
        return key

    def slugs(self) -> Mapping[str, str]:
        slugs = {key: topic.slug for key, topic in self._declared.items()}
        taken = {slug: key for key, slug in slugs.items()}
        for key in sorted(self._forms):
            slugs[key] = slug_for(spelling(self._forms[key]), key, taken)
            taken[slugs[key]] = key
        return slugs

    def topics(self, entries: Sequence[Entry]) -> tuple[Topic, ...]:
        slugs = self.slugs()
        made = []
        for key, forms in self._forms.items():
            title = spelling(forms)
            others = sorted({form for form in forms if form.casefold() != title.casefold()})
            made.append(Topic(slugs[key], title, aliases=tuple(others)))
        for topic in self._declared.values():
            parents = tuple(
                dict.fromkeys(slugs[self.means(fold(parent))] for parent in topic.parents)
            )
            made.append(msgspec.structs.replace(topic, parents=parents))
        return _with_parents(made, entries, frozenset(self._declared_slugs()))

    def _declared_slugs(self) -> Iterable[str]:
        return (topic.slug for topic in self._declared.values())


def _declared_or_written(
    entry: Entry, tags: Mapping[str, frozenset[str]], known: _Known, labels: Labels
) -> dict[str, None]:
    """What an editor wrote on the entry; where nobody did, the declared topics that it names."""
    from_articles = {key for cite in entry.citations for key in tags.get(cite.article, ())}
    keys: dict[str, None] = {}
    for label in entry.topics:
        key = fold(label)
        written = entry.origin == "editor" and key not in from_articles
        if key and (written or known.is_declared(key)):
            keys[known.learn(key, [label])] = None
    if is_settled(entry):
        return keys
    text = f"{entry.title}. {entry.text}"
    held = {fold(name) for name in (*entry.people, *entry.organizations, *entry.places)}
    said = sorted(labels.said_in(text) | {key for key in held if known.is_declared(key)})
    keys.update(dict.fromkeys(known.means(key) for key in said))
    return keys


def _tags(entries: Sequence[Entry], silent: Collection[str], known: _Known) -> _Found:
    """Publishers' tags that several entries hold; the rest say nothing to a reader."""
    holders: dict[str, dict[int, str]] = {}
    for at, entry in enumerate(entries):
        for label in entry.topics:
            key = fold(label)
            if key and (key not in silent or key in known):
                holders.setdefault(known.means(key), {}).setdefault(at, label)
    least = 2 if len(entries) < 200 else 3
    kept = [
        key
        for key in sorted(holders, key=lambda key: (-len(holders[key]), key))
        if key in known or len(holders[key]) >= least
    ]
    by_entry: list[list[str]] = [[] for _ in entries]
    for key in kept[:_MOST_FOUND]:
        known.learn(key, holders[key].values())
        for at in holders[key]:
            by_entry[at].append(key)
    return _Found(tuple(tuple(keys) for keys in by_entry))


def _names_and_phrases(
    entries: Sequence[Entry],
    wanted: Sequence[dict[str, None]],
    known: _Known,
    publishers: Collection[str],
) -> None:
    """Add what is characteristic for several entries and not yet said by another topic."""
    silent = _MEDIA | set(publishers)
    holders: dict[str, set[int]] = {}
    for at, keys in enumerate(wanted):
        for key in keys:
            holders.setdefault(key, set()).add(at)
    added = [0] * len(entries)
    room = _MOST_FOUND - len(holders)
    for candidate in candidates(entries, max(_LEAST, len(entries) // 120), themes(entries)):
        mine = set(candidate.holders)
        if room <= 0:
            break
        if candidate.key in silent and candidate.key not in known:
            continue
        if candidate.key in known:
            if candidate.is_name:
                for at in candidate.holders:
                    wanted[at][known.means(candidate.key)] = None
            continue
        if any(
            _jaccard(mine, other) >= _ALIKE
            or (_overlap(candidate.key, key) and len(mine & other) >= _ALIKE * len(mine))
            for key, other in holders.items()
        ):
            continue
        takers = [at for at in candidate.holders if added[at] < _MOST_OF_AN_ENTRY]
        if 2 * len(takers) < len(mine) or len(takers) < _LEAST:
            continue
        room -= 1
        key = known.learn(candidate.key, candidate.forms)
        holders[key] = mine
        for at in takers:
            wanted[at][key] = None
            added[at] += 1


def _overlap(one: str, other: str) -> bool:
    """Whether two labels share a word: "Horizon rig" beside "Deepwater Horizon"."""
    return not set(one.split()).isdisjoint(other.split())


def _jaccard(a: set[int], b: set[int]) -> float:
    return len(a & b) / len(a | b)


def _with_parents(
    topics: Sequence[Topic], entries: Sequence[Entry], declared: frozenset[str]
) -> tuple[Topic, ...]:
    """Topics by slug; one nobody declared goes under a larger one that holds nearly all of it."""
    holders: dict[str, set[str]] = {topic.slug: set() for topic in topics}
    for entry in entries:
        for slug in entry.topics:
            holders[slug].add(entry.id)
    found = []
    for topic in sorted(topics, key=lambda topic: topic.slug):
        mine = holders[topic.slug]
        larger = [
            slug
            for slug in sorted(holders, key=lambda slug: (len(holders[slug]), slug))
            if len(mine) >= 3
            and len(holders[slug]) >= 2 * len(mine)
            and len(mine & holders[slug]) >= _WITHIN * len(mine)
        ]
        if topic.slug not in declared and not topic.parents and larger:
            topic = msgspec.structs.replace(topic, parents=(larger[0],))
        found.append(topic)
    return tuple(found)
