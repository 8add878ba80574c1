"""One event, one entry: what several articles, or several sentences, tell of it comes together.

The merged entry keeps every citation, the most exact date, the fullest text and the best title.
It keeps the id and slug of the entry whose article was published first, so that its address does
not change when another article tells of it; the others' become aliases. What contradicts (dates,
numbers, names, verbs: "convicted" and "acquitted") is never merged: both entries stay, and where
numbers differ each says so in a note.
"""

import itertools
import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from generator.dates import EventDate
from generator.entries import linkage
from generator.entries.counts import contradiction, counts
from generator.entries.edits import apply_edits, unique_slugs
from generator.entries.opposites import opposed
from generator.entries.retold import Title, mostly_alike, recalled_for_one, title_of
from generator.entries.same_event import (
    Evidence,
    Told,
    candidates,
    compare,
    likeness,
    same_date,
)
from generator.entries.similarity import Rarity, centre, cosine, rarity, vector
from generator.entries.words import terms
from generator.model import Article, Citation, Entry, Role, Status

__all__ = ["apply_edits", "evidence", "merge"]

ENOUGH = 0.4
"""The mean likeness from which entries on one day tell one event."""

INEXACT = 0.1
"""What is asked beyond that where a date is less exact than a day, for each in question."""

SAME_ARTICLE = 0.1
"""What is asked beyond that within one article, which tells its events apart itself."""

TITLE = 0.5
"""What the likeness of two titles counts against that of the texts, in what is recalled."""

HAPPENED = 0.36
"""The least likeness where two articles recall one day and their titles tell the same to have
happened: the day is recalled for it, whatever else they say of it."""

RECALLED = 0.12
"""What is asked less where two articles recall the same day; half of it for the same month."""

MAIN = 3
"""Articles from which on an event is one of the story's main ones, which others come back to."""

CENTRE = 0.4
"""The likeness of the words of all tellings from which those of a main event are joined though
they are worded in many ways, when their titles tell the same to have happened."""

_CONTRARY = 0.25
"""The share of pairs that contradict each other from which two groups of tellings do."""

_ASKED = 6
"""Of how many tellings of a group it is asked whether they contradict the other's."""

_LARGEST_BLOCK = 400
"""A happening that more entries recall of one month finds no pairs."""

_FEW_REPORTS = 0.25
_TITLE_LENGTH = 50
"""Characters beyond which a title has to say more to be preferred."""

_ROLE_ORDER: Mapping[Role, int] = {"reports": 0, "recalls": 1, "announces": 2}
_STATUS_ORDER: Sequence[Status] = ("disputed", "confirmed", "reported", "planned")
_NEVER = (1 << 62, 0, 0, 0, "")


def merge(entries: Sequence[Entry], articles: Sequence[Article]) -> tuple[Entry, ...]:
    """Join the extracted entries that tell one event; editors' entries pass untouched.

    The result does not depend on the order of `entries` or `articles`. It is in time order.
    """
    published = {
        article.id: article.published for article in articles if article.published is not None
    }
    ordered = sorted(
        (entry for entry in entries if entry.origin == "extracted"),
        key=lambda entry: (_first_published(entry, published), entry.id, entry.slug),
    )
    told, titles = _prepare(ordered, articles)
    blocks = [_periods(entry.date) for entry in ordered]
    pairs = dict.fromkeys((*candidates(told, blocks), *_of_one_month(ordered, titles)))
    scores = {
        (i, j): round(_likeness(ordered, told, titles, i, j) - _surplus(ordered[i], ordered[j]), 9)
        for i, j in sorted(pairs)
        if same_date(ordered[i].date, ordered[j].date)
    }
    apart = _Apart(ordered, told)
    found = _round_main_events(
        linkage.groups(scores, len(ordered), ENOUGH, apart), ordered, told, titles, apart
    )
    notes = _notes(ordered, told, [pair for pair in sorted(scores) if scores[pair] >= ENOUGH])
    joined = [
        _join(
            [ordered[i] for i in group],
            published,
            tuple(dict.fromkeys(note for i in group for note in notes.get(i, ()))),
        )
        for group in found
    ]
    editors = [entry for entry in entries if entry.origin == "editor"]
    everything = (*unique_slugs(joined), *editors)
    return tuple(sorted(everything, key=lambda entry: (entry.date.sort_key, entry.id)))


