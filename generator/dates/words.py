"""Reads a date as an editor types it: EDTF, figures, or words.

The words around a date ("circa", "between") are a language's `Written`; the date itself is read by
the rules that find dates in texts, so that an editor may write what an article may.
"""

import re
from typing import Literal, NamedTuple

from generator.dates.edtf import parse_edtf
from generator.dates.event_date import DateError, EventDate, day
from generator.dates.gregorian import civil, week_start, weekday
from generator.dates.languages import LANGUAGES, load
from generator.dates.rules import Written
from generator.dates.tagger import tag
from generator.dates.values import beside, day_value

DateOrder = Literal["dmy", "mdy"]

_EXAMPLES = "for example 26 January 2023, May 2020, 1850~, circa 1850, 44 BC or 1967/.."
# Patterns that are compiled when first used: most runs read EDTF alone.
_WEEK = r"(?i)(\d{4})-?W(\d{1,2})"
_FIGURES = r"(\d{1,4})([./-])(\d{1,2})\2(\d{1,4})"
_STAMP = r"(\d{4}-\d\d-\d\d)[T ,]\s*(\d{1,2}:\d\d)(:\d\d)?(?:\.\d+)?\s*(Z|[+-]\d\d(?::?\d\d)?)?"
_TWO_YEARS = r"(\d{4})[-–/](\d{2}|\d{4})"
_NO_SUCH_DAY = (
    r"(?:\d{1,2}(?:st|nd|rd|th)?\s+(?:of\s+)?[^\W\d]+|[^\W\d]+\s+\d{1,2}(?:st|nd|rd|th)?),?\s+\d{4}"
)
_YEAR_FIRST = r"(\d{4}),?\s+([^\W\d_]{3,9}\.?)(?:\s+(\d{1,2})(?:st|nd|rd|th)?)?"
_PART_LAST = r"(?i)(\d{4})[-/ ]?([QH][1-4])|([QH][1-4])[-/]?(\d{4})"
_MONTH_FIGURES = r"(?:(\d{1,2})[/.](\d{4})|(\d{4})[/.](\d{1,2}))"
_DASHED = r"(\d{1,2})-([^\W\d_]{3,9})-(\d{4})"
_TWO_STYLES = r"(\d{4})/(\d)"
_DECIMAL = r"\d{4}\.\d"
_CLOCK_FIRST = r"(?i)(\d{1,2}:\d\d),?\s(.+)"
_CLOCK_LAST = r"(\d{1,2}:\d\d)(:\d\d)?\s?(Z|GMT|UTC|[+-]\d\d:?\d\d)?"
_LONG_AGO = r"(?i)(?:about\s|some\s|over\s)?(\d+(?:\.\d+)?)\s(thousand|million|billion)\syears\sago"
_ZEROS = {"thousand": 3, "million": 6, "billion": 9}
_PARTS = {"early": (0, 3), "middle": (4, 6), "late": (7, 9), "first": (0, 4), "second": (5, 9)}
_MONTHS_OF_PART = {"early": (1, 4), "middle": (5, 8), "late": (9, 12)}
_DAYS_OF_PART = {
    "early": (1, 10), "middle": (11, 20), "late": (21, 31), "first": (1, 15), "second": (16, 31)
}  # fmt: skip
_MAX_LENGTH = 200


_DEEPEST = 3
"""How many words such as "about" and "between" may stand one within another."""


class _How(NamedTuple):
    """How a text is read: the order of figures, and how deep within another text it stands."""

    order: DateOrder | None
    language: str
    depth: int = 0

    @property
    def written(self) -> Written:
        return load(self.language).written


def read_date(text: str, *, date_order: DateOrder | None = None, language: str = "en") -> EventDate:
    """The date that an editor wrote: EDTF, figures, or words in any case of letters.

    Words are those of the language, if the tagger has a table for it, and English.

    Two ends with a dash or a slash between them are an interval ("3–5 May 2021", "Autumn/Winter
    2020"), with "and" a set of both, with "or" one of them; a fiscal year is about that year, as it
    may begin in any month.

    Args:
        text: at most 200 characters; spaces around it do not count.
        date_order: how to read figures such as 3/4/2023; without it they are refused.
        language: an ISO 639 code; a region is passed over.

    Raises:
        DateError: when it is no date, or two; the hint says what to write.
    """
    text = " ".join(text.split())
    if not text:
        raise DateError("the date is empty", _EXAMPLES)
    if len(text) > _MAX_LENGTH:
        raise DateError("the date is too long", _EXAMPLES)
    try:
        return parse_edtf(text)
    except DateError as error:
        from_edtf = error
    own = language.lower().replace("_", "-").partition("-")[0]
    for code in dict.fromkeys((own, "en")):
        if code in LANGUAGES:
            found = _read(text, _How(date_order, code))
            if found is not None:
                _check_weekday(text, found, code)
                return found
    raise _refusal(text, from_edtf, _How(date_order, own if own in LANGUAGES else "en"))


