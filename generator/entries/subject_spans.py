"""Which tokens are the subject of a verb: those before it, or the noun that "who" stands for."""

import re

from generator.entries.grammar import Sentence, is_plural
from generator.entries.inflection import BASES
from generator.entries.languages import en

_EVENT_NOUNS = frozenset(en.EVENT_NOUNS)
_ROLES = frozenset(en.PERSON_ROLES) | en.PERSONS
_SAYING_FORMS = frozenset(en.SAYING_FORMS)
_OPENING_DATE = re.compile(r"(?:P?[dA]*d[,A:]*(?:PK+,?(?=D))?|D?[N0K]{1,3}A,)(?=[DKNO0])")
"""Also "later today in Marn" before "a team"."""
_NAMED_OFFICE = re.compile("(?<=,)(D[NKE0]*[NK],K+,)$")
_BORN_IN = re.compile("N[EL]PK$")
_BARE_ADJECTIVES = re.compile("[KN]CE,(?=[DNK0])")
"""In "Angry and frustrated, the agencies met", the agencies did it."""
_NOUN_AND_CIRCUMSTANCE = re.compile(r"D?[NKE0G]+,[PS]A?[Dd][^,]*,(?=[DKN0O])")
"""Behind an opening date: in "two days before the vote, on May 3, gunmen", the gunmen did it."""
_WITHIN_AND_NAME = re.compile(r"[PS]D[NE]*N(?=K+$)")
"""In "during the operation Marn Oil", Marn Oil did it."""
_DATELINE = re.compile(r"K+(?:,K+)?-+(?=[PS])")
_LEADING = re.compile(r"""(?:\(0\)|[ACHUSo,"\-(:;])*""")


def before_verb(tags: str, first: int, verb: int) -> tuple[int, int]:
    """The subject's span between the region's opening and its verb; empty when there is none."""
    start = first
    last = verb
    while last > start and tags[last - 1] in "A":
        last -= 1
    matched = _LEADING.match(tags, start, last)
    start = matched.end() if matched else start
    described = _BARE_ADJECTIVES.match(tags, start, last)
    start = described.end() if described else start
    if start >= last:
        return (start, start)
    if tags[start] == "P" and start + 1 < last and tags[start + 1] == "R":
        start += 1
    if tags[start] in "RH":
        start += 1
        while start < last and tags[start] == "A":
            start += 1
        if start >= last or (tags[start] == "," and tags[last - 1] == ","):
            return (start, start)
        comma = tags.rfind(",", start, last - 1)
        if comma > start and tags[comma + 1] in "DKNO" and tags[last - 1] != ",":
            return (comma + 1, last)  # "that sail there, the ministry warned"
    if (
        tags[start] == "G"
        and start + 1 < last
        and first
        and tags[start + 1] in "DKO0H"
        and "," not in tags[start:last]
    ):
        # "claiming the evaluation was skewed"
        start += 2 if tags[start + 1] == "H" else 1
        return (start, last)
    dateline = _DATELINE.match(tags, start, last)
    if dateline:
        start = dateline.end()  # "ROE, Marn -- On a cold evening, people"
    label = tags.rfind(":", start, last - 1)
    if label >= 0:
        # "Diving: the junior won", "Sept. 18: -- The bank opened"
        matched = _LEADING.match(tags, label, last)
        start = matched.end() if matched and matched.end() < last else label + 1
    if tags[first] == "S" and tags[last - 1] != ",":
        # "After the vote in Marn, the court ruled"
        comma = tags.find(",", start, last)
        if comma > 0 and tags[comma + 1] in "DKNO0":
            start = comma + 1
    if tags[first] == "S" and (named := _NAMED_OFFICE.search(tags, start, last)):
        start = named.start(1)  # "After protests, the mayor, Ada Poe, resigned"
    dated = _OPENING_DATE.match(tags, start, last)
    if dated:
        start = dated.end()
        aside = _NOUN_AND_CIRCUMSTANCE.match(tags, start, last)
        start = aside.end() if aside else start
    if tags[start] == "T":
        # "to be the first time the government has …": the subject begins at the last phrase.
        start = max(tags.rfind("D", start, last), start)
    pause = tags.rfind(",", start, last)
    if pause > 0 and tags[pause + 1 : pause + 2] in tuple("DKN0") and pause + 1 < last:
        opening = tags[start:pause]
        if ("S" in opening and opening[0] in "DAd0") or opening.startswith("NS"):
            # "More than nine weeks after the vote, the parliament …"
            return (pause + 1, last)
    # An opening circumstance ("On Thursday, …", "In a statement …, …") is no subject.
    if tags[start] in "PSdGEw" or (tags[start] == "R"):
        comma = tags.find(",", start, last)
        if comma < 0:
            if tags[start] in "PS":
                # "On Thursday the court ruled": the subject begins after the date.
                dated = re.compile(r"[PS]D?d+(?=[DKNO])").match(tags, start, last)
                if dated:
                    return (dated.end(), last)
                within = _WITHIN_AND_NAME.match(tags, start, last)
                if within:
                    return (within.end(), last)
                return (start, start)
            while start < last - 1 and tags[start] == "d":
                start += 1  # "Last week the court", "six days after the court"
            return (start, last)
        while comma >= 0 and (
            tags[comma + 1 : comma + 2] in ("P", "S", "d", "G", "E")
            and "," in tags[comma + 1 : last]
        ):
            comma = tags.find(",", comma + 1, last)
        start = comma + 1
        while start < last and tags[start] in 'ASU,"':
            start += 1
    while last > start and tags[last - 1] in ',"-A':
        last -= 1
    if last - 1 > start and tags[last - 1] == "O":
        # "in the hills, I followed", "told police he was", "messages she posted"
        start = last - 1
    return (start, max(start, last))


