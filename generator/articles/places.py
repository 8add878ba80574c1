"""Where the article begins and ends among the lines of a page, and what stands around it."""

import re
from collections.abc import Sequence

from generator.articles.classify import BODY, BULLET, FIGURES, Label, is_prose
from generator.articles.pieces import Piece

FRAGMENT_COST = 3.0
FURNITURE_COST = 2.0
FIGURE_COST = 1.0
MAX_GAP_COST = 100.0
MAX_PROSE_WORTH = 80
FIRST_WORTH = 200
"""What the search for the article's core pays for what is no prose (short lines, furniture, short
lines with figures as in tables and recipes) and gains, in words of prose. The first paragraph
below the title is worth more, so that a long footer never wins over a short article. The values
were chosen on scraped texts and on whole pages together."""
_LETTER = re.compile(r"[^\W\d_]")


def by_place(
    pieces: Sequence[Piece], labels: Sequence[Label | None], title: int | None
) -> list[Label]:
    """Every piece's class: what is still open follows from where it stands."""
    prose = [
        index for index, piece in enumerate(pieces) if labels[index] is None and is_prose(piece)
    ]
    below = [index for index in prose if title is None or index > title]
    if title is not None and len(below) * 2 > len(prose):
        prose = below  # Else the title stands in the middle, in a gallery's caption.
    if not prose:
        prose = [
            index
            for index, piece in enumerate(pieces)
            if labels[index] is None and (title is None or index > title)
        ]
    first, last = core(pieces, labels, prose, FIRST_WORTH)
    first = _without_standfirst(pieces, labels, title, prose, first)
    last = _with_last_lines(pieces, labels, last)
    result: list[Label] = []
    for index, piece in enumerate(pieces):
        label = labels[index]
        if label is not None:
            result.append(label)
        elif index < first:
            if title is not None and title < index and _LETTER.search(piece.text):
                result.append(Label("standfirst", "between the title and the first paragraph"))
            else:
                result.append(Label("metadata", "above the article"))
        elif index > last:
            result.append(_below(pieces, index, last))
        elif not is_prose(piece) and _is_subheading(pieces, labels, index):
            result.append(Label("subheading", "a short line over a paragraph"))
        else:
            result.append(BODY)
    return result


def core(
    pieces: Sequence[Piece],
    labels: Sequence[Label | None],
    prose: Sequence[int],
    first_worth: float = 0.0,
) -> tuple[int, int]:
    """First and last index of the run of pieces that holds most prose for least else.

    `prose` are the indices of the prose; the first of them is worth `first_worth` words more.

    A sentence of a footer or a sidebar stands behind a list of short lines; it is only taken in
    when it is worth more than what lies between. (The maximum subsequence of Pasternack and Roth,
    "Extracting article text from the web", 2009.)
    """
    if not prose:
        return len(pieces), -1
    best, best_span = 0.0, (prose[0], prose[0])
    total, start = 0.0, prose[0]
    last = prose[0] - 1
    for index in prose:
        gap = sum(_cost(pieces[at], labels[at]) for at in range(last + 1, index))
        total -= min(gap, MAX_GAP_COST)
        if total <= 0:
            total, start = 0.0, index
        total += min(pieces[index].words, MAX_PROSE_WORTH)
        if index == prose[0]:
            total += first_worth
        if total > best:
            best, best_span = total, (start, index)
        last = index
    return best_span


def _cost(piece: Piece, label: Label | None) -> float:
    if label is not None:
        return FURNITURE_COST
    return FIGURE_COST if FIGURES.search(piece.text) else FRAGMENT_COST


def _without_standfirst(
    pieces: Sequence[Piece],
    labels: Sequence[Label | None],
    title: int | None,
    prose: Sequence[int],
    first: int,
) -> int:
    """Where the body begins when a sentence under the title sums the article up.

    It does when the byline or the date comes after it: those stand between the headlines and the
    text.
    """
    if title is None or len(prose) < 2:
        return first
    for position in range(min(3, len(prose) - 1)):
        start, end = prose[position], prose[position + 1]
        if pieces[start].words > 45:
            break
        between = [labels[at] for at in range(start + 1, end)]
        before = [labels[at] for at in range(title + 1, prose[0])]
        if any(label and label.kind == "byline" for label in between):
            return end
        if any(label and label.kind in {"byline", "dateline"} for label in before):
            break
        if any(label and label.kind == "dateline" for label in between):
            return end
    return first


def _with_last_lines(pieces: Sequence[Piece], labels: Sequence[Label | None], last: int) -> int:
    """The last index of the body with short sentences, or with the list that its end announces."""
    while last + 1 < len(pieces) and labels[last + 1] is None and _is_sentence(pieces[last + 1]):
        last += 1
    after = pieces[last + 1] if 0 <= last < len(pieces) - 1 else None
    if after is not None and labels[last + 1] is None and after.words >= 4:
        last += after.text.endswith(":")
    if last >= 0 and pieces[last].text.endswith(":"):
        while last + 1 < len(pieces) and labels[last + 1] is None:
            last += 1
    return last


def _is_sentence(piece: Piece) -> bool:
    return piece.terminal and piece.words >= 4 and not piece.text.endswith(("?", "...", "…"))


def _is_subheading(pieces: Sequence[Piece], labels: Sequence[Label | None], index: int) -> bool:
    piece = pieces[index]
    if piece.words > 14 or (piece.terminal and not piece.text.endswith("?")):
        return False
    if piece.text.endswith((":", ",", ";")) or BULLET.match(piece.text):
        return False
    for later in range(index + 1, len(pieces)):
        if labels[later] is None:
            return is_prose(pieces[later])
    return False


def _below(pieces: Sequence[Piece], index: int, last: int) -> Label:
    if BULLET.match(pieces[index].text) and pieces[index].words <= 6:
        return Label("tags", "a list below the article")
    return Label("boilerplate", "short lines below the last paragraph")
