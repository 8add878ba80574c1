"""English words for the parts of a date, and what they mean."""

import re
from collections.abc import Mapping

from generator.dates.pattern import ANY, Fragment, Value, digits, either, words


def _listed(names: str) -> list[str]:
    return names.split()


_MONTHS = _listed(
    "January February March April May June July August September October November December"
)
_SHORT_MONTHS = {
    "Jan": 1, "Feb": 2, "Mar": 3, "Apr": 4, "Jun": 6, "Jul": 7, "Aug": 8, "Sep": 9, "Sept": 9,
    "Oct": 10, "Nov": 11, "Dec": 12,
}  # fmt: skip
_WEEKDAYS = _listed("Monday Tuesday Wednesday Thursday Friday Saturday Sunday")
_SHORT_WEEKDAYS = {
    "Mon": 1, "Tue": 2, "Tues": 2, "Wed": 3, "Thu": 4, "Thur": 4, "Thurs": 4, "Fri": 5, "Sat": 6,
    "Sun": 7,
}  # fmt: skip

_ONES = _listed(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen"
)
_TENS = _listed("twenty thirty forty fifty sixty seventy eighty ninety")
_ORDINALS = _listed(
    "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth "
    "thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth"
)
_ORDINAL_TENS = _listed("twentieth thirtieth fortieth fiftieth sixtieth seventieth")

UNITS: dict[str, str] = {
    "day": "day", "week": "week", "fortnight": "fortnight", "weekend": "weekend",
    "month": "month", "quarter": "quarter", "semester": "half", "year": "year",
    "decade": "decade", "century": "century", "millennium": "millennium",
}  # fmt: skip
"""Calendar units by their singular."""

_PLURALS = {"century": "centuries", "millennium": "millennia"}

LETTERS = {
    "second": "TS", "minute": "TM", "hour": "TH", "day": "D", "weekend": "WE", "week": "W",
    "month": "M", "quarter": "Q", "half": "H", "year": "Y", "decade": "DE", "century": "CE",
    "millennium": "ML", "fortnight": "FN",
}  # fmt: skip
"""TIMEX3's letters of duration."""


def _month_words() -> dict[str, Value]:
    table: dict[str, Value] = {name: at + 1 for at, name in enumerate(_MONTHS)}
    for name, number in _SHORT_MONTHS.items():
        table[name] = number
        table[f"{name}."] = number
    lower = _listed("january february april june july september october november december")
    for name in lower:
        table[name] = table.pop(name.capitalize())
    return table


def _weekday_words() -> dict[str, Value]:
    table: dict[str, Value] = {name.lower(): at + 1 for at, name in enumerate(_WEEKDAYS)}
    for name, number in _SHORT_WEEKDAYS.items():
        table[name] = number
        table[f"{name}."] = number
    return table


def _cardinals() -> dict[str, Value]:
    table: dict[str, Value] = {name: at for at, name in enumerate(_ONES) if at}
    for at, ten in enumerate(_TENS, start=2):
        table[ten] = 10 * at
        for one, name in enumerate(_ONES[1:10], start=1):
            table[f"{ten}-{name}"] = table[f"{ten} {name}"] = 10 * at + one
    for at, name in enumerate(_ONES[1:10], start=1):
        table[f"{name} hundred"] = 100 * at
    return {
        **table,
        "a hundred": 100, "hundred": 100, "a thousand": 1000, "a dozen": 12, "dozen": 12,
        "two dozen": 24,
    }  # fmt: skip


def _ordinal_words() -> dict[str, Value]:
    table: dict[str, Value] = {name: at for at, name in enumerate(_ORDINALS) if at}
    for at, ten in enumerate(_ORDINAL_TENS, start=2):
        table[ten] = 10 * at
        for one, name in enumerate(_ORDINALS[1:10], start=1):
            table[f"{_TENS[at - 2]}-{name}"] = table[f"{_TENS[at - 2]} {name}"] = 10 * at + one
    return table


def _number_in(text: str) -> int:
    found = re.search(r"\d+", text)
    return int(found[0]) if found else 0


def _decimal(text: str) -> float:
    """ "2.5", "1,000", "5 1/2"."""
    whole, _, half = text.replace(",", "").partition(" ")
    return float(whole) + (0.5 if half == "1/2" else 0.25 if half == "1/4" else 0.0)


_TH = ("st", "nd", "rd", "th")
_CARDINAL = words(_cardinals())
_ORDINAL_WORD = words(_ordinal_words())
_ORDINAL_FIGURE = digits(r"\d{1,2}(?:st|nd|rd|th)", (1, 2), _number_in, then=_TH)

_PARTS = {
    "morning": "MO", "mornings": "MO", "afternoon": "AF", "afternoons": "AF", "evening": "EV",
    "evenings": "EV", "night": "NI", "nights": "NI", "dawn": "MO", "dusk": "EV",
}  # fmt: skip

_DIRECTIONS: dict[str, Value] = {
    "last": -1, "past": -1, "previous": -1, "next": 1, "coming": 1, "upcoming": 1,
    "this": 0, "current": 0, "this past": -1, "this coming": 1, "the coming": 1, "the current": 0,
    "this last": -1, "the last": -1, "the past": -1,
}  # fmt: skip

_DECADES: dict[str, Value] = {
    "twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60,
    "seventies": 70, "eighties": 80, "nineties": 90,
}  # fmt: skip

