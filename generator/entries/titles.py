"""A title that a reader understands alone, made from the clause that tells an event.

The clause is rewritten, never summarised: what the date beside it says already is taken out, so
are words that lean on an earlier sentence ("meanwhile", "already") and who said so; a pronoun gives
way to the name that it stands for; a look back ("had taken") becomes plain past. Where that leaves
something a reader cannot follow ("This decision …"), there is no title, and so no entry.
"""

import re
from collections.abc import Collection, Sequence

import msgspec

from generator.dates import Mention
from generator.entries.anchoring import Telling
from generator.entries.grammar import BASES, VERB_TAGS, Sentence
from generator.entries.languages import en

TITLE_LENGTH = 90
"""Characters that a title may have at most."""

_LONG_SUBJECT = 60
_LEANING_ADVERBS = frozenset(en.LEANING_ADVERBS)
_LEANING_ADJECTIVES = frozenset(en.LEANING_ADJECTIVES)
_LEANING_SUBJECTS = frozenset(en.LEANING_SUBJECTS)
_DEMONSTRATIVES = frozenset(en.DEMONSTRATIVES)
_POSSESSIVES = frozenset(en.POSSESSIVES)
_LIGHT_VERBS = frozenset(en.LIGHT_VERBS)
_ACT_NOUNS = frozenset(en.ACT_NOUNS)
_EVENT_NOUNS = frozenset(en.EVENT_NOUNS)
_INTRODUCE_DATES = frozenset(en.BEFORE_DATES)
_DANGLING = frozenset(en.DANGLING_ENDS)
_PASTS = {
    BASES[form]: form
    for form, tag in sorted(VERB_TAGS.items(), key=lambda item: (item[1] != "E", item[0]))
    if tag in ("I", "E")
}
_SPACE_BEFORE = re.compile(r"\s+([,;:.!?)\]])|(?<=[(\[])\s+")
_BRACKETS = re.compile(r"-([LR])RB-")
_BACKTICKS = re.compile(r"``|''")
_CLITICS = re.compile(r"\s+(['’](?:s|re|ve|ll|d|m)\b)")
_SPACES = re.compile(r"\s+")
_SPACED_QUOTES = re.compile(r'([“"«])\s*(.*?)\s*([”"»])')


def title(telling: Telling, mentions: Sequence[Mention], subject: str = "") -> str:
    """At most `TITLE_LENGTH` characters, or "" when no understandable title can be made.

    `subject` stands for a subject that is a pronoun, when the caller knows whom it means.
    """
    parts = _compose(telling, mentions, subject)
    if parts is None:
        return ""
    head, tail = parts
    return _finish(_shorten(telling.sentence, head, tail))


def sentence(telling: Telling, subject: str = "") -> str:
    """The event in one whole sentence of its own, or "" as for `title`."""
    parts = _compose(telling, (), subject)
    if parts is None:
        return ""
    head, tail = parts
    text = _finish(f"{head} {_words(telling.sentence, tail)}")
    return f"{text}." if text and text[-1] not in ".!?" else text


def clean(text: str) -> str:
    """A quoted sentence made fit to read: white space, quotation marks and openings mended."""
    text = _SPACES.sub(" ", _BRACKETS.sub(lambda m: "(" if m[1] == "L" else ")", text)).strip()
    text = _BACKTICKS.sub(lambda m: "“" if m[0] == "``" else "”", text)
    text = _CLITICS.sub(r"\1", text).lstrip(" ,;:.–—-)")
    text = _SPACED_QUOTES.sub(r"\1\2\3", text)
    text = _SPACE_BEFORE.sub(lambda m: m[1] or "", text)
    text = _LEADING.sub("", text)
    return text[:1].upper() + text[1:]


_LEADING = re.compile(
    rf"^(?:{'|'.join(sorted(en.LEADING_CONNECTIVES, key=len, reverse=True))})\b\s*,\s*"
    r"|^(?:and|but|so|or|nor)\s+",
    re.IGNORECASE,
)


def leans(telling: Telling) -> bool:
    """Whether the subject is a pronoun or points back to another sentence."""
    s = telling.sentence
    first, last = telling.subject_first, telling.subject_last
    if last <= first:
        return True
    word = s.lowers[first]
    if any(s.tags[at] in "Oo" for at in range(first + 1, last)):
        return True
    if s.tags[first] == "O" or (last == first + 1 and word in _LEANING_SUBJECTS):
        return True
    return (
        word in _DEMONSTRATIVES
        or word in _POSSESSIVES
        or (last - first > 1 and s.lowers[first + 1] in _LEANING_ADJECTIVES)
    )


