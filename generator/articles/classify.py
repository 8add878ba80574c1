"""What each piece of a scraped text is: the article's own words, or what stood around them.

Three looks, each with what the one before found: the words of a piece (buttons, credits, teasers),
its neighbours (a caption stands before its credit, links follow "Related stories"), and its place
(above the first paragraph, between paragraphs, below the last).
"""

import re
from collections import Counter
from collections.abc import Collection, Sequence
from functools import lru_cache

import msgspec

from generator.articles import captions
from generator.articles.furniture import ANY_OPENING, ANYWHERE, OPENINGS, RECORDING
from generator.articles.phrases import HEADINGS, PHRASES, Block
from generator.articles.pieces import Piece
from generator.model import LineClass

PROSE_WORDS = 9
"""A sentence this long is taken for prose."""
INTRODUCTION_WORDS = 12
"""So is a line this long that ends with a colon."""
LONG_WORDS = 26
"""A piece this long is prose even when it does not end as sentences do."""

REPEATED_WORDS = 6
MAX_REPEATED = 8
CAPITALS_WORDS = 8
MAX_TEASER_WORDS = 45
FRAGMENT_COST = 3.0
FURNITURE_COST = 2.0
FIGURE_COST = 1.0
MAX_GAP_COST = 100.0
MAX_PROSE_WORTH = 80
FIRST_WORTH = 200
"""What the search for the article's core pays for what is no prose (short lines, furniture, short
lines with figures as in tables and recipes) and gains, in words of prose. The first paragraph
below the title is worth more, so that a long footer never wins over a short article. Values from
a sweep over scraped texts and whole pages; a half or the double of each changes little."""

_LINKS_HEADING = re.compile(
    r"(?:(?:more|latest|popular|trending|top|recommended|recent|similar|other|most (?:read|popular|"
    r"viewed|shared))(?: great| top| related)?(?: (?:from|in|on|about|for)\b(?: [\w’'&.-]+){1,4}|"
    r"(?: [\w’'&.-]+){0,3} (?:stories|news|articles|posts|videos|headlines|coverage|reads|topics)))"
    r"\W*",
    re.IGNORECASE,
)
_ABOUT = re.compile(
    r"(?:About|Über|À propos de|Sobre)(?: the)? [A-ZÀ-Þ][\w’'.-]+(?: [A-ZÀ-Þ][\w’'.-]+){0,3}:?"
)
_COMMENTS = re.compile(
    r"(?:permalink )?\d+ (?:responses?|comments?|thoughts?|replies)\b(?: (?:to|on|so far|for)\b|$)",
    re.IGNORECASE,
)
_CREDIT_FIRST = re.compile(r"image (?:copyright|source)\b", re.IGNORECASE)
"""A credit that stands above its caption."""
_LOWER_WORD = re.compile(r"[a-zà-öø-ÿ]{4}")
_SHORTCODE = re.compile(r"\[/?[a-z_]+(?: [a-z_]+=.*)?\].*")
_EDGES = re.compile(r"^\W+|[^\w)]+$")
_DIGIT = re.compile(r"\d")
_FIGURES = re.compile(r"\d[\d,.]*")
_BULLET = re.compile(r"^[•·▪●◦►▶■*▸‣»›→-]\s*")
_ONLY_FIGURES = re.compile(r"[\W\d_]*\d[\d.,%$€£KkMm+\s/:-]*\W*|\W+")
_LETTER = re.compile(r"[^\W\d_]")
_ADDRESS = re.compile(
    r"(?:https?://|www\.)\S+|[\w.+-]+@[\w-]+\.[\w.]+|@\w+|twitter\.com/\w+|"
    r"pic\.twitter\S*|\[email protected\].*"
)
_AGO = re.compile(
    r"(?:(?:published|updated|posted|last updated)\W*)?(?:about |over |"
    r"an? )?(?:\d+ )?(?:secs?|seconds?|mins?|minutes?|hours?|hrs?|days?|weeks?|"
    r"months?|years?)"
    r" ago\b.{0,30}|(?:yesterday|today|just now)(?: at)?(?: \d{1,2}[:.]\d\d(?: ?[ap]m)?)?",
    re.IGNORECASE,
)


class Label(msgspec.Struct, frozen=True):
    kind: LineClass
    reason: str
    block: Block | None = None
    """What it opens when it is the heading of a block."""


BODY = Label("body", "")
BUTTON = "words of a button or a box"


