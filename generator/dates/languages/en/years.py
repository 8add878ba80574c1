"""English years, decades, centuries and eras."""

import re

from generator.dates.event_date import year_text
from generator.dates.gregorian import civil
from generator.dates.resolve import (
    Context,
    in_century,
    in_decade,
    in_millennium,
    in_month,
    in_season,
    in_year,
    on_day,
    two_digit_year,
)
from generator.dates.rules import Captures, Range, Reading, Rule
from generator.dates.values import year_value

YEAR = "({year}|'{yy})"
"""A year in figures, whole or with its first two left out."""


def year_of(c: Captures, ctx: Context) -> int | None:
    if c.has("year"):
        return c.number("year")
    return two_digit_year(c.number("yy"), ctx) if c.has("yy") else None


_BEFORE_A_COUNT = re.compile(
    r"(?:[$£€¥#/+±]|\b(?:No|Nos|no\.|nos\.|pp?\.|[Tt]el|[Bb]ox|lines?|[Cc]ase|[Dd]ocket|ISBN|"
    r"Resolution|Article|[Ff]light|Route|Highway|number|about|around|some|nearly|almost|over|than|"
    r"least|of only|only|killed|up|approximately|an|[Rr]oom|Boeing|US|Windows|Office|[Pp]ages?|"
    r"[Cc]hapter|[Vv]erse|[Mm]odel|[Vv]ersion|Airbus|at|[Ss]ections?|[Rr]ule|[Ff]orm|[Cc]lass of|"
    r"[Tt]ype|[Ss]eries|[Uu]nit|[Ss]uite|[Gg]ate|[Cc]hannel|[Tt]rain|[Bb]us|[Ll]ot|[Pp]art|[Ii]tem|"
    r"[Aa]genda|Vision|Horizon|Peugeot|Fiat|Renault|Mazda|Audi|BMW|Volvo|Xbox|clause|paragraph|"
    r"crowds? of|scored|earned|[A-Z]{2,3} \$|EUR|USD|GBP|CHF|U\.S\.C\.|F\.\dd|Population:)\.?\s|"
    r"[\d.,]|\d\s|[A-Za-z]-|(?<!\d)\d{1,3}-)$"
)

_ONE_OF_SUCH = re.compile(
    r"\b(?:[Ss]ections|[Pp]ages|[Rr]ooms|[Ll]ines|[Rr]ules|[Aa]rticles|[Nn]os\.?)\s\d+,?\s(?:and|or|to)\s$"
)
"""A number of things counted before it: "Sections 1981 and 1983"."""
_IN_FIGURES = re.compile(r"[\d.,]$|\d\s$")
"""More figures before it: it is one of many. They are looked for first, as tables are full of
them."""

_AFTER_A_COUNT = re.compile(
    r"\s?%|[,.:]\d|[-/]\d{1,3}\b(?!\d)|-(?:strong|odd|seat|page|word|room|mile)\b|"
    r"\s(?:(?:a|per)\s(?:day|week|month|year)|per cent|"
    r"percent|people|men|women|troops|soldiers|"
    r"dead|killed|miles|feet|km|kilomet|metres|meters|tons|tonnes|shares|points|dollars|pounds|"
    r"euros|million|billion|acres|workers|employees|jobs|times|years|days|hours|others|aircraft|"
    r"tanks|members|votes|cars|units|students|homes|houses|civilians|prisoners|square|calories|"
    r"companies|more|new|different|or so|km2|hectares|guns|ships|refugees|yen|barrels|volts|"
    r"villages|towns|schools|farms|volunteers|delegates|participants|visitors|spectators|"
    r"inmates|detainees|bodies|victims|survivors|trees|cattle|sheep|horses|birds|animals|species|"
    r"copies|words|letters|documents|items|objects|pieces|bottles|lit(?:re|er)s|gallons|grams|"
    r"rooms|beds|seats|tickets|apartments|flats|buildings|vehicles|trucks|buses|planes|boats|"
    r"rounds|bullets|shells|rockets|missiles|bombs|mines|rifles|weapons|seconds|minutes|"
    r"megawatts|kHz|MHz|GHz|K\b|kWh?|MW|voters|vision|passengers|residents|families|children|cases|deaths|wounded|casualties|sq|lb|kg)"
)


