"""Finds date expressions in a text and has them made sense of.

The text is read once, word by word. A word that some rule may begin with has those rules tried
there; the longest match wins, and the earlier rule among equals. Patterns have no repetition, so
the work is linear in the text.
"""

import re
from functools import cache
from itertools import chain, pairwise
from typing import Literal, NamedTuple

from generator.dates.event_date import EventDate
from generator.dates.gregorian import civil
from generator.dates.join import Found, join
from generator.dates.languages import load
from generator.dates.pattern import ANY, compile_pattern, gap_of
from generator.dates.resolve import Context, Mode
from generator.dates.rules import Captures, CompiledRule, Language, Range, Reading
from generator.dates.timex import Mention
from generator.dates.values import Place, beside, date_of, parsed, place_of

_WORD = re.compile(r"[^\W\d_]+|['’‘]?\d+")
_GLUED = re.compile(r"[a-z]([A-Z][a-z]{2,8}\.?\s\d)")
"""A word and a month that lost the space between them ("UpdatedMay 3")."""
_GROWS = "\u0130"
"""The one letter (of "İzmir") that is longer in lower case, which would shift all that follows."""
_REACH = 48
"""How far before an expression words are looked for that belong to it."""


def tag(
    text: str,
    dct: EventDate | None,
    *,
    language: str = "en",
    mode: Literal["auto", "news", "narrative"] = "auto",
) -> tuple[Mention, ...]:
    """The date expressions of a text, in order, none over another.

    A range is one mention with its two ends in `parts`; `timexes` gives the ends instead. Time
    grows with the length of the text and no faster.

    Args:
        text: of any length; `start` and `end` of a mention count its characters.
        dct: the day of publication, which "yesterday" is reckoned from; without it the dates of
            the text are.
        language: its ISO 639 code, of those in `languages.LANGUAGES`; a region is passed over.
        mode: in "news" a bare month or weekday is reckoned from the day of publication; in
            "narrative" from the date before it. "auto" chooses by what the text is full of.

    Raises:
        DateError: when there are no rules for the language.
    """
    table, index = _index(language)
    place = _published(dct)
    chosen = mode if mode != "auto" else choose_mode(text, place, table)[0]
    found: list[Found] = []
    last: Place | None = None
    quarter: Place | None = None
    dated: Place | None = None
    reached = 0
    lowered = _GLUED.sub(r" \1", text).replace(_GROWS, "i").lower()
    for word, following in pairwise(chain(_WORD.finditer(lowered), (None,))):
        assert word is not None
        token = word[0]
        choice = index.get(token)
        if choice is None and not token[-1].isdecimal():
            continue
        at = word.start()
        if at < reached or (at and lowered[at - 1].isalnum()):
            continue
        if choice is None:
            choice = index.get(_number_key(token))
            if choice is None and not token[0].isdecimal():
                at += 1
                choice = index.get(_number_key(token[1:]))
            if choice is None:
                continue
        rules = choice.after(_next_key(lowered, word, following))
        if not rules:
            continue
        story = (chosen, place, last, quarter, dated)
        for mention, reading in _match(text, (reached, at), rules, table, story):
            found.append(Found(mention, reading.yearless))
            reached = mention.end
            here = place_of(reading.value[:10]) if reading.type in ("DATE", "TIME") else None
            if here is not None and reading.moves and not _compared(text, mention, chosen, table):
                last = here
                quarter = here if here.unit == "quarter" else quarter
                dated = here if here.unit in ("day", "month") else dated
    return join(text, found, table)


def _published(dct: EventDate | None) -> Place | None:
    """The date of publication as a place, no finer than it is known."""
    if dct is None or dct.earliest is None:
        return None
    unit = dct.precision
    return Place(dct.earliest, "year" if unit == "interval" or unit == "set" else unit)


def _compared(text: str, mention: Mention, mode: Mode, table: Language) -> bool:
    """Whether a story only compares with a date: "fewer than in 1912"."""
    window = text[max(0, mention.start - _REACH) : mention.start]
    return mode == "narrative" and table.compared.search(window) is not None


def explain_mode(
    text: str,
    dct: EventDate | None,
    *,
    language: str = "en",
    mode: Literal["auto", "news", "narrative"] = "auto",
) -> str:
    """The mode that `tag` reads a text in and why, for readers: `MODE: REASON`.

    The arguments are those of `tag`.

    Raises:
        DateError: when there are no rules for the language.
    """
    if mode != "auto":
        return f"{mode}: as was asked"
    place = _published(dct)
    return ": ".join(choose_mode(text, place, load(language)))


def choose_mode(text: str, dct: Place | None, table: Language) -> tuple[Mode, str]:
    """The mode that "auto" takes for a text, and why, for readers."""
    if dct is None:
        return "narrative", "the text has no date of publication"
    year = civil(dct.day)[0]
    years = [int(found) for found in re.findall(_YEAR, text)]
    far = sum(1 for found in years if abs(found - year) > 1)
    speaking = sum(1 for _ in table.deictic.finditer(text))
    if far >= 4 and far > 0.5 * len(years) and far >= 6 * speaking:
        return "narrative", f"{far} of its {len(years)} years are far from {year}"
    if years and far == len(years) and not speaking and abs(years[0] - year) > _A_LIFE:
        return "narrative", f"it begins in {years[0]} and nothing in it speaks from {year}"
    return "news", f"words that speak from the day: {speaking}, years far from {year}: {far}"


