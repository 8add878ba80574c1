"""The day that lies a stated length before another: "two weeks after the bank had failed"."""

import datetime
import re

from generator.dates import EventDate, parse_edtf

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
