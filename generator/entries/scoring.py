"""How sure it is that a telling is an event a timeline wants, from 0 to 1.

The weights are sums of what speaks for and against, set by reading news and blog posts: a date of
its own and a verb that tells a happening speak for it; opinions, prices, quotations, conditions and
habits speak against it.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable

import msgspec

from generator.dates import EventDate
from generator.entries import subjects
from generator.entries.anchoring import Telling
from generator.entries.grammar import Sentence
from generator.entries.inflection import BASES
from generator.entries.languages import en, layout_en

_EVENTS = (frozenset(en.EVENT_VERBS) | frozenset(en.IRREGULAR_EVENTS)) - frozenset(en.STATIVE_VERBS)
_STATIVE = frozenset(en.STATIVE_VERBS) | frozenset(en.IRREGULAR_STATIVE)
_SAYING = frozenset(en.SAYING_VERBS) | frozenset(en.IRREGULAR_SAYING)
_SPEECH_ACTS = frozenset(en.SPEECH_ACTS)
_MARKET = frozenset(en.MARKET_VERBS)
_PRICES = frozenset(en.UNITS_OF_PRICE)
_PERSONAL = frozenset(en.FIRST_SECOND_PERSON)
_NEGATIONS = frozenset(en.NEGATIONS)
_OPINION = frozenset(en.OPINION_MARKERS)
_EVENT_NOUNS = frozenset(en.EVENT_NOUNS)
_ALLEGATIONS = frozenset(en.ALLEGATIONS)
_APPROXIMATORS = frozenset(en.APPROXIMATORS)
_LIMITS = frozenset(en.DATE_LIMITS)
_CONDITIONS = frozenset(en.CONDITIONS)
_FORECAST = frozenset(en.FORECAST_VERBS)
_FOLLOW = frozenset(en.FOLLOW_VERBS)
_OUTCOMES = frozenset(en.HARMING) | en.OUTCOME_VERBS

_LOOKING_BACK = ("past", "perfect", "pluperfect")
_OPENING = 2
"""The last of the sentences, counted from 0, in which an article tells its news."""
_ABOUT_THE_NEWS = 0.15
"""The share of the headline's words that a sentence about the news has."""
_BASIS = {"stated": 0.45, "shared": 0.35, "running": -0.1, "published": 0.25, "none": 0.0}


class Setting(msgspec.Struct, frozen=True):
    """What the article around a telling says of it."""

    position: int
    """The number of its sentence in the article, from 0."""
    overlap: float
    """The share of the headline's words that its sentence holds."""
    personal: bool
    """Whether the article speaks of "I" and "you" throughout."""
    opens_with_name: bool
    """Whether the sentence's first word is one of a name."""
    published: EventDate | None


def most_undated(setting: Setting) -> float:
    """More than a sentence without any date can score; 1.0 where it has to be read to tell.

    What is below any wish need not be read: most sentences are so.
    """
    if setting.position <= _OPENING or setting.overlap >= _ABOUT_THE_NEWS:
        return 1.0
    return 0.45


def score(telling: Telling, setting: Setting) -> float:
    """From 0, which is no event, to 1."""
    if telling.date is None or telling.basis == "none":
        return 0.0
    position, overlap, personal = setting.position, setting.overlap, setting.personal
    opens_with_name = setting.opens_with_name
    s, clause = telling.sentence, telling.clause
    words = s.lowers[telling.first : telling.last]
    tags = s.tags[telling.first : telling.last]
    total = _BASIS[telling.basis]
    if telling.form == "participle":
        if _ahead(telling.date, setting):
            return 0.0
        if _weak_participle(telling) or clause.quoted or _has(words, _PERSONAL):
            return 0.0
        if clause.tense == "tentative":
            return 0.0  # "there may be nine people held"
        return _clamp(total + 0.1)
    if telling.form == "noun":
        return _clamp(total - 0.05)
    if clause.tense in _LOOKING_BACK and not clause.planned and _ahead(telling.date, setting):
        return 0.0
    if tags.startswith("K") and telling.first == 0 and not opens_with_name:
        # The first word of a sentence has its capital from that.
        tags = f"N{tags[1:]}"
    total += _verb(telling)
    if clause.kind == "relative" and s.tags[clause.first] in "RH" and _is_bare(telling):
        total -= 0.5
    if clause.verb in _SAYING and s.tags.startswith((":", '"'), clause.verb_last):
        total -= 0.6
    subject = s.tags[telling.subject_first : telling.subject_last]
    if telling.subject_first == 0 and subject.startswith("K") and not opens_with_name:
        subject = f"N{subject[1:]}"
    if "K" in subject:
        total += 0.15
    elif "K" in tags:
        total += 0.1
    else:
        total -= 0.25
    if _has(s.lowers[telling.subject_first : telling.subject_last], _EVENT_NOUNS):
        total += 0.1
    if subject in ("DN", "N") and position > 0:
        # "The singer …": who that is stands in another sentence.
        total -= 0.15
    if telling.basis == "published":
        if _went_on(telling) or "d" in subject:
            return 0.0  # "was running the bank", "the April 20 fire …": when is not said
        if _is_outcome(telling):
            return 0.0
        if clause.kind in ("relative", "subordinate") or clause.inner:
            return 0.0
        if position <= 1:
            total += 0.2
        elif overlap >= 0.4:
            total += 0.1
        else:
            total -= 0.2
        if position > _OPENING and clause.tense == "perfect" and overlap < 0.4:
            total -= 0.15  # "The company has become": since when is not said
        if personal or overlap < _ABOUT_THE_NEWS:
            total -= 0.3
        if overlap < 0.4 and _speaks_of_the_past(telling):
            total -= 0.3
        if clause.tense in ("present", "progressive"):
            total -= 0.25
    elif position <= 2 or overlap >= 0.4:
        total += 0.1
    total -= _against(telling, words)
    if personal:
        total -= 0.1
    return _clamp(total)


