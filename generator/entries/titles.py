"""A title that a reader understands alone, made from the clause that tells an event.

The clause is rewritten, never summarised: what the date beside it says already is taken out, so
are words that lean on an earlier sentence ("meanwhile", "already") and who said so; a pronoun gives
way to the name that it stands for; a look back ("had taken") becomes plain past. Where that leaves
something a reader cannot follow ("This decision …"), there is no title, and so no entry.
"""

import re
from collections.abc import Collection, Sequence
from itertools import takewhile

from generator.dates import Mention
from generator.entries.anchoring import Telling
from generator.entries.cleaning import finish
from generator.entries.grammar import Sentence, is_plural
from generator.entries.inflection import BASES, PASTS
from generator.entries.languages import en
from generator.entries.shortening import TITLE_LENGTH, shorten, tidy
from generator.entries.standing import says_enough, stands_alone
from generator.entries.subjects import (
    apart,
    event_noun,
    leans,
    plural_subject,
    subject_text,
    words_of,
)
from generator.entries.verb_groups import DATE_AND_OBJECT

_OBJECT_AND_NAME = re.compile(r"D[NE]*NK+$")
_NEED_AN_OBJECT = frozenset(en.NEED_AN_OBJECT)
_LOWER = "|".join(sorted({*en.PREPOSITIONS, *en.COORDINATORS, *en.DETERMINERS, *en.NAME_LINKS}))
_NAME_AFTER_OFFICE = re.compile(
    rf"\s(?!(?:{_LOWER})\s)[a-z][a-z]+\s([A-Z][\w.'’&-]*(?:\s[A-Z][\w.'’&-]*)*)$"
)
_FIRST = frozenset(en.ORDINALS)
_PLACE_OF_SUBJECT = re.compile(rf"(.*?\s?[^\W\d]+)\s(?:{'|'.join(en.PLACE_PREPOSITIONS)})\s")
_LEANING_ADVERBS = frozenset(en.LEANING_ADVERBS)
_LEANING_ADJECTIVES = frozenset(en.LEANING_ADJECTIVES)
_LIGHT_VERBS = frozenset(en.LIGHT_VERBS)
_ACT_NOUNS = frozenset(en.ACT_NOUNS)
_INTRODUCE_DATES = frozenset(en.BEFORE_DATES)


def title(
    telling: Telling, mentions: Sequence[Mention], subject: str = "", *, named: bool = False
) -> str:
    """At most `TITLE_LENGTH` characters, or "" when no understandable title can be made.

    `subject` stands for a subject that is a pronoun, when the caller knows whom it means; `named`
    says that the subject is a name, which a sentence's first word alone does not show.
    """
    parts = _compose(telling, mentions, subject, named=named or bool(subject))
    if parts is None:
        return ""
    who, verb, tail = parts
    whole = finish(shorten(telling.sentence, f"{who} {verb}", tail))
    if _lost_what_follows(telling, whole):
        return ""
    if _has_complement(telling) and whole != finish(
        f"{who} {verb} {words_of(telling.sentence, tail)}"
    ):
        return ""  # "keep its agreement with the port" says the opposite of what was cut
    name = _NAME_AFTER_OFFICE.search(who)
    kin = any(word.endswith(en.POSSESSIVE_ENDINGS) for word in who.split())
    if (
        name
        and not (kin and " " not in name[1])  # "Poe's father Joe"
        and _FIRST.isdisjoint(who.split())
        and len(f"{who} {verb} {words_of(telling.sentence, tail)}") > TITLE_LENGTH
    ):
        # "The largest car maker General Wheels": the name leaves more room for what happened.
        shorter = finish(shorten(telling.sentence, f"{name[1]} {verb}", tail))
        return shorter or whole
    place = _PLACE_OF_SUBJECT.match(who)
    if (
        not whole
        and place
        and (who.split()[0].capitalize() in en.ARTICLES or plural_subject(telling))
    ):
        # "Officials from the People's Republic of Marn", "a statement purporting to be"
        head = place[1].rpartition(" ")[0] if place[1].endswith(en.ING) else place[1]
        return finish(shorten(telling.sentence, f"{head} {verb}", tail)) if " " in head else ""
    alone = telling.clause.verb in en.COMPLETE_ALONE or telling.clause.passive
    if not whole and alone and _short(who, verb):
        named = named or bool(subject)
        return finish(f"{who} {verb}") if says_enough(telling, who, (), named=named) else ""
    return whole


