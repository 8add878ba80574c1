"""Quotation marks that a scraper cut loose, and the sentences they belong to."""

import re

_OPENING_END = re.compile(r"(?:^|[\s(—–-])[\"“«„‘(]$|(?<=\s)'$")
OPENING = "\"“«„‘('"
"""Marks that can open a quotation or a bracket."""
CLOSING = '"”»'

_CLOSING_START = re.compile(
    r"[,;!?)\]”»](?!\s*$)|\.(?=[\"”’»]|\s+[A-Z])|[\"’](?=[\s,.;:!?)]|$)|"
    r"[:](?=\s[a-z])"
)
_SPACE_BEFORE = re.compile(r"\s+([,.;:!?)\]](?:[\s\"”’)]|$))")
_SPACE_AFTER_OPEN = re.compile(r"([(\[“„])\s+")
_SPACE_BEFORE_CLOSE = re.compile(r"\s+(”)")
_STRAIGHT = re.compile(r"\"")
_STRAY = re.compile(r"(?<=\w) ([,.])(?=\s|$)")
_PAIRS = {"“": "”", "«": "»", "„": "“"}


def opens(text: str) -> bool:
    """It ends with a mark that opens a quotation or a bracket, with nothing in it yet.

    >>> opens('It was a "'), opens('It was a "joke"')
    (True, False)
    """
    if _OPENING_END.search(text) is None:
        return False
    return text[-1] != '"' or text.count('"') % 2 == 1


def closes(text: str) -> bool:
    """It begins with what can only end something: a comma, a closing mark or bracket."""
    return _CLOSING_START.match(text) is not None


def needs_closing(text: str) -> bool:
    """A quotation was opened in it and not closed."""
    if text.count('"') % 2 == 1:
        return True
    return text.count("“") > text.count("”") or text.count("«") > text.count("»")


def stray_spaces(text: str) -> str:
    """The text without the spaces that scraping left before commas and full stops."""
    return _STRAY.sub(r"\1", text) if " ," in text or " ." in text else text


def tidy(text: str) -> str:
    """A joined sentence with its quotation marks in pairs and close to what they quote.

    >>> tidy('He called it a " joke ", she said.')
    'He called it a "joke", she said.'
    >>> tidy('We stop now ," he said.')
    '"We stop now," he said.'
    """
    text = _SPACE_BEFORE.sub(r"\1", text)
    text = _SPACE_AFTER_OPEN.sub(r"\1", text)
    text = _SPACE_BEFORE_CLOSE.sub(r"\1", text)
    if '"' in text:
        text = _straight(text)
    for opening, closing in _PAIRS.items():
        if text.count(opening) > text.count(closing) and opening != "„":
            return _closed(text, closing)
    if "”" in text:
        first_close, first_open = text.find("”"), text.find("“")
        if first_open < 0 or first_close < first_open:
            text = "“" + text
    return text


def _straight(text: str) -> str:
    """Give each straight mark its side: by its neighbours, else by whether one is open."""
    result: list[str] = []
    opened = False
    position = 0
    for match in _STRAIGHT.finditer(text):
        part = text[position : match.start()]
        position = match.end()
        before = text[match.start() - 1 : match.start()]
        after = text[match.end() : match.end() + 1]
        ends = bool(before) and not before.isspace() and (not after or not after.isalnum())
        if not opened and ends and before not in "([—–-":
            # A mark that can only close, with nothing open: the opening one was lost.
            result.insert(0, '"')
            opened = True
        if opened:
            result.append(part.rstrip() + '"')
        else:
            result.append(part + '"')
            while position < len(text) and text[position].isspace():
                position += 1
        opened = not opened
    result.append(text[position:])
    whole = "".join(result)
    return _closed(whole, '"') if opened else whole


def _closed(text: str, mark: str) -> str:
    """The text with the closing mark that a cut took, before the end of the sentence's stop."""
    return text.rstrip() + mark
