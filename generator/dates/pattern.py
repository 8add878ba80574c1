"""The small pattern language that date rules are written in.

| written | matches |
| --- | --- |
| `word` | these letters, in any case |
| a space | a gap: one to four white space characters, at most one of them a line's end |
| `-` | a hyphen of any kind |
| `_` | a gap or a hyphen |
| `–` | a dash or hyphen, with or without spaces around it |
| `'` | an apostrophe of any kind |
| `,` | a comma, with or without a space before it |
| `[...]` | the same or nothing |
| `(a\\|b)` | one of these |
| `{month}` | one word of the language's table `month`, captured under that name |
| `\\(` | a bracket that is meant as one |
| `{month:until}` | the same, captured as `until` |

There is no repetition, so a match ends within a bounded number of characters and a scan is linear
in the text by construction. Everything else stands for itself.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from functools import cache, cached_property

import msgspec

GAP = r"[^\S\n]?\s[^\S\n]{0,2}"
_SPECIAL = {
    " ": GAP,
    "-": "[-\u2010\u2011]",
    "_": rf"(?:[-\u2010\u2011]|{GAP})",
    "–": r"[^\S\n]?[-\u2010-\u2015][^\S\n]?",
    "'": "['’‘]",
    ",": r"[^\S\n]?,",
}
_TOKEN = r"\\.|[\[\]()|]|\{([a-z0-9]+)(?::([a-z0-9]+))?\}|[^\\\[\](){}|]+"

_DASHES = "-\u2010\u2011\u2012\u2013\u2014\u2015"
_GAPS = " _–,.:;/+()&"
"""What may stand between two numbers; each is a word of its own in the beginnings."""
_END_OF_MATCH = r"(?:(?![^\W_])|(?<=\d\d\d\d)(?-i:(?=[A-Z][a-z])))"
"""A word ends there, or a year that the next sentence was glued to ("May 2020The")."""
_END = "\0"
"""Ends a word in the beginnings of a pattern."""
ANY = "*"
"""Stands there for a word that cannot be told."""

Value = int | float | str


class Fragment(msgspec.Struct, frozen=True):
    """One table of a language: the words that may stand in one place and what they mean."""

    source: str
    """A regular expression without capturing groups."""
    heads: tuple[str, ...]
    """What it may begin with, in lower case: words that each end in a NUL; `#2` stands for a number
    of two digits."""
    convert: Callable[[str], Value]


def words(table: Mapping[str, Value]) -> Fragment:
    """A fragment of words. A word written with a capital must have one in the text too."""
    anycase = {word: value for word, value in table.items() if word == word.lower()}
    cased = {word: value for word, value in table.items() if word != word.lower()}
    sources = []
    if cased:
        both = {form for word in cased for form in (word, word.upper())}
        sources.append(f"(?-i:{_alternatives(both)})")
    if anycase:
        sources.append(_alternatives(anycase))
    lowered = {_plain(word): value for word, value in table.items()}
    return Fragment(
        f"(?:{'|'.join(sources)})",
        tuple(sorted({_heads_of_word(word) for word in lowered})),
        lambda text: lowered[_plain(text)],
    )


def digits(
    source: str,
    sizes: Iterable[int],
    convert: Callable[[str], Value] = int,
    *,
    then: Iterable[str] = (),
) -> Fragment:
    """A fragment that begins with a number of one of these sizes.

    Args:
        then: what may follow it and belong to it: `.#1` for a number of one digit after a full
            stop ("2.5"), or letters ("1st").
    """
    heads = [f"#{size}{_END}" for size in sizes]
    heads += [f"#{size}{_END}{more}{_END}" for size in sizes for more in then]
    return Fragment(f"(?:{source})", tuple(heads), convert)


def either(*fragments: Fragment) -> Fragment:
    """The words of several fragments; the first that takes the whole text converts it."""
    compiled = [(re.compile(f.source, re.IGNORECASE), f.convert) for f in fragments]

    def convert(text: str) -> Value:
        return next(change for pattern, change in compiled if pattern.fullmatch(text))(text)

    return Fragment(
        f"(?:{'|'.join(f.source for f in fragments)})",
        tuple(head for f in fragments for head in f.heads),
        convert,
    )


def _alternatives(forms: Iterable[str]) -> str:
    """A pattern of any of the words, the longest that fits; what they begin with is said once."""
    tree: _Tree = {}
    for form in sorted(forms):
        node = tree
        for char in form:
            node = node.setdefault(char, {})
        node[""] = {}
    return _branches(tree)


_Tree = dict[str, "_Tree"]


def _branches(node: _Tree) -> str:
    ends = "" in node
    found = [_literal(char) + _branches(after) for char, after in node.items() if char]
    if not found:
        return ""
    if len(found) == 1 and not ends:
        return found[0]
    return f"(?:{'|'.join(found)}){'?' if ends else ''}"


def _literal(char: str) -> str:
    return _SPECIAL.get(char) or re.escape(char)


def _plain(text: str) -> str:
    text = re.sub("[\u2010\u2011]", "-", text.lower()).replace("’", "'").replace("‘", "'")
    return " ".join(text.split())


def _heads_of_word(text: str) -> str:
    if not text[0].isalpha():
        raise ValueError(f"a word of a table must begin with a letter: {text!r}")
    return "".join(char if char.isalpha() else _END for char in text.rstrip(".")) + _END


class Compiled(msgspec.Struct, frozen=True, dict=True):
    """A pattern ready for use."""

    source: str
    """Its regular expression, compiled when the first text needs it."""
    heads: Mapping[str, frozenset[str]]
    """The first words it may begin with, and for each the second ones; "" where it may end. A
    number that follows a number has the gap between them in front (see `gap_of`): `/#2`."""
    names: Mapping[str, str]
    """Capture to fragment."""

    @cached_property
    def regex(self) -> "re.Pattern[str]":
        return re.compile(self.source, re.IGNORECASE)


def compile_pattern(pattern: str, fragments: Mapping[str, Fragment]) -> Compiled:
    """Compiles a pattern of the small language.

    Raises:
        ValueError: when it is not well formed, or may begin with neither a word nor a number.
    """
    parts: list[str] = []
    names: dict[str, str] = {}
    stack: list[_Heads] = [_Heads()]
    closers: list[str] = []
    for token in re.finditer(_TOKEN, pattern):
        text = token[0]
        if text in "[(":
            parts.append("(?:")
            closers.append("]" if text == "[" else ")")
            stack.append(_Heads())
        elif text == "|" and closers:
            parts.append("|")
            stack[-1].branch()
        elif text in "])" and closers and closers.pop() == text:
            parts.append(")?" if text == "]" else ")")
            inner = stack.pop()
            inner.branch()
            if text == "]":
                inner.finished.add("")
            stack[-1].extend(inner.finished)
        elif token[1]:
            name = token[2] or token[1]
            if name in names:
                raise ValueError(f"{pattern!r} captures {name} twice")
            names[name] = token[1]
            parts.append(f"(?P<{name}>{fragments[token[1]].source})")
            stack[-1].extend(fragments[token[1]].heads)
        elif text in "[]()|":
            raise ValueError(f"{pattern!r} has a {text!r} too many")
        else:
            text = text.removeprefix("\\")
            parts.append("".join(_literal(char) for char in text))
            stack[-1].extend({_heads_of_literal(text.lower())})
    if closers:
        raise ValueError(f"{pattern!r} is not closed")
    stack[0].branch()
    heads = _beginnings(pattern, stack[0].finished)
    source = f"(?:{''.join(parts)}){_END_OF_MATCH}"
    return Compiled(source, heads, names)


def _beginnings(pattern: str, found: Iterable[str]) -> dict[str, frozenset[str]]:
    seconds: dict[str, set[str]] = {}
    for head in found:
        first, _, rest = f"{head}{_END}".partition(_END)
        if not first.strip("'") or first[0] == ANY:
            raise ValueError(f"{pattern!r} may begin with neither a word nor a number")
        second = rest.strip(_END + "'").partition(_END)[0]
        within = seconds.setdefault(first, set())
        if second[:1] == "_" and second[1:]:
            within.update((f" {second[1:]}", f"–{second[1:]}"))
        else:
            within.add("" if _is_gap(second) else second)
    return {first: frozenset(words) for first, words in seconds.items()}


@cache
def gap_of(between: str) -> str:
    """What stands between two numbers: "–" for any dash, spaces around it or not; a blank for
    white space; else the mark itself, with a blank after it if there is white space (`, `)."""
    if any(dash in between for dash in _DASHES):
        return "–"
    return between.strip() + (" " if between[-1:].isspace() else "")


def _is_gap(word: str) -> bool:
    return bool(word) and not word.strip(_GAPS)


def _heads_of_literal(text: str) -> str:
    """What a literal adds to the beginnings; an apostrophe at its end belongs to a number."""
    text = text.replace("-", "–")
    heads = "".join(
        char if char.isalpha() else f"{_END}{char}{_END}" if char in _GAPS else _END
        for char in text
    )
    if text.endswith("'"):
        return f"{heads[:-1]}'"
    return heads


class _Heads:
    """The words that the alternatives of one group may begin with, as far as read."""

    def __init__(self) -> None:
        self.finished: set[str] = set()
        self.current: set[str] = {""}

    def extend(self, heads: Iterable[str]) -> None:
        grown = set()
        for begun in self.current:
            if begun.endswith(_END) and _is_whole(begun):
                grown.add(begun)
            else:
                grown.update([_continued(begun, head) for head in heads])
        self.current = grown

    def branch(self) -> None:
        self.finished |= self.current
        self.current = {""}


def _is_whole(begun: str) -> bool:
    """Whether two words have been read, and the second is more than a gap."""
    words = [word for word in begun.split(_END) if word]
    return bool(words) and not _is_gap(words[-1]) and len(words) - _is_gap(words[0]) > 1


@cache
def _continued(begun: str, head: str) -> str:
    return _two_words(_glued(begun, head))


def _gap_in_patterns(gap: str) -> str:
    return "_" if "_" in gap else gap_of(gap)


def _glued(begun: str, head: str) -> str:
    """A number begins a word of its own; only there is an apostrophe before it part of it."""
    number = head.startswith("#")
    if begun.endswith("'") and head and not (number and begun == "'"):
        return f"{begun[:-1]}{_END}{head}"
    if number and begun and begun[-1].isalpha():
        return f"{begun}{_END}{head}"
    return begun + head


def _two_words(head: str) -> str:
    """Only the first two words, each ended once, and the gap that a number may follow."""
    kept: list[str] = []
    lead = gap = ""
    for word in head.split(_END):
        if _is_gap(word):
            gap += word
        elif word:
            if not kept:
                lead = gap
            elif gap and kept[0][0] == "#" and word[0] in "#'":
                word = _gap_in_patterns(gap) + word
            kept.append(word)
            gap = ""
    if not kept:
        return f"{_END}{gap}{_END}" if gap else _END if head else ""
    text = _END.join(kept[:2])
    if gap and len(kept) == 1 and kept[0][0] == "#":
        text += f"{_END}{gap}"
    leading = f"{_END}{lead}{_END}" if lead else _END if head.startswith(_END) else ""
    return f"{leading}{text}{_END if len(kept) > 2 or head.endswith(_END) else ''}"
