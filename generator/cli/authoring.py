"""Commands that write files for an editor: a new site, a new entry, a new topic."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.documents import settings_of
from generator.cli.running import BaseUrl, everywhere, of_a_site, plural
from generator.cli.terminal import terminal
from generator.errors import BackstoryError, Problem

if TYPE_CHECKING:
    from generator.config import Config
    from generator.dates import EventDate
    from generator.model import Article


@click.command(
    epilog="""\b
Examples:
  backstory init story
  backstory init story --title "The harbour story" --base-url https://example.org/harbour
  backstory init . --no-samples --force""",
)
@click.argument("folder", metavar="[DIR]", type=click.Path(path_type=Path), default=Path())
@click.option("--title", help="Title of the site; made from the folder's name.")
@click.option(
    "--base-url", metavar="URL", type=BaseUrl(), default="", help="Where the site will be."
)
@click.option("--no-samples", is_flag=True, help="Without the sample article and entries.")
@click.option("--force", is_flag=True, help="Write into a folder that holds something.")
@everywhere
def init(folder: Path, title: str | None, base_url: str, no_samples: bool, force: bool) -> None:
    """Make a new site, with samples to change."""
    from generator.cli.scaffolding import scaffold

    name = folder.resolve().name.replace("-", " ").replace("_", " ")
    written = scaffold(
        folder,
        title=title or name[:1].upper() + name[1:] or "Timeline",
        base_url=base_url.rstrip("/"),
        samples=not no_samples,
        force=force,
    )
    speaker = terminal()
    speaker.say(f"Made a site in {folder}: {plural(len(written), 'file')}. What next:")
    commands = ["backstory build", "backstory serve", 'backstory new entry "TITLE" --date DATE']
    if folder.resolve() != Path.cwd():
        commands = [f"cd {_quoted(str(folder))}", *commands[:2]]
    for command in commands:
        speaker.say(f"  {command}")


class _New(click.Group):
    """`new TITLE` is short for `new entry TITLE`."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        known = {*self.commands, "--help"}
        if args and args[0] not in known:
            args = ["entry", *args]
        return super().parse_args(ctx, args)


@click.group(
    cls=_New,
    epilog="""\b
Examples:
  backstory new entry "The bridge opens" --date 2021-05-04
  backstory new "The bridge is planned" --date "circa 1905" --topic Bridges
  backstory new topic bridges""",
)
def new() -> None:
    """Start an entry or a topic of your own."""


def _not_empty(ctx: click.Context, parameter: click.Parameter, value: str) -> str:
    if not value.strip():
        raise click.BadParameter("it is empty")
    return value


@new.command()
@click.argument("title", callback=_not_empty)
@click.option("--date", "when", metavar="DATE", help='When: 2021-05-04, "May 2020", "circa 1905" …')
@click.option("--topic", "topics", multiple=True, metavar="NAME", help="A topic; may be repeated.")
@click.option(
    "--from",
    "article",
    metavar="ARTICLE",
    type=click.Path(dir_okay=False, path_type=Path),
    help="An article to name as the source.",
)
@click.option("--edit", is_flag=True, help="Open the file in your editor.")
@of_a_site
def entry(
    site: str,
    config: str,
    title: str,
    when: str | None,
    topics: Sequence[str],
    article: Path | None,
    edit: bool,
) -> None:
    """Start an entry: an event with its date."""
    from generator.dates import DateError, read_date
    from generator.importing.entry_files import entry_path
    from generator.importing.markdown_text import Written, date_scalar, document
    from generator.slugs import slugify

    settings = settings_of(Path(site), config)
    if when is None:
        if not sys.stdin.isatty():
            raise click.UsageError("say when it happened, with --date")
        when = click.prompt("When")
    try:
        date = read_date(when, date_order=settings.date_order, language=settings.language)
    except DateError as error:
        raise BackstoryError([Problem("--date", 0, 0, error.message, error.hint)]) from error
    fields: dict[str, object] = {
        "date": Written(date_scalar(when)),
        "title": title,
        "topics": list(topics),
        "sources": [] if article is None else [_source(_article(article, settings))],
    }
    path = entry_path(settings.content, date, slugify(title))
    _write(Path(site), path, document(fields, ""))
    terminal().say(f"{path}  ({_as_read(when, date)})")
    if edit:
        click.edit(filename=str(Path(site) / path))


@new.command()
@click.argument("slug", callback=_not_empty)
@click.option("--title", help="Name of the topic; made from the slug.")
@click.option("--edit", is_flag=True, help="Open the file in your editor.")
@of_a_site
def topic(site: str, config: str, slug: str, title: str | None, edit: bool) -> None:
    """Start a topic's own page: a description, other spellings."""
    from generator.importing.markdown_text import scalar
    from generator.slugs import slugify

    settings = settings_of(Path(site), config)
    name = slugify(slug)
    words = title or (slug if slug != name else slug.replace("-", " ").capitalize())
    path = f"{settings.content}/topics/{name}.md"
    lines = ["---", f"title: {scalar(words)}", 'description: ""', "aliases: []", "---", "", ""]
    _write(Path(site), path, "\n".join(lines))
    terminal().say(path)
    if edit:
        click.edit(filename=str(Path(site) / path))


def _write(site: Path, path: str, text: str) -> None:
    target = site / path
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with target.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except FileExistsError:
        message = "there is such a file already"
        raise BackstoryError([Problem(path, 0, 0, message, "give another title")]) from None
    except OSError as error:
        message = f"this file cannot be written: {error.strerror}"
        raise BackstoryError([Problem(path, 0, 0, message)]) from error


def _as_read(when: str, date: "EventDate") -> str:
    """How a date was read: "c. 1500: 1500~, sorted as 1500"."""
    read = date.edtf if when == date.edtf else f"{when}: {date.edtf}"
    if date.precision == "day" and not (date.approximate or date.uncertain):
        return read
    return f"{read}, sorted as {_first_day(date)}"


def _first_day(date: "EventDate") -> str:
    first = date.edtf.partition("/")[0].strip("~?%") or date.edtf.partition("/")[2]
    return first.strip("~?%[]{}.")


def _article(path: Path, settings: "Config") -> "Article":
    from generator import articles
    from generator.model import Source

    try:
        source = Source(path.as_posix(), path.read_bytes())
    except OSError as error:
        message = f"this file cannot be read: {error.strerror}"
        raise BackstoryError([Problem(path.as_posix(), 0, 0, message)]) from error
    hints = articles.Hints(
        language=settings.language,
        encoding=settings.encoding,
        date_order=settings.date_order,
        max_bytes=settings.max_document,
        max_seconds=settings.max_seconds,
    )
    found, problems = articles.read(source, hints)
    if not found:
        raise BackstoryError(problems)
    return found[0]


def _source(article: "Article") -> dict[str, str]:
    from generator.importing.markdown_text import Written, date_scalar

    published = article.published
    return {
        "title": article.title,
        "url": article.url,
        "publisher": article.publisher,
        "date": Written(date_scalar(published.edtf)) if published else "",
    }


def _quoted(path: str) -> str:
    import shlex

    return shlex.quote(path)
