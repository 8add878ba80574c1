"""Which date expression of a clause dates its verb, and which belongs to something else in it."""

import re

from generator.dates import EventDate, Mention
from generator.entries.clauses import Clause
from generator.entries.grammar import Sentence
from generator.entries.languages import en

_SUPERLATIVE = re.compile(en.RECORD_WORD)
_RELATED = frozenset(en.DATE_OF_A_NOUN)
_LIMITS = frozenset(en.DATE_LIMITS)
_SINCE = frozenset(en.SINCE)
_EVENT_NOUNS = frozenset(en.EVENT_NOUNS)
_OF_LATE = 14
"""Days before publication that a present perfect ("has closed") may still be dated to."""


def participle(
    sentence: Sentence, clause: Clause, first: int, at: int, end: int
) -> tuple[int, int, int, int] | None:
    """(first, last, subject first, subject last) of the participle phrase that holds a date."""
    tags = sentence.tags
    begin = clause.verb_last if at >= clause.verb_last else first
    stop = at
    step = at - 1
    # "according to …", "(…": a date does not reach over punctuation to a participle.
    while step >= begin and tags[step] not in ',;:()-"':
        if tags[step] in "EL" and not tags.startswith(("N", "K"), step + 1):
            break
        if tags[step] in "GTRUHC" and at < clause.verb_first:
            return None
        if tags[step] in "GT":
            return None
        step -= 1
    if step < begin or tags[step] not in "EL":
        return None
    if step + 1 < stop and tags[step + 1] in "T":
        return None
    subject = noun_before(tags, step)
    last = end
    return (subject[0] if subject[1] > subject[0] else step, last, *subject)


def bracketed(tags: str, at: int, end: int) -> bool:
    return at > 0 and tags[at - 1] == "(" and tags.startswith(")", end)


def noun_before(tags: str, last: int) -> tuple[int, int]:
    """The noun phrase that ends before token `last`, past a comma or an adverb."""
    while last > 0 and tags[last - 1] in ",A(-":
        last -= 1
    first = last
    while first > 0 and tags[first - 1] in "NKE0DG":
        first -= 1
        if tags[first] == "D" and not tags.startswith("DD0", first - 1):
            break
    while first < last and tags[first] == "E":
        first += 1
    return first, last


def governing(
    sentence: Sentence,
    clause: Clause,
    candidates: list[tuple[tuple[int, int], Mention]],
    published: EventDate | None,
) -> Mention | None:
    best: tuple[float, int, Mention] | None = None
    for (at, end), mention in candidates:
        weight = _weight(sentence, clause, at, end, mention, published)
        if weight > -4 and (best is None or weight > best[0]):
            best = (weight, at, mention)
    return best[2] if best else None


