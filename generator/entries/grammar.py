"""The words of a sentence and their classes: as much grammar as telling events needs.

Each token gets one letter, so that a sentence's classes are a string and patterns over it are
plain regular expressions, which is what makes this fast:

====  =====================================  ====  =====================================
D     determiner                             B     finite form of be
P     preposition                            b     be, been, being
S     preposition or subordinator (since)    W     has, have, had
U     subordinator (when)                    w     having
R     relative pronoun                       X     do, does, did
H     that                                   M     modal
C     coordinator                            E     past or past participle
T     to                                     I     past only (took)
O     subject pronoun                        L     participle only (taken)
o     object pronoun                         Q     base, past or participle (cut)
A     adverb                                 Z     third person singular (says)
K     name                                   Y     base form (say)
0     number                                 G     -ing
N     any other word                         d     part of a date expression
====  =====================================  ====  =====================================

and punctuation stands for itself: ``, ; : - ( ) " . / ? !``
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import lru_cache

import msgspec

from generator.entries.inflection import VERB_TAGS, third_person
from generator.entries.languages import en, layout_en

_TOKEN = re.compile(
    # Most tokens are plain words, which the first branch alone decides quickly.
    r"[A-Za-z]+(?![^\W_]|[-‐'’&.])"
    r"|(?P<bracket>-[LR]RB-)|(?P<clitic>(?<![^\W_])['’]s\b|``|'')"
    r"|(?:[^\W\d_]\.){2,}|[^\W\d_](?:[^\W_]|(?:[-‐'’&](?=[^\W_]))|(?<=[A-Z])\.(?=[A-Z]\.?))*"
    r"|(?P<number>[$£€#]?\d+(?:[.,:/-]?[^\W_]+)*%?)"
    r"|(?P<mark>\S)"
)
_MARKS = {
    "–": "-",
    "—": "-",
    "-": "-",
    "“": '"',
    "”": '"',
    "„": '"',
    "«": '"',
    "»": '"',
    '"': '"',
    "[": "(",
    "]": ")",
    "{": "(",
    "}": ")",
    "…": ".",
    "'": "'",
    "’": "'",
    "‘": "'",
}


class Sentence(msgspec.Struct, frozen=True):
    """A sentence's tokens: parallel tuples, and `tags`, one letter a token."""

    start: int
    end: int
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    words: tuple[str, ...]
    lowers: tuple[str, ...]
    tags: str


def _lexicon() -> dict[str, str]:
    tags = dict(VERB_TAGS)
    classes: tuple[tuple[Iterable[str], str], ...] = (
        (en.NOT_PARTICIPLES, "N"),
        (en.NOT_ADVERBS, "N"),
        (en.ADVERBS, "A"),
        (en.DETERMINERS, "D"),
        (en.PREPOSITIONS, "P"),
        (en.PREPOSITION_OR_SUBORDINATOR, "S"),
        (en.SUBORDINATORS, "U"),
        (en.RELATIVES, "R"),
        (en.COORDINATORS, "C"),
        (en.SUBJECT_PRONOUNS, "O"),
        (en.OBJECT_PRONOUNS, "o"),
        (en.MODALS, "M"),
        ((*en.BE_PRESENT, *en.BE_PAST), "B"),
        (en.BE_OTHER, "b"),
        ((*en.HAVE_PRESENT, *en.HAVE_PAST), "W"),
        (en.DO, "X"),
        (en.CONTRACTIONS, "B"),
        (["that"], "H"),
        (["to"], "T"),
        (["having"], "w"),
    )
    for words, tag in classes:
        tags.update(dict.fromkeys(words, tag))
    return tags


_LEXICON = _lexicon()
_CLOSED = frozenset("DPSURCOMoBbWXHTwA")
_NOT_PARTICIPLES = frozenset(en.NOT_PARTICIPLES)
_SHOWING = frozenset(en.SHOWING_FORMS)
_NOUN_LIKE = frozenset(en.NOUN_LIKE)
_NOUN_LIKE_FORMS = _NOUN_LIKE | frozenset(third_person(base) for base in _NOUN_LIKE)
_CAPITAL_CLASSES = en.CAPITAL_IS_A_NAME
_PLURAL_NOUNS = frozenset(en.PLURAL_NOUNS)
_POSSESSIVES = en.POSSESSIVE_ENDINGS


