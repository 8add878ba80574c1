"""What single lines give away: bylines, captions, credits, furniture."""

import pytest

from generator.articles import bylines, classify
from generator.articles.language import detect
from generator.articles.pieces import make, pieces
from generator.articles.quotations import tidy


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Ann Poe", ("Ann Poe",)),
        ("By Ann Poe and Bob van der Roe, Example Wire", ("Ann Poe", "Bob van der Roe")),
        ("Written by Ann Poe, MS, RD on November 14, 2019", ("Ann Poe",)),
        ("Ann Poe · Example News · Posted: Aug 08", ("Ann Poe",)),
        ("By Ann PoeLifestyle Writer", ("Ann Poe",)),
        ("Bob Roe Deputy Content Hub Director", ("Bob Roe",)),
        ("Von Ann Poe publiziert am 25. September", ("Ann Poe",)),
        ("Text by: EWN Follow", ("EWN",)),
        ("By", ()),
    ],
)
def test_names_in_bylines(line: str, names: tuple[str, ...]) -> None:
    assert bylines.read(line).names == names


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Photo: Ann Poe, Example Wire", "credit"),
        ("Future Roe/Getty Images", "credit"),
        ("Ann Poe/Roe Mills Post", "credit"),
        ("The bridge at Roe on Monday. (Ann Poe/EWN)", "caption"),
        ("The bridge at Roe on Monday. Photo by Ann Poe / Example Wire", "caption"),
        ("Cars on the bridge at Roe on Monday. Example Wire - Ann Poe", "caption"),
        ("FILE - The bridge at Roe, Feb. 3, 2018.", "caption"),
        ("Advertisement 2", "promotion"),
        ("12 Comments", "boilerplate"),
        ("858shares", "share"),
        ("5 Min Read", "reading time"),
        ("Sign up for our newsletter to get the best of Roe.", "newsletter"),
        ("► Read also: The mill closes for good", "related"),
        ("More Great Roe Mills Stories", "related"),
        ("About Ann Poe", "boilerplate"),
        ("Tags: bridges, mills", "tags"),
        ("2 hours ago", "dateline"),
        ("https://example.org/mill", "metadata"),
        # What is the article's own.
        ("The photo that Ann Poe took of the bridge hangs in the town hall of Roe.", None),
        ("The council shared the report with the press and the public on Friday.", None),
        ("“Sign it,” she said to the mayor, and he signed.", None),
        ("Comments by the mayor made the meeting longer than it had to be.", None),
        ("More than 200 people came to the meeting in the town hall.", None),
        ("Four people drowned", None),
        ("Poe Mills", None),
    ],
)
def test_lines_are_classed_by_their_words(line: str, kind: str | None) -> None:
    label = classify.by_words(make((1,), line, True))
    assert (label.kind if label else None) == kind


@pytest.mark.parametrize(
    ("cut", "whole"),
    [
        ('He called it a "\n\njoke\n\n," she said.', 'He called it a "joke," she said.'),
        ("They spoke of “\n\nthe worst flood of all\n\nThe mayor left.",
         "They spoke of “the worst flood of all”\nThe mayor left."),
        ("We stop now\n\n, ” he said on Friday.", "“We stop now,” he said on Friday."),
        ("A picture of the dyke (\n\nImage: Ann Poe)", "A picture of the dyke (Image: Ann Poe)"),
        ("The council met and it said that the\n\ndyke would be mended in the spring.",
         "The council met and it said that the dyke would be mended in the spring."),
        ("Two pairs\n\nof stones", "Two pairs\nof stones"),
        ("The mill closes\n\nThe owners said so.", "The mill closes\nThe owners said so."),
    ],
)  # fmt: skip
def test_cut_sentences_are_joined(cut: str, whole: str) -> None:
    assert "\n".join(piece.text for piece in pieces(cut)) == whole


def test_marks_that_are_in_pairs_stay_as_they_are() -> None:
    for text in ('He said "yes" and "no".', "“Yes,” he said. “No.”", "It's the '90s (so to say)."):
        assert tidy(text) == text


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The council of the town said that it was glad of the vote and of the bridge.", "en"),
        ("Der Rat der Stadt sagte, dass er sich über die Brücke und das Geld freut.", "de"),
        ("Le conseil de la ville dit que les travaux du pont sont pour le printemps.", "fr"),
        ("El consejo de la ciudad dice que las obras del puente son para el verano.", "es"),
        ("町の議会は橋を残すことを決めた。工事は春に始まる。", "ja"),
        ("Совет города решил сохранить старый мост для машин.", "ru"),
        ("Too short", "xx"),
    ],
)
def test_the_language_of_a_text(text: str, language: str) -> None:
    assert detect(text, default="xx") == language
