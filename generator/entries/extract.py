"""From an article to the events that it tells, each with the sentence that says so."""

import hashlib
import re
from collections import Counter
from collections.abc import Collection, Sequence

import msgspec

from generator.dates import EventDate, Mention
from generator.entries import (
    continuing,
    folding,
    headlines,
)
from generator.entries import names as naming
from generator.entries.candidates import Candidate, analyse_article, candidates_of, date_of
from generator.entries.languages import en
from generator.entries.reading import Reading
from generator.entries.roles import role
from generator.model import Article, Citation, Entry, Role, Status
from generator.slugs import slugify

ROLES: tuple[Role, ...] = ("reports", "recalls", "announces")
_HEDGES = frozenset(en.HEDGES)
MIN_SCORE = 0.5
"""What an entry must reach to be shown, see `scoring`."""
_MOST_CONTINUED = 3
"""Sentences that an event gets as further citations at most."""
_SLUG_WORDS = 8
_HAS_YEAR = re.compile(en.NAMES_A_YEAR, re.IGNORECASE)
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")


class _Group(msgspec.Struct, frozen=True):
    """The tellings of one event, the best first, and the title that it gets."""

    tellings: tuple[Candidate, ...]
    title: str


def extract(
    article: Article,
    mentions: Sequence[Mention],
    *,
    roles: Collection[Role] = ROLES,
    min_score: float = MIN_SCORE,
) -> tuple[Entry, ...]:
    """The events that `article` tells, in the order of its text.

    Args:
        article: its offsets are those of `mentions` and of the quotes.
        mentions: the date expressions of `article.text`, in order.
        roles: which entries are wanted, by how the article speaks of them.
        min_score: how sure an entry must be, 0 to 1. At 0 every dated clause is one, each for
            itself: what the date rules see, for measuring them.
    """
    if article.language.partition("-")[0].lower() not in ("en", ""):
        return ()
    if article.published is None:
        # "In May" without a day to reckon from is a guess.
        mentions = [mention for mention in mentions if _HAS_YEAR.search(mention.text)]
    analysed = analyse_article(article, mentions)
    names = naming.find(article, [sentence for sentence, _ in analysed])
    candidates, readings = candidates_of(article, analysed, names, min_score)
    wanted = [
        candidate
        for candidate in candidates
        if (candidate.title or min_score <= 0)
        and role(candidate.telling, article.published) in roles
    ]
    if min_score <= 0:
        return _entries(
            article, [_Group((candidate,), candidate.title) for candidate in wanted], names
        )
    folded = folding.fold(
        _whole_sentences(wanted),
        key=lambda c: folding.Event(c.title, date_of(c), c.score, c.telling.basis, c.start),
    )
    headline = _headline(article, folded)
    groups = [
        _Group(tuple(group), headline.get(number, group[0].title))
        for number, group in enumerate(folded)
    ]
    return _entries(article, _continued(article, groups, readings), names)


def _headline(article: Article, groups: Sequence[Sequence[Candidate]]) -> dict[int, str]:
    """The number of the group that the headline tells of → that headline, when there is one."""
    news = [
        (number, group[0])
        for number, group in enumerate(groups)
        if role(group[0].telling, article.published) == "reports"
    ]
    chosen: dict[int, str] = {}
    for part in headlines.parts(article.title, article.text):
        best = max(
            ((headlines.matches(part, c.text), -c.start, number) for number, c in news),
            default=(0, 0, 0),
        )
        if best[0]:
            chosen.setdefault(best[2], part)
    return chosen


def _whole_sentences(candidates: Sequence[Candidate]) -> list[Candidate]:
    """A sentence that gives one entry only is quoted whole."""
    told = Counter(candidate.telling.sentence.start for candidate in candidates)
    return [
        msgspec.structs.replace(
            candidate, start=candidate.telling.sentence.start, end=candidate.telling.sentence.end
        )
        if told[candidate.telling.sentence.start] == 1
        else candidate
        for candidate in candidates
    ]


