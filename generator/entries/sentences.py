"""Where sentences begin and end, with exact offsets.

A candidate is a terminator (. ! ? …) with the quotation marks and brackets that close after it;
a few rules decide whether a sentence ends there. Which words count as abbreviations is data, in
`generator.entries.languages.abbreviations`. A line break always ends a sentence.
"""

import re

from generator.entries.languages.abbreviations import ENGLISH, WORDS, SentenceWords

Span = tuple[int, int]

_CLOSERS = "\"'”’»)\\]}"
_OPENERS = "\"'“‘„«(\\[{¿¡—–-"

_CANDIDATE = re.compile(
    rf"""
      (?P<wide>[。！？｡।]+[”’」』）]*)          # scripts that put no space between sentences
    | (?P<mark>[.!?…]+ (?:[ ](?=[.…]) [.…]+)*)  # "." "?!" "..." ". . ."
      (?P<close>(?:[{_CLOSERS}]|“(?=\s|$)|[ ][”»](?=\s|$)|\[\d+\])*)
      (?P<gap>\s+|$|(?=[A-Z“]))
    """,
    re.VERBOSE,
)
_NEXT = re.compile(rf"[\s{_OPENERS}]*(\S{{0,40}})")
_ELIDED = 2
"""Letters of an article or a pronoun that lost its vowel ("l’", "qu’"), at most."""
_WINDOW = 40
"""No abbreviation is longer; a longer token need not be looked at whole."""
_LAST_TOKEN = re.compile(r"[^\s(\[“\"‘«—–/]+$")
_INITIALS = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]")
_ENUMERATOR = re.compile(r"[\s(\[\"“]*(?:\d{1,3}|[A-Za-z]|[ivxIVX]{1,5}|\d{1,2}(?:\.\d{1,2})+)\.")
_EDGE = re.compile(r"^[^\w]+|[^\w]+$")
_DIGITS = re.compile(r"\d{1,2}$")
_MISSING_SPACE = re.compile(r"[a-zà-ÿ)\]\d]{3,}[.!?]+[”\"]?$")


def split(text: str, language: str = "en") -> tuple[Span, ...]:
    """(start, end) of each sentence of `text`, in order, without the white space around it.

    Lines are split apart first: no sentence spans a line break. A language we have no words for
    is read with the English ones.

    >>> split("It rained. Dr. Poe left.")
    ((0, 10), (11, 24))
    """
    words = WORDS.get(language.partition("-")[0].lower(), ENGLISH)
    spans: list[Span] = []
    start = 0
    for line in text.splitlines(keepends=True):
        _split_line(text, start, start + len(line), words, spans)
        start += len(line)
    return tuple(spans)


def _split_line(text: str, start: int, end: int, words: SentenceWords, spans: list[Span]) -> None:
    position = start
    for match in _CANDIDATE.finditer(text, start, end):
        if match["wide"]:
            cut = match.end()
        elif _ends_here(text, position, end, match, words):
            cut = match.start("gap")
        else:
            continue
        _append(text, position, cut, spans)
        position = match.end()
    _append(text, position, end, spans)


def _append(text: str, start: int, end: int, spans: list[Span]) -> None:
    piece = text[start:end]
    stripped = piece.strip()
    if stripped:
        offset = start + len(piece) - len(piece.lstrip())
        spans.append((offset, offset + len(stripped)))


def _ends_here(text: str, start: int, end: int, match: re.Match[str], words: SentenceWords) -> bool:
    following = _NEXT.match(text, match.end(), end)
    token = following[1] if following else ""
    if not token:
        return match.end() == end or not text[match.end() : end].strip()
    word = _EDGE.sub("", token)
    starter = word.lower().replace("’", "'") in words.starters and not token.startswith(
        f"{word}." if len(word) == 1 else "\0"
    )
    if not match["gap"]:
        # "the year.The mayor": only where both sides are plain words, never "Node.js" or "a.B".
        before = text[max(start, match.start() - 20) : match.end()]
        return bool(_MISSING_SPACE.search(before)) and starter
    if not _may_start(word):
        return False
    mark, close = match["mark"], match["close"]
    last = _LAST_TOKEN.search(text, max(start, match.start() - _WINDOW), match.start())
    before = last[0] if last else ""
    if mark in {"!", "?", "?!", "!?", "!!"}:
        if before.lower() in words.exclaimed and not starter:
            return False
        return not (close and _said_after(text, match.end(), end, words))
    if mark != ".":
        return _ellipsis_ends(text, start, match, word, starter)
    if _ENUMERATOR.fullmatch(text, start, match.start() + 1):
        return False
    return bool(close.strip("'’")) or _full_stop_ends(before, word, starter, words)


def _may_start(word: str) -> bool:
    """Whether a sentence can begin with this word: a capital, a figure, a script without case."""
    if not word:
        return True
    first = word[0]
    return not first.islower() or any(letter.isupper() for letter in word[1:3])


def _full_stop_ends(before: str, word: str, starter: bool, words: SentenceWords) -> bool:
    """Whether the full stop after the token `before` ends a sentence that `word` would follow."""
    token = before.lower().strip("'’‘").replace("'", "’")
    elided, _, rest = token.rpartition("’")
    if 0 < len(elided) <= _ELIDED <= len(rest):
        token = rest  # "l’art. 5"
    if token in words.before_name:
        return False
    if token in words.before_number and before not in {"IN"}:
        return not word[:1].isdigit()
    if token in words.months:
        return starter
    if token in words.clock:
        return word.lower() not in words.after_clock
    if token in words.inside:
        return starter
    if _INITIALS.fullmatch(before) and before != "I":
        return starter
    return not (words.ordinal_stop and _DIGITS.match(before) and not starter)


def _ellipsis_ends(text: str, start: int, match: re.Match[str], word: str, starter: bool) -> bool:
    """Dots that trail off end a sentence before a capital; dots set apart mark an omission."""
    apart = match.start() > start and text[match.start() - 1].isspace()
    if "." not in match["mark"].strip("…") and "…" not in match["mark"]:
        return True
    return word[:1].isupper() and word not in {"I", "I'm", "I’m"} and (starter or not apart)


def _said_after(text: str, start: int, end: int, words: SentenceWords) -> bool:
    """'"Who is there?" Ann Poe asked': a capital, but the sentence goes on."""
    following = text[start : min(end, start + 80)].split()[:5]
    for index, token in enumerate(following):
        word = token.strip(",.:;")
        if word.lower() in words.speech:
            return index > 0
        if not word[:1].isupper():
            return False
    return False
