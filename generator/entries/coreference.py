"""Who a pronoun stands for, where the article leaves no doubt."""

from bisect import bisect_left
from collections.abc import Iterable

import msgspec

from generator.entries import subjects
from generator.entries.anchoring import Telling
from generator.entries.grammar import Sentence, is_plural
from generator.entries.languages import en
from generator.entries.names import Kind, Name

_PERSONAL = frozenset(en.PERSON_PRONOUNS)
_THING = frozenset(en.THING_PRONOUNS)
_PLURAL = frozenset(en.PLURAL_PRONOUNS)
_SOMEBODY = en.PERSONS | frozenset(en.PERSON_ROLES)


class Antecedent(msgspec.Struct, frozen=True):
    """A subject that a later pronoun may stand for."""

    text: str
    kind: Kind | None
    plural: bool
    sentence: int
    """Where its sentence starts."""
    main: bool = True
    """Whether it is what the sentence is about, rather than of a clause within it."""
    end: int = 0
    """Where its words end."""
    rivals: bool = False
    """Whether its sentence goes on to speak of others that "they" may mean."""


def resolve(
    telling: Telling,
    before: Iterable[Antecedent],
    paragraph: int,
    names: Iterable[Name] = (),
    *,
    previous: int = 0,
) -> str:
    """The words to put for the telling's leaning subject, or "" when it is not clear.

    Args:
        telling: one whose subject leans.
        before: earlier subjects, the nearest first.
        paragraph: where the telling's paragraph starts; from another one only a subject of the
            sentence right before it counts.
        names: those of the telling's sentence; of two people in it, a pronoun may mean either.
        previous: where the sentence before starts: "it" and "they" reach no further back.
    """
    s = telling.sentence
    if telling.subject_last <= telling.subject_first or telling.clause.quoted:
        return ""
    pronoun = s.lowers[telling.subject_first]
    if (
        telling.subject_last - telling.subject_first > 1
        and pronoun not in _PERSONAL | _THING | _PLURAL
    ):
        return ""
    at = s.starts[telling.subject_first]
    either = telling.clause.kind == "subordinate" and telling.clause.passive and telling.first
    if either and pronoun not in _PERSONAL:
        return ""  # "Boeing sold two jets after they were announced": which of the two?
    if pronoun in _THING and _means_nothing(telling):
        return ""
    people = {name.name for name in names if name.kind == "person" and name.end <= at}
    if pronoun in _PERSONAL and len(people) > 1:
        return ""
    for antecedent in before:
        if antecedent.sentence < paragraph:
            return ""
        if not antecedent.main and antecedent.sentence != s.start:
            continue
        within = antecedent.sentence == s.start
        between = range(bisect_left(s.starts, antecedent.end), telling.subject_first)
        if pronoun not in _PERSONAL and antecedent.sentence < previous:
            return ""
        if pronoun in _THING and telling.clause.kind == "subordinate" and not within:
            return ""  # "He ran the fund until it was closed"
        if pronoun in _PERSONAL:
            if within and any(s.tags[t] == "R" or s.lowers[t] in _SOMEBODY for t in between):
                # "The doctor, who was with the singer when he died", "was with the star the
                # night he died"
                return ""
            if antecedent.kind == "person":
                return antecedent.text
        elif pronoun in _THING:
            if antecedent.kind != "person" and not antecedent.plural:
                return antecedent.text if antecedent.kind is not None else ""
        elif pronoun in _PLURAL and (antecedent.plural or antecedent.kind == "organization"):
            if antecedent.rivals if not within else _others(s, between):
                return ""
            return antecedent.text
    return ""


def _means_nothing(telling: Telling) -> bool:
    """Whether "it" stands for what follows ("it is believed that") or for what cannot be told."""
    s, clause = telling.sentence, telling.clause
    if clause.kind in ("relative", "resumed"):
        return True
    after = s.tags[clause.verb_last : clause.verb_last + 2]
    return clause.verb in en.SEEMING or after[:1] == "H" or after[1:] in ("H", "T")


def _others(s: Sentence, tokens: Iterable[int]) -> bool:
    """Whether a plural stands among the tokens: somebody else whom "they" may mean."""
    return any(s.tags[at] in "NK" and is_plural(s.lowers[at]) for at in tokens)


def _of_another(s: Sentence, first: int, last: int) -> bool:
    """Whether the tokens are "Poe's lawyer"."""
    return any(s.lowers[at].endswith(en.POSSESSIVE_ENDINGS) for at in range(first, last - 1))


def _is_main(telling: Telling) -> bool:
    return telling.clause.kind in ("main", "coordinate", "resumed")


def antecedent(telling: Telling, names: Iterable[Name]) -> Antecedent | None:
    """What the telling's subject offers to later pronouns."""
    if subjects.leans(telling):
        return None
    s = telling.sentence
    last = telling.subject_last
    while last > telling.subject_first + 1 and s.tags[last - 1] == "d":
        last -= 1  # "The mayor on Sunday"
    text = subjects.subject_text(telling, range(last, telling.subject_last))
    if not text:
        return None
    start = s.starts[telling.subject_first]
    end = s.ends[telling.subject_last - 1]
    held = [name for name in names if not name.demonym and start <= name.start and name.end <= end]
    kind: Kind | None = None
    if held:
        nearest = held[-1]
        kind = nearest.kind
        # "An aide to Omar Dahl", "a plot to kill Omar Dahl": somebody or something else.
        plain = not set("PCTGYRHSEL") & set(s.tags[telling.subject_first : telling.subject_last])
        surname = nearest.name.split()[-1]
        if kind == "person" and plain and " " in nearest.name and text.endswith(surname):
            text = nearest.name
        elif kind == "person" and _of_another(s, telling.subject_first, telling.subject_last):
            kind = None  # "Poe's lawyer": "he" may be either
    elif s.words[last - 1].islower() and s.lowers[last - 1].endswith(en.AGENT_ENDINGS):
        kind = None  # "a Conservative spokesman"
    elif "K" in s.tags[max(telling.subject_first, 1) : telling.subject_last] or (
        s.words[telling.subject_first].isupper()
    ):
        kind = "organization"
    plural = subjects.plural_subject(telling) and (kind is None or not held)
    rivals = (plural or kind == "organization") and _others(
        s, range(telling.subject_last, len(s.tags))
    )
    return Antecedent(text, kind, plural, s.start, _is_main(telling), end, rivals)
