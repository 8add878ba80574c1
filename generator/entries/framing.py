"""Sentences that frame what they say, so that nothing in them has happened.

A caption says what a picture shows, a novel what its author made up, a supposition what might have
been; and some lines belong to the web page. None of them puts an event on a timeline.
"""

import re

from generator.entries.languages import layout_en as words

_FRAMES = re.compile(
    "|".join(
        pattern.removeprefix("(?i)")
        for pattern in (
            words.CAPTION_MARKS,
            words.BOILERPLATE_MARKS,
            words.FICTION,
            words.HYPOTHESES,
        )
    ),
    re.IGNORECASE,
)


def tells_nothing(sentence: str) -> bool:
    """Whether the sentence speaks of a picture, a fiction, a supposition or the page itself.

    >>> tells_nothing("In the novel, Ada Poe kills the mayor.")
    True
    """
    return _FRAMES.search(sentence) is not None
