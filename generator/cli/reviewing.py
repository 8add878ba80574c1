"""Commands with which an editor goes through what was extracted."""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click

from generator.cli.documents import settings_of
from generator.cli.running import of_a_site, output_format, plural
from generator.cli.terminal import terminal
from generator.errors import BackstoryError, Problem, did_you_mean

if TYPE_CHECKING:
    from generator.config import Config
    from generator.importing.targets import Target
    from generator.model import Citation, Entry
    from generator.site.assemble import Site

Made = TypeVar("Made")


def with_site(site: str, config: str, use: "Callable[[Site], Made]") -> "Made":
    """What `use` makes of the site as a build would publish it now; nothing is written."""
    from generator.build.build import assembled
    from generator.build.options import Options
    from generator.build.progress import Quiet
    from generator.cli.sites import now

    speaker = terminal()
    # What programs read here is records: how far we are is none.
    progress = Quiet() if speaker.form == "jsonl" else speaker.progress()
    try:
        made, problems = assembled(
            Options(site=Path(site), now=now(), config=config), progress, use
        )
    finally:
        progress.close()
    speaker.problems(problems)
    return made


@click.group(
    invoke_without_command=True,
    epilog="""\b
Examples:
  backstory review --topic harbour --min-score 0.8
  backstory review accept 5d1c7a90b2e4f638
  backstory review hide 5d1c7a90b2e4f638 0f3b6c2d9a8e7145""",
)
@of_a_site
@click.option("--topic", default="", metavar="NAME", help="Only those of this topic.")
@click.option(
    "--min-score",
    type=click.FloatRange(0, 1),
    default=0.0,
    metavar="S",
    help="Only those of which the extraction is at least so sure, 0 to 1.",
)
@output_format("text", "jsonl")
@click.pass_context
def review(
    ctx: click.Context, site: str, config: str, topic: str, min_score: float, form: str
) -> None:
    """List the events that were extracted, each with what articles say of it.

    What you accept becomes a file of yours; what you hide is shown no more.
    """
    if ctx.invoked_subcommand is not None:
        return
    records = with_site(site, config, lambda found: _listed(found, topic, min_score))
    if form == "jsonl":
        for record, _ in records:
            terminal().event(record)
        return
    for _, text in records:
        click.echo(text + "\n")
    terminal().say(plural(len(records), "extracted entry", "extracted entries"))


@review.command(
    epilog="""\b
Example:
  backstory review accept 5d1c7a90b2e4f638"""
)
@click.argument("ids", nargs=-1, required=True, metavar="ID...")
@of_a_site
@output_format("text", "jsonl")
def accept(ids: Sequence[str], site: str, config: str, form: str) -> None:
    """Write extracted events into content/, to be edited."""
    _write(ids, site, config, _accepted)


@review.command(
    epilog="""\b
Example:
  backstory review hide 5d1c7a90b2e4f638"""
)
@click.argument("ids", nargs=-1, required=True, metavar="ID...")
@of_a_site
@output_format("text", "jsonl")
def hide(ids: Sequence[str], site: str, config: str, form: str) -> None:
    """Have extracted events shown no more; a file in content/ says so."""
    _write(ids, site, config, _hidden)


def _listed(site: "Site", topic: str, least: float) -> list[tuple[dict[str, object], str]]:
    """A record and a text for every entry that is asked for, in time order."""
    slug = _topic(site, topic)
    return [
        (_record(site, entry), "\n".join(_lines(site, entry)))
        for entry in site.entries
        if entry.origin == "extracted"
        and entry.score >= least
        and (not slug or slug in entry.topics)
    ]


def _topic(site: "Site", name: str) -> str:
    """The slug of the topic that is meant; "" for none."""
    if not name:
        return ""
    found = site.topic_by_slug.get(name) or site.topic_by_label.get(name.casefold())
    if found is not None:
        return found.slug
    known = {title.casefold(): slug for slug, title in site.topic_titles.items()}
    if name in site.topic_titles or name.casefold() in known:
        return known.get(name.casefold(), name)
    hint = did_you_mean(name, sorted([*site.topic_titles, *site.topic_titles.values()]))
    raise click.BadParameter(
        f"no entry has the topic {name}" + (f" ({hint})" if hint else ""), param_hint="--topic"
    )


def _record(site: "Site", entry: "Entry") -> dict[str, object]:
    return {
        "id": entry.id,
        "date": entry.date.edtf,
        "title": entry.title,
        "text": entry.text,
        "status": entry.status,
        "score": entry.score,
        "topics": list(entry.topics),
        "notes": list(entry.notes),
        "citations": [citation_record(site, cite) for cite in entry.citations],
    }


def citation_record(site: "Site", cite: "Citation") -> dict[str, object]:
    article = site.article_by_id.get(cite.article)
    published = article.published if article else cite.published
    return {
        "role": cite.role,
        "quote": cite.quote,
        "said_by": cite.said_by,
        "path": article.path if article else "",
        "title": article.title if article else cite.title,
        "publisher": article.publisher if article else cite.publisher,
        "published": published.edtf if published else None,
        "start": cite.start,
        "end": cite.end,
    }


