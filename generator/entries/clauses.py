"""The clauses of a sentence: one region of it for each finite verb.

The regions lie side by side and cover the sentence, so that every word and every date expression
belongs to exactly one verb. A participle or a noun with a date of its own ("begun two years ago",
"the treaty (1993)") is no region; `anchoring` finds those from the date.
"""

import re
from collections.abc import Sequence
from typing import Literal

import msgspec

from generator.entries.grammar import Sentence
from generator.entries.inflection import BASES
from generator.entries.languages import en
from generator.entries.subject_spans import antecedent, before_verb
from generator.entries.verb_groups import (
    SAYING,
    Group,
    Tense,
    finite_groups,
    headline_verb,
    read_verb,
    said_aside,
)

Kind = Literal["main", "relative", "subordinate", "complement", "coordinate", "resumed"]


class Clause(msgspec.Struct, frozen=True):
    """A finite verb and what belongs to it. All positions are token indexes, ends exclusive."""

    first: int
    last: int
    verb_first: int
    verb_last: int
    subject_first: int
    subject_last: int
    """Equal when the subject is not known; may lie outside the region (relative, coordinate)."""
    kind: Kind
    tense: Tense
    passive: bool
    verb: str
    """The base form of the verb that says what happens."""
    marker: str = ""
    """The word that opens the clause ("which", "when", "and"), lower case."""
    parent: int = -1
    """The index of the clause that this one hangs on, or -1."""
    quoted: bool = False
    negated: bool = False
    planned: bool = False
    """"is due to visit", "plans to visit": the verb is what is to come."""
    inner: bool = False
    """It goes on from a clause that only describes: "the fire that killed nine and led to"."""
    said_from: int = 0
    """Where what the verb says goes on, past a part that is told apart; 0 for right behind it."""


_SHOWING = frozenset(en.SHOWING_FORMS)
_NEGATIONS = frozenset(en.NEGATIONS)
_PURPOSES = frozenset(en.PURPOSES)
_FORWARD_HEADS = frozenset(en.FORWARD_HEADS)
_FORWARD_VERBS = frozenset(en.FORWARD_VERBS)
# What may stand between the opening of a noun phrase and its verb.
_BARE_NAME_END = re.compile(r"(?<=D[NE])K+$|(?<=D[NE][NE])K+$")
"""In "a state Marn won", Marn did the winning."""
_WHILE_DOING = re.compile(r"D?[NKE0]+,G[^,]*?([SU])[^,]*$")
"""In "Ada Poe, speaking as the vote was held, …" the vote was held."""
_NOUN_PHRASE_END = re.compile(r"(?:D?(?:A?[NKE0G])*[NK0]|O)\)?$")


def clauses(sentence: Sentence) -> tuple[Clause, ...]:
    """The clauses of `sentence`, in order."""
    groups = finite_groups(sentence) or headline_verb(sentence)
    if not groups:
        return ()
    tags = sentence.tags
    quotes = _quotes(tags)
    found: list[Clause] = []
    aside = _said_aside(sentence, groups)
    waiting: list[tuple[int, int]] = []
    cut = _first_cut(tags, groups[0][0])
    if cut and re.search("[NK0O]", tags[:cut]) and tags[cut] in "RPHSU":
        waiting.append(before_verb(tags, 0, cut))
    for number, group in enumerate(groups):
        following = groups[number + 1] if number + 1 < len(groups) else None
        clause = _clause(sentence, found, waiting, cut, len(tags), group, quotes)
        if aside is not None and number == 0:
            # "Zand, the ministry said, attacked the port."
            clause = msgspec.structs.replace(clause, subject_first=aside[1] + 1, first=aside[1])
            waiting.append((aside[0], aside[1]))
        if following is not None:
            headless = number + 2 == len(groups) and not any(
                c.kind != "relative" or tags[c.first] == "," for c in (*found, clause)
            )
            cut, orphan = _cut(sentence, clause, group, following, headless=headless)
            between = tags[group[1] : following[0]]
            if waiting and clause.kind == "relative" and not re.search("[,;:CUSRH]", between):
                # "A gunman who hated the mayor killed a guard": the gunman did.
                cut, orphan = following[0] - (tags[following[0] - 1] == "O"), None
            clause = msgspec.structs.replace(clause, last=cut)
            if orphan is not None:
                waiting.append(orphan)
        found.append(clause)
    return tuple(found)