def _lost_what_follows(telling: Telling, whole: str) -> bool:
    """Whether a cut took the "to …" that the verb is about: "pledged | to pay"."""
    s, clause = telling.sentence, telling.clause
    if s.tags.startswith("H", telling.last):
        noun = len(s.tags[: telling.last].rstrip("d").rstrip("P")) - 1
        if s.lowers[noun] in en.NOUNS_WITH_THAT | en.BEFORE_THAT:
            return True  # "held out hope today | that", "made sure | that"
        if s.lowers[clause.verb_last - 1] in en.BEFORE_THAT:
            return True  # "reassured the City | that"
    if en.ONLY in s.lowers[telling.first : telling.last] and (
        s.lowers[telling.last : telling.last + 1] == (en.IF,)
    ):
        return True  # "would only be reached | if"
    verb = s.lowers[clause.verb_last - 1]
    if BASES.get(verb, verb) not in en.TO_FOLLOW:
        return False
    governs = BASES.get(verb, verb) in en.WITH_OBJECT_AND_TO
    if not governs and s.tags.startswith(tuple("DKN0Oo"), clause.verb_last):
        return False  # "vowed an overhaul", "decided he would go"
    to = next((m.start() for m in _TO_DO.finditer(s.tags, clause.verb_last, telling.last)), -1)
    return to >= 0 and words_of(s, range(to, to + 2)) not in whole


def _short(who: str, verb: str) -> bool:
    return len(who) + 1 + len(verb) <= TITLE_LENGTH


def _has_complement(telling: Telling) -> bool:
    """Whether the end of the clause says what becomes of an object: "keep the port closed"."""
    words = telling.sentence.lowers[telling.clause.verb_first : telling.last]
    return any(BASES.get(word, word) in en.COMPLEMENT_VERBS for word in words)


def sentence(telling: Telling, subject: str = "") -> str:
    """The event in one whole sentence of its own, or "" as for `title`."""
    parts = _compose(telling, (), subject, named=True)
    if parts is None:
        return ""
    who, verb, tail = parts
    text = finish(f"{who} {verb} {words_of(telling.sentence, tail)}")
    return f"{text}." if text and text[-1] not in ".!?" else text


def _compose(
    telling: Telling, mentions: Sequence[Mention], subject: str, *, named: bool
) -> tuple[str, str, list[int]] | None:
    """Subject, verb and the tokens of the rest; None when they cannot stand alone."""
    s = telling.sentence
    indefinite = telling.clause.kind == "relative" and (
        s.lowers[telling.subject_first] in en.INDEFINITE
    )
    if telling.form == "participle" or indefinite:
        telling = apart(telling)
    dropped = _date_tokens(s, mentions)
    who = subject or ("" if leans(telling) else subject_text(telling, dropped))
    if not who:
        return None
    if telling.form == "participle":
        return _passive(telling, who, dropped, named=named)
    clause = telling.clause
    verb = list(range(clause.verb_first, clause.verb_last))
    verb = [
        at
        for at in verb
        if s.lowers[at] not in _LEANING_ADVERBS
        and at not in dropped
        and not (s.lowers[at] == en.FAR and s.lowers[at - 1] == en.SO)
    ]
    rest = [
        at
        for at in range(max(clause.verb_last, clause.said_from), clause.last)
        if at not in dropped
    ]
    rest = _without_length(s, _without_attribution(s, rest))
    rest = _with_place(telling, who, rest)
    # "over what it called …": the words after "what" are another's.
    rest = list(takewhile(lambda token: s.lowers[token] != en.WHAT, rest))
    rest = [
        at
        for at in rest
        if not (s.lowers[at] == en.FAR and s.lowers[at - 1] == en.SO)
        and not (s.tags[at] == "A" and s.lowers[at] in _LEANING_ADVERBS and s.lowers[at] != "too")
    ]
    collapsed = _collapsed(telling, rest)
    if collapsed is not None:
        past, rest = collapsed
        verb_text = past
    else:
        verb_text = _verb_text(telling, verb)
        if _needs_be(telling):
            verb_text = f"{en.WERE if plural_subject(telling) else en.WAS} {verb_text}"
    if clause.verb_first and s.lowers[clause.verb_first - 1] in en.HEDGES:
        verb_text = f"{s.lowers[clause.verb_first - 1]} {verb_text}"
    if clause.kind == "relative" and clause.subject_first > clause.first:
        # "the plan that the minister is set to announce"
        after = 2 if clause.planned and s.tags[rest[0] : rest[0] + 1] == "T" else 0
        rest = rest[:after] + _object(telling, dropped) + rest[after:]
    if clause.kind == "relative":
        rest = tidy(s, rest) + _antecedent_tail(telling, dropped)
    rest = tidy(s, _with_object(telling, rest, dropped))
    rest = [
        at
        for number, at in enumerate(rest)
        if not (s.lowers[at] == en.BACK and {at + 1, at + 2} & dropped)  # "back in 1993"
        and not (
            s.lowers[at] in en.DATE_LIMITS
            and at + 1 in dropped
            and number + 1 < len(rest)
            and s.tags[rest[number + 1]] == ","
        )
    ]
    if not stands_alone(s, rest):
        return None
    ends = not rest or s.tags[rest[0]] == ","
    if ends and not clause.passive and clause.verb not in en.COMPLETE_ALONE:
        return None
    if not says_enough(telling, who, rest, named=named) or _disagrees(telling, subject):
        return None
    return who, verb_text, rest


