"""Editors' Markdown: a file of `content/` read as an entry, one of `content/topics/` as a topic."""

import re
from collections.abc import Sequence
from functools import partial
from pathlib import PurePosixPath

import msgspec

from generator import fields, front_matter
from generator.config import Config, TopicKeys
from generator.dates import DateError, EventDate, parse_edtf, read_date
from generator.decoding import decode, unpack
from generator.entries.editor_keys import Ending, EntryKeys, SourceKeys
from generator.errors import Problem
from generator.fields import TextReader
from generator.model import Citation, EditorLink, Entry, Image, Source, Topic
from generator.slugs import slugify

_DAY_PREFIX = re.compile(r"-?\d{4,}-\d{2}-\d{2}[-_ ]+(?=.)")
_DAY = re.compile(r"-?\d{4,}-\d{2}-\d{2}(?!\d)")
_LETTER = re.compile(r"[^\W\d_]")
_FENCED_CODE = re.compile(r" {0,3}(```+|~~~+)")
_HEADING = re.compile(r" {0,3}#[ \t]+(?P<title>.*?)(?:[ \t]+#+)?[ \t]*$")
_MARKUP = re.compile(r"\*+|`+|(?<!\w)_+|_+(?!\w)|!?\[(?P<link>[^\]]*)\]\([^)]*\)")
_NEVER_SHOWN = parse_edtf("0001")  # a hidden entry needs no date of its own
_ONGOING = frozenset(("..", "open", "ongoing", "present", "now"))


def read_entry(source: Source, config: Config) -> tuple[Entry | None, tuple[Problem, ...]]:
    """Read one editor's entry.

    Its id and slug, unless they are given, come from the file's name and not from the title: an
    address outlives a retouched headline. A day in front of the name ("1994-05-04-signing.md") is
    no part of them; a file called after its day alone takes its slug from the title.

    Returns:
        The entry, or None when there are errors that leave it without a date or a title (which a
        hidden one does not need); and everything that is wrong with the file.
    """
    document, problems = _document(source, config)
    if document is None:
        return None, problems
    keys, found = fields.read(document.mapping, EntryKeys, source.path, readers=_readers(config))
    keys = keys or EntryKeys()
    problems += found
    date, date_problems = _date(keys, document)
    title, text, line = _title(keys.title, document)
    problems += date_problems + _sourceless(document)
    if not document.complete:
        return None, _in_order(problems)
    if keys.hidden:
        title, date = title or _stem(source.path), date or _NEVER_SHOWN
    if not title:
        problems += _missing(document, "title", "title: What happened, in a sentence")
    if date is None:
        day = _DAY.match(PurePosixPath(source.path).stem)
        example = day[0] if day else '1994-05-04 (or 1994-05, "circa 1850", …)'
        problems += _missing(document, "date", f"date: {example}")
    if date is None or not title:
        return None, _in_order(problems)
    stem = _stem(source.path)
    entry = Entry(
        id=keys.id or slugify(stem),
        slug=keys.slug or slugify(stem if _LETTER.search(stem) else title),
        date=date,
        title=title,
        text=text,
        topics=keys.topics,
        people=keys.people,
        organizations=keys.organizations,
        places=keys.places,
        citations=_citations(keys.sources),
        origin="editor",
        path=source.path,
        line=line,
        keys=tuple((field.key, field.line, field.column) for field in document.fields),
        status=keys.status,
        importance=keys.importance or 0,
        date_text=keys.date_text,
        summary=keys.summary,
        image=Image(**msgspec.structs.asdict(keys.image)) if keys.image else None,
        background=tuple(EditorLink(link.entry, link.why) for link in keys.background),
        aliases=keys.aliases,
        replaces=keys.replaces,
        hidden=keys.hidden,
        draft=keys.draft,
        publish=keys.publish,
        updated=keys.updated,
        notes=keys.notes,
        extra=_extra(document.mapping),
    )
    return entry, _in_order(problems)


def read_topic(source: Source, config: Config) -> tuple[Topic | None, tuple[Problem, ...]]:
    """Read `content/topics/SLUG.md`; without a title it has that of site.yaml for its slug.

    Returns:
        The topic, or None without a title; and everything that is wrong with the file.
    """
    document, problems = _document(source, config, fenced=False)
    if document is None:
        return None, problems
    keys, found = fields.read(document.mapping, TopicKeys, source.path)
    keys = keys or TopicKeys()
    problems += found
    slug = keys.slug or slugify(_stem(source.path))
    title, text, line = _title(keys.title, document)
    title = title or next((topic.title for topic in config.topics if topic.slug == slug), "")
    if not document.complete or not title:
        problems += _missing(document, "title", "title: Name of the topic")
        return None, _in_order(problems)
    topic = Topic(
        slug=slug,
        title=title,
        aliases=keys.aliases,
        description=keys.description,
        text=text,
        parents=keys.parents,
        hidden=keys.hidden,
        path=source.path,
        line=line,
    )
    return topic, _in_order(problems)


def _document(
    source: Source, config: Config, *, fenced: bool = True
) -> tuple[front_matter.Document | None, tuple[Problem, ...]]:
    """The file taken apart, or None when there is nothing to read in it."""
    data, problems = unpack(source.data, source.path, config.max_document)
    text, more = decode(data, source.path)
    problems += more
    if not text.strip():
        if not source.data.strip() or not problems:
            message = "the file is empty"
            hint = 'begin it with "---", then "date:" and "title:", then "---"'
            problems += (Problem(source.path, 0, 0, message, hint),)
        return None, problems
    document = front_matter.read(text, source.path)
    problems += document.problems
    if fenced and not document.fenced and document.complete and not document.problems:
        message = "the file does not begin with front matter"
        hint = 'begin it with "---", then "date:" and "title:", then "---"'
        if text.lstrip().startswith("---"):
            hint = 'remove what stands above the first "---"'
        return None, (*problems, Problem(source.path, 1, 1, message, hint))
    return document, problems


