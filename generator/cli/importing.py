"""Commands that take articles and events from elsewhere, and give events away."""

import sys
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.documents import settings_of
from generator.cli.running import listed, of_a_site, output_format, plural
from generator.cli.terminal import terminal
from generator.errors import BackstoryError, Problem

if TYPE_CHECKING:
    from generator.build.jobs import Workers
    from generator.config import Config
    from generator.importing.documents import Contents
    from generator.importing.plan import InSite, Plan, Repeated
    from generator.importing.targets import Target
    from generator.model import Article, Source
    from generator.site.assemble import Site

_FORMATS = (
    *("csv", "json", "jsonl", "timelinejs"),
    *("text", "html", "markdown", "feed", "mhtml", "warc"),
)
_EXPORTS = ("csv", "json", "jsonl", "jsonld", "ics", "timelinejs")


@click.command(
    "import",
    epilog="""\b
Examples:
  backstory import ~/saved-pages feed.xml
  backstory import timelinejs timeline.csv
  backstory import --dry-run events.json""",
)
@of_a_site
@click.argument("words", nargs=-1, metavar="[FORMAT] FILE|DIR...")
@click.option(
    "--to",
    metavar="FOLDER",
    default="",
    help="Where to write: seeds, content or a folder of the site [default: as it is read there].",
)
@click.option(
    "--duplicates",
    type=click.Choice(["skip", "keep"]),
    default="skip",
    show_default=True,
    help="What to do with what repeats something.",
)
@click.option("--force", is_flag=True, help="Write over files that are there.")
@click.option("--dry-run", is_flag=True, help="Say what would be written, and write nothing.")
@click.option("--jobs", type=click.IntRange(0, 512), default=0, help="Processes; 0: as it pays.")
@output_format("text", "jsonl")
def import_(
    site: str,
    config: str,
    words: Sequence[str],
    to: str,
    duplicates: str,
    force: bool,
    dry_run: bool,
    jobs: int,
    form: str,
) -> None:
    """Take articles and events from files.

    Articles (text, saved pages, Markdown, feeds, records in JSON, JSON Lines or CSV, MHTML, WARC)
    become files of seeds/; events (a TimelineJS spreadsheet or JSON, an export of Backstory) become
    entries in content/. What the format is, is found out; FORMAT says it where that fails: csv,
    json, jsonl, timelinejs, text, html, markdown, feed, mhtml or warc.

    No file that is there is written over unless you say so.
    """
    from generator.build.jobs import Workers
    from generator.importing.plan import plan

    if not Path(site).is_dir():
        raise BackstoryError([Problem(site, 0, 0, "there is no such folder", "check --site")])
    given, paths = _words(words)
    settings = settings_of(Path(site), config)
    folder = _folder(to, settings)
    problems: list[Problem] = []
    workers = click.get_current_context().with_resource(Workers(jobs))
    contents = list(_read(paths, given, settings, workers, problems))
    made = plan(
        contents,
        _in_site(Path(site), settings, workers),
        settings,
        seeds_folder=folder,
        content_folder=folder,
        keep_duplicates=duplicates == "keep",
    )
    problems += made.problems
    speaker = terminal()
    speaker.problems(problems)
    for item in made.repeated:
        _tell_repeated(item, form)
    counts = _write(Path(site), made, force=force, dry_run=dry_run, form=form)
    errors = sum(problem.severity == "error" for problem in problems) + counts["left"]
    summary = {
        "articles": counts["articles"],
        "events": counts["events"],
        "there": len(made.there) + counts["there"],
        "duplicates": len(made.repeated),
        "problems": errors,
    }
    if form == "jsonl":
        speaker.event({"event": "imported", "dry_run": dry_run, **summary})
    else:
        speaker.say(_summary(summary, dry_run))
    if errors:
        raise SystemExit(1)


