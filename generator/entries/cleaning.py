"""Words taken from a text made fit to read by themselves."""

import re

from generator.entries.languages import en

_SPACE_BEFORE = re.compile(r"\s+([,;:.!?)\]])|(?<=[(\[])\s+")
_BRACKETS = re.compile(r"-([LR])RB-")
_BACKTICKS = re.compile(r"``|''")
_CLITICS = re.compile(r"\s+(['’](?:s|re|ve|ll|d|m)\b)")
_SPACES = re.compile(r"\s+")
_SPACED_QUOTES = re.compile(r'([“"«])\s*(.*?)\s*([”"»])')


def clean(text: str) -> str:
    """A quoted sentence made fit to read: white space, quotation marks and openings mended."""
    text = _SPACES.sub(" ", _BRACKETS.sub(lambda m: "(" if m[1] == "L" else ")", text)).strip()
    text = _BACKTICKS.sub(lambda m: "“" if m[0] == "``" else "”", text)
    text = _CLITICS.sub(r"\1", text).lstrip(" ,;:.–—-)*|•\\")
    text = _SPACED_QUOTES.sub(r"\1\2\3", text)
    text = _SPACE_BEFORE.sub(lambda m: m[1] or "", text)
    text = _LEADING.sub("", text)
    return text[:1].upper() + text[1:]


_LEADING = re.compile(
    rf"^(?:{'|'.join(sorted(en.LEADING_CONNECTIVES, key=len, reverse=True))})\b\s*,\s*"
    r"|^(?:and|but|so|or|nor)\s+",
    re.IGNORECASE,
)


_ARTICLE_WITHIN = re.compile(rf"(?<=[a-z] )({'|'.join(en.ARTICLES)})(?= [a-z])")


def finish(text: str) -> str:
    text = clean(text)
    if len(re.findall(r'["“”«»]', text)) % 2:
        text = re.sub(r'\s*["“”«»]\s*', " ", text).strip()
    if text.count("(") > text.count(")"):
        text = re.sub(r"\s*\([^()]*$", "", text)
    if text.count("(") != text.count(")"):
        text = re.sub(r"\s*[()]\s*", " ", text).strip()
    text = _ARTICLE_WITHIN.sub(lambda m: m[1].lower(), text)
    return text.rstrip(" ,;:–—-")
