"""The runs of capitalised words in a sentence, taken apart into what may be a name.

"Defense Minister Yoav Gallant" holds one name, "Israel's Knesset" two; "Securities and Exchange
Commission" and "Ada M. Poe" are one each.
"""

from collections.abc import Iterable
from typing import NamedTuple

from generator.entries.grammar import Sentence
from generator.entries.languages import en, names_en


class Run(NamedTuple):
    """A run of capitalised words, or the part of one that is a name."""

    start: int
    end: int
    words: tuple[str, ...]
    initial: bool
    """Whether it opens a sentence, where a capital letter says nothing."""
    title: bool
    before: str
    before_tag: str
    after: str
    after_tag: str


def _countries() -> tuple[dict[str, str], frozenset[str]]:
    demonyms: dict[str, str] = {}
    countries = []
    for row in names_en.COUNTRIES_WITH_DEMONYMS:
        country, _, words = row.partition(":")
        countries.append(country)
        for word in words.split():
            for form in (word, f"{word}s"):
                demonyms.setdefault(form, country)
    for word in names_en.AMBIGUOUS_DEMONYMS:
        for form in (word, f"{word}s"):
            demonyms[form] = ""
    return demonyms, frozenset(countries)


DEMONYMS, COUNTRIES = _countries()
PLACES = frozenset(names_en.PLACES) | COUNTRIES | frozenset(names_en.PLACE_VARIANTS)
_ORGANIZATION_HEADS = frozenset(names_en.ORGANIZATION_HEADS)
_TITLES = frozenset(en.TITLES)
_ROLES = frozenset(en.PERSON_ROLES)
_ORGANIZATION_WORDS = frozenset(en.ORGANIZATION_WORDS)
_PLACE_WORDS = frozenset(en.PLACE_WORDS)
_NOT_NAMES = frozenset(en.NOT_NAMES)
_LINKS = frozenset(en.NAME_LINKS) - {"of", "the", "for", "and"}
_OF_HEADS = _ORGANIZATION_WORDS | _PLACE_WORDS | frozenset(en.NAMES_WITH_OF)
_POSSESSIVES = (*en.POSSESSIVE_ENDINGS, "'", "’")


def runs_of(sentence: Sentence) -> Iterable[Run]:
    """The runs of a sentence that may be names, in order."""
    tags, words, lowers = sentence.tags, sentence.words, sentence.lowers
    at = 0
    count = len(tags)
    while (at := tags.find("K", at)) >= 0:
        first = at
        while at < count:
            if tags[at] == "." and _is_initial(sentence, at):
                at += 1
                continue
            if tags[at] == "K":
                ends_here = words[at].endswith(_POSSESSIVES)
                at += 1
                if ends_here:
                    break
                continue
            if tags.startswith("K", at + 1) and lowers[at] in _LINKS and words[at].islower():
                at += 1
            elif _is_department(sentence, at):
                at += 2
            elif lowers[at] == en.AND and _is_joined(sentence, at):
                at += 1
            elif lowers[at] == en.OF and lowers[at - 1] in _OF_HEADS:
                step = at + 2 if tags.startswith("D", at + 1) else at + 1
                if not tags.startswith("K", step) or lowers[step] in _NOT_NAMES:
                    break
                at = step
            else:
                break
        last = at
        if last < count and lowers[last] in _ORGANIZATION_HEADS and words[last - 1] in DEMONYMS:
            last += 1
        yield from _pieces(sentence, first, last)
        at = max(last, first + 1)


def _pieces(sentence: Sentence, first: int, last: int) -> Iterable[Run]:
    """The names in a run: "Defense Minister Yoav Gallant" holds one, "Israel's Knesset" two."""
    lowers = sentence.lowers
    role = office = -1
    landmark = lowers[last - 1] in _PLACE_WORDS
    for at in range(first, last - 1):
        if landmark and lowers[at] in en.ROYAL:
            break  # "Prince William Sound"
        if lowers[at].rstrip(".") in _ROLES and _starts_person(sentence, at + 1, last):
            role = office = at
        elif _is_department(sentence, at + 1) and at + 3 <= last:
            role, office = at + 2, at
    if role >= 0:
        before = office
        while before > first and lowers[before - 1].rstrip(".") in _TITLES:
            before -= 1
        if before > first:
            yield from _piece(sentence, first, before, titled=False)
        yield from _piece(sentence, role + 1, last, titled=True)
    else:
        yield from _piece(sentence, first, last, titled=False)


def _is_joined(sentence: Sentence, at: int) -> bool:
    """Whether the "and" is part of a name: "Securities and Exchange Commission"."""
    if sentence.lowers[at - 1] not in en.FIELDS or not sentence.tags.startswith("K", at + 1):
        return False
    last = at + 1
    while sentence.tags.startswith("K", last + 1):
        last += 1
    return sentence.lowers[last] in _ORGANIZATION_WORDS


def _is_initial(sentence: Sentence, at: int) -> bool:
    """Whether the point belongs to one letter between two names: "Ada M. Poe"."""
    return (
        at > 1
        and len(sentence.words[at - 1]) == 1
        and sentence.tags[at - 2 : at] == "KK"
        and sentence.tags.startswith("K", at + 1)
    )


def _is_department(sentence: Sentence, at: int) -> bool:
    """Whether "of State" stands here, after "Secretary"."""
    lowers = sentence.lowers
    return (
        0 < at < len(lowers) - 1
        and lowers[at] == en.OF
        and lowers[at - 1] in _ROLES
        and lowers[at + 1] in en.DEPARTMENTS
        and sentence.tags[at + 1] == "K"
    )


def _starts_person(sentence: Sentence, at: int, last: int) -> bool:
    """Whether a name, and not the rest of an office ("Secretary of State"), follows a title."""
    lower = sentence.lowers[at]
    return (
        lower != en.OF
        and lower not in _ORGANIZATION_WORDS
        and lower.rstrip(".") not in _TITLES
        and sentence.words[at] not in PLACES
    )


def _piece(sentence: Sentence, first: int, last: int, *, titled: bool) -> Iterable[Run]:
    words, lowers, tags = sentence.words, sentence.lowers, sentence.tags
    while first < last and (lowers[first] in _NOT_NAMES or lowers[first] in _LINKS):
        first += 1
    while first < last and lowers[first].rstrip(".") in _ROLES and last - first > 1 and titled:
        first += 1
    while last > first and (lowers[last - 1] in _NOT_NAMES or lowers[last - 1] == en.OF):
        last -= 1
    if last - first == 1 and len(words[first]) > 3 and words[first].title() in PLACES:
        words = (*words[:first], words[first].title(), *words[last:])  # "LONDON"
    # A demonym or a direction before a person's or place's name is no part of it.
    if first >= last:
        return
    end = sentence.ends[last - 1]
    bare = words[last - 1]
    if bare.endswith(_POSSESSIVES):
        bare = bare.removesuffix("s")[:-1]
        end -= len(words[last - 1]) - len(bare)
    before = lowers[first - 1] if first else ""
    initial = all(tag in '"(-' for tag in tags[:first])
    spelt = [
        f"{word}." if tags[at + 1 : at + 2] == "." else word
        for at, word in enumerate(words[first : last - 1], first)
        if tags[at] != "."
    ]
    yield Run(
        sentence.starts[first],
        end,
        (*spelt, bare.rstrip(".") if last - first > 1 else bare),
        initial,
        titled or before.rstrip(".") in _ROLES,
        before,
        tags[first - 1] if first else "",
        lowers[last] if last < len(lowers) else "",
        tags[last] if last < len(tags) else "",
    )
