"""The date of each event that a sentence tells: the expression that governs its verb.

A date expression belongs to the clause it stands in, unless it describes a noun ("the 1967 debut",
"the budget for 2007"), measures a record ("the first loss since 1992") or stands in a participle or
in brackets with an event of its own ("begun two years ago", "the treaty (1993)"). A clause without
one takes its date from the clause it goes on with, from the story's running date when it looks
back, or from the publication when it reports.
"""

from bisect import bisect_left
from collections.abc import Sequence
from typing import Literal

import msgspec

from generator.dates import EventDate, Mention, parse_edtf
from generator.entries import reckoning
from generator.entries.clauses import Clause
from generator.entries.distances import by_distance
from generator.entries.governing import bracketed, governing, noun_before, participle
from generator.entries.grammar import Sentence
from generator.entries.inflection import BASES
from generator.entries.languages import en
from generator.entries.parts import Part, second_part

Basis = Literal["stated", "shared", "running", "published", "none"]
Form = Literal["clause", "participle", "noun"]


class Telling(msgspec.Struct, frozen=True):
    """One event as one clause, participle or noun tells it. Positions are token indexes."""

    sentence: Sentence
    form: Form
    clause: Clause
    """The clause itself, or the one that the participle or noun stands in."""
    first: int
    last: int
    subject_first: int
    subject_last: int
    date: EventDate | None
    basis: Basis
    mention: Mention | None = None
    """The expression that dates it, when its own words do."""


class Story(msgspec.Struct):
    """What earlier sentences of the article say of the time: carried along while reading."""

    published: EventDate | None
    lead: EventDate | None = None
    """The day of the news itself, when the article's opening names it."""
    running: EventDate | None = None
    """The last past date that the story has moved to."""


NEWS_DAYS = 7
"""How far back from its publication an article's news may lie (days)."""
_EVENT_NOUNS = frozenset(en.EVENT_NOUNS)
_SINCE = frozenset(en.SINCE)
_PERFECT = ("perfect", "pluperfect")


def news_day(mentions: Sequence[Mention], published: EventDate | None) -> EventDate | None:
    """The day of the news that an article brings: the first recent day that it names, if any."""
    if published is None or published.earliest is None:
        return None
    for mention in mentions:
        date = mention.date
        if date is None or date.precision != "day" or date.earliest is None:
            continue
        if 0 <= published.earliest - date.earliest <= NEWS_DAYS:
            return date
    return None


