"""Pictures for sharing."""

import io
import struct

import pytest
from PIL import Image

from generator.site import cards
from generator.site.cards import Card, draw, face

CARD = Card(
    title="The port of Roe opens its gates",
    when="3 May 1993",
    site="The harbour story",
    dark=False,
    accent="#7a1f3d",
    right_to_left=False,
    font="",
)


def replaced(**fields: object) -> Card:
    return Card(**{name: getattr(CARD, name) for name in CARD.__struct_fields__} | fields)


def opened(card: Card) -> Image.Image:
    return Image.open(io.BytesIO(draw(card))).convert("RGB")


def written(image: Image.Image, box: tuple[int, int, int, int]) -> bool:
    """Whether anything but the page stands in a part of a picture."""
    return len(image.crop(box).getcolors(1 << 20) or []) > 1


def test_a_card_is_a_small_png_of_the_size_that_networks_show() -> None:
    data = draw(CARD)
    assert data.startswith(b"\x89PNG")
    assert struct.unpack(">II", data[16:24]) == (1200, 630)
    assert len(data) < 40_000


def test_the_same_card_is_the_same_bytes_whatever_was_drawn_before() -> None:
    first = draw(CARD)
    draw(replaced(dark=True, title="Another"))
    cards._background.cache_clear()
    cards._palette.cache_clear()
    assert draw(CARD) == first


@pytest.mark.parametrize("change", [{"title": "X"}, {"when": ""}, {"site": "Y"}, {"dark": True}])
def test_a_card_shows_what_it_is_told(change: dict[str, object]) -> None:
    assert draw(replaced(**change)) != draw(CARD)


@pytest.mark.parametrize(
    "title",
    [
        "The council of the port of Roe and the ferrymen of Marn " * 4,
        "Donaudampfschifffahrtsgesellschaft" * 6,
        "One",
    ],
)
def test_a_title_of_any_length_stays_on_the_card(title: str) -> None:
    image = opened(replaced(title=title, site=title))
    assert written(image, (80, 80, 1120, 480))
    assert not written(image, (1125, 0, 1200, 600))
    assert not written(image, (0, 0, 75, 600))
    assert not written(image, (0, 0, 1200, 40))


def test_what_reads_from_right_to_left_stands_on_the_right() -> None:
    usual, other = opened(CARD), opened(replaced(right_to_left=True))
    mark = (80, 505, 180, 570)
    assert written(usual, mark)
    assert not written(other, mark)
    assert written(other, (1020, 505, 1120, 570))


def test_a_font_says_which_letters_it_has() -> None:
    draws = face("").draws
    assert draws("The port of Roe, 1993")
    assert not draws("Жук")


def test_what_is_no_font_is_refused() -> None:
    with pytest.raises(OSError, match=r"unknown file format|cannot open"):
        face(__file__)
