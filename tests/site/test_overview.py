from collections.abc import Sequence

import msgspec

from generator.model import Entry
from generator.site import urls
from generator.site.overview import Overview, overview
from generator.site.strings import ENGLISH
from generator.site.views import home
from tests.site.sample import event, many, sample_site


def draw(entries: Sequence[Entry]) -> Overview | None:
    ordered = sorted(entries, key=lambda entry: entry.date.sort_key)
    return overview(
        ordered,
        "en",
        ENGLISH,
        lambda entry: urls.year(entry.date.year),
        lambda entry: urls.event(entry.slug),
        lambda entry: entry.date.edtf,
    )


def test_no_picture_of_nothing_or_of_one_moment() -> None:
    assert draw([]) is None
    assert draw([event(1, "1993-09-13", "a"), event(2, "1993-09-14", "b")]) is None


def test_bars_say_their_period_and_count_and_lead_to_its_first_events() -> None:
    picture = draw([event(1, "1990", "a"), event(2, "1993-09", "b"), event(3, "1993-10", "c")])
    assert picture is not None
    (band,) = picture.bands
    # Four years are few enough for a bar a month.
    assert [bar.label for bar in band.bars] == [
        "January 1990, 1 event",
        "September 1993, 1 event",
        "October 1993, 1 event",
    ]
    assert [bar.address for bar in band.bars] == ["/1990/", "/1993/", "/1993/"]


def test_bars_stay_few_over_three_thousand_years() -> None:
    picture = draw(
        [
            event(n, f"{year:05d}" if year < 0 else f"{year:04d}", str(n))
            for n, year in enumerate(range(-999, 2001, 100))
        ]
    )
    assert picture is not None
    assert len(picture.bands) == 1
    assert 20 <= len(picture.bands[0].bars) <= 48


def test_ticks_stay_few_over_the_age_of_the_earth() -> None:
    picture = draw([event(1, "Y-66E6", "a"), event(2, "Y-4540000000", "b"), event(3, "2020", "c")])
    assert picture is not None
    assert [len(band.ticks) <= 7 for band in picture.bands] == [True] * len(picture.bands)
    assert [len(band.bars) for band in picture.bands] == [3]


def test_what_is_crowded_is_shown_again_closer() -> None:
    picture = draw(many(400))
    assert picture is not None
    assert len(picture.bands) >= 2
    whole, close = picture.bands[:2]
    assert whole.window is not None
    assert whole.window[1] <= 20  # hundredths of the width
    assert len(close.bars) >= 6
    assert close.label.startswith("Up close: 20")


def test_every_event_is_in_a_bar() -> None:
    entries = many(400)
    picture = draw(entries)
    assert picture is not None
    assert sum(bar.count for bar in picture.bands[0].bars) == len(entries)


def test_few_in_a_bar_are_still_seen_beside_many() -> None:
    crowded = [event(n, "2020-05-01", str(n)) for n in range(900)]
    picture = draw([event(1000 + n, f"{1900 + 10 * n}", str(n)) for n in range(12)] + crowded)
    assert picture is not None
    assert picture.bands[0].root
    assert min(bar.height for bar in picture.bands[0].bars) >= 5


def test_bars_and_ticks_stay_inside() -> None:
    for entries in (many(400), [event(1, "-2999", "a"), event(2, "2024-12-31", "b")]):
        picture = draw(entries)
        assert picture is not None
        for band in picture.bands:
            assert all(bar.x >= 0 and bar.x + bar.width <= 100.1 for bar in band.bars)
            assert all(0 <= tick.x <= 100 for tick in band.ticks)
            assert len(band.ticks) <= 8


def test_what_lasts_is_a_line_that_fades_when_it_has_no_end() -> None:
    picture = draw(
        [
            event(1, "1900", "a"),
            event(2, "1957/1975~", "A race"),
            event(3, "1967/..", "An occupation"),
            event(4, "2020", "b"),
        ]
    )
    assert picture is not None
    race, occupation = picture.bands[0].spans
    assert (race.open, race.soft) == (False, True)
    assert (occupation.open, occupation.soft) == (True, False)
    assert race.lane != occupation.lane
    assert race.label == "A race, 1957/1975~"


def test_from_right_to_left_the_latest_is_at_the_left() -> None:
    site = sample_site()
    drawn = {}
    for locale in ("en", "ar"):
        view = home.home(
            msgspec.structs.replace(
                site, config=msgspec.structs.replace(site.config, language=locale)
            ),
            "",
        )
        assert view.overview is not None
        drawn[locale] = [(bar.x, bar.width) for bar in view.overview.bands[0].bars]
    assert drawn["ar"] == [(round(100 - x - width, 2), width) for x, width in drawn["en"]]
    assert drawn["en"][0][0] < drawn["en"][-1][0]