def _ahead(date: EventDate, setting: Setting) -> bool:
    """Whether the date lies after the publication: no past tense can mean it."""
    published = setting.published
    return (
        published is not None
        and published.latest is not None
        and date.earliest is not None
        and date.earliest > published.latest
    )


def _is_bare(telling: Telling) -> bool:
    """Whether a bare name stands before "which" without a comma: something else is meant."""
    s = telling.sentence
    subject = s.tags[telling.subject_first : telling.subject_last]
    if len(subject) > 1 and telling.clause.marker in en.WHO:
        return False  # "the grave of Ada Poe who"
    return not subject.strip("K") and s.tags[telling.clause.first - 1] not in ',-(")'


def _weak_participle(telling: Telling) -> bool:
    """Whether a participle tells no happening: "faced by the bank in June"."""
    s = telling.sentence
    at = telling.subject_last
    while at < telling.last and s.tags[at] not in "EL":
        at += 1
    if at < telling.last and s.lowers[at - 1] in _NEGATIONS:
        return True  # "not named yesterday"
    base = BASES.get(s.lowers[at], "") if at < telling.last else ""
    who = subjects.apart(telling)
    subject = s.tags[who.subject_first : who.subject_last]
    mention = telling.mention
    clock = mention is not None and (
        mention.type == "TIME" or not any(letter.isdigit() for letter in mention.value[:4])
    )
    return base not in _EVENTS or clock or not ("D" in subject or "K" in subject or "0" in subject)


def _verb(telling: Telling) -> float:
    clause = telling.clause
    verb = clause.verb
    if verb in en.COPULAS:
        return -0.35
    if verb in _FOLLOW and telling.mention is not None:
        # "The vote follows a fire on Sunday": the day is the fire's.
        s = telling.sentence
        noun = subjects.event_noun(s, bisect_left(s.starts, telling.mention.start))
        if noun >= clause.verb_last:
            return -0.6
    if verb in _SPEECH_ACTS:
        return 0.2
    if verb in _SAYING and verb not in _EVENTS:
        return -0.3
    if verb in _EVENTS:
        return 0.25
    if verb in _STATIVE:
        return -0.1 if clause.planned else -0.35
    return 0.1


def _against(telling: Telling, words: tuple[str, ...]) -> float:
    s, clause = telling.sentence, telling.clause
    total = 0.0
    if clause.quoted:
        total += 0.6
    if _has(words, _PERSONAL):
        total += 0.6
    if s.tags.endswith("?"):
        total += 0.6
    if clause.tense == "tentative":
        total += 0.6
    if clause.tense == "perfect" and clause.marker in en.STILL_TO_COME:
        total += 0.6  # "not until after the two have met"
    if clause.verb in en.DECLINING and _has(s.lowers[clause.verb_last : telling.last], _SAYING):
        total += 0.6  # "declined to comment"
    if clause.tense in ("present", "progressive") and not clause.planned:
        total += 0.3
        if telling.mention is not None and not _opens_with_day(telling):
            total += 0.4  # a caption, a listing, what is so on every day
    if _is_market_report(telling):
        total += 0.6
    if clause.planned and clause.tense in ("past", "pluperfect"):
        total += 0.6
    for at in {clause.first, telling.subject_first} - {0}:
        if s.lowers[at - 1] in _ALLEGATIONS:
            total += 0.6  # "accusations that it took", "fears it took"
            break
    if clause.negated or _only_nearly(telling):
        total += 0.6
    if clause.marker in _CONDITIONS:
        total += 0.6
    if _has(words, _OPINION):
        total += 0.2
    if clause.tense == "future" and clause.verb in _FORECAST:
        total += 0.5
    if telling.basis == "published" and _of_late(s, telling):
        total += 0.6
    if clause.verb in _MARKET and (_has(s.lowers, _PRICES) or any("%" in word for word in words)):
        total += 0.6
    if (clause.planned or clause.tense == "future") and _has(words, _PRICES):
        total += 0.5
    if telling.mention is not None:
        if telling.mention.type == "SET":
            total += 0.5
        if telling.mention.type == "DURATION":
            total += 0.15
        at = bisect_left(s.starts, telling.mention.start)
        if at and s.lowers[at - 1] in _LIMITS and telling.basis == "stated":
            total += 0.2
    date = telling.date
    assert date is not None
    if date.precision in ("decade", "century", "millennium"):
        total += 0.2
    if (
        date.precision == "interval"
        and (date.open_start or date.open_end)
        and clause.tense == "past"
    ):
        total += 0.1
    return total


