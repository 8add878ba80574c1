import itertools
from collections.abc import Sequence

from generator.model import Entry
from generator.site import urls
from generator.site.storyline import Storyline, storyline
from tests.site.sample import event


def draw(before: Sequence[Entry], this: Entry, after: Sequence[Entry]) -> Storyline | None:
    return storyline(before, this, after, "en", lambda entry: urls.event(entry.slug))


def test_no_picture_of_an_event_alone() -> None:
    assert draw([], event(1, "1993", "a"), []) is None


def test_moments_stand_in_time_order_with_the_event_between() -> None:
    story = draw(
        [event(1, "1967/..", "a"), event(2, "2020-05", "b")],
        event(3, "2023-01-26", "c"),
        [event(4, "2023-01-30/2023-01-31", "d")],
    )
    assert story is not None
    assert [moment.side for moment in story.moments] == ["before", "before", "this", "after"]
    places = [moment.x for moment in story.moments]
    assert places == sorted(places)
    assert story.this == places[2]
    assert all(0 <= place <= 100 for place in places)


def test_moments_of_one_day_do_not_cover_each_other() -> None:
    story = draw(
        [event(n, "2023-01-25", str(n)) for n in range(9)], event(10, "2023-01-26", "x"), []
    )
    assert story is not None
    places = [moment.x for moment in story.moments]
    assert all(right - left >= 3 for left, right in itertools.pairwise(places))


def test_years_are_written_once_and_apart() -> None:
    story = draw([event(n, f"19{n}0", str(n)) for n in range(1, 9)], event(10, "1993", "x"), [])
    assert story is not None
    labelled = [moment for moment in story.moments if moment.label]
    assert labelled[-1].side == "this"
    places = [moment.x for moment in labelled]
    assert all(right - left >= 13 for left, right in itertools.pairwise(places))


def test_one_background_event_of_the_same_day() -> None:
    story = draw([event(1, "2023-01-26", "a")], event(2, "2023-01-26", "b"), [])
    assert story is not None
    assert story.moments[0].x < story.this