@lru_cache(maxsize=4096)
def key(text: str) -> str:
    """The piece, which is not empty, as the tables of furniture write it."""
    if not (text[0].isalnum() and text[-1].isalnum()):
        text = _EDGES.sub("", text)
    if _DIGIT.search(text):
        text = _FIGURES.sub("#", text)
    return text.lower().replace("’", "'")


def is_prose(piece: Piece) -> bool:
    """Whole sentences, or more than any headline has."""
    if piece.words >= LONG_WORDS or (piece.terminal and piece.words >= PROSE_WORDS):
        return True
    return piece.words >= INTRODUCTION_WORDS and piece.text.endswith(":")


def _heading_like(text: str, words: int) -> Label | None:
    if words <= 7 and _LINKS_HEADING.fullmatch(text):
        return Label("related", "a heading over links", "links")
    if _COMMENTS.match(text):
        return Label("boilerplate", "a heading over what follows the article", "end")
    if words <= 7 and _ABOUT.fullmatch(text):
        return Label("boilerplate", "a heading over what follows the article", "end")
    return None


def by_words(piece: Piece, learned: Collection[str] = ()) -> Label | None:
    """The class that the words of a piece give away, or None."""
    text, words = piece.text, piece.words
    phrase = ""
    if words <= 14:
        phrase = key(text)
        if not phrase:
            return Label("boilerplate", "nothing in it but marks")
        if heading := HEADINGS.get(phrase):
            return Label(heading[1], f"a heading over {_what(heading)}", heading[0])
        if kind := PHRASES.get(phrase):
            return Label(kind, BUTTON)
        if label := _heading_like(text, words):
            return label
        if text[0] == "[" and _SHORTCODE.fullmatch(text):
            return Label("boilerplate", "a mark for a page's template")
        if _ADDRESS.fullmatch(text):
            return Label("metadata", "an address")
        if _AGO.fullmatch(text):
            return Label("dateline", "says how long ago")
    if learned and (phrase or key(text)) in learned:
        return Label("boilerplate", "stands in several documents")
    if captions.is_credit(text, words):
        return Label("credit", "says who took a picture")
    bare = text if text[0].isalnum() else _BULLET.sub("", text)
    if words <= 120 and ANY_OPENING.match(bare):
        for rule in OPENINGS:
            if words <= rule.max_words and rule.pattern.match(bare):
                return Label(rule.kind, rule.reason)
    if words <= 70:
        lowered = text.lower()
        for rule in ANYWHERE:
            for sign in rule.signs:
                if sign in lowered:
                    if rule.pattern.search(text):
                        return Label(rule.kind, rule.reason)
                    break
    if captions.is_caption(text, words, piece.terminal):
        return Label("caption", "ends or begins as captions do")
    return None


def _what(heading: tuple[Block, LineClass]) -> str:
    if heading[0] == "end":
        return "what follows the article"
    return "topics" if heading[1] == "tags" else "links"


def by_neighbours(
    pieces: Sequence[Piece], labels: list[Label | None], title: int | None
) -> list[Label | None]:
    """Labels with what the neighbours of each piece give away."""
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
        if index > last or pieces[index].text[0] == "©":
            continue  # The agency's or the author's name below the article.
        if _CREDIT_FIRST.match(pieces[index].text):
            continue
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
    bare = [_ONLY_FIGURES.fullmatch(piece.text) is not None for piece in pieces]
    if sum(bare) >= 12:
        return labels  # A table: its figures belong to the text.
    for index, figures in enumerate(bare):
        if figures and labels[index] is None:
            labels[index] = Label("metadata", "a figure alone")
    return labels


def _capitals(pieces: Sequence[Piece], labels: list[Label | None]) -> list[Label | None]:
    """Links set in capitals between paragraphs; headings in capitals are shorter."""
    for index, piece in enumerate(pieces):
        if labels[index] is None and piece.words >= CAPITALS_WORDS and _in_capitals(piece.text):
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


def by_place(pieces: Sequence[Piece], labels: list[Label | None], title: int | None) -> list[Label]:
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
    return FIGURE_COST if _FIGURES.search(piece.text) else FRAGMENT_COST


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
    if piece.text.endswith((":", ",", ";")) or _BULLET.match(piece.text):
        return False
    for later in range(index + 1, len(pieces)):
        if labels[later] is None:
            return is_prose(pieces[later])
    return False


def _below(pieces: Sequence[Piece], index: int, last: int) -> Label:
    if _BULLET.match(pieces[index].text) and pieces[index].words <= 6:
        return Label("tags", "a list below the article")
    return Label("boilerplate", "short lines below the last paragraph")