def evidence(a: Entry, b: Entry, entries: Sequence[Entry], articles: Sequence[Article]) -> Evidence:
    """What speaks for and against taking `a` and `b` for one event, among `entries`."""
    known = {entry.id: entry for entry in (*entries, a, b)}
    ordered = [known[key] for key in sorted(known)]
    told, titles = _prepare(ordered, articles)
    i, j = ordered.index(known[a.id]), ordered.index(known[b.id])
    found = compare(told[i], told[j], ENOUGH + _surplus(a, b))
    differ = _differ_in(a, b)
    return msgspec.structs.replace(
        found,
        score=round(_likeness(ordered, told, titles, i, j), 4),
        opposes=(*found.opposes, differ) if differ else found.opposes,
    )


def _likeness(
    entries: Sequence[Entry], told: Sequence[Told], titles: Sequence[Title], i: int, j: int
) -> float:
    """Of the texts; within one article of the titles too.

    Two entries of one article may share a whole sentence and tell two of its events. What two
    articles recall stands in sentences about something else: there the titles alone may do.
    """
    alike = likeness(told[i], told[j])
    if told[i].docs & told[j].docs:
        return math.sqrt(alike * cosine(titles[i].words, titles[j].words))
    if all(_role(entries[at]) == _ROLE_ORDER["recalls"] for at in (i, j)):
        alike = max(alike, TITLE * cosine(titles[i].words, titles[j].words))
        if recalled_for_one(entries[i].date, entries[j].date, titles[i], titles[j]):
            alike = max(alike, HAPPENED)
    elif any(_role(entries[at]) == _ROLE_ORDER["announces"] for at in (i, j)):
        days = {entries[at].date.earliest for at in (i, j) if entries[at].date.precision == "day"}
        if len(days) == 1 and mostly_alike(titles[i], titles[j]):
            alike = max(alike, ENOUGH)
    return alike


def _of_one_month(entries: Sequence[Entry], titles: Sequence[Title]) -> Iterable[tuple[int, int]]:
    """The pairs in which the same is recalled or announced to happen in one month."""
    held: dict[tuple[str, str], list[int]] = {}
    for i, entry in enumerate(entries):
        if entry.date.precision in ("day", "month"):
            for term in sorted(titles[i].happenings):
                held.setdefault((entry.date.edtf[:7], term), []).append(i)
    for members in held.values():
        if len(members) <= _LARGEST_BLOCK:
            for i, j in itertools.combinations(members, 2):
                if any(_role(entries[at]) != _ROLE_ORDER["reports"] for at in (i, j)):
                    yield i, j


def _prepare(
    entries: Sequence[Entry], articles: Iterable[Article]
) -> tuple[tuple[Told, ...], tuple[Title, ...]]:
    """Each entry ready for comparison, and its title."""
    words = [_words(entry) for entry in entries]
    documents: dict[str, list[str]] = {
        article.id: [*terms(article.title), *(term for tag in article.tags for term in terms(tag))]
        for article in articles
    }
    sources = [
        tuple(sorted({cite.article for cite in entry.citations} - {""})) for entry in entries
    ]
    for found, held in zip(words, sources, strict=True):
        for article in held:
            documents.setdefault(article, []).extend(found)
    rare, rare_around = rarity(words), rarity(documents.values())
    around = {held: _around(held, documents, rare_around) for held in dict.fromkeys(sources)}
    told = tuple(
        Told(
            vector(found, rare),
            around[held],
            frozenset(held),
            entry.date,
            counts(entry.text or entry.title),
        )
        for entry, found, held in zip(entries, words, sources, strict=True)
    )
    return told, tuple(title_of(entry.title, rare) for entry in entries)


def _words(entry: Entry) -> tuple[str, ...]:
    """The terms of the text, and those that the title alone has (names it resolved)."""
    text = terms(entry.text)
    return (*text, *(term for term in terms(entry.title) if term not in text))


def _around(
    articles: Sequence[str], documents: Mapping[str, Sequence[str]], rare: Rarity
) -> Mapping[str, float]:
    return vector([term for article in articles for term in documents[article]], rare)


