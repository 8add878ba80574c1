"""Commands that deal with a whole site."""

import time
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.running import BaseUrl, listed, of_a_site, output_format, plural
from generator.cli.terminal import terminal

if TYPE_CHECKING:
    from generator.build.build import Report
    from generator.build.options import Options
    from generator.build.snapshot import Counts


def now() -> datetime:
    """The time of this run, or the one that a reproducible build sets.

    Raises:
        BadParameter: SOURCE_DATE_EPOCH is no number of seconds.
    """
    import os

    fixed = os.environ.get("SOURCE_DATE_EPOCH")
    if fixed is None:
        return datetime.now(UTC)
    try:
        return datetime.fromtimestamp(int(fixed), UTC)
    except (ValueError, OverflowError, OSError) as error:
        message = f"SOURCE_DATE_EPOCH is no number of seconds: {fixed!r}"
        raise click.UsageError(message) from error


_base_url = click.option(
    "--base-url",
    metavar="URL",
    type=BaseUrl(),
    help="Where the site will be, in place of what site.yaml says.",
)
_drafts = click.option(
    "--drafts", is_flag=True, help="Show drafts and entries that are scheduled for later."
)
_strict = click.option("--strict", is_flag=True, help="Take warnings for errors.")
_jobs = click.option(
    "--jobs",
    type=click.IntRange(0, 512),
    default=0,
    metavar="N",
    help="Processes to work with; 0: as it pays, up to one a processor.",
)


def _scheduler(_: click.Context, __: click.Parameter, value: str) -> str:
    if value:
        from generator.build.cluster import scheduler_address

        try:
            scheduler_address(value)
        except ValueError as error:
            raise click.BadParameter(str(error)) from error
    return value


_executor = click.option(
    "--executor",
    default="",
    metavar="dask://HOST:PORT",
    callback=_scheduler,
    help="The scheduler of a Dask cluster that reads the documents.",
)


@click.command(
    epilog="""\b
Examples:
  backstory build
  backstory build --base-url https://example.org/story -o /var/www/story
  backstory build --strict --format jsonl""",
)
@of_a_site
@click.option(
    "-o", "--output", type=click.Path(), default="", help="Folder to write to [default: public]."
)
@_base_url
@_drafts
@_strict
@click.option("--clean", is_flag=True, help="Compute and write everything anew.")
@_jobs
@_executor
@click.option("--timings", is_flag=True, help="Show how long the slowest steps took.")
@click.option(
    "--profile",
    type=click.Path(dir_okay=False),
    help="Write a profile of this process (cProfile) and show our slowest functions.",
)
@output_format("text", "jsonl")
def build(
    site: str,
    config: str,
    output: str,
    base_url: str | None,
    drafts: bool,
    strict: bool,
    clean: bool,
    jobs: int,
    executor: str,
    timings: bool,
    profile: str | None,
    form: str,
) -> None:
    """Build the site.

    The output changes as a whole or, if any input has an error, not at all. Only what changed
    since the last build is computed and written.
    """
    started = time.perf_counter()
    from generator.build.build import build as run
    from generator.build.options import Options
    from generator.build.timings import Timings
    from generator.cli import measuring

    options = Options(
        site=Path(site),
        now=now(),
        config=config,
        output=output,
        base_url=base_url,
        drafts=drafts,
        strict=strict,
        clean=clean,
        # A profile is of one process: what others do would be missing in it.
        jobs=jobs or int(profile is not None),
        executor=executor,
    )
    speaker = terminal()
    progress = Timings(speaker.progress())
    functions: list[measuring.Function] = []
    with ExitStack() as after:
        after.callback(progress.close)
        if profile is not None:
            functions = after.enter_context(measuring.profiled(Path(profile)))
        report = run(options, progress)
    speaker.problems(report.problems)
    _report(report, time.perf_counter() - started, form)
    if timings:
        measuring.tell_timings(progress, speaker)
    if profile is not None:
        measuring.tell_functions(functions, speaker)