def _compose(
    telling: Telling, mentions: Sequence[Mention], subject: str
) -> tuple[str, list[int]] | None:
    """The subject as text and the tokens of what is said of it; None when it cannot stand alone."""
    s = telling.sentence
    indefinite = telling.clause.kind == "relative" and (
        s.lowers[telling.subject_first] in en.INDEFINITE
    )
    if telling.form == "participle" or indefinite:
        telling = named(telling)
    dropped = _date_tokens(s, mentions)
    who = subject or ("" if leans(telling) else subject_text(telling, dropped))
    if not who:
        return None
    if telling.form == "participle":
        return _passive(telling, who, dropped)
    clause = telling.clause
    verb = list(range(clause.verb_first, clause.verb_last))
    verb = [at for at in verb if s.lowers[at] not in _LEANING_ADVERBS]
    rest = [at for at in range(clause.verb_last, clause.last) if at not in dropped]
    rest = _without_attribution(s, rest)
    rest = [
        at
        for at in rest
        if not (s.tags[at] == "A" and s.lowers[at] in _LEANING_ADVERBS and s.lowers[at] != "too")
    ]
    collapsed = _collapsed(telling, rest)
    if collapsed is not None:
        past, rest = collapsed
        head = f"{who} {past}"
    else:
        head = f"{who} {_verb_text(telling, verb)}"
    if clause.kind == "relative" and clause.subject_first > clause.first:
        rest = _object(telling, dropped) + rest
    if clause.kind == "relative":
        rest = _tidy(s, rest) + _antecedent_tail(telling, dropped)
    rest = _tidy(s, _with_object(telling, rest, dropped))
    if not _stands_alone(s, rest):
        return None
    if not rest and not clause.passive and clause.verb not in en.COMPLETE_ALONE:
        return None
    return head, rest


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


def _stands_alone(s: Sentence, rest: Sequence[int]) -> bool:
    """Whether what is said has no object that only another sentence names."""
    if len(rest) == 1 and s.tags[rest[0]] == "0":
        return False
    return not any(
        s.tags[at] in "Oo"
        and s.lowers[at] in en.OBJECTS_ELSEWHERE
        and not s.tags.startswith(("B", "M", "W"), at + 1)
        for at in rest[:3]
    )


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
    return [at for at in range(first, last) if at not in dropped]


def named(telling: Telling) -> Telling:
    """ "the West Bank, Palestinian territory occupied since …" is told of the West Bank."""
    s = telling.sentence
    first = telling.subject_first
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
    pieces = _split(tags, first, last, ",-(")
    keep = pieces[0]
    if len(pieces) > 1:
        second = pieces[1]
        # "The head of the bank, Ada Byron": the name says more than the office.
        if tags[second[0] : second[1]].strip("K") == "" and "K" in tags[second[0] : second[1]]:
            keep = second
        elif tags[second[0]] not in "PGE" and (
            re.search(r",C", tags[first:last])
            or _is_list(tags[first:last])
            or (tags[last : last + 1] != "," and "C" in tags[slice(*pieces[-1])])
        ):
            keep = (first, last)
            if s.ends[last - 1] - s.starts[first] > _LONG_SUBJECT:
                # "The four powers of Austria, …": what they are called is enough.
                stop = next((at for at in range(first + 1, last) if tags[at] in "P,"), last)
                keep = (first, stop)
    # "the agreements Oslo peace agreement": a name right after a plural begins a phrase anew.
    for at in range(keep[1] - 1, keep[0], -1):
        if tags[at] == "K" and tags[at - 1] == "N" and _plain_plural(s.lowers[at - 1]):
            keep = (at, keep[1])
            break
    tokens = [at for at in range(*keep) if at not in dropped]
    if not tokens or s.lowers[tokens[0]] == en.CLITIC:
        return ""
    return _words(s, tokens)


def _plain_plural(lower: str) -> bool:
    return lower.endswith("s") and not lower.endswith(("ss", "us", "is"))


def _is_list(tags: str) -> bool:
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


def _date_tokens(s: Sentence, mentions: Sequence[Mention]) -> set[int]:
    """The tokens of date expressions that can go, with the words that introduce them."""
    dropped: set[int] = set()
    for mention in mentions:
        tokens = [at for at in range(len(s.starts)) if mention.start <= s.starts[at] < mention.end]
        if not tokens or mention.date is None or mention.type in ("DURATION", "SET"):
            continue
        first, last = tokens[0], tokens[-1] + 1
        before = first - 1
        # "called 2022 the worst year"
        if s.tags[first:last] == "d" and s.words[first].isdigit() and s.tags[before] in "EIZYL":
            continue
        # "the 2008 Games", "the elections of 2005": the date is part of the noun.
        if before >= 0 and s.tags[before] == "D" and s.tags.startswith(("N", "K"), last):
            continue
        if before >= 0 and s.lowers[before] in en.DATE_OF_A_NOUN:
            continue
        if s.words[last - 1].endswith(("'s", "’s")):
            continue
        while before >= 0 and s.lowers[before] in _INTRODUCE_DATES:
            tokens.append(before)
            before -= 1
        if before >= 0 and s.tags[before] == "(" and s.tags.startswith(")", last):
            tokens += [before, last]
        elif before >= 0 and s.tags[before] == "," and s.tags.startswith(",", last):
            tokens.append(before)
        dropped.update(tokens)
    return dropped


def _without_attribution(s: Sentence, rest: list[int]) -> list[int]:
    """`rest` without ", according to the army"."""
    kept: list[int] = []
    skipping = False
    for at in rest:
        if s.lowers[at] == en.ACCORDING and s.lowers[at + 1 : at + 2] == ("to",):
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
    return _PASTS.get(base, base + ("d" if base.endswith("e") else "ed"))