def _guess(lower: str) -> str:
    """The class of a word that the lexicon does not hold, by its ending."""
    if len(lower) > 4:
        if lower.endswith("ed"):
            first, hyphen, _ = lower.partition("-")
            describes = hyphen and first not in en.VERB_PREFIXES
            return "N" if describes or lower.startswith(en.UN) else "E"
        if lower.endswith("ing"):
            return "G"
        if lower.endswith("ly"):
            return "A"
    return "N"


def _tag(word: str, lower: str, first: bool) -> str:
    tag = _LEXICON.get(lower)
    if word[0].isupper():
        if word in _CAPITAL_CLASSES and not (first and tag in _CLOSED):
            return "K"
        if len(word) > 1 and word.isupper() and (tag is None or tag not in "D"):
            return "K"
        if tag is not None and tag in _CLOSED:
            return tag
        if first and tag in ("E", "G", "L"):
            return tag
        return "K"
    return tag or _guess(lower)


def _lower(word: str) -> str:
    return word.lower().replace("’", "'")


@lru_cache(maxsize=50_000)
def _inside(token: str) -> tuple[str, str]:
    """A token within a sentence in small letters, and its class."""
    match = _TOKEN.fullmatch(token)
    kind = match.lastgroup if match else "mark"
    if kind is None:
        lower = _lower(token)
        return lower, _tag(token, lower, False)
    if kind == "number":
        return token, "0"
    if kind == "clitic":
        return ("'s", "N") if token.endswith("s") else ('"', '"')
    if kind == "bracket":
        return token, "(" if token[1] == "L" else ")"
    return token, _MARKS.get(token, token if token in ',;:.()?!/"' else "N")


_OPENERS = frozenset(':"')
"""A word behind one of these may have its capital from that, as the first of a sentence."""


def _is_mark(token: str, tag: str) -> bool:
    return not token[0].isalnum() and tag not in "0d" and token[1:] != "s"


_TO_NOUN = (
    # A determiner makes a noun or an adjective of a verb's form.
    (re.compile(r"(?<=D)[ZYQEI]|(?<=DA)E(?=[NKEYZG0C])|(?<=0A)E(?=N)"), "N"),
    # "took a big hit from": the object of the verb before.
    (re.compile(r"(?:(?<=[EIZQL]DN)|(?<=[EIZQL]D))Q(?=[P,.])"), "N"),
    # "found heightened levels"
    (re.compile(r"(?:(?<=[EIQ])|(?<=[EIQ]A))E(?=[NK])"), "N"),
    # So does a preposition, unless a gerund follows.
    (re.compile(r"(?<=P)[ZYQ]"), "N"),
    (re.compile(r"(?<=P)E(?=[NKYZ])"), "N"),
    # "led to poisoned wells"
    (re.compile(r"(?<=T)E(?=[NKYZ])"), "N"),
    # "to protest reduced salaries"
    (re.compile(r"(?<=T[YNQ])E(?=N)"), "N"),
    # "looks at the recently released record"
    (re.compile(r"(?<=PA)E(?=[NK])"), "N"),
    # "said officials", "killed civilians": a plural after a past is its object.
    (re.compile(r"(?<=[EIL])Z"), "N"),
)
_QUANTIFIERS = frozenset(tuple(pair.split()) for pair in en.QUANTIFIERS)
_THERE_IS = re.compile(r"A(?=[BWM])")


