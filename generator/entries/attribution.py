"""Who said so: "the army said that …", "…, police said", "according to the ministry"."""

from collections.abc import Sequence

import msgspec

from generator.entries import subjects
from generator.entries.anchoring import Telling
from generator.entries.cleaning import clean
from generator.entries.languages import en, layout_en

_SAYING = frozenset(en.SAYING_VERBS) | frozenset(en.IRREGULAR_SAYING)
_SPEECH_ACTS = frozenset(en.SPEECH_ACTS)


class Attributed(msgspec.Struct, frozen=True):
    """A telling, who the sentence says said so, and whether another telling holds it."""

    telling: Telling
    said_by: str = ""
    held: bool = False
    disputed: bool = False
    """Whether the sentence says that it is not so."""


def attribute(tellings: Sequence[Telling]) -> tuple[Attributed, ...]:
    """The tellings of one sentence with their speakers.

    What is declared ("announced that it would close") belongs to the declaring, unless it has a
    date of its own. What is only said ("said that it had closed") stands for itself.
    """
    whole = [telling for telling in tellings if telling.form == "clause"]
    speakers: dict[int, str] = {}
    extended: dict[int, int] = {}
    held: set[int] = set()
    disputed: set[int] = set()
    for number, telling in enumerate(whole):
        if telling.clause.verb not in _SAYING | _SPEECH_ACTS:
            continue
        content = _content(whole, number)
        if telling.clause.verb in _SPEECH_ACTS:
            if content and not telling.clause.passive:
                last = content[0]
                extended[number] = whole[last].clause.last
                if whole[last].basis != "stated":
                    held.add(last)
            continue
        speaker = _speaker(telling)
        if content:
            speakers.update(dict.fromkeys(content, speaker))
            if _is_false(telling):
                disputed.update(content)
        elif number and number == len(whole) - 1 and _trails(telling):
            held.add(number)
            for earlier in range(number):
                if not whole[earlier].clause.quoted:
                    speakers.setdefault(earlier, speaker)
    result = []
    for telling in tellings:
        number = next((n for n, other in enumerate(whole) if other is telling), -1)
        said_by = speakers.get(number, "") or _according_to(telling)
        if number in extended:
            telling = msgspec.structs.replace(
                telling,
                last=extended[number],
                clause=msgspec.structs.replace(telling.clause, last=extended[number]),
            )
        result.append(Attributed(telling, said_by, number in held, number in disputed))
    return tuple(result)


def _is_false(telling: Telling) -> bool:
    """Whether it was said "falsely"."""
    s, clause = telling.sentence, telling.clause
    first = max(clause.first, clause.verb_first - 1)
    return not layout_en.FALSELY.isdisjoint(s.lowers[first : clause.verb_last + 1])


def _content(whole: Sequence[Telling], number: int) -> list[int]:
    """The clauses that say what was said: the verb's own, and what goes on from it."""
    content: list[int] = []
    for following in range(number + 1, len(whole)):
        clause = whole[following].clause
        if not content:
            if clause.kind != "complement" or clause.parent != number:
                break
            content.append(following)
        elif clause.kind in ("coordinate", "resumed") and clause.parent in content:
            content.append(following)
        else:
            break
    return content


def _speaker(telling: Telling) -> str:
    if subjects.leans(telling) or telling.clause.passive:
        return ""
    return subjects.subject_text(telling)


def _trails(telling: Telling) -> bool:
    """Whether the clause is ", police said" and no more."""
    s, clause = telling.sentence, telling.clause
    after = s.tags[clause.verb_last : clause.last]
    if clause.kind == "coordinate":
        return False  # ", and told the mayor"
    return s.tags[clause.first] in ',"' and len(after.strip('.,"dP')) <= 3


def _according_to(telling: Telling) -> str:
    """Who is named by an "according to" that opens or closes the clause."""
    s = telling.sentence
    for at in range(telling.first, telling.last - 2):
        if s.lowers[at] == en.ACCORDING and s.tags[at + 1] == "T":
            first = last = at + 2
            while last < telling.last and s.tags[last] in "NKED0PC":
                last += 1
            if at <= telling.first + 1 or s.tags[last : telling.last].strip('.,"') == "":
                return clean(" ".join(s.words[first:last]))
    return ""
