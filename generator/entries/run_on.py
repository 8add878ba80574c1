"""Where a sentence begins that a headline, a caption, a byline or a stamp runs into.

Scraped texts often keep no line break between these and the first sentence: "Port to stay shut
Strikers rest in Roe The port of Roe has closed." What stands before is dropped: the sentence itself
says what happened, and says it whole.
"""

import re

from generator.entries.grammar import Sentence, analyse
from generator.entries.languages import en
from generator.entries.languages import layout_en as words
from generator.entries.verb_groups import finite_groups, headline_verb

_CLOSES = re.compile(r"[.?!][\"”’')\]]*(?:\s*(?:''|-RRB-))?$")
_START = re.compile(
    rf"(?<=[\w)%'’”-])\s+(?=(?P<start>{'|'.join(sorted(words.STARTERS))})\s+(?P<next>\S))"
)
_LAST_WORD = re.compile(r"\S+$")
_MIN_BEFORE = 3
_MIN_AFTER = 4
"""Words that a heading and a sentence have at least."""
_ALL_CAPS = re.compile(r"(?:[A-Z0-9][A-Z0-9'’&.,/:-]*\s+|[–—:,-]+\s+){2,}(?=[A-Z][a-z])")
_LONG_CAPS = re.compile(r"\b[A-Z]{4,}\b")
_STAMP = re.compile(
    rf"\b\d{{1,2}}[.:]\d\d\s?(?:[ap]m\s)?{words.ZONE}\s(?:(?:\(|-LRB-)[^()]{{0,80}}?"
    rf"(?:\)|-RRB-)\s)?(?=\S)"
)
_CREDIT = re.compile(
    r"(?:\(|-LRB-)(?:(?!-RRB-)[^()]){0,80}?"
    rf"{words.CREDIT_IN_BRACKETS}(?:(?!-RRB-)[^()]){{0,60}}?(?:\)|-RRB-)\s+(?=[A-Z])"
)
_AGENCY = re.compile(rf"(?:\(|-LRB-)\s?{words.AGENCIES}\s?(?:\)|-RRB-)\s*(?:—|–|--|-)\s+(?=\S)")
_PHOTOGRAPH = re.compile(
    rf"\bPhotograph\s?:\s(?:\S+\s){{1,5}}?(?=(?:{'|'.join(sorted(words.STARTERS))})\s[a-z])"
)
_BYLINE = re.compile(words.BYLINE)
_DAY = re.compile(r"(?:\w+\s){0,2}\w*\d\w*(?:\s?,?\s\w+){0,3}")
_PAGE = re.compile(r"\b[Pp]age [A-Z]\d{1,2}\s(?=\S)")
_REST = re.compile(r"[A-Z]{1,3}\s?(?:-RRB-|\))\s+(?=\S)")
"""What a stop within brackets left over: "(BP.L) chairman"."""
_STAMPS = (
    ("age ", (_PAGE,)),
    (":", (_STAMP,)),
    (".", (_STAMP,)),
    ("(", (_AGENCY, _CREDIT)),
    ("-LRB-", (_AGENCY, _CREDIT)),
    ("Photograph", (_PHOTOGRAPH,)),
)
"""Patterns of what is stamped on a text, and what stands in every text that has them."""
_TITLE_CASE = 6
"""Words that all have a capital from which on a line is taken for a headline."""


def begins(text: str, start: int, end: int, *, loose: bool = False) -> int:
    """Where the sentence `text[start:end]` itself begins; `end` when that cannot be told.

    `loose` when the line is known to run a headline into the text.
    """
    for sign, patterns in _STAMPS:
        if text.find(sign, start, end) >= 0:
            for pattern in patterns:
                for found in pattern.finditer(text, start, end):
                    start = max(start, found.end())
    rest = _REST.match(text, start, end)
    if rest:
        start = rest.end()
    byline = _BYLINE.match(text, start, end)
    if byline:
        start = byline.end()
    capitals = _ALL_CAPS.match(text, start, end)
    if capitals and len(_LONG_CAPS.findall(capitals[0])) > 1:
        start = capitals.end()
    if not _CLOSES.search(text[max(start, end - 12) : end]):
        return start
    cut = start
    for found in _START.finditer(text, start, end):
        if _is_joint(text, start, found, end, loose=loose):
            cut = found.end()
    if not loose:
        return cut
    headed = cut == start and _in_title_case(text[start:end])
    further = _joint_at_name(text, cut, end)
    if headed and further == cut:
        return end
    return further


def _is_joint(text: str, start: int, found: re.Match[str], end: int, *, loose: bool) -> bool:
    """Whether a sentence begins with the capitalised word at the match's end."""
    before = text[start : found.start()]
    last = _LAST_WORD.search(before)
    word = last[0] if last else ""
    if word.lower() in words.NEVER_BEFORE_A_START or word.endswith((".", ",", ":", ";")):
        return False
    if not word[-1:].isalnum() and word not in ("-RRB-", "''") and not word.endswith((")", "%")):
        return False
    if not found["next"].islower() and not (loose and found["next"].isalnum()):
        return False
    if word[:1].isupper() and not found["next"].islower():
        return False
    if (
        found["start"] in en.ARTICLES_ALONE
        and found["next"].islower()
        and " " not in before.strip()
    ):
        return _has_verb(text[found.end() : end])  # "Help A hearing has opened"
    if len(before.split()) < _MIN_BEFORE or _DAY.fullmatch(before.strip()):
        return False  # "24 May 2011 The port closed": what happened on that day
    after = text[found.end() : end]
    if len(after.split()) < _MIN_AFTER or before.count("``") > before.count("''"):
        return False
    return before.count("“") <= before.count("”") and _has_verb(after)


def _has_verb(text: str) -> bool:
    return bool(finite_groups(analyse(text, 0, len(text))))


def _in_title_case(text: str) -> bool:
    """Whether the first words all have capitals but for the small ones."""
    long = [word for word in re.split(r"[\s,]+", text)[:14] if len(word) > 3 and word[0].isalpha()]
    return len(long) >= _TITLE_CASE and all(word[0].isupper() for word in long[:_TITLE_CASE])


def _joint_at_name(text: str, start: int, end: int) -> int:
    """Past the last small word whose next word has a capital and begins a whole sentence."""
    s = analyse(text, start, end)
    groups = finite_groups(s)
    if len(groups) < 1:
        return start
    cut = start
    for at in range(_MIN_BEFORE, len(s.tags) - _MIN_AFTER):
        if not _may_begin(s, at):
            continue
        verb = next((first for first, _, _ in groups if first >= at), -1)
        if verb <= at or not _subject_only(s.tags[at:verb]):
            continue
        if any(last <= at for _, last, _ in groups) or headline_verb(
            analyse(text, start, s.ends[at - 1])
        ):
            cut = s.starts[at]
    return cut


def _may_begin(s: Sentence, at: int) -> bool:
    before = s.lowers[at - 1]
    return (
        s.words[at][0].isupper()
        and s.words[at - 1][0].islower()
        and s.tags[at - 1] in "NA0LEI"
        and s.tags[at - 2] != "D"  # "a sunken Marn rig"
        and s.tags[at] in "KDNGE0"
        and before not in words.NEVER_BEFORE_A_START
        and before not in words.BESIDE_A_NAME
    )


def _subject_only(tags: str) -> bool:
    """Whether the words before a verb are the subject of a sentence that begins with them."""
    return re.fullmatch(r"D?[NKE0G]+(?:[PC]D?[NKE0G]+){0,3}(?:,[^,]+,)?A*", tags) is not None
