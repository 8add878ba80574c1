"""Commands that run one step of the pipeline on documents."""

from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

import click

from generator.cli.records import DATED, articles_from, day_of, records, refuse, tell
from generator.cli.running import of_a_site, text_from
from generator.cli.showing import (
    article_record,
    article_text,
    entries_text,
    entry_record,
    mention_text,
    timex_record,
)
from generator.cli.terminal import terminal

if TYPE_CHECKING:
    from generator.build.steps import Read
    from generator.config import Config
    from generator.errors import Problem
    from generator.model import Article

_form = click.option(
    "--format",
    "form",
    type=click.Choice(["text", "jsonl"]),
    default="text",
    show_default=True,
    help="For people, or one JSON object a line for programs.",
)
_explain = click.option("--explain", is_flag=True, help="Say why.")
_files = click.argument("files", nargs=-1, type=click.Path(dir_okay=False))
_jobs = click.option(
    "--jobs", type=click.IntRange(0, 512), default=0, help="Processes; 0: as it pays."
)


@click.command(
    epilog="""\b
Examples:
  backstory read seeds/raid.txt
  backstory read --explain seeds/raid.txt
  backstory read --format jsonl seeds/*.html""",
)
@of_a_site
@_files
@_explain
@_jobs
@_form
def read(site: str, config: str, files: Sequence[str], explain: bool, jobs: int, form: str) -> None:
    """Show what is read of articles: title, date, author, text.

    --explain shows every line of a file with what it was taken for.
    """
    if not files:
        raise click.UsageError("name at least one file")
    speaker = terminal()
    problems: list[Problem] = []
    for result in _read(Path(site), config, files, jobs, problems):
        problems.extend(result.problems)
        for article in result.articles:
            if form == "jsonl":
                speaker.event(article_record(article, explain))
            else:
                click.echo("\n".join(article_text(article, explain)) + "\n")
    tell(problems)


@click.command(
    epilog="""\b
Examples:
  backstory extract seeds/raid.txt
  backstory extract --format jsonl seeds/*.txt
  backstory extract --articles articles.jsonl --format jsonl""",
)
@of_a_site
@_files
@click.option(
    "--articles",
    type=click.File("rb"),
    metavar="FILE.jsonl",
    help='Articles as {"id", "dct", "title", "text"}, one a line, their texts clean; - for input.',
)
@click.option(
    "--min-score",
    type=click.FloatRange(0, 1),
    help="How sure an event must be; 0 gives every dated clause, as --articles does by default.",
)
@_explain
@_jobs
@_form
def extract(
    site: str,
    config: str,
    files: Sequence[str],
    articles: BinaryIO | None,
    min_score: float | None,
    explain: bool,
    jobs: int,
    form: str,
) -> None:
    """Show the events that articles tell of, each with its date and the words that say so."""
    from generator.build import steps
    from generator.build.jobs import Workers

    if bool(files) == (articles is not None):
        raise click.UsageError("name either files or --articles FILE.jsonl")
    settings = settings_of(Path(site), config).extract
    problems: list[Problem] = []
    if min_score is None:
        # Clean articles come from programs that want all that the rules see.
        min_score = 0.0 if articles is not None else settings.min_score or None
    found: Iterator[Article]
    if articles is not None:
        found = iter(articles_from(articles, problems))
    else:
        results = _read(Path(site), config, files, jobs, problems)
        found = _articles(results, problems)
    listed = list(found)
    workers = click.get_current_context().with_resource(Workers(jobs))
    told = workers.map(partial(steps.told, settings.roles, min_score), listed, pays_from=16)
    for article, (entries, mentions) in zip(listed, told, strict=True):
        if form == "jsonl":
            head = (
                {"id": article.id}
                if articles is not None
                else {
                    "path": article.path,
                    "published": article.published.edtf if article.published else None,
                }
            )
            entries_out = [entry_record(entry, mentions, explain) for entry in entries]
            terminal().event({**head, "entries": entries_out})
        else:
            name = article.path if articles is None else article.id
            click.echo("\n".join(entries_text(name, entries, mentions, explain)) + "\n")
    tell(problems)


