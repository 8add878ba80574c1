"""The lines that say who wrote a scraped article, and when it was published."""

import re
from collections.abc import Sequence

from generator.articles import bylines
from generator.articles.classify import Label, is_prose, key
from generator.articles.furniture import WRITER
from generator.articles.pieces import Piece
from generator.articles.publication import Dated, dates_in

PUBLISHED = re.compile(
    r"\b(?:(?:first |originally )?(?:published|posted|publiziert|veröffentlicht|publié|publicado|"
    r"pubblicato|опубликовано|dipublikasikan)|created)\b(?: on| am| le| el| il| em)?",
    re.IGNORECASE,
)
UPDATED = re.compile(
    r"\b(?:(?:last )?(?:updated|modified|edited)|aktualisiert|mis à jour|actualizado|"
    r"atualizado|aggiornato|обновлено|modifié)\b",
    re.IGNORECASE,
)
_SAID_SIGNS = (
    "publi", "posted", "veröff", "pubbl", "опубл", "created", "updated", "modif", "edited",
    "aktual", "mis à jour", "actual", "atual", "aggior", "обнов",
)  # fmt: skip
"""Of these, one stands in every line that `PUBLISHED` or `UPDATED` finds; looked for first."""
_TIME = re.compile(
    r"\b\d{1,2}[:.h]\d\d(?::\d\d)?\s?(?:[ap]\.?m\.?)?\b|\b\d{3,4}\s?(?:GMT|UTC)|"
    r"\b(?:GMT|UTC|BST|ES?T|EDT|CS?T|CDT|PS?T|PDT|IS?T|CET|CEST|HKT|AMT|SAST|UK)\b|"
    r"T\d\d:\d\d(?::\d\d)?(?:\.\d+)?Z?|[ap]\.?m\.?\b",
    re.IGNORECASE,
)
_FIGURE = re.compile(r"\d")
_WORD = re.compile(r"[^\W\d_]{2,}")
_DAY_NAME = re.compile(
    r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|on|at|the|am|le|il|el|views?|"
    r"ist|uhr|min|read|by|last|comments?|new",
    re.IGNORECASE,
)
_NAME_THEN = re.compile(
    rf"({bylines.NAME.pattern})\s*(?:[|·•–—]|\s-\s|(?=\d+ (?:min|hour|day|sec))|\s@)"
)
_ROLE = re.compile(
    r"(?:[\w&’'-]+ ){0,4}(?:reporter|writer|journalist|correspondent|editor|columnist|contributor|"
    r"producer|staff|author|director|analyst)s?\b(?: @\w+)?",
    re.IGNORECASE,
)
_ENTRY = re.compile(
    rf"(?:.{{0,20}}\bago)?\s?\d{{1,2}}[:.]\d\d\s?(?:KEY EVENT|({bylines.NAME.pattern}))"
)
"""Above an entry of a live report: "20:24Ann Poe"."""
_BIOGRAPHY = re.compile(rf"({bylines.NAME.pattern}) (?:is|was|covers|writes|reports|works|has)\b")
_BY = re.compile(r"\bby\b:?\s+[A-ZÀ-Þ]", re.IGNORECASE)
_AGENCY = re.compile(
    r"(?:The )?(?:Reuters|AP|Associated Press|AFP|Agence France-Presse|PTI|ANI|IANS|dpa|PA|"
    r"Bloomberg|Xinhua|EFE|ANSA|Press Association)"
)
_AUTHOR_HEADINGS = frozenset({"author of the article", "author", "by", "written by", "authors"})
MAX_ALONE = 4
"""More lines than this that look like names alone are a menu."""
MAX_WORDS = 26


def mark(pieces: Sequence[Piece], labels: Sequence[Label | None]) -> list[Label | None]:
    """Labels with the lines that name a writer or a day of publication."""
    result = list(labels)
    for index, piece in enumerate(pieces):
        label = labels[index]
        if piece.words > MAX_WORDS:
            continue
        if label is not None and label.kind != "metadata":
            # "Aug 21, 2020 / AP" is no photo credit, whatever its end.
            dates = dates_in(piece.text) if label.kind == "credit" else []
            if not dates or dates[0].start:
                continue
        if found := _class_of(piece):
            result[index] = found
    return result


def _class_of(piece: Piece) -> Label | None:
    text = piece.text
    if text[0] in "—–" and "(@" in text:
        return None  # Below a quoted message: who wrote it, and when.
    figures = _FIGURE.search(text) is not None
    if not figures and (piece.words > 12 or not bylines.has_prefix(text)):
        return None
    dates = dates_in(text)
    said = figures and _says_when(text)
    short = piece.words <= 12 or (piece.words <= 20 and (bool(dates) or said))
    if short and bylines.has_prefix(text) and _names(text, dates):
        return Label("byline", "names who wrote it")
    match = _NAME_THEN.match(text) if said or dates or "ago" in text else None
    if match and bylines.is_full_name(match[1]):
        return Label("byline", "a name and when it was published")
    if _ENTRY.fullmatch(text):
        return Label("byline", "the time and the writer of an entry")
    if dates:
        rest = _rest(text, dates)
        if said and len(rest) <= 14:
            return Label("dateline", "says when it was published")
        if len(rest) <= 7 and not (piece.terminal and piece.words > 8):
            return Label("dateline", "a date by itself, or nearly")
    elif said and piece.words <= 14 and not is_prose(piece) and _TIME.search(text):
        return Label("dateline", "says when it was published")
    return None


