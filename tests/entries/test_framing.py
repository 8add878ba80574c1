import pytest

from generator.entries.framing import tells_nothing


@pytest.mark.parametrize(
    "sentence",
    [
        "In the novel, Ada Poe kills the mayor.",
        "The film follows two sailors who robbed a bank in 1931.",
        "According to legend, the town burned in 1312.",
        "Ada Poe, second from left, opens the bridge.",
        "This file photo shows the port of Roe.",
        "What if the dam had burst in 1990?",
        "Had the dam burst in 1990, the town had drowned.",
        "Posted by: sailor | 4 May 2018 | Report abuse",
    ],
)
def test_pictures_fiction_and_suppositions_tell_nothing(sentence: str) -> None:
    assert tells_nothing(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "In the film industry, 900 writers went on strike in May.",
        "The party of the left, led by Ada Poe, won the vote.",
        "The story was published in May.",
    ],
)
def test_news_tells_something(sentence: str) -> None:
    assert not tells_nothing(sentence)
