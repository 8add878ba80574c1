"""One file, several articles: told apart where the file marks it clearly, else one."""

import pytest

from generator.articles import read
from generator.articles.division import parts
from generator.model import Article, Source

FERRY = (
    "Ferry of Poe stops for repairs\n\n"
    "The ferry will not run before the end of the month, its owner said on Friday at noon.\n\n"
    "Passengers may take the bus over the bridge at no cost until the repairs are over.\n"
)
MILL = (
    "Mill at Roe to open again\n\n"
    "The mill at Roe, which has stood still for years, will open again, its owners said.\n\n"
    "They want to grind corn and to show visitors how it was done with the old stones.\n"
)
BRIDGE = (
    "Council votes to keep the old bridge\n\n"
    "The bridge was closed in March, when cracks were found in two of its five pillars.\n\n"
    "The repairs will cost less than a new bridge would, the mayor of Roe Mills told them.\n"
)


def articles(text: str) -> tuple[Article, ...]:
    found, problems = read(Source("seeds/a.txt", text.encode()))
    assert not problems
    return found


@pytest.mark.parametrize(
    ("before", "between"),
    [
        ("", "\n====================\n\n"),
        ("", "\n--------------------\n"),
        ("", "\n* * * * * * * * * *\n\n"),
        ("", "\n####################\n\n"),
        ("", "\f"),
        ("", "\n\f\n"),
        ("1 of 3 DOCUMENTS\n\n", "\n{} of 3 DOCUMENTS\n\n"),
        ("Document 1 of 3\n\n", "\nDocument {} of 3\n\n"),
        ("DOCUMENT-1\n", "\nDOCUMENT-{}\n"),
        ("=== Article 1 ===\n\n", "\n=== Article {} ===\n\n"),
        ("", "\nEnd of Document\n\n"),
        ("", "\nDocument EXWR000020190405ef45000{}q\n\n"),
    ],
)
def test_marks_that_divide_a_file(before: str, between: str) -> None:
    found = articles(before + FERRY + between.format(2) + MILL + between.format(3) + BRIDGE)
    assert [article.title for article in found] == [
        "Ferry of Poe stops for repairs",
        "Mill at Roe to open again",
        "Council votes to keep the old bridge",
    ]
    assert [len(article.text.split("\n")) for article in found] == [2, 2, 2]
    assert len({article.id for article in found}) == 3


@pytest.mark.parametrize(
    "below",
    [
        "\n====================\n\nRead more\n\nMill at Roe to open again\n\nFloods of the year\n",
        "\n--------------------\n\n1. The ferry's log of March.\n\n2. The owner's letter of May.\n",
        "\n====================\n\nAbout the author\n\nAnn Poe writes about rivers. She lives on "
        "one of them, in a house that her father built, and has done so for forty years.\n",
        "\n* * *\n\nThe river stood high for a week before the engine failed. Nobody had seen to "
        "it for two years, and the captain had written to the owner about it in May.\n",
        "\f\nthe ferry's owner said in his letter to the council. It was read out on Monday.\n",
    ],
)
def test_what_divides_no_article(below: str) -> None:
    (found,) = articles(FERRY + below)
    assert found.title == "Ferry of Poe stops for repairs"


def test_a_running_head_on_every_page_begins_no_article() -> None:
    page = (
        "The Roe Mills Post of Friday\n\nThe river stood high for a week before it fell. "
        "Nobody had seen to the dyke for two years, and the clerk had written of it in May.\n"
    )
    assert len(articles("\f".join([page, page, page]))) == 1


def test_a_title_between_two_lines_of_marks_belongs_to_what_follows() -> None:
    rule = "====================\n"
    framed = [rule + text.replace("\n", f"\n{rule}", 1) for text in (FERRY, MILL)]
    assert [article.title for article in articles("\n".join(framed))] == [
        "Ferry of Poe stops for repairs",
        "Mill at Roe to open again",
    ]


def test_lines_are_numbered_as_in_the_file() -> None:
    text = FERRY + "\n====================\n\n" + MILL
    lines = text.split("\n")
    found = articles(text)
    seen = [line for article in found for line in article.lines]
    assert [(line.number, line.text) for line in seen] == [
        (number, line) for number, line in enumerate(lines, 1) if line.strip()
    ]


