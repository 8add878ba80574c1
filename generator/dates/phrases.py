"""The few words around dates that CLDR lacks, by language; signs stand in for the others.

Names of months and the order of a date's parts are not here: they are CLDR's. A language is listed
when its grammar around dates is known for sure.
"""

from collections.abc import Mapping
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


class Words(NamedTuple):
    """A language's phrases, which may differ by what they stand with: "depuis le 3 mai"."""

    year: Phrases
    month: Phrases
    day: Phrases
    elisions: tuple[tuple[str, str], ...] = ()
    """Patterns of what sound changes, and their replacements."""


def _alike(phrases: Phrases) -> Words:
    return Words(phrases, phrases, phrases)


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

WORDS: Mapping[str, Words] = {
    "en": _alike(
        Phrases(
            "about {}", "possibly {}", "since {}", "until {}", "before {}", "after {}",
            "between {}", " and {}", " or ", " and ",
        )
    ),
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
        _FRENCH._replace(
            about="vers le {}", possibly="peut-être le {}", since="depuis le {}",
            until="jusqu’au {}", before="avant le {}", after="après le {}",
            between="entre le {}", and_=" et le {}",
        ),
    ),
    "es": Words(
        _SPANISH,
        _SPANISH,
        _SPANISH._replace(
            about="hacia el {}", possibly="posiblemente el {}", since="desde el {}",
            until="hasta el {}", before="antes del {}", after="después del {}",
            between="entre el {}", and_=" y el {}",
        ),
        ((r"\bo (?=o)", "u "),),
    ),
    "it": Words(
        _ITALIAN_WITH_ARTICLE,
        _ITALIAN,
        _ITALIAN_WITH_ARTICLE,
        (
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
