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
from typing import TypeVar

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

Item = TypeVar("Item")

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

TITLED = 0.65
"""The likeness of two titles from which they say the same."""

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


class _Telling(msgspec.Struct, frozen=True):
    """An entry made ready for comparison with others."""

    entry: Entry
    told: Told
    title: Title
    role: int
    """Its place in `_ROLE_ORDER`, 3 for an entry without source."""
    in_title: frozenset[str]
    """The terms of its title."""
    says: frozenset[str]
    """The terms of all that it says and names."""

    @property
    def date(self) -> EventDate:
        return self.entry.date

    @property
    def recalls(self) -> bool:
        return self.role == _ROLE_ORDER["recalls"]


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
    tellings = _prepare(ordered, articles)
    blocks = [_periods(entry.date) for entry in ordered]
    pairs = dict.fromkeys(
        (*candidates([telling.told for telling in tellings], blocks), *_of_one_month(tellings))
    )
    scores = {
        (i, j): _score(tellings[i], tellings[j])
        for i, j in _on_one_date([entry.date for entry in ordered], sorted(pairs))
    }
    apart = _Apart(tellings)
    found = linkage.groups(scores, len(ordered), ENOUGH, apart)
    found = _round_main_events(found, tellings, apart)
    notes = _notes(tellings, [pair for pair in sorted(scores) if scores[pair] >= ENOUGH])
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
    tellings = _prepare(ordered, articles)
    one, two = tellings[ordered.index(known[a.id])], tellings[ordered.index(known[b.id])]
    found = compare(one.told, two.told, ENOUGH + _surplus(one, two))
    differ = _differ_in(one, two)
    return msgspec.structs.replace(
        found,
        score=round(_likeness(one, two), 4),
        opposes=(*found.opposes, differ) if differ else found.opposes,
    )


def _on_one_date(
    dates: Sequence[EventDate], pairs: Iterable[tuple[int, int]]
) -> Iterable[tuple[int, int]]:
    """The pairs whose dates can be those of one event; each two dates are compared once."""
    numbers: dict[str, int] = {}
    numbered = [numbers.setdefault(date.edtf, len(numbers)) for date in dates]
    known: dict[tuple[int, int], bool] = {}
    for i, j in pairs:
        both = numbered[i], numbered[j]
        same = known.get(both)
        if same is None:
            same = known[both] = same_date(dates[i], dates[j])
        if same:
            yield i, j


def _score(a: _Telling, b: _Telling) -> float:
    return round(_likeness(a, b) - _surplus(a, b), 9)


def _likeness(a: _Telling, b: _Telling) -> float:
    """Of the texts; within one article of the titles too.

    Two entries of one article may share a whole sentence and tell two of its events. What two
    articles recall stands in sentences about something else: there the titles alone may do.
    """
    alike = likeness(a.told, b.told)
    if not a.told.docs.isdisjoint(b.told.docs):
        return math.sqrt(alike * cosine(a.title.words, b.title.words))
    if a.recalls and b.recalls:
        alike = max(alike, TITLE * cosine(a.title.words, b.title.words))
        if recalled_for_one(a.date, b.date, a.title, b.title):
            alike = max(alike, HAPPENED)
    elif _ROLE_ORDER["announces"] in (a.role, b.role):
        days = {date.earliest for date in (a.date, b.date) if date.precision == "day"}
        if len(days) == 1 and mostly_alike(a.title, b.title):
            alike = max(alike, ENOUGH)
    return alike


def _of_one_month(tellings: Sequence[_Telling]) -> Iterable[tuple[int, int]]:
    """The pairs in which the same is recalled or announced to happen in one month."""
    held: dict[tuple[str, str], list[int]] = {}
    for i, telling in enumerate(tellings):
        if telling.date.precision in ("day", "month"):
            for term in sorted(telling.title.happenings):
                held.setdefault((telling.date.edtf[:7], term), []).append(i)
    reports = _ROLE_ORDER["reports"]
    for members in held.values():
        if len(members) <= _LARGEST_BLOCK:
            for i, j in itertools.combinations(members, 2):
                if tellings[i].role != reports or tellings[j].role != reports:
                    yield i, j