def _said_aside(sentence: Sentence, groups: Sequence[Group]) -> tuple[int, int] | None:
    """Where the subject stands that ", the ministry said," parts from its verb."""
    if len(groups) < 2 or groups[1][0] != groups[0][1] + 1:
        return None
    return said_aside(sentence, groups[1][0])


def _first_cut(tags: str, verb: int) -> int:
    """Where the first region begins: "The man who was …" begins with "who"."""
    spoken = _WHILE_DOING.match(tags, 0, verb)
    if spoken:
        return spoken.start(1)
    opening = max(tags.rfind(tag, 0, verb) for tag in "RUH")
    if opening > 0 and tags[opening] == "R" and tags[opening - 1] == "P":
        opening -= 1
    if opening > 0 and re.search("[NKEL0OG]", tags[:opening]):
        return opening
    return 0


_SINCE_CLAUSE = re.compile(
    r"SA?(?:O|(?:D[NKEA0Gd]*|[NKEA0G]*)[NK0](?:E?[PC]D?[NKEA0G]*[NK0]|D?[NKE]*[NK]|P?d+)*)A?$"
)


def _cut(
    sentence: Sentence,
    clause: Clause,
    group: Group,
    following: Group,
    *,
    headless: bool,
) -> tuple[int, tuple[int, int] | None]:
    """Where the region of `following` begins, and a subject left without its verb before that.

    `headless` when `following` must be the main verb: "None who spoke before the court agreed".
    """
    tags = sentence.tags
    last, next_first = group[1], following[0]
    gap = re.sub("[UR](?=T)", "N", tags[last:next_first])  # "decide whether to go"
    gap = re.sub("U(?=G)", "P", gap)  # "when giving the drug"
    for at in range(last, next_first):
        if tags[at] == "d" and sentence.lowers[at] in en.AFTER:
            gap = f"{gap[: at - last]}S{gap[at - last + 1 :]}"  # "comes five months after the fire"
    marker = max(gap.rfind(tag) for tag in "RU;:")
    that = gap.rfind("H")
    if that > marker and (that == len(gap) - 1 or re.search("[DNKO0dG]", gap[that + 1 :])):
        marker = that
    since = gap.rfind("S")
    if since > marker and not headless and _SINCE_CLAUSE.match(gap, since):
        marker = since
    pause = max(gap.rfind(","), gap.rfind("-"), gap.rfind(")"))
    conjunction = gap.rfind("C")
    if marker >= 0:
        cut = marker
        orphan = None
        if gap[cut] == "R" or cut == len(gap.rstrip("A")) - 1:
            if cut and gap[cut - 1] == "P":
                cut -= 1
            opening = max(gap.rfind(tag, 0, cut) for tag in "HUC")
            if clause.verb in SAYING and opening < 0 and re.match("D?[A0]*[NKEG]", gap):
                orphan = (last, last + cut)  # "said the man who was shot had …"
            if opening >= 0 and cut - opening > 1 and gap[opening + 1] in "DKN0":
                orphan = (last + opening + 1, last + cut)
        if cut > 0 and gap[cut - 1] == ",":
            cut -= 1
        return last + cut, orphan
    saying = clause.verb in SAYING
    if conjunction > pause and (re.fullmatch("CA*", gap[conjunction:]) or not saying):
        if conjunction and gap[conjunction - 1] == ",":
            conjunction -= 1
        return last + conjunction, None
    if pause >= 0:
        return last + pause, None
    if saying:
        return last, None
    if clause.kind == "relative":
        # "who was with the singer the night he died"
        return next_first - (tags[next_first - 1] == "O"), None
    phrase = _BARE_NAME_END.search(gap) or _NOUN_PHRASE_END.search(gap)
    return last + (phrase.start() if phrase and phrase.start() else len(gap)), None


