"""Which earlier passages of a story explain a later one."""

from generator.dates import parse_edtf
from generator.topics.background import Told, select

SINKS = Told("sinks", parse_edtf("2031-03-03"), "The ferry Aurora sank off Port Lumen; 14 drowned.")
CHOIR = Told("choir", parse_edtf("2031-03-09"), "A choir sang.")
CAPTAIN = Told("captain", parse_edtf("2031-03-20"), "The captain of the ferry Aurora was arrested.")
AGAIN = Told("again", parse_edtf("2031-03-21"), "The captain of the ferry Aurora was arrested.")
TRIAL = Told("trial", parse_edtf("2031-06-01"), "The trial over the 14 drowned of the ferry began.")
STORY = (SINKS, CHOIR, CAPTAIN, AGAIN, TRIAL)


def test_only_earlier_passages_and_none_for_the_first() -> None:
    found = select(STORY, 5)

    assert list(found) == [passage.id for passage in STORY]
    assert found["sinks"] == ()
    assert found["choir"] == ("sinks",)
    assert "trial" not in {id_ for chosen in found.values() for id_ in chosen}


def test_what_the_story_turns_on_comes_first_and_repeats_do_not() -> None:
    assert select(STORY, 2)["trial"] == ("sinks", "again")


def test_the_same_day_is_not_earlier() -> None:
    twin = Told("twin", SINKS.date, SINKS.text)

    assert select([SINKS, twin], 5) == {"sinks": (), "twin": ()}


def test_the_order_of_the_input_does_not_matter() -> None:
    assert dict(sorted(select(STORY[::-1], 3).items())) == dict(sorted(select(STORY, 3).items()))


def test_at_most_so_many() -> None:
    assert len(select(STORY, 1)["trial"]) == 1
    assert select(STORY, 0)["trial"] == ()
