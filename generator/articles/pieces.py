"""From the lines of a scraped text to its pieces: what the page had as one block of text.

Scrapers break sentences where a page had a link, a quotation mark or a narrow column. Here the
parts come together again, before anything is made of them.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

import msgspec

from generator.articles.quotations import CLOSING, OPENING, closes, needs_closing, opens, tidy


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


UNFINISHED = _words(
    """
    a an the and or but nor of to in on at by for with from as that than which who whose
    whom into onto over under between against about after before during since until while
    because if when where is are was were be been being has have had will would can could
    should may might must his her its their our your my this these those such not no said
    says called named der die das und oder von zu im am mit für auf le la les de des du et
    ou à au aux en el los las y o del con por para que da do dos e um uma os
    """
)
"""No line that says all it has to say ends with one of these."""

TERMINAL = re.compile(r"[.!?…。！？।؟][\"'”’»)\]』」]*(?:\s(?:[A-Z]{2,3}|[■●◼♦•]))?$")
_STOPS = ".!?…"
MAX_PARTS = 12
MAX_WRAPPED = 200
"""Of how many lines a cut sentence and a wrapped paragraph are made at most."""
_TAIL = 12
"""More characters than can stand at the end of a sentence behind its full stop."""
_OPEN_END = re.compile(r"[,–—(\[“«„/&-]$|\s[\"'‘]$")
_SPACES = re.compile(r"\s+")
_MARKS = "\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u00ad\u034f"
_INVISIBLE = re.compile(f"[{_MARKS}]")
_INDENTS = " \t\u3000"
_WORD = re.compile(r"\w+")
_LOWER_START = re.compile(r"[a-zà-öø-ÿ]")
_LONE_PREPOSITION = re.compile(r"(?:by|von|par|por|di|av|door|image:|photo:)", re.IGNORECASE)
_CREDIT_END = re.compile(r"\(\w{3,8}:$")
"""Where a caption was cut before its credit: "The bridge at Poe (Image:"."""
_LONG_WORD = 9
"""Characters a word, spaces included, beyond which a script may do without spaces."""
_NO_WORD = 500
"""Characters that no word has: a line of such a length is not looked at as a short one."""
_NO_SPACES = "\u0e00"
"""The first letter of those that such scripts are written with."""
_FULL_WIDTH = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\u0e00-\u0e7f]")


class Piece(msgspec.Struct, frozen=True):
    """One block of text, and the lines of the source that it was made of."""

    numbers: tuple[int, ...]
    """1-based lines in the source."""
    text: str
    """White space folded; cut quotations joined."""
    words: int
    """How long it is, in words; scripts without spaces count two characters a word."""
    terminal: bool
    """It ends as a sentence does."""
    blank_before: bool
    cut: bool = False
    """It was joined from parts."""
    row: bool = False
    """Tabs part it into cells: a row of a table."""


def words_in(text: str) -> int:
    """How many words; scripts without spaces count two characters a word."""
    count = text.count(" ") + 1 if text else 0
    if (len(text) > _LONG_WORD * count or text[:1] >= _NO_SPACES) and not text.isascii():
        count += len(_FULL_WIDTH.findall(text)) // 2
    return max(count, len(text) // _NO_WORD)


def make(
    numbers: tuple[int, ...], text: str, blank_before: bool, cut: bool = False, row: bool = False
) -> Piece:
    last = text[-1]
    terminal = last in _STOPS or (
        not (last.islower() or last.isdigit()) and TERMINAL.search(text[-_TAIL:]) is not None
    )
    return Piece(numbers, text, words_in(text), terminal, blank_before, cut, row)


def clean(line: str) -> str:
    """The line with white space folded; "" when nothing in it can be seen."""
    if not line.isascii():
        line = _INVISIBLE.sub("", line)
    return " ".join(line.split())


def pieces(text: str, first: int = 1) -> list[Piece]:
    """The visible lines of `text`, with hard-wrapped paragraphs and cut sentences joined.

    Args:
        first: the number of its first line in the file.
    """
    return _joined(_unwrapped(list(_visible(text, first))))


def _visible(text: str, first: int) -> Iterator[Piece]:
    blank = True
    set_in = False
    if [mark for mark in _MARKS if mark in text]:
        text = _INVISIBLE.sub("", text)
    for number, line in enumerate(text.split("\n"), first):
        content = " ".join(line.split())
        if content:
            before, set_in = set_in, line[0] in _INDENTS
            row = "\t" in line and "\t" in line.strip()
            # A line that is set in begins a paragraph, as a blank line before it does.
            yield make((number,), content, blank or (set_in and not before), row=row)
        blank = not content


def _unwrapped(lines: list[Piece]) -> list[Piece]:
    """Paragraphs that were wrapped at a column become one piece each.

    A text is wrapped when its blocks of neighbouring lines mostly break inside sentences, at
    nearly the same width.
    """
    inner = [(first, second) for first, second in pairwise(lines) if not second.blank_before]
    if len(inner) < 3 or len(inner) < len(lines) // 3:
        return lines
    broken = sum(40 <= len(first.text) <= 110 and not first.terminal for first, _ in inner)
    if broken * 2 < len(inner):
        return lines
    result: list[Piece] = []
    for line in lines:
        last = result[-1] if result else None
        tail = len(lines[_at(lines, last)].text) if last is not None else 0
        whole = last is None or line.blank_before or len(last.numbers) >= MAX_WRAPPED
        if last is not None and not whole and 40 <= tail <= 110:
            result[-1] = _join(last, line, " ")
        else:
            result.append(line)
    return result


def _at(lines: list[Piece], piece: Piece) -> int:
    """Index of the line that `piece` ends with; lines are in order and few, numbers grow."""
    low, high = 0, len(lines) - 1
    while low < high:
        middle = (low + high) // 2
        if lines[middle].numbers[-1] < piece.numbers[-1]:
            low = middle + 1
        else:
            high = middle
    return low


def _join(first: Piece, second: Piece, glue: str, cut: bool = False) -> Piece:
    numbers = first.numbers + second.numbers
    text = first.text + glue + second.text
    return make(numbers, text, first.blank_before, cut or first.cut or second.cut)


def _joined(lines: list[Piece]) -> list[Piece]:
    result: list[Piece] = []
    for line in lines:
        if result:
            glue = continuation(result[-1], line)
            if glue is not None:
                result[-1] = _join(result[-1], line, glue, cut=True)
                continue
        result.append(line)
    return [
        make(piece.numbers, tidy(piece.text), piece.blank_before, True) if piece.cut else piece
        for piece in result
    ]


def continuation(first: Piece, second: Piece) -> str | None:
    """What to put between the two when the second goes on where the first was cut, else None."""
    if len(first.numbers) >= MAX_PARTS:
        return None
    before, after = first.text, second.text
    if before[-1] in _STOPS and after[0].isupper() and first.words > 1:
        return None  # One sentence ends, another begins: most pieces are so.
    if before[-1] in OPENING and opens(before):
        return "" if before[-1] != "(" or after[0].isalnum() else " "
    if not after[0].isalnum() and first.words > 1 and closes(after):
        lone = after == '"' and before[-1].isalnum() and not needs_closing(before)
        return None if lone else ""  # A mark alone opens what follows where nothing is open.
    if before[-1] == ":" and after[-1] == ")" and _CREDIT_END.search(before) and second.words <= 8:
        return " "
    if not _LOWER_START.match(after):
        alone = first.words == 1 and second.words < 8 and _LONE_PREPOSITION.fullmatch(before)
        return " " if alone else None
    if not first.terminal and needs_closing(before) and after.count('"') % 2 == 1:
        return " "  # "We ran / out of the house," said Poe.
    if first.terminal or first.words < 4:
        return None
    last = _WORD.findall(before[-24:])
    if _OPEN_END.search(before) or (last and last[-1].lower() in UNFINISHED):
        return " "
    if needs_closing(before) and (second.words > 3 or after[-1] in CLOSING):
        return " "
    return " " if first.words >= 8 and second.terminal and second.words >= 3 else None
