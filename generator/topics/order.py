"""Which of two entries came first, as far as their dates say."""

from generator.model import Entry


def precedes(earlier: Entry, later: Entry) -> bool:
    """Whether `earlier` surely began before `later` did.

    An interval is placed by its start ("since 1967" precedes 1993); of any other inexact date
    the last possible day must lie before: "in 2023" does not surely precede 26 January 2023.
    """
    start = later.date.earliest
    if earlier.id == later.id or start is None:
        return False
    if earlier.date.precision == "interval" and earlier.date.earliest is not None:
        return earlier.date.earliest < start
    return earlier.date.latest is not None and earlier.date.latest < start