def counted(ctx: Context) -> bool:
    """Whether what follows makes a number one of things: "1968 tons"."""
    return _AFTER_A_COUNT.match(ctx.after(16)) is not None


_YEAR_CUE = re.compile(
    r"(?:\b(?:in|since|of|by|until|till|from|during|before|after|between|early|late|mid|"
    r"year|and|through|for|around|circa|c\.|ca\.|about|last|fall|summer|spring|autumn|winter|"
    r"election|the)[ -]|\(|\b\d{4}[-–—/]|\s[-–—/])$",
    re.IGNORECASE,
)


def _is_clock(year: int, ctx: Context) -> bool:
    """Whether it is an entry of a live report: "2013: The vote is over"."""
    return (
        ctx.now is not None
        and year > civil(ctx.now.day)[0] + 1
        and re.match(r"\s?:\s", ctx.after(3)) is not None
    )


_MAKE = re.compile(
    r"\s(?:Chevrolet|Chevy|Ford|Toyota|Honda|BMW|Mercedes|Volkswagen|VW|Nissan|Porsche|Ferrari|Jeep|"
    r"Cadillac|Dodge|Buick|Pontiac|Audi|Volvo|Subaru|Mazda|Hyundai|Kia|Tesla|Chrysler|Jaguar|Fiat|"
    r"Camaro|Civic|Corolla|Accord|Camry|Beetle|Thunderbird|Impala|Prius|Cessna|Harley|"
    r"Renault|Peugeot|Mustang|Corvette|Bordeaux|Burgundy|Chardonnay|Cabernet|model(?!\s+year)|vintage)\b"
)


_ADDRESS = re.compile(
    r"\s(?:[A-Z][\w.]*\s){1,2}(?:Street|St\.|Avenue|Ave|Road|Rd|Drive|Boulevard|Blvd|Lane)\b"
)
_AHEAD = 25
"""Years to come beyond which a bare number needs a word before it to be one."""


def _is_a_number(year: int, ctx: Context) -> bool:
    """Whether it is half of a number of two ("2019-1234", "pp. 1999-2003"), which is no range."""
    follows = re.match(r"[-/](\d{4})\b", ctx.after(6))
    if follows and not year <= int(follows[1]) <= 2100:
        return True
    before = ctx.before(24)
    leads = re.search(r"\b(\d{4})[-–/]$", before)
    if not leads:
        return False
    return int(leads[1]) > year or _BEFORE_A_COUNT.search(before[: leads.start()]) is not None


_DRIVEN = re.compile(r"\b(?:drove|drives|driving|driven) (?:a|an|his|her|the|my)\s$")


_BY_SOMEONE = re.compile(r",?\sby\s[A-Z][\w.]*\s[A-Z]")
_TITLE_GOES_ON = re.compile(r":\sA\sSpace\sOdyssey")
_AS_A_NAME = re.compile(r"(?:['’]s)?\s(?:is|are|has|have)\b")
_OF_SOMETHING = re.compile(r"\b(?:band|novel|film|movie|book|album)(?:\s[Tt]he)?\s$")
_BEING_READ = re.compile(r"\b(?:read|reads|reading|reread)\s$")
_TALLY = re.compile(
    r"\b(?:by|passed|voted|won|lost)\s(?:[\d,]+\s(?:votes\s)?to\s)?$|\d\.\d+%?\sto\s$"
)
_OTHER_HALF = re.compile(r"\s(?:votes\s)?to\s\d")
_OF_SOMEONE = re.compile(r"\b[A-Z]\w+['’]s\s$")
_ENDS_A_TITLE = re.compile(r"\s?[.,;:!?)]|\s(?:is|was|as|and|or|in|to)\b|$")


def _is_a_title(c: Captures, ctx: Context) -> bool:
    """Whether it is what a book, a film or a band is called: "1984", "The 1975"."""
    if not c.match[0][0].isdecimal():
        return False
    before, after = ctx.before(24), ctx.after(32)
    if before[-1:] and before[-1] in "\"'“‘" and after[:1] and after[0] in "\"'”’":
        return True
    if _TITLE_GOES_ON.match(after) or _OF_SOMETHING.search(before) or _BEING_READ.search(before):
        return True
    if _OF_SOMEONE.search(before) and _ENDS_A_TITLE.match(after):
        return True
    if before.endswith(("The ", "the ")) and _AS_A_NAME.match(after):
        return True
    return not _YEAR_CUE.search(before) and _BY_SOMEONE.match(after) is not None


