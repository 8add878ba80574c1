import pytest

from generator.entries.opposites import opposed


@pytest.mark.parametrize(
    ("a", "b", "what"),
    [
        ("The court convicted Per Lind", "The court acquitted Per Lind", "convicted, acquitted"),
        ("Zand imposed a ban on Marn", "Zand lifted a ban on Marn", "imposed, lifted"),
        ("Zand invaded Marn", "Marn invaded Zand", "who did it to whom"),
        (
            "Rebels captured Roe from government forces",
            "Government forces captured Roe from rebels",
            "who did it to whom",
        ),
        (
            "The Zandish army seized Roe from the Meranian army in May",
            "The Meranian army seized Roe from the Zandish army",
            "who did it to whom",
        ),
        (
            "Roe was captured from the rebels",
            "The rebels captured Roe",
            "who did it to whom",
        ),
        ("Eva Lund resigned", "Eva Lund refused to resign", "refused"),
        ("Amin Sol was wounded in Adra", "Amin Sol was killed in Adra", "wounded, killed"),
    ],
)
def test_what_says_the_contrary_is_found_both_ways(a: str, b: str, what: str) -> None:
    assert opposed(a, b) == what
    assert opposed(b, a) != ""


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Zand invaded Marn", "Marn was invaded by Zand"),
        ("Eva Lund met Per Lind", "Per Lind met Eva Lund"),
        ("Zand and Marn signed a pact", "Marn and Zand signed a pact"),
        ("The court convicted Per Lind", "Per Lind was sentenced by the court"),
        ("Rebels captured Roe from the army", "Roe was captured from the army by rebels"),
        ("The northern army captured Roe from the southern army", "The northern army took Roe"),
        ("Rebels captured Roe from the army", "Rebels in the north captured Roe"),
        ("Rebels seized the town of Kesh", "The town of Kesh was taken"),
    ],
)
def test_what_says_the_same_is_left_alone(a: str, b: str) -> None:
    assert opposed(a, b) == ""
