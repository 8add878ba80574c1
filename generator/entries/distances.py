"""Clauses dated by how long before or after something else they are."""

from collections.abc import Sequence

import msgspec

from generator.dates import EventDate, Mention
from generator.entries import reckoning
from generator.entries.clauses import Clause
from generator.entries.grammar import Sentence
from generator.entries.languages import en

_BESIDE = 3
"""Tokens that may lie between a day and a length that is reckoned from it."""


def by_distance(
    sentence: Sentence,
    clauses: Sequence[Clause],
    placed: Sequence[tuple[tuple[int, int], Mention]],
    *,
    lead: EventDate | None,
    published: EventDate | None,
) -> tuple[dict[int, Mention], set[int]]:
    """The clauses dated by their distance from the news, and those whose distance says nothing.

    "A day after the rival closed, the bank …" dates the rival's closing, "a day before the vote,
    the party …" what the party did. The other end of the length is the day named just before it,
    or the day of the news when the clause with it tells the news.

    Args:
        placed: the sentence's date expressions with the tokens they span.
        lead: the day of the news, when the article's opening names it.
        published: the day of publication.
    """
    found: dict[int, Mention] = {}
    unknown: set[int] = set()
    for (at, end), mention in placed:
        if mention.date is not None or mention.type != "DURATION":
            continue
        after = sentence.lowers[end - 1] in en.AFTER
        if not after and sentence.lowers[end - 1] not in en.BEFORE:
            continue
        number = next((n for n, c in enumerate(clauses) if at < c.last), -1)
        if number < 0:
            continue
        opens = at < clauses[number].verb_first
        if opens and any(
            other.date is not None and end <= first < clauses[number].verb_first
            for (first, _), other in placed
        ):
            continue  # "Two days before the vote, on May 3, gunmen attacked": it is said
        told = number if opens else number + 1
        if not after and (not opens or "," not in sentence.tags[end : clauses[number].verb_first]):
            continue
        if after and opens and "," in sentence.tags[end : clauses[number].verb_first]:
            continue  # "Two days after the vote, the party split."
        if told >= len(clauses) or (told > number and clauses[told].kind == "coordinate"):
            continue
        if any(
            other.date is not None and clauses[told].first <= first < clauses[told].last
            for (first, _), other in placed
        ):
            continue  # "two weeks after the rival won on May 3": it is said
        date = reckoning.before(
            _other_end(clauses, told, at, placed, lead=lead, published=published), mention.value
        )
        if date is not None:
            found[told] = msgspec.structs.replace(mention, type="DATE", date=date)
        else:
            unknown.add(told)
    return found, unknown


def _other_end(
    clauses: Sequence[Clause],
    told: int,
    at: int,
    placed: Sequence[tuple[tuple[int, int], Mention]],
    *,
    lead: EventDate | None,
    published: EventDate | None,
) -> EventDate | None:
    for (_, end), mention in placed:
        if mention.date is not None and at - _BESIDE <= end <= at:
            return mention.date
    other = clauses[told - 1] if told else clauses[min(1, len(clauses) - 1)]
    news = (
        other.verb in en.FOLLOW_VERBS
        or other.tense in ("present", "progressive", "perfect", "future")
        or (told == 0 and lead is not None)
    )
    named = lead is not None and any(m.date == lead for _, m in placed)
    return (lead or published) if news or named else None
