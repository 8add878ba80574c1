"""Every telling of an article with its score, its title and its quote."""

from collections.abc import Mapping, Sequence

import msgspec

from generator.dates import EventDate, Mention
from generator.entries import (
    coreference,
    expanding,
    framing,
    headlines,
    opening,
    run_on,
    scoring,
    subjects,
    titles,
)
from generator.entries import names as naming
from generator.entries import sentences as sentence_splitter
from generator.entries.anchoring import Story, Telling, news_day
from generator.entries.cleaning import clean
from generator.entries.grammar import Sentence, analyse
from generator.entries.languages import en
from generator.entries.reading import Reading, before
from generator.entries.shortening import TITLE_LENGTH
from generator.entries.words import terms
from generator.model import Article

Analysed = tuple[Sentence, tuple[Mention, ...]]
"""A sentence's tokens and the date expressions in it."""


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
_LIST_WORDS = 25
_MOSTLY = 0.55
"""A sentence of so many words, such a share of them names, is a list of names."""
_LONG_TEXT = 320
"""Characters of a sentence that is shown whole."""
_PERSONAL = frozenset(en.FIRST_SECOND_PERSON)


class Candidate(msgspec.Struct, frozen=True):
    """A telling on its way to an entry."""

    telling: Telling
    position: int
    """The number of its sentence in the article."""
    start: int
    end: int
    """The characters that are quoted."""
    said_by: str
    disputed: bool
    score: float = 0.0
    title: str = ""
    text: str = ""


def analyse_article(article: Article, mentions: Sequence[Mention]) -> list[Analysed]:
    skipped = article.subheadings
    glued = headlines.glued(article.title, article.text)
    analysed: list[Analysed] = []
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
            start = opening.skipped(article.text, start, end)
        start = run_on.begins(article.text, start, end, loose=start < glued)
        if start >= end:
            continue
        if len(analysed) < _DATELINES:
            start = opening.skipped(article.text, start, end)
        spans = [(mention.start, mention.end) for mention in inside if mention.start >= start]
        analysed.append(
            (analyse(article.text, start, end, spans), tuple(m for m in inside if m.start >= start))
        )
    return analysed


def date_of(candidate: Candidate) -> EventDate:
    date = candidate.telling.date
    assert date is not None
    return date


def candidates_of(
    article: Article,
    analysed: Sequence[Analysed],
    names: Sequence[naming.Name],
    wanted: float,
) -> tuple[list[Candidate], list[Reading]]:
    """The tellings that score at least `wanted`, and how each sentence was read."""
    first_dates = [
        mention
        for sentence, mentions in analysed[:_OPENING]
        if sentence.tags.strip("d0,.")
        for mention in mentions
    ]
    story = Story(article.published, news_day(first_dates, article.published))
    headline = frozenset(terms(article.title))
    known = {} if headlines.glued(article.title, article.text) else expanding.phrases(article.title)
    personal = _is_personal(analysed)
    found: list[Candidate] = []
    readings: list[Reading] = []
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
        overlap = 0.0
        if headline:
            words = frozenset(terms(article.text[sentence.start : sentence.end]))
            overlap = len(words & headline) / len(headline)
        setting = scoring.Setting(
            position=position,
            overlap=overlap,
            personal=personal,
            opens_with_name=bool(inside) and inside[0].start == sentence.start,
            published=article.published,
        )
        reading = Reading(sentence, mentions, inside, msgspec.structs.replace(story))
        readings.append(reading)
        if _is_a_list_of_names(sentence):
            continue
        quiet = not mentions and scoring.most_undated(setting) < wanted
        if quiet and known.keys().isdisjoint(sentence.lowers):
            continue
        told: bool | None = None
        untitled: Telling | None = None
        declared = 0.0
        for number, attributed in enumerate(reading.tellings):
            telling = attributed.telling
            if telling.date is None:
                continue
            score = scoring.score(telling, setting)
            if score and _bare_subject(telling) in known:
                score = min(1.0, score + _FILLED_OUT)
            if attributed.said_by:
                score = max(0.0, score - _SAID)
            if attributed.held:
                # What a declaring of too many words declared stands for both.
                score = declared - _SAID if untitled else 0.0
                if untitled is not None:
                    telling = msgspec.structs.replace(
                        telling, date=untitled.date, basis=untitled.basis
                    )
            if score < wanted:
                continue
            if wanted > 0 and told is None:
                told = not framing.tells_nothing(article.text[sentence.start : sentence.end])
            if told is False:
                reading.stop(number)
                break
            subject = ""
            if subjects.leans(telling):
                subject = coreference.resolve(
                    telling,
                    before(readings, number),
                    paragraph_starts[max(0, paragraph - 1)],
                    inside,
                    previous=analysed[max(0, position - 1)][0].start,
                )
            elif (offered := reading.antecedent(number)) is not None and offered.kind == "person":
                subject = offered.text
            start, end = _quote(telling, whole=wanted > 0)
            title = expanding.expand(_title(telling, mentions, subject, known, inside), known)
            untitled, declared = (None if title else telling), score
            if not title and wanted <= 0:
                title = article.text[start : min(end, start + TITLE_LENGTH)]
            found.append(
                Candidate(
                    telling,
                    position,
                    start,
                    end,
                    attributed.said_by,
                    attributed.disputed,
                    score,
                    title,
                    _text(article, telling, subject),
                )
            )
        story = reading.story
    return found, readings


def _title(
    telling: Telling,
    mentions: Sequence[Mention],
    subject: str,
    known: Mapping[str, str],
    inside: Sequence[naming.Name],
) -> str:
    first = telling.sentence.starts[telling.subject_first]
    named = any(name.start == first for name in inside) or _bare_subject(telling) in known
    return titles.title(telling, mentions, subject, named=named)


def _bare_subject(telling: Telling) -> str:
    """The subject when it is one noun ("the coordination"), lower case, else ""."""
    first, last = telling.subject_first, telling.subject_last
    if last - first == 2 and telling.sentence.tags[first] == "D":
        first += 1
    return telling.sentence.lowers[first] if last - first == 1 else ""


def _is_a_list_of_names(sentence: Sentence) -> bool:
    """Whether names are most of a long "sentence": captions or credits that ran together."""
    words = len(sentence.tags) - sum(sentence.tags.count(mark) for mark in ',.:;()-"')
    return words >= _LIST_WORDS and sentence.tags.count("K") > _MOSTLY * words


def _is_personal(analysed: Sequence[Analysed]) -> bool:
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
