"""What a text counts, and whether two texts count the same things differently.

"Nine Palestinians were killed" counts 9 of `palestinian` and 9 dead. Against "ten Palestinians
died" that is a contradiction; against "at least eight dead" it is none.
"""

import re
from collections.abc import Iterable, Sequence

import msgspec

from generator.entries.languages import words_en
from generator.entries.words import stem

_TOKEN = re.compile(
    r"(?P<number>[$£€#]?\d+(?:[.,]\d+)*(?::\d+|-\w+|(?:st|nd|rd|th|s)\b|(?:bn|m|k)\b|%)?)"
    r"|(?P<word>[^\W\d_]+(?:['’-][^\W\d_]+)*)|(?P<stop>[.;:!?,()\"“”–—])"
)
_REACH_AFTER, _REACH_BEFORE = 7, 4
"""How many words a casualty verb may stand from the number that it counts."""


class Count(msgspec.Struct, frozen=True):
    """A number of something in a text."""

    of: str
    """A stem, or `*` and a group of words: "*kill", "*injure"."""
    value: float
    text: str
    """As written."""
    least: bool = False
    """"At least nine", "more than nine"."""
    rough: bool = False
    """"About nine", "nearly nine"."""
    fate: str = ""
    """What befell them, where it says so: "kill", "injure"."""

    def agrees(self, other: "Count") -> bool:
        """Whether both may be true of one event."""
        if self.value == other.value:
            return True
        if self.fate and other.fate and self.fate != other.fate:
            return True  # eleven people died, 17 people were hurt
        if self.least and other.value >= self.value:
            return True
        if other.least and self.value >= other.value:
            return True
        gap = abs(self.value - other.value)
        return (self.rough or other.rough) and gap <= 0.25 * max(self.value, other.value)


class _Token(msgspec.Struct, frozen=True):
    text: str
    kind: str


def counts(text: str) -> tuple[Count, ...]:
    """Everything that `text` counts. Years, dates, ages, times and ordinals count nothing.

    >>> [(c.of, c.value) for c in counts("At least nine Palestinians were killed in 2023")]
    [('palestinian', 9.0), ('*kill', 9.0)]
    """
    tokens = [_Token(m.group(), m.lastgroup or "") for m in _TOKEN.finditer(text)]
    found: list[Count] = []
    at = 0
    while at < len(tokens):
        start, value = at, _value(tokens[at])
        at += 1
        if value is None:
            continue
        while at < len(tokens) and tokens[at].text.lower() in words_en.SCALES:
            value *= words_en.SCALES[tokens[at].text.lower()]
            at += 1
        if value > 1 and not _is_measure(tokens, start, at, value):
            before = [token.text.lower() for token in tokens[max(0, start - 3) : start]]
            written = " ".join(token.text for token in tokens[start:at])
            least = before[-2:] in words_en.AT_LEAST
            rough = bool(words_en.ROUGH.intersection(before[-2:]))
            things, fate = _counted(tokens, start, at)
            found.extend(Count(of, value, written, least, rough, fate) for of in things)
    return tuple(dict.fromkeys(found))


def contradiction(a: Sequence[Count], b: Sequence[Count]) -> tuple[str, str] | None:
    """Two numbers that cannot both be right, as written, or None.

    >>> contradiction(counts("nine people died"), counts("10 people died"))
    ('nine', '10')
    """
    if not a or not b:
        return None
    ours, theirs = _by_thing(a), _by_thing(b)
    for of in sorted(ours.keys() & theirs.keys(), key=lambda of: (not of.startswith("*"), of)):
        if not any(x.agrees(y) for x in ours[of] for y in theirs[of]):
            return ours[of][0].text, theirs[of][0].text
    return None


def _by_thing(counted: Iterable[Count]) -> dict[str, list[Count]]:
    things: dict[str, list[Count]] = {}
    for count in counted:
        things.setdefault(count.of, []).append(count)
    return things


def _value(token: _Token) -> float | None:
    word = token.text.lower()
    if token.kind == "word":
        first, _, second = word.partition("-")
        if second and first in words_en.NUMBERS and second in words_en.NUMBERS:
            return float(words_en.NUMBERS[first] + words_en.NUMBERS[second])
        number = words_en.NUMBERS.get(word)
        return None if number is None else float(number)
    if token.kind != "number" or ":" in word or "-" in word or re.search(r"(st|nd|rd|th|s)$", word):
        return None
    digits = word.strip("$£€#%bnmk").replace(",", "")
    if digits.count(".") > 1:
        return None
    scale = {"bn": 1e9, "m": 1e6, "k": 1e3}
    return float(digits) * next((by for end, by in scale.items() if word.endswith(end)), 1.0)


def _is_measure(tokens: list[_Token], start: int, end: int, value: float) -> bool:
    written = tokens[start].text
    if 1500 <= value <= 2100 and written.isdigit() and len(written) == 4:
        return True
    around = [*tokens[max(0, start - 1) : start], *tokens[end : end + 1]]
    names = words_en.CALENDAR | words_en.UNITS
    return any(token.text.lower().rstrip(".") in names for token in around)


def _counted(tokens: list[_Token], start: int, end: int) -> tuple[list[str], str]:
    """What the number tells the number of (the next two words with a meaning), and their fate."""
    things: list[str] = []
    for token in tokens[end : end + 2]:
        word = token.text.lower()
        if token.kind != "word" or word in words_en.STOP or stem(word) in words_en.CASUALTIES:
            break
        things.append(stem(word))
    part = start and tokens[start - 1].text.lower() in words_en.PART_OF
    verb = "" if part or "." in tokens[start].text else _nearest_casualty(tokens, start, end)
    if verb:
        things.append(f"*{verb}")
    elif tokens[start].text[0] in "$£€":
        things.append("*money")
    return things, verb


def _nearest_casualty(tokens: list[_Token], start: int, end: int) -> str:
    best, nearest = "", 99
    window = range(max(0, start - _REACH_BEFORE), min(len(tokens), end + _REACH_AFTER))
    for at in window:
        if start <= at < end or tokens[at].kind != "word":
            continue
        group = words_en.CASUALTIES.get(stem(tokens[at].text.lower()))
        if group is None:
            continue
        if _interrupted(tokens, *((end, at) if at >= end else (at + 1, start))):
            continue
        distance = at - end if at >= end else start - at
        if distance < nearest:
            best, nearest = group, distance
    return best


def _interrupted(tokens: list[_Token], start: int, end: int) -> bool:
    """Whether the tokens between a number and a verb end the clause or count for themselves."""
    for at in range(start, end):
        if tokens[at].text in ".;!?":
            return True
        part = at and tokens[at - 1].text.lower() in words_en.PART_OF
        if not part and _value(tokens[at]) not in (None, 1.0):
            return True
    return False
