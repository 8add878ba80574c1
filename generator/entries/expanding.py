"""A bare noun in a title filled out from the headline: "the coordination" of what, with whom."""

import re

from generator.entries.grammar import Sentence, analyse
from generator.entries.inflection import VERB_TAGS
from generator.entries.languages import en
from generator.entries.shortening import TITLE_LENGTH
from generator.entries.verb_groups import finite_groups

_MOST = re.compile(en.SUPERLATIVE_WORD)
"""The largest of its kind in the headline need not be the one of the sentence."""


def phrases(headline: str) -> dict[str, str]:
    """Noun → the phrase that it heads in the headline, with what stands before and after it.

    >>> phrases("Marn ends its fishing pact with Velmar")
    {'pact': 'fishing pact with Velmar'}
    """
    sentence = analyse(headline, 0, len(headline))
    verbs = {at for first, last, _ in finite_groups(sentence) for at in range(first, last)}
    found: dict[str, str] = {}
    for at, tag in enumerate(sentence.tags):
        if tag != "N" or at in verbs or sentence.tags.startswith(("N", "K"), at + 1):
            continue
        phrase = _phrase(sentence, at, verbs)
        if any(word in VERB_TAGS for word in phrase.split()[:-1]):
            continue  # "Ferry hits bridge": of such words one may be the headline's verb
        if phrase != sentence.words[at] and not _MOST.match(phrase):
            found[sentence.lowers[at]] = phrase
    return found


def _phrase(sentence: Sentence, at: int, verbs: set[int]) -> str:
    tags = sentence.tags
    first, last = at, at + 1
    while first and tags[first - 1] == "N" and first - 1 not in verbs:
        first -= 1
    if first > 1 and tags[first - 2 : first] == "DG":
        first -= 1
    after = re.compile("PD?K+").match(tags, last)
    if after:
        last = after.end()
    return " ".join(sentence.words[first:last])


def expand(title: str, known: dict[str, str]) -> str:
    """`title` with its bare subject or object filled out, when that still fits.

    >>> expand("The pact ended", {"pact": "fishing pact with Velmar"})
    'The fishing pact with Velmar ended'
    """
    for noun, phrase in known.items():
        subject = re.match(rf"(The )?{re.escape(noun)}(?= [a-z]+)", title, re.IGNORECASE)
        if subject:
            article = subject[1] or ""
            full = phrase if article else phrase[0].upper() + phrase[1:]
            longer = f"{article}{full}{title[subject.end() :]}"
        else:
            start = title.removesuffix(noun)
            whole = start != title and start.endswith(" the ")
            longer = f"{start}{phrase}" if whole else title
        if longer != title and len(longer) <= TITLE_LENGTH and phrase.lower() not in title.lower():
            return longer
    return title
