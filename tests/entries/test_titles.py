"""What a title says of one sentence, and when there is none."""

import pytest

from generator.dates import parse_edtf, tag
from generator.entries.extract import extract
from generator.model import Article


def titles_of(text: str, headline: str = "") -> list[str]:
    published = parse_edtf("2019-03-14")
    article = Article(id="a", path="a.txt", title=headline, text=text, published=published)
    return [entry.title for entry in extract(article, tag(text, published))]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "Ada Poe was convicted on Monday and sentenced to life in prison on Tuesday.",
            "Ada Poe was sentenced to life in prison",
        ),
        (
            "Marn Air selected to run Velmar's ferries on Tuesday.",
            "Marn Air was selected to run Velmar's ferries",
        ),
        (
            "Officer Tom Keys was a Marn guard killed by rebels in June 2003.",
            "Officer Tom Keys was killed by rebels",
        ),
        (
            "Ada Poe was born in Marn in 1902 and died in Velmar in 1931.",
            "Ada Poe died in Velmar",
        ),
        (
            "There were protests in ten towns across Marn sparked by a tax in May 2018.",
            "Protests in ten towns across Marn were sparked by a tax",
        ),
    ],
)
def test_only_what_was_done_to_somebody_is_told_in_the_passive(text: str, title: str) -> None:
    assert title in titles_of(text)


@pytest.mark.parametrize(
    "text",
    [
        "Another flight was cancelled in July 2018.",
        "Ada Poe began in 2015.",
        "The 23-year-old left Marn in 2015.",
        "Most of its members left Marn in 2015.",
        "Less than a month into the session, a trial in Marn began to draw crowds in 2015?",
        "Marn's new price for oil will start at 70 euro in June.",
        "The Velmar tariffs will reduce growth in Marn in 2020.",
        "Floods in Marn, fires in Velmar and ten thousand people without power this weekend.",
    ],
)
def test_what_names_nothing_and_what_nobody_did_gets_no_title(text: str) -> None:
    assert titles_of(text) == []


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "Photo: Ada Poe/Wire The Marn parliament elected a speaker on Tuesday.",
            "The Marn parliament elected a speaker",
        ),
        ("Diving: Ada Poe won the Marn cup on Tuesday.", "Ada Poe won the Marn cup"),
        (
            "Two guards — a Velmar man and a Marn man — who watched the port were released "
            "on Tuesday in Orlena.",
            "Two guards were released in Orlena",
        ),
        (
            "Poe and Keys denied it and were released from Orlena jail on Tuesday.",
            "Poe and Keys were released from Orlena jail",
        ),
        (
            "Oil has leaked since the ferry Orlena Star, leased by Marn Rail, exploded off the "
            "coast of Velmar in July 2018.",
            "The ferry Orlena Star exploded off the coast of Velmar",
        ),
        (
            "After the vote in 2015, the Marn court ruled in favour of the traders.",
            "The Marn court ruled in favour of the traders",
        ),
        (
            "The move comes a day after Orlena Rail, another Marn company, closed ten stations.",
            "Orlena Rail closed ten stations",
        ),
    ],
)
def test_the_subject_is_the_one_of_its_verb(text: str, title: str) -> None:
    assert title in titles_of(text, "Two guards, Ada Poe and Keys: news of a day on Tuesday")


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "Ada Poe posted a note on Tuesday accusing the Velmar Bank of trying to stop the sale "
            "of her late father's boats in the port.",
            "Ada Poe posted a note accusing the Velmar Bank",
        ),
        (
            "The second-largest maker of fishing boats Orlena Works on Tuesday named Ada Poe as "
            "its new chief executive.",
            "Orlena Works named Ada Poe as its new chief executive",
        ),
        (
            "Marn closed three camps near the US border on Tuesday.",
            "Marn closed three camps near the US border",
        ),
        (
            "Orlena Rail agreed on Tuesday to buy ten ferries from Velmar.",
            "Orlena Rail agreed to buy ten ferries from Velmar",
        ),
    ],
)
def test_a_title_ends_with_a_whole_phrase(text: str, title: str) -> None:
    assert title in titles_of(text, "Ada Poe, Orlena and Marn in the news with ten ferries")