@click.command(
    epilog="""\b
Examples:
  backstory export json > events.json
  backstory export timelinejs -o timeline.json""",
)
@of_a_site
@click.argument("format_", metavar="FORMAT", type=click.Choice(_EXPORTS))
@click.option(
    "-o",
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    help="File to write [default: print it].",
)
@click.option("--drafts", is_flag=True, help="With drafts and entries scheduled for later.")
def export(site: str, config: str, format_: str, output: Path | None, drafts: bool) -> None:
    """Give the site's events as data: csv, json, jsonl, jsonld, ics or timelinejs.

    The last is for TimelineJS 3, ics a calendar of the events whose days are known.
    docs/data.md says what each field means.
    """
    from generator.build.build import assembled
    from generator.build.options import Options
    from generator.cli.sites import now
    from generator.site import calendar, exports, linked_data, timelinejs

    writers: dict[str, Callable[[Site], str]] = {
        "csv": exports.to_csv,
        "json": exports.to_json,
        "jsonl": exports.to_jsonl,
        "jsonld": linked_data.to_jsonld,
        "ics": calendar.to_ics,
        "timelinejs": timelinejs.to_timelinejs,
    }
    speaker = terminal()
    progress = speaker.progress()
    options = Options(site=Path(site), now=now(), config=config, drafts=drafts)
    try:
        text, problems = assembled(options, progress, writers[format_])
    finally:
        progress.close()
    speaker.problems(problems)
    data = text.encode("utf-8", "replace")
    if output is None or output.name == "-":
        click.echo(data, nl=False)
        return
    from generator.importing.write import write

    write(output.parent, output.name, data)
    speaker.aside(f"{output}: {len(data):,} bytes")


def _words(words: Sequence[str]) -> tuple[str, tuple[Path, ...]]:
    """The format, when the first word is one and no file, and the files."""
    given = ""
    if words and words[0] in _FORMATS and not Path(words[0]).exists():
        given, words = words[0], words[1:]
    if not words:
        raise click.UsageError("name at least one file or folder")
    for word in words:
        if not Path(word).exists():
            raise click.BadParameter(f"there is no such file: {word}", param_hint="FILE")
    return given, tuple(dict.fromkeys(Path(word) for word in words))


def _folder(to: str, config: "Config") -> str:
    from generator.field_text import FieldError
    from generator.site_values import folder

    if to in ("", "seeds", "content"):
        return {"": "", "seeds": config.seeds, "content": config.content}[to]
    try:
        return folder(to)
    except FieldError as error:
        raise click.BadParameter(f"{error.message} ({error.hint})", param_hint="--to") from error


def _read(
    paths: Sequence[Path],
    given: str,
    config: "Config",
    workers: "Workers",
    problems: list[Problem],
) -> "Iterator[Contents]":
    """What the documents hold, in order of their names."""
    from generator.importing import documents

    choice = documents.Choice(config, given)
    sources = list(_sources(paths, given, config, problems))
    progress = terminal().progress()
    progress.start("Reading documents", len(sources))
    try:
        for contents in workers.map(partial(documents.read, choice), sources, pays_from=16):
            progress.advance()
            yield contents
        progress.finish()
    finally:
        progress.close()


def _sources(
    paths: Sequence[Path], given: str, config: "Config", problems: list[Problem]
) -> "Iterator[Source]":
    from generator.build.inputs import printable
    from generator.importing import documents
    from generator.model import Source

    unknown = []
    for path, named in documents.files(paths):
        name = printable(path.as_posix())
        try:
            size = path.stat().st_size
            if not path.is_file():
                problems.append(Problem(name, 0, 0, "this is no file of data: not read"))
                continue
            most = documents.MANY * config.max_document
            data = b"" if size > most else path.read_bytes()
        except OSError as error:
            message = f"this file cannot be read: {error.strerror}"
            problems.append(Problem(name, 0, 0, message, "check its rights"))
            continue
        if size and not data:
            message = f"this file is too large to be read: {size:,} bytes"
            problems.append(Problem(name, 0, 0, message, "raise max_document in site.yaml"))
        elif named or given or documents.known(name, data[:4096]):
            yield Source(name, data)
        else:
            unknown.append(name)
    if unknown:
        shown = ", ".join(unknown[:3]) + (" …" if len(unknown) > 3 else "")
        message = f"of a kind that is not read: {plural(len(unknown), 'file')} ({shown})"
        problems.append(
            Problem(unknown[0], 0, 0, message, "name a file to have it read", "warning")
        )


