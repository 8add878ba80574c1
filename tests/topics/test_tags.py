"""Which tags of publishers are topics."""

import pytest

from generator.dates import day
from generator.model import Article, Citation, Entry
from generator.topics.assign import assign
from generator.topics.labels import fold
from generator.topics.tags import silent_tags


@pytest.mark.parametrize(
    "tag",
    [
        "front-page",
        "News",
        "World",
        "RT-news",
        "Roe Times",
        "Ada Poe",
        "type/article",
        "tone:feature",
        "How the council of Roe came to close its harbour to ferries",
    ],
)
def test_what_is_no_topic(tag: str) -> None:
    article = Article("a", "a", "", "", publisher="Roe Times", byline=("Ada Poe",), tags=(tag,))

    assert silent_tags([article]) == {fold(tag)}


@pytest.mark.parametrize(
    "tag", ["Fishing", "Roe harbour", "World Bank", "Front of Merania", "2031"]
)
def test_what_may_be_one(tag: str) -> None:
    article = Article("a", "a", "", "", publisher="Roe Times", tags=(tag,))

    assert (not silent_tags([article])) is (tag != "2031")


def told(number: int, title: str) -> Entry:
    return Entry(
        id=f"e{number}",
        slug=f"e{number}",
        date=day(2031, 3, number),
        title=title,
        citations=(Citation(role="reports", article=f"a{number}"),),
    )


def test_a_theme_of_several_entries_is_a_topic() -> None:
    entries = [
        told(1, "The court of Roe opened the trial of a banker"),
        told(2, "Jurors of Belmar heard the mayor"),
        told(3, "A jury acquitted the captain"),
        told(4, "Soldiers held the West Bank of the Arn"),
        told(5, "A market opened"),
    ]

    _, topics = assign(entries, [Article(f"a{n}", f"a{n}", "", "") for n in range(1, 6)], [])

    assert [topic.slug for topic in topics] == ["trials"]
