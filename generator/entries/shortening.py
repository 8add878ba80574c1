"""A title cut where a phrase ends."""

import re

from generator.entries.grammar import Sentence
from generator.entries.inflection import BASES, VERB_TAGS
from generator.entries.languages import en
from generator.entries.subjects import is_list, words_of

TITLE_LENGTH = 90
"""Characters that a title may have at most."""
_DANGLING = frozenset((*en.DANGLING_ENDS, *en.HEDGES))


def tidy(s: Sentence, tokens: list[int]) -> list[int]:
    """`tokens` without punctuation and conjunctions left standing at their ends."""
    while tokens and (s.tags[tokens[-1]] in ',;:-.("?!' or s.lowers[tokens[-1]] in _DANGLING):
        if s.tags[tokens[-1]] == '"' and sum(s.tags[at] == '"' for at in tokens) % 2 == 0:
            break
        tokens = tokens[:-1]
    return tokens


def _complete(s: Sentence, tokens: list[int]) -> list[int]:
    """`tokens` without a verb at their end whose object the cut has taken away.

    "posted a note accusing the bank of trying", "is expected to begin" before more of the sentence,
    "announced that work on a bridge".
    """
    while tokens:
        last = tokens[-1]
        tag, after = s.tags[last], s.tags[last + 1 : last + 2]
        if tag == "A" and after == "H" and len(tokens) > 1:
            tokens = tokens[:-1]  # "to suggest wrongly | that"
            continue
        if after == "A":
            after = s.tags[last + 1 :].lstrip("A")[:1]
        before = s.tags[tokens[-2]] if len(tokens) > 1 else ""
        noun = before in ("D", "d", "0") or s.lowers[last] in en.GERUND_NOUNS
        noun = noun or "-" in s.words[last]  # "sanctions-busting"
        said = tag == "G" and BASES.get(s.lowers[last], "") in en.SAYING_VERBS
        later = s.lowers[last + 1 : last + 2]
        if s.lowers[last] in en.TIME_UNITS and later and later[0] in en.AFTER | en.BEFORE:
            first = max((n for n, at in enumerate(tokens) if s.tags[at] not in "0dDNA"), default=-1)
            tokens = tidy(s, tokens[: first + 1])
            continue  # "was killed | eight days after he went missing"
        if s.lowers[last].endswith(en.CLITIC) and after and after not in ".,;":
            # "an inquiry into Marn's (…"
            cut = max((n for n, at in enumerate(tokens) if _is_cut(s, at)), default=0)
            tokens = tidy(s, tokens[:cut])
            continue
        if tag == "d" and after in tuple("NKG"):
            # "triggered by the April 20 | explosion"
            cut = max((n for n, at in enumerate(tokens) if s.tags[at] in "PT"), default=0)
            tokens = tidy(s, tokens[:cut])
            continue
        if s.lowers[last] in en.REFLEXIVES and after in tuple("GEA"):
            return []  # "found himself | explaining"
        if (
            len(tokens) > 3
            and after == "T"
            and s.lowers[last] in en.AIMS
            and s.tags[tokens[-2]] == "D"
            and s.tags[tokens[-3]] in "PS"
        ):
            tokens = tidy(s, tokens[:-3])  # "in an attempt | to mend it"
            continue
        if tag == "P" and before == "G" and after == "H":
            tokens = tidy(s, tokens[:-2])  # "by pointing out | that"
            continue
        joined = s.tags.startswith("CG", last + 1)  # "featuring | and mocking"
        if said or (tag == "G" and (after in _GOES_ON or joined) and not noun):
            tokens = tidy(s, tokens[:-1])
        elif (
            tag in "YQN"
            and before == "T"
            and after
            and (
                (
                    after == "T" and VERB_TAGS.get(s.lowers[last]) in ("Y", "Q")
                )  # "to bow | to criticism"
                or after in _TAKES + ("G" if tag in "YQ" else "")
                or s.lowers[last + 1] in en.ASKED
                or (after == "P" and s.lowers[last] in en.WITH_PREPOSITION)
                or s.lowers[last + 1] in en.PARTICLES
            )
        ):
            tokens = tidy(s, tokens[:-2])
        elif (tag in "ELQ" or s.lowers[last] in en.LIKE_PARTICIPLES) and (
            before in ("N", "K", "0") and after in ("P", "S", "T", "d")
        ):
            tokens = tidy(s, tokens[:-1])
        elif (
            s.lowers[last] in en.EMPTY_ENDS
            and len(tokens) > 2
            and before == "D"
            and after in tuple("UHPTO")
            and s.tags[tokens[-3]] in "YQEILZ"
        ):
            return []  # "change the way | it works"
        elif (
            s.lowers[last] in en.EMPTY_ENDS and before in ("D", "P") and after in tuple("UHPTO")
        ) or (before == "C" and after == "P" and VERB_TAGS.get(s.lowers[last]) == "Y"):
            tokens = tidy(s, tokens[:-2])
        else:
            break
    return tokens


_SOMEBODY = re.compile("PD?[NKE0]+$")


def _ends_with(s: Sentence, tokens: list[int], preposition: str) -> bool:
    """Whether the tokens end with "for somebody", "with somebody", who is to do something."""
    opening = next((n for n, at in enumerate(tokens) if s.lowers[at] == preposition), len(tokens))
    return _SOMEBODY.fullmatch("".join(s.tags[at] for at in tokens[opening:])) is not None


def _is_cut(s: Sentence, at: int) -> bool:
    return s.tags[at] == "P" and s.lowers[at] != en.OF


