"""What the neighbours of a line give away: captions above credits, links below headings."""

import re
from collections import Counter
from collections.abc import Sequence

from generator.articles.classify import BUTTON, PROSE_WORDS, Label, is_prose, key
from generator.articles.furniture import RECORDING
from generator.articles.pieces import Piece

REPEATED_WORDS = 6
MAX_REPEATED = 8
CAPITALS_WORDS = 8
MAX_TEASER_WORDS = 45
"""From how many words a repeated line is furniture, how many such lines a list has at least, from
how many words a line in capitals is a link, and how long a sentence beside a video may be."""
_CREDIT_FIRST = re.compile(r"image (?:copyright|source)\b", re.IGNORECASE)
"""A credit that stands above its caption."""
_LOWER_WORD = re.compile(r"[a-zà-öø-ÿ]{4}")
_ONLY_FIGURES = re.compile(r"[\W\d_]*\d[\d.,%$€£KkMm+\s/:-]*\W*|\W+")


def by_neighbours(
    pieces: Sequence[Piece], known: Sequence[Label | None], title: int | None
) -> list[Label | None]:
    """The labels that are known, with what the neighbours of each piece give away."""
    labels = list(known)
    labels = _captions_above_credits(pieces, labels, title)
    labels = _teasers(pieces, labels)
    labels = _videos(pieces, labels)
    labels = _repeated(pieces, labels, title)
    labels = _lone_figures(pieces, labels)
    labels = _capitals(pieces, labels)
    return _blocks(pieces, labels, title)


def _captions_above_credits(
    pieces: Sequence[Piece], labels: list[Label | None], title: int | None
) -> list[Label | None]:
    last = max((at for at, label in enumerate(labels) if label is None), default=-1)
    for index in range(1, len(pieces)):
        label = labels[index]
        above = pieces[index - 1]
        if label is None or label.kind != "credit" or labels[index - 1] is not None:
            continue
        if index - 1 == title or above.words > 60 or above.text[0] in "\"“'‘":
            continue
        if " (" in pieces[index].text and pieces[index].text[-1] == ")":
            continue  # The caption and its credit are one line.
        if index > last or pieces[index].text[0] == "©":
            continue  # The agency's or the author's name below the article.
        if _CREDIT_FIRST.match(pieces[index].text):
            continue
        if above.cut and above.terminal:
            continue  # A sentence of the text that the picture cut in two.
        labels[index - 1] = Label("caption", "stands above a photo credit")
    return labels


def _teasers(pieces: Sequence[Piece], labels: list[Label | None]) -> list[Label | None]:
    """A headline and a beginning that breaks off above "Read more" belong to another article."""
    for index in range(2, len(pieces)):
        label = labels[index]
        if (
            label is None
            or label.block != "links"
            or not key(pieces[index].text).startswith("read")
        ):
            continue
        named, told = pieces[index - 2 : index]
        if labels[index - 2] is not None or labels[index - 1] is not None or is_prose(named):
            continue
        if told.words >= PROSE_WORDS and not told.terminal:
            labels[index - 2] = labels[index - 1] = Label("related", "breaks off at a link")
    return labels


def _videos(pieces: Sequence[Piece], labels: list[Label | None]) -> list[Label | None]:
    """The title and the sentence that stand in a box with a video."""
    for index in range(2, len(pieces) - 1):
        label = labels[index]
        if label is None or label.reason != RECORDING:
            continue
        for at in (index - 2, index - 1):
            if labels[at] is None and not is_prose(pieces[at]):
                labels[at] = Label("caption", "names a video")
        if labels[index + 1] is None and pieces[index + 1].words <= MAX_TEASER_WORDS:
            labels[index + 1] = Label("caption", "describes a video")
    for index in range(len(pieces) - 3):
        label = labels[index]
        if label is None or label.reason != BUTTON or key(pieces[index].text) != "video":
            continue
        named, told, following = pieces[index + 1 : index + 4]
        known = labels[index + 1] is not None or labels[index + 2] is not None
        if known or is_prose(named) or not is_prose(told) or not is_prose(following):
            continue
        if told.words <= MAX_TEASER_WORDS:
            labels[index + 1] = labels[index + 2] = Label("caption", "describes a video")
    return labels


