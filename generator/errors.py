"""What is wrong with an input, where, and how to mend it.

A `Problem` is data first and text last: steps return problems beside their results, so that one
pass can collect them all; `BackstoryError` carries the ones that nothing can go on without.
"""

from collections.abc import Iterable
from difflib import get_close_matches
from typing import Literal

import msgspec

Severity = Literal["error", "warning"]


class Problem(msgspec.Struct, frozen=True, order=True):
    """One thing wrong in one place of an input."""

    path: str
    """The input, relative to the site's folder, with forward slashes."""
    line: int
    """1-based; 0 when the problem is the whole file's."""
    column: int
    """1-based, in characters; 0 when unknown."""
    message: str
    """What is wrong and what was expected."""
    hint: str = ""
    """How to mend it."""
    severity: Severity = "error"
    passing: bool = False
    """It came of the moment, not of the input alone: what it spoilt is tried again next time."""

    def __str__(self) -> str:
        place = ":".join(str(part) for part in (self.path, self.line, self.column) if part)
        text = (
            f"{place}: {self.message}"
            if self.severity == "error"
            else (f"{place}: warning: {self.message}")
        )
        return f"{text} ({self.hint})" if self.hint else text


class BackstoryError(Exception):
    """Raised where the input is at fault; `cli` prints every problem and exits 1."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(problems))
        super().__init__("\n".join(str(problem) for problem in self.problems))


def did_you_mean(name: str, known: Iterable[str]) -> str:
    """A hint that names the known word nearest to `name`, or "" when none is near.

    >>> did_you_mean("tittle", ["title", "date"])
    'did you mean "title"?'
    """
    near = get_close_matches(name.lower(), list(known), n=1, cutoff=0.6)
    return f'did you mean "{near[0]}"?' if near else ""
