"""French: a small table of rules, and what shows that the engine knows no language."""

import re

from generator.dates.feasts import easter_sunday
from generator.dates.gregorian import civil
from generator.dates.languages.fr.written import WRITTEN
from generator.dates.pattern import Fragment, Value, digits, either, words
from generator.dates.resolve import (
    Context,
    duration,
    end_of_day,
    in_century,
    in_decade,
    in_half,
    in_millennium,
    in_month,
    in_quarter,
    in_season,
    in_year,
    month_alone,
    on_day,
    same,
    step,
    vague,
    weekday_alone,
)
from generator.dates.rules import Captures, Language, Range, Reading, Resolver, Rule, Tense
from generator.dates.values import Unit


def _listed(names: str) -> list[str]:
    return names.split()


_MONTHS = _listed(
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre"
)
_WEEKDAYS = _listed("lundi mardi mercredi jeudi vendredi samedi dimanche")
_NUMBERS = _listed("un deux trois quatre cinq six sept huit neuf dix onze douze")
_ROMAN = _listed("I II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI XVII XVIII XIX XX XXI")
_CENTURIES: dict[str, Value] = {
    "Ier": 1,
    **{f"{name}{ending}": at for at, name in enumerate(_ROMAN, 1) for ending in ("e", "ème")},
}
_UNITS: dict[str, Unit] = {
    "jour": "day", "jours": "day", "semaine": "week", "semaines": "week", "mois": "month",
    "an": "year", "ans": "year", "année": "year", "années": "year", "siècle": "century",
    "siècles": "century",
}  # fmt: skip
_LETTERS = {"day": "D", "week": "W", "month": "M", "year": "Y"}


_SHORT_MONTHS: dict[str, Value] = {
    "janv.": 1, "févr.": 2, "fév.": 2, "avr.": 4, "juil.": 7, "sept.": 9, "oct.": 10, "nov.": 11,
    "déc.": 12, "fevrier": 2, "aout": 8, "decembre": 12,
}  # fmt: skip
"""Abbreviated, or without their accents."""
_FEASTS = {
    "Noël": (12, 25), "la Saint-Sylvestre": (12, 31), "le jour de l'An": (1, 1),
    "la Toussaint": (11, 1), "l'Assomption": (8, 15), "l'Épiphanie": (1, 6),
}  # fmt: skip
_FROM_EASTER = {
    "Pâques": 0, "le lundi de Pâques": 1, "le vendredi saint": -2, "l'Ascension": 39,
    "la Pentecôte": 49, "le mercredi des Cendres": -46, "Mardi gras": -47,
}  # fmt: skip


def _numbers() -> dict[str, Value]:
    table: dict[str, Value] = {name: at for at, name in enumerate(_NUMBERS, start=1)}
    return {**table, "une": 1, "quinze": 15, "vingt": 20, "trente": 30, "cent": 100}


_FIGURE = digits(
    r"(?:1er|\d{1,2}(?:e|ème))", (1, 2), lambda text: int("".join(filter(str.isdecimal, text))),
    then=("er", "e", "ème"),
)  # fmt: skip
"""A number in a row: "1er", "19e"."""

FRAGMENTS: dict[str, Fragment] = {
    "month": words({name: at for at, name in enumerate(_MONTHS, start=1)} | _SHORT_MONTHS),
    "weekday": words({name: at for at, name in enumerate(_WEEKDAYS, start=1)}),
    "day": digits(r"(?:0?[1-9]|[12]\d|3[01])(?!\d)", (1, 2)),
    "year": digits(r"(?:1\d|20)\d\d(?!\d)", (4,)),
    "anyyear": digits(r"[1-9]\d{0,3}(?!\d)", (1, 2, 3, 4)),
    "decade": digits(r"(?:1\d|20)\d0(?!\d)", (4,)),
    "mm": digits(r"(?:0?[1-9]|1[0-2])(?!\d)", (1, 2)),
    "n": digits(r"\d{1,3}(?![\d.,])", (1, 2, 3)),
    "nword": words(_numbers()),
    "unit": words(dict(_UNITS)),
    "tens": digits(r"[1-9]0(?!\d)", (2,)),
    "feast": words({name: name for name in (*_FEASTS, *_FROM_EASTER)}),
    "first": either(
        _FIGURE, words({"premier": 1, "deuxième": 2, "second": 2, "troisième": 3, "quatrième": 4})
    ),
    "season": words({"printemps": 0, "été": 1, "automne": 2, "hiver": 3}),
    "hour": digits(r"(?:[01]?\d|2[0-4])(?!\d)", (1, 2)),
    "minute": digits(r"[0-5]\d(?!\d)", (2,)),
    "era": words(
        {
            "av. J.-C.": -1,
            "avant J.-C.": -1,
            "avant notre ère": -1,
            "ap. J.-C.": 1,
            "apr. J.-C.": 1,
            "après J.-C.": 1,
            "de notre ère": 1,
        }
    ),
    "turn": words({"dernier": -1, "dernière": -1, "prochain": 1, "prochaine": 1}),
    "nth": either(_FIGURE, words(_CENTURIES)),
}