def _prepare(entries: Sequence[Entry], articles: Iterable[Article]) -> tuple[_Telling, ...]:
    """Each entry ready for comparison."""
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
    return tuple(
        _Telling(
            entry,
            Told(
                vector(found, rare),
                around[held],
                frozenset(held),
                entry.date,
                counts(entry.text or entry.title),
            ),
            title_of(entry.title, rare),
            _role(entry),
            frozenset(terms(entry.title)),
            frozenset(found).union(
                *map(terms, (*entry.people, *entry.places, *entry.organizations))
            ),
        )
        for entry, found, held in zip(entries, words, sources, strict=True)
    )


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


def _surplus(a: _Telling, b: _Telling) -> float:
    """What a pair needs beyond `ENOUGH`, or less where one recalls what the other tells.

    What is recalled of a day or month long past is rarely two events; what two articles report of
    the day on which both appeared often is.
    """
    precisions = a.date.precision, b.date.precision
    inexact = 2 - precisions.count("day")
    if not a.told.docs.isdisjoint(b.told.docs):
        return INEXACT * inexact + SAME_ARTICLE
    recalled = a.recalls and b.recalls
    if recalled and a.date.edtf == b.date.edtf and (not inexact or set(precisions) == {"interval"}):
        return -RECALLED
    months = precisions.count("month")
    if months == inexact and (
        (a.recalls and precisions[0] == "month") or (b.recalls and precisions[1] == "month")
    ):
        return -RECALLED / 2
    return 0.0 if recalled else INEXACT * inexact


def _round_main_events(
    found: Sequence[tuple[int, ...]], tellings: Sequence[_Telling], apart: "_Apart"
) -> tuple[tuple[int, ...], ...]:
    """The groups, those that tell one main event joined.

    What a story turns on is recalled in every article, in passing and in other words each time, so
    that any two tellings have little in common. All of one group together have more.
    """
    found = _under_main_titles(found, tellings, apart)
    groups = [[tellings[i] for i in group] for group in found]
    dates = [_date(group) for group in groups]
    main = [at for at, group in enumerate(groups) if _articles(group) >= MAIN]
    if not main:
        return tuple(found)
    centres = [centre([telling.told.words for telling in group]) for group in groups]
    scores: dict[tuple[int, int], float] = {}
    for at, other in _on_one_date(dates, _of_main_events(groups, main)):
        likeness = cosine(centres[at], centres[other])
        if likeness >= CENTRE and not _contradict(found[at], found[other], apart):
            scores[at, other] = round(likeness, 9)
    joined = linkage.groups(scores, len(found), CENTRE)
    return tuple(tuple(sorted(i for at in group for i in found[at])) for group in joined)


def _of_main_events(
    groups: Sequence[Sequence[_Telling]], main: Iterable[int]
) -> list[tuple[int, int]]:
    """The pairs of which one is a main event, and whose titles tell the same to have happened."""
    happened = [
        frozenset(term for telling in group for term in telling.title.happenings)
        for group in groups
    ]
    holders: dict[str, list[int]] = {}
    for at, told_of in enumerate(happened):
        for term in told_of:
            holders.setdefault(term, []).append(at)
    return sorted(
        {
            (min(at, other), max(at, other))
            for at in main
            for term in happened[at]
            for other in holders[term]
            if at != other
        }
    )


