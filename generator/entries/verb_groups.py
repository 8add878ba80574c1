"""The finite verbs of a sentence: where they stand, and their tense and voice."""

import re
from typing import Literal

from generator.entries.grammar import Sentence, is_plural
from generator.entries.inflection import BASES, VERB_TAGS
from generator.entries.languages import en

Tense = Literal["past", "perfect", "pluperfect", "present", "progressive", "future", "tentative"]
_VERB_GROUP = re.compile(
    r"(?P<modal>M(?:O|A)*(?:WA*(?:bA*[ELGQb]?|[ELIQ])?|bA*(?:bA*)?[ELGQ]?|[YQNX](?!A*[YQ]))?)"
    r"|(?P<have>(?<!T)(?<!TA)W(?:[ASd]*(?:bA*(?:bA*)?[ELGQ]?|[ELQ])|[AS]*))"
    r"|(?P<be>B(?:(?:P?d|A)*(?:bA*[ELQ]?|[ELGQ])|A*))"
    r"|(?P<do>XA*[YQ]?)"
    r"|(?P<past>[EI]|(?<=[KN)0RO])Q|(?<=[KN)RO]A)Q)"
    r"|(?P<present>(?<!T)(?<!TA)[ZY])"
)
SAYING = (
    frozenset((*en.SAYING_VERBS, *en.SPEECH_ACTS, *en.IRREGULAR_SAYING, *en.STATIVE_VERBS))
    - en.WITHOUT_CLAUSE
)
"""Verbs that a clause may follow without a word between."""
Group = tuple[int, int, str]
"""(first token, last token exclusive, kind) of a finite verb."""
_SAID = frozenset((*en.SAYING_VERBS, *en.IRREGULAR_SAYING))
_SAID_ASIDE = re.compile(
    r"(?:[PS]?d+,)?(D?[NKE0G]+(?:P(?:D?[NKE0G])+){0,2}),D?[NKE0]*[NK0](?:PD?[NKE0]+)?[EZI],"
)
_IN_A_THING = re.compile(r"[PT]D?[NEL]*N$")
_TO_A_NAME = re.compile("[PT]K$")
DATE_AND_OBJECT = re.compile(r"P?d+(?:D[ANEKG0]*[NK]|K|0N)(?!A?[EIZ])")
"""Behind a verb that has its object after the date: "released on Wednesday an inquiry"."""
_NEED_AN_OBJECT = frozenset(en.NEED_AN_OBJECT)
_FUTURE = frozenset(en.FUTURE_MODALS)
_PRESENT_HAVE = frozenset(en.HAVE_PRESENT)
_PRESENT_BE = frozenset(en.BE_PRESENT) | frozenset(en.CONTRACTIONS)


_HEADLINE_SUBJECT = 10
"""Words that a headline has before its "to": "Marn and Roe to close their port"."""


def headline_verb(sentence: Sentence) -> list[Group]:
    """Of a sentence without a sure verb, the first word that may be one: "Raid kills nine"."""
    pause = sentence.tags.find(",")
    for at in range(1, pause if pause > 0 and sentence.tags.endswith(".") else len(sentence.tags)):
        if (
            sentence.tags[at] in "NK"
            and (sentence.words[at][0].islower() or not sentence.tags.startswith(",", at + 1))
            and sentence.tags[at - 1] in 'NK0"'
            and VERB_TAGS.get(sentence.lowers[at]) in ("Z", "Y")
            and sentence.lowers[at].endswith("s") != is_plural(sentence.lowers[at - 1])
            and at + 1 < len(sentence.tags)
        ):
            return [(at, at + 1, "present")]
    for at in range(1, min(len(sentence.tags) - 1, _HEADLINE_SUBJECT)):
        if sentence.tags[at] == "T" and sentence.tags[at + 1] in "YQ":
            return [(at, at + 2, "modal")]
    return []


