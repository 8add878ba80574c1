"""Dates as people write them: kept as exact as they are, found in texts, and shown well.

To read EDTF is all that most programs need, so what finds dates in texts, reads words and shows
dates is imported when it is first asked for.
"""

from importlib import import_module
from typing import TYPE_CHECKING

from generator.dates.edtf import parse_edtf
from generator.dates.event_date import DateError, EventDate, Precision, day
from generator.dates.timex import Mention, TimexType, timexes

if TYPE_CHECKING:
    from generator.dates.show import (
        format_date,
        format_month,
        format_month_day,
        html_datetime,
    )
    from generator.dates.tagger import explain_mode, tag
    from generator.dates.words import DateOrder, read_date

__all__ = [
    "DateError",
    "DateOrder",
    "EventDate",
    "Mention",
    "Precision",
    "TimexType",
    "day",
    "explain_mode",
    "format_date",
    "format_month",
    "format_month_day",
    "html_datetime",
    "parse_edtf",
    "read_date",
    "tag",
    "timexes",
]

_WHEN_ASKED_FOR = {
    "DateOrder": "words",
    "explain_mode": "tagger",
    "format_date": "show",
    "format_month": "show",
    "format_month_day": "show",
    "html_datetime": "show",
    "read_date": "words",
    "tag": "tagger",
}


def __getattr__(name: str) -> object:
    module = _WHEN_ASKED_FOR.get(name)
    if module is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found: object = getattr(import_module(f"{__name__}.{module}"), name)
    globals()[name] = found
    return found
