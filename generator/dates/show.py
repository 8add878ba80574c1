"""Writes a date as a careful editor would, at the precision known and in any locale.

Names of months and quarters and the order of a date's parts are CLDR's, by way of Babel. The few
words around dates that CLDR lacks ("about", "since") are in `phrases` for some languages; the
others get signs that need no words: `≈ 1850`, `1967–`. So are the names of seasons, decades and
centuries; locales without them say their first and last month or year.
"""

import re
from functools import cache
from typing import TYPE_CHECKING

from generator.dates.edtf import parse_edtf
from generator.dates.event_date import DateError, EventDate, day
from generator.dates.gregorian import civil
from generator.dates.phrases import SIGNS, WORDS, Names, Phrases

if TYPE_CHECKING:
    from babel import Locale

_LONG = 10_000
"""The first year whose figures are grouped."""
_FIELD = r"'([^']*)'|(MMMM|LLLL|MMM|LLL|M+|L+|d+|y+|QQQQ|qqqq|Q+|q+|G+|E+,?\s?)"
_OF_A_YEAR_UNKNOWN = re.compile(r"([0-9X]{3}X)-(\d\d)(?:-(?:(\d\d)|XX))?")


def format_date(date: EventDate, locale: str = "en") -> str:
    """The date in words: `26 January 2023`, `about 1850`, `between 1914 and 1918`, `since 1967`.

    Args:
        locale: a CLDR locale ("de", "pt-BR"); one that is unknown reads as English. Plain "en"
            puts the day first, "en-US" the month. Languages without words in `phrases.WORDS` have
            signs instead: `≈ 1850`, `1967–`.
    """
    writer = _Writer(_locale(locale.replace("-", "_")))
    return writer.date(date)


def format_month_day(month: int, number: int, locale: str = "en") -> str:
    """A day of every year in words: `26 January`.

    Args:
        month: 1 to 12.
        number: of the day, 1 to 31.
        locale: as `format_date` takes it.
    """
    writer = _Writer(_locale(locale.replace("-", "_")))
    return writer.month_day(month, number)


def format_month(month: int, locale: str = "en") -> str:
    """The name of a month that stands alone: `January`; `month` is 1 to 12."""
    return str(_locale(locale.replace("-", "_")).months["stand-alone"]["wide"][month])


def html_datetime(date: EventDate) -> str:
    """The value of `<time datetime>`: a year, a month, a day or a time of it.

    "" where HTML has none: a span, "about", before year 1. The forms are those of the HTML
    standard (https://html.spec.whatwg.org/#attr-time-datetime).
    """
    if date.earliest is None or date.latest is None or date.approximate or date.uncertain:
        return ""
    year, month, number = civil(date.earliest)
    if year < 1 or date.precision not in ("day", "month", "year") or "X" in date.edtf[:4]:
        return ""
    text = f"{year:04}"
    if date.precision == "year":
        return text if date.latest - date.earliest > 360 else ""
    text += f"-{month:02}"
    if date.precision == "month":
        return text
    text += f"-{number:02}"
    if date.time:
        offset = f"{date.offset}:00" if len(date.offset) == 3 else date.offset
        text += f"T{date.time}{offset}"
    return text


@cache
def _locale(code: str) -> "Locale":
    from babel import Locale, UnknownLocaleError

    if code == "en":
        code = "en_GB"
    try:
        return Locale.parse(code)
    except (UnknownLocaleError, ValueError, TypeError):
        return Locale.parse("en_GB")