def _disagrees(telling: Telling, subject: str) -> bool:
    """Whether verb and subject differ in number: another noun's verb was taken."""
    s = telling.sentence
    first, last = telling.subject_first, telling.subject_last
    verb = s.lowers[telling.clause.verb_first]
    if subject or verb not in en.PLURAL_VERBS | en.SINGULAR_VERBS:
        return False
    if verb in en.SINGULAR_VERBS:
        at = first + len(s.tags[first:last].rstrip("d,")) - 1
        whose = at > first and s.lowers[at - 1].endswith(en.POSSESSIVE_ENDINGS)
        return whose and s.tags[at] == "N" and is_plural(s.lowers[at])
    if first and s.tags[first - 1] in "C," and re.fullmatch("[KC]+[PSd]*", s.tags[first:last]):
        return True  # "The bodies found in Roe and Marn were": the last of a list
    noun = re.fullmatch("D?N+", s.tags[first:last])
    head = s.lowers[last - 1]
    plural = is_plural(head) or head in en.COLLECTIVES or head in en.SOME
    return noun is not None and not plural


_TO_DO = re.compile("T[YQbX]")
_DATE = re.compile(r"(?:P?d+)?")
_VERB_AND_OBJECT = re.compile(r"[EIQLZ]A*(D?[NKE0G]*[NK])")


def _with_object(telling: Telling, rest: list[int], dropped: Collection[int]) -> list[int]:
    """For "founded the school and sold it": the school, where the second verb says "it"."""
    s, clause = telling.sentence, telling.clause
    if clause.kind != "coordinate" or not rest or s.lowers[rest[0]] not in en.OBJECTS_BEFORE:
        return rest
    before = list(_VERB_AND_OBJECT.finditer(s.tags, 0, clause.first))
    if not before:
        return rest
    return [at for at in range(*before[-1].span(1)) if at not in dropped] + rest[1:]


def _object(telling: Telling, dropped: Collection[int]) -> list[int]:
    """For "the lander that the company unveiled": the tokens of "the lander"."""
    s, clause = telling.sentence, telling.clause
    if clause.marker in en.WHOSE or "P" in s.tags[clause.first : clause.subject_first]:
        return []
    last = clause.first
    while last > 0 and s.tags[last - 1] in ",A(-":
        last -= 1
    first = last
    while first > 0 and s.tags[first - 1] in "NKE0DG":
        first -= 1
        if s.tags[first] == "D":
            break
    if s.lowers[first] in en.POSSESSIVES:
        first += 1  # "its lander, which the founder unveiled": another's
    return [at for at in range(first, last) if at not in dropped]