_DAY = "[{weekday} ]{day}[er]"
_COUNT = "({n}|{nword})"


def _full_day(c: Captures, _: Context) -> Reading | None:
    return on_day(c.number("year"), c.number("month"), c.number("day"))


def _days(c: Captures, _: Context) -> Range | None:
    first = on_day(c.number("year"), c.number("month"), c.number("day"))
    last = on_day(c.number("year"), c.number("month"), c.number("day2"))
    return Range(first, last, "day", "day2") if first and last else None


def _clock(c: Captures, ctx: Context) -> Reading | None:
    minute = c.number("minute") if c.has("minute") else 0
    place = (
        ctx.here if ctx.mode == "narrative" or (ctx.last and ctx.last.unit == "day") else ctx.now
    )
    hour = c.number("hour") if c.has("hour") else c.number("hour2")
    clock = f"{hour:02}:{minute:02}"
    return end_of_day(step(place, 0, "day", ctx), clock) or Reading(
        "TIME", f"XXXX-XX-XXT{clock}", "the day is not said"
    )


def _hour(c: Captures, ctx: Context) -> Reading | None:
    """ "À 15 h": without "à" it may be a length of time."""
    at = re.search(r"(?:\bà|\bvers|\bavant|\baprès|,)\s$", ctx.before(8), re.IGNORECASE)
    return _clock(c, ctx) if at or c.has("minute") else None


def _noon(c: Captures, ctx: Context) -> Reading | None:
    place = ctx.here if ctx.last and ctx.last.unit == "day" else ctx.now
    clock = "24:00" if c.match[0].lower().endswith("minuit") else "12:00"
    return end_of_day(step(place, 0, "day", ctx), clock)


def _feast(c: Captures, ctx: Context) -> Reading | None:
    name = c.word("feast")
    if c.has("year"):
        return on_day(*_day_of_feast(name, c.number("year")))
    if ctx.now is None:
        return None
    _, month, day = _day_of_feast(name, civil(ctx.now.day)[0])
    found = month_alone(ctx, month, day)
    return on_day(*_day_of_feast(name, int(found.value[:4])), found.reason) if found else None


def _day_of_feast(name: str, year: int) -> tuple[int, int, int]:
    if name in _FEASTS:
        return (year, *_FEASTS[name])
    return civil(easter_sunday(year) + _FROM_EASTER[name])


def _quarter(c: Captures, _: Context) -> Reading | None:
    return in_quarter(c.number("year"), c.number("first"))


def _half(c: Captures, _: Context) -> Reading | None:
    number = c.number("first")
    return in_half(c.number("year"), number) if number <= 2 else None


def _decade(c: Captures, _: Context) -> Reading | None:
    first = c.number("decade") if c.has("decade") else 1900 + c.number("tens")
    return in_decade(first)


def _century(c: Captures, _: Context) -> Reading | None:
    return in_century(c.number("nth"), bce=c.has("era") and c.number("era") < 0)


def _same(c: Captures, ctx: Context) -> Reading | None:
    return same(ctx.here, _unit(c), ctx)


def _beside(count: int) -> Resolver:
    def resolve(c: Captures, ctx: Context) -> Reading | None:
        return step(ctx.here, count, _unit(c), ctx)

    return resolve


def _year(c: Captures, ctx: Context) -> Reading | None:
    cued = re.search(
        r"(?:\b(?:en|depuis|de|dès|à|avant|après|jusqu['’]en|fin|début|vers|entre|et|l['’]année|été|"
        r"printemps|automne|hiver)\s|\(|\d{4}\s?[-–]\s?)$",
        ctx.before(16),
        re.IGNORECASE,
    )
    return in_year(c.number("year")) if cued and not _COUNTED.match(ctx.after(14)) else None