def _report(report: "Report", seconds: float, form: str) -> None:
    speaker = terminal()
    warnings = len(report.problems)
    if form == "jsonl":
        import msgspec

        speaker.event(
            {
                "event": "built",
                "output": report.output,
                **msgspec.structs.asdict(report.counts),
                "written": report.written,
                "unchanged": report.unchanged,
                "removed": report.removed,
                "foreign": list(report.foreign),
                "warnings": warnings,
                "seconds": round(seconds, 3),
            }
        )
        return
    if report.foreign:
        shown = ", ".join(report.foreign[:3]) + (" …" if len(report.foreign) > 3 else "")
        speaker.say(
            f"Left alone in {Path(report.output).name}, not made by a build: "
            f"{plural(len(report.foreign), 'file')} ({shown})"
        )
    left_out = _left_out(report.counts)
    if left_out:
        speaker.say(left_out)
    speaker.say(
        listed(
            [
                plural(report.counts.entries, "entry", "entries"),
                f"{plural(report.written, 'file')} written",
                f"{report.unchanged:,} unchanged",
                f"{report.removed:,} removed" if report.removed else "",
                plural(warnings, "warning") if warnings else "",
                f"{seconds:.2f} s",
            ]
        )
    )
    if speaker.verbose:
        speaker.say(f"The site is in {report.output}")


def _left_out(counts: "Counts") -> str:
    waiting = listed(
        [
            plural(counts.drafts, "draft") if counts.drafts else "",
            f"{counts.scheduled:,} scheduled for later" if counts.scheduled else "",
        ]
    )
    return f"Left out: {waiting} (--drafts shows them)" if waiting else ""


@click.command(
    epilog="""\b
Examples:
  backstory check
  backstory check --strict --format github""",
)
@of_a_site
@_drafts
@_strict
@_jobs
@click.option(
    "--links",
    type=click.Choice(["internal", "external"]),
    default="internal",
    show_default=True,
    help="Links to look at: within the site, or those to other sites too, which asks the web.",
)
@output_format("text", "jsonl", "github")
def check(
    site: str, config: str, drafts: bool, strict: bool, jobs: int, links: str, form: str
) -> None:
    """List every problem of every input at once, and write nothing."""
    from generator.build.build import check as run
    from generator.build.options import Options

    speaker = terminal()
    progress = speaker.progress()
    try:
        report = run(
            Options(
                site=Path(site),
                now=now(),
                config=config,
                drafts=drafts,
                strict=strict,
                jobs=jobs,
            ),
            progress,
            external=links == "external",
        )
    finally:
        progress.close()
    speaker.problems(report.problems)
    if form == "text":
        found = plural(len(report.problems), "warning") if report.problems else "no problems"
        entries = plural(report.counts.entries, "entry", "entries")
        articles = plural(report.counts.articles, "article")
        speaker.say(f"{entries} and {articles}: {found}")


@click.command(
    epilog="""\b
Examples:
  backstory serve
  backstory serve --port 8080 --open --drafts""",
)
@of_a_site
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option(
    "-p",
    "--port",
    type=click.IntRange(1, 65535),
    default=8000,
    show_default=True,
    help="Port; if it is taken, the next free one.",
)
@click.option("--open", "open_browser", is_flag=True, help="Open the site in a browser.")
@_drafts
@click.option("--no-reload", is_flag=True, help="Do not reload the browser after a change.")
def serve(
    site: str,
    config: str,
    host: str,
    port: int,
    open_browser: bool,
    drafts: bool,
    no_reload: bool,
) -> None:
    """Show the site on this machine and build it again on every change.

    A file with an error shows in the browser, with its place; the last good site stays. Stop it
    with Ctrl-C.
    """
    from generator.build.options import Options
    from generator.preview import serve as run

    speaker = terminal()

    def options() -> "Options":
        return Options(site=Path(site), now=now(), config=config, drafts=drafts)

    run(
        options,
        host=host,
        port=port,
        open_browser=open_browser,
        reload=not no_reload,
        say=speaker.say,
        complain=speaker.problems,
    )


@click.command()
@of_a_site
@click.option(
    "-o", "--output", type=click.Path(), default="", help="The output folder [default: public]."
)
def clean(site: str, config: str, output: str) -> None:
    """Remove the cache and the files that builds made in the output, nothing else.

    Only this output is emptied; for another, name it with --output.
    """
    from generator.build.build import clean as run
    from generator.build.options import STORE, Options, output_of

    options = Options(site=Path(site), now=now(), config=config, output=output)
    folder = output_of(options)
    removed = run(options.site, folder)
    terminal().say(f"Removed {plural(len(removed), 'file')} from {folder} and the cache")
    if (options.site / STORE).is_dir():
        terminal().say(f"Other outputs keep their record in {STORE}: name them with --output")