def antecedent(sentence: Sentence, cut: int, verb: str) -> tuple[int, int]:
    """The noun phrase before a relative clause: the nearest that agrees with its verb."""
    tags = sentence.tags
    last = cut
    while last > 0 and tags[last - 1] in ',-"()':
        last = max(tags.rfind("(", 0, last), 0) if tags[last - 1] == ")" else last - 1
    first = last
    while first > 0 and tags[first - 1] in "NKED0GdZ":
        if first < last and first > 1 and tags[first - 2 : first + 1] == "KEK":
            break  # "Hanoi ordered General Poe, who"
        first -= 1
        if tags[first] == "D":
            break
    if tags[first] == "E" and sentence.lowers[first] in _SAYING_FORMS and tags[first + 1] == "K":
        first += 1  # '," said Ada Poe, who'
    if (
        tags[first] == "G"
        and tags[first - 1 : first] in tuple(",-ABS")
        and tags[first + 1] in "DKNd"
    ):
        first += 1  # ", overtaking a record which"
    while first > 1 and tags[first - 1] == "P" and sentence.words[first - 1][0].isupper():
        first -= 1  # "the Institute for Near Eastern Studies"
    named = (
        first > 1
        and tags[first:last].strip("P")
        and set(tags[first:last]) <= {"K", "P"}
        and tags[first - 2 : first] == "KP"
    )
    if named and sentence.lowers[first - 1] in en.WITHIN_NAMES:
        # "the Institute for Near Studies, which"
        first -= 2
        while first > 0 and tags[first - 1] in "KD":
            first -= 1
    # "the outbreak of violence … in Gaza during which": the whole chain of prepositions.
    unlike = (
        last > first and verb in en.SINGULAR_VERBS and is_plural(sentence.lowers[last - 1])
    ) and tags[last - 1] == "N"
    head = sentence.lowers[last - 1]
    unlike = unlike or (
        last > first
        and verb in en.PLURAL_VERBS
        and tags[last - 1] in "NK"
        and not is_plural(head)
        and tags[first - 1 : first] != "C"
        and head not in en.PLURAL_NOUNS
    )
    # No relative clause without a comma narrows down a bare name: "a probe to Mars that …".
    bare = (
        tags[cut] in "RH"
        and tags[cut - 1] in "NK"
        and last > first
        and not tags[first:last].strip("K")
    )
    if bare and sentence.lowers[cut] in en.WHO and last - first > 1 and tags[first - 1] == "P":
        # "the grave of Ada Poe who", but "a clerk of Marn Oil who"
        bare = _is_agent(sentence.lowers[first - 2])
    while bare and first > 1 and sentence.lowers[first - 1] == en.OF and tags[first - 2] == "K":
        first -= 2  # "the Gulf of Marn that"
        while first > 0 and tags[first - 1] in "KD":
            first -= 1
    thing = sentence.lowers[cut] == en.WHICH or sentence.lowers[cut + 1] == en.WHICH
    if thing and first < last and sentence.lowers[first] in en.FORMS_OF_ADDRESS:
        unlike = True  # "the trial of Dr Poe, which"
    event = _event_before(sentence, first, verb) if thing else None
    if event is not None:
        return event
    somebody = (
        sentence.lowers[min(tags.find("R", cut), len(tags) - 1)] in en.WHO
        and last - first == 1
        and tags[max(0, first - 2) : last] == "NPK"
    )
    if somebody and sentence.lowers[first - 2] not in _EVENT_NOUNS:
        # "the mayor of Marn, who": a place is nobody
        return (_phrase_start(tags, first - 2), last)
    born = _BORN_IN.search(tags, 0, last)
    if born and sentence.lowers[min(tags.find("R", cut), len(tags) - 1)] in en.WHO:
        # "a designer born in Marn, who": a place is nobody
        return (_phrase_start(tags, born.start()), born.start() + 1)
    unlike = unlike or (bare and sentence.lowers[first - 1] != en.OF)
    while unlike and first > 1 and tags[first - 1] == "C" and tags[first - 2] in "NK":
        # "a valley of Orange and Sand counties that was burned"
        first -= 2
        while first > 0 and tags[first - 1] in "NKE0":
            first -= 1
    while (
        (tags[cut] == "P" or unlike)
        and first > 1
        and tags[first - 1] in "PT"
        and tags[first - 2] in "NK0"
    ):
        step = _phrase_start(tags, first - 2)
        if unlike:
            return (step, first - 1)
        first = step
    return (first, last)


def _is_agent(noun: str) -> bool:
    return noun in _ROLES or noun.endswith(en.AGENT_ENDINGS) or is_plural(noun)


def _event_before(sentence: Sentence, first: int, verb: str) -> tuple[int, int] | None:
    """For "the fire at a mill in Roe, which killed nine": the fire, for no place kills."""
    if BASES.get(verb, verb) not in en.HARMING:
        return None
    while first > 1 and sentence.tags[first - 1] == "P" and sentence.tags[first - 2] in "NK":
        last = first - 1
        first = _phrase_start(sentence.tags, last - 1)
        while first > 1 and sentence.tags[first - 1] == "C" and sentence.tags[first - 2] in "NK":
            first = _phrase_start(sentence.tags, first - 2)  # "the explosion and fire"
        if sentence.lowers[last - 1] in en.EVENT_NOUNS:
            return (first, last)
    return None


def _phrase_start(tags: str, noun: int) -> int:
    """Where the noun phrase begins that ends with `noun`."""
    while noun > 0 and tags[noun - 1] in "NKED0":
        noun -= 1
        if tags[noun] == "D":
            break
    return noun
