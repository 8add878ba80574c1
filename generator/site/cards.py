"""The picture that stands for a page where a link to it is shared: its title, its date, the site.

It has 1200 × 630 pixels, which Facebook, X and chat programs show whole. Pillow draws it, an extra
that is imported where a picture is drawn and nowhere else.
"""

import io
import unicodedata
from collections.abc import Callable
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from PIL.Image import Image
    from PIL.ImageFont import FreeTypeFont

WIDTH, HEIGHT = 1200, 630
_MARGIN = 80
_TITLE_SIZES = (76, 66, 56, 48)
"""Pixels; the largest in which the title has few enough lines."""
_MOST_LINES = 4
_LINE = 1.18
"""The height of a line against its letters' size."""
_SMALL = 34
_COLORS = {False: ("#f6f7f9", "#191c22", "#565d6b"), True: ("#14161b", "#e9ebf0", "#a3aab8")}
"""Page, ink and quiet text, on light and on dark cards: those of `static/style.css`."""
_ACCENTS = {False: "#b0212c", True: "#ff8d84"}
_STEPS = 24
"""Colours of a file between the page's and each of the others: smooth letters need no more."""
_NO_LETTER = "\uffff"
"""A character that no font has."""


class Card(msgspec.Struct, frozen=True):
    """What a picture says."""

    title: str
    when: str
    site: str
    dark: bool
    accent: str
    """A colour as #rrggbb, "" for the theme's own."""
    right_to_left: bool
    font: str
    """The path of a font file, "" for the one that Pillow brings along."""


class Face(msgspec.Struct, frozen=True):
    """What cards are written with."""

    font: str
    """As in `Card`."""
    draws: Callable[[str], bool]
    """Whether the font has all letters of a text."""
    home: bool = False
    """Whether it has those of the card of the site itself."""


def is_installed() -> bool:
    """Whether there is something to draw with."""
    from importlib.util import find_spec

    return find_spec("PIL") is not None


def face(font: str) -> Face:
    """A font made ready.

    Args:
        font: as in `Card`.

    Raises:
        OSError: the font cannot be read.
    """
    return Face(font, _drawable(font))


def _drawable(font: str) -> Callable[[str], bool]:
    from PIL import features

    face = _font(font, _SMALL)
    missing = bytes(face.getmask(_NO_LETTER))
    shaped = features.check("raqm")

    @cache
    def has(letter: str) -> bool:
        if letter.isspace():
            return True
        if unicodedata.bidirectional(letter) in ("R", "AL") and not shaped:
            return False
        return bytes(face.getmask(letter)) != missing

    return lambda text: all(map(has, text))


def draw(card: Card) -> bytes:
    """The picture as a PNG file; the same bytes for the same card and the same Pillow."""
    from PIL import Image, ImageDraw

    page, ink, quiet = _COLORS[card.dark]
    accent = card.accent or _ACCENTS[card.dark]
    image = _background(page, quiet, accent, card.right_to_left).copy()
    pen = ImageDraw.Draw(image)
    right = card.right_to_left
    edge, anchor = (WIDTH - _MARGIN, "ra") if right else (_MARGIN, "la")
    size, lines = _fitted(card)
    small = _font(card.font, _SMALL)
    height = len(lines) * size * _LINE + (_SMALL * 1.7 if card.when else 0)
    top = max(_MARGIN * 0.8, (HEIGHT - 150 - height) / 2)
    if card.when:
        pen.text((edge, top), card.when, fill=accent, font=small, anchor=anchor)
        top += _SMALL * 1.7
    for line in lines:
        pen.text((edge, top), line, fill=ink, font=_font(card.font, size), anchor=anchor)
        top += size * _LINE
    site = _shortened(card.site, small, WIDTH - 2 * _MARGIN - 120)
    beside = edge - 120 if right else edge + 120
    pen.text((beside, HEIGHT - 106), site, fill=quiet, font=small, anchor=anchor)
    file = io.BytesIO()
    palette = _palette(page, ink, quiet, accent)
    image.quantize(palette=palette, dither=Image.Dither.NONE).save(file, "PNG")
    return file.getvalue()