def _under_main_titles(
    found: Sequence[tuple[int, ...]], tellings: Sequence[_Telling], apart: "_Apart"
) -> list[tuple[int, ...]]:
    """The groups, each that is titled as a main event of its time is joined to that."""
    groups = [[tellings[i] for i in group] for group in found]
    dates = [_date(group) for group in groups]
    main = {at for at, group in enumerate(groups) if _articles(group) >= MAIN}
    chosen: dict[int, tuple[int, int]] = {}
    for at, other in _on_one_date(dates, _of_main_events(groups, main)):
        if at in main and other in main:
            continue
        at, other = (at, other) if at in main else (other, at)
        if _titled_alike(groups[at], groups[other]) and not _contradict(
            found[at], found[other], apart
        ):
            chosen[other] = max(chosen.get(other, (0, 0)), (len(groups[at]), -at))
    members: dict[int, list[int]] = {}
    for at, group in enumerate(found):
        members.setdefault(-chosen[at][1] if at in chosen else at, []).extend(group)
    return [tuple(sorted(members[at])) for at in sorted(members)]


def _date(group: Sequence[_Telling]) -> EventDate:
    """The most exact date that a group's tellings have."""
    return min((telling.date for telling in group), key=_inexactness)


def _titled_alike(ours: Sequence[_Telling], theirs: Sequence[_Telling]) -> bool:
    """Whether the two groups have titles that say the same in nearly the same words."""
    return any(
        mostly_alike(a.title, b.title) and cosine(a.title.words, b.title.words) >= TITLED
        for a in _some(ours)
        for b in _some(theirs)
    )


def _some(group: Sequence[Item]) -> Sequence[Item]:
    return group[:: max(1, len(group) // _ASKED)][:_ASKED]


def _articles(group: Iterable[_Telling]) -> int:
    return len({doc for telling in group for doc in telling.told.docs})


def _contradict(ours: Sequence[int], theirs: Sequence[int], apart: "_Apart") -> bool:
    pairs = [(min(i, j), max(i, j)) for i in _some(ours) for j in _some(theirs)]
    return sum(apart(i, j) for i, j in pairs) > _CONTRARY * len(pairs)


def _notes(
    tellings: Sequence[_Telling], alike: Iterable[tuple[int, int]]
) -> Mapping[int, Sequence[str]]:
    """By position, what to say where two articles tell the same but count differently."""
    notes: dict[int, list[str]] = {}
    for i, j in alike:
        a, b = tellings[i], tellings[j]
        differ = contradiction(a.told.counted, b.told.counted)
        if differ and a.told.docs.isdisjoint(b.told.docs) and not _differ_in(a, b):
            ours, theirs = differ
            notes.setdefault(i, []).append(_differ(ours, theirs, b.entry))
            notes.setdefault(j, []).append(_differ(theirs, ours, a.entry))
    return notes


def _differ(ours: str, theirs: str, other: Entry) -> str:
    return f"reports differ: {ours}, {theirs} (“{other.title}”)"


class _Apart:
    """Whether two entries contradict each other. Each pair is worked out once."""

    def __init__(self, tellings: Sequence[_Telling]) -> None:
        self._tellings = tellings
        self._known: dict[tuple[int, int], bool] = {}

    def __call__(self, i: int, j: int) -> bool:
        known = self._known.get((i, j))
        if known is None:
            a, b = self._tellings[i], self._tellings[j]
            known = self._known[i, j] = (
                not same_date(a.date, b.date)
                or contradiction(a.told.counted, b.told.counted) is not None
                or bool(_differ_in(a, b))
            )
        return known


def _differ_in(a: _Telling, b: _Telling) -> str:
    """Two arrests of two actors: each title has a person or place of its own; or the contrary."""
    contrary = opposed(a.entry.title, b.entry.title)
    if contrary:
        return f"the contrary: {contrary}"
    for kind, ours, theirs in (
        ("people", a.entry.people, b.entry.people),
        ("places", a.entry.places, b.entry.places),
    ):
        mine = _own(a, ours, b)
        others = _own(b, theirs, a) if mine else ""
        if others:
            return f"other {kind}: {mine}, {others}"
    return ""


def _own(telling: _Telling, names: Iterable[str], other: _Telling) -> str:
    """A name in the title of a telling of which the other has no trace, or ""."""
    for name in sorted(names):
        words = terms(name)
        if words and words[-1] in telling.in_title and other.says.isdisjoint(words):
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
