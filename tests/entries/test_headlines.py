import pytest

from generator.entries.headlines import matches, parts

TEXT = "The port of Orlena has been shut."


@pytest.mark.parametrize(
    ("headline", "wanted"),
    [
        ("Marn ends its fishing pact", ("Marn ends its fishing pact",)),
        ("Fire in Marn: six workers die", ("Six workers die",)),
        ("Will Marn end its fishing pact?", ()),
        ("Why you should visit Marn", ()),
        ("The best pies of Marn", ()),
        ("Five Ways To Leave Your Fishing Village Behind Today", ()),
        ("“It was terrible” says captain", ()),
        ("The port of Orlena has been shut", ("The port of Orlena has been shut",)),
        ("", ()),
    ],
)
def test_the_parts_of_a_headline_that_are_a_sentence(
    headline: str, wanted: tuple[str, ...]
) -> None:
    assert parts(headline, TEXT if "Orlena" not in headline else "Other words.") == wanted


def test_a_title_that_repeats_the_text_is_no_headline() -> None:
    assert parts("The port of Orlena has been shut", TEXT) == ()


def test_a_headline_and_a_sentence_match_by_their_words() -> None:
    headline = "Marn ends its fishing pact with Velmar"
    assert matches(headline, "Marn said it had ended the fishing pact with Velmar.") >= 3
    assert matches(headline, "Velmar elected a parliament.") == 0
