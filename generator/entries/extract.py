"""From an article to the events that it tells, each with the sentence that says so."""

import hashlib
import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Sequence

import msgspec

from generator.dates import EventDate, Mention
from generator.entries import (
    attribution,
    continuing,
    coreference,
    expanding,
    folding,
    headlines,
    scoring,
    subjects,
    titles,
)
from generator.entries import names as naming
from generator.entries import sentences as sentence_splitter
from generator.entries.anchoring import Story, Telling, anchor, news_day
from generator.entries.clauses import clauses
from generator.entries.cleaning import clean
from generator.entries.grammar import Sentence, analyse
from generator.entries.languages import en
from generator.entries.roles import role
from generator.entries.shortening import TITLE_LENGTH
from generator.entries.words import terms
from generator.model import Article, Citation, Entry, Role, Status

ROLES: tuple[Role, ...] = ("reports", "recalls", "announces")

MIN_SCORE = 0.5
"""What an entry must reach to be shown, see `scoring`."""

_MAX_SENTENCE = 1500
"""Characters: what is longer is a table or a list that lost its line breaks."""
_SAID = 0.1
"""What an event that somebody only says has happened is less sure by."""
_FILLED_OUT = 0.3
"""What an event about a bare noun gains when the headline says of what."""
_DATELINES = 12
"""Sentences, captions among them, before which a dateline may stand."""
_OPENING = 5
"""Sentences in which an article says when its news happened."""
_MOST_CONTINUED = 3
"""Sentences that an event gets as further citations at most."""
_SLUG_WORDS = 8
_LONG_TEXT = 320
"""Characters of a sentence that is shown whole."""
_PERSONAL = frozenset(en.FIRST_SECOND_PERSON)
_DASH = r"(?:—|–|--)"
_DATELINE = re.compile(
    r"(?:(?:[A-Z0-9][^\s()]*|[|,/&–-]|am|pm|a\.m\.|p\.m\.)\s+){0,25}?"
    rf"(?:(?:\(|-LRB-)\s*{en.AGENCY}\s*(?:\)|-RRB-)\s*(?:{_DASH}|-)\s+|(?<=[A-Z]{{3}}\s){_DASH}\s+)"
    r"|[A-Z][A-Z.’' /-]{2,}(?:\s?,\s[A-Z][\w.]{1,15})?(?:\s?,\s[A-Z][a-z]{2,8}\.?\s\d{1,2})?"
    rf"\s*{_DASH}\s+"
)
"""The place, the day and the agency before the first words: "MARN, June 3 (Example Wire) — "."""
_HAS_YEAR = re.compile(en.NAMES_A_YEAR, re.IGNORECASE)
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")


class _Candidate(msgspec.Struct, frozen=True):
    """A telling on its way to an entry."""

    telling: Telling
    position: int
    score: float
    title: str
    text: str
    start: int
    end: int
    said_by: str


class _Group(msgspec.Struct, frozen=True):
    """The tellings of one event, the best first, and the title that it gets."""

    tellings: tuple[_Candidate, ...]
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
    analysed = _analyse(article, mentions)
    names = naming.find(article, [sentence for sentence, _ in analysed])
    candidates = _candidates(article, analysed, names, min_score)
    wanted = [
        candidate
        for candidate in candidates
        if candidate.score >= min_score
        and (candidate.title or min_score <= 0)
        and role(candidate.telling, article.published) in roles
    ]
    if min_score <= 0:
        return _entries(
            article, [_Group((candidate,), candidate.title) for candidate in wanted], names
        )
    folded = folding.fold(
        _whole_sentences(wanted),
        key=lambda c: folding.Event(c.title, _date(c), c.score, c.telling.basis, c.start),
    )
    headline = _headline(article, folded)
    groups = [
        _Group(tuple(group), headline.get(number, group[0].title))
        for number, group in enumerate(folded)
    ]
    return _entries(article, _continued(article, groups, candidates), names)


def _headline(article: Article, groups: Sequence[Sequence[_Candidate]]) -> dict[int, str]:
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


def _analyse(
    article: Article, mentions: Sequence[Mention]
) -> list[tuple[Sentence, tuple[Mention, ...]]]:
    skipped = article.subheadings
    analysed: list[tuple[Sentence, tuple[Mention, ...]]] = []
    at = 0
    for start, end in sentence_splitter.split(article.text, article.language):
        if end - start > _MAX_SENTENCE or any(s <= start < e for s, e in skipped):
            continue
        while at < len(mentions) and mentions[at].end <= start:
            at += 1
        inside = []
        step = at
        while step < len(mentions) and mentions[step].start < end:
            if mentions[step].end <= end:
                inside.append(mentions[step])
            step += 1
        if len(analysed) < _DATELINES:
            dateline = _DATELINE.match(article.text, start, end)
            start = dateline.end() if dateline else start
        spans = [(mention.start, mention.end) for mention in inside if mention.start >= start]
        analysed.append(
            (analyse(article.text, start, end, spans), tuple(m for m in inside if m.start >= start))
        )
    return analysed


def _date(candidate: _Candidate) -> EventDate:
    date = candidate.telling.date
    assert date is not None
    return date


