"""The days of feasts that move: those of the Jewish and the Islamic calendar, and Easter.

Day numbers as in `gregorian`. The Jewish calendar is computed exactly; the Islamic one by its
tables, from which a month that begins when the moon is seen may differ by a day. The arithmetic is
that of Reingold and Dershowitz, *Calendrical Calculations*.
"""

from generator.dates.gregorian import ordinal

_JEWISH_EPOCH = -1_373_427
_ISLAMIC_EPOCH = 227_015
_JEWISH_YEAR_OF_AUTUMN = 3761
"""Added to a Gregorian year: the Jewish one that begins in its autumn."""
RAMADAN, SHAWWAL, DHU_AL_HIJJAH = 9, 10, 12


def easter_sunday(year: int) -> int:
    """Of the western churches."""
    from dateutil.easter import easter

    return easter(year).toordinal()


def jewish_new_year(year: int) -> int:
    """The first day of Rosh Hashanah in a Gregorian year."""
    return _new_year(year + _JEWISH_YEAR_OF_AUTUMN)


def passover(year: int) -> int:
    """The first day of Passover in a Gregorian year; the seder is on the evening before."""
    return jewish_new_year(year) - 163


def hanukkah(year: int) -> int:
    """The first day of Hanukkah that begins in a Gregorian year."""
    starts = jewish_new_year(year)
    long_autumn = (jewish_new_year(year + 1) - starts) % 10 == 5
    return starts + 83 + long_autumn


def _new_year(year: int) -> int:
    before, now, after = (_elapsed(year + step) for step in (-1, 0, 1))
    delay = 2 if after - now == 356 else 1 if now - before == 382 else 0
    return _JEWISH_EPOCH + now + delay


def _elapsed(year: int) -> int:
    """Days to the new moon of a Jewish year's autumn, never on its Sunday, Wednesday, Friday."""
    months = (235 * year - 234) // 19
    days = 29 * months + (12_084 + 13_753 * months) // 25_920
    return days + 1 if 3 * (days + 1) % 7 < 3 else days


def islamic_day(gregorian_year: int, month: int, day: int = 1) -> int:
    """The first day of a Gregorian year that is this day of this Islamic month, by the tables."""
    begins = ordinal(gregorian_year)
    year = (begins - _ISLAMIC_EPOCH) * 30 // 10_631
    found = _islamic(year, month, day)
    while found < begins:
        year += 1
        found = _islamic(year, month, day)
    return found


def _islamic(year: int, month: int, day: int) -> int:
    months = 29 * (month - 1) + month // 2
    return _ISLAMIC_EPOCH - 1 + 354 * (year - 1) + (3 + 11 * year) // 30 + months + day