def anchor(
    sentence: Sentence, clauses: Sequence[Clause], mentions: Sequence[Mention], story: Story
) -> tuple[Telling, ...]:
    """The tellings of `sentence`, in order, each with its date; `story` moves on."""
    placed = [
        (span, mention)
        for mention in mentions
        if (span := _span(sentence, mention))[1] <= len(sentence.tags)
    ]
    placed = _joined(sentence, placed)
    tellings: list[Telling] = []
    stated, unknown = by_distance(
        sentence, clauses, placed, lead=story.lead, published=story.published
    )
    spans: dict[int, tuple[int, int]] = {}
    parted: dict[int, Part] = {}
    opening = _opened(clauses)
    for number, clause in enumerate(clauses):
        first = 0 if number == 0 else clause.first
        own = []
        for (at, end), mention in placed:
            mine = first <= at < clause.last
            if opening and at < clauses[0].first:
                mine = number == opening
            if not mine or mention.date is None:
                continue
            phrase = participle(sentence, clause, first, at, end)
            if phrase is not None:
                date = _open(sentence, at, mention.date, state=True)
                tellings.append(
                    Telling(sentence, "participle", clause, *phrase, date, "stated", mention)
                )
            elif bracketed(sentence.tags, at, end):
                span = noun_before(sentence.tags, at - 1)
                if span[0] > 1 and sentence.lowers[span[0] - 1] == en.OF:
                    span = (noun_before(sentence.tags, span[0] - 1)[0], span[1])
                told = next(
                    (
                        n
                        for n, c in enumerate(clauses)
                        if c.kind == "relative" and end < c.first <= end + 2
                    ),
                    -1,
                )
                if told >= 0:
                    # "the treaty (1993) which led to …": the year is that of what it led to.
                    stated[told] = mention
                    spans[told] = span
                    continue
                tellings.append(
                    Telling(
                        sentence,
                        "noun",
                        clause,
                        span[0],
                        end + 1,
                        *span,
                        mention.date,
                        "stated",
                        mention,
                    )
                )
            else:
                own.append(((at, end), mention))
        chosen = governing(sentence, clause, own, story.published)
        if chosen is not None and (part := second_part(sentence, clause, own)) is not None:
            parted[number] = part
        if number in stated:
            continue
        if "S" in sentence.tags[clause.verb_first : clause.verb_last]:
            unknown.add(number)  # "who has since resigned": some time after the day named
            continue
        if chosen is not None:
            stated[number] = chosen
    _date_by_when(sentence, clauses, placed, stated)
    for number in range(len(clauses)):
        telling = _tell(sentence, clauses, number, stated, story)
        if number in unknown and telling.basis != "stated":
            telling = msgspec.structs.replace(telling, basis="none")
        if number in spans:
            first, last = spans[number]
            telling = msgspec.structs.replace(telling, subject_first=first, subject_last=last)
        if number in parted and telling.mention is parted[number].first:
            telling, second = _apart(telling, parted[number])
            tellings.append(second)
        tellings.append(telling)
    for telling in tellings:
        _move_on(story, telling)
    return tuple(sorted(tellings, key=lambda telling: (telling.first, -telling.last)))


def _apart(telling: Telling, part: Part) -> tuple[Telling, Telling]:
    """The telling up to the joint, and one of its verb with what follows the joint."""
    clause = telling.clause
    return (
        msgspec.structs.replace(
            telling, last=part.joint, clause=msgspec.structs.replace(clause, last=part.joint)
        ),
        msgspec.structs.replace(
            telling,
            clause=msgspec.structs.replace(clause, said_from=part.begins),
            date=part.second.date,
            mention=part.second,
        ),
    )


def _opened(clauses: Sequence[Clause]) -> int:
    """The clause that the sentence opens for and a relative clause keeps waiting, else 0.

    "On May 3, the mayor, who had won in June, resigned."
    """
    if not clauses or clauses[0].kind != "relative":
        return 0
    return next(
        (
            number
            for number, clause in enumerate(clauses)
            if clause.kind == "resumed" and clause.subject_last <= clauses[0].first
        ),
        0,
    )


def _joined(
    sentence: Sentence, placed: list[tuple[tuple[int, int], Mention]]
) -> list[tuple[tuple[int, int], Mention]]:
    """The expressions, two days with nothing but "and" between them as one."""
    result: list[tuple[tuple[int, int], Mention]] = []
    for span, mention in placed:
        if result and result[-1][0][1] == span[0] - 1 and sentence.tags[span[0] - 1] == "C":
            (at, _), earlier = result[-1]
            both = reckoning.joined(earlier, mention, " ".join(sentence.words[at : span[1]]))
            if both is not None:
                result[-1] = ((at, span[1]), both)
                continue
        result.append((span, mention))
    return result