def _readers(config: Config) -> dict[object, TextReader]:
    read = partial(read_date, date_order=config.date_order, language=config.language)
    return {
        EventDate: read,
        Ending: lambda text: Ending(None if text.lower() in _ONGOING else read(text)),
    }


def _date(
    keys: EntryKeys, document: front_matter.Document
) -> tuple[EventDate | None, tuple[Problem, ...]]:
    """`date` and `end` as one date; None when there is none, or a wrong one."""
    if keys.date is None:
        return None, ()
    if keys.end is None or keys.end.date == keys.date:
        return keys.date, ()
    field = document.field("end") or document.field("end_date")
    line, column = (field.value.line, field.value.column) if field else (0, 0)
    message, hint = _why_not(keys.date, keys.end.date)
    if not message:
        try:
            return parse_edtf(f"{keys.date}/{keys.end.date or '..'}"), ()
        except DateError as error:
            message, hint = error.message, error.hint
    return keys.date, (Problem(document.path, line, column, message, hint),)


def _why_not(date: EventDate, end: EventDate | None) -> tuple[str, str]:
    """Why two dates cannot be the ends of one interval, and what to do; or two empty texts."""
    if "/" in date.edtf or date.precision == "set":
        return f'"{date}" has an end of its own', 'remove "end"'
    if end is None or end.latest is None or date.earliest is None:
        return "", ""
    if "/" in end.edtf or end.precision == "set":
        return f'"{end}" is not one date', 'write an interval as "date: START/END"'
    if end.latest < date.earliest:
        return f'the end, "{end}", is before the date, "{date}"', "exchange the two"
    return "", ""


def _missing(document: front_matter.Document, key: str, line: str) -> tuple[Problem, ...]:
    """The problem of a key that is not there, unless something worse has been said already."""
    if not document.complete:
        return ()
    names = next(
        (shaped.key.aliases for shaped in fields.shape_of(EntryKeys) if shaped.name == key), ()
    )
    field = next(filter(None, (document.field(name) for name in (key, *names))), None)
    if field is not None and not (
        isinstance(field.value, front_matter.Scalar)
        and (field.value.absent or not field.value.text.strip())
    ):
        return ()
    at = field or document.mapping
    if field is None:
        message, hint = f'"{key}" is missing', f"add a line: {line}"
    else:
        message, hint = f'"{key}" has no value', f"write: {line}"
    return (Problem(document.path, at.line, at.column, message, hint),)


def _title(title: str, document: front_matter.Document) -> tuple[str, str, int]:
    """Title, text and the text's first line; without a title, the body's first heading is it.

    A heading that opens the body is then taken out of the text: the page shows it already.
    """
    lines = document.body.split("\n")
    first = next((number for number, line in enumerate(lines) if line.strip()), 0)
    if not title:
        number, title = _heading(lines)
        if title and number == first:
            rest = range(number + 1, len(lines))
            first = next((at for at in rest if lines[at].strip()), len(lines))
    return title, "\n".join(lines[first:]).rstrip(), document.body_line + first


def _heading(lines: Sequence[str]) -> tuple[int, str]:
    """Index and words of the first first-level heading that is no code, or "" for the words."""
    fence = ""
    for number, line in enumerate(lines):
        marks = _FENCED_CODE.match(line)
        if fence:
            if marks and marks[1].startswith(fence):
                fence = ""
        elif marks:
            fence = marks[1]
        elif (match := _HEADING.match(line)) and (words := _words(match["title"])):
            return number, words
    return 0, ""


def _words(heading: str) -> str:
    """A heading without Markdown's marks."""
    return _MARKUP.sub(lambda mark: mark["link"] or "", heading).strip()


def _citations(sources: Sequence[SourceKeys]) -> tuple[Citation, ...]:
    return tuple(
        Citation(
            role=source.role,
            quote=source.quote,
            said_by=source.said_by,
            url=source.url,
            title=source.title,
            publisher=source.publisher,
            published=source.date,
            archive=source.archive,
            accessed=source.accessed,
        )
        for source in sources
        if source.url or source.title or source.quote
    )


def _sourceless(document: front_matter.Document) -> tuple[Problem, ...]:
    """Sources that say nothing of what they are."""
    field = document.field("sources") or document.field("links")
    nodes = field.value.nodes if field and isinstance(field.value, front_matter.Items) else ()
    return tuple(
        Problem(
            document.path,
            node.line,
            node.column,
            "this source has neither a URL nor a title nor a quote",
            "such as: - url: https://example.org/page",
        )
        for node in nodes
        if isinstance(node, front_matter.Mapping)
        and not any(node.field(key) for key in ("url", "title", "quote"))
    )


def _extra(mapping: front_matter.Mapping) -> tuple[tuple[str, str], ...]:
    """What stands under `extra`, and under keys that no entry has: reported, but kept."""
    own = mapping.field("extra")
    pairs = fields.flat(own.value, "") if own else ()
    others = fields.unknown(mapping, EntryKeys)
    return (*pairs, *(pair for field in others for pair in fields.flat(field.value, field.key)))


def _stem(path: str) -> str:
    """What a file is called, without the day in front of it; of an index file, its folder."""
    pure = PurePosixPath(path)
    stem = pure.parent.name if pure.stem in ("index", "_index") and pure.parent.name else pure.stem
    return _DAY_PREFIX.sub("", stem, count=1)


def _in_order(problems: tuple[Problem, ...]) -> tuple[Problem, ...]:
    return tuple(sorted(problems))
