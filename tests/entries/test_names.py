import pytest

from generator.entries.names import find, fold, key, place_of, within
from generator.model import Article


def named(text: str) -> dict[str, tuple[str, ...]]:
    article = Article(id="0" * 16, path="seeds/example.txt", title="", text=text)
    names = find(article)
    for name in names:
        assert text[name.start : name.end].strip() == text[name.start : name.end] != ""
    return {kind: values for kind, values in within(names, 0, len(text)).items() if values}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Defense Minister Jonas Adler left.", {"person": ("Jonas Adler",)}),
        (
            "Lumen Bank President Ilse Brandt resigned.",
            {"person": ("Ilse Brandt",), "organization": ("Lumen Bank",)},
        ),
        (
            "The talks were held in Castell, a city in the north of Austria.",
            {"place": ("Castell", "Austria")},
        ),
        ("The French army withdrew.", {"organization": ("French army",)}),
        (
            "The Ministry of Health closed a hospital in Vienna.",
            {"organization": ("Ministry of Health",), "place": ("Vienna",)},
        ),
        (
            "French Secretary of State Ada Poe met the Minister of Defence, Ben Roe, in Lyon.",
            {"person": ("Ada Poe", "Ben Roe"), "place": ("France", "Lyon")},
        ),
        ("U.S. officials met in Geneva.", {"place": ("United States", "Geneva")}),
        ("Gerda von Holt of the Orlena Institute spoke.", {"organization": ("Orlena Institute",)}),
        ("Yesterday it rained. Nobody came. Then June ended.", {}),
    ],
)
def test_names_by_their_words_and_what_stands_around_them(
    text: str, wanted: dict[str, tuple[str, ...]]
) -> None:
    found = named(text)
    assert {kind: found.get(kind) for kind in wanted} == wanted
    if not wanted:
        assert found == {}


def test_a_surname_stands_for_the_person() -> None:
    text = "Mayor Ilse Brandt opened the tunnel. Critics say Brandt was late."
    assert named(text) == {"person": ("Ilse Brandt",)}


def test_letters_stand_for_the_organisation() -> None:
    text = "The Marn Fishing Union met in Oslo. Members of the MFU voted."
    assert named(text) == {"organization": ("Marn Fishing Union",), "place": ("Oslo",)}


def test_two_people_of_one_surname_stay_apart() -> None:
    text = "Anna Holt met Karl Holt in Rome. Later, a man asked Holt for money."
    assert named(text)["person"][:2] == ("Anna Holt", "Karl Holt")


def test_a_word_that_opens_a_sentence_is_no_name() -> None:
    assert named("Security was tight. Cameras filmed the square.") == {}


def test_spellings_of_one_name_are_folded_to_the_most_frequent() -> None:
    counts = {"US Senate": 3, "U.S. Senate": 5, "Ministry of Defence": 1, "Ministry of Defense": 1}
    folded = fold(counts)
    assert folded["US Senate"] == "U.S. Senate"
    assert folded["Ministry of Defence"] == folded["Ministry of Defense"] == "Ministry of Defence"


def test_folding_does_not_depend_on_order() -> None:
    counts = {"Gaza": 2, "Gaza Strip": 1, "The Hague": 1, "Hague": 4}
    assert fold(counts) == fold(dict(reversed(counts.items())))


def test_different_names_keep_apart() -> None:
    assert key("Bank of Marn") != key("Marn Bank")


def test_demonyms_tell_their_place() -> None:
    assert [place_of(word) for word in ("Israeli", "Danes", "Korean", "Table")] == [
        "Israel",
        "Denmark",
        "",
        "",
    ]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Israeli troops left. French president Ann Moe spoke.", ("Israel", "France")),
        ("A ship lay in Prince William Sound.", ("Prince William Sound",)),
        ("LONDON (Reuters) - A ship sank.", ("London",)),
        ("She left New York.", ("New York",)),
    ],
)
def test_places_are_told_from_people_and_letters(text: str, wanted: tuple[str, ...]) -> None:
    assert named(text)["place"] == wanted


def test_an_and_within_a_name_and_one_between_two() -> None:
    found = named("The Securities and Exchange Commission sued Marn Oil and Roe Motors Corp.")
    assert found["organization"] == (
        "Securities and Exchange Commission",
        "Marn Oil",
        "Roe Motors Corp",
    )


def test_a_middle_initial_is_part_of_the_name() -> None:
    assert named("Mayor Ada M. Poe left. Critics of Poe cheered.")["person"] == ("Ada M. Poe",)


def test_the_form_of_a_company_makes_no_other_name() -> None:
    assert key("Marn Oil Plc") == key("Marn Oil")
