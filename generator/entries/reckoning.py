"""Dates worked out from two others: "two weeks after the bank failed", "on Monday and Tuesday"."""

import datetime
import re

from generator.dates import EventDate, Mention, parse_edtf

_LENGTH = re.compile(r"P(\d{1,4})([DWMY])")


def before(day: EventDate | None, length: str) -> EventDate | None:
    """The date a TIMEX3 length ("P1D", "P2W", "P3Y") before `day`, as exact as the length is.

    Weeks are counted in days and give an approximate day.

    >>> before(parse_edtf("2019-03-14"), "P2W").edtf
    '2019-02-28~'
    """
    matched = _LENGTH.fullmatch(length)
    if day is None or day.earliest is None or matched is None or day.earliest < 1:
        return None
    number, unit = int(matched[1]), matched[2]
    if unit in "DW":
        ordinal = day.earliest - number * (7 if unit == "W" else 1)
        if ordinal < 1:
            return None
        text = datetime.date.fromordinal(ordinal).isoformat()
        return parse_edtf(f"{text}~" if unit == "W" else text)
    from_day = datetime.date.fromordinal(day.earliest)
    months = from_day.year * 12 + from_day.month - 1 - number * (12 if unit == "Y" else 1)
    if months < 12:
        return None
    year, month = divmod(months, 12)
    return parse_edtf(f"{year:04}" if unit == "Y" else f"{year:04}-{month + 1:02}")


def joined(first: Mention, second: Mention, text: str) -> Mention | None:
    """The days from `first` to `second` as one expression, when both are days of one week.

    The later of two weekdays follows the earlier, whatever each would mean alone.
    """
    if first.date is None or second.date is None:
        return None
    if first.date.precision != "day" or second.date.precision != "day":
        return None
    begin, end = first.date.earliest, second.date.earliest
    if begin is None or end is None or begin < 1 or any(c.isdigit() for c in second.text):
        return None
    end = begin + (end - begin) % 7
    if end == begin:
        return None
    days = [datetime.date.fromordinal(day).isoformat() for day in (begin, end)]
    return Mention(
        first.start,
        second.end,
        text,
        "DATE",
        "/".join(days),
        parse_edtf("/".join(days)),
        first.rule,
        first.reason,
    )
