"""People, organisations and places of an article, by rules.

A run of capitalised words is a name. What it names is told by its words ("Ministry", "Bay"), by
what stands around it (a title before, "in" before, a verb of saying after), by a small table of
countries and well-known places, and by the rest of the article: a person's surname alone and an
organisation's letters stand for the full name.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Literal

import msgspec

from generator.entries import sentences as sentence_splitter
from generator.entries.grammar import Sentence, analyse
from generator.entries.languages import en, names_en
from generator.entries.name_runs import DEMONYMS, PLACES, Run, runs_of
from generator.model import Article

Kind = Literal["person", "organization", "place"]


class Name(msgspec.Struct, frozen=True):
    """Where an article names somebody or something."""

    start: int
    end: int
    """Characters of the article's text."""
    name: str
    """The full form, as the article first gives it: "Yoav Gallant" where it says "Gallant"."""
    kind: Kind
    demonym: bool = False
    """Whether the text says whose it is: "Israeli", which speaks of Israel."""


_ORGANIZATIONS = frozenset(names_en.ORGANIZATIONS)
_FIRST_NAMES = frozenset(names_en.FIRST_NAMES)
_TITLES = frozenset(en.TITLES)
_ORGANIZATION_WORDS = frozenset(en.ORGANIZATION_WORDS)
_PLACE_WORDS = frozenset(en.PLACE_WORDS)
_NOT_ALONE = frozenset(en.NOT_NAMES_ALONE)
_NOT_A_PERSON = frozenset(en.NOT_A_PERSON) | _ORGANIZATION_WORDS
_LOCATIVE = frozenset(en.LOCATIVE_NOUNS)
_PLACE_PREPOSITIONS = frozenset(en.PLACE_PREPOSITIONS)
_SAYING_FORMS = frozenset(en.SAYING_FORMS)
_LETTERS = 6
"""Letters of an abbreviation at most: "HOUSTON" is a dateline."""
_AGE = re.compile(en.AGE)
_FIGURE = re.compile(r"(?!G\d)[A-Z]?\d|[A-Z]{1,3}\d")


def find(article: Article, sentences: Sequence[Sentence] | None = None) -> tuple[Name, ...]:
    """Every name in the article's text, in order.

    `sentences` are the analysed sentences, when the caller has them already.
    """
    text = article.text
    if sentences is None:
        sentences = [analyse(text, start, end) for start, end in sentence_splitter.split(text)]
    runs = [run for sentence in sentences for run in runs_of(sentence)]
    inside = Counter(run.words for run in runs if not run.initial)
    known = {word for words in inside for word in words}
    kept = [run for run in runs if _is_name(run, inside, known)]
    kinds = _kinds([run for run in kept if len(run.words) > 1 or not _is_demonym(run)], text)
    full = _full_forms(kinds)
    found = []
    for run in kept:
        words = run.words
        country = DEMONYMS.get(words[0], "") if words[0] not in PLACES else ""
        if country:
            end = run.start + len(words[0])
            found.append(Name(run.start, end, country, "place", demonym=True))
            if len(words) == 1:
                continue
        key = full.get(words, words)
        kind = kinds.get(key)
        if kind is not None:
            found.append(Name(run.start, run.end, _written(key, kind), kind))
    return tuple(found)


def _is_demonym(run: Run) -> bool:
    return run.words[0] not in PLACES and bool(DEMONYMS.get(run.words[0]))


def within(names: Iterable[Name], start: int, end: int) -> dict[Kind, tuple[str, ...]]:
    """The names between two offsets by kind, each once, in order of mention."""
    result: dict[Kind, dict[str, None]] = {"person": {}, "organization": {}, "place": {}}
    for name in names:
        if start <= name.start and name.end <= end:
            result[name.kind].setdefault(name.name)
    return {kind: tuple(values) for kind, values in result.items()}