_YEAR_WORDS: Mapping[str, Value] = {
    f"{century} {number}": hundreds + at
    for century, hundreds in (("nineteen", 1900), ("eighteen", 1800), ("seventeen", 1700))
    for number, at in _cardinals().items()
    if isinstance(at, int) and 10 <= at < 100 and "dozen" not in number
} | {"two thousand": 2000} | {
    f"two thousand {join}{name}": 2000 + at
    for join in ("", "and ") for at, name in enumerate(_ONES) if at
}  # fmt: skip

_ROMAN: dict[str, Value] = {
    "I": 1, "II": 2, "III": 3, "IV": 4, "V": 5, "VI": 6, "VII": 7, "VIII": 8, "IX": 9, "X": 10,
    "XI": 11, "XII": 12, "XIII": 13, "XIV": 14, "XV": 15, "XVI": 16, "XVII": 17, "XVIII": 18,
    "XIX": 19, "XX": 20, "XXI": 21,
}  # fmt: skip

_ZONES: dict[str, Value] = {
    "UTC": "Z", "GMT": "Z", "Z": "Z", "EST": "-05", "EDT": "-04", "CST": "-06", "CDT": "-05",
    "MST": "-07", "MDT": "-06", "PST": "-08", "PDT": "-07", "CET": "+01", "CEST": "+02",
    "BST": "+01", "JST": "+09", "SGT": "+08", "HKT": "+08", "AEST": "+10", "ET": "", "PT": "",
    "local time": "", "Eastern": "", "Pacific": "", "eastern time": "", "pacific time": "",
}  # fmt: skip

FRAGMENTS: dict[str, Fragment] = {
    "month": words(_month_words()),
    "weekday": words(_weekday_words()),
    "weekdays": words({f"{name.lower()}s": at + 1 for at, name in enumerate(_WEEKDAYS)}),
    "day": digits(r"(?:0?[1-9]|[12]\d|3[01])(?!\d)", (1, 2)),
    "nth": either(
        digits(r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)", (1, 2), _number_in, then=_TH),
        _ORDINAL_WORD
    ),
    "year": digits(r"(?:1\d|20)\d\d(?!\d)", (4,)),
    "anyyear": digits(r"[1-9](?:\d{0,5}|\d{0,2},\d{3})(?!\d)", (1, 2, 3, 4, 5, 6), then=(",#3",)),
    "yearwords": words(_YEAR_WORDS),
    "yy": digits(r"\d\d(?!\d)", (2,)),
    "dd": digits(r"\d\d(?!\d)", (2,)),
    "mm": digits(r"(?:0?[1-9]|1[0-2])(?!\d)", (1, 2)),
    "isomm": digits(r"(?:0[1-9]|1[0-2])(?!\d)", (2,)),
    "isodd": digits(r"(?:0[1-9]|[12]\d|3[01])(?!\d)", (2,)),
    "decade": digits(r"(?:1\d|20)\d0(?!\d)", (4,)),
    "tens": digits(r"[1-9]0(?!\d)", (2,)),
    "decadeword": words(_DECADES),
    "n": either(
        digits(
            r"\d{1,3}(?:,\d{3}){1,3}(?!\d)|\d{1,4}(?:\.\d{1,2})?(?: ?1/[24])?(?!\d|[.,:/]\d)",
            (1, 2, 3, 4),
            _decimal,
            then=(".#1", ".#2", ",#3", "/#1"),
        ),
        _CARDINAL,
    ),
    "ordinal": either(_ORDINAL_FIGURE, _ORDINAL_WORD),
    "roman": words(_ROMAN),
    "unit": words(dict(UNITS)),
    "units": words({_PLURALS.get(word, f"{word}s"): unit for word, unit in UNITS.items()}),
    "small": words({"second": "second", "minute": "minute", "hour": "hour"}),
    "smalls": words(
        {"seconds": "second", "minutes": "minute", "mins": "minute", "hours": "hour", "hrs": "hour"}
    ),
    "shortunits": words({"yrs": "year", "yr": "year", "wks": "week", "mos": "month"}),
    "season": words(
        {"spring": 0, "summer": 1, "autumn": 2, "fall": 2, "winter": 3, "springtime": 0,
         "summertime": 1, "wintertime": 3}
    ),
    "part": words(dict(_PARTS)),
    "turn": words(_DIRECTIONS),
    "qn": digits(r"[1-4](?!\d)", (1,)),
    "hour": digits(r"(?:[01]?\d|2[0-3])(?!\d)", (1, 2)),
    "hourword": words({name: at for at, name in enumerate(_ONES) if 1 <= at <= 12}),
    "minute": digits(r"[0-5]\d(?!\d)", (2,)),
    "hhmm": digits(r"(?:[01]\d|2[0-3])[0-5]\d(?!\d)", (4,)),
    "ampm": words({form: form[0] for form in ("am", "pm", "a.m.", "p.m.", "a.m", "p.m")}),
    "zone": words(_ZONES),
    "isozone": Fragment(
        r"(?:\.\d{1,6})?(?:Z|[+-]\d\d:?\d\d)", (ANY,), lambda text: re.sub(r"^\.\d+", "", text)
    ),
    "era": words(
        {"BC": "b", "BCE": "b", "B.C.": "b", "B.C.E.": "b", "B.C": "b", "AD": "a", "CE": "a",
         "A.D.": "a", "C.E.": "a", "A.D": "a"}
    ),
}  # fmt: skip