def _is_half_of_a_tally(ctx: Context) -> bool:
    """ "Voted by 2016 to 1984": votes, not years."""
    tally = _TALLY.search(ctx.before(24))
    return tally is not None and ("to" in tally[0] or _OTHER_HALF.match(ctx.after(6)) is not None)


def _bare_year(c: Captures, ctx: Context) -> Reading | None:
    year = c.number("year")
    before, after = ctx.before(16), ctx.after(16)
    if _IN_FIGURES.search(before[-2:]):
        return None
    if _MAKE.match(ctx.after(16)) or _DRIVEN.search(before) or _is_clock(year, ctx):
        return None
    if counted(ctx) or re.match(r"-\d\d-\d", after):
        return None
    if _ADDRESS.match(ctx.after(32)) or _is_a_number(year, ctx):
        return None
    if _ONE_OF_SUCH.search(ctx.before(24)):
        return None
    if _is_a_title(c, ctx) or _is_half_of_a_tally(ctx):
        return None
    cued = c.match[0][0].isalpha() or bool(_YEAR_CUE.search(before))
    about = re.search(r"\b(?:about|around)\s$", before) and re.match(r"[.,;)]", after)
    if (
        _BEFORE_A_COUNT.search(before)
        and not about
        and not (cued and before.endswith((" to ", "–", "-")))
    ):
        return None
    if year > 2060 or year < 1100:
        return None
    latest = civil(ctx.now.day)[0] + _AHEAD if ctx.now else 2050
    if not cued and not 1750 <= year <= latest:
        return None
    if not cued and re.match(r"\s[a-z]+s\b", after):
        return None
    foretold = ctx.mode == "narrative" and ctx.tense == "future"
    return in_year(year)._replace(moves=not foretold)


def _short_year(c: Captures, ctx: Context) -> Reading | None:
    if not re.search(
        r"\b(?:in|since|of|from|by|until|summer|winter|spring|fall)\s$", ctx.before(8)
    ):
        return None
    return in_year(two_digit_year(c.number("yy"), ctx), "the nearest year that ends so")


def _short_range(c: Captures, ctx: Context) -> Range | None:
    first = c.number("year")
    last = first // 100 * 100 + c.number("dd")
    if (
        last <= first
        or ("/" in c.match[0] and last != first + 1)
        or re.match(r"[-/.]\d", ctx.after(2))
        or _BEFORE_A_COUNT.search(ctx.before(16))
    ):
        return None
    return Range(in_year(first), in_year(last), "year", "dd")


_OF_AN_AGE = re.compile(
    r"\b(?:his|her|their|my|your|our|whose|its)\s"
    r"(?:(?:early|mid|middle|late|low|upper)[\s-](?:(?:to|or)[\s-](?:mid|late)[\s-])?)?(?:\d0s\sand\s)?$",
    re.IGNORECASE,
)
"""In his late 40s, in their 20s and 30s."""
_OF_WARMTH = re.compile(
    r"\b(?:temperatures?|highs?|lows?|readings?|mercury|thermometers?)\b[^.;]{0,32}$"
    r"|\b(?:low|lower|upper|high)(?:er)?[\s-]$",
    re.IGNORECASE,
)
_WARMTH_FOLLOWS = re.compile(r"\s?(?:degrees\b|°|Fahrenheit\b|Celsius\b|C\b|F\b)")


