"""The picture of the whole span: a histogram whose bars lead to their events.

It stays readable when the span is 3,000 years, since bars grow to decades or centuries, and when
one decade holds most of the events, since that decade is shown again below, closer.
Everything across is a percentage and everything upward a share of the height, so that the
template can draw it at any width without distorting text.
"""

from collections.abc import Callable, Iterator, Sequence
from math import sqrt

import msgspec

from generator.model import Entry
from generator.site import periods
from generator.site.strings import Strings

_MONTHS = (1, 12, 24, 60, 120, 240, 300, 600, 1200, 2400, 6000, 12000, 60000, 120000)
"""How long a bar may last, in months; longer ones are ten times as long, see `_units`."""

_MOST_BARS = 48
_MOST_BANDS = 3
_LANES = 3
_MOST_SPANS = 18
_LOWEST = 5.0
"""The height of the lowest bar, in hundredths: one event must be seen and clicked."""


class Bar(msgspec.Struct, frozen=True):
    x: float
    width: float
    height: float
    label: str
    """"1990–1999, 14 events"."""
    address: str
    tall: bool = False
    """The tallest of its band: its number is written above it."""
    count: int = 0


class Tick(msgspec.Struct, frozen=True):
    x: float
    text: str
    minor: bool
    """Left out on narrow screens."""


class Span(msgspec.Struct, frozen=True):
    """An event that lasts, or whose date is wide: a soft line under the bars."""

    x: float
    width: float
    lane: int
    label: str
    address: str
    open: bool
    soft: bool


class Band(msgspec.Struct, frozen=True):
    """One histogram; the first shows the whole span, each other a window of the one before."""

    label: str
    bars: tuple[Bar, ...]
    ticks: tuple[Tick, ...]
    spans: tuple[Span, ...]
    lanes: int
    root: bool
    """Heights follow the square root of the counts."""
    window: tuple[float, float] | None = None
    """(x, width) of what the next band shows closer."""


class Overview(msgspec.Struct, frozen=True):
    bands: tuple[Band, ...]
    days: str = ""
    """The address of the days of all events, for a reader's side that zooms; "" for none."""


