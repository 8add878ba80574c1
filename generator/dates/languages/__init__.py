"""What the tagger knows of a language is data: one table a language, loaded when first needed."""

from functools import cache
from importlib import import_module

from generator.dates.event_date import DateError
from generator.dates.rules import Language

LANGUAGES = ("en", "fr")
"""The languages there is a table for, by their ISO 639 code."""


@cache
def load(code: str) -> Language:
    """The table of a language; a regional code ("en-GB") reads its language's.

    Raises:
        DateError: when there is none.
    """
    base = code.lower().replace("_", "-").partition("-")[0]
    if base not in LANGUAGES:
        raise DateError(
            f'no date rules for the language "{code}"', f"known: {', '.join(LANGUAGES)}"
        )
    language: Language = import_module(f"generator.dates.languages.{base}").LANGUAGE
    return language