def finite_groups(sentence: Sentence) -> list[Group]:
    tags = sentence.tags
    candidates = [(m.start(), m.end(), m.lastgroup or "") for m in _VERB_GROUP.finditer(tags)]
    groups: list[Group] = []
    for number, (first, last, kind) in enumerate(candidates):
        if kind == "do" and first and sentence.lowers[first - 1] in en.THAN_OR_AS:
            continue  # "more mercy than did the jurors"
        if kind == "past" and first and sentence.lowers[first - 1] in en.BECOMING:
            continue  # "became sucked into"
        if kind == "past" and tags[first] != "I":
            following = next(
                (c for c in candidates[number + 1 :] if not _surely_participle(sentence, *c)), None
            )
            if _surely_participle(sentence, first, last, kind) and groups:
                continue
            if _is_participle(sentence, first, following, groups):
                continue
        groups.append((first, last, kind))
    return groups


def _surely_participle(sentence: Sentence, first: int, last: int, kind: str) -> bool:
    """Whether the form is one that its own neighbours make a participle: "used to", "built by"."""
    tags, lowers = sentence.tags, sentence.lowers
    if kind != "past" or tags[first] != "E":
        return False
    if tags.startswith("T", last) and not tags.startswith(("D", "K", "0"), last + 1):
        # "changes agreed to by": what is done to something
        done = tags.startswith("P", last + 1) and lowers[last + 1] == en.BY
        return (done or lowers[first] in en.PARTICIPLES_BEFORE_TO) and tags[first - 1] in "NK"
    if (
        tags.startswith(("P", "d", "T"), last)
        and BASES.get(lowers[first], "") in _NEED_AN_OBJECT
        and (_IN_A_THING.search(tags, 0, first) or _TO_A_NAME.search(tags, 0, first))
        and not DATE_AND_OBJECT.match(tags, last)
    ):
        return True  # "pointed to articles published on …", "said in comments submitted to"
    if (
        tags.startswith(("P", "d"), last)
        and BASES.get(lowers[first], "") in en.PUBLISHING
        and _IN_A_THING.search(tags, 0, first)
    ):
        return True  # "showed in a paper published in …"
    last = _DATE.match(tags, last).end()  # type: ignore[union-attr]
    last += tags.startswith("PP", last)  # "sent in by"
    return (
        tags.startswith("P", last)
        and lowers[last] == en.BY
        and not re.search("^[DPA]?[0d]", tags[last + 1 : last + 3])
        and tags[first - 1 : first] in ("N", "K")
    )


_TWO_DATES = re.compile("dCE[^,;C]*d")
"""In "met on Friday and played golf on Saturday" two things happened."""
_IN_AN_OPENING = re.compile("(?:^|,)PD?[NKE0]*N$")
_WITH_SOMETHING = re.compile("[,-]PD?[NKAG0]+$")
_NAMED_BEFORE_DASH = re.compile("(?:D[NK]*K|[DPG]N)$")