def _quotes(tags: str) -> tuple[bool, ...]:
    inside = False
    flags = []
    for tag in tags:
        if tag == '"':
            inside = not inside
        flags.append(inside)
    return tuple(flags)


def _clause(
    sentence: Sentence,
    found: list[Clause],
    waiting: list[tuple[int, int]],
    first: int,
    last: int,
    span: Group,
    quotes: tuple[bool, ...],
) -> Clause:
    tags, lowers = sentence.tags, sentence.lowers
    verb_first, verb_last, group = span
    opening = first
    while opening < verb_first and tags[opening] in ',-"(':
        opening += 1
    marker = lowers[opening] if opening < verb_first else ""
    mark = tags[opening] if opening < verb_first else ""
    if mark == "P" and tags[opening + 1] == "R":
        mark = "R"
        marker = lowers[opening + 1]
    parent = len(found) - 1
    subject_first, subject_last = before_verb(tags, opening, verb_first)
    kind: Kind = "main"
    inner = False
    if mark == "R" or (mark == "H" and not subject_last > subject_first):
        kind = "relative"
        if not subject_last > subject_first:
            subject_first, subject_last = antecedent(sentence, first, lowers[verb_first])
    elif mark == "S" and "," in tags[opening:subject_first]:
        kind = "main"
    elif mark in ("U", "S") or (mark == "P" and marker in en.SUBORDINATING_PREPOSITIONS):
        kind = "subordinate"
    elif mark == "H":
        whose = found[-1].verb if found else ""
        far = bool(found) and opening - found[-1].verb_last > _NEARSAYING
        far = far and lowers[opening - 1] not in en.NOUNS_WITH_THAT
        plain = lowers[opening - 1] in en.NOUNS_WITH_THAT
        # "accepted in an interview that he had left"
        said_in = lowers[opening - 1] in en.SAID_IN and tags[opening - 3 : opening - 1] == "PD"
        object_of = (
            opening > 0
            and not said_in
            and not plain
            and tags[opening - 1] in "NK0"
            and (whose not in SAYING or far)
            and lowers[opening - 1] not in _SHOWING
        )
        # "It was no accident that the bridge fell"
        it_was = whose == en.BE and lowers[found[-1].subject_first] in en.THING_PRONOUNS
        kind = "relative" if object_of and not it_was else "complement"
    elif found and not subject_last > subject_first:
        outer = _outer(found, mark == "C" and tags[first] != ",")
        kind = "coordinate" if mark == "C" else "resumed"
        inner = kind == "coordinate" and (outer.inner or outer.kind in ("relative", "subordinate"))
        subject_first, subject_last = outer.subject_first, outer.subject_last
        parent = found.index(outer)
        if mark != "C" and _said_within(tags, found[-1], verb_first):
            # "changes which officials say will be made"
            subject_first, subject_last = antecedent(sentence, found[-1].first, lowers[verb_first])
        elif waiting and mark != "C":
            subject_first, subject_last = waiting.pop()
        elif (told := _around_insertion(tags, first, found)) is not None:
            kind = "subordinate"
            subject_first, subject_last = told
        elif mark != "C" and (apart := _WITH_APPOSITION.search(tags, outer.verb_last, first)):
            subject_first, subject_last = apart.span(2 if apart[2] else 1)
        elif (
            mark != "C"
            and outer.verb in SAYING
            and lowers[outer.verb_last - 1] not in en.SPEAKING_TO
            and (named := _SAID_OF_NAME.match(tags, outer.verb_last, first + 1))
        ):
            kind = "complement"
            subject_first, subject_last = named.span(1)
    elif found and mark == "C":
        kind = "coordinate"
    elif found and found[-1].verb in SAYING and first == found[-1].verb_last:
        kind = "complement"
    tense, passive, verb, end = read_verb(sentence, verb_first, verb_last, group)
    if kind == "coordinate" and found[-1].passive and group == "past" and tags[verb_first] in "EQ":
        # "was tried and executed": the second verb has the "was" of the first.
        passive = not tags.startswith(tuple("DKNO0oHT"), end) and verb not in en.COMPLETE_ALONE
    planned = False
    if tags.startswith("T", end) or (tags.startswith("NT", end) and lowers[end] in _FORWARD_HEADS):
        to = end if tags[end] == "T" else end + 1
        heads = verb in _FORWARD_VERBS or verb in _FORWARD_HEADS or lowers[end] in _FORWARD_HEADS
        heads = heads or (
            # "The minister is to visit Marn"
            verb == en.BE
            and tense == "present"
            and _PURPOSES.isdisjoint(lowers[subject_first:subject_last])
        )
        if heads and to + 1 < len(tags):
            planned = True
            step = to + 1
            while step < len(tags) - 1 and tags[step] == "A":
                step += 1
            verb = BASES.get(lowers[step], lowers[step])
            if verb == "be" and step + 1 < len(tags) and tags[step + 1] in "ELQ":
                verb = BASES.get(lowers[step + 1], lowers[step + 1])
    return Clause(
        first,
        last,
        verb_first,
        end,
        subject_first,
        subject_last,
        kind,
        tense,
        passive,
        verb,
        marker,
        parent,
        quotes[verb_first],
        any(
            lowers[i] in _NEGATIONS
            for i in range(_with_adverbs(tags, verb_first), min(end + 1, last))
        )
        or (subject_last > subject_first and lowers[subject_first] in _NEGATIONS)
        or (kind == "complement" and bool(found) and _is_not_so(found[parent])),
        planned,
        inner,
    )