def _check_weekday(text: str, date: EventDate, language: str) -> None:
    """Raises DateError when a day is written with the name of another weekday."""
    fragment = load(language).fragments["weekday"]
    named = re.match(rf"(?i:{fragment.source})(?![^\W\d_])", text)
    if not named or date.precision != "day" or date.earliest is None or "/" in date.edtf:
        return
    number = weekday(date.earliest)
    if fragment.convert(named[0].lower()) != number:
        name = ("Mon", "Tues", "Wednes", "Thurs", "Fri", "Satur", "Sun")[number - 1]
        raise DateError(
            f'"{text}" is no such day: {date.edtf.partition("T")[0]} is a {name}day',
            "mend the day, or leave the weekday out",
        )


def _refusal(text: str, from_edtf: DateError, how: _How) -> DateError:
    if re.fullmatch(r"\d{1,3}", text):
        return DateError(f'"{text}" may be a day or a year', f"for the year write {int(text):04}")
    if re.fullmatch(r"\d{1,2}[:.]\d\d\s*([ap]\.?m\.?)?|\d{1,2}\s*[ap]\.?m\.?", text, re.I):
        return DateError(
            f'"{text}" is a time without its day', "add it, as in 26 January 2023, 3 pm"
        )
    digits = re.fullmatch(r"(\d{4})(\d\d)(\d\d)", text)
    if digits:
        return DateError(f'"{text}" lacks its hyphens', f"write {'-'.join(digits.groups())}")
    if re.fullmatch(r"[0-9X?~%./\[\]{},:TZ+-]+", text):
        return from_edtf
    long_ago = re.fullmatch(_LONG_AGO, text)
    if long_ago:
        years = int(float(long_ago[1]) * 10 ** _ZEROS[long_ago[2].lower()])
        return DateError(f'"{text}" is not a year', f"write the year, as in Y-{years}~")
    if re.search(how.written.relative, text):
        return DateError(f'"{text}" depends on the day it is read', "write the date itself")
    respelt = _respelt(text, how)
    if re.fullmatch(_NO_SUCH_DAY, respelt) and _read_words(
        re.sub(r"\b\d{1,2}(?:st|nd|rd|th)?\b", "1", respelt), how
    ):
        return DateError(f'"{text}" is in no calendar', "check the day of the month")
    if re.fullmatch(r"(?i)(?:mon|tues|wednes|thurs|fri|satur|sun)day", text):
        return DateError(f'"{text}" depends on the day it is read', "write the date itself")
    found = tag(text, None, language=how.language)
    if any(m.value.startswith("XXXX") and m.text == text for m in found):
        return DateError(f'"{text}" has no year', "add it, as in 26 January 2023")
    return DateError(f'"{text}" is not a date', _EXAMPLES)


def _read(text: str, how: _How) -> EventDate | None:
    text = _respelt(text, how)
    return (
        _read_figures(text, how)
        or _read_clock(text, how)
        or _read_bounds(text, how)
        or _read_qualified(text, how)
        or _read_part(text, how)
        or _read_words(text, how)
    )


def _respelt(text: str, how: _How) -> str:
    """The same date in the order and with the gaps that articles write it with."""
    for pattern, replacement in how.written.respelt:
        text = re.sub(pattern, replacement, text)
    part = re.fullmatch(_PART_LAST, text)
    if part:
        return f"{(part[2] or part[3]).upper()} {part[1] or part[4]}"
    year_first = re.fullmatch(_YEAR_FIRST, text)
    if year_first:
        year, month, number = year_first.groups()
        return f"{number} {month} {year}" if number else f"{month} {year}"
    dashed = re.fullmatch(_DASHED, text)
    if dashed:
        return " ".join(dashed.groups())
    return text


def _read_whole(text: str, how: _How) -> EventDate | None:
    """What stands beside a word such as "about", or at one end of a range: EDTF or words."""
    try:
        return parse_edtf(text)
    except DateError:
        return _read(text, how._replace(depth=how.depth + 1)) if how.depth < _DEEPEST else None