def _periods(date: EventDate) -> tuple[str, ...]:
    """The blocks in which a date is looked for: dates that may be the same share one."""
    if date.earliest is None or date.latest is None or date.latest - date.earliest > 3 * 366:
        return (date.edtf,)
    return tuple(str(day // 400) for day in range(date.earliest, date.latest + 400, 400))


def _surplus(a: Entry, b: Entry) -> float:
    """What a pair needs beyond `ENOUGH`, or less where one recalls what the other tells.

    What is recalled of a day or month long past is rarely two events; what two articles report of
    the day on which both appeared often is.
    """
    dates = (a.date, b.date)
    inexact = [date.precision for date in dates if date.precision != "day"]
    same = {cite.article for cite in a.citations} & {cite.article for cite in b.citations}
    recalled = [entry for entry in (a, b) if _role(entry) == _ROLE_ORDER["recalls"]]
    if same - {""}:
        return INEXACT * len(inexact) + SAME_ARTICLE
    if len(recalled) == 2 and a.date.edtf == b.date.edtf and inexact in ([], ["interval"] * 2):
        return -RECALLED
    if any(entry.date.precision == "month" for entry in recalled) and set(inexact) == {"month"}:
        return -RECALLED / 2
    return 0.0 if len(recalled) == 2 else INEXACT * len(inexact)


def _round_main_events(
    found: Sequence[tuple[int, ...]],
    entries: Sequence[Entry],
    told: Sequence[Told],
    titles: Sequence[Title],
    apart: "_Apart",
) -> tuple[tuple[int, ...], ...]:
    """The groups, those that tell one main event joined.

    What a story turns on is recalled in every article, in passing and in other words each time, so
    that any two tellings have little in common. All of one group together have more.
    """
    dates = [min((entries[i].date for i in group), key=_inexactness) for group in found]
    main = [at for at, group in enumerate(found) if _articles(told, group) >= MAIN]
    if not main:
        return tuple(found)
    centres = [centre([told[i].words for i in group]) for group in found]
    happened = [frozenset(t for i in group for t in titles[i].happenings) for group in found]
    holders: dict[str, list[int]] = {}
    for at, told_of in enumerate(happened):
        for term in told_of:
            holders.setdefault(term, []).append(at)
    scores: dict[tuple[int, int], float] = {}
    for at in main:
        for other in sorted({other for term in happened[at] for other in holders[term]}):
            pair = (min(at, other), max(at, other))
            if at == other or pair in scores:
                continue
            if same_date(dates[at], dates[other]):
                likeness = cosine(centres[at], centres[other])
                if likeness >= CENTRE and not _contradict(found[at], found[other], apart):
                    scores[pair] = round(likeness, 9)
    joined = linkage.groups(scores, len(found), CENTRE)
    return tuple(tuple(sorted(i for at in group for i in found[at])) for group in joined)


def _some(group: Sequence[int]) -> Sequence[int]:
    return group[:: max(1, len(group) // _ASKED)][:_ASKED]


def _articles(told: Sequence[Told], group: Iterable[int]) -> int:
    return len({doc for i in group for doc in told[i].docs})


def _contradict(ours: Sequence[int], theirs: Sequence[int], apart: "_Apart") -> bool:
    pairs = [(min(i, j), max(i, j)) for i in _some(ours) for j in _some(theirs)]
    return sum(apart(i, j) for i, j in pairs) > _CONTRARY * len(pairs)


def _notes(
    entries: Sequence[Entry], told: Sequence[Told], alike: Iterable[tuple[int, int]]
) -> Mapping[int, Sequence[str]]:
    """By position, what to say where two articles tell the same but count differently."""
    notes: dict[int, list[str]] = {}
    for i, j in alike:
        differ = contradiction(told[i].counted, told[j].counted)
        if differ and not told[i].docs & told[j].docs and not _differ_in(entries[i], entries[j]):
            ours, theirs = differ
            notes.setdefault(i, []).append(_differ(ours, theirs, entries[j]))
            notes.setdefault(j, []).append(_differ(theirs, ours, entries[i]))
    return notes


def _differ(ours: str, theirs: str, other: Entry) -> str:
    return f"reports differ: {ours}, {theirs} (“{other.title}”)"


class _Apart:
    """Whether two entries contradict each other. Each pair is worked out once."""

    def __init__(self, entries: Sequence[Entry], told: Sequence[Told]) -> None:
        self._entries = entries
        self._told = told
        self._known: dict[tuple[int, int], bool] = {}

    def __call__(self, i: int, j: int) -> bool:
        if (i, j) not in self._known:
            a, b = self._entries[i], self._entries[j]
            self._known[i, j] = (
                not same_date(a.date, b.date)
                or contradiction(self._told[i].counted, self._told[j].counted) is not None
                or bool(_differ_in(a, b))
            )
        return self._known[i, j]


def _differ_in(a: Entry, b: Entry) -> str:
    """Two arrests of two actors: each title has a person or place of its own; or the contrary."""
    contrary = opposed(a.title, b.title)
    if contrary:
        return f"the contrary: {contrary}"
    for kind, ours, theirs in (
        ("people", a.people, b.people),
        ("places", a.places, b.places),
    ):
        mine, others = _own(a, ours, b), _own(b, theirs, a)
        if mine and others:
            return f"other {kind}: {mine}, {others}"
    return ""


def _own(entry: Entry, names: Iterable[str], other: Entry) -> str:
    """A name in the title of `entry` of which `other` has no trace, or ""."""
    title = set(terms(entry.title))
    others = {
        term
        for part in (other.title, other.text, *other.people, *other.places, *other.organizations)
        for term in terms(part)
    }
    for name in sorted(names):
        last = terms(name)[-1:]
        if last and last[0] in title and not others.intersection(terms(name)):
            return name
    return ""


def _first_published(
    entry: Entry, published: Mapping[str, EventDate]
) -> tuple[int, int, int, int, str]:
    dates = [
        date.sort_key
        for cite in entry.citations
        if (date := published.get(cite.article, cite.published)) is not None
    ]
    return min(dates, default=_NEVER)


def _join(
    group: Sequence[Entry], published: Mapping[str, EventDate], notes: tuple[str, ...]
) -> Entry:
    """One entry of `group`, whose first member was published first."""
    first = group[0]
    if len(group) == 1 and not notes:
        return first
    statuses = {entry.status for entry in group}
    names = {entry.id for entry in group} | {entry.slug for entry in group}
    names |= {alias for entry in group for alias in entry.aliases}
    text = max(group, key=lambda entry: (-_role(entry), len(set(terms(entry.text)))))
    return msgspec.structs.replace(
        first,
        date=min((entry.date for entry in group), key=_inexactness),
        title=_best_title(group),
        text=text.text,
        topics=_union(entry.topics for entry in group),
        people=_union(entry.people for entry in group),
        organizations=_union(entry.organizations for entry in group),
        places=_union(entry.places for entry in group),
        citations=_citations(group, published),
        status=next(status for status in _STATUS_ORDER if status in statuses),
        importance=max(entry.importance for entry in group),
        score=max(entry.score for entry in group),
        aliases=tuple(sorted(names - {first.id, first.slug})),
        notes=_union((*(entry.notes for entry in group), notes)),
    )


def _role(entry: Entry) -> int:
    return min((_ROLE_ORDER[cite.role] for cite in entry.citations), default=3)


def _inexactness(date: EventDate) -> tuple[int, bool, bool, bool, str]:
    width = 1 << 62
    if date.earliest is not None and date.latest is not None:
        width = date.latest - date.earliest
    return (width, date.uncertain, date.approximate, not date.time, date.edtf)


def _best_title(group: Sequence[Entry]) -> str:
    """The title that says most of what the others say; of a report before a reminder.

    Where few of many report it, what all say counts alone.
    """
    told = [frozenset(terms(f"{entry.title} {entry.text}")) for entry in group]
    share = Counter(term for words in told for term in words)
    reports = sum(_role(entry) == _ROLE_ORDER["reports"] for entry in group)
    few = reports < _FEW_REPORTS * len(group)

    def rank(i: int) -> tuple[int, float, int]:
        words = frozenset(terms(group[i].title))
        agreement = sum(share[word] for word in words) / math.sqrt(max(1, len(words)))
        brevity = min(1.0, _TITLE_LENGTH / max(1, len(group[i].title)))
        return (0 if few else _role(group[i]), -round(agreement * brevity, 9), i)

    return group[min(range(len(group)), key=rank)].title


def _citations(group: Sequence[Entry], published: Mapping[str, EventDate]) -> tuple[Citation, ...]:
    """All of them, the earliest article's first; one that says the same twice is named once."""
    found = dict.fromkeys(cite for entry in group for cite in entry.citations)

    def order(cite: Citation) -> tuple[tuple[int, int, int, int, str], str, int, str]:
        date = published.get(cite.article, cite.published)
        return (date.sort_key if date else _NEVER, cite.article, cite.start, cite.quote)

    return tuple(sorted(found, key=order))


def _union(parts: Iterable[Iterable[str]]) -> tuple[str, ...]:
    """Every name once, as first written; case and accents of writing apart count as one."""
    found: dict[str, str] = {}
    for part in parts:
        for name in part:
            found.setdefault(name.casefold(), name)
    return tuple(found.values())