_A_LIFE = 80
"""Years before publication at which nothing that is news begins."""
_YEAR = r"(?:1\d\d\d|20[0-4]\d)(?<![\w.,$£€-]\d{4})(?!\w|[.,]\d)"


class _Choice(NamedTuple):
    """The rules that one word may begin, by the word that follows."""

    by_second: dict[str, tuple[CompiledRule, ...]]
    otherwise: tuple[CompiledRule, ...]

    def after(self, key: str) -> tuple[CompiledRule, ...]:
        return self.by_second.get(key, self.otherwise)


def _next_key(text: str, word: "re.Match[str]", following: "re.Match[str] | None") -> str:
    """How the patterns' beginnings call the word that follows, "" at the end of the text."""
    if following is None:
        return ""
    token = following[0]
    if not token[-1].isdecimal():
        return token
    number = token.lstrip("'’‘")
    if not word[0][0].isdecimal():
        return _number_key(number)
    gap = text[word.end() : following.start()]
    if gap == " ":
        # "5 1/2" is one number.
        return f"{'/' if text.startswith('/', following.end()) else gap}{_number_key(number)}"
    return (gap_of(gap) if len(gap) <= _WIDEST_GAP else "") + _number_key(number)


_WIDEST_GAP = 4


def _number_key(token: str) -> str:
    """How the patterns' beginnings call a number: `#4`, or `'#2` after an apostrophe."""
    return f"#{len(token)}" if token[0].isdecimal() else f"'#{len(token) - 1}"


@cache
def _index(code: str) -> tuple[Language, dict[str, _Choice]]:
    """The rules of a language by the words that they may begin with."""
    table = load(code)
    found: dict[str, list[tuple[CompiledRule, frozenset[str]]]] = {}
    for rule in table.rules:
        compiled = CompiledRule(rule, compile_pattern(rule.pattern, table.fragments))
        for head, seconds in compiled.pattern.heads.items():
            found.setdefault(head, []).append((compiled, seconds))
    return table, {head: _choice(rules) for head, rules in found.items()}


def _choice(rules: list[tuple[CompiledRule, frozenset[str]]]) -> _Choice:
    anything = {"", ANY}
    words = {second for _, seconds in rules for second in seconds} - anything
    return _Choice(
        {
            word: tuple(rule for rule, seconds in rules if seconds & (anything | {word}))
            for word in words
        },
        tuple(rule for rule, seconds in rules if seconds & anything),
    )


def _match(
    text: str,
    place: tuple[int, int],
    rules: tuple[CompiledRule, ...],
    table: Language,
    story: tuple[Mode, Place | None, Place | None, Place | None, Place | None],
) -> tuple[tuple[Mention, Reading], ...]:
    """What the rules find at a place: (the end of the mention before it, where it starts)."""
    floor, at = place
    matches = []
    for order, compiled in enumerate(rules):
        match = compiled.pattern.regex.match(text, at)
        if match:
            matches.append((-match.end(), order, match, compiled))
    for _, _, match, compiled in sorted(matches, key=lambda found: found[:2]):
        context = Context(text, at, match.end(), *story, table.tense)
        reading = compiled.rule.resolve(
            Captures(match, compiled.pattern.names, table.fragments), context
        )
        name = compiled.rule.name
        if isinstance(reading, Reading):
            mention = _mention(text, (floor, at, match.end()), reading, name, table)
            return ((mention, reading),)
        if isinstance(reading, Range):
            ends = (floor, at, match.end(reading.after))
            first = _mention(text, ends, reading.first, name, table)
            ends = (first.end, match.start(reading.before), match.end())
            second = _mention(text, ends, reading.last, name, table)
            return ((first, reading.first), (second, reading.last))
    return ()


def _mention(
    text: str, span: tuple[int, int, int], reading: Reading, rule: str, table: Language
) -> Mention:
    """The mention at a span: (before which it may not reach, its start, its end)."""
    floor, start, end = span
    window = text[max(floor, start - _REACH) : start]
    whole = window
    belongs = table.before.search(window)
    if belongs:
        start -= len(window) - belongs.start()
        window = window[: belongs.start()]
    date = parsed(reading.edtf) if reading.edtf else date_of(reading.value)
    if date is not None:
        windows = (window, whole) if belongs else (window,)
        date = _bounded(date, windows, text[end : end + 2], table)
    return Mention(
        start, end, text[start:end], reading.type, reading.value, date, rule, reading.reason
    )


_LONG = ("month", "year", "decade", "century")
_ENDS = re.compile(r"\s?(?:[,.;:)]|$)")
"""What follows a date that stands alone: "after 1948," but not "after the 1948 war"."""


def _bounded(date: EventDate, windows: tuple[str, ...], rest: str, table: Language) -> EventDate:
    """The date with what the words before it say: "since 1967" has an open end.

    Args:
        windows: what stands before it, and before the words that belong to it.
        rest: what follows.
    """
    for pattern, bound in table.bounds:
        if not any(pattern.search(window) for window in windows):
            continue
        plain = date.edtf.partition("T")[0]
        single = not any(mark in plain for mark in "/[{")
        match bound:
            case "since" if single:
                return parsed(f"{plain}/..") or date
            case "until" if single:
                return parsed(f"../{plain}") or date
            case "after" | "before" if single and date.precision in _LONG and _ENDS.match(rest):
                return beside(date, after=bound == "after")
            case "about" if single and not date.time:
                return parsed(f"{plain}~") or date
            case "perhaps" if single and not date.time:
                return parsed(f"{plain}?") or date
            case _:
                return date
    return date