def _read_figures(text: str, how: _How) -> EventDate | None:
    stamp = re.fullmatch(_STAMP, text)
    if stamp:
        offset = stamp[4] or ""
        if len(offset) == 5:
            offset = f"{offset[:3]}:{offset[3:]}"
        return parse_edtf(f"{stamp[1]}T{stamp[2]:0>5}{stamp[3] or ':00'}{offset}")
    week = re.fullmatch(_WEEK, text)
    if week and 1 <= int(week[2]) <= 53:
        monday = week_start(int(week[1]), int(week[2]))
        return parse_edtf(f"{day_value(monday)}/{day_value(monday + 6)}")
    winter = re.fullmatch(how.written.winter, text)
    if winter and _later_year(winter[1], winter[2]) == int(winter[1]) + 1:
        return parse_edtf(f"{winter[1]}-24")
    years = re.fullmatch(_TWO_YEARS, text)
    if years and _later_year(years[1], years[2]) > int(years[1]):
        return parse_edtf(f"{years[1]}/{_later_year(years[1], years[2]):04}")
    styles = re.fullmatch(_TWO_STYLES, text)
    if styles and int(styles[2]) == (int(styles[1]) + 1) % 10:
        one = int(styles[1])
        raise DateError(
            f'"{text}" may be {one:04}-{int(styles[2]):02} or the years {one:04} and {one + 1:04}',
            f"write {one:04}-{int(styles[2]):02}, {one:04}/{one + 1:04} or [{one:04},{one + 1:04}]",
        )
    if re.fullmatch(_DECIMAL, text):
        raise DateError(
            f'"{text}" may be a month or a part of a year',
            f"for the month write {text[:4]}-0{text[-1]}",
        )
    month = re.fullmatch(_MONTH_FIGURES, text)
    if month:
        return parse_edtf(f"{month[2] or month[3]}-{month[1] or month[4]:0>2}")
    figures = re.fullmatch(_FIGURES, text)
    if not figures:
        return None
    first, last = figures[1], figures[4]
    if len(first) == 4 and len(last) <= 2:
        return day(int(first), int(figures[3]), int(last))
    if len(first) > 2 or len(last) not in (2, 4):
        return None
    if len(last) == 2:
        raise DateError(f'"{text}" has a year of two digits', "write all four, as in 26/01/2023")
    return _ordered(text, int(first), int(figures[3]), int(last), how.order)


def _read_clock(text: str, how: _How) -> EventDate | None:
    """A day with a time of 24 hours after or before it."""
    last = re.fullmatch(rf"(.+?),?\s{how.written.clock}{_CLOCK_LAST}", text)
    first = re.fullmatch(_CLOCK_FIRST, text)
    if not last and not first:
        return None
    words, clock = (last[1], last[2]) if last else (first[2], first[1]) if first else ("", "")
    second, zone = (last[3] or ":00", last[4] or "") if last else (":00", "")
    date = _read_whole(words, how)
    if date is None or date.precision != "day" or date.time:
        return None
    zone = "Z" if zone.isalpha() else f"{zone[:3]}:{zone[-2:]}" if zone else ""
    return parse_edtf(f"{date.edtf}T{clock:0>5}{second}{zone}")


def _later_year(first: str, last: str) -> int:
    return int(first[:2] + last) if len(last) == 2 else int(last)


def _ordered(text: str, one: int, two: int, year: int, order: DateOrder | None) -> EventDate:
    if order is None and one != two and one <= 12 and two <= 12:
        dmy, mdy = day(year, two, one), day(year, one, two)
        raise DateError(
            f'"{text}" may be {dmy.edtf} (day first) or {mdy.edtf} (month first)',
            "write one of these, or set date_order to dmy or mdy",
        )
    if two > 12 or (order == "mdy" and one <= 12):
        return day(year, one, two)  # Where one reading alone is a date, no order is asked for.
    return day(year, two, one)


def _read_bounds(text: str, how: _How) -> EventDate | None:
    """What lies on one side of a date, or between two."""
    written = how.written
    between = re.fullmatch(written.between, text)
    if between:
        first, last = _ends(between[1], between[2], how)
        return parse_edtf(f"[{first}..{last}]") if first else None
    either = re.fullmatch(written.either, text)
    if either:
        first, last = _ends(either[1], either[2], how)
        return parse_edtf(f"[{first},{last}]") if first else None
    for pattern, form in (
        (written.to_now, "{}/.."),
        (written.since, "{}/.."),
        (written.until, "../{}"),
        (written.by, "[..{}]"),
        (written.from_on, "[{}..]"),
    ):
        found = re.fullmatch(pattern, text)
        one = _read_whole(found[1], how) if found else None
        if one and not set("/[{T") & set(one.edtf):
            return parse_edtf(form.format(one.edtf))
    for pattern, after in ((written.before, False), (written.after, True)):
        found = re.fullmatch(pattern, text)
        one = _read_whole(found[1], how) if found else None
        if one and one.earliest is not None and one.latest is not None:
            return beside(one, after=after)
    if _read_words(text, how):
        return None
    also = re.fullmatch(written.both, text)
    if also:
        first, last = _ends(also[1], also[2], how)
        return parse_edtf(f"{{{first},{last}}}") if first else None
    range_ = re.fullmatch(written.from_to, text)
    if range_:
        first, last = _ends(range_[1], range_[2], how)
        return parse_edtf(f"{first}/{last}") if first else None
    return None


