"""Who wrote it: names in bylines, and what in them is no person."""

import re

import msgspec

_PREFIX = re.compile(
    r"^(?:[-–—|·•\s]*)(?:(?:text|words|written|story|report(?:ed)?|posted|published|"
    r"analysis|review|"
    r"reviewed|opinion|interview|photos?|edited|uploaded|submitted|commentary|column|article|"
    r"created)\s+(?:and \w+ )?)?(?:by\b|von\b(?!\s+der)|par\b|por\b|de\s+la\s+rédaction|"
    r"author:|verfasst von|oleh\b|автор:|door\b|af\b|di\b(?=\s+[A-Z]\w+ [A-Z]))\s*[:|]?\s*",
    re.IGNORECASE,
)
_NAME_WORD = r"(?:[A-ZÀ-ÖØ-ÞŠŽĀ-Ž][\w’'.-]*|(?:Mc|Mac|O['’]|D['’]|d['’]|al-|el-)[A-Z][\w’'-]+)"
_PARTICLE = r"(?:van|von|de|der|den|del|della|da|dos|du|di|la|le|bin|ibn|al|el|ter|ten|y|e|zu)"
NAME = re.compile(rf"{_NAME_WORD}(?:[ ]+(?:{_PARTICLE}[ ]+){{0,2}}{_NAME_WORD}){{0,4}}")
_FULL_NAME = re.compile(rf"{_NAME_WORD}(?:[ ]+(?:{_PARTICLE}[ ]+){{0,2}}{_NAME_WORD}){{1,3}}")
_CAPITALS_NAME = re.compile(r"[A-ZÀ-Þ][A-ZÀ-Þ’'.-]+(?: [A-ZÀ-Þ][A-ZÀ-Þ’'.-]+){1,3}")
_SPLIT = re.compile(r"\s*(?:,|;|&|\band\b|\bund\b|\bet\b|\by\b(?= [A-Z])|\bwith\b|\+)\s*")
_STOP = re.compile(
    r"\s*(?:[|·•–—@(\t]|\s-\s|\bfor\b|\bfollow\b|\bin\b|\bat\b|\bfrom\b|\bof\b|\d|"
    r"\bupdated\b|\bpublished\b|"
    r"\bpubliziert\b|\bposted\b|\blast\b|https?:|\bon\b|\bis\b|\bwho\b|\bcontributor\b|  )",
    re.IGNORECASE,
)
_GLUED = re.compile(
    r"(?<=[a-zà-ÿ])(?=(?:FOX|Fox|The|CNN|Senior|Lifestyle|Deputy|Political|News|"
    r"Staff|Chief|Reporter|Editor|Sports?|Business|Health|Content|Showbiz|Royal|"
    r"Money|Head|US|UK|Travel|Social|Audience|Trends|Crime|World|Entertainment|"
    r"Features?|Contributor|Correspondent|Assistant|Associate|National|Live|Digital|"
    r"Technology|Science|Football|Writer)\b)"
)
ORGANISATION = re.compile(
    r"\b(?:reuters|afp|ap|pti|ani|ians|dpa|epa|rfi|bbc|cnn|agency|agencies|press|news|newsroom|"
    r"staff|desk|bureau|editors?|editorial|team|times|post|admin|administrator|correspondents?|"
    r"reporters?|service|services|network|media|magazine|journal|tribune|herald|guardian|"
    r"gazette|daily|weekly|online|digital|today|wire|web|contributors?|company|institute|"
    r"university|foundation|association|redaktion|rédaction|redacción|associated)\b",
    re.IGNORECASE,
)
_ROLE = re.compile(
    r"\b(?:reporters?|writers?|journalists?|correspondents?|editors?|columnists?|contributors?|"
    r"producers?|staff|parliamentary|political|senior|chief|deputy|associate|assistant|freelance|"
    r"photographers?|analysts?|presenter|broadcaster|director|head|editor-at-large|ph\.?d|md|ms|rd|"
    r"opinion|lifestyle|content|hub|usa|today|bureau|author)\b",
    re.IGNORECASE,
)


_BUTTON = re.compile(r"\b(?:me|us|email|more|all|your|advert)\b", re.IGNORECASE)


class Byline(msgspec.Struct, frozen=True):
    names: tuple[str, ...]
    """Persons and, when no person is named, the agency or the desk."""
    organisation: str = ""
    """The agency, paper or desk that the byline names, or ""."""


def has_prefix(text: str) -> bool:
    """The line begins as bylines do: "By", "Text by:", "Von"."""
    match = _PREFIX.match(text)
    return match is not None and match.end() < len(text)


def read(text: str) -> Byline:
    """The names in a byline, in order.

    >>> read("Text by: Example Wire Follow").organisation
    'Example Wire'
    >>> read("By Ann Poe and Bob Roe, Example Wire").names
    ('Ann Poe', 'Bob Roe')
    """
    match = _PREFIX.match(text)
    rest = text[match.end() :] if match else text
    rest = _GLUED.sub(", ", rest)
    stop = _STOP.search(rest)
    while stop is not None and stop.start() == 0 and stop.end() < len(rest):
        rest = rest[stop.end() :].strip()
        stop = _STOP.search(rest)
    tail = rest[stop.start() :] if stop else ""
    rest = rest[: stop.start()] if stop else rest
    persons: list[str] = []
    organisation = ""
    for part in _SPLIT.split(rest):
        name = _trimmed(part)
        if not name:
            continue
        if is_organisation(name):
            organisation = organisation or name
        elif not _ROLE.search(name) and name not in persons:
            persons.append(name)
    if not organisation and (found := re.search(r"(?:\bfor|[|·•])\s+(" + NAME.pattern + ")", tail)):
        organisation = found[1] if is_organisation(found[1]) else ""
    return Byline(tuple(persons) or ((organisation,) if organisation else ()), organisation)


def _trimmed(part: str) -> str:
    part = part.strip(' .,:;|–—-"“”')
    for pattern in (_CAPITALS_NAME, NAME):
        if match := pattern.match(part):
            words = match[0].split()
            roles = [at for at, word in enumerate(words) if _ROLE.fullmatch(word.strip(".,"))]
            if roles and roles[0] > 1:
                words = words[: roles[0]]
            while len(words) > 1 and _ROLE.fullmatch(words[-1].strip(".,")):
                words.pop()
            return " ".join(words).rstrip(",")
    return ""


def is_organisation(name: str) -> bool:
    """An agency, a paper or a desk, and no person's name."""
    if ORGANISATION.search(name):
        return True
    return " " not in name and name.isupper() and 2 <= len(name) <= 6


def is_full_name(text: str) -> bool:
    """The whole line is a person's name of two to four words."""
    if len(text) > 40 or any(letter.isdigit() for letter in text) or _BUTTON.search(text):
        return False
    return (
        _FULL_NAME.fullmatch(text) is not None or _CAPITALS_NAME.fullmatch(text) is not None
    ) and not ORGANISATION.search(text)
