"""Front matter of an editor's entry: each key with its type, default and documentation.

`docs/front-matter.md` and the JSON Schema are checked against these Structs.
"""

import re
from typing import Annotated, Any
from urllib.parse import urlsplit

import msgspec

from generator import field_text, site_values
from generator.dates import EventDate
from generator.field_text import FieldError, shortened
from generator.fields import Key
from generator.model import Role, Status


class Ending(msgspec.Struct, frozen=True):
    """What `end` says: a date, or None for what has not ended."""

    date: EventDate | None


def source_url(text: str) -> str:
    """URL of a source; what is only its name has a place of its own."""
    try:
        return field_text.url(text)
    except FieldError as error:
        if " " in text and ":" not in text.split(" ")[0]:
            hint = f"a source without URL is written: - title: {shortened(text)}"
            raise FieldError(error.message, hint) from None
        raise


def picture(text: str) -> str:
    """Address of an image: a URL, or a path inside the site."""
    if re.match(r"[A-Za-z][A-Za-z0-9+.-]*:", text):
        return field_text.url(text, schemes=("https", "http"))
    if text.startswith("//") or "\\" in text or ".." in urlsplit(text).path.split("/"):
        message = f'"{shortened(text)}" leads out of the site\'s folder'
        raise FieldError(message, "such as: src: /images/harbour.jpg")
    return text


def name(text: str) -> str:
    """An id: it stands in addresses, data files and other entries' front matter."""
    if not re.fullmatch(r"\w[\w.~-]{0,99}", text) or text.endswith("."):
        message = f'"{shortened(text)}" cannot be an id'
        raise FieldError(message, "use letters, digits and hyphens")
    return text


class SourceKeys(msgspec.Struct, frozen=True):
    url: Annotated[
        str,
        Key("Where it can be read.", "https://example.org/treaty", check=source_url, short=True),
    ] = ""
    title: Annotated[str, Key("Its title.", "The treaty in full")] = ""
    publisher: Annotated[str, Key("Who published it.", "Example Wire")] = ""
    date: Annotated[EventDate | None, Key("When it was published.", "1994-05-04")] = None
    quote: Annotated[str, Key("The words that say so.", "The parties agree to meet.")] = ""
    archive: Annotated[
        str, Key("A copy in an archive.", "https://example.org/copy", check=field_text.url)
    ] = ""
    accessed: Annotated[EventDate | None, Key("When you last saw it.", "2024-03-01")] = None
    role: Annotated[Role, Key("How it speaks of the event.", "recalls")] = "reports"
    said_by: Annotated[str, Key("Who says so in it.", "the police")] = ""


class ImageKeys(msgspec.Struct, frozen=True):
    src: Annotated[
        str,
        Key(
            "A path inside the site or a URL.",
            "/images/signing.jpg",
            check=picture,
            short=True,
            hint="such as: src: /images/harbour.jpg",
        ),
    ]
    alt: Annotated[
        str,
        Key(
            "What it shows, for those who cannot see it.",
            "Two people sign a paper.",
            hint="say what the image shows, for those who cannot see it",
        ),
    ]
    caption: Annotated[str, Key("Words under it.", "The signing in May.")] = ""
    credit: Annotated[str, Key("Who made it.", "Ada Example")] = ""


class LinkKeys(msgspec.Struct, frozen=True):
    entry: Annotated[
        str,
        Key(
            "Id or slug of the earlier entry.",
            "harbour-opens",
            short=True,
            hint="name the earlier entry by its id or slug",
        ),
    ]
    why: Annotated[str, Key("Why readers should know of it.", "It explains the dispute.")] = ""


class EntryKeys(msgspec.Struct, frozen=True):
    """The front matter of a file in `content/`."""

    date: Annotated[
        EventDate | None,
        Key(
            "When it happened, as exactly as is known: EDTF or words. Required.",
            "circa 1850",
            aliases=("start", "start_date"),
        ),
    ] = None
    end: Annotated[
        Ending | None,
        Key("When it ended; .. if it goes on.", "1994-05-06", aliases=("end_date",)),
    ] = None
    date_text: Annotated[
        str,
        Key("The date in your own words, shown in place of ours.", "the winter after the flood"),
    ] = ""
    title: Annotated[
        str,
        Key("What happened, in a sentence. Or the body's # heading.", "The harbour is reopened"),
    ] = ""
    summary: Annotated[
        str,
        Key("A sentence for lists.", "After a year of repairs.", aliases=("description",)),
    ] = ""
    topics: Annotated[
        tuple[str, ...],
        Key("What it has in common with others.", "[Harbour, Trade]", ("tags", "categories")),
    ] = ()
    people: Annotated[tuple[str, ...], Key("Who took part.", "[Ada Example]", ("actors",))] = ()
    organizations: Annotated[
        tuple[str, ...],
        Key("Which bodies took part.", "[Harbour Authority]", ("organisations",)),
    ] = ()
    places: Annotated[
        tuple[str, ...], Key("Where it happened.", "[Northport]", ("location", "locations"))
    ] = ()
    sources: Annotated[
        tuple[SourceKeys, ...],
        Key("Where it is said.", "[https://example.org/treaty]", ("links",)),
    ] = ()
    status: Annotated[Status, Key("How sure it is, shown to readers.", "disputed")] = "confirmed"
    importance: Annotated[
        int | None, Key("From 1 to 5; worked out when left out.", "4", least=1, most=5)
    ] = None
    image: Annotated[
        ImageKeys | None, Key("A picture.", "{src: /images/a.jpg, alt: A ship at the quay}")
    ] = None
    background: Annotated[
        tuple[LinkKeys, ...],
        Key("Earlier entries that explain this one.", "[{entry: flood, why: It ruined the quay}]"),
    ] = ()
    id: Annotated[
        str,
        Key("Its name for other entries; made from the file's name.", "reopening", check=name),
    ] = ""
    slug: Annotated[
        str,
        Key(
            "Its part of the address; made from the file's name.",
            "harbour-reopened",
            check=site_values.slug,
        ),
    ] = ""
    aliases: Annotated[
        tuple[str, ...],
        Key("Older ids and slugs of it: they still lead here.", "[reopening-1994]", check=name),
    ] = ()
    replaces: Annotated[
        str,
        Key("Id of an entry read from articles that this one stands in for.", "3f6c0a1b2c3d4e5f"),
    ] = ""
    hidden: Annotated[bool, Key("Show it nowhere; it then needs no date or title.", "true")] = False
    draft: Annotated[bool, Key("Only build it with --drafts.", "true")] = False
    publish: Annotated[
        EventDate | None, Key("Leave it out of builds before that day.", "2030-01-01")
    ] = None
    updated: Annotated[EventDate | None, Key("When you last changed it.", "2024-03-01")] = None
    notes: Annotated[
        tuple[str, ...],
        Key("What readers should know of how it came to be.", '["The sources differ."]'),
    ] = ()
    extra: Annotated[dict[str, Any], Key("Anything, for your own templates.", "{map: true}")] = {}
