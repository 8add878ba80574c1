import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.site import colors
from generator.site.theme import default_theme


@pytest.mark.parametrize("text", ["", "red", "#12", "#12345", "#gggggg", "#fff;}body{}"])
def test_only_a_color_is_a_color(text: str) -> None:
    assert colors.accent_pair(text) is None


def test_the_surfaces_are_those_of_the_stylesheet() -> None:
    css = (default_theme().static[0] / "style.css").read_text(encoding="utf-8")
    assert f"--page: light-dark({colors.LIGHT_PAGE}," in css
    assert re.search(rf"--card: light-dark\(#fff, {colors.DARK_PAGE}\)", css)


def test_contrast_of_black_and_white_is_21() -> None:
    assert colors.contrast((0, 0, 0), (1, 1, 1)) == pytest.approx(21)


def test_a_readable_accent_stays() -> None:
    pair = colors.accent_pair("#7a1f3d")
    assert pair is not None
    assert pair[0] == "#7a1f3d"


@given(st.integers(0, 0xFFFFFF))
def test_every_accent_can_be_read_on_light_and_dark(number: int) -> None:
    pair = colors.accent_pair(f"#{number:06x}")
    assert pair is not None
    for shade, page in zip(pair, (colors.LIGHT_PAGE, colors.DARK_PAGE), strict=True):
        one, other = colors.parse(shade), colors.parse(page)
        assert one is not None
        assert other is not None
        assert colors.contrast(one, other) >= 4.5