_WITH_APPOSITION = re.compile(r"(?<=[SUd])(D?[NKEC]*[NK]),(?:D[NKE0]+|(K+)),?$")
"""In "comes after Marn, a bank, failed", Marn failed; in "as a friend, Ada Poe, left", Poe."""
_SAID_OF_NAME = re.compile("(D?[NKE]*K+),[DNKEL][^,]*,$")
"""In "said Ada Poe, a writer at the Gull, was held", Poe was held."""
_NEARSAYING = 4
"""Tokens that may lie between "told" and the "that" of what was told."""


def _said_within(tags: str, before: Clause, verb: int) -> bool:
    """Whether the clause before only tells who says so, between "which" and this verb."""
    return (
        before.kind == "relative"
        and before.verb in SAYING
        and before.subject_first > before.first
        and not tags[before.verb_last : verb].strip("A")
    )


_OF_A_CLAUSE = re.compile(r"(?<=[USH])A?(D?[NKE0G]*[NK])$")


def _around_insertion(tags: str, first: int, found: list[Clause]) -> tuple[int, int] | None:
    """For "since the ferry Ada, leased by Marn, sank" at its second comma: "the ferry Ada"."""
    opened = tags.rfind(tags[first], 0, first) if tags[first] in ",-" else -1
    if opened <= 0 or tags[opened + 1] not in "ELGPS":
        return None
    if any(clause.verb_first > opened for clause in found):
        return None
    matched = _OF_A_CLAUSE.search(tags, 0, opened)
    return matched.span(1) if matched else None


def _is_not_so(clause: Clause) -> bool:
    """Whether the clause is "It was not", before "that the bank failed"."""
    return clause.negated and clause.verb == en.BE


def _with_adverbs(tags: str, verb: int) -> int:
    while verb and tags[verb - 1] == "A":
        verb -= 1
    return verb


def _outer(found: list[Clause], conjunction: bool) -> Clause:
    """The clause whose subject goes on when a verb has none of its own."""
    if conjunction:
        return found[-1]
    for clause in reversed(found):
        if clause.kind not in ("relative", "subordinate"):
            return clause
    return found[-1]