def place_of(word: str) -> str:
    """The country that a demonym speaks of, or "".

    >>> place_of("Israeli"), place_of("Korean")
    ('Israel', '')
    """
    return DEMONYMS.get(word, "")


def _is_name(run: Run, inside: Mapping[tuple[str, ...], int], known: set[str]) -> bool:
    words = run.words
    if all(word.lower().rstrip(".") in _TITLES for word in words):
        return False
    if len(words) == 1:
        word = words[0]
        if word in DEMONYMS and word not in PLACES:
            language = word.lower() in _NOT_ALONE  # "spoke French", but "French troops"
            return bool(DEMONYMS[word]) and (not language or run.after_tag in tuple("NKG"))
        if len(word) < 2 or _FIGURE.match(word) or word.lower() in _NOT_ALONE:
            return False
        if run.initial:
            return words in inside or word in PLACES or word in _ORGANIZATIONS or word in known
    return any(word[:1].isupper() or word[:3].lower() == "al-" for word in words)


def _kinds(runs: Sequence[Run], text: str) -> dict[tuple[str, ...], Kind]:
    """What each name names: sure signs first, then the weight of the places it stands in."""
    scores: dict[tuple[str, ...], dict[Kind, int]] = {}
    for run in runs:
        score = scores.setdefault(run.words, defaultdict(int))
        sure = _by_words(run.words)
        if sure is not None:
            score[sure] += 10
        if run.title:
            score["person"] += 8
        if len(run.words) >= 2 and _is_first_name(run.words[0]):
            score["person"] += 6
        if run.before in _PLACE_PREPOSITIONS and run.before_tag != "T":
            score["place"] += 2 if run.before == en.IN else 1
        if run.before == en.OF and _locative_before(text, run.start):
            score["place"] += 4
        if run.after_tag == "," and _locative_after(text, run.end):
            score["place"] += 4
        if run.after in _SAYING_FORMS or run.before in _SAYING_FORMS:
            if len(run.words) in (2, 3):
                score["person"] += 4
            else:
                score["organization"] += 1
        if len(run.words) > 1 and _AGE.match(text, run.end):
            score["person"] += 6
        if (
            len(run.words) in (2, 3)
            and run.before_tag == "N"
            and run.before.endswith(en.AGENT_ENDINGS)
        ):
            score["person"] += 3
        if run.after_tag == "R" and run.after in en.WHO:
            score["person"] += 3
        if run.before_tag == "D" and run.before == en.THE and len(run.words) > 1:
            score["organization"] += 1
        if len(run.words) == 1 and run.words[0].isupper() and 2 <= len(run.words[0]) <= _LETTERS:
            score["organization"] += 3
    surnames = {words[-1] for words, score in scores.items() if len(words) > 1}
    kinds: dict[tuple[str, ...], Kind] = {}
    for words, score in scores.items():
        if len(words) == 2 and (words[-1],) in scores and words[0] not in DEMONYMS:
            score["person"] += 2
        if any(word.lower() in _NOT_A_PERSON for word in words):
            score.pop("person", None)
        if not score:
            continue
        kind, weight = max(score.items(), key=lambda item: (item[1], item[0]))
        if weight >= (4 if kind == "person" else 2) or (
            kind == "organization" and len(words) > 1 and weight >= 2
        ):
            if len(words) == 1 and kind == "person" and words[0] not in surnames and weight < 8:
                continue
            kinds[words] = kind
    return kinds


def _is_first_name(word: str) -> bool:
    return word not in names_en.PLACE_VARIANTS and (
        word.lower() in _FIRST_NAMES or re.fullmatch(r"[A-Z]\.?|(?:[A-Z]\.){2}", word) is not None
    )