def _is_participle(
    sentence: Sentence,
    at: int,
    following: Group | None,
    before: list[Group],
) -> bool:
    """Whether the -ed form at `at` describes a noun or a circumstance and tells nothing itself."""
    tags, lowers = sentence.tags, sentence.lowers
    previous = tags[at - 1] if at else "."
    back = at - 1
    while back >= 0 and tags[back] == "A":
        back -= 1
    if back >= 0:
        previous = tags[back]
    after = tags[at + 1] if at + 1 < len(tags) else "."
    if back < 0 or previous in "PUS(bELYGw" or (previous == "W" and tags[back - 1] == "T"):
        return True  # the last two: "suspected of having leaked", "was to have resigned"
    word = lowers[at]
    by = after == "P" and lowers[at + 1] == en.BY
    saying = BASES.get(word, word) in SAYING and not by
    if word in en.NAMING and previous == "C":
        return True
    if word == en.BASED and after == "P":
        return True  # "totals based on figures"
    if word in en.TITLING and (after in "K\"'" or tags.startswith("DK", at + 1)):
        return True  # "the disease dubbed the Black Death"
    if previous == "C" and lowers[back] == en.OR and after in "NK":
        # "plasma, or ionized gas"
        return True
    object_of = _THAT_SOMEBODY.search(tags, 0, at)
    if object_of and lowers[object_of.start()] not in en.NOUNS_WITH_THAT:
        return False  # "the song that Ada Poe dedicated to Marn"
    if before and not saying and _has_its_verb(sentence, at, before[-1]):
        return True
    if before and after in ".,;" and previous in "NK":
        _, verb_last, _ = before[-1]
        kept = BASES.get(lowers[verb_last - 1], lowers[verb_last - 1]) in en.COMPLEMENT_VERBS
        if kept and not _JOINS.search(tags, verb_last, at):
            return True  # "would leave the border closed"
    if word in en.NAMING and following is not None and not saying and after in '"KDN':
        return True
    if previous == "-" and sentence.ends[back] == sentence.starts[at]:
        return True  # "U.S.-listed"
    until = following[0] if following is not None else at
    somebody = re.search(",D?[NKE0]*[NKO]", tags[at + 1 : until])
    if somebody and _IN_AN_OPENING.search(tags, 0, at):
        return True  # "in a statement addressed to the council, Ada Poe said"
    if _WITH_SOMETHING.search(tags, 0, at):
        opening = tags.rfind("P", 0, at)
        if lowers[opening] == en.WITH:
            return True  # ", with the latest round announced in June"
    if previous == "-" and after in "NKG" and _NAMED_BEFORE_DASH.search(tags, 0, back):
        return True  # "the Marn - licensed rig", "on oil - soaked beaches"
    if previous == "-":
        return after in "PST" and following is not None
    if previous == '"' and by:
        return True  # 'the "top hats" used by'
    if previous in 'OR"H':
        return False
    if previous == "C":
        twice = _TWO_DATES.match(tags, back - 1) is not None
        return not before or (after == "N" and tags[back - 1] not in ',NK"' and not twice)
    if previous == ",":
        if said_aside(sentence, at) is not None:
            return False
        # ", killed three" goes on with the story; ", known as" describes.
        opened = tags.rfind(",", 0, back)
        if opened > 0 and tags[opened + 1] == "R" and all(first > opened for first, _, _ in before):
            return False  # "The mayor, who won in May, resigned"
        if following is not None and _SET_OFF.match(tags, at + 1, following[0]):
            return True  # "After a fire, the rig, leased by Marn, is leaking"
        inserted = opened > 0 and not any(first > opened for first, _, _ in before)
        return not inserted or (after in "PS" and not _resumes(tags, back))
    compared = tags.rfind("S", 0, at) if after in "PSd" else -1
    if compared > 0 and lowers[compared] == en.THAN and _PHRASE.fullmatch(tags, compared + 1, at):
        return True  # "more than the amount lost from the tanker"
    dated = _DATE.match(tags, at + 1).end()  # type: ignore[union-attr]
    if tags.startswith("P", dated) and lowers[dated] == en.BY:
        return (
            not re.search("^[DPA]?[0d]", tags[dated + 1 : dated + 3])
            or lowers[at] in en.NOT_BY_A_NUMBER
        )
    if after in "DKOo0H":
        return False
    if after == "T":
        return following is not None and not re.search(r"[,;:CRUHS]", tags[at + 1 : following[0]])
    if following is not None and not saying:
        between = tags[at + 1 : following[0]]
        if (
            after in "PSd,-"
            and re.search(r"[,\-)]A*$", between)
            and not re.search("[CRUH]", between)
        ):
            # "A poll published yesterday – with figures of a year – showed …"
            return True
        if re.match("(?:P?d)*-", between) and re.search("-A*$", between[1:]):
            return True  # "A poll published yesterday – taken in Marn and Roe – showed …"
        # A second verb with nothing to join the two: the first one belonged to the noun.
        if (
            between
            and not DATE_AND_OBJECT.match(tags, at + 1)
            and not re.search(r'[,;:CRUH"\-]', between)
            and not re.search("SD?[NKO]", between)
        ):
            return True
        if following[0] == at + 1:
            return True
    if before and not saying and previous in "NK0" and after in "Pd":
        # "described the elections planned for May": what the object is, not what happens.
        _, verb_last, _ = before[-1]
        plain = re.fullmatch('D[NK0EA"]+', tags[verb_last:at]) is not None
        return plain and BASES.get(lowers[verb_last - 1], "") not in SAYING
    return False