def _date_by_when(
    sentence: Sentence,
    clauses: Sequence[Clause],
    placed: Sequence[tuple[tuple[int, int], Mention]],
    stated: dict[int, Mention],
) -> None:
    """ "The worst storm since 1987, when the dam burst": the year is that of what burst."""
    for number, clause in enumerate(clauses):
        opening = sentence.tags.find("U", 0, clause.verb_first) if number == 0 else -1
        when = clause.marker in en.WHEN and number not in stated
        if opening > 0 and sentence.lowers[opening] in en.WHEN:
            when = True
        if not when or clause.tense == "future":
            continue
        before = max(clause.first, opening)
        while before < clause.verb_first and sentence.tags[before] == ",":
            before += 1
        if sentence.tags[before - 1] == ",":
            before -= 1
        for (_, end), mention in placed:
            if end in (before, clause.first) and mention.date is not None:
                date = mention.date
                if date.open_end and not date.open_start:
                    date = parse_edtf(date.edtf.partition("/")[0])
                    if number == 0 and len(clauses) > 1 and clauses[1].tense == "perfect":
                        # "Since 2015, when the dam burst, the road has been closed."
                        stated.setdefault(1, mention)
                stated[number] = msgspec.structs.replace(mention, date=date)


def _span(sentence: Sentence, mention: Mention) -> tuple[int, int]:
    first = bisect_left(sentence.starts, mention.start)
    last = bisect_left(sentence.starts, mention.end)
    return first, max(last, first + 1)


def _open(sentence: Sentence, at: int, date: EventDate, *, state: bool) -> EventDate:
    """`date`, or what has gone on from it when the text says "since"."""
    if at and state and sentence.lowers[at - 1] in _SINCE and date.precision != "interval":
        return parse_edtf(f"{date.edtf}/..")
    return date


def _tell(
    sentence: Sentence,
    clauses: Sequence[Clause],
    number: int,
    stated: dict[int, Mention],
    story: Story,
) -> Telling:
    mention = stated.get(number)
    clause = _decided(sentence, clauses[number], mention, story)
    clauses = [*clauses[:number], clause, *clauses[number + 1 :]]
    date: EventDate | None
    basis: Basis
    if mention is not None:
        at, _ = _span(sentence, mention)
        state = clause.tense in _PERFECT or clause.verb in en.STATIVE_VERBS
        date, basis = _open(sentence, at, mention.date or _never(), state=state), "stated"
    else:
        date, basis = _undated(sentence, clauses, number, stated, story)
    return Telling(
        sentence,
        "clause",
        clause,
        0 if number == 0 else clause.first,
        clause.last,
        clause.subject_first,
        clause.subject_last,
        date,
        basis,
        mention,
    )


def _decided(sentence: Sentence, clause: Clause, mention: Mention | None, story: Story) -> Clause:
    """ "Agreed to buy the bank": the agreeing is what happened, unless a day to come is named."""
    if not clause.planned or clause.tense not in ("past", "perfect"):
        return clause
    verb = BASES.get(sentence.lowers[clause.verb_last - 1], "")
    if verb not in en.DECIDING or (mention is not None and not _has_come(mention, story)):
        return clause
    return msgspec.structs.replace(clause, planned=False, verb=verb)


def _has_come(mention: Mention, story: Story) -> bool:
    date, published = mention.date, story.published
    if date is None or published is None or date.latest is None or published.latest is None:
        return False
    return date.latest <= published.latest


def _is_past(stated: dict[int, Mention], number: int, story: Story) -> bool:
    """Whether the clause before has a date that is no news any more."""
    mention = stated.get(number - 1)
    if mention is None or mention.date is None or mention.date.latest is None:
        return False
    published = story.published
    if published is None or published.earliest is None:
        return True
    return published.earliest - mention.date.latest > NEWS_DAYS


def _names_a_date(sentence: Sentence, clause: Clause) -> bool:
    return "d" in sentence.tags[clause.first : clause.last]


def _tells_of_event(sentence: Sentence, clause: Clause) -> bool:
    """Whether the clause goes on "in which", "during which" about an event named before it."""
    opening = sentence.tags[clause.first : clause.first + 3].lstrip(",-(")
    return opening.startswith("PR") and any(
        sentence.lowers[at] in _EVENT_NOUNS for at in range(max(0, clause.first - 25), clause.first)
    )


def _never() -> EventDate:
    raise AssertionError("a governing mention has a date")


