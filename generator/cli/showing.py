"""How articles, events and dates look: as lines for people, as records for programs."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

import click

from generator.cli.running import plural

if TYPE_CHECKING:
    from generator.dates import Mention
    from generator.model import Article, Entry


def article_record(article: "Article", explain: bool) -> dict[str, object]:
    record: dict[str, object] = {
        "path": article.path,
        "title": article.title,
        "published": article.published.edtf if article.published else None,
        "byline": list(article.byline),
        "publisher": article.publisher,
        "url": article.url,
        "language": article.language,
        "tags": list(article.tags),
        "related": [{"title": link.title, "url": link.url} for link in article.related],
        "body": article.text,
    }
    if explain:
        record["witnesses"] = article.witnesses
        record["lines"] = article.lines
    return record


def article_text(article: "Article", explain: bool) -> Iterator[str]:
    # The best witness of a field comes first; those that say otherwise follow.
    sources = {witness.field: witness for witness in reversed(article.witnesses)}

    def field(name: str, value: str) -> Iterator[str]:
        if value:
            witness = sources.get(name)
            doubt = "" if witness is None or witness.sure else ", unsure"
            why = f"  ({witness.source}{doubt})" if witness else ""
            yield f"  {name:<10} {value}{click.style(why, dim=True)}"

    yield click.style(article.path, bold=True)
    yield from field("title", article.title)
    yield from field("published", article.published.edtf if article.published else "")
    yield from field("byline", ", ".join(article.byline))
    yield from field("publisher", article.publisher)
    yield from field("url", article.url)
    yield from field("language", article.language)
    yield from field("tags", ", ".join(article.tags))
    for link in article.related:
        yield from field("related", " ".join(filter(None, (link.title, link.url))))
    if explain and article.lines:
        yield ""
        for line in article.lines:
            if line.text.strip():
                why = click.style(f"  ({line.reason})", dim=True) if line.reason else ""
                yield f"  {line.number:>4}  {line.kind:<12}  {line.text.strip()}{why}"
        return
    body = [paragraph for paragraph in article.text.split("\n") if paragraph]
    yield f"  {'body':<10} {plural(len(body), 'paragraph')}"
    for paragraph in body:
        yield ""
        yield f"  {paragraph}"


def entry_record(entry: "Entry", mentions: "Sequence[Mention]", explain: bool) -> dict[str, object]:
    citation = entry.citations[0]
    record: dict[str, object] = {
        "id": entry.id,
        "date": entry.date.edtf,
        "title": entry.title,
        "text": entry.text,
        "role": citation.role,
        "quote": citation.quote,
        "start": citation.start,
        "end": citation.end,
        "topics": list(entry.topics),
        "people": list(entry.people),
        "organizations": list(entry.organizations),
        "places": list(entry.places),
        "status": entry.status,
        "said_by": citation.said_by,
    }
    if explain:
        record["mentions"] = [timex_record(mention, True) for mention in _within(entry, mentions)]
    return record


def entries_text(
    name: str, entries: "Sequence[Entry]", mentions: "Sequence[Mention]", explain: bool
) -> Iterator[str]:
    yield f"{click.style(name, bold=True)}: {plural(len(entries), 'event')}"
    for entry in entries:
        citation = entry.citations[0]
        yield ""
        date = click.style(f"{entry.date.edtf:<12}", bold=True)
        yield f"  {date} {entry.title}  {click.style(f'[{citation.role}]', dim=True)}"
        yield f"  {'':<12} “{citation.quote}”"
        for names, label in (
            (entry.topics, "topics"),
            (entry.people, "people"),
            (entry.organizations, "organizations"),
            (entry.places, "places"),
        ):
            if names:
                yield click.style(f"  {'':<12} {label}: {', '.join(names)}", dim=True)
        if explain:
            for mention in _within(entry, mentions):
                yield f"  {'':<12} {mention_text(mention, True)}"


def _within(entry: "Entry", mentions: "Sequence[Mention]") -> "Iterator[Mention]":
    citation = entry.citations[0]
    for mention in mentions:
        if citation.start <= mention.start < citation.end:
            yield mention


def mention_text(mention: "Mention", explain: bool) -> str:
    meaning = mention.date.edtf if mention.date else mention.value
    text = f"{mention.start:>5}–{mention.end:<5} {mention.type:<8} {meaning:<22} {mention.text}"
    why = f"  ({mention.rule}: {mention.reason})" if explain else ""
    return text + click.style(why, dim=True)


def timex_record(mention: "Mention", explain: bool) -> Mapping[str, object]:
    record: dict[str, object] = {
        "start": mention.start,
        "end": mention.end,
        "text": mention.text,
        "type": mention.type,
        "value": mention.value,
        "edtf": mention.date.edtf if mention.date else None,
    }
    if explain:
        record |= {"rule": mention.rule, "reason": mention.reason}
    return record
