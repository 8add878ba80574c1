"""The few words around dates that CLDR lacks, by language; signs stand in for the others.

Names of months and the order of a date's parts are not here: they are CLDR's. A language is listed
when its grammar around dates is known for sure.
"""

from collections.abc import Callable, Mapping
from typing import NamedTuple


class Phrases(NamedTuple):
    """What is said around a date; `{}` stands for the date."""

    about: str
    possibly: str
    since: str
    until: str
    before: str
    after: str
    between: str
    """Around the first of two dates; `and_` is around the second."""
    and_: str
    either: str
    also: str


class Names(NamedTuple):
    """What the periods that CLDR has no names for are called; `{}` is their year or number."""

    seasons: tuple[str, str, str, str]
    """From spring."""
    halves: tuple[str, str]
    decade: str
    century: str
    millennium: str
    nth: Callable[[int], str]
    """A century's or millennium's number."""
    article: str = "{}"
    """A decade, a century or a millennium where its phrase has no article."""
    early: str = "{}"
    """A year of the first millennium of our era."""
    era: str = ""
    """The name of the time before our era, if not CLDR's."""


class Words(NamedTuple):
    """A language's phrases, which may differ by what they stand with: "depuis le 3 mai"."""

    year: Phrases
    month: Phrases
    day: Phrases
    names: Names | None = None
    period: Phrases | None = None
    """With a season, a quarter, a half, a century or a millennium; else as with a month or year."""
    decade: Phrases | None = None
    elisions: tuple[tuple[str, str], ...] = ()
    """Patterns of what sound changes, and their replacements."""
    first: str = "{}"
    """How the first day of a month is written."""


def _alike(phrases: Phrases) -> Words:
    return Words(phrases, phrases, phrases)


def _english_nth(number: int) -> str:
    last = {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{'th' if number % 100 in (11, 12, 13) else last}"


def _french_nth(number: int) -> str:
    """Roman, as French writes its centuries."""
    signs = (("X", 10), ("IX", 9), ("V", 5), ("IV", 4), ("I", 1))
    roman, rest = "", number
    for sign, value in signs:
        roman += sign * (rest // value)
        rest %= value
    return "Ier" if number == 1 else f"{roman}e"


SIGNS = _alike(
    Phrases("≈ {}", "{}?", "{}–", "–{}", "< {}", "> {}", "{}", "–{}", " / ", ", ")
)  # fmt: skip

_GERMAN = Phrases(
    "etwa {}", "möglicherweise {}", "seit {}", "bis {}", "vor {}", "nach {}",
    "zwischen {}", " und {}", " oder ", " und ",
)  # fmt: skip
_FRENCH = Phrases(
    "vers {}", "peut-être {}", "depuis {}", "jusqu’en {}", "avant {}", "après {}",
    "entre {}", " et {}", " ou ", " et ",
)  # fmt: skip
_SPANISH = Phrases(
    "hacia {}", "posiblemente {}", "desde {}", "hasta {}", "antes de {}", "después de {}",
    "entre {}", " y {}", " o ", " y ",
)  # fmt: skip
_ITALIAN = Phrases(
    "{} circa", "forse {}", "da {}", "fino a {}", "prima di {}", "dopo {}",
    "tra {}", " e {}", " o ", " e ",
)  # fmt: skip
_ITALIAN_WITH_ARTICLE = _ITALIAN._replace(
    since="dal {}", until="fino al {}", before="prima del {}", after="dopo il {}",
    between="tra il {}", and_=" e il {}",
)  # fmt: skip

_ENGLISH = Phrases(
    "about {}", "possibly {}", "since {}", "until {}", "before {}", "after {}",
    "between {}", " and {}", " or ", " and ",
)  # fmt: skip
_ENGLISH_NAMES = Names(
    ("spring {}", "summer {}", "autumn {}", "winter {}"),
    ("first half of {}", "second half of {}"),
    "{}s", "{} century", "{} millennium", _english_nth,
    article="the {}", early="{} CE", era="BCE",
)  # fmt: skip
_FRENCH_NAMES = Names(
    ("printemps {}", "été {}", "automne {}", "hiver {}"),
    ("premier semestre {}", "second semestre {}"),
    "années {}", "{} siècle", "{} millénaire", _french_nth,
)  # fmt: skip
_FRENCH_WITH_ARTICLE = _FRENCH._replace(
    about="vers le {}", possibly="peut-être le {}", since="depuis le {}",
    until="jusqu’au {}", before="avant le {}", after="après le {}",
    between="entre le {}", and_=" et le {}",
)  # fmt: skip
_FRENCH_DECADE = _FRENCH._replace(
    about="vers les {}", possibly="peut-être les {}", since="depuis les {}",
    until="jusqu’aux {}", before="avant les {}", after="après les {}",
    between="entre les {}", and_=" et les {}",
)  # fmt: skip

WORDS: Mapping[str, Words] = {
    "en": Words(_ENGLISH, _ENGLISH, _ENGLISH, names=_ENGLISH_NAMES),
    "de": Words(
        _GERMAN,
        _GERMAN,
        _GERMAN._replace(
            about="etwa am {}", possibly="möglicherweise am {}", since="seit dem {}",
            until="bis zum {}", before="vor dem {}", after="nach dem {}",
            between="zwischen dem {}", and_=" und dem {}",
        ),
    ),
    "fr": Words(
        _FRENCH,
        _FRENCH,
        _FRENCH_WITH_ARTICLE,
        names=_FRENCH_NAMES,
        period=_FRENCH_WITH_ARTICLE,
        decade=_FRENCH_DECADE,
        elisions=((r"\bau (?=[éah][uti])", "à l’"), (r"\ble (?=[éah][uti])", "l’")),
        first="{}er",
    ),
    "es": Words(
        _SPANISH,
        _SPANISH,
        _SPANISH._replace(
            about="hacia el {}", possibly="posiblemente el {}", since="desde el {}",
            until="hasta el {}", before="antes del {}", after="después del {}",
            between="entre el {}", and_=" y el {}",
        ),
        elisions=((r"\bo (?=o)", "u "),),
    ),
    "it": Words(
        _ITALIAN_WITH_ARTICLE,
        _ITALIAN,
        _ITALIAN_WITH_ARTICLE,
        elisions=(
            (r"\b(da|de|a)l (?=(?:8|11|8\d\d)\b)", r"\1ll’"),
            (r"\bil (?=(?:8|11|8\d\d)\b)", "l’"),
        ),
    ),
    "pt": _alike(
        Phrases(
            "cerca de {}", "possivelmente {}", "desde {}", "até {}", "antes de {}", "após {}",
            "entre {}", " e {}", " ou ", " e ",
        )
    ),
    "nl": _alike(
        Phrases(
            "rond {}", "mogelijk {}", "sinds {}", "tot {}", "vóór {}", "na {}",
            "tussen {}", " en {}", " of ", " en ",
        )
    ),
}  # fmt: skip
"""By ISO 639 code."""
