import re
from pathlib import Path

import pytest

import generator.site
from generator.site import theme
from generator.site.strings import ENGLISH, Strings, strings_for


def test_numbers_choose_their_form() -> None:
    assert ENGLISH.events(0) == "0 events"
    assert ENGLISH.events(1) == "1 event"
    assert ENGLISH.events(1272) == "1,272 events"


def test_a_language_without_a_catalogue_is_english() -> None:
    assert strings_for("cy-GB") is ENGLISH


def test_every_string_is_said_somewhere() -> None:
    folders = [theme.default_theme().templates[0], Path(generator.site.__file__).parent]
    texts = [
        path.read_text(encoding="utf-8")
        for folder in folders
        for path in sorted(folder.rglob("*.*"))
        if path.suffix in {".html", ".py"}
    ]
    said = set(re.findall(r"\b(?:t|strings|self)\.(\w+)", "\n".join(texts)))
    assert set(Strings.__struct_fields__) - said == set()


@pytest.mark.parametrize(
    ("language", "said"), [("en", "the first lines"), ("fr-CA", "les premières lignes")]
)
def test_where_a_date_is_from_is_said_in_the_language_of_the_site(language: str, said: str) -> None:
    strings = strings_for(language)
    assert strings.source("first lines") == said
    assert strings.source("JSON-LD datePublished") == "JSON-LD datePublished"
