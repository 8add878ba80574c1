"""The picture of one event between its background and what followed: arcs over a line of time.

The line is to scale, but for moments that would lie on each other: these are moved apart.
"""

from collections.abc import Callable, Sequence
from math import sqrt

import msgspec

from generator.model import Entry
from generator.site import periods

_MOST = 9
"""Of each side: more arcs than these are a blur."""

_GAP = 3.4
"""Between two moments, in hundredths of the width."""

_LEFT, _RIGHT = 2.0, 98.0
_HEIGHT = 78


class Moment(msgspec.Struct, frozen=True):
    x: float
    """Hundredths of the width."""
    side: str
    """"before", "this" or "after"."""
    year: str
    height: float
    """Of the arc to this event, in the picture's units: farther is higher."""
    title: str
    address: str
    label: bool
    """Whether the year is written below: not where it would stand on another."""


class Storyline(msgspec.Struct, frozen=True):
    moments: tuple[Moment, ...]
    this: float


def storyline(
    before: Sequence[Entry],
    entry: Entry,
    after: Sequence[Entry],
    locale: str,
    address: Callable[[Entry], str],
) -> Storyline | None:
    """The picture, or None when there is nothing before and nothing after.

    `before` and `after` are in time order; the nearest of each are shown.
    """
    if not before and not after:
        return None
    chosen = [
        *((item, "before") for item in before[-_MOST:]),
        (entry, "this"),
        *((item, "after") for item in after[:_MOST]),
    ]
    days = [_day(item) for item, _ in chosen]
    days = [max(days[: place + 1]) for place in range(len(days))]
    length = (days[-1] - days[0]) or 1
    ideal = [_LEFT + (_RIGHT - _LEFT) * (day - days[0]) / length for day in days]
    places = _apart(ideal)
    moments = []
    last_label = -100.0
    this = next(x for x, (_, side) in zip(places, chosen, strict=True) if side == "this")
    farthest = max(abs(x - this) for x in places)
    seen: set[str] = set()
    for x, (item, side) in zip(places, chosen, strict=True):
        year = periods.year_text(item.date.year, locale)
        room = x - last_label >= 13 and (side == "this" or abs(x - this) >= 13)
        label = room and (side == "this" or year not in seen)
        if label:
            last_label = x
            seen.add(year)
        moments.append(
            Moment(
                x=round(x, 2),
                side=side,
                year=year,
                height=round(_HEIGHT * sqrt(abs(x - this) / farthest), 1),
                title=f"{year}: {item.title}",
                address=address(item),
                label=label,
            )
        )
    if periods.is_right_to_left(locale):
        moments = [
            msgspec.structs.replace(moment, x=round(100 - moment.x, 2)) for moment in moments
        ]
        this = 100 - this
    return Storyline(moments=tuple(moments), this=round(this, 2))


def _day(entry: Entry) -> int:
    date = entry.date
    return date.earliest if date.earliest is not None else (date.latest or 0)


def _apart(ideal: Sequence[float]) -> list[float]:
    """The ascending positions nearest to `ideal` that keep the gap, within the line."""
    gap = min(_GAP, (_RIGHT - _LEFT) / max(1, len(ideal) - 1))
    places: list[float] = []
    for x in ideal:
        places.append(max(x, places[-1] + gap) if places else x)
    limit = _RIGHT
    for place in range(len(places) - 1, -1, -1):
        places[place] = min(places[place], limit)
        limit = places[place] - gap
    return places
