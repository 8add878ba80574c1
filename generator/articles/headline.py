"""Which line of a scraped text is its title."""

import re
from collections import Counter
from collections.abc import Sequence

from generator.articles.classify import Label, is_prose, key
from generator.articles.pieces import UNFINISHED, Piece
from generator.articles.places import core

_WORD = re.compile(r"\w{3,}|\d+")
_STORY_PREFIX = re.compile(
    r"share this story ?: |share all sharing options for: |"
    r"share or comment on this article: ",
    re.IGNORECASE,
)
_TRAIL = re.compile(r"\S [»›>] \S")
_DATELINE = re.compile(r"[A-Z][A-Z .,’'-]{2,40}(?:\([\w /]{2,30}\)\s?[-–—]|\s[–—]\s)")
"""How an agency's story begins: no headline does."""
MAX_WORDS = 34
_SAMPLE = 10
"""How many paragraphs the words of a title are looked for in."""
_AHEAD = 150
"""How many pieces above the article's core may be its title."""
_FIRST_WORTH = 30
NEAR = 12
FAR_COST = 0.06
"""What each piece costs that stands between the title and the core beyond the first `NEAR`."""


def find(pieces: Sequence[Piece], labels: Sequence[Label | None]) -> int | None:
    """Index of the title among `pieces`, or None when no line looks like one."""
    prose = [
        index
        for index, piece in enumerate(pieces)
        if labels[index] is None and is_prose(piece) and piece.terminal
    ]
    top = prose[0] if prose else len(pieces)
    start, _ = core(pieces, labels, prose, _FIRST_WORTH)
    if start < len(pieces):
        prose = prose[prose.index(start) :]
    limit = prose[2] if len(prose) > 2 else prose[-1] if prose else len(pieces)
    body = frozenset(
        _WORD.findall(" ".join(pieces[index].text for index in prose[:_SAMPLE]).lower())
    )
    counts = Counter(
        key(piece.text)
        for piece in pieces
        if 2 <= piece.words <= MAX_WORDS and not (piece.text[-1] == "." and is_prose(piece))
    )
    for piece in pieces:
        if piece.text[:5].lower() == "share" and (match := _STORY_PREFIX.match(piece.text)):
            counts[key(piece.text[match.end() :])] += 2
    best: tuple[float, int] | None = None
    looked = 0
    for index in range(limit):
        piece = pieces[index]
        if labels[index] is not None or not 2 <= piece.words <= MAX_WORDS:
            continue
        if prose and index < start - _AHEAD:
            continue
        looked += 1
        score = _score(pieces, labels, index, body, counts)
        score -= 0.12 * min(looked, 12)
        if prose:
            score -= FAR_COST * max(0, labels[index:start].count(None) - NEAR)
        if prose and index > prose[0]:
            score -= 4.0
        elif index > top:
            score -= 1.0
        if best is None or score > best[0] + 1e-9:
            best = (score, index)
    return best[1] if best is not None and best[0] > 0 else None


def _score(
    pieces: Sequence[Piece],
    labels: Sequence[Label | None],
    index: int,
    body: frozenset[str],
    counts: Counter[str],
) -> float:
    piece = pieces[index]
    text = piece.text
    score = 1.0
    words = [word for word in (w.lower() for w in _WORD.findall(text)) if word not in UNFINISHED]
    if words and body:
        score += 3.0 * sum(word in body for word in words) / max(len(words), 4)
    score += 1.5 * (counts[key(text)] > 1)
    if piece.words < 4:
        score -= 1.5
    elif piece.words >= 6:
        score += 0.8
    if piece.terminal and text.rstrip("’”\"'")[-1:] not in "?!…":
        score -= 4.0 if piece.words < 12 else 5.0  # A sentence: there may be no headline.
    if _is_kicker(text):
        score -= 1.0
    elif _DATELINE.match(text):
        score -= 3.0
    if text.endswith((",", ":", ";")):
        score -= 1.5
    kinds = {"byline", "dateline"}
    if any(label is not None and label.kind in kinds for label in labels[index + 1 : index + 6]):
        score += 1.0
    if any(label is not None and label.kind == "byline" for label in labels[:index]):
        score -= 1.0  # A headline below the writer's name is mostly another article's.
    above = pieces[index - 1] if index else None
    if (
        above is not None
        and labels[index - 1] is None
        and 5 <= above.words <= MAX_WORDS
        and above.text[-1] not in ".,:;"
        and not _is_kicker(above.text)
    ):
        score -= 1.2  # The line under a headline sums the article up in other words.
    if _TRAIL.search(text):
        score -= 2.0
    following = labels[index + 1] if index + 1 < len(labels) else None
    if following is not None and following.kind == "credit":
        score -= 2.0
    return score


def _is_kicker(text: str) -> bool:
    """In capitals or figures throughout; a script without capitals says nothing by that."""
    if text != text.upper():
        return False
    return text != text.lower() or not any(letter.isalpha() for letter in text)