def _verb_text(telling: Telling, verb: list[int]) -> str:
    """The verb group, a look back told as plain past: "had been closed" → "was closed"."""
    s, clause = telling.sentence, telling.clause
    if clause.tense in ("pluperfect", "perfect") and not clause.negated:
        rest = [at for at in verb[1:] if s.tags[at] not in "S"]
        following = s.tags[clause.verb_last : clause.verb_last + 2]
        if following[:1] == "C" and following[1:] in ("L", "E"):
            return _words(s, verb)
        if rest and s.lowers[rest[0]] == en.BEEN:
            plural = plural_subject(telling)
            be = en.WERE if plural else en.WAS
            if len(rest) > 1:
                if clause.tense == "perfect" and telling.date is not None and telling.date.open_end:
                    return _words(s, verb)
                return f"{be} {_words(s, rest[1:])}"
            return be
        if len(rest) == 1 and s.tags[rest[0]] in "ELQ":
            if clause.tense == "perfect" and telling.date is not None and telling.date.open_end:
                return _words(s, verb)
            return _past(clause.verb) if s.tags[rest[0]] in "LQ" else s.words[rest[0]]
    return _words(s, verb)


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
    return head >= 0 and (_plain_plural(s.lowers[head]) or s.lowers[head] in en.PLURAL_NOUNS)


def _passive(telling: Telling, who: str, dropped: set[int]) -> tuple[str, list[int]] | None:
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
    if not _tidy(s, rest):
        return None
    return f"{who} {be} {s.words[at]}", _tidy(s, rest)


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


def event_noun(s: Sentence, before: int) -> int:
    """The nearest noun before token `before` that names an event, or -1."""
    for at in range(before - 1, max(-1, before - 25), -1):
        if s.lowers[at] in _EVENT_NOUNS and s.tags[at] == "N":
            return at
    return -1


def _tidy(s: Sentence, tokens: list[int]) -> list[int]:
    """`tokens` without punctuation and conjunctions left standing at their ends."""
    while tokens and (s.tags[tokens[-1]] in ',;:-.("?!' or s.lowers[tokens[-1]] in _DANGLING):
        if s.tags[tokens[-1]] == '"' and sum(s.tags[at] == '"' for at in tokens) % 2 == 0:
            break
        tokens = tokens[:-1]
    return tokens


def _words(s: Sentence, tokens: Sequence[int]) -> str:
    """The words of `tokens`, spaced as in the text."""
    parts: list[str] = []
    for number, at in enumerate(tokens):
        if number and (tokens[number - 1] != at - 1 or s.ends[at - 1] < s.starts[at]):
            parts.append(" ")
        parts.append(s.words[at])
    return "".join(parts)


_CUT_BEFORE = "PTSCG,-(AR"


def _shorten(s: Sentence, head: str, tail: list[int]) -> str:
    """`head` and as much of `tail` as a title holds, cut where a phrase ends."""
    best = _words(s, tail)
    if len(head) + len(best) + 1 > TITLE_LENGTH:
        head = head.removeprefix(f"{en.THE.capitalize()} ")
    room = TITLE_LENGTH - len(head) - 1
    tail = _without_insertion(s, tail)
    comma = next((n for n, at in enumerate(tail) if s.tags[at] in ",;-"), -1)
    if comma == 0:
        return head
    if comma > 0 and not _is_list(_object_tags(s, tail)):
        following = s.tags[tail[comma + 1]] if comma + 1 < len(tail) else "."
        if following not in "GT" or len(best) > room:
            tail = _tidy(s, tail[:comma])
            best = _words(s, tail)
    if len(best) <= room:
        return f"{head} {best}".strip()
    tail = _without_between(s, tail)
    best = _words(s, tail)
    if len(best) <= room:
        return f"{head} {best}".strip()
    for end in range(len(tail) - 1, 0, -1):
        at = tail[end]
        if s.tags[at] not in _CUT_BEFORE or s.lowers[at] == en.OF:
            continue
        if (
            s.tags[at] == "C"
            and s.tags[tail[end - 1]] in "NK"
            and not s.tags.startswith(("E", "I"), at + 1)
        ):
            continue
        kept = _tidy(s, tail[:end])
        if not kept or s.tags[kept[-1]] in "PTDSCBbWMX":
            continue
        best = _words(s, kept)
        if len(best) <= room:
            return f"{head} {best}".strip()
    return head if room >= 0 and not tail else ""


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
    while end < len(tail) and s.tags[tail[end]] in "DNK0E":
        end += 1
    return tail[:opening] + tail[end:]


def _object_tags(s: Sentence, tail: list[int]) -> str:
    return "".join(s.tags[at] for at in tail)


def _finish(text: str) -> str:
    text = clean(text)
    if len(re.findall(r'["“”«»]', text)) % 2:
        text = re.sub(r'\s*["“”«»]\s*', " ", text).strip()
    if text.count("(") != text.count(")"):
        text = re.sub(r"\s*[()]\s*", " ", text).strip()
    return text.rstrip(" ,;:–—-")