_COUNTED = re.compile(
    r"\s?[%€$]|\s(?:euros?|francs?|dollars?|personnes|habitants|hommes|femmes|soldats|morts|"
    r"kilomètres|mètres|km|tonnes|emplois|voix)\b"
)


def _turned_unit(c: Captures, ctx: Context) -> Reading | None:
    return step(ctx.now, c.number("turn"), _unit(c), ctx)


def _unit(c: Captures) -> Unit:
    return _UNITS[c.raw("unit").lower()]


def _count(c: Captures) -> int:
    return c.number("n") if c.has("n") else c.number("nword")


def _shifted(sign: int, *, from_story: bool) -> Resolver:
    def resolve(c: Captures, ctx: Context) -> Reading | None:
        return step(ctx.here if from_story else ctx.now, sign * _count(c), _unit(c), ctx)

    return resolve


def _near_day(count: int, *, from_story: bool = False) -> Resolver:
    def resolve(_: Captures, ctx: Context) -> Reading | None:
        return step(ctx.here if from_story else ctx.now, count, "day", ctx)

    return resolve


def _weekday(c: Captures, ctx: Context) -> Reading | None:
    turn = c.number("turn") if c.has("turn") else None
    return weekday_alone(ctx, c.number("weekday"), turn=turn)


def _month(c: Captures, ctx: Context) -> Reading | None:
    turn = c.number("turn") if c.has("turn") else None
    before = r"\b(?:en|de|fin|début|mi|depuis|dès|d['’]ici|au mois de)[ -]$|\bd['’]$"
    if turn is None and not re.search(before, ctx.before(12), re.IGNORECASE):
        return None
    return month_alone(ctx, c.number("month"), turn=turn)


def _length(c: Captures, _: Context) -> Reading | None:
    unit = _unit(c)
    return duration(_count(c), _LETTERS[unit]) if unit in _LETTERS else None


def _that_year(_: Captures, ctx: Context) -> Reading | None:
    return same(ctx.here, "year", ctx)


def _season(c: Captures, ctx: Context) -> Reading | None:
    if c.has("year"):
        return in_season(c.number("year"), c.number("season"))
    return in_season(civil(ctx.now.day)[0] - 1, c.number("season")) if ctx.now else None


_FUTURE = re.compile(
    r"\b(?:[a-zéè]+(?:era|eront|ira|iront|dra|dront)|sera|seront|aura|auront|doit|doivent|va|vont|"
    r"prévue?s?)\b",
    re.IGNORECASE,
)
_PAST = re.compile(
    r"\b(?:a|ont|est|sont|était|étaient|avait|avaient|fut|furent)\b|\b[a-zé]{3,}(?:èrent|aient)\b",
    re.IGNORECASE,
)


def tense(text: str, start: int, end: int) -> Tense:
    """Of the sentence: future where one of its verbs is."""
    before = text[max(0, start - 150) : start]
    sentence = (
        re.split(r"[.!?]\s", before)[-1] + re.split(r"[.!?](?:\s|$)", text[end : end + 150])[0]
    )
    if _FUTURE.search(sentence):
        return "future"
    return "past" if _PAST.search(sentence) else ""


