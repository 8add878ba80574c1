"""What the words of a line give away: furniture of the page, or perhaps the article's own.

Three looks find what each piece of a scraped text is, each with what the one before found: its
words (here), its neighbours (`generator.articles.neighbours`: a caption stands before its credit,
links follow "Related stories"), and its place (`generator.articles.places`: above the first
paragraph, between paragraphs, below the last).
"""

import re
from collections.abc import Collection
from functools import lru_cache

import msgspec

from generator.articles import captions
from generator.articles.furniture import ANY_OPENING, ANYWHERE, OPENINGS, SIGNS
from generator.articles.phrases import HEADINGS, PHRASES, Block
from generator.articles.pieces import Piece
from generator.model import LineClass

PROSE_WORDS = 9
"""A sentence this long is taken for prose."""
INTRODUCTION_WORDS = 12
"""So is a line this long that ends with a colon."""
LONG_WORDS = 26
"""A piece this long is prose even when it does not end as sentences do."""
MAX_FURNITURE_WORDS = 120
"""No piece that is longer is furniture."""

_LINKS_HEADING = re.compile(
    r"(?:(?:more|latest|popular|trending|top|recommended|recent|similar|other|most (?:read|popular|"
    r"viewed|shared))(?: great| top| related)?(?: (?:from|in|on|about|for)\b(?: [\w’'&.-]+){1,4}|"
    r"(?: [\w’'&.-]+){0,3} (?:stories|news|articles|posts|videos|headlines|coverage|reads|topics)))"
    r"\W*|\w+ picks\W*",
    re.IGNORECASE,
)
_ABOUT = re.compile(
    r"(?:About|Über|À propos de|Sobre)(?: the)? [A-ZÀ-Þ][\w’'.-]+(?: [A-ZÀ-Þ][\w’'.-]+){0,3}:?"
)
_COMMENTS = re.compile(
    r"(?:permalink )?\d+ (?:responses?|comments?|thoughts?|replies)\b(?: (?:to|on|so far|for)\b|$)",
    re.IGNORECASE,
)
_SHORTCODE = re.compile(r"\[/?[a-z_]+(?: [a-z_]+=.*)?\].*")
_TWEETABLE = ("Click To Tweet", "Click to tweet", "Click to Tweet", "Tweet this", "Tweet This")
_DIGIT = re.compile(r"\d")
FIGURES = re.compile(r"\d[\d,.]*")
BULLET = re.compile(r"^[•·▪●◦►▶■*▸‣»›→-]\s*")
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
_DAYS = ("yesterday", "today", "just now")


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
    start, end = 0, len(text)
    while start < end and not text[start].isalnum():
        start += 1
    while end > start and not (text[end - 1].isalnum() or text[end - 1] == ")"):
        end -= 1
    text = text[start:end]
    if _DIGIT.search(text):
        text = FIGURES.sub("#", text)
    return text.lower().replace("’", "'")


def is_prose(piece: Piece) -> bool:
    """Whole sentences, or more than any headline has."""
    if piece.words >= LONG_WORDS or (piece.terminal and piece.words >= PROSE_WORDS):
        return True
    if piece.cut and piece.terminal:
        return True  # Joined to a whole sentence, however short.
    return piece.words >= INTRODUCTION_WORDS and piece.text.endswith(":")


def _heading_like(text: str, words: int, phrase: str) -> Label | None:
    if words <= 7 and _LINKS_HEADING.fullmatch(text):
        return Label("related", "a heading over links", "links")
    if "#" in phrase and _COMMENTS.match(text):
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
        if label := _heading_like(text, words, phrase):
            return label
        if text[0] == "[" and _SHORTCODE.fullmatch(text):
            return Label("boilerplate", "a mark for a page's template")
        if ("." in text or "@" in text) and _ADDRESS.fullmatch(text):
            return Label("metadata", "an address")
        if ("ago" in phrase or phrase.startswith(_DAYS)) and _AGO.fullmatch(text):
            return Label("dateline", "says how long ago")
    if learned and (phrase or key(text)) in learned:
        return Label("boilerplate", "stands in several documents")
    if captions.is_credit(text, words):
        return Label("credit", "says who took a picture")
    lowered = text.lower() if words <= MAX_FURNITURE_WORDS else ""
    bare = lowered if text[0].isalnum() else BULLET.sub("", lowered)
    if ANY_OPENING.match(bare):
        for rule in OPENINGS:
            if words <= rule.max_words and rule.pattern.match(bare):
                return Label(rule.kind, rule.reason)
    if words <= 70 and [sign for sign in SIGNS if sign in lowered]:
        for rule in ANYWHERE:
            for sign in rule.signs:
                if sign in lowered:
                    if rule.pattern.search(lowered):
                        return Label(rule.kind, rule.reason)
                    break
    if text.endswith(_TWEETABLE):
        return Label("share", "a sentence to pass on, said again")
    if captions.is_caption(text, words, piece.terminal):
        return Label("caption", "ends or begins as captions do")
    return None


def _what(heading: tuple[Block, LineClass]) -> str:
    if heading[0] == "end":
        return "what follows the article"
    return "topics" if heading[1] == "tags" else "links"
