"""What stands before the first words of a sentence and is none of it: dateline, credit, stamp."""

import re

from generator.entries.languages import en

_DASH = r"(?:—|–|--)"
_DATELINE = re.compile(
    r"(?:(?:[A-Z0-9][^\s()]*|[|,/&–-]|am|pm|a\.m\.|p\.m\.)\s+){0,25}?"
    rf"(?:(?:\(|-LRB-)\s*{en.AGENCY}\s*(?:\)|-RRB-)\s*(?:{_DASH}|-)\s+|(?<=[A-Z]{{3}}\s){_DASH}\s+)"
    r"|[A-Z][A-Z.’' /-]{2,}(?:\s?,\s[A-Z][\w.]{1,15})?(?:\s?,\s[A-Z][a-z]{2,8}\.?\s\d{1,2})?"
    rf"\s*{_DASH}\s+"
)
"""The place, the day and the agency before the first words: "MARN, June 3 (Example Wire) — "."""
_CREDIT = re.compile(
    rf"(?:{'|'.join(en.CREDIT_LABELS)})\s?:\s(?:[^\s/\\]+\s){{0,4}}?"
    rf"[^\s/\\]+(?:\\?/[^\s/\\]+)+\s(?:{'|'.join(en.CREDIT_ENDS)})?"
)
"""Whose picture it is: "Photo: Ada Poe/Wire Images "."""
_AGENCY = re.compile(r"\(\s?[A-Z]{2,8}\s?\)\s?(?:[—–-]+\s?)?(?=[A-Z][a-z])")
""""(EW)The mayor resigned"."""
_STAMP = re.compile(
    rf"(?:[^.!?]{{0,300}}?\b(?:19|20)\d\d\s(?:(?:{'|'.join(en.STAMP_WORDS)})\s)?)?"
    rf"\d{{1,2}}[.:]\d\d\s(?:{'|'.join(en.ZONES)})\s(?=[A-Z])"
)
"""The headline, the day and the minute: "Port shut Monday 4 March 2019 10.07 GMT "."""


def skipped(text: str, start: int, end: int) -> int:
    """Where the sentence `text[start:end]` itself begins."""
    for pattern in (_STAMP, _CREDIT, _AGENCY, _DATELINE):
        found = pattern.match(text, start, end)
        if found:
            start = found.end()
    return start
