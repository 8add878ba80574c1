"""The catalogues of the pages' words."""

import re
from pathlib import Path

import msgspec
import pytest

import generator.site
from generator.site import catalogue
from generator.site.strings import ENGLISH, Plural, strings_for
from generator.site.views.event import event
from tests.site.reading import find, parse, text_of
from tests.site.sample import CONFIG, render, sample_site

LOCALES = sorted((Path(generator.site.__file__).parent / "locales").glob("*.po"))


def test_there_is_french() -> None:
    assert "fr" in {path.stem for path in LOCALES}


@pytest.mark.parametrize("path", LOCALES, ids=lambda path: path.stem)
def test_a_catalogue_has_every_message_and_no_other(path: Path) -> None:
    held = catalogue.read(path.read_bytes(), path.stem)
    named = {message.context: message for message in held if message.id}
    assert set(named) == {name for name, _ in catalogue.messages()}
    for name, english in catalogue.messages():
        message = named[name]
        forms = (english,) if isinstance(english, str) else english.forms
        told = (message.string,) if isinstance(message.string, str) else message.string or ()
        assert message.id == english if isinstance(english, str) else message.id == english.forms
        assert len(told) == (1 if isinstance(english, str) else held.num_plurals)
        for text in told:
            assert text.strip()
            # "One event" and the like say their number in words.
            assert set(_fields(text)) <= {field for form in forms for field in _fields(form)}
        assert {field for text in told for field in _fields(text)} == {
            field for form in forms for field in _fields(form)
        }


def _fields(text: str) -> list[str]:
    return re.findall(r"\{\w+\}", text)


def test_numbers_take_the_forms_of_the_language() -> None:
    french = strings_for("fr-CA")
    assert french.events(0) == "0 événement"
    assert french.events(2) == "2 événements"
    assert french.events(12345) == "12\u00a0345 événements"


def test_more_than_two_forms() -> None:
    data = b"""msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\\n"
"Plural-Forms: nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 ? 1 : 2);\\n"

msgctxt "events"
msgid "{n} event"
msgid_plural "{n} events"
msgstr[0] "{n} a"
msgstr[1] "{n} b"
msgstr[2] "{n} c"
"""
    strings = catalogue._strings(catalogue.read(data, "ru"), "ru")
    assert [strings.events(n) for n in (1, 2, 5, 21)] == ["1 a", "2 b", "5 c", "21 a"]
    assert strings.search == ENGLISH.search


def test_the_template_is_a_catalogue_without_translations() -> None:
    held = catalogue.read(catalogue.template().encode(), "en")
    assert {message.context for message in held if message.id} == {
        name for name, _ in catalogue.messages()
    }
    assert isinstance(ENGLISH.events, Plural)


def test_a_french_site_says_nothing_in_english() -> None:
    config = msgspec.structs.replace(CONFIG, language="fr")
    english = {text for _, text in catalogue.messages() if isinstance(text, str) and " " in text}
    same = {text for text in english if text in vars_of("fr")}
    for path, data in render(sample_site(config)).items():
        if path.endswith(".html"):
            page = parse(data)
            assert page.get("lang") == "fr"
            said = text_of(find(page, "body")[0])
            assert [text for text in english - same if text in said] == [], path


def vars_of(language: str) -> set[str]:
    strings = strings_for(language)
    return {getattr(strings, name) for name, _ in catalogue.messages()}


def test_why_two_events_are_linked_is_said_in_the_language_of_the_site() -> None:
    site = sample_site(msgspec.structs.replace(CONFIG, language="fr"))
    link = msgspec.structs.replace(
        next(link for link in site.links if link.kind == "shared"),
        article="",
        concerns=("Jenin", "UNRWA", "Merkava"),
    )
    links = {link.later: (link,)}
    page = event(msgspec.structs.replace(site, before=links), "", link.later)
    assert page.before[0].reasons[0].text.startswith("En commun : Jenin, UNRWA et Merkava ; ")
    assert page.before[0].reasons[0].text.endswith(" plus tôt")