def _without_claim(s: Sentence, tokens: list[int]) -> list[int]:
    """`tokens` cut before "that work on a bridge", "when six men" when the cut took the verb."""
    that = next((n for n, at in enumerate(tokens) if s.tags[at] in "HU"), -1)
    if that >= 0 and not any(s.tags[at] in "EIZYQBWMXL" for at in tokens[that:]):
        return tidy(s, tokens[:that])
    return tokens


_TAKES = "DHKNO0oC"
_GOES_ON = (*'DHKNO0oATdG"', "P")


_CUT_BEFORE = "PTSCG,-(ARH"


def shorten(s: Sentence, head: str, tail: list[int]) -> str:
    """`head` and as much of `tail` as a title holds, cut where a phrase ends.

    An opening "The" goes when that saves the rest.
    """
    bare = head.removeprefix(f"{en.THE.capitalize()} ")
    room = TITLE_LENGTH - len(bare) - 1
    rest = _fitting(s, tail, room)
    if rest is None:
        return ""
    whole = f"{head} {rest}".strip()
    return whole if len(whole) <= TITLE_LENGTH else f"{bare} {rest}".strip()


def _fitting(s: Sentence, tail: list[int], room: int) -> str | None:
    """The words of `tail`, whole or cut, that fit into `room` characters; None when none do."""
    best = words_of(s, tail)
    tail = _without_insertion(s, _without_short_name(s, tail))
    listed = next((n for n, at in enumerate(tail) if s.lowers[at] == en.INCLUDING), 0)
    if listed and len(best) > room:
        tail = tidy(s, tail[:listed])
    comma = next(
        (
            n
            for n, at in enumerate(tail)
            # "a 125-tonne, 18-metre dome" is one phrase.
            if s.tags[at] in ",;:-" and not (s.tags[at - 1] == "0" and "-" in s.words[at - 1])
        ),
        -1,
    )
    if comma == 0 or not tail:
        return "" if room >= 0 else None
    if comma > 0 and not is_list(_object_tags(s, tail)):
        following = s.tags[tail[comma + 1]] if comma + 1 < len(tail) else "."
        if following not in "GT" or len(best) > room:
            tail = _without_claim(s, tidy(s, tail[:comma]))
    if not _complete(s, tail):
        return None
    for candidate in (tail, _without_between(s, tail)):
        candidate = _complete(s, _without_claim(s, candidate))
        best = words_of(s, candidate)
        if len(best) <= room:
            return best
    tail = _without_between(s, tail)
    for end in range(len(tail) - 1, 0, -1):
        at = tail[end]
        if s.tags[at] not in _CUT_BEFORE or s.lowers[at] == en.OF:
            continue
        if s.lowers[at] in en.PARTICLES:
            continue  # "stave | off"
        if s.tags[at] == "G" and "-" in s.words[at]:
            continue  # "extensive | sanctions-busting"
        joins = s.tags[at] == "C" and s.tags[tail[end - 1]] in "NK"
        if joins and not s.tags.startswith(("E", "I"), at + 1):
            continue
        before = s.tags[tail[end - 1]]
        describes = before == "E" and end > 1 and s.tags[tail[end - 2]] in "NK0"
        if s.tags[at] == "T" and before in "EIZY" and not describes:
            continue  # "intends | to buy", but "the stations used | to spy"
        if s.tags[at] == "T" and _ends_with(s, tail[:end], en.FOR):
            continue  # "pushed for Marn Oil | to be sold"
        if s.tags[at] == "G" and _ends_with(s, tail[:end], en.WITH):
            continue  # "end with leaders | agreeing"
        if s.tags[at] == "H" and before not in "NK0":
            continue  # "announced | that"
        if any(s.lowers[token] in en.THAN_OR_AS for token in tail[end:]) and any(
            s.lowers[token] in en.COMPARING for token in tail[:end]
        ):
            continue  # "as bad | as it looked", "more harmful | than the oil"
        kept = _without_claim(s, _complete(s, tidy(s, tail[:end])))
        if not kept or s.tags[kept[-1]] in "PTDSCBbWMX":
            continue
        best = words_of(s, kept)
        if len(best) <= room:
            return best
    return None


def _without_short_name(s: Sentence, tail: list[int]) -> list[int]:
    """`tail` without "(NHC)" in the middle of a name."""
    for at in range(len(tail) - 3):
        tags = [s.tags[token] for token in tail[at : at + 4]]
        if tags[:3] == ["(", "K", ")"] and tags[3] in "NK":
            return tail[:at] + tail[at + 3 :]
    return tail


def _without_insertion(s: Sentence, tail: list[int]) -> list[int]:
    """`tail` without ", and the next man," where a phrase goes on after it."""
    for opening, at in enumerate(tail[:-2]):
        if s.tags[at] == "," and s.tags[tail[opening + 1]] in "CP":
            closing = next((n for n in range(opening + 2, len(tail)) if s.tags[tail[n]] == ","), -1)
            if 0 < closing < len(tail) - 1 and s.tags[tail[closing + 1]] in "PT":
                return tail[:opening] + tail[closing + 1 :]
            return tail
    return tail


def _without_between(s: Sentence, tail: list[int]) -> list[int]:
    """`tail` without "between the army and the rebels": who took part can be read in the text."""
    opening = next((n for n, at in enumerate(tail) if s.lowers[at] == en.BETWEEN), -1)
    if opening < 1:
        return tail
    joined = next((n for n in range(opening, len(tail)) if s.tags[tail[n]] == "C"), -1)
    if joined < 0:
        return tail
    end = joined + 1
    while (
        end < len(tail)
        and (s.tags[tail[end]] in "DNK0E" or s.lowers[tail[end]] == en.OF)
        and s.lowers[tail[end]] != en.DUE
    ):
        end += 1
    return tail[:opening] + tail[end:]


def _object_tags(s: Sentence, tail: list[int]) -> str:
    return "".join(s.tags[at] for at in tail)
