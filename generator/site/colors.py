"""An accent colour of the user's choice, made readable on light and on dark pages.

Contrast is WCAG 2.2's: (L1 + 0.05) / (L2 + 0.05) of relative luminances, 4.5 at the least for
text (success criterion 1.4.3).
"""

import re

Rgb = tuple[float, float, float]

LIGHT_PAGE = "#f6f7f9"
DARK_PAGE = "#1d2027"
"""Of the surfaces in `static/style.css`, the ones on which text stands out least."""

_ENOUGH = 4.6


def parse(text: str) -> Rgb | None:
    """The red, green and blue of "#rgb" or "#rrggbb", each 0 to 1; None for anything else."""
    match = re.fullmatch(r"#([0-9a-fA-F]{3}|[0-9a-fA-F]{6})", text.strip())
    if not match:
        return None
    digits = match[1] if len(match[1]) == 6 else "".join(2 * digit for digit in match[1])
    red, green, blue = (int(digits[place : place + 2], 16) / 255 for place in (0, 2, 4))
    return red, green, blue


def write(color: Rgb) -> str:
    return "#" + "".join(f"{round(part * 255):02x}" for part in color)


def luminance(color: Rgb) -> float:
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in color
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: Rgb, other: Rgb) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def readable(color: Rgb, page: Rgb) -> Rgb:
    """`color` moved towards black or white until text in it reads well on `page`."""
    target = 0.0 if luminance(page) > 0.4 else 1.0
    for step in range(101):
        share = step / 100
        red, green, blue = (part + (target - part) * share for part in color)
        moved = (red, green, blue)
        if contrast(moved, page) >= _ENOUGH:
            return moved
    return (target, target, target)


def accent_pair(text: str) -> tuple[str, str] | None:
    """An accent for light and one for dark pages, or None when `text` is no colour."""
    color = parse(text)
    light, dark = parse(LIGHT_PAGE), parse(DARK_PAGE)
    if color is None or light is None or dark is None:
        return None
    return write(readable(color, light)), write(readable(color, dark))