def _ends(one: str, two: str, how: _How) -> tuple[str, str]:
    """Both ends as EDTF, ("", "") when one is no date; what one lacks is the other end's."""
    written = how.written
    century = re.fullmatch(written.centuries, two)
    if century and not re.fullmatch(written.centuries, one):
        one = f"{one} {written.century}"
        two = f"{century[1]} {written.century}{century[2]}"
    era = re.search(written.before_christ, two)
    if era and not re.search(written.before_christ, one):
        one += era[0]
    last = _read_whole(two, how)
    first = _read_whole(one, how)
    if last and not first:
        first = _read_whole(f"{one} {last.year}", how)
        if not first:
            first = _read_whole(f"{one} {' '.join(two.split()[-2:])}", how)
    if not first or not last or set("/[{T") & set(first.edtf + last.edtf):
        return "", ""
    return first.edtf, last.edtf


def _read_qualified(text: str, how: _How) -> EventDate | None:
    written = how.written
    mark = ""
    rest = text
    if rest.endswith("?"):
        mark, rest = "?", rest[:-1].strip()
    while True:
        about, perhaps = re.match(written.about, rest), re.match(written.perhaps, rest)
        if about:
            mark, rest = mark + "~", rest[about.end() :]
        elif perhaps:
            mark, rest = mark + "?", rest[perhaps.end() :]
        else:
            break
    if not mark:
        return None
    date = _read_whole(rest, how)
    if date is None or date.time or date.approximate or date.uncertain or date.edtf[0] in "[{":
        return None
    sign = "%" if "~" in mark and "?" in mark else mark[0]
    return parse_edtf("/".join(end + sign for end in date.edtf.split("/") if end not in ("", "..")))


def _read_part(text: str, how: _How) -> EventDate | None:
    """ "early 1990s" is one of its first years, "late May 2020" one of its last days."""
    found = re.fullmatch(how.written.part, text)
    date = _read_whole(found[2], how) if found else None
    if not found or not date or date.earliest is None:
        return None
    if date.approximate or date.uncertain:
        return None
    if date.edtf[0] == "-":
        return date if date.precision in ("year", "decade", "century") else None
    part = how.written.parts[found[1].lower()]
    first, last = _PARTS[part]
    year = civil(date.earliest)[0]
    if date.precision == "year" and part in ("first", "second"):
        return None  # A half of a year is a date of its own.
    match date.precision:
        case "decade":
            return parse_edtf(f"[{year + first:04}..{year + last:04}]")
        case "century":
            low, high = year + first * 10, year + last * 10 + 9
            return parse_edtf(f"[{low:04}..{high:04}]")
        case "year":
            low, high = _MONTHS_OF_PART[part]
            return parse_edtf(f"[{date.edtf}-{low:02}..{date.edtf}-{high:02}]")
        case "month":
            low, high = _DAYS_OF_PART[part]
            last_day = civil(date.latest)[2] if date.latest is not None else 0
            return parse_edtf(f"[{date.edtf}-{low:02}..{date.edtf}-{min(high, last_day):02}]")
        case "season":
            return date
    return None


def _read_words(text: str, how: _How) -> EventDate | None:
    """A date that the rules find, in any case of letters: "sep. 2020", "easter 1916"."""
    lead = re.match(how.written.lead, text)
    bare = text[lead.end() :] if lead else text
    if lead and re.fullmatch(r"\d{4}", bare):
        return parse_edtf(bare)
    spelt = re.sub(r"\b[a-z]{3,}", lambda word: word[0].capitalize(), bare)
    forms = dict.fromkeys((text, bare, spelt, bare.lower()))
    return next((found for form in forms if (found := _found(form, how))), None)


def _found(text: str, how: _How) -> EventDate | None:
    mentions = tag(text, None, language=how.language, mode="news")
    if len(mentions) != 1 or mentions[0].text.lower() != text.lower():
        return None
    date = mentions[0].date
    return date if date is not None and not re.search(how.written.relative, text) else None