def _by_words(words: tuple[str, ...]) -> Kind | None:
    """What a name's own words say it is, or None."""
    name = " ".join(words)
    if name in _ORGANIZATIONS:
        return "organization"
    if name in PLACES:
        return "place"
    last = words[-1].lower()
    if len(words) > 1:
        if last in _ORGANIZATION_WORDS or words[-1] in _ORGANIZATIONS:
            return "organization"
        if last in _PLACE_WORDS or words[0].lower() in en.PLACE_PREFIXES:
            return "place"
        of = next((at for at, word in enumerate(words) if word == en.OF), 0)
        if of and words[of - 1].lower() in _ORGANIZATION_WORDS:
            return "organization"
        if of and words[of - 1].lower() in _PLACE_WORDS:
            return "place"
        if any(word.lower() in _ORGANIZATION_WORDS for word in words[1:]) and not _is_first_name(
            words[0]
        ):
            return "organization"
        if words[0].lower() in _ORGANIZATION_WORDS and not of:
            return "organization"
    return None


def _locative_before(text: str, start: int) -> bool:
    """Whether "city of", "refugee camp of" stands before."""
    words = text[max(0, start - 24) : start].lower().split()
    return len(words) >= 2 and words[-2] in _LOCATIVE


def _locative_after(text: str, end: int) -> bool:
    """Whether ", a city" stands after."""
    words = re.findall(r"\w+", text[end : end + 48].lower())[:5]
    return len(words) > 1 and words[0] in ("a", "the", "an") and any(w in _LOCATIVE for w in words)


def _full_forms(kinds: Mapping[tuple[str, ...], Kind]) -> dict[tuple[str, ...], tuple[str, ...]]:
    """Short form → full form, where only one name of the article fits."""
    owners: dict[tuple[str, ...], set[tuple[str, ...]]] = {}
    for words, kind in kinds.items():
        if kind == "person" and len(words) > 1:
            owners.setdefault((words[-1],), set()).add(words)
            if words[-1].lower() in en.NAME_SUFFIXES and len(words) > 2:
                owners.setdefault((words[-2],), set()).add(words)
            if len(words) > 2:
                owners.setdefault((words[0], words[-1]), set()).add(words)
        elif kind == "organization" and len(words) > 1:
            letters = "".join(word[0] for word in words if word[:1].isupper())
            if len(letters) > 1:
                owners.setdefault((letters,), set()).add(words)
                owners.setdefault((".".join(letters) + ".",), set()).add(words)
    full = {}
    for short, names in owners.items():
        if len(names) == 1 and kinds.get(short) != "place":
            (full[short],) = names
    return full


def _written(words: tuple[str, ...], kind: Kind) -> str:
    name = " ".join(words)
    if kind == "place":
        return names_en.PLACE_VARIANTS.get(name, name)
    return name


def key(name: str) -> str:
    """What two spellings of one name share: "U.S. Senate" and "the US Senate" give "us senate"."""
    words = []
    for word in name.replace("’", "'").split():
        lower = word.lower().removesuffix("'s").strip(",;")
        lower = names_en.WORD_VARIANTS.get(lower, lower.rstrip("."))
        words.append(lower.replace("-", ""))
    if words and words[0] == en.THE:
        words = words[1:]
    if len(words) > 1 and words[-1] in en.COMPANY_FORMS:
        words = words[:-1]
    return " ".join(words)


def fold(counts: Mapping[str, int]) -> dict[str, str]:
    """Each name of a whole site → the spelling to show for it.

    Spellings that differ in points, case, hyphens, an article or British and American letters are
    one name: the most frequent one is shown, of equals the longest, then the first in the alphabet.

    >>> fold({"US Senate": 3, "U.S. Senate": 1})
    {'U.S. Senate': 'US Senate', 'US Senate': 'US Senate'}
    """
    groups: dict[str, list[str]] = {}
    for name in sorted(counts):
        groups.setdefault(key(names_en.PLACE_VARIANTS.get(name, name)), []).append(name)
    chosen = {}
    for names in groups.values():
        best = min(names, key=lambda name: (-counts[name], -len(name), name))
        for name in names:
            chosen[name] = best
    return dict(sorted(chosen.items()))