def _repeated(
    pieces: Sequence[Piece], labels: list[Label | None], title: int | None
) -> list[Label | None]:
    counts = Counter(piece.text for piece in pieces)
    again_and_again = sum(
        counts[text] > 1 for text in {p.text for p in pieces if p.words >= REPEATED_WORDS}
    )
    if again_and_again > MAX_REPEATED:
        return labels  # A list whose items come back: recipes, fixtures.
    seen: set[str] = set()
    first_at = {piece.text: index for index, piece in reversed(list(enumerate(pieces)))}
    near_title = -1 if title is None else title + 8
    for index, piece in enumerate(pieces):
        if labels[index] is None and counts[piece.text] > 1 and index != title:
            again = (piece.text in seen) != (first_at[piece.text] < near_title)
            if piece.words >= REPEATED_WORDS and (again or not is_prose(piece)):
                labels[index] = Label("boilerplate", "said more than once in this document")
            elif title is not None and piece.text == pieces[title].text:
                labels[index] = Label("title", "the title again")
        seen.add(piece.text)
    return labels


def _lone_figures(pieces: Sequence[Piece], labels: list[Label | None]) -> list[Label | None]:
    bare = [
        not piece.text[0].isalpha() and _ONLY_FIGURES.fullmatch(piece.text) is not None
        for piece in pieces
    ]
    if sum(bare) >= 12:
        return labels  # A table: its figures belong to the text.
    for index, figures in enumerate(bare):
        if figures and labels[index] is None:
            labels[index] = Label("metadata", "a figure alone")
    return labels


def _capitals(pieces: Sequence[Piece], labels: list[Label | None]) -> list[Label | None]:
    """Links set in capitals between paragraphs; headings in capitals are shorter."""
    found = [
        index
        for index, piece in enumerate(pieces)
        if labels[index] is None and piece.words >= CAPITALS_WORDS and _in_capitals(piece.text)
    ]
    prose = sum(label is None and is_prose(p) for p, label in zip(pieces, labels, strict=True))
    if sum(is_prose(pieces[index]) for index in found) * 2 > prose:
        return labels  # The whole text is set in capitals.
    for index in found:
        labels[index] = Label("related", "a line of capitals between paragraphs")
    return labels


def _in_capitals(text: str) -> bool:
    if not text[0].isupper() or _LOWER_WORD.search(text):
        return False
    letters = sum(letter.isalpha() for letter in text)
    return sum(letter.isupper() for letter in text) * 20 >= letters * 17


def _blocks(
    pieces: Sequence[Piece], labels: list[Label | None], title: int | None
) -> list[Label | None]:
    """Give what follows a heading the heading's class, until the article goes on."""
    prose = [is_prose(piece) and label is None for piece, label in zip(pieces, labels, strict=True)]
    total = sum(piece.words for piece, good in zip(pieces, prose, strict=True) if good)
    said = 0
    index = 0
    while index < len(pieces):
        label = labels[index]
        if prose[index]:
            said += pieces[index].words
        if label is None or label.block is None or (title is not None and index < title):
            index += 1
            continue
        if label.block == "end" and (said * 2 >= total or said >= 150) and said >= 60:
            if all(prose[index + 1 : index + 4]) and index + 3 < len(pieces):
                index += 1
                continue  # A button between paragraphs.
            for later in range(index + 1, len(pieces)):
                if labels[later] is None:
                    labels[later] = Label(label.kind, f'below "{pieces[index].text[:40]}"')
            break
        heading = pieces[index].text[:40]
        index += 1
        while index < len(pieces) and not _goes_on(pieces, prose, labels, index):
            if labels[index] is None:
                labels[index] = Label(label.kind, f'below "{heading}"')
            elif labels[index].block:  # type: ignore[union-attr]
                break
            index += 1
    return labels


def _goes_on(
    pieces: Sequence[Piece], prose: Sequence[bool], labels: Sequence[Label | None], index: int
) -> bool:
    """The article goes on here: prose that is no teaser of another article."""
    if labels[index] is not None:
        return False
    if not prose[index]:
        return _list_is_over(pieces, prose, labels, index)
    piece = pieces[index]
    if not piece.terminal or piece.text.endswith(("...", "…")):
        return False
    if piece.words >= 30:
        return True
    for at in range(index + 1, min(index + 4, len(pieces))):
        label = labels[at]
        if label is None:
            return prose[at]
        if label.block is not None:
            break
    return True


def _list_is_over(
    pieces: Sequence[Piece], prose: Sequence[bool], labels: Sequence[Label | None], index: int
) -> bool:
    """A short quoted or finished sentence before prose is the article again."""
    piece = pieces[index]
    if not piece.terminal or piece.text.endswith(("?", "...", "…")) or piece.words < 4:
        return False
    return index + 1 < len(pieces) and prose[index + 1]
