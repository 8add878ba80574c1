"""Whether what is said of a subject says something by itself, apart from its sentence."""

from collections.abc import Sequence
from itertools import takewhile

from generator.entries.anchoring import Telling
from generator.entries.grammar import Sentence, is_plural
from generator.entries.languages import en

_FEW = 6
"""Words below which a title without a name or a number could be about anything."""
_NEAR_VERB = 4
"""Words behind a verb among which its object stands."""
_ORDINALS = frozenset(en.ORDINALS)
_EVENTS = frozenset(en.EVENT_VERBS) | frozenset(en.IRREGULAR_EVENTS)
_SETTING_OUT = frozenset(en.SETTING_OUT)


def stands_alone(s: Sentence, rest: Sequence[int]) -> bool:
    """Whether what is said has no object that only another sentence names."""
    if len(rest) == 1 and (s.tags[rest[0]] == "0" or s.lowers[rest[0]] in en.SOME):
        return False
    if any(s.lowers[at : at + 2] == en.SAME_THING for at in rest[:_NEAR_VERB]):
        return False
    if any(
        s.tags[at] == "D" and s.lowers[at] in en.DEMONSTRATIVES and s.tags[at + 1] in "NKEGZY"
        for at in rest[:_NEAR_VERB]
        if at + 1 < len(s.tags)
    ):
        return False  # "acted on these principles"
    points = bool(rest) and s.lowers[rest[0]] in en.DEMONSTRATIVES and s.tags[rest[0]] == "D"
    if points and not s.tags.startswith(("N", "K", "E", "0", "A", "G"), rest[0] + 1):
        return False
    return not any(
        s.tags[at] in "Oo"
        and s.lowers[at] in en.OBJECTS_ELSEWHERE
        and not s.tags.startswith(tuple("BMWEIZYX"), at + 1)
        for at in rest[:3]
    ) and not any(
        s.tags[at] in "Oo" and s.lowers[at] in en.OBJECTS_OUTSIDE
        for at in takewhile(lambda token: s.tags[token] != ",", rest)
    )


def says_enough(telling: Telling, who: str, rest: Sequence[int], *, named: bool) -> bool:
    """Whether the title names somebody or something: not "Another launch was cancelled".

    `named` when the subject is known to name, whatever its words look like.
    """
    s, clause = telling.sentence, telling.clause
    subject = s.tags[telling.subject_first : telling.subject_last]
    ends = not rest or s.tags[rest[0]] == ","
    if ends and clause.verb in _SETTING_OUT and set(subject) == {"K"}:
        return False  # "Ada Poe began": what?
    if (
        (clause.kind == "coordinate" or clause.marker == en.AS)
        and len(rest) == 1
        and s.lowers[rest[0]] in en.PARTICLES
        and not clause.passive
    ):
        return False  # "Marn Oil tried to mend it, but gave up", "as the Gull set out"
    if len(rest) == 1 and s.lowers[rest[0]] == en.ONE:
        return False  # "She landed one"
    counted = who.replace(",", "").isdigit() and clause.verb not in _EVENTS
    if counted and "B" not in s.tags[clause.verb_first : clause.verb_last]:
        return False  # "600,000 recorded so far": of what?
    words = who.split()
    if words[0].lower() == en.BOTH and who[1:].islower():
        return False  # "Both men": which?
    if not _ORDINALS.isdisjoint(words):
        return True  # "The first intifada began"
    if named or any(word[0].isupper() or word[0].isdigit() for word in words[1:]):
        return True
    first = subject[:1]
    if first == "K" and words[0].endswith(en.POSSESSIVE_ENDINGS):
        return True
    if len(words) == 1 and first == "K" and words[0].lower() not in en.EVENT_NOUNS:
        # No noun in the singular stands alone, so this is a name.
        return not is_plural(words[0].lower()) or len(rest) > _FEW
    if (
        words[0][0].isdigit()
        or (len(words[0]) > 1 and words[0].isupper())
        or (first == "K" and telling.subject_first)
        or first == "0"
    ):
        return True
    if any(s.tags[at] in "K0" for at in rest):
        return True
    return len(words) + len(rest) >= _FEW