@click.command(
    epilog="""\b
Examples:
  echo "They met on Monday." | backstory dates --dct 2024-03-05
  backstory dates --explain < story.txt
  backstory dates --format jsonl < documents.jsonl""",
)
@of_a_site
@click.argument("file", type=click.File("rb"), default="-")
@click.option("--dct", metavar="DATE", help='Day of publication, which "Monday" is counted from.')
@click.option("--language", default="en", show_default=True, help="Language of the text.")
@click.option(
    "--mode",
    type=click.Choice(["auto", "news", "narrative"]),
    default="auto",
    show_default=True,
    help="What bare days are counted from: the day of publication, or the date before them.",
)
@_explain
@_form
def dates(
    site: str,
    config: str,
    file: BinaryIO,
    dct: str | None,
    language: str,
    mode: str,
    explain: bool,
    form: str,
) -> None:
    """Find the date expressions of a text and say what they mean.

    With --format jsonl, each line of the input is {"id", "dct", "text"}.
    """
    from generator.dates import DateError, explain_mode, tag, timexes

    speaker = terminal()
    problems: list[Problem] = []
    try:
        given = day_of(dct)
        tag("", None, language=language)
    except DateError as error:
        raise click.UsageError(f"{error.message} ({error.hint})") from error
    if form == "text":
        text = text_from(file, "-")
        if explain:
            how = explain_mode(text, given, language=language, mode=mode)  # type: ignore[arg-type]
            click.echo(f"mode     {how}")
        for mention in tag(text, given, language=language, mode=mode):  # type: ignore[arg-type]
            click.echo(mention_text(mention, explain))
        return
    for record in records(file, DATED, problems):
        try:
            day = day_of(record.value.get("dct")) or given
        except DateError as error:
            problems.append(refuse(record, error.message, error.hint))
            continue
        mentions = tag(record.value["text"], day, language=language, mode=mode)  # type: ignore[arg-type]
        made = [timex_record(mention, explain) for mention in timexes(mentions)]
        speaker.event({"id": record.value["id"], "timexes": made})
    tell(problems)


def settings_of(site: Path, name: str) -> "Config":
    """The site's settings, or the defaults where there is no site."""
    from generator.config import Config, load

    try:
        text = (site / name).read_bytes().decode("utf-8-sig")
    except (OSError, UnicodeDecodeError):
        return Config()
    return load(text, name)[0]


def _read(
    site: Path,
    settings_name: str,
    files: Sequence[str],
    jobs: int,
    problems: "list[Problem]",
) -> "Iterator[Read]":
    """The articles of the files, without their events."""
    import msgspec

    from generator.build import steps
    from generator.build.inputs import printable
    from generator.build.jobs import Workers
    from generator.errors import Problem
    from generator.model import Source

    config = settings_of(site, settings_name)
    off = msgspec.structs.replace(config.extract, enabled=False)
    config = msgspec.structs.replace(config, extract=off)
    sources: list[Source] = []
    for file in files:
        name = printable(Path(file).as_posix())
        try:
            sources.append(Source(name, Path(file).read_bytes()))
        except OSError as error:
            message = f"this file cannot be read: {error.strerror}"
            problems.append(Problem(name, 0, 0, message, "check its name"))
    settings = steps.reading(config, steps.boilerplate_of(sources, config.encoding))
    workers = click.get_current_context().with_resource(Workers(jobs))
    return workers.map(partial(steps.read_article, settings), sources, pays_from=16)


def _articles(results: "Iterator[Read]", problems: "list[Problem]") -> "Iterator[Article]":
    for result in results:
        problems.extend(result.problems)
        yield from result.articles
