"""Where one article of a text file ends and the next begins, when the file marks it clearly.

Exports of archives and collections that were pasted into one file put a number, a line of marks,
a form feed or the labelled fields of the next article between two articles. Such a mark divides
the file only where what stands on both sides reads as an article; a line above footnotes or above
"Read more" divides nothing.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

import msgspec

from generator.articles import bylines, classify
from generator.articles.fields import head_of, is_field, is_tail
from generator.articles.pieces import pieces

_NUMBER = (
    r"(?:(?:document|article|story|doc|item|record|text)s?[ –-]?(?:no\.? ?|number |#)?\d{1,5}"
    r"(?P<of>[ ]?(?:of|/)[ ]?\d{1,5})?|(?P<of_all>\d{1,5}[ ]of[ ]\d{1,5}[ ](?:documents|articles|"
    r"stories|items|records|results)))[.:)]?"
)
_NUMBERED = re.compile(rf"[\s=*#~_\[<(-]*{_NUMBER}[\s=*#~_\]>)-]*", re.IGNORECASE)
_RULE = re.compile(r"\s*(?:([=*#~_+–—-])(?:\1{7,}|(?: \1){7,})|<hr ?/?>)\s*")
_ENDING = re.compile(r"\s*(?:end of document|document [a-z]{2,10}\d{8}[\da-z]{4,24})\s*", re.I)
_SIGN = re.compile(
    r"\s*(?:(?:[=*#~_+–—-] ?){8}|<hr|end of doc|"
    r"[=*#~_\[<( -]*(?:\d{1,5} of \d|"
    r"(?:document|article|story|doc|item|record|text)s?\W?.{0,9}\d))",
    re.IGNORECASE,
)
"""How every line begins that divides a file; looked for first, since most files have none."""
_SIGN_STARTS = frozenset("=*#~_+–—-<[( \t0123456789dDaAsSiIrRtTeE")
_SENTENCE_END = re.compile(r"[.!?…][\"'”’»)\]]*(?=\s|$)|[。！？]")
_MIN_FIELDS = 4
"""Two articles that labelled fields tell apart have two of them each."""
_MAX_MARK = 120
"""More characters than a line has that divides a file."""
MIN_WORDS = 25
MIN_SENTENCES = 2
"""What the body of an article has at least."""
MIN_TITLE_WORDS = 3
_MAX_TITLE_WORDS = 34
_MAX_HEAD = 40
"""How many lines from the top may be a headline."""
_NO_TITLE_ENDS = (".", ",", ";", ":", "。")


class Part(msgspec.Struct, frozen=True):
    """Lines of a file that belong to one article."""

    first: int
    """1-based line of the file that `text` begins with."""
    text: str


Marks = Callable[[Sequence[str]], list[int]]


def parts(text: str) -> tuple[Part, ...]:
    """The articles of a file, one part each, in order and with nothing left out.

    One part holds the whole file unless marks of one kind divide it into two or more that read as
    articles: a headline over a few sentences, or only the sentences where the mark itself counts
    the articles ("2 of 14 DOCUMENTS") or names the headline ("HEADLINE:").
    """
    lines = text.split("\n")
    signs = "\f" in text or any(
        _SIGN.match(line) for line in lines if line[:1] in _SIGN_STARTS and len(line) < _MAX_MARK
    )
    for marks, sure in _KINDS if signs else _FIELDS_ALONE:
        at = marks(lines)
        found = _divided(lines, at, sure) if at else []
        if len(found) > 1:
            return tuple(Part(at + 1, "\n".join(lines[at:end])) for at, end in found)
    return (Part(1, text),)


def is_mark(line: str) -> bool:
    """The line does nothing but divide or count articles."""
    return any(mark.fullmatch(line) for mark in (_NUMBERED, _RULE, _ENDING))


def _counted(lines: Sequence[str]) -> list[int]:
    return [at for at, match in _numbers(lines) if match["of"] or match["of_all"]]


def _numbered(lines: Sequence[str]) -> list[int]:
    return [at for at, _ in _numbers(lines)]


def _numbers(lines: Sequence[str]) -> Iterator[tuple[int, re.Match[str]]]:
    for at, line in enumerate(lines):
        if len(line) < _MAX_MARK and (match := _NUMBERED.fullmatch(line)):
            yield at, match


def _endings(lines: Sequence[str]) -> list[int]:
    return [
        at + 1 for at, line in enumerate(lines) if len(line) < _MAX_MARK and _ENDING.fullmatch(line)
    ]


def _rules(lines: Sequence[str]) -> list[int]:
    return [at for at, line in enumerate(lines) if _RULE.fullmatch(line)]


def _pages(lines: Sequence[str]) -> list[int]:
    return [at for at, line in enumerate(lines) if "\f" in line]


def _fields(lines: Sequence[str]) -> list[int]:
    """Where the labelled fields of an article begin, or else behind the last ones of the other."""
    found: list[int] = []
    at = tail = 0
    if len([line for line in lines if ":" in line and is_field(line)]) < _MIN_FIELDS:
        return found
    while at < len(lines):
        head = head_of(lines, at)
        if head is not None:
            found.append(tail or at)
            at, tail = head, 0
            continue
        at += 1
        if is_tail(lines[at - 1]):
            tail = at
    return found if len(found) > 1 else []


_FIELDS_ALONE: tuple[tuple[Marks, bool], ...] = ((_fields, True),)
_KINDS: tuple[tuple[Marks, bool], ...] = (
    (_counted, True),
    *_FIELDS_ALONE,
    (_endings, True),
    (_numbered, False),
    (_rules, False),
    (_pages, False),
)
"""Kinds of marks in the order they are tried, and whether they need no headline to be believed."""


def _divided(lines: Sequence[str], marks: Sequence[int], sure: bool) -> list[tuple[int, int]]:
    """(start, end) of each article when the lines are divided at `marks`."""
    pages = not sure and any("\f" in lines[at] for at in marks if at < len(lines))
    edges = sorted({0, *marks, len(lines)})
    found: list[tuple[int, int]] = []
    open_at: int | None = None
    seen: set[str] = set()
    for start, end in pairwise(edges):
        first = start if open_at is None else open_at
        title = _title(lines[start:end], sure)
        if title is None and open_at is not None:
            title = _title(lines[first:end], sure)
        elif open_at is not None and found:
            found[-1] = (found[-1][0], start)  # What stood between the two goes with the first.
            first = start
        if title is not None and title not in seen:
            if pages:
                seen.add(title)  # Not again: the running head of every page.
            found.append((first, end))
            open_at = None
        elif _is_short(lines[start:end]) or not found:
            open_at = first
        else:
            found[-1] = (found[-1][0], end)
            open_at = None
    if open_at is not None and found:
        found[-1] = (found[-1][0], len(lines))
    if found:
        found[0] = (0, found[0][1])
    return found


def _is_short(lines: Sequence[str]) -> bool:
    """A heading that marks frame, and no text of its own."""
    visible = [line for line in lines if line.strip()]
    return len(visible) <= 4 and sum(len(line.split()) for line in visible) <= _MAX_TITLE_WORDS


def _title(lines: Sequence[str], sure: bool) -> str | None:
    """The headline of lines that read as an article; "" when `sure` and there is none."""
    blocks = [piece for piece in pieces("\n".join(lines)) if not is_mark(piece.text)]
    labels = [classify.by_words(piece) for piece in blocks]
    prose = [
        at
        for at, (piece, label) in enumerate(zip(blocks, labels, strict=True))
        if label is None and classify.is_prose(piece)
    ]
    text = " ".join(blocks[at].text for at in prose)
    # A headline over the names of its writers is that of an article, however short.
    signed = any(bylines.read(piece.text).names for piece in blocks[1:4])
    if not prose or (not signed and sum(blocks[at].words for at in prose) < MIN_WORDS):
        return None
    if len(_SENTENCE_END.findall(text)) < (1 if signed else MIN_SENTENCES):
        return None
    # The first line may be a headline though it reads as a sentence does: "Who won?"
    for piece, label in zip(blocks[: min(prose[0] + 1, _MAX_HEAD)], labels, strict=False):
        if label is not None and label.block is not None and label.kind != "tags":
            break
        good = MIN_TITLE_WORDS <= piece.words <= _MAX_TITLE_WORDS
        if label is None and good and not piece.text.endswith(_NO_TITLE_ENDS):
            return classify.key(piece.text)
    return "" if sure else None