LABELLED = """HEADLINE: {title}
BYLINE: Ann Poe
DATE: April 5, 2019
SOURCE: Example Wire
LENGTH: 43 words
URL: https://example.org/{slug}

"""


def test_labelled_fields_are_read_and_are_no_part_of_the_body() -> None:
    body = FERRY.partition("\n\n")[2]
    (found,) = articles(LABELLED.format(title="Ferry stops", slug="ferry") + body)
    assert found.title == "Ferry stops"
    assert found.byline == ("Ann Poe",)
    assert found.publisher == "Example Wire"
    assert found.url == "https://example.org/ferry"
    assert found.published is not None
    assert found.published.edtf == "2019-04-05"
    assert found.text.startswith("The ferry will not run")
    assert len(found.text.split("\n")) == 2
    sources = {witness.field: witness.source for witness in found.witnesses}
    assert sources == {
        "title": "a labelled field",
        "published": "published line",
        "byline": "a labelled field",
        "publisher": "a labelled field",
        "url": "a labelled field",
    }


def test_labelled_fields_divide_a_file_by_themselves() -> None:
    bodies = [text.partition("\n\n")[2] for text in (FERRY, MILL)]
    found = articles(
        LABELLED.format(title="Ferry stops", slug="ferry")
        + bodies[0]
        + "\nLOAD-DATE: April 6, 2019\n\nLANGUAGE: ENGLISH\n\n"
        + "Copyright 2019 Example Wire\nAll Rights Reserved\n\n"
        + LABELLED.format(title="Mill opens", slug="mill")
        + bodies[1]
    )
    assert [(article.title, article.url) for article in found] == [
        ("Ferry stops", "https://example.org/ferry"),
        ("Mill opens", "https://example.org/mill"),
    ]
    assert [article.text for article in found] == [
        body.strip().replace("\n\n", "\n") for body in bodies
    ]


def test_an_archive_export_with_the_headline_above_its_fields() -> None:
    head = "\n\n{} of 2 DOCUMENTS\n\nThe Roe Mills Post\n\nApril {}, 2019 Friday\n\n"
    fields = "\n\nBYLINE: Bob Roe\n\nSECTION: NEWS; Pg. 4\n\nLENGTH: 43 words\n\n"
    text = "".join(
        head.format(number, number + 4) + source.replace("\n\n", fields, 1)
        for number, source in enumerate((FERRY, MILL), 1)
    )
    found = articles(text)
    assert [article.title for article in found] == [
        "Ferry of Poe stops for repairs",
        "Mill at Roe to open again",
    ]
    assert [article.byline for article in found] == [("Bob Roe",)] * 2
    dates = [article.published for article in found]
    assert [date and date.edtf for date in dates] == ["2019-04-05", "2019-04-06"]


def test_a_text_without_marks_is_one_part() -> None:
    (part,) = parts(FERRY)
    assert (part.first, part.text) == (1, FERRY)


def test_a_headline_may_end_as_a_sentence_does() -> None:
    asked = MILL.replace("Mill at Roe to open again", "Will the old mill at Roe ever open again?")
    topics = "Filed under:\n\n"
    found = articles(topics + FERRY + "\n====================\n\n" + topics + asked)
    assert [article.title for article in found] == [
        "Ferry of Poe stops for repairs",
        "Will the old mill at Roe ever open again?",
    ]


def test_headlines_that_differ_by_a_figure_are_two() -> None:
    texts = [FERRY.replace("Ferry of Poe", f"Ferry number {number}") for number in (1, 2)]
    assert len(articles("\n====================\n\n".join(texts))) == 2


def test_what_looks_like_fields_inside_a_text_is_text() -> None:
    (found,) = articles(FERRY + "\nTitle: it matters.\n\nBy: whom?\n\n" + MILL)
    assert found.title == "Ferry of Poe stops for repairs"


def test_short_articles_with_writers_are_told_apart() -> None:
    text = """\
Flood hits the north

By Ann Poe

3 March 2020

A flood hit the north of Merania on Monday, killing three.

==========

Fire hits the south

By Bob Roe

4 March 2020

A fire hit the south of Merania on Tuesday, killing two.
"""
    found, _ = read(Source("seeds/a.txt", text.encode()))
    assert [(article.title, article.byline) for article in found] == [
        ("Flood hits the north", ("Ann Poe",)),
        ("Fire hits the south", ("Bob Roe",)),
    ]
