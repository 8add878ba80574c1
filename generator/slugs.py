"""Slugs: the part of an address that says in words what is there."""

import hashlib
import re
import unicodedata

MAX_BYTES = 80
"""UTF-8 bytes of a slug. File systems allow 255 for a name; people read far fewer."""

# Latin letters that Unicode does not take apart into a plain letter and a mark.
_FOLDED = str.maketrans(
    {
        "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ł": "l",
        "ħ": "h", "ı": "i", "ŋ": "n", "ŧ": "t", "ə": "e", "ĸ": "k", "ſ": "s",
    }
)  # fmt: skip
_ACRONYM = re.compile(r"\b(?:[^\W\d_]\.){2,}")
_APOSTROPHE = re.compile(r"(?<=\w)['’ʼ‘](?=\w)")
_PLAIN = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])")


def slugify(text: str) -> str:
    """A slug of words in small letters with hyphens, never empty, the same on every machine.

    Latin letters lose their accents; other scripts keep their letters, since a reader of Arabic
    or Korean is served better by the word than by a guess at its sound. A text without letters or
    digits gives a slug of its hash.

    >>> slugify("Élysée: the U.S. envoy's 1st visit")
    'elysee-the-us-envoys-1st-visit'
    """
    folded = unicodedata.normalize("NFKC", text)
    folded = _ACRONYM.sub(lambda match: match[0].replace(".", ""), folded)
    folded = _APOSTROPHE.sub("", folded).lower().translate(_FOLDED)
    letters = []
    latin = False
    for character in unicodedata.normalize("NFD", folded):
        kind = unicodedata.category(character)[0]
        if kind == "M":
            if not latin:
                letters.append(character)
        elif kind in "LN":
            latin = character < "\u0250"
            letters.append(character)
        else:
            latin = False
            letters.append("-")
    slug = unicodedata.normalize("NFC", "".join(letters))
    slug = _shortened(re.sub("-+", "-", slug).strip("-"))
    if not any(character.isalnum() for character in slug):
        return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:12]
    # Windows cannot hold a folder of these names.
    return f"{slug}-1" if _RESERVED.fullmatch(slug) else slug


def is_slug(text: str) -> bool:
    """Whether `text` can stand in an address as it is."""
    if _PLAIN.fullmatch(text) and len(text) <= MAX_BYTES and not _RESERVED.fullmatch(text):
        return True
    return text != "" and slugify(text) == text


def _shortened(slug: str) -> str:
    """At most `MAX_BYTES`, cut between two words where there are two."""
    encoded = slug.encode("utf-8", "ignore")
    if len(encoded) <= MAX_BYTES:
        return encoded.decode()
    cut = encoded[:MAX_BYTES].decode("utf-8", "ignore")
    if encoded[len(cut.encode()) :].startswith(b"-"):
        return cut
    head, hyphen, _ = cut.rpartition("-")
    return head if hyphen else cut
