"""Which of two entries came first, as far as their dates say."""

import math

from generator.model import Entry


def precedes(earlier: Entry, later: Entry) -> bool:
    """Whether `earlier` surely began before `later` did.

    An interval is placed by its start ("since 1967" precedes 1993); of any other inexact date
    the last possible day must lie before: "in 2023" does not surely precede 26 January 2023.
    """
    start = later.date.earliest
    return earlier.id != later.id and start is not None and end(earlier) < start


def end(entry: Entry) -> float:
    """The day after whose end an entry surely has begun, as an ordinal; infinite when unknown."""
    date = entry.date
    if date.precision == "interval" and date.earliest is not None:
        return date.earliest
    return math.inf if date.latest is None else date.latest
