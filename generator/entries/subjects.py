"""Who or what a telling is about, in words that stand alone."""

import re
from collections.abc import Collection, Sequence

import msgspec

from generator.entries.anchoring import Telling
from generator.entries.grammar import Sentence
from generator.entries.languages import en, layout_en
from generator.entries.name_runs import PLACES

_LONG_SUBJECT = 60
_BARE = 2
"""Tokens of a name and its "'s"."""
_LEANING_ADJECTIVES = frozenset(en.LEANING_ADJECTIVES)
_LEANING_SUBJECTS = frozenset(en.LEANING_SUBJECTS)
_DEMONSTRATIVES = frozenset(en.DEMONSTRATIVES)
_POSSESSIVES = frozenset(en.POSSESSIVES)
_EVENT_NOUNS = frozenset(en.EVENT_NOUNS)


def leans(telling: Telling) -> bool:
    """Whether the subject is a pronoun or points back to another sentence."""
    s = telling.sentence
    first, last = telling.subject_first, telling.subject_last
    if last <= first:
        return True
    word = s.lowers[first]
    if s.tags[first] in "EL" and s.tags.startswith("D", first + 1):
        return True
    head = s.tags.find(",", first, last)
    if any(s.tags[at] in "Oo" for at in range(first + 1, head if head > 0 else last)):
        return True
    if s.tags[first] == "O" or (last == first + 1 and word in _LEANING_SUBJECTS):
        return True
    if s.tags.startswith("P", first + 1) and s.lowers[first + 2] in _POSSESSIVES:
        return True  # "Most of its holders"
    if s.lowers[last - 1].endswith(en.OF_AN_AGE) and last - first == 2:
        return True
    return (
        word in _DEMONSTRATIVES
        or (word == en.ANOTHER and "K" not in s.tags[first:last])
        or word in _POSSESSIVES
        or (last - first > 1 and s.lowers[first + 1] in _LEANING_ADJECTIVES)
    )


def apart(telling: Telling) -> Telling:
    """ "the West Bank, Palestinian territory occupied since …" is told of the West Bank."""
    s, clause = telling.sentence, telling.clause
    first = telling.subject_first
    if (
        clause.verb == en.BE
        and telling.form == "participle"
        and first == clause.verb_last
        and clause.subject_last > clause.subject_first
    ):
        # "Ada Poe was an officer killed by …"
        return msgspec.structs.replace(
            telling, subject_first=clause.subject_first, subject_last=clause.subject_last
        )
    if telling.form == "participle" and set(s.tags[first : telling.subject_last]) == {"K"}:
        while first > 1 and s.tags[first - 1] == "P" and s.tags[first - 2] in "NK":
            # "protests in cities across Marn sparked by …": not Marn was sparked.
            if s.lowers[first - 1] == en.OF:
                break
            first -= 2
            while first > 0 and s.tags[first - 1] in "NK0DE":
                first -= 1
                if s.tags[first] == "D" and s.tags[first - 1] != "D":
                    break
        if first != telling.subject_first:
            return msgspec.structs.replace(telling, subject_first=first)
    if (
        first < 2
        or s.tags[first - 1] != ","
        or (s.tags[first] == "D" and s.lowers[first] == en.THE)
    ):
        return telling
    last = first - 1
    begin = last
    while begin > 0 and s.tags[begin - 1] in "KD":
        begin -= 1
        if s.tags[begin] == "D":
            break
    if "K" not in s.tags[begin:last]:
        return telling
    return msgspec.structs.replace(telling, subject_first=begin, subject_last=last)


