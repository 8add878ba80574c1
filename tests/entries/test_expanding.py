import pytest

from generator.entries.expanding import expand, phrases


@pytest.mark.parametrize(
    ("headline", "wanted"),
    [
        ("Marn ends its fishing pact with Velmar", {"pact": "fishing pact with Velmar"}),
        ("Marn ends the pact", {}),
        ("", {}),
    ],
)
def test_what_the_headline_says_of_its_nouns(headline: str, wanted: dict[str, str]) -> None:
    assert phrases(headline) == wanted


@pytest.mark.parametrize(
    ("title", "wanted"),
    [
        ("Pact ended", "Fishing pact with Velmar ended"),
        ("The pact ended", "The fishing pact with Velmar ended"),
        ("Marn broke off the pact", "Marn broke off the fishing pact with Velmar"),
        ("Marn ended the fishing pact with Velmar", "Marn ended the fishing pact with Velmar"),
        ("The pactum ended", "The pactum ended"),
        (f"Marn, which {'very ' * 12}much wanted it, ended the pact", None),
    ],
)
def test_a_bare_noun_is_filled_out_when_that_fits(title: str, wanted: str | None) -> None:
    known = {"pact": "fishing pact with Velmar"}
    assert expand(title, known) == (title if wanted is None else wanted)