_DATE = re.compile(r"(?:P?d+)?")
"""As in "reported last week by", "founded in 2001 by"."""
_BRACKETS = re.compile(r"\([^()]*\)")
_SET_OFF = re.compile(r"[PSTd][^,CRUHS;:]*,A*$")
_PHRASE = re.compile(r"D?[NKEG0A]*[NK]")
_THAT_SOMEBODY = re.compile(r"[NK][HR]D?[KE]*K$")
_JOINS = re.compile(r'[,;:CRUHS"()O-]|[NK]d+')
_OBJECT_AND_NAME = re.compile(r"D[NE]*NK+$")
_PREPOSITIONAL = re.compile(r"[PG]T?D?[NKE0GA]*[NK]$")


def _has_its_verb(sentence: Sentence, at: int, verb: Group) -> bool:
    """Whether the words before the -ed form at `at` have a verb already, and nothing joins the two.

    "The deal will see planes delivered to …", "won, according to results released on …".
    """
    tags = sentence.tags
    if tags[at - 1] not in "NK0" or not tags.startswith(("P", "S", "d", '"'), at + 1):
        return False
    if _OBJECT_AND_NAME.search(tags, 0, at):
        return False  # "beat the mayor in a state Poe won by 30 points"
    between = _BRACKETS.sub("", tags[verb[1] : at])
    inverted = verb[0] > 0 and tags[verb[0] - 1] == '"'
    said = BASES.get(sentence.lowers[verb[1] - 1], "")
    if said in SAYING and said not in en.PERCEIVING and not inverted:
        between = between[between.find(",") + 1 :] if "," in between else ","
    elif between and not _JOINS.search(between):
        return True
    opened = between.rfind(",")
    return opened >= 0 and _PREPOSITIONAL.match(between, opened + 1) is not None


def said_aside(sentence: Sentence, verb: int) -> tuple[int, int] | None:
    """The tokens of "Zand" in "Zand, the ministry said, attacked" when `verb` is its verb."""
    matched = _SAID_ASIDE.fullmatch(sentence.tags, 0, verb)
    if matched is None or BASES.get(sentence.lowers[verb - 2], "") not in _SAID:
        return None
    return matched.span(1)


def _resumes(tags: str, comma: int) -> bool:
    """Whether the comma at `comma` closes an insertion, so that what follows is the predicate."""
    opened = tags.rfind(",", 0, comma)
    begin = max(tags.rfind(tag, 0, max(opened, 0)) for tag in "URHS;:")
    return opened > 0 and not re.search("[EIZBWMX]", tags[max(begin, 0) : opened])


def read_verb(
    sentence: Sentence, first: int, last: int, group: str
) -> tuple[Tense, bool, str, int]:
    tags, lowers = sentence.tags, sentence.lowers
    inner = tags[first:last]
    head = last - 1
    while head > first and tags[head] == "A":
        head -= 1
    verb = BASES.get(lowers[head], lowers[head])
    word = lowers[first]
    passive = ("b" in inner or "B" in inner) and inner.rstrip("A")[-1:] in ("E", "L", "Q")
    tense: Tense
    if group == "modal":
        tense = "future" if word in _FUTURE or word == en.TO else "tentative"
    elif group == "have":
        bare = not re.search("[ELGQb]", inner)
        if bare:
            verb = "have"
            tense = "present" if word in _PRESENT_HAVE else "past"
        else:
            tense = "perfect" if word in _PRESENT_HAVE else "pluperfect"
    elif group == "be":
        present = word in _PRESENT_BE
        if inner.rstrip("A").endswith("G") or inner.rstrip("A").endswith("b"):
            tense = "progressive" if present else "past"
        else:
            tense = "present" if present else "past"
        if not re.search("[ELGQ]", inner):
            verb = "be"
    elif group == "do":
        tense = "past" if word.startswith("did") else "present"
    elif group == "present":
        tense = "present"
    else:
        tense = "past"
    if verb == word and group in ("be",):
        verb = "be"
    return tense, passive, verb, last