def _fitted(card: Card) -> tuple[int, list[str]]:
    """The title's size in pixels and its lines."""
    room = WIDTH - 2 * _MARGIN
    for size in _TITLE_SIZES:
        font = _font(card.font, size)
        lines = _wrapped(card.title, font, room)
        if len(lines) <= _MOST_LINES and all(font.getlength(line) <= room for line in lines):
            return size, lines
    lines = [_shortened(line, font, room) for line in lines]
    if len(lines) > _MOST_LINES:
        lines = [*lines[: _MOST_LINES - 1], f"{lines[_MOST_LINES - 1].rstrip(' ,;:')}…"]
        lines[-1] = _shortened(lines[-1], font, room)
    return size, lines


def _wrapped(text: str, font: "FreeTypeFont", room: int) -> list[str]:
    """The lines of a text, broken at spaces, or anywhere in a script without them."""
    lines: list[str] = []
    for word in text.split():
        line = f"{lines[-1]} {word}" if lines else word
        if lines and font.getlength(line) <= room:
            lines[-1] = line
        elif font.getlength(word) <= room:
            lines.append(word)
        else:
            lines.extend(_broken(word, font, room))
    return lines


def _broken(word: str, font: "FreeTypeFont", room: int) -> list[str]:
    parts = [""]
    for letter in word:
        if font.getlength(parts[-1] + letter) > room:
            parts.append("")
        parts[-1] += letter
    return parts


def _shortened(text: str, font: "FreeTypeFont", room: int) -> str:
    if font.getlength(text) <= room:
        return text
    while text and font.getlength(f"{text}…") > room:
        text = text[:-1]
    return f"{text.rstrip()}…"


@lru_cache(maxsize=4)
def _background(page: str, quiet: str, accent: str, right: bool) -> "Image":
    """The page of a card with its mark, as in the header of the site: an arc between two events."""
    from PIL import Image, ImageDraw

    fine = 4
    mark = Image.new("RGB", (96 * fine, 60 * fine), page)
    pen = ImageDraw.Draw(mark)
    pen.arc([12 * fine, 10 * fine, 80 * fine, 78 * fine], 180, 360, fill=quiet, width=4 * fine)
    pen.ellipse([3 * fine, 35 * fine, 21 * fine, 53 * fine], fill=quiet)
    pen.ellipse([68 * fine, 32 * fine, 92 * fine, 56 * fine], fill=accent)
    mark = mark.resize((96, 60), Image.Resampling.LANCZOS)
    image = Image.new("RGB", (WIDTH, HEIGHT), page)
    ImageDraw.Draw(image).rectangle([0, HEIGHT - 12, WIDTH, HEIGHT], fill=accent)
    if right:
        mark = mark.transpose(Image.Transpose.FLIP_LEFT_RIGHT)
    image.paste(mark, (WIDTH - _MARGIN - 96 if right else _MARGIN, HEIGHT - 122))
    return image


@lru_cache(maxsize=4)
def _palette(page: str, *others: str) -> "Image":
    from PIL import Image, ImageColor

    first = ImageColor.getrgb(page)
    colors = [
        round(one + (two - one) * step / (_STEPS - 1))
        for other in others
        for step in range(_STEPS)
        for one, two in zip(first, ImageColor.getrgb(other), strict=True)
    ]
    palette = Image.new("P", (1, 1))
    palette.putpalette(colors)
    return palette


@lru_cache(maxsize=16)
def _font(path: str, size: int) -> "FreeTypeFont":
    from PIL import ImageFont

    if path:
        return ImageFont.truetype(io.BytesIO(Path(path).read_bytes()), size)
    face = ImageFont.load_default(size)
    assert isinstance(face, ImageFont.FreeTypeFont), "Pillow without FreeType"
    return face