class _Writer:
    """Writes dates in one locale."""

    def __init__(self, locale: "Locale") -> None:
        self.locale = locale
        self.english = locale.language == "en"
        self.words = WORDS.get(locale.language, SIGNS)

    def date(self, date: EventDate) -> str:
        text = self._date(date)
        for pattern, sound in self.words.elisions:
            text = re.sub(pattern, sound, text)
        return text

    def _date(self, date: EventDate) -> str:
        edtf = date.edtf
        if edtf[0] in "[{":
            return self._set(edtf)
        if "/" in edtf:
            return self._interval(edtf)
        return self._single(date)

    def _phrases(self, date: EventDate) -> Phrases:
        """Those that stand with a date: an article may depend on what it is."""
        match date.precision:
            case "day":
                return self.words.day
            case "month":
                return self.words.month
            case "season" | "quarter" | "half":
                return self.words.period or self.words.month
            case "century" | "millennium":
                return self.words.period or self.words.year
            case "decade":
                return self.words.decade or self.words.year
            case _:
                return self.words.year

    def _part(self, edtf: str) -> str:
        return self._single(parse_edtf(edtf))

    def _end(self, edtf: str) -> str:
        date = parse_edtf(edtf)
        text = self._single(date)
        return text if date.approximate or date.uncertain else self._with_article(text, date)

    def _single(self, date: EventDate) -> str:
        text = self._plain(date)
        if not date.approximate and not date.uncertain:
            return text
        text = self._with_article(text, date)
        return self._qualified(text, date, about=date.approximate, perhaps=date.uncertain)

    def _qualified(self, text: str, date: EventDate, *, about: bool, perhaps: bool) -> str:
        if about:
            text = self._phrases(date).about.format(text)
            return self.words.month.possibly.format(text) if perhaps else text
        return self._phrases(date).possibly.format(text) if perhaps else text

    def _with_article(self, text: str, date: EventDate) -> str:
        names = self.words.names
        period = date.precision in ("decade", "century", "millennium")
        return names.article.format(text) if names and period else text

    def _plain(self, date: EventDate) -> str:
        if date.earliest is None or date.latest is None:
            return date.edtf
        year, month, number = civil(date.earliest)
        recurring = _OF_A_YEAR_UNKNOWN.match(date.edtf) if self.english else None
        if recurring:
            return self._of_a_year_unknown(date, recurring)
        names = self.words.names
        match date.precision:
            case "day":
                pattern = self.locale.date_formats["long"].pattern
                text = self._pattern(pattern, year, (month,), (number,))
                return text + self._time(date)
            case "month" if date.latest - date.earliest < 27:
                return self._some_days(date)
            case "month":
                return self._month(year, month)
            case "year" if date.latest - date.earliest > 360:
                return self._year(year)
            case "season" if names:
                return names.seasons[(month - 3) % 12 // 3].format(self._year(year))
            case "quarter":
                name = self.locale.quarters["format"]["wide"][(month + 2) // 3]
                return f"{name} {self._year(year)}"
            case "half" if names:
                return names.halves[0 if month == 1 else 1].format(self._year(year))
            case "decade" if names:
                low = year if year > 0 else 1 - civil(date.latest)[0]
                return self._of_era(names.decade.format(low), year)
            case "century" if names:
                return self._of_era(names.century.format(_nth(date, 100, names)), year)
            case "millennium" if names:
                return self._of_era(names.millennium.format(_nth(date, 1000, names)), year)
        return self._span(date.earliest, date.latest)

    def _some_days(self, date: EventDate) -> str:
        """ "1984-06-1X" is one of ten days."""
        if date.earliest is None or date.latest is None:
            return date.edtf
        first, last = day(*civil(date.earliest)), day(*civil(date.latest))
        if first == last:
            return self._plain(first)
        between = self.words.day.between + self.words.day.and_
        return between.format(self._shortened(first, last), self._plain(last))

    def _of_a_year_unknown(self, date: EventDate, found: re.Match[str]) -> str:
        """ "25 December in the 1560s", "December of an unknown year"."""
        name = self.locale.months["format"]["wide"][int(found[2])]
        text = f"{int(found[3])} {name}" if found[3] else name
        if found[1] == "XXXX":
            return f"{text} of an unknown year"
        return f"{text} in the {self._plain(parse_edtf(found[1]))}"

    def _of_era(self, text: str, year: int) -> str:
        return text if year >= 0 else f"{text} {self._before_christ()}"

    def _before_christ(self) -> str:
        names = self.words.names
        return (names.era if names else "") or str(self.locale.eras["abbreviated"][0])

    def _span(self, earliest: int, latest: int) -> str:
        """A period that the locale has no name for, by its first and last month or year."""
        first, last = civil(earliest), civil(latest)
        if first[1:] == (1, 1) and last[1:] == (12, 31):
            return f"{self._year(first[0])}–{self._year(last[0])}"
        if first[:2] == last[:2]:
            return self._month(*first[:2])
        if first[0] == last[0] > 0:
            return self._pattern(self._month_pattern(), first[0], (first[1], last[1]), (1,))
        return f"{self._month(*first[:2])} – {self._month(*last[:2])}"

    def _time(self, date: EventDate) -> str:
        if not date.time:
            return ""
        if not date.offset:
            return f", {date.time}"
        return f", {date.time} UTC" + ("" if date.offset == "Z" else date.offset)

    def _month(self, year: int, month: int) -> str:
        return self._pattern(self._month_pattern(), year, (month,), (1,))

    def _month_pattern(self) -> str:
        skeletons = self.locale.datetime_skeletons
        return str(skeletons["yMMMM"].pattern) if "yMMMM" in skeletons else "MMMM y"

    def month_day(self, month: int, number: int) -> str:
        skeletons = self.locale.datetime_skeletons
        pattern = skeletons["MMMMd"].pattern if "MMMMd" in skeletons else "d MMMM"
        return self._pattern(pattern, 1, (month,), (number,))

    def _year(self, year: int) -> str:
        names = self.words.names
        if year > 0:
            return names.early.format(year) if names and year < 1000 else self._figures(year)
        # The year 0 of the count shifts no round number: -66000000 is 66 million years before it.
        ago = -year if -year >= _LONG and year % 1000 == 0 else 1 - year
        return f"{self._figures(ago)} {self._before_christ()}"

    def _figures(self, year: int) -> str:
        if year < _LONG:
            return str(year)
        from babel.numbers import format_decimal

        return str(format_decimal(year, locale=self.locale, numbering_system="latn"))

    def _pattern(
        self, pattern: str, year: int, months: tuple[int, ...], days: tuple[int, ...]
    ) -> str:
        """A CLDR pattern filled in; two months or two days are joined where the one would be."""

        def field(found: re.Match[str]) -> str:
            if found[1] is not None:
                return found[1] or "'"
            name = found[2]
            if name[0] == "y":
                return self._year(year)
            if name[0] in "ML" and len(name) >= 3:
                names = self.locale.months["format" if name[0] == "M" else "stand-alone"]["wide"]
                return "–".join(str(names[month]) for month in months)
            if name[0] in "ML":
                return "–".join(f"{month:0{len(name)}}" for month in months)
            if name[0] == "d":
                dash = ".–" if pattern[found.end() :].startswith(".") else "–"
                return dash.join(
                    self.words.first.format(number) if number == 1 else f"{number:0{len(name)}}"
                    for number in days
                )
            return ""

        return re.sub(_FIELD, field, pattern).strip()

    def _interval(self, edtf: str) -> str:
        start, _, end = edtf.partition("/")
        if start in ("", ".."):
            return self._phrases(parse_edtf(end)).until.format(self._end(end))
        if end in ("", ".."):
            return self._phrases(parse_edtf(start)).since.format(self._end(start))
        first, last = parse_edtf(start), parse_edtf(end)
        marks = {mark for text in (start, end) for mark in "?~%" if mark in text}
        if not marks:
            return self._joined(first, last)
        if len(marks) == 1 and start[-1] == end[-1] and first.precision == last.precision == "year":
            mark = marks.pop()
            plain = self._joined(parse_edtf(start[:-1]), parse_edtf(end[:-1]))
            return self._qualified(plain, first, about=mark in "~%", perhaps=mark in "?%")
        return f"{self._single(first)} – {self._single(last)}"

    def _joined(self, first: EventDate, last: EventDate) -> str:
        """Both ends, what they share said once where English does."""
        short = self._in_one_year(first, last)
        if short:
            return short
        one, two = self._shortened(first, last), self._plain(last)
        if one == two:
            return two
        years = first.precision == last.precision == "year"
        tight = years or (one != self._plain(first) and " " not in one)
        return f"{one}–{two}" if tight else f"{one} – {two}"

    def _in_one_year(self, first: EventDate, last: EventDate) -> str:
        """Two days or months of a year, what they share said once; "" for any other two."""
        if first.precision != last.precision or first.earliest is None or last.earliest is None:
            return ""
        a, b = civil(first.earliest), civil(last.earliest)
        if a[0] != b[0] or a[0] < 1 or a == b or first.time or last.time:
            return ""
        long = str(self.locale.date_formats["long"].pattern)
        match first.precision:
            case "month":
                return self._pattern(self._month_pattern(), a[0], (a[1], b[1]), (1,))
            case "day" if a[1] == b[1]:
                return self._pattern(long, a[0], (a[1],), (a[2], b[2]))
            case "day" if long.startswith("y"):
                return f"{self._plain(first)} – {self.month_day(*b[1:])}"
            case "day":
                return f"{self.month_day(*a[1:])} – {self._plain(last)}"
        return ""

    def _shortened(self, first: EventDate, last: EventDate) -> str:
        """The first of two dates without the month, year or era that the last one says too."""
        whole = self._plain(first)
        if not self.english or first.precision != last.precision or first.time or last.time:
            return whole
        if first.earliest is None or last.earliest is None:
            return whole
        a, b = civil(first.earliest), civil(last.earliest)
        before_christ = a[0] < 1 and b[0] < 1
        names = self.locale.months["format"]["wide"]
        match first.precision:
            case "year" if before_christ:
                return str(1 - a[0])
            case "century" if before_christ or (a[0] > 0 and b[0] > 0):
                return whole.partition(" ")[0]
            case "month" if a[0] == b[0] > 0:
                return str(names[a[1]])
            case "day" if a[0] == b[0] > 0 and self.locale.territory != "US":
                return str(a[2]) if a[1] == b[1] else f"{a[2]} {names[a[1]]}"
        return whole

    def _set(self, edtf: str) -> str:
        items = edtf[1:-1].split(",")
        if len(items) == 1 and edtf[0] == "[":
            start, dots, end = items[0].partition("..")
            if dots and start and end:
                forms = self._phrases(parse_edtf(start)), self._phrases(parse_edtf(end))
                return self._pair(forms[0].between + forms[1].and_, start, end)
            if dots and end:
                return self._phrases(parse_edtf(end)).before.format(self._edge(end, 1))
            if dots:
                return self._phrases(parse_edtf(start)).after.format(self._edge(start, -1))
        join = self.words.year.either if edtf[0] == "[" else self.words.year.also
        if len(items) == 2 and ".." not in edtf:
            return self._pair(f"{{}}{join}{{}}", *items)
        return join.join(self._item(item) for item in items)

    def _pair(self, phrase: str, start: str, end: str) -> str:
        """Two dates in a phrase: "between 3 and 7 May 2020", "May or June 2020"."""
        first, last = parse_edtf(start), parse_edtf(end)
        if set("?~%") & set(start + end):
            return phrase.format(self._end(start), self._end(end))
        one = self._with_article(self._shortened(first, last), first)
        return phrase.format(one, self._with_article(self._plain(last), last))

    def _item(self, item: str) -> str:
        start, dots, end = item.partition("..")
        if not dots:
            return self._part(start)
        return self._interval(f"{start or '..'}/{end or '..'}")

    def _edge(self, edtf: str, step: int) -> str:
        """The date next to an end of a set: "before 1850" ends with 1849."""
        date = parse_edtf(edtf)
        if date.earliest is None or date.latest is None:
            return edtf
        at = date.latest + 1 if step > 0 else date.earliest - 1
        year, month, number = civil(at)
        try:
            match date.precision:
                case "year":
                    return self._year(year)
                case "month":
                    return self._month(year, month)
                case _:
                    pattern = self.locale.date_formats["long"].pattern
                    return self._pattern(pattern, year, (month,), (number,))
        except (DateError, KeyError):
            return edtf


def _nth(date: EventDate, size: int, names: Names) -> str:
    """The number of a century or a millennium, counted away from our era's beginning."""
    first, last = civil(date.earliest or 0)[0], civil(date.latest or 0)[0]
    return names.nth((first if first >= 0 else -last) // size + 1)
