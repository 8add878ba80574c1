"""Lines that a collection repeats: the furniture of its sources, learned without a list.

News repeats sentences too: a running story's background comes back word for word in every report.
So a whole sentence is only taken for furniture when it speaks to its reader ("your inbox").
"""

import re
from collections import Counter
from collections.abc import Iterable

from generator.articles import bylines
from generator.articles.classify import key
from generator.articles.pieces import TERMINAL, clean, words_in
from generator.decoding import decode, unpack
from generator.formats import suffixes
from generator.model import Source

MIN_DOCUMENTS = 3
"""A line in this many documents is a line of their sources."""

_TO_THE_READER = re.compile(
    r"\b(?:you|your|yours|our|us|subscribe|sign up|newsletter|e-?mail|click|follow|comments?|"
    r"cookies?|copyright|all rights|advert\w*|abonne\w*|suscr\w+|assin\w+)\b|©",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_RIGHTS = re.compile(r"©|\b(?:copyright|all rights)\b", re.IGNORECASE)
_SENTENCE_WORDS = 8
_MAX_WORDS = 120


def learn(
    sources: Iterable[Source], min_documents: int = MIN_DOCUMENTS, *, encoding: str = ""
) -> frozenset[str]:
    """Keys of the lines that stand in `min_documents` of the text documents or more.

    Args:
        encoding: of documents that are not UTF-8 and do not name their own.
    """
    counts: Counter[str] = Counter()
    for source in sources:
        if source.path.lower().removesuffix(".gz").endswith(suffixes(collections_only=True)):
            continue  # Their readers know what is text.
        data, _ = unpack(source.data, source.path)
        if data.lstrip()[:1] == b"<" or data.startswith(b"---"):
            continue  # A page or a file with front matter; their readers know the body.
        text, _ = decode(data, source.path, otherwise=encoding)
        counts.update(set(_keys(text)))
    return frozenset(line for line, count in counts.items() if count >= min_documents)


def _keys(text: str) -> Iterable[str]:
    for line in text.split("\n"):
        content = clean(line)
        words = words_in(content)
        # A byline or a date may recur too, and says who wrote each of the articles, and when.
        if not content or words > _MAX_WORDS or bylines.has_prefix(content):
            continue
        if _YEAR.search(content) and not _RIGHTS.search(content):
            continue
        sentence = words >= _SENTENCE_WORDS and TERMINAL.search(content)
        if not sentence or _TO_THE_READER.search(content):
            yield key(content)