RULES = (
    Rule(
        "jour mois année",
        f"{_DAY} {{month}} {{year}}",
        _full_day,
        (
            ("Le pont a ouvert le [26 janvier 1923].", "1923-01-26"),
            ("Signé le [1er mai 1950] à Paris", "1950-05-01"),
        ),
        ("le 31 février 2001 n'existe pas",),
    ),
    Rule(
        "jours d'un mois",
        "{day}[er]( au | et |–){day:day2} {month} {year}",
        _days,
        (("La foire du 3 au [7 mai 2011] a plu.", "2011-05-07"),),
    ),
    Rule(
        "mois année",
        "{month} {year}",
        lambda c, _: in_month(c.number("year"), c.number("month")),
        (("Le vote de [mai 2020] a échoué.", "2020-05"),),
    ),
    Rule(
        "jour mois",
        f"{_DAY} {{month}}",
        lambda c, ctx: month_alone(ctx, c.number("month"), c.number("day")),
        (
            ("Le raid du [jeudi 26 janvier] a fait neuf morts.", "2023-01-26"),
            ("Le barrage a cédé le [9 décembre].", "2022-12-09"),
        ),
        ("26 marsouins",),
    ),
    Rule(
        "mois",
        "{month}[ {turn}]",
        _month,
        (
            ("Les prix ont baissé en [août].", "2022-08"),
            ("Elle est partie en [mai dernier].", "2022-05"),
        ),
        ("la planète mars est rouge",),
    ),
    Rule(
        "jour en chiffres",
        "{day}/{mm}/{year}",
        lambda c, _: on_day(c.number("year"), c.number("mm"), c.number("day")),
        (("Déposé le [07/08/2007].", "2007-08-07"),),
    ),
    Rule(
        "année",
        "{year}",
        _year,
        (
            ("La vallée, occupée depuis [1967], est sèche.", "1967"),
            ("Les accords ([1993])", "1993"),
        ),
        ("il coûte 1999 €", "environ 2000 personnes", "une somme de 2000 euros"),
    ),
    Rule(
        "année d'une ère",
        "{anyyear} {era}",
        lambda c, _: in_year(
            1 - c.number("anyyear") if c.number("era") < 0 else c.number("anyyear")
        ),
        (
            ("César meurt en [44 av. J.-C.]", "BC0044"),
            ("Pompéi disparaît en [79 de notre ère].", "0079"),
        ),
    ),
    Rule(
        "trimestre",
        "[le ]{first} trimestre [de ]{year}",
        _quarter,
        (("Le chômage a baissé au [premier trimestre 2021].", "2021-Q1"),),
        ("le premier trimestre fut bon",),
    ),
    Rule(
        "semestre",
        "[le ]{first} semestre [de ]{year}",
        _half,
        (("Le chômage a baissé au [second semestre 2021].", "2021-H2"),),
        ("le troisième semestre 2021",),
    ),
    Rule(
        "fête",
        "{feast}[ {year}]",
        _feast,
        (
            ("La trêve de [Noël 1914] dura peu.", "1914-12-25"),
            ("Le port a fermé à [Pâques].", "2022-04-17"),
        ),
    ),
    Rule(
        "midi",
        "(à |avant |après |)(midi|minuit)",
        _noon,
        (("Le 3 mai 2011, la digue céda [à midi].", "2011-05-03T12:00"),),
    ),
    Rule(
        "millénaire",
        "[le ]{nth} millénaire[ {era}]",
        lambda c, _: in_millennium(c.number("nth"), bce=c.has("era") and c.number("era") < 0),
        (("Le bronze vient au [IIIe millénaire av. J.-C.]", "BC2"),),
    ),
    Rule(
        "heure",
        "({hour} (h|heures|heure)[ {minute}]|{hour:hour2}h)",
        _hour,
        (
            ("Le 3 mai 2011, la digue céda à [15 h 30].", "2011-05-03T15:30"),
            ("Le 3 mai 2011, la digue céda à [15 heures].", "2011-05-03T15:00"),
            ("Le 3 mai 2011, la digue céda à [15h].", "2011-05-03T15:00"),
        ),
        ("une nage de 15 heures",),
    ),
    Rule(
        "horloge",
        "{hour}(:|h){minute}",
        _clock,
        (("Il partit à [18h04].", "2023-01-26T18:04"),),
    ),
    Rule(
        "le même",
        "(le|la|cette) même {unit}",
        _same,
        (("Parti le 3 mai 1912, il revint [le même jour].", "1912-05-03"),),
    ),
    Rule(
        "unité suivante",
        "(le |la |l'){unit} suivante",
        _beside(1),
        (("Il coula en 1912 ; [l'année suivante], on oublia.", "1913"),),
    ),
    Rule(
        "unité suivante d'un mois",
        "le {unit} suivant",
        _beside(1),
        (("Parti en mai 1912, il revint [le mois suivant].", "1912-06"),),
    ),
    Rule(
        "unité précédente",
        "(le |la |l'){unit} (précédent|précédente|d'avant)",
        _beside(-1),
        (("Il coula en 1912 ; [l'année précédente], il neigea.", "1911"),),
    ),
    Rule(
        "années",
        "[les ]années ({decade}|{tens})",
        _decade,
        (
            ("Le jazz des [années 1920] revient.", "192"),
            ("Le rock des [années 80] revient.", "198"),
        ),
    ),
    Rule(
        "siècle",
        "[le ]{nth} siècle[ {era}]",
        _century,
        (
            ("Une église du [XIIe siècle] a brûlé.", "11"),
            ("Une église du [12e siècle] a brûlé.", "11"),
            ("Un temple du [Ve siècle av. J.-C.]", "BC04"),
        ),
    ),
    Rule(
        "saison",
        "{season}( {year}| dernier)",
        _season,
        (("La grève du [printemps 1968] s'étend.", "1968-SP"),),
        ("un bel été",),
    ),
    Rule(
        "jour de semaine",
        "{weekday}[ {turn}]",
        _weekday,
        (
            ("La police l'a arrêté [lundi].", "2023-01-23"),
            ("Le ministre se rendra à Rome [lundi].", "2023-01-30"),
            ("Elle est partie [jeudi dernier].", "2023-01-19"),
        ),
    ),
    Rule(
        "aujourd'hui",
        "aujourd'hui",
        _near_day(0),
        (("Il pleut [aujourd’hui].", "2023-01-26"),),
    ),
    Rule("hier", "hier", _near_day(-1), (("Il a plu [hier].", "2023-01-25"),)),
    Rule("demain", "demain", _near_day(1), (("On vote [demain].", "2023-01-27"),)),
    Rule(
        "lendemain",
        "le lendemain",
        _near_day(1, from_story=True),
        (("Parti le 3 mai 1912, il fut malade [le lendemain].", "1912-05-04"),),
    ),
    Rule(
        "veille",
        "la veille",
        _near_day(-1, from_story=True),
        (("Parti le 3 mai 1912, il avait écrit [la veille].", "1912-05-02"),),
    ),
    Rule(
        "il y a",
        f"il y a {_COUNT} {{unit}}",
        _shifted(-1, from_story=False),
        (("La mine a fermé [il y a deux ans].", "2021"),),
        ("il y a deux maisons",),
    ),
    Rule(
        "plus tard",
        f"{_COUNT} {{unit}} (plus tard|après)",
        _shifted(1, from_story=True),
        (("Parti le 3 mai 1912, il revint [deux jours plus tard].", "1912-05-05"),),
    ),
    Rule(
        "plus tôt",
        f"{_COUNT} {{unit}} (plus tôt|auparavant)",
        _shifted(-1, from_story=True),
        (("Parti le 3 mai 1912, il avait écrit [deux jours plus tôt].", "1912-05-01"),),
    ),
    Rule(
        "unité prochaine",
        "(la |le |l'){unit} {turn}",
        _turned_unit,
        (
            ("Le vote a lieu [la semaine prochaine].", "2023-W05"),
            ("La mine a fermé [l'an dernier].", "2022"),
        ),
    ),
    Rule(
        "cette année-là",
        "cette année-là",
        _that_year,
        (("Il coula en 1912 ; [cette année-là], il neigea.", "1912"),),
    ),
    Rule(
        "durée",
        f"{_COUNT} {{unit}}",
        _length,
        (("Cela a duré [trois jours].", "P3D"),),
        ("un animal",),
    ),
    Rule(
        "maintenant",
        "(maintenant|actuellement)",
        lambda _c, _ctx: vague("PRESENT_REF"),
        (("Il vit [actuellement] à Rome.", "PRESENT_REF"),),
    ),
)

