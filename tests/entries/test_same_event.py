"""Passages that tell one event find each other."""

import itertools

import pytest

from generator.dates import parse_edtf
from generator.entries.counts import contradiction, counts
from generator.entries.linkage import groups
from generator.entries.passages import Passage, same_event
from generator.entries.same_event import same_date
from generator.entries.words import terms

PASSAGES = (
    Passage("1", "n1", "A gunman killed three people at a bank in Port Lumen."),
    Passage("2", "n2", "Three dead in Port Lumen bank shooting"),
    Passage("3", "n3", "Three people were slain in a bank in Port Lumen by a gunman, police said."),
    Passage("4", "n4", "The senate of Karesh passed the fisheries law after a long debate."),
    Passage("5", "n5", "Karesh senate passes fisheries law"),
    Passage("6", "n6", "A museum of glass opens in Belmar."),
)


def test_passages_on_one_event_share_a_cluster() -> None:
    assert same_event(PASSAGES) == {"1": "1", "2": "1", "3": "1", "4": "4", "5": "4", "6": "6"}


def test_the_order_does_not_matter() -> None:
    assert all(same_event(p) == same_event(PASSAGES) for p in itertools.permutations(PASSAGES))


def test_other_dates_stay_apart() -> None:
    first = Passage("4", "n4", PASSAGES[3].text, parse_edtf("2031-01-05"))
    other = Passage("5", "n5", PASSAGES[4].text, parse_edtf("2032-01-05"))

    assert same_event([first, other, PASSAGES[5]])["5"] == "5"


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("2031-03-03", "2031-03-03", True),
        ("2031-03", "2031-03-03", True),
        ("2031", "2031-03-03", True),
        ("2031-03-03", "2031-03-04", False),
        ("1967/..", "1967/..", True),
        ("1967/..", "1993", False),
        ("1967/..", "1968/..", False),
        ("2031-01-30/2031-01-31", "2031-01-30", True),
        ("2030-01-01/2031-12-31", "2031-01-30", False),
    ],
)
def test_when_two_dates_may_be_one(a: str, b: str, same: bool) -> None:
    assert same_date(parse_edtf(a), parse_edtf(b)) is same
    assert same_date(parse_edtf(b), parse_edtf(a)) is same


@pytest.mark.parametrize(
    ("a", "b", "differ"),
    [
        ("nine people died", "10 people were killed", ("nine", "10")),
        ("nine people died", "9 people died", None),
        ("nine people died", "at least eight people died", None),
        ("at least ten people died", "eight people died", ("ten", "eight")),
        ("about 100 people died", "110 people died", None),
        ("about 100 people died", "300 people died", ("100", "300")),
        ("fines of $75m", "fines of $20bn", ("$75m", "$20bn")),
        ("5 people died and 30 were injured", "30 were injured", None),
        ("Eleven people died", "17 people were injured", None),
        ("49 dead, including 17 children", "17 children among the 49 dead", None),
        ("It began in 1993.", "It began in 1967.", None),
        ("On 3 March two ships sank", "On 4 March two ships sank", None),
        ("a curfew of three days", "a curfew of two weeks", None),
        ("the 2nd battalion", "the 3rd battalion", None),
        ("twenty-five miners", "two hundred miners", ("twenty-five", "two hundred")),
    ],
)
def test_numbers_that_contradict(a: str, b: str, differ: tuple[str, str] | None) -> None:
    assert contradiction(counts(a), counts(b)) == differ


def test_terms_fold_forms_and_words_for_one_thing() -> None:
    assert terms("Soldiers slew nine; the slain were buried on Monday") == terms(
        "soldier killed 9, the murdered buried"
    )


def test_a_chain_of_half_likenesses_is_no_group() -> None:
    chain = {(0, 1): 0.5, (1, 2): 0.5, (2, 3): 0.5}

    assert groups(chain, 4, 0.4) == ((0, 1), (2, 3))


def test_what_must_stay_apart_never_shares_a_group() -> None:
    alike = {(0, 1): 0.9, (1, 2): 0.8, (0, 2): 0.7}

    assert groups(alike, 3, 0.4, lambda i, j: (i, j) == (0, 2)) == ((0, 1), (2,))


def test_what_is_said_to_the_contrary_is_another_event() -> None:
    convicted = Passage("7", "n7", "The court of Belmar convicted the banker Per Lind of fraud.")
    acquitted = Passage("8", "n8", "The court of Belmar acquitted the banker Per Lind of fraud.")

    assert same_event([*PASSAGES, convicted, acquitted])["8"] == "8"


def test_two_passages_meet_in_a_third() -> None:
    told = [
        Passage("a", "m1", "Mira Holt dead at 91"),
        Passage("b", "m2", "Holt, 91, passed on Monday in her sleep, a publicist in Lumen said."),
        Passage("c", "m3", "Mira Holt, 91, dead after she passed in her sleep in Lumen."),
    ]

    assert set(same_event([*PASSAGES, *told]).values()) == {"1", "4", "6", "a"}