def _date_tokens(s: Sentence, mentions: Sequence[Mention]) -> set[int]:
    """The tokens of date expressions that can go, with the words that introduce them."""
    dropped: set[int] = set()
    for mention in mentions:
        tokens = [at for at in range(len(s.starts)) if mention.start <= s.starts[at] < mention.end]
        if not tokens or mention.date is None or mention.type in ("DURATION", "SET"):
            continue
        first, last = tokens[0], tokens[-1] + 1
        before = first - 1
        if before > 0 and s.lowers[before] == en.TO and s.lowers[before - 1] in en.TIME_UNITS:
            continue  # "in the three months to June"
        # "called 2022 the worst year"
        if s.tags[first:last] == "d" and s.words[first].isdigit() and s.tags[before] in "EIZYL":
            continue
        # "the 2008 Games", "the elections of 2005": the date is part of the noun.
        the = (before >= 0 and s.tags[before] == "D") or s.lowers[first] == en.THE
        if the and s.tags.startswith(("N", "K", "G"), last + ("," in mention.text)):
            continue
        if before >= 0 and s.lowers[before] in en.DATE_OF_A_NOUN:
            continue
        if s.words[last - 1].endswith(("'s", "’s")) or s.lowers[last : last + 1] == (en.CLITIC,):
            continue
        if before > 0 and s.lowers[before] in en.ROUGHLY and s.lowers[before - 1] == en.AT:
            tokens.append(before)  # "at around noon"
            before -= 1
        while before >= 0 and s.lowers[before] in _INTRODUCE_DATES:
            tokens.append(before)
            before -= 1
        if tokens[0] == first and the and before >= 0 and s.tags[before] == "D":
            if before and s.tags[before - 1] in "EIZYL":
                continue  # "spent the Easter weekend in"
            tokens.append(before)
        if before >= 0 and s.tags[before] == "(" and s.tags.startswith(")", last):
            tokens += [before, last]
        elif before >= 0 and s.tags[before] == "," and s.tags.startswith(",", last):
            tokens.append(before)
        dropped.update(tokens)
    joints = [
        at
        for at in range(1, len(s.tags) - 1)
        if s.tags[at] == "C" and at - 1 in dropped and at + 1 in dropped
    ]
    dropped.update(joints)
    return dropped


def _without_attribution(s: Sentence, rest: list[int]) -> list[int]:
    """`rest` without ", according to the army"."""
    kept: list[int] = []
    skipping = False
    for at in rest:
        if s.lowers[at] == en.ACCORDING and s.lowers[at + 1 : at + 2] == (en.TO,):
            skipping = True
            if kept and s.tags[kept[-1]] == ",":
                kept.pop()
        elif skipping and s.tags[at] in ",.;":
            skipping = False
            if s.tags[at] == ",":
                continue
        if not skipping:
            kept.append(at)
    return kept


_OPENING_PLACE = re.compile("P(?:K+)(?=[,d])")


def _with_place(telling: Telling, who: str, rest: list[int]) -> list[int]:
    """`rest` with the place of "In Marn this month, the government …": which one is it else?"""
    s = telling.sentence
    opening = _OPENING_PLACE.match(s.tags)
    if not opening or s.lowers[0] != en.IN or telling.clause.first or not who[1:].islower():
        return rest
    pause = next((n for n, at in enumerate(rest) if s.tags[at] in ",;:-"), len(rest))
    return rest[:pause] + list(range(opening.end())) + rest[pause:]


def _without_length(s: Sentence, rest: list[int]) -> list[int]:
    """`rest` without "hours later", "two days earlier"."""
    for number, at in enumerate(rest):
        if s.lowers[at] in en.LATER and number and s.lowers[rest[number - 1]] in en.TIME_UNITS:
            first = number - 1
            while first and (
                s.tags[rest[first - 1]] in "0D" or s.lowers[rest[first - 1]] in en.SOME
            ):
                first -= 1
            return rest[:first] + rest[number + 1 :]
    return rest


def _collapsed(telling: Telling, rest: list[int]) -> tuple[str, list[int]] | None:
    """ "had taken a similar decision to protest against X" says "protested against X"."""
    s, clause = telling.sentence, telling.clause
    if clause.verb not in _LIGHT_VERBS:
        return None
    act = next((n for n, at in enumerate(rest[:5]) if s.lowers[at] in _ACT_NOUNS), -1)
    if act < 0 or not any(s.lowers[at] in _LEANING_ADJECTIVES for at in rest[:act]):
        return None
    to = next((n for n, at in enumerate(rest[act + 1 : act + 4], act + 1) if s.tags[at] == "T"), -1)
    if to < 0 or to + 1 >= len(rest) or s.tags[rest[to + 1]] not in "YQNb":
        return None
    base = s.lowers[rest[to + 1]]
    return _past(base), rest[to + 2 :]


def _past(base: str) -> str:
    return PASTS.get(base, base + ("d" if base.endswith("e") else "ed"))