def _settle(tags: str, lowers: list[str]) -> str:
    """Decide between verb and noun where the form leaves it open."""
    if en.THERE in lowers:
        for match in _THERE_IS.finditer(tags):
            if lowers[match.start()] == en.THERE:
                tags = f"{tags[: match.start()]}O{tags[match.end() :]}"
    if tags[1:2] == "," and (
        (tags[0] == "K" and lowers[0].endswith(en.ADVERB_ENDING)) or lowers[0] in en.ORDINALS
    ):
        tags = f"A{tags[1:]}"
    if not _QUANTIFIER_ENDS.isdisjoint(lowers):
        for number, word in enumerate(lowers):
            # "at least 49", "more than a dozen": part of the number.
            if word in _QUANTIFIER_ENDS and number and (lowers[number - 1], word) in _QUANTIFIERS:
                tags = f"{tags[: number - 1]}DD{tags[number + 1 :]}"
    for match in _RUPTURED.finditer(tags):
        # "Marn's ruptured well", "its founder's already battered name"
        at = match.start()
        if lowers[at - 1 - (tags[at - 1] == "A")].endswith(_POSSESSIVES):
            tags = f"{tags[:at]}N{tags[at + 1 :]}"
    for match in _DESCRIBED.finditer(tags):
        at = match.start()
        # "a high-stakes televised speech", "the worst affected areas"
        if "-" in lowers[at - 1] or lowers[at - 1] in en.SUPERLATIVES:
            tags = f"{tags[:at]}N{tags[at + 1 :]}"
    if _OPEN_OR_PAST.search(tags):
        for pattern, letter in _TO_NOUN:
            tags = pattern.sub(letter, tags)
    for match in _OPEN.finditer(tags):
        at = match.start()
        tag = tags[at]
        before = tags[at - 1] if at else "."
        after = tags[at + 1] if at + 1 < len(tags) else "."
        word = lowers[at]
        if before == "A" and at > 1:
            before = tags[at - 2]
        if tag == "Z":
            if before in "KNOR)Hc" or (before in ",-" and after in "DPHTKO0"):
                strong = before in "OR" or word not in _NOUN_LIKE_FORMS
                if before == "N" and (is_plural(lowers[at - 1]) or lowers[at - 1] in en.SOME):
                    strong = False
                keep = strong or (before == "K" and after in "DKHTO0oA" and at <= 6)
                keep = keep and not (after == "B" and word in _NOUN_LIKE_FORMS)
            elif before == "C":
                keep = word not in _NOUN_LIKE_FORMS and "Z" in tags[:at]
            else:
                keep = tags[:at].endswith("K,0,")  # "Ada Poe, 57, denies"
        elif tag == "Q":
            keep = before in "TMXWBbAOR" or (
                before in "KN)C,0"
                and after in "DKNYZPo0HTGE,.d"
                and word not in ("bid", "cost")
                and lowers[at + 1 : at + 2] != [en.OF]
            )
        else:  # Y
            if before in "TMXOR":
                keep = True
            elif before in "NK" and is_plural(lowers[at - 1]) and tags[max(0, at - 2)] != "P":
                keep = word not in _NOUN_LIKE or after in "DHTo"
            elif before in "NKd" and after == "H":
                keep = word in _SHOWING  # "papers filed in Roe show that"
            elif before == "C":
                keep = word not in _NOUN_LIKE and ("T" in tags[:at] or "M" in tags[:at])
            else:
                keep = False
        if not keep:
            tags = f"{tags[:at]}N{tags[at + 1 :]}"
    return tags


_OPEN = re.compile("[ZYQ]")
_OPEN_OR_PAST = re.compile("[ZYQEI]")
_DESCRIBED = re.compile("(?<=DN)E(?=[NK])")
_RUPTURED = re.compile("(?:(?<=[NK])|(?<=[NK]A))E(?=[NKYZ])")
_QUANTIFIER_ENDS = frozenset(en.QUANTIFIER_ENDS)


def is_plural(lower: str) -> bool:
    if lower.endswith(en.MEN):
        return lower not in en.SINGULAR_IN_MEN
    return lower in _PLURAL_NOUNS or (
        lower.endswith("s")
        and not lower.endswith(("ss", "us", "is", "'s", "’s"))
        and lower not in layout_en.SINGULAR_IN_S
    )


def analyse(text: str, start: int, end: int, dates: Sequence[tuple[int, int]] = ()) -> Sentence:
    """The tokens of the sentence `text[start:end]` and their classes.

    `dates` are the spans of the date expressions in it, in order: their words are no verbs
    ("May", "March") and no names.
    """
    found = list(_TOKEN.finditer(text, start, end))
    if not found:
        return Sentence(start, end, (), (), (), (), "")
    words = [match[0] for match in found]
    starts = [match.start() for match in found]
    lowers, tags = map(list, zip(*map(_inside, words), strict=True))
    begins = [-1, *(at for at, tag in enumerate(tags) if tag in _OPENERS)]
    for date_start, date_end in dates:
        at = bisect_left(starts, date_start)
        while at < len(starts) and starts[at] < date_end:
            lowers[at], tags[at] = words[at].lower(), "d"
            at += 1
    for at in begins:
        at += 1
        while at < len(tags) and _is_mark(words[at], tags[at]):
            at += 1
        if at < len(tags) and tags[at] != "d" and words[at][0].isalpha():
            tags[at] = _tag(words[at], lowers[at], True)
    return Sentence(
        start,
        end,
        tuple(starts),
        tuple([match.end() for match in found]),
        tuple(words),
        tuple(lowers),
        _settle("".join(tags), lowers),
    )
