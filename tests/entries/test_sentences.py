"""Where sentences begin and end: a corpus of texts with "|" at each boundary."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.entries.sentences import split

CORPUS = [
    # Plain ends.
    "It rained.| The river rose!| Did the bridge hold?| It did.",
    "It rained …| The river rose.",
    "She waited...| Then she left.",
    # Titles, initials and firms.
    "Dr. Poe met Gen. Ann Roe in St. Albans.| They spoke for an hour.",
    "J. R. Poe owns Acme Inc. and Roe Ltd. in Maine.| He bought them in 1990.",
    "He works for Acme Corp.| The firm makes anvils.",
    "George W. Poe stayed in the U.S. Senate.| He left the U.S.| It was cold.",
    "He took Vitamin C.| The rest he left.",
    # Figures, clocks and months.
    "No. 5 is ready.| It cost $5.50 on Nov. 5, see p. 12.",
    "Is it true?| No.| He made it up.",
    "They met at 5 p.m. Monday.| They met at 5 p.m. The hall was full.".replace(
        "m. The", "m.| The"
    ),
    "It ended in 2019.| 12 people came.",
    # Quotations.
    '"Who is there?" Ann Poe asked.| "It is me!"| He came in.',
    "“We go,” she said.| “We go now.”| They went.",
    "“It is over!” the mayor shouted.| The hall (there were few people.) was quiet.",
    "(He left early.)| She stayed.",
    # Honorifics abroad.
    "Sheikh Mohd. Ali met Adv. Roe and Smt. Poe.| They spoke.",
    # Enumerations, brands, addresses.
    "1. The first item.| It is short.",
    "Yahoo! Inc. bought it.| iPhone sales rose at example.com/a.b today.",
    # A space that the scraper lost.
    "This was the year.|The mayor won again.",
    "A claim.[1]| Another one.",
    # Lines are apart whatever their ends say.
    "A headline\n|A second line, e.g. this one\n|The third.",
    "",
    "   \n \t ",
]


def marked(text: str, language: str = "en") -> tuple[str, ...]:
    return tuple(text[start:end] for start, end in split(text, language))


@pytest.mark.parametrize("text", CORPUS)
def test_sentences_end_where_the_corpus_says(text: str) -> None:
    wanted = tuple(piece.strip() for piece in text.split("|") if piece.strip())
    assert marked(text.replace("|", "")) == wanted


def test_other_languages_have_their_own_abbreviations() -> None:
    german = "Am 3. Oktober kam Dr. Roe. Das war gut, z.B. für uns."
    assert marked(german, "de") == ("Am 3. Oktober kam Dr. Roe.", "Das war gut, z.B. für uns.")
    assert marked("Er sagte: „Nein.“ Sie ging.", "de") == ("Er sagte: „Nein.“", "Sie ging.")
    assert marked("Voir l’art. 5 du texte. On verra.", "fr") == (
        "Voir l’art. 5 du texte.",
        "On verra.",
    )
    assert marked("M. Poe est venu. Il est parti.", "fr-FR") == (
        "M. Poe est venu.",
        "Il est parti.",
    )
    assert marked("雨が降った。川があふれた。", "ja") == ("雨が降った。", "川があふれた。")


@given(st.text(alphabet=st.sampled_from("aB1 .!?…\"'”“()\n\r\u2028。[]Mr")))
def test_spans_are_in_order_trimmed_and_lose_nothing(text: str) -> None:
    spans = split(text)
    end = 0
    for start, stop in spans:
        assert start >= end
        assert not text[end:start].strip()
        assert text[start:stop] == text[start:stop].strip() != ""
        assert "\n" not in text[start:stop]
        end = stop
    assert not text[end:].strip()


def test_a_line_of_nothing_but_stops_is_split_in_one_walk() -> None:
    text = "A." * 20_000
    assert marked(text) == (text,)