def _in_site(site: Path, config: "Config", workers: "Workers") -> "InSite":
    """What the site holds; its articles are read when they are asked for."""
    from generator.build import steps
    from generator.build.inputs import discover, load
    from generator.build.options import folders_of
    from generator.importing import plan

    inputs, _ = discover(site, folders_of(config))
    loaded = [load(site, stamp, config.max_document)[0] for stamp in inputs.articles]
    sources = [source for source in loaded if source is not None]

    def articles() -> "Sequence[Article]":
        import msgspec

        off = msgspec.structs.replace(config.extract, enabled=False)
        settings = steps.reading(msgspec.structs.replace(config, extract=off), frozenset())
        read = workers.map(partial(steps.read_article, settings), sources, pays_from=16)
        return [article for result in read for article in result.articles]

    entries = []
    for stamp in inputs.entries:
        source, _ = load(site, stamp, config.max_document)
        if source is not None and (entry := steps.read_entry(config, source).entry):
            entries.append(entry)
    return plan.InSite(frozenset(plan.digest(source.data) for source in sources), articles, entries)


def _tell_repeated(item: "Repeated", form: str) -> None:
    speaker = terminal()
    if form == "jsonl":
        import msgspec

        speaker.event({"event": "duplicate", **msgspec.structs.asdict(item)})
        return
    why = {
        "address": f"has the address of {item.of} ({item.share:.0%} of its text is there)",
        "text": f"{item.share:.0%} of its text is in {item.of}",
        "event": f"has the date and the title of {item.of}",
        "id": f"has the id of {item.of}",
    }[item.reason]
    speaker.aside(f"{item.source}: duplicate, left out: “{item.title}” {why}")


def _write(site: Path, made: "Plan", *, force: bool, dry_run: bool, form: str) -> dict[str, int]:
    """Write the files of a plan; how many of each kind, and how many were left as they are."""
    from generator.importing.write import standing, write

    speaker = terminal()
    counts = {"articles": 0, "events": 0, "there": 0, "left": 0}
    answer = "all" if force else ""
    files = [("articles", item) for item in made.articles]
    files += [("events", item) for item in made.events]
    progress = speaker.progress()
    if not dry_run:
        progress.start("Writing files", len(files))
    try:
        for kind, item in files:
            state = standing(site, item.path, item.data)
            if state == "there":
                counts["there"] += 1
                continue
            if state == "differs" and answer not in ("all", "none"):
                answer = "no" if dry_run else _ask(item)
            if state == "differs" and answer in ("no", "none"):
                _leave(item)
                counts["left"] += 1
                continue
            try:
                if not dry_run:
                    write(site, item.path, item.data)
            except BackstoryError as error:
                speaker.problems(error.problems)
                counts["left"] += 1
                continue
            counts[kind] += 1
            if form == "jsonl":
                speaker.event({"event": "file", "path": item.path, "source": item.source})
            elif dry_run or speaker.verbose or len(files) <= _LISTED:
                speaker.say(item.path)
            progress.advance()
        progress.finish()
    finally:
        progress.close()
    return counts


_LISTED = 20
"""Files that are named one by one when nobody asked."""


def _ask(item: "Target") -> str:
    """Whether to write over a file; without a terminal there is nobody to ask."""
    if not (sys.stdin.isatty() and sys.stderr.isatty()):
        return "no"
    words = {"y": "yes", "n": "no", "all": "all", "none": "none"}
    question = f"{item.path} is there and says something else. Overwrite?"
    choice = click.Choice(list(words))
    return words[click.prompt(question, type=choice, default="n", err=True)]


def _leave(item: "Target") -> None:
    message = "this file is there and says something else: left as it is"
    hint = f"--force writes what {item.source} says over it"
    terminal().problems([Problem(item.path, 0, 0, message, hint)])


def _summary(counts: dict[str, int], dry_run: bool) -> str:
    written = listed([plural(counts["articles"], "article"), plural(counts["events"], "event")])
    return listed(
        [
            f"{written} {'would be written' if dry_run else 'written'}",
            f"{counts['there']:,} already there" if counts["there"] else "",
            plural(counts["duplicates"], "duplicate") if counts["duplicates"] else "",
            plural(counts["problems"], "problem") if counts["problems"] else "",
        ]
    )