def _undated(
    sentence: Sentence,
    clauses: Sequence[Clause],
    number: int,
    stated: dict[int, Mention],
    story: Story,
) -> tuple[EventDate | None, Basis]:
    clause = clauses[number]
    opened = clause.kind == "main" and number and clause.tense == "past"
    marker = clauses[number - 1].marker if number else ""
    if opened and marker not in en.AT_THE_SAME_TIME and _is_past(stated, number, story):
        # "After the dam had failed in 1987, the state rebuilt the valley": some time later.
        return story.published, "none"
    if opened:
        # "When the court ruled on Friday, the party appealed."
        # "When he said in May that it was safe, he was mocked": the May of the first clause.
        at = number - 1
        while clauses[at].kind == "complement" and clauses[at].parent >= 0:
            at = clauses[at].parent
        before, mention = clauses[at], stated.get(at)
        if mention is not None and before.marker in en.AT_THE_SAME_TIME and before.tense == "past":
            return mention.date, "shared"
    aside = clause.kind == "resumed" and clauses[clause.parent].kind in ("relative", "subordinate")
    if aside:
        pass  # "The mayor, who had left when the dam burst in 1987, also promised"
    elif clause.parent >= 0 and clause.kind in ("coordinate", "resumed", "complement"):
        parent = clauses[clause.parent]
        mention = stated.get(clause.parent)
        same = parent.tense == clause.tense or (
            clause.kind == "complement" and clause.tense == "past"
        )
        state = parent.verb in en.COPULAS and not parent.passive
        own = clause.kind != "complement" and _names_a_date(sentence, clause)
        if clause.kind == "complement":
            earlier = mention is not None and clause.tense == "pluperfect"
            earlier = earlier or sentence.lowers[parent.verb_last - 1] in en.TELLING_OF_BEFORE
            if earlier or parent.planned or parent.tense in ("future", "tentative"):
                # "said in May that it had closed", "is expected to say that it has closed"
                return story.published, "none"
        if mention is not None and same and not clause.planned and not state and not own:
            return mention.date, "shared"
    if clause.kind == "relative" and number and _tells_of_event(sentence, clause):
        # "a raid on Thursday, in which nine were killed"
        mention = stated.get(number - 1)
        if mention is not None:
            return mention.date, "stated"
    if clause.tense == "pluperfect":
        if story.running is not None and not _names_a_date(sentence, clause):
            return story.running, "running"
        return story.published, "none"
    if clause.tense in ("future", "tentative") or clause.planned:
        return story.published, "none"
    last = max(
        [clause.last, *(c.last for c in clauses if c.kind == "coordinate" and c.parent == number)]
    )
    if en.AGO in sentence.lowers[clause.first : last] and "d" in sentence.tags[clause.first : last]:
        return story.published, "none"  # "a few weeks ago"
    if _is_reckoned(sentence, clause):
        return story.published, "none"
    headline = sentence.tags[-1] not in '.?!"'
    if (clause.tense in ("past", "perfect") or headline) and story.lead is not None:
        return story.lead, "published"
    return (story.published, "published") if story.published is not None else (None, "none")


def _is_reckoned(sentence: Sentence, clause: Clause) -> bool:
    """Whether a length of time opens for it: "a few months before leaving, the office shut"."""
    return any(
        sentence.lowers[at] in en.BEFORE | en.AFTER and sentence.lowers[at - 1] in en.TIME_UNITS
        for at in range(max(1, clause.first), clause.verb_first)
    )


def _move_on(story: Story, telling: Telling) -> None:
    if telling.basis != "stated" or telling.date is None or telling.form != "clause":
        return
    published, date = story.published, telling.date
    if published is None or published.earliest is None or date.latest is None:
        story.running = date
        return
    behind = published.earliest - date.latest
    if telling.clause.tense in ("past", "perfect", "present") and behind > 0:
        story.running = date