def subject_text(telling: Telling, dropped: Collection[int] = ()) -> str:
    s = telling.sentence
    first, last = telling.subject_first, telling.subject_last
    tags = s.tags
    if en.WHAT in s.lowers[first:last]:
        return ""  # "What emerges from it", "criticism of what is"
    for at in range(first + 1, last - 1):
        after = tags[at] == "d" and s.lowers[at] in en.AFTER
        if after or (tags[at] == "S" and s.lowers[at - 1] in en.TIME_UNITS):
            first = at + 1  # "Minutes after the bombings"
            break
    pieces = _split(tags, first, last, ",-(")
    keep = pieces[0]
    if len(pieces) > 1:
        second = pieces[1]
        # "The head of the bank, Ada Byron": the name says more than the office.
        rest = "".join(tags[slice(*piece)] for piece in pieces[2:])
        head = tags.find("P", *keep)
        plural = _plain_plural(s.lowers[(head if head > 0 else keep[1]) - 1])
        if (
            set(tags[second[0] : second[1]]) == {"K"}
            and not is_list(tags[first:last])
            and " ".join(s.words[slice(*second)]) not in PLACES
            and s.lowers[(head if head > 0 else keep[1]) - 1] not in _EVENT_NOUNS
            and not (plural and rest.strip("0N"))
        ):
            keep = second
        elif tags[keep[1]] == "-" or (
            # "The patients, a husband and wife"
            s.lowers[second[0]] in en.INDEFINITE
            and s.lowers[first] == en.THE
            and _plain_plural(s.lowers[keep[1] - 1])
        ):
            pass
        elif tags[second[0]] not in "PGE" and (
            re.search(r",C", tags[first:last])
            or is_list(tags[first:last])
            or (tags[last : last + 1] != "," and "C" in tags[slice(*pieces[-1])])
        ):
            keep = (first, last)
            if s.ends[last - 1] - s.starts[first] > _LONG_SUBJECT:
                # "The four powers of Austria, …": what they are called is enough.
                joined = tags.find("C", first, last)
                stop = tags.find("P", joined, last) if joined > 0 else -1
                # "The financial, political and other losses from …" is no list of names.
                if stop < 0 or s.ends[stop - 1] - s.starts[first] > _LONG_SUBJECT:
                    stop = next((at for at in range(first + 1, last) if tags[at] in "P,"), last)
                if stop == first + 1 and tags[stop] == "P":
                    stop = keep[0] + tags[first:last].find(",")
                keep = (first, stop)
    # "the agreements Oslo peace agreement": a name right after a plural begins a phrase anew.
    for at in range(keep[1] - 1, keep[0], -1):
        if (
            tags[at] == "K"
            and tags[at - 1] == "N"
            and (s.lowers[at - 1] != en.CLITIC and _plain_plural(s.lowers[at - 1]))
        ):
            keep = (at, keep[1])
            break
    tokens = [at for at in range(*keep) if at not in dropped]
    while tokens and tags[tokens[-1]] in "PSTC":
        tokens = tokens[:-1]
    cut = tokens and tokens[-1] < last - 1 and tags[tokens[-1] + 1] in "TPA"
    if cut and len(tokens) > 2 and tags[tokens[-1]] == "G" and tags[tokens[-2]] == "N":
        tokens = tokens[:-1]  # "a statement purporting | to be from the rebels"
    if not tokens or s.lowers[tokens[0]] == en.CLITIC:
        return ""
    if s.lowers[tokens[-1]].endswith(en.CLITIC) and len(tokens) <= _BARE:
        return ""  # "BP's", of what stands nowhere
    shown = "".join(tags[at] for at in tokens)
    phrase = re.match("[^PRS,]*", shown)
    if tags[tokens[0]] in "ST" or not re.search("[NK0dGQYZEO]", shown):
        return ""
    end = phrase.end() if phrase else 0
    if end and shown[end - 1] in "Nd" and s.lowers[tokens[end - 1]] in en.TIME_UNITS:
        # "less than a week into the session": no one who does anything
        return ""
    return words_of(s, tokens)


def _plain_plural(lower: str) -> bool:
    return (
        lower.endswith("s")
        and not lower.endswith(("ss", "us", "is"))
        and lower not in layout_en.SINGULAR_IN_S
    )


def is_list(tags: str) -> bool:
    """Whether commas stand in an enumeration: "Austria, Belgium and Cyprus"."""
    return re.search(r"^D?[NKE0]+(?:,D?[NKE0]{1,3})*,?CD?[NKE0]+$", tags) is not None


def _split(tags: str, first: int, last: int, marks: str) -> list[tuple[int, int]]:
    pieces = []
    begin = first
    for at in range(first, last):
        if tags[at] in marks:
            if at > begin:
                pieces.append((begin, at))
            begin = at + 1
    if last > begin:
        pieces.append((begin, last))
    return pieces or [(first, last)]


def plural_subject(telling: Telling) -> bool:
    s = telling.sentence
    head = telling.subject_last - 1
    tags = s.tags
    for at in range(telling.subject_first, telling.subject_last):
        if tags[at] in "P,-(R" and at > telling.subject_first:
            head = at - 1
            break
    if "C" in tags[telling.subject_first : telling.subject_last]:
        return True
    if tags[telling.subject_first : telling.subject_last] == "0":
        return s.lowers[head] not in en.SINGULAR_NUMBERS  # "73 were injured"
    linked = tags[head - 1 : head] == "K" or s.lowers[head - 1] in en.NAME_LINKS
    if head and tags[head] == "K" and linked:
        return False  # "Tom Keys", "Jean de Menezes"
    return head >= 0 and (_plain_plural(s.lowers[head]) or s.lowers[head] in en.PLURAL_NOUNS)


def event_noun(s: Sentence, before: int) -> int:
    """The nearest noun before token `before` that names an event, or -1."""
    for at in range(before - 1, max(-1, before - 25), -1):
        if s.lowers[at] in _EVENT_NOUNS and s.tags[at] == "N":
            return at
    return -1


def words_of(s: Sentence, tokens: Sequence[int]) -> str:
    """The words of `tokens`, spaced as in the text."""
    parts: list[str] = []
    for number, at in enumerate(tokens):
        if number and (tokens[number - 1] != at - 1 or s.ends[at - 1] < s.starts[at]):
            parts.append(" ")
        moved = number and at == 0 and s.tags[0] == "P"
        parts.append(s.lowers[at] if moved else s.words[at])
    return "".join(parts)