def _continued(
    article: Article, groups: Sequence[_Group], readings: Sequence[Reading]
) -> list[_Group]:
    """The groups with the sentences that go on about their events."""
    told = [
        continuing.Told(
            group.title,
            tuple(candidate.position for candidate in group.tellings),
            role(group.tellings[0].telling, article.published) == "reports",
        )
        for group in groups
    ]
    used = {position for event in told for position in event.positions}
    added: dict[int, list[Candidate]] = {}
    for position, reading in enumerate(readings):
        if position in used:
            continue
        sentence = reading.sentence
        text = article.text[sentence.start : sentence.end]
        number = continuing.belongs_to(sentence, text, position, told)
        if number < 0 or len(added.setdefault(number, [])) >= _MOST_CONTINUED:
            continue
        if (attributed := reading.continuing()) is not None:
            date = date_of(groups[number].tellings[0])
            added[number].append(
                Candidate(
                    telling=msgspec.structs.replace(attributed.telling, date=date),
                    position=position,
                    start=sentence.start,
                    end=sentence.end,
                    said_by=attributed.said_by,
                    disputed=attributed.disputed,
                )
            )
    return [
        msgspec.structs.replace(group, tellings=(*group.tellings, *added.get(number, ())))
        for number, group in enumerate(groups)
    ]


def _entries(
    article: Article,
    groups: Sequence[_Group],
    names: Sequence[naming.Name],
) -> tuple[Entry, ...]:
    entries = []
    taken: set[str] = set()
    for group in groups:
        best = group.tellings[0]
        entry = _entry(article, group, names)
        if entry.id in taken:
            continue
        taken.add(entry.id)
        entries.append((best.start, best.end, entry))
    return tuple(entry for _, _, entry in sorted(entries, key=lambda item: item[:2]))


def _entry(article: Article, group: _Group, names: Sequence[naming.Name]) -> Entry:
    best, title = group.tellings[0], group.title
    date = _most_exact([date_of(candidate) for candidate in group.tellings])
    how = role(best.telling, article.published)
    people: dict[str, None] = {}
    organizations: dict[str, None] = {}
    places: dict[str, None] = {}
    for candidate in group.tellings:
        held = naming.within(_held(names, candidate, title), 0, len(article.text))
        people.update(dict.fromkeys(held["person"]))
        organizations.update(dict.fromkeys(held["organization"]))
        places.update(dict.fromkeys(held["place"]))
    status: Status = "confirmed"
    if how == "announces":
        status = "planned"
    elif best.disputed:
        status = "disputed"
    elif best.said_by or not _HEDGES.isdisjoint(
        best.telling.sentence.lowers[best.telling.first : best.telling.last]
    ):
        status = "reported"
    return Entry(
        id=_identity(
            article,
            date,
            article.text[best.start : best.end],
            article.text[best.telling.sentence.start : best.telling.sentence.end],
        ),
        slug=_slug(date, title),
        date=date,
        title=title,
        text=best.text,
        topics=article.tags,
        people=tuple(people),
        organizations=tuple(organizations),
        places=tuple(places),
        citations=tuple(_citation(article, candidate) for candidate in group.tellings),
        path=article.path,
        status=status,
        score=round(best.score, 3),
    )


def _held(names: Sequence[naming.Name], candidate: Candidate, title: str) -> list[naming.Name]:
    """The names of a telling: those of its quote, and those of its sentence that its title has."""
    sentence = candidate.telling.sentence
    return [
        name
        for name in names
        if (candidate.start <= name.start and name.end <= candidate.end)
        or (sentence.start <= name.start and name.end <= sentence.end and name.name in title)
    ]


def _most_exact(dates: Sequence[EventDate]) -> EventDate:
    """The first of the dates, or the narrowest that lies within it."""
    best = dates[0]
    for date in dates[1:]:
        if best.contains(date) and not date.contains(best):
            best = date
    return best


def _citation(article: Article, candidate: Candidate) -> Citation:
    return Citation(
        role=role(candidate.telling, article.published),
        quote=article.text[candidate.start : candidate.end],
        article=article.id,
        start=candidate.start,
        end=candidate.end,
        said_by=candidate.said_by,
    )


def _identity(article: Article, date: EventDate, *quotes: str) -> str:
    words = "\n".join(" ".join(_WORD.findall(quote.lower())) for quote in quotes)
    return hashlib.sha256(f"{article.id}\n{date.edtf}\n{words}".encode()).hexdigest()[:16]


def _slug(date: EventDate, title: str) -> str:
    """The date and the title's first words."""
    day = re.sub(r"[^0-9a-z-]+", "-", date.edtf.lower().replace("..", "")).strip("-")
    words = slugify(" ".join(title.split()[:_SLUG_WORDS]))
    return f"{day}-{words}" if day else words