def _says_when(text: str) -> bool:
    lowered = text.lower()
    if not [sign for sign in _SAID_SIGNS if sign in lowered]:
        return False
    return bool(PUBLISHED.search(text) or UPDATED.search(text))


def _rest(text: str, dates: Sequence[Dated]) -> list[str]:
    for dated in reversed(dates):
        text = text[: dated.start] + " " + text[dated.end :]
    text = _TIME.sub(" ", UPDATED.sub(" ", PUBLISHED.sub(" ", text)))
    return [word for word in _WORD.findall(text) if not _DAY_NAME.fullmatch(word)]


def _names(text: str, dates: Sequence[Dated]) -> bylines.Byline | None:
    if dates:
        text = text[: dates[0].start] if dates[0].start > 4 else text
    found = bylines.read(text)
    return found if found.names else None


def mark_names(
    pieces: Sequence[Piece], labels: Sequence[Label | None], title: int | None
) -> list[Label | None]:
    """Labels with the lines that are a name and nothing else, where writers are named."""
    result = list(labels)
    start = 0 if title is None else title + 1
    seen = 0
    alone: list[int] = []
    for index in range(start, len(pieces)):
        piece = pieces[index]
        agency = _AGENCY.fullmatch(piece.text) and (
            index == start or _kind(result, index - 1) in {"dateline", "byline"}
        )
        if _kind(result, index) in {"", "credit"} and (agency or _is_named(pieces, index)):
            result[index] = Label("byline", "stands below a heading for the writer")
        if result[index] is None:
            if is_prose(piece) and piece.words >= 18:
                seen += 1
                if seen > 1:
                    break
            elif _stands_alone(piece, pieces, index):
                alone.append(index)
            elif _is_role(piece) and _kind(result, index - 1) == "byline":
                result[index] = Label("byline", "what the writer does")
    for index in alone if len(alone) <= MAX_ALONE else ():
        result[index] = Label("byline", "a name alone near the title")
    for index in range(start - 1):
        dated = result[index] is None and _kind(labels, index + 1) == "dateline"
        if dated and bylines.is_full_name(pieces[index].text):
            result[index] = Label("byline", "a name alone above the date")
    return result


def _kind(labels: Sequence[Label | None], index: int) -> str:
    label = labels[index] if 0 <= index < len(labels) else None
    return "" if label is None else label.kind


def _is_named(pieces: Sequence[Piece], index: int) -> bool:
    above = pieces[index - 1].text if index else ""
    return pieces[index].words <= 6 and bool(above) and key(above) in _AUTHOR_HEADINGS


def _is_role(piece: Piece) -> bool:
    return piece.words <= 8 and _ROLE.match(piece.text) is not None


def _stands_alone(piece: Piece, pieces: Sequence[Piece], index: int) -> bool:
    if piece.words > 8 or piece.row:
        return False
    if bylines.is_full_name(piece.text):
        return True
    parts = re.split(r",? and |, | @|  ", piece.text)
    if len(parts) > 1 and all(bylines.is_full_name(part) for part in parts[:2]):
        return True
    below = pieces[index + 1] if index + 1 < len(pieces) else None
    names = bylines.read(piece.text).names
    return bool(
        names
        and bylines.is_full_name(names[0])
        and (
            _ROLE.search(piece.text)
            or " @" in piece.text
            or (below is not None and _is_role(below))
        )
    )


def writers(
    pieces: Sequence[Piece], labels: Sequence[Label], end: int
) -> tuple[tuple[str, ...], str]:
    """The names in the bylines above `end`, and the organisation that they speak for."""
    names: list[str] = []
    organisation = ""
    for index, label in enumerate(labels):
        if label.kind not in {"byline", "dateline"} or index > end:
            continue
        text = pieces[index].text
        dates = dates_in(text)
        found = _names(text, dates) if label.kind == "byline" else _beside_date(text, dates)
        if found is None:
            continue
        organisation = organisation or found.organisation
        names.extend(name for name in found.names if name not in names)
    persons = [name for name in names if not bylines.is_organisation(name)]
    return tuple(persons or names or _named_below(pieces, labels)), organisation


def _beside_date(text: str, dates: Sequence[Dated]) -> bylines.Byline | None:
    """The writer whom a line with a date names before or behind it."""
    for dated in dates:
        for part in (text[: dated.start], text[dated.end :]):
            part = _TIME.sub(" ", UPDATED.sub(" ", PUBLISHED.sub(" ", part))).strip(" |/,·•–—-:@")
            part = " ".join(part.split())
            named = _BY.search(part)
            if named:
                part = part[named.start() :]
            elif not (bylines.is_full_name(part) or _AGENCY.fullmatch(part)):
                continue
            found = bylines.read(part)
            if found.names:
                return found
    return None


def _named_below(pieces: Sequence[Piece], labels: Sequence[Label]) -> list[str]:
    """Names in the entries of a live report, else in the lines that introduce the writer."""
    entries: list[str] = []
    introduced: list[str] = []
    for piece, label in zip(pieces, labels, strict=True):
        if label.kind == "byline" and (match := _ENTRY.fullmatch(piece.text)) and match[1]:
            entries.append(match[1])
        elif label.reason == WRITER and (match := _BIOGRAPHY.match(piece.text)):
            introduced.append(match[1])
    return list(dict.fromkeys(name for name in entries or introduced if " " in name))