def _weight(
    sentence: Sentence,
    clause: Clause,
    at: int,
    end: int,
    mention: Mention,
    published: EventDate | None,
) -> float:
    """How likely the expression at tokens `at`–`end` dates the verb; below -4: it does not."""
    tags, lowers = sentence.tags, sentence.lowers
    date = mention.date
    assert date is not None
    weight = 0.0
    if at > clause.verb_last and re.search("[PS]G", tags[clause.verb_last : at]):
        # "has recovered since hitting its low on Friday"
        weight -= 6
    if mention.type == "TIME" and not any(
        c.isalpha() for c in mention.text.lower().replace("m", "")
    ):
        weight -= 2
    before = lowers[at - 1] if at else ""
    after = tags[end] if end < len(tags) else "."
    if after == "," and "," in mention.text:
        after = tags[end + 1 : end + 2]  # "the May 3, 2001, attacks"
    if mention.type in ("DURATION", "SET"):
        weight -= 3
    if date.precision == "year" and not any(letter.isdigit() for letter in mention.text):
        weight -= 0.5
    if at < clause.verb_first and _inserted(tags, clause, at):
        weight -= 5
    if ((at and tags[at - 1] == "D") or lowers[at] == en.THE) and after in "NKG":
        weight -= 5 if clause.verb_first <= at or not _is_event(lowers, end) else 3
    if lowers[at].endswith(("'s", "’s")) or lowers[end - 1].endswith(("'s", "’s")):
        weight -= 5
    if at and tags[at - 1] == "K" and date.precision == "year" and end == at + 1:
        weight -= 5  # "Vision 2040": part of a name
    if lowers[end : end + 1] == (en.CLITIC,):
        weight -= 5
    the = at if lowers[at] == en.THE else at - 1
    if the > 0 and lowers[the] == en.THE and lowers[the - 1] == en.FOR:
        weight -= 6  # "has closed, at least for the winter"
    if (
        clause.tense == "perfect"
        and before not in _SINCE
        and date.precision != "interval"
        and date.latest is not None
        and published is not None
        and published.earliest is not None
        and published.earliest - date.latest > _OF_LATE
    ):
        weight -= 6  # "has answered a question about the mill of 1881"
    if before in _RELATED:
        # "in the war of June 1967" is the time of what is told, "the treaty of 1967" is not.
        told = before == en.OF and _is_event(lowers, at - 2) and _happens_within(sentence, at - 2)
        weight -= 1 if told else 5
    if at > 1 and lowers[at - 2] in en.LIKENING and tags[at - 1] == "P":
        weight -= 6  # "In 1994, as in 1990"
    if at and _bounds(sentence, at - 1 if tags[at - 1] == "P" else at):
        weight -= 6  # "lived there until his death in 1942"
    if tags[at - 1 : at] == "T" and lowers[at - 2] in en.TIME_UNITS:
        weight -= 4  # "the three months to September"
    if at and lowers[at - 1].endswith(en.POSSESSIVE_ENDINGS) and after in "NKG":
        weight -= 5  # "Marn's 2005 explosion"
    if at >= clause.verb_last and after in "NG" and tags[at - 1] not in "PS":
        weight -= 4  # "announces second-quarter results"
    if at == clause.verb_last and after == "D":
        weight -= 6  # "called 2022 the worst year"
    if before in _LIMITS:
        weight -= 2
    if before in _SINCE:
        if any(_SUPERLATIVE.match(word) for word in lowers[clause.first : at - 1]):
            weight -= 6
        elif clause.tense not in ("perfect", "pluperfect") and not clause.passive:
            weight -= 1
    distance = at - clause.verb_last if at >= clause.verb_last else clause.verb_first - end
    weight -= min(distance, 20) * 0.05
    if published is not None and published.latest is not None:
        ahead = date.earliest is not None and date.earliest > published.latest
        behind = date.latest is not None and date.latest < (published.earliest or 0)
        if ahead and clause.tense in ("past", "perfect", "pluperfect") and not clause.planned:
            weight -= 3
        if behind and (clause.tense == "future" or (clause.planned and clause.tense == "present")):
            weight -= 5
    return weight


def _inserted(tags: str, clause: Clause, at: int) -> bool:
    """Whether the expression stands in an apposition: "the champion, a winner in 2012, lost"."""
    opened = max(tags.rfind(",", clause.first, at), tags.rfind("-", clause.first, at))
    return (
        opened > clause.subject_first >= clause.first
        and clause.subject_last > opened
        and tags[opened + 1] in "DNKA"
    )


def _bounds(sentence: Sentence, preposition: int) -> bool:
    """Whether an event before the preposition says how long or since when: "until his death in"."""
    if not _is_event(sentence.lowers, preposition - 1):
        return False
    first = preposition - 1
    while first > 0 and sentence.tags[first - 1] in "NKEG0D":
        first -= 1
    return first > 0 and sentence.lowers[first - 1] in en.BOUNDS


def _happens_within(sentence: Sentence, noun: int) -> bool:
    """Whether the event named at token `noun` is when it happened: "during the war of …"."""
    first = noun_before(sentence.tags, noun + 1)[0]
    return first > 0 and sentence.lowers[first - 1] in en.WITHIN_AN_EVENT


def _is_event(lowers: tuple[str, ...], at: int) -> bool:
    return at < len(lowers) and not _EVENT_NOUNS.isdisjoint((lowers[at], lowers[at][:-1]))