def overview(
    entries: Sequence[Entry],
    locale: str,
    strings: Strings,
    period_address: Callable[[Entry], str],
    event_address: Callable[[Entry], str],
    date_text: Callable[[Entry], str],
) -> Overview | None:
    """The picture of entries in time order, or None when there are fewer than two moments.

    `period_address` gives the page of the year or month where an entry is listed.
    """
    if not entries:
        return None
    placed = [(_month(entry), entry) for entry in entries]
    first, last = min(month for month, _ in placed), max(month for month, _ in placed)
    bands: list[Band] = []
    while len(bands) < _MOST_BANDS:
        unit = next(unit for unit in _units() if _bars(first, last, unit) <= _MOST_BARS)
        inside = [(month, entry) for month, entry in placed if first <= month <= last]
        low, high = first // unit, last // unit
        bins: list[list[Entry]] = [[] for _ in range(high - low + 1)]
        for month, entry in inside:
            bins[month // unit - low].append(entry)
        closer = _window([len(members) for members in bins], unit)
        band = Band(
            label=strings.overview_close.format(period=_label(low * unit, last, 12, locale))
            if bands
            else strings.overview,
            bars=_draw(bins, low, unit, locale, strings, period_address),
            ticks=_ticks(low * unit, (high + 1) * unit, locale),
            spans=(),
            lanes=0,
            root=_is_root([len(members) for members in bins]),
        )
        spans = _spans(inside, low * unit, (high + 1) * unit, unit, event_address, date_text)
        band = msgspec.structs.replace(
            band, spans=spans, lanes=1 + max((span.lane for span in spans), default=-1)
        )
        if closer is None or len(bands) == _MOST_BANDS - 1:
            bands.append(band)
            break
        share = 100 / len(bins)
        at = (round(closer[0] * share, 2), round((closer[1] - closer[0] + 1) * share, 2))
        bands.append(msgspec.structs.replace(band, window=at))
        # A window begins and ends with a year, or with the timeline.
        first = max(first, (low + closer[0]) * unit // 12 * 12)
        last = min(last, (low + closer[1] + 1) * unit - 1)
    if len(bands) == 1 and len(bands[0].bars) < 2:
        return None
    if periods.is_right_to_left(locale):
        bands = [_mirrored(band) for band in bands]
    return Overview(tuple(bands))


def _mirrored(band: Band) -> Band:
    """The same with time from right to left."""

    def turned(x: float, width: float = 0.0) -> float:
        return round(100 - x - width, 2)

    replace = msgspec.structs.replace
    return replace(
        band,
        bars=tuple(replace(bar, x=turned(bar.x, bar.width)) for bar in band.bars),
        ticks=tuple(replace(tick, x=turned(tick.x)) for tick in band.ticks),
        spans=tuple(replace(span, x=turned(span.x, span.width)) for span in band.spans),
        window=(turned(*band.window), band.window[1]) if band.window else None,
    )


def _month(entry: Entry) -> int:
    """Months since the year 0: where an entry stands in the picture."""
    where = periods.place(entry.date)
    return where.year * 12 + max(where.month - 1, 0)


def _units() -> Iterator[int]:
    """How long a bar may last, in months, without end: dates reach to the age of the universe."""
    yield from _MONTHS
    unit = _MONTHS[-1]
    while True:
        yield from (2 * unit, 5 * unit, 10 * unit)
        unit *= 10


def _bars(first: int, last: int, unit: int) -> int:
    return last // unit - first // unit + 1


def _window(counts: Sequence[int], unit: int) -> tuple[int, int] | None:
    """The first and last of a few bars that hold most of the events, to be shown closer."""
    total, widest = sum(counts), max(1, len(counts) * 15 // 100)
    if unit <= 12 or total < 20 or len(counts) < 4:
        return None
    for share in (0.8, 0.55):
        for width in range(1, widest + 1):
            start = max(range(len(counts) - width + 1), key=lambda at: sum(counts[at : at + width]))
            if sum(counts[start : start + width]) >= share * total:
                return start, start + width - 1
    return None


def _is_root(counts: Sequence[int]) -> bool:
    filled = sorted(count for count in counts if count)
    return bool(filled) and filled[-1] > 12 * filled[len(filled) // 2]


def _draw(
    bins: Sequence[Sequence[Entry]],
    low: int,
    unit: int,
    locale: str,
    strings: Strings,
    address: Callable[[Entry], str],
) -> tuple[Bar, ...]:
    counts = [len(members) for members in bins]
    most = max(counts)
    root = _is_root(counts)
    share = 100 / len(bins)
    bars = []
    for place, members in enumerate(bins):
        if not members:
            continue
        height = sqrt(len(members) / most) if root else len(members) / most
        start = (low + place) * unit
        name = _label(start, start + unit - 1, unit, locale)
        bars.append(
            Bar(
                x=round(place * share, 2),
                width=round(share, 2),
                height=round(max(_LOWEST, 100 * height), 1),
                label=f"{name}, {strings.events(len(members))}",
                address=address(members[0]),
                tall=len(members) == most,
                count=len(members),
            )
        )
    return tuple(bars)


def _label(first: int, last: int, unit: int, locale: str) -> str:
    if unit == 1:
        return periods.month_text(first // 12, first % 12 + 1, locale)
    return periods.span_text(first // 12, last // 12, locale)


def _ticks(start: int, end: int, locale: str) -> tuple[Tick, ...]:
    """At most seven names of years, at round ones."""
    step = next(step for step in _units() if step >= 12 and (end - start) / step <= 7)
    at = list(range(-(-start // step) * step, end, step))
    if not at:
        at = [start // 12 * 12]
    return tuple(
        Tick(
            x=round(max(0, 100 * (month - start) / (end - start)), 2),
            text=periods.year_text(month // 12, locale),
            minor=len(at) > 4 and place % 2 == 1,
        )
        for place, month in enumerate(at)
    )


def _spans(
    inside: Sequence[tuple[int, Entry]],
    start: int,
    end: int,
    unit: int,
    address: Callable[[Entry], str],
    date_text: Callable[[Entry], str],
) -> tuple[Span, ...]:
    """Entries that last for three bars or more, packed into a few lanes."""
    wide = []
    for month, entry in inside:
        if entry.date.precision != "interval":
            # Known to the year alone is not the same as lasting a year.
            continue
        until = end if entry.date.latest is None else _end_month(entry)
        if entry.date.earliest is not None and until - month >= 3 * unit:
            wide.append((month, min(until, end), entry))
    wide.sort(key=lambda item: (-item[2].importance, item[0] - item[1], item[2].id))
    free = [[(end, end)] for _ in range(_LANES)]
    spans = []
    for month, until, entry in sorted(wide[:_MOST_SPANS], key=lambda item: item[0]):
        lane = next(
            (
                lane
                for lane in range(_LANES)
                if all(until <= taken[0] or month >= taken[1] for taken in free[lane])
            ),
            None,
        )
        if lane is None:
            continue
        free[lane].append((month, until))
        spans.append(
            Span(
                x=round(100 * (month - start) / (end - start), 2),
                width=round(100 * (until - month) / (end - start), 2),
                lane=lane,
                label=f"{entry.title}, {date_text(entry)}",
                address=address(entry),
                open=entry.date.latest is None,
                soft=entry.date.approximate or entry.date.uncertain,
            )
        )
    return tuple(spans)


def _end_month(entry: Entry) -> int:
    from generator.dates.gregorian import civil

    assert entry.date.latest is not None
    year, month, _ = civil(entry.date.latest)
    return year * 12 + month