def _decade(c: Captures, ctx: Context) -> Reading | None:
    if c.has("decade"):
        year = c.number("decade")
        # "The 1800s" are a hundred years, as "the 1810s" are ten; "the 2000s" are either.
        return in_decade(year) if year % 100 or year >= 2000 else in_century(year // 100 + 1)
    tens = c.number("tens") if c.has("tens") else c.number("decadeword")
    if _OF_AN_AGE.search(ctx.before(32)):
        return None
    if not c.has("decadeword") and (
        _OF_WARMTH.search(ctx.before(48)) or _WARMTH_FOLLOWS.match(ctx.after(16))
    ):
        return None
    return in_decade(1900 + tens, "the decade of the twentieth century")


def _century(c: Captures, _: Context) -> Reading | None:
    number = c.number("ordinal") if c.has("ordinal") else c.number("roman")
    if not 1 <= number <= 30:
        return None
    return in_century(number, bce=c.has("era") and c.word("era") == "b")


def _centuries(c: Captures, _: Context) -> Range | None:
    numbers = c.number("ordinal"), c.number("ordinal2")
    if not all(1 <= number <= 30 for number in numbers):
        return None
    bce = c.has("era") and c.word("era") == "b"
    first, last = (in_century(number, bce=bce) for number in numbers)
    return Range(first, last, "ordinal", "ordinal2")


def _millennium(c: Captures, _: Context) -> Reading | None:
    number = c.number("ordinal")
    if not 1 <= number <= 10:
        return None
    return in_millennium(number, bce=c.has("era") and c.word("era") == "b")


def _era_year(c: Captures, _: Context) -> Reading | None:
    year = int(c.raw("anyyear").replace(",", ""))
    if c.word("era") == "b":
        year = 1 - year
    if c.has("season"):
        return in_season(year, c.number("season"))
    month = next((c.number(name) for name in ("month", "month2", "month3") if c.has(name)), None)
    day = next((c.number(name) for name in ("day", "day2") if c.has(name)), None)
    if month and day:
        return on_day(year, month, day)
    if month:
        return in_month(year, month)
    if not -9999 < year <= 9999:
        return Reading("DATE", year_value(year), "written in full", year_text(year))
    return in_year(year)


def _year_of_our_era(c: Captures, _: Context) -> Reading | None:
    year = int(c.raw("anyyear").replace(",", ""))
    if year > 9999:
        return None
    if c.has("day"):
        return on_day(year, c.number("month"), c.number("day"))
    return in_month(year, c.number("month2")) if c.has("month2") else in_year(year)


def _era_years(c: Captures, ctx: Context) -> Range | None:
    if " and " in c.match[0] and not re.search(r"\bbetween\s$", ctx.before(9), re.IGNORECASE):
        return None
    before_christ = c.word("era") == "b"
    first, last = (int(c.raw(name).replace(",", "")) for name in ("anyyear", "last"))
    if (first <= last) == before_christ or max(first, last) > 9998:
        return None
    ends = (1 - first, 1 - last) if before_christ else (first, last)
    return Range(in_year(ends[0]), in_year(ends[1]), "anyyear", "last")


def _fiscal(c: Captures, ctx: Context) -> Reading | None:
    year = year_of(c, ctx)
    if year is None or (c.has("dd") and c.number("dd") != (year + 1) % 100):
        return None
    fiscal = "FY" if c.match[0].startswith("FY") else ""
    # It may begin in any month, so that its days are those of the year only about.
    # One that is named by two years ends in the second.
    about = f"{year}~/{year + 1}~" if c.has("dd") else f"{year}~"
    return Reading("DATE", f"{fiscal}{year_value(year)}", "a fiscal year", about)


RULES = (
    Rule(
        "year",
        "[the year ]{year}",
        _bare_year,
        (
            ("The accords ([1993]) led to it.", "1993"),
            ("occupied since [1967].", "1967"),
            ("[The year 2023] begins in snow", "2023"),
        ),
        (
            "It cost $1999.",
            "He drove a 1987 Ford.",
            "She was seen driving a 2009 Zephyr.",
            "about 2000 people",
            "1999 people fled",
            "flight 1999 of",
            "case no. 2019-1234",
            "pp. 1999-2003",
            "1967 Ocean Drive",
            "1984 by George Orwell",
            "Orwell's 1984 is a novel.",
            'He read "1984" twice.',
            "He saw 2001: A Space Odyssey.",
            "The 1975 are on tour.",
            "The 1950-strong crowd left.",
            "Of the 2015 voters, half came.",
            "It heats to 1990 K there.",
            "The index rose 1.5 to 2015.",
            "The band The 1975 played.",
            "a copy of Windows 2000",
            "The Boeing 1998 order",
            "They voted by 2016 to 1984.",
            "Section 2010 applies.",
            "under Sections 1981 and 1983 of the code",
            "Pages 1914-18 were torn.",
            "the Model 1968 rifle",
            "The Peugeot 2008 is small.",
            "He read 1984 by Orwell.",
            "There were 2000 villages.",
            "the Class of 1999 met",
        ),
    ),
    Rule(
        "short year",
        "'{yy}",
        _short_year,
        (("Its lowest level since ['82] was noted.", "1982"),),
        ("'82 Bordeaux", "the '99 Fund"),
    ),
    Rule(
        "year in words",
        "[the year ]{yearwords}",
        lambda c, ctx: (
            None if counted(ctx) or c.number("yearwords") < 1700 else in_year(c.number("yearwords"))
        ),
        (("Back in [nineteen ninety-six] it rained.", "1996"),),
        ("two thousand soldiers",),
    ),
    Rule(
        "years",
        "{year}(–|/){dd}",
        _short_range,
        (
            ("The war of [1914]–18 was long.", "1914"),
            ("The season of [2019]/20 was short.", "2019"),
        ),
        ("on 1914-18-03",),
    ),
    Rule(
        "decade",
        "[the ]({decade}[']s|[']{tens}s|{decadeword})",
        _decade,
        (
            ("Jazz of [the 1920s] is back.", "192"),
            ("Trains came in [the 1800s].", "18"),
            ("in [the late '80s] he", "198"),
            ("[the sixties] were", "196"),
        ),
        (
            "in his sixties",
            "temperatures in the 70 so",
            "a man in his 40s",
            "women in their late 20s and 30s",
            "Temperatures will be in the 70s.",
            "a day in the upper 60s",
        ),
    ),
    Rule(
        "century",
        "[the ]({ordinal}|{roman})_(century|cent.)[ {era}]",
        _century,
        (
            ("A church of [the 12th century] burned.", "11"),
            ("in [the XIX century] it", "18"),
        ),
        ("the century began",),
    ),
    Rule(
        "millennium",
        "[the ]{ordinal} millennium[ {era}]",
        _millennium,
        (
            ("Bronze came in [the third millennium BC].", "BC2"),
            ("Few live on in [the second millennium].", "1"),
        ),
    ),
    Rule(
        "centuries",
        "[the ]{ordinal}[ century](–| and | to | or )[the ]{ordinal:ordinal2} centuries[ {era}]",
        _centuries,
        (
            ("Trade of [the 16th] and 17th centuries", "15"),
            ("Trade of the 5th and [4th centuries BC]", "BC03"),
        ),
    ),
    Rule(
        "year of an era",
        "[({day} {month}|{month:month2} {day:day2}[,]|{month:month3}|{season}[ of]) ]"
        "{anyyear} {era}",
        _era_year,
        (
            ("Caesar fell in [44 BC].", "BC0044"),
            ("Masada fell in [73 CE].", "0073"),
            ("He died on [15 March 44 BC].", "BC0044-03-15"),
            ("He died in the [spring of 44 BC].", "BC0044-SP"),
        ),
        ("44 ad agencies",),
    ),
    Rule(
        "years of an era",
        "{anyyear}(–| and | to ){anyyear:last} {era}",
        _era_years,
        (
            ("It was built between 300 and [200 BC].", "BC0200"),
            ("The wars of [264]–146 BC were three.", "BC0264"),
        ),
        ("He had 3 and 44 BC coins", "in 5 and 10 BC"),
    ),
    Rule(
        "year of our era",
        "[({day} {month}|{month:month2}) ](AD|A.D.) {anyyear}",
        _year_of_our_era,
        (
            ("Vesuvius erupted in [AD 79].", "0079"),
            ("Vesuvius erupted on [24 August AD 79].", "0079-08-24"),
        ),
    ),
    Rule(
        "fiscal year",
        "(FY[ ]|[the ]fiscal[ year] )({year}[(–|/){dd}]|[']{yy})",
        _fiscal,
        (
            ("Revenue in [fiscal 1989] fell.", "1989"),
            ("Revenue in [FY2023] fell.", "FY2023"),
            ("Revenue in [FY 2022/23] fell.", "FY2022"),
        ),
    ),
)