def _candidates(
    article: Article,
    analysed: Sequence[tuple[Sentence, tuple[Mention, ...]]],
    names: Sequence[naming.Name],
    wanted: float,
) -> list[_Candidate]:
    opening = [
        mention
        for sentence, mentions in analysed[:_OPENING]
        if sentence.tags.strip("d0,.")
        for mention in mentions
    ]
    story = Story(article.published, news_day(opening, article.published))
    headline = frozenset(terms(article.title))
    known = expanding.phrases(article.title)
    personal = _is_personal(analysed)
    earlier: list[coreference.Antecedent] = []
    found: list[_Candidate] = []
    paragraph_starts = [start for start, _ in article.paragraphs]
    paragraph = 0
    at_name = 0
    for position, (sentence, mentions) in enumerate(analysed):
        while (
            paragraph + 1 < len(paragraph_starts)
            and paragraph_starts[paragraph + 1] <= sentence.start
        ):
            paragraph += 1
        while at_name < len(names) and names[at_name].end <= sentence.start:
            at_name += 1
        inside = []
        step = at_name
        while step < len(names) and names[step].start < sentence.end:
            inside.append(names[step])
            step += 1
        parsed = clauses(sentence)
        tellings = anchor(sentence, parsed, mentions, story)
        overlap = 0.0
        if headline and tellings:
            words = frozenset(terms(article.text[sentence.start : sentence.end]))
            overlap = len(words & headline) / len(headline)
        untitled = 0.0
        for attributed in attribution.attribute(tellings):
            telling = attributed.telling
            subject = ""
            if subjects.leans(telling):
                subject = coreference.resolve(
                    telling, reversed(earlier), paragraph_starts[max(0, paragraph - 1)], inside
                )
            elif (offered := coreference.antecedent(telling, inside)) is not None:
                earlier.append(offered)
                if offered.kind == "person":
                    subject = offered.text
            score = scoring.score(
                telling,
                scoring.Setting(
                    position=position,
                    overlap=overlap,
                    personal=personal,
                    opens_with_name=bool(inside) and inside[0].start == sentence.start,
                    published=article.published,
                ),
            )
            if score and _bare_subject(telling) in known:
                score = min(1.0, score + _FILLED_OUT)
            if attributed.said_by:
                score = max(0.0, score - _SAID)
            if attributed.held:
                # What a declaring of too many words declared stands for both.
                score = untitled - _SAID if untitled else 0.0
            if telling.date is None:
                continue
            start, end = _quote(telling, whole=wanted > 0)
            title = text = ""
            if score >= wanted:
                title = expanding.expand(titles.title(telling, mentions, subject), known)
                text = _text(article, telling, subject)
                untitled = 0.0 if title else score
                if not title and wanted <= 0:
                    title = article.text[start : min(end, start + TITLE_LENGTH)]
            found.append(
                _Candidate(telling, position, score, title, text, start, end, attributed.said_by)
            )
    return found


def _bare_subject(telling: Telling) -> str:
    """The subject when it is one noun ("the coordination"), lower case, else ""."""
    first, last = telling.subject_first, telling.subject_last
    if last - first == 2 and telling.sentence.tags[first] == "D":
        first += 1
    return telling.sentence.lowers[first] if last - first == 1 else ""


def _is_personal(analysed: Sequence[tuple[Sentence, tuple[Mention, ...]]]) -> bool:
    """Whether a third of the sentences outside quotations speak of "I", "we" or "you"."""
    speaking = sum(
        1
        for sentence, _ in analysed
        if '"' not in sentence.tags and any(word in _PERSONAL for word in sentence.lowers)
    )
    return speaking * 3 > len(analysed)


def _text(article: Article, telling: Telling, subject: str) -> str:
    """The whole sentence where it tells one event and stands alone, else the event's own."""
    s, clause = telling.sentence, telling.clause
    if (
        telling.form == "clause"
        and clause.kind == "main"
        and clause.first == 0
        and not subjects.leans(telling)
        and s.end - s.start <= _LONG_TEXT
    ):
        return clean(article.text[s.start : s.end])
    return titles.sentence(telling, subject)


def _quote(telling: Telling, *, whole: bool) -> tuple[int, int]:
    """The characters that tell the event: its clause, `whole` with its subject."""
    s = telling.sentence
    first, last = telling.first, telling.last
    if whole and telling.subject_last > telling.subject_first:
        first = min(first, telling.subject_first)
    while first < last - 1 and s.tags[first] in ",;:-.)":
        first += 1
    while last > first + 1 and s.tags[last - 1] in ",;:-(":
        last -= 1
    return s.starts[first], s.ends[last - 1]


def _whole_sentences(candidates: Sequence[_Candidate]) -> list[_Candidate]:
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
    article: Article, groups: Sequence[_Group], candidates: Sequence[_Candidate]
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
    added: dict[int, list[_Candidate]] = {}
    for candidate in candidates:
        sentence, position = candidate.telling.sentence, candidate.position
        if position in used or candidate.telling.basis == "stated":
            continue
        used.add(position)
        text = article.text[sentence.start : sentence.end]
        number = continuing.belongs_to(sentence, text, position, told)
        if number >= 0 and len(added.setdefault(number, [])) < _MOST_CONTINUED:
            date = _date(groups[number].tellings[0])
            added[number].append(
                msgspec.structs.replace(
                    candidate,
                    telling=msgspec.structs.replace(candidate.telling, date=date),
                    start=sentence.start,
                    end=sentence.end,
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
    date = _most_exact([_date(candidate) for candidate in group.tellings])
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
    elif best.said_by:
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
    )


def _held(names: Sequence[naming.Name], candidate: _Candidate, title: str) -> list[naming.Name]:
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


def _citation(article: Article, candidate: _Candidate) -> Citation:
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
    """The date and the title's first words, in letters that every address may hold."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    words = re.findall(r"[a-z0-9]+", plain.replace("'", ""))[:_SLUG_WORDS]
    day = re.sub(r"[^0-9a-z-]+", "-", date.edtf.lower().replace("..", "")).strip("-")
    return "-".join(part for part in (day, *words) if part)