def _went_on(telling: Telling) -> bool:
    """Whether it was going on: "was running the bank"."""
    s, clause = telling.sentence, telling.clause
    return (
        clause.tense == "past"
        and s.tags[clause.verb_first] == "B"
        and (s.tags[clause.verb_last - 1] == "G")
    )


def _is_outcome(telling: Telling) -> bool:
    """Whether it tells what an event known before led to: "The Marn explosion killed nine"."""
    s, clause = telling.sentence, telling.clause
    first, last = telling.subject_first, telling.subject_last
    stop = next((at for at in range(first, last) if s.tags[at] == "P"), last)
    known = s.lowers[first] == en.THE and s.lowers[stop - 1] in _EVENT_NOUNS
    return known and clause.tense == "past" and clause.verb in _OUTCOMES


def _opens_with_day(telling: Telling) -> bool:
    """Whether it is a line of a chronology: "26 May: the port opens its gates"."""
    s, mention = telling.sentence, telling.mention
    assert mention is not None
    at = bisect_left(s.starts, mention.start)
    return (
        mention.type == "DATE"
        and not s.tags[:at].strip("PD(-")
        and any(letter.isdigit() for letter in mention.text)
    )


def _is_market_report(telling: Telling) -> bool:
    """Whether prices or the weather moved: "shares in Marn Oil closed up"."""
    s, clause = telling.sentence, telling.clause
    first, last = telling.subject_first, telling.subject_last
    stop = next((at for at in range(first + 1, last) if s.tags[at] in "P,-("), last)
    if stop <= first:
        return False
    head = s.lowers[stop - 1]
    if head in layout_en.SHARES and not clause.passive:
        return True
    if head in layout_en.MARKET_SUBJECTS or (
        " ".join(s.lowers[max(first, stop - 2) : stop]) in layout_en.MARKET_NAMES
    ):
        return clause.verb in layout_en.MARKET_MOVES
    said = s.lowers[clause.verb_last : clause.last]
    return clause.verb in layout_en.WIPING and layout_en.OFF in said


def _of_late(s: Sentence, telling: Telling) -> bool:
    """Whether it went on for long: "in recent years", "since taking office"."""
    for at in range(telling.first, telling.last - 1):
        if s.lowers[at] in en.RECENT and s.lowers[at + 1] in en.LONG_UNITS:
            return True
        if s.lowers[at] in en.SINCE and s.tags[at + 1] == "G":
            return True
    return False


def _speaks_of_the_past(telling: Telling) -> bool:
    """Whether a year long gone stands within: "The treaty, signed in 1921, ended the war"."""
    s, date = telling.sentence, telling.date
    assert date is not None
    return any(
        s.tags[at] == "d"
        and re.fullmatch("[12][0-9]{3}", s.words[at])
        and int(s.words[at]) < date.year - 1
        for at in range(telling.first, telling.last)
    )


def _only_nearly(telling: Telling) -> bool:
    """Whether it did not quite happen: "nearly hit a tower", "had all but closed the port"."""
    s, clause = telling.sentence, telling.clause
    first = max(telling.first, clause.verb_first - 1)
    group = s.lowers[first : clause.verb_last]
    return not _APPROXIMATORS.isdisjoint(group) or any(
        s.lowers[at : at + 2] == en.ALL_BUT
        for at in range(max(0, clause.verb_first - 2), clause.verb_last)
    )


def _has(words: Iterable[str], of: frozenset[str]) -> bool:
    return not of.isdisjoint(words)


def _clamp(value: float) -> float:
    return round(min(1.0, max(0.0, value)), 3)
