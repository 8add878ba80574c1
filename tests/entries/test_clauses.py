from itertools import pairwise

import pytest

from generator.entries.clauses import clauses
from generator.entries.grammar import analyse


def told(text: str) -> list[tuple[str, str, str, str]]:
    """(kind, tense, verb, subject) of each clause."""
    sentence = analyse(text, 0, len(text))
    return [
        (
            clause.kind,
            clause.tense,
            clause.verb,
            " ".join(sentence.words[clause.subject_first : clause.subject_last]),
        )
        for clause in clauses(sentence)
    ]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The bank failed.", [("main", "past", "fail", "The bank")]),
        ("The bank had failed.", [("main", "pluperfect", "fail", "The bank")]),
        ("The bank has been sold.", [("main", "perfect", "sell", "The bank")]),
        ("The bank will be sold.", [("main", "future", "sell", "The bank")]),
        ("The bank could be sold.", [("main", "tentative", "sell", "The bank")]),
        ("The bank plans to sell bonds.", [("main", "present", "sell", "The bank")]),
        (
            "The man who was arrested on Monday died.",
            [("relative", "past", "arrest", "The man"), ("resumed", "past", "die", "The man")],
        ),
        (
            "A bomb planted under a car exploded.",
            [("main", "past", "explode", "A bomb planted under a car")],
        ),
        (
            "Police said the man had left.",
            [("main", "past", "say", "Police"), ("complement", "pluperfect", "leave", "the man")],
        ),
        (
            "Marn took the pass and held it.",
            [("main", "past", "take", "Marn"), ("coordinate", "past", "hold", "Marn")],
        ),
        (
            "When the tide fell, the ship sank.",
            [("subordinate", "past", "fall", "the tide"), ("main", "past", "sink", "the ship")],
        ),
        (
            "Marn bought a stake in Holt, which had just left court, and has since sold it.",
            [
                ("main", "past", "buy", "Marn"),
                ("relative", "pluperfect", "leave", "Holt"),
                ("coordinate", "perfect", "sell", "Marn"),
            ],
        ),
        ("Storm kills nine", [("main", "present", "kill", "Storm")]),
        ("Nine of the best.", []),
        ("", []),
    ],
)
def test_clauses(text: str, wanted: list[tuple[str, str, str, str]]) -> None:
    assert told(text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "Having been told that, who would say, when it was said, that which is not?",
        "And but or, if when that which who were had been.",
        "“He said she said they said,” said he.",
        "The bridge, opened in 1932, was closed – for good – on Sunday after cracks were found.",
    ],
)
def test_regions_lie_side_by_side_and_reach_the_end(text: str) -> None:
    sentence = analyse(text, 0, len(text))
    found = clauses(sentence)
    assert found[-1].last == len(sentence.tags)
    for clause, following in pairwise(found):
        assert clause.last == following.first
        assert clause.first <= clause.verb_first < clause.verb_last <= clause.last


def test_words_of_a_date_are_no_verbs_and_no_names() -> None:
    text = "They met in March and in May."
    sentence = analyse(text, 0, len(text), [(12, 17), (25, 28)])
    assert sentence.tags == "OEPdCPd."