LANGUAGE = Language(
    code="fr",
    fragments=FRAGMENTS,
    written=WRITTEN,
    rules=RULES,
    tense=tense,
    before=re.compile(
        r"(?<![^\W_])(?:(?:la\s)?fin|(?:le\s)?début|mi|au\sdébut\sde|à\sla\sfin\sde|près\sde)[\s-]$",
        re.IGNORECASE,
    ),
    bounds=(
        (re.compile(r"\b(?:depuis|dès)\s+(?:le\s+)?$", re.IGNORECASE), "since"),
        (re.compile(r"\bjusqu['’](?:en|au)\s+$", re.IGNORECASE), "until"),
        (re.compile(r"\b(?:vers|circa)\s+$", re.IGNORECASE), "about"),
    ),
    between=re.compile(r"\s?[-–—]\s?|\s+(?:à|au|jusqu['’]en|jusqu['’]au)\s+"),
    both=re.compile(r",?\s+et\s+"),
    opening=re.compile(r"\bentre\s+(?:le\s+)?$", re.IGNORECASE),
    clock=re.compile(r",?\s+(?:à\s+)?"),
    compared=re.compile(r"\b(?:qu[e'’]|comparée?s? à|contrairement à)\s*(?:en\s+|celle de\s+)?$"),
    deictic=re.compile(
        r"\b(?:aujourd['’]hui|hier|demain|(?:lun|mar|mercre|jeu|vendre|same)di|dimanche|derni(?:er|ère)|"
        r"prochaine?)\b",
        re.IGNORECASE,
    ),
)