def _lines(site: "Site", entry: "Entry") -> Iterable[str]:
    yield f"{click.style(entry.date.edtf, bold=True)}  {entry.title}"
    topics = [site.topic_titles.get(slug, slug) for slug in entry.topics]
    about = [entry.id, f"score {entry.score:.2f}", entry.status, *topics]
    yield click.style("  " + " · ".join(about), dim=True)
    for cite in entry.citations:
        yield citation_text(site, cite)
    for note in entry.notes:
        yield f"  {note}"


def citation_text(site: "Site", cite: "Citation") -> str:
    """A quote with where it stands: "…" (article, publisher, day; reports)."""
    article = site.article_by_id.get(cite.article)
    published = article.published if article else cite.published
    named = [
        (article.title or article.path) if article else cite.title or cite.url,
        article.publisher if article else cite.publisher,
        published.edtf if published else "",
        cite.role,
    ]
    where = click.style(f"({', '.join(filter(None, named))})", dim=True)
    return f"  “{cite.quote}” {where}" if cite.quote else f"  {where}"


def _write(
    ids: Sequence[str],
    site: str,
    config: str,
    edited: "Callable[[Site, Entry], Entry]",
) -> None:
    """Write a file for each of the entries, or say of every one that cannot be why."""
    from generator.importing.write import standing, write

    settings = settings_of(Path(site), config)
    editors = _editors(Path(site), settings)
    targets = with_site(site, config, lambda found: _targets(found, ids, settings, editors, edited))
    taken = [item for item in targets if standing(Path(site), item.path, item.data) != "new"]
    if taken:
        message = "there is such a file already"
        raise BackstoryError(
            [Problem(item.path, 0, 0, message, "edit it or move it away") for item in taken]
        )
    for item in targets:
        write(Path(site), item.path, item.data)
        if terminal().form == "jsonl":
            terminal().event({"event": "written", "path": item.path, "replaces": item.source})
        else:
            terminal().say(item.path)


def _targets(
    site: "Site",
    ids: Sequence[str],
    settings: "Config",
    editors: "Sequence[Entry]",
    edited: "Callable[[Site, Entry], Entry]",
) -> "tuple[Target, ...]":
    from generator.entries.edits import by_name
    from generator.importing.events import Event
    from generator.importing.targets import of_events

    known = by_name(site.entries)
    replaced = {entry.replaces: entry.path for entry in editors if entry.replaces}
    chosen: dict[str, Entry] = {}
    problems = []
    for name in ids:
        entry = known.get(name)
        path = entry.path if entry and entry.origin == "editor" else replaced.get(name)
        if path is not None:
            message = f"{name} stands in a file of yours already"
            problems.append(Problem(path, 0, 0, message, "edit that file"))
        elif entry is None:
            hint = did_you_mean(name, sorted(known)) or "backstory review lists them"
            problems.append(Problem("", 0, 0, f"no extracted entry has the id {name}", hint))
        else:
            chosen[entry.id] = entry
    if problems:
        raise BackstoryError(problems)
    events = [Event(edited(site, entry), entry.id, 0, 0) for entry in chosen.values()]
    return of_events(events, settings.content, editors)


def _editors(site: Path, settings: "Config") -> "Sequence[Entry]":
    """What editors wrote, drafts and hidden entries too."""
    from generator.build import steps
    from generator.build.inputs import discover, load
    from generator.build.options import folders_of

    found = []
    for stamp in discover(site, folders_of(settings))[0].entries:
        source, _ = load(site, stamp, settings.max_document)
        if source is not None and (entry := steps.read_entry(settings, source).entry):
            found.append(entry)
    return found


def _accepted(site: "Site", entry: "Entry") -> "Entry":
    """The entry as an editor's: its text as Markdown, its articles as sources with quotes."""
    import msgspec

    from generator.importing.markdown_text import paragraphs

    return msgspec.structs.replace(
        entry,
        text=paragraphs(entry.text.split("\n")),
        topics=tuple(site.topic_titles.get(slug, slug) for slug in entry.topics),
        citations=tuple(_source(site, cite) for cite in entry.citations),
        origin="editor",
        importance=0,
        aliases=(),
        replaces=entry.id,
    )


def _source(site: "Site", cite: "Citation") -> "Citation":
    import msgspec

    article = site.article_by_id.get(cite.article)
    if article is None:
        return cite
    return msgspec.structs.replace(
        cite,
        article="",
        start=0,
        end=0,
        url=article.url,
        title=article.title or article.path,
        publisher=article.publisher,
        published=article.published,
    )


def _hidden(site: "Site", entry: "Entry") -> "Entry":
    from generator.model import Entry

    return Entry(
        id=entry.id,
        slug=entry.slug,
        date=entry.date,
        title=entry.title,
        origin="editor",
        replaces=entry.id,
        hidden=True,
    )