def _verb_text(telling: Telling, verb: list[int]) -> str:
    """The verb group, a look back told as plain past: "had been closed" → "was closed"."""
    s, clause = telling.sentence, telling.clause
    if clause.tense in ("pluperfect", "perfect") and not clause.negated:
        rest = [at for at in verb[1:] if s.tags[at] not in "S"]
        following = s.tags[clause.verb_last : clause.verb_last + 2]
        if following[:1] == "C" and following[1:] in ("L", "E"):
            return words_of(s, verb)
        if rest and s.lowers[rest[0]] == en.BEEN:
            plural = plural_subject(telling)
            be = en.WERE if plural else en.WAS
            if len(rest) > 1:
                if clause.tense == "perfect" and telling.date is not None and telling.date.open_end:
                    return words_of(s, verb)
                return f"{be} {words_of(s, rest[1:])}"
            return be
        if len(rest) == 1 and s.tags[rest[0]] in "ELQ":
            if clause.tense == "perfect" and telling.date is not None and telling.date.open_end:
                return words_of(s, verb)
            if s.tags[rest[0]] == "Q":
                return PASTS.get(clause.verb, s.words[rest[0]])
            return _past(clause.verb) if s.tags[rest[0]] == "L" else s.words[rest[0]]
    return words_of(s, verb)


def _needs_be(telling: Telling) -> bool:
    """Whether a participle without "was" tells what was done: "Poe sentenced to life"."""
    s, clause = telling.sentence, telling.clause
    if clause.tense != "past" or clause.verb_last - clause.verb_first != 1:
        return False
    if s.tags[clause.verb_first] not in "ELQ":
        return False
    if clause.kind == "relative" or _OBJECT_AND_NAME.search(s.tags, 0, clause.verb_first):
        return False  # "a move BP made after the blast"
    if clause.passive:
        return True
    if DATE_AND_OBJECT.match(s.tags, clause.verb_last):
        return False
    following = s.tags[clause.verb_last : clause.verb_last + 1]
    particle = s.lowers[clause.verb_last : clause.verb_last + 1]
    if (
        particle
        and particle[0] in en.PARTICLES
        and (s.tags.startswith(tuple("DKN0"), clause.verb_last + 1))
    ):
        return False  # "shut down 16 barges"
    dated = _DATE.match(s.tags, clause.verb_last).end()  # type: ignore[union-attr]
    by = s.tags.startswith("P", dated) and s.lowers[dated] == en.BY
    if by and not re.match("[DPA]?[0d]", s.tags[dated + 1 :]):
        return True
    dead = s.lowers[clause.verb_last : clause.verb_last + 1] == (en.DEAD,)
    if dead and not s.tags.startswith(tuple("DKN0"), clause.verb_last + 1):
        return True  # "Poe shot dead"
    return clause.verb in _NEED_AN_OBJECT and following in tuple("PST.;") and following != ""


def _passive(
    telling: Telling, who: str, dropped: set[int], *, named: bool
) -> tuple[str, str, list[int]] | None:
    s = telling.sentence
    at = telling.subject_last
    while at < telling.last and s.tags[at] not in "EL":
        at += 1
    if at >= telling.last:
        return None
    plural = plural_subject(telling)
    if telling.date is not None and telling.date.open_end:
        be = f"{en.HAVE if plural else en.HAS} {en.BEEN}"
    else:
        be = en.WERE if plural else en.WAS
    rest = [token for token in range(at + 1, telling.last) if token not in dropped]
    rest = tidy(s, rest)
    if not rest or not says_enough(telling, who, rest, named=named):
        return None
    return who, f"{be} {s.words[at]}", rest


def _antecedent_tail(telling: Telling, dropped: set[int]) -> list[int]:
    """For ", in which nine were killed": the tokens of "in a raid in the camp"."""
    s, clause = telling.sentence, telling.clause
    at = clause.first
    while s.tags[at] in ',-"(':
        at += 1
    if s.tags[at] != "P" or s.tags[at + 1] != "R":
        return []
    noun = event_noun(s, clause.first)
    if noun < 0:
        return []
    first = noun
    while first > 0 and s.tags[first - 1] in "NKED0d":
        first -= 1
        if s.tags[first] == "D":
            break
    if first > 1 and s.lowers[first - 1] == en.OF and s.tags[first - 2] == "N":
        # "the outbreak of violence"
        first -= 2
        while first > 0 and s.tags[first - 1] in "NKED0":
            first -= 1
            if s.tags[first] == "D":
                break
    stop = next((n for n in range(noun, clause.first) if s.tags[n] in ",;:-("), clause.first)
    return [at, *(token for token in range(first, stop) if token not in dropped)]
