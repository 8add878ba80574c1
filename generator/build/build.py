"""One build: from a site's folder to its output."""

import gc
import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import msgspec

from generator.build import snapshot as snapshots
from generator.build.cache import Cache, ReadOnly, digest
from generator.build.inputs import Folders, Inputs, discover, printable
from generator.build.jobs import Workers
from generator.build.lock import no_build, only_build
from generator.build.manifest import LEDGER
from generator.build.memory import Last, Memory
from generator.build.options import (
    STORE,
    Options,
    check_output,
    configure,
    folders_of,
    output_folder,
    preview_folder,
)
from generator.build.progress import Progress
from generator.build.publish import MARK, Output
from generator.build.snapshot import Counts, Snapshot
from generator.build.version import code_stamp, code_version
from generator.errors import BackstoryError, Problem

if TYPE_CHECKING:
    from generator.build.pipeline import LeftOut, Prose, Store
    from generator.build.plan import Copied, Pages
    from generator.build.trace import Changed, Traces
    from generator.config import Config
    from generator.site.assemble import Site
    from generator.site.templates import Compiled
    from generator.site.theme import Theme


Made = TypeVar("Made")


class Report(msgspec.Struct, frozen=True):
    """What a build did."""

    output: str
    counts: Counts
    written: int = 0
    unchanged: int = 0
    removed: int = 0
    foreign: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()
    """Warnings; errors are raised."""
    same: bool = False
    """Nothing had changed since the last build."""
    base_url: str = ""


class _Made(msgspec.Struct, frozen=True):
    """A site that could be published."""

    config: "Config"
    site: "Site"
    counts: Counts
    left_out: "LeftOut"
    theme: "Theme"
    compiled: "Compiled"
    pages: "Pages"
    prose: "Prose"
    store: "Store"
    copied: "tuple[Copied, ...]"
    gathered: str
    """The key, in the store, of what the site was put together from."""
    last: Last
    surroundings: str
    """A hash of all that every view follows from."""
    warnings: tuple[Problem, ...]


def build(options: Options, progress: Progress, memory: Memory | None = None) -> Report:
    """Build a site into its output.

    Args:
        memory: of the last build with these options in this process.

    Raises:
        BackstoryError: with every problem of every input; the output is as it was.
    """
    with _store(options) as store, only_build(store):
        started = (store / "lock").stat().st_mtime_ns
        looked = _Looked()
        empty = memory is not None and memory.wanted and memory.last is None
        same = None if options.clean or empty else _nothing_changed(options, store, looked)
        if same is not None:
            return same
        with _rare_collections(), Workers(options.jobs, options.executor) as workers:
            return _build(options, store, started, workers, progress, looked, memory)


def check(options: Options, progress: Progress, *, external: bool = False) -> Report:
    """Find every problem of every input of a site, and write nothing.

    Args:
        external: ask the web whether the pages that links lead to are there.

    Raises:
        BackstoryError: with every problem, when one of them is an error.
    """
    store = options.site / STORE
    with (
        _readable(options),
        no_build(store) as known,
        Workers(options.jobs, options.executor) as workers,
    ):
        config, problems = configure(options)
        inputs, wrong = discover(options.site, folders_of(config))
        from generator.build import doubts, links, pipeline
        from generator.build.plan import render

        with ReadOnly(store / "results.sqlite" if known else None) as cache:
            kept = pipeline.Store(cache)
            made = _make(options, config, inputs, [*problems, *wrong], 0, kept, workers, progress)
            made.prose.prepare(made.site, len(made.pages.routes), workers, progress)
            progress.start("Rendering pages", len(made.pages.routes))
            found = links.Links(_files(made), _folder(made.config))
            for page, content in render(
                map(made.pages.make, made.pages.routes),
                made.theme,
                made.pages.templates,
                config.templates,
                compiled=made.compiled,
                workers=workers,
            ):
                progress.advance()
                if page.path.endswith(".html"):
                    found.add(page.path, content)
            progress.finish()
        site = made.site
        owners = links.owners(site.entries, site.topics)
        problems = [
            *made.warnings,
            *doubts.unsure_dates(site.articles),
            *doubts.repeated(site.articles),
            *doubts.of_entries(site.entries),
            *links.dead_links(found, owners),
        ]
        if external:
            progress.start("Asking the web", len(found.external))
            problems.extend(links.dead_urls(found, owners))
            progress.finish()
        return Report("", made.counts, problems=_refuse_errors(problems, strict=options.strict))


def _files(made: _Made) -> set[str]:
    """The paths of all files of the output that a page may lead to."""
    return {*made.pages.routes, *(item.path for item in made.copied)}


def _folder(config: "Config") -> str:
    """The folder of the host that the site will be in, "" where links are relative."""
    from generator.site import urls

    base = urls.read_base(config.base_url)
    return base.path if base else ""


def assembled(
    options: Options, progress: Progress, use: "Callable[[Site], Made]"
) -> "tuple[Made, tuple[Problem, ...]]":
    """What `use` makes of the site that a build would publish, with the warnings.

    Nothing is written. The site is whole only while `use` runs.

    Raises:
        BackstoryError: with every problem, when one of them is an error.
    """
    store = options.site / STORE
    with (
        _readable(options),
        no_build(store) as known,
        Workers(options.jobs, options.executor) as workers,
    ):
        from generator.build import pipeline

        config, problems = configure(options)
        inputs, wrong = discover(options.site, folders_of(config))
        with ReadOnly(store / "results.sqlite" if known else None) as cache:
            kept = pipeline.Store(cache)
            made = _make(options, config, inputs, [*problems, *wrong], 0, kept, workers, progress)
            return use(made.site), made.warnings


def clean(site: Path, output: Path) -> tuple[str, ...]:
    """Remove the store and the files that builds made in `output`, nothing else.

    What is known of the files in other outputs stays in the store: without it nobody could ever
    tell them from a stranger's.

    Returns:
        The paths of the files in the output that were removed.
    """
    import shutil

    store = site / STORE
    if not store.is_dir() or store.is_symlink():
        return ()
    with only_build(store):
        removed = Output(output, store).remove()
        Output(preview_folder(site), store).remove()
    for item in sorted(store.iterdir()):
        if item.is_dir() and not item.is_symlink():
            shutil.rmtree(item)
        elif not item.name.startswith(LEDGER) or item.suffix:
            item.unlink()
    if not any(store.iterdir()):
        store.rmdir()
    return removed


_MANY_NEW = 50_000
"""New things after which cycles among them are looked for; Python's own number is some hundreds."""


@contextmanager
def _few_collections() -> Iterator[None]:
    """Spare the garbage collector a search through all entries, again and again.

    What a site is put together from holds no cycles, and lives until the build ends.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if was_on:
            gc.enable()


@contextmanager
def _rare_collections() -> Iterator[None]:
    """Have the garbage collector look less often, in processes that are forked from this one too.

    Pages leave few cycles behind; a twelfth of the time of rendering went into looking for them.
    """
    usual = gc.get_threshold()
    gc.set_threshold(_MANY_NEW, *usual[1:])
    try:
        yield
    finally:
        gc.set_threshold(*usual)


@contextmanager
def _readable(options: Options) -> Iterator[None]:
    """Turn what the system refuses into problems."""
    if not options.site.is_dir():
        message = "there is no such folder"
        raise BackstoryError([Problem(str(options.site), 0, 0, message, "check --site")])
    try:
        yield
    except OSError as error:
        path = _file_of(error) or str(options.site)
        message = f"this cannot be read: {error.strerror or error}"
        raise BackstoryError([Problem(path, 0, 0, message, "check its rights")]) from error


def _file_of(error: OSError) -> str:
    """The path that the system refused, "" when it does not say."""
    return printable(error.filename) if isinstance(error.filename, str) else ""


@contextmanager
def _store(options: Options) -> Iterator[Path]:
    with _readable(options):
        store = options.site / STORE
        try:
            store.mkdir(exist_ok=True)
            yield store
        except OSError as error:
            path = _file_of(error)
            if path and not Path(path).is_relative_to(store):
                raise
            message = f"the store cannot be used: {error.strerror or error}"
            hint = "check its rights and the space of the disk, or remove it: it can be made again"
            raise BackstoryError([Problem(STORE, 0, 0, message, hint)]) from error


def _state_path(options: Options, store: Path, what: str) -> Path:
    """Where we keep what is known of builds with these settings into this output."""
    return store / f"{what}-{digest(options.config, options.output)[:12]}"


def _choices(options: Options) -> str:
    return digest(
        options.config,
        options.output and os.path.realpath(options.output),
        repr(options.base_url),
        repr((options.drafts, options.strict)),
    )


class _Looked:
    """The inputs of a site, looked for once in a build."""

    def __init__(self) -> None:
        self._known: dict[Folders, tuple[Inputs, tuple[Problem, ...]]] = {}

    def discover(self, site: Path, folders: Folders) -> tuple[Inputs, tuple[Problem, ...]]:
        if folders not in self._known:
            self._known[folders] = discover(site, folders)
        return self._known[folders]


def _nothing_changed(options: Options, store: Path, looked: _Looked) -> Report | None:
    """The report of a build that has nothing to do, from sizes and times alone."""
    known = snapshots.read(_state_path(options, store, "snapshot"))
    if (
        known is None
        or known.choices != _choices(options)
        or known.config != snapshots.stamp(options.site, options.config)
        or known.inputs != looked.discover(options.site, known.folders)[0]
        or known.code != code_stamp()
    ):
        return None
    if known.next_day is not None:
        from generator.build.pipeline import today

        if today(options.now, known.time_zone) >= known.next_day:
            return None
    output = Output(output_folder(options, known.output), store)
    if not output.is_whole() or output.manifest is None:
        return None
    files = output.manifest.files
    return Report(
        output=str(output.folder),
        counts=known.counts,
        unchanged=len(files),
        foreign=tuple(map(printable, output.foreign(files))),
        problems=known.warnings,
        same=True,
        base_url=known.base_url,
    )


def _make(
    options: Options,
    config: "Config",
    inputs: Inputs,
    problems: list[Problem],
    started: int,
    kept: "Store",
    workers: Workers,
    progress: Progress,
) -> _Made:
    """Everything but writing: the site, its pages and what is stale."""
    from generator.build import picturing, pipeline, plan
    from generator.site import theme as themes
    from generator.site.templates import Compiled, Renderer

    articles, written, declared, wrong = pipeline.read(
        options.site, config, inputs, started, workers, kept, progress
    )
    problems.extend(wrong)
    editors, left_out = pipeline.due(
        [result.entry for result in written if result.entry is not None],
        pipeline.today(options.now, config.time_zone),
        drafts=options.drafts,
    )
    progress.start("Merging and linking")
    gathered_key, gathered = pipeline.gather(
        config,
        [entry for result in articles for entry in result.entries],
        [article for result in articles for article in result.articles],
        editors,
        pipeline.topics_of(config, [item.topic for item in declared if item.topic is not None]),
        kept,
    )
    progress.finish()
    problems.extend(gathered.problems)
    progress.start("Putting the site together")
    prose = pipeline.Prose(kept)
    site = pipeline.assemble(config, gathered, prose)
    progress.finish()
    theme = themes.theme_of(options.site / config.templates, options.site / config.static)
    static = tuple(themes.static_files(theme))
    site, faults = picturing.with_cards(site, static, options.config)
    problems.extend(faults)
    compiled = Compiled(kept.templates())
    renderer = Renderer(theme.templates, compiled)
    style = themes.style_version(theme)
    progress.start("Planning pages")
    pages = plan.Pages(site, style)
    try:
        pages.close_over(renderer, config.templates)
    except BackstoryError as error:
        problems.extend(error.problems)
    copies, wrong_names = plan.copies(static, config.static)
    copied = tuple(item for item in copies if item.path != MARK)
    problems.extend(wrong_names)
    problems.extend(plan.collisions(pages.listed, copied))
    progress.finish()
    return _Made(
        config=config,
        site=site,
        counts=Counts(
            len(site.entries),
            len(site.articles),
            len(site.topics),
            len(site.links),
            len(pages.routes),
            left_out.drafts,
            left_out.scheduled,
        ),
        left_out=left_out,
        theme=theme,
        compiled=compiled,
        pages=pages,
        prose=prose,
        store=kept,
        copied=copied,
        gathered=gathered_key,
        last=Last(
            gathered_key,
            config,
            site,
            {entry.path: entry for result in written if (entry := result.entry) is not None},
            style,
            renderer,
        ),
        surroundings=digest(
            code_version(), msgspec.msgpack.encode(config), style, picturing.version(site)
        ),
        warnings=_refuse_errors(problems, strict=options.strict),
    )


def _refuse_errors(problems: Sequence[Problem], *, strict: bool) -> tuple[Problem, ...]:
    """The problems, each once, in the order of their places.

    Raises:
        BackstoryError: one of them is an error; with `strict`, there is one.
    """
    ordered = tuple(sorted(set(problems)))
    if any(strict or problem.severity == "error" for problem in ordered):
        raise BackstoryError(ordered)
    return ordered


def _usable(made: _Made, traces: "Traces | None") -> "Traces | None":
    """The traces of a build whose views followed from the same settings."""
    return traces if traces and traces.surroundings == made.surroundings else None


def _changed(made: _Made, traces: "Traces | None") -> "Changed":
    """The pages and pieces that have looked up what is not the same any more in the site."""
    from generator.build import pipeline, trace

    if traces is None or traces.gathered == made.gathered:
        return trace.Changed()
    before = made.store.memory.site(traces.gathered, made.config)
    if before is None:
        old = pipeline.stored(traces.gathered, made.store)
        if old is None:
            return trace.Changed(traces.pages.keys(), traces.pieces)
        old = pipeline.shared(old, made.site)
        before = pipeline.assemble(made.config, old, made.prose)
    return trace.stale(traces, before, made.site)


def _build(
    options: Options,
    store: Path,
    started: int,
    workers: Workers,
    progress: Progress,
    looked: _Looked,
    memory: Memory | None,
) -> Report:
    from generator.build import pipeline, trace
    from generator.build.writing import Writing

    config, problems = configure(options)
    inputs, wrong = looked.discover(options.site, folders_of(config))
    code = code_stamp()
    config_stamp = snapshots.stamp(options.site, options.config)
    folder = output_folder(options, config.output)
    check_output(options, config, folder)
    if options.clean:
        (store / "results.sqlite").unlink(missing_ok=True)
    output = Output(folder, store)
    with Cache(store / "results.sqlite") as cache:
        path = _state_path(options, store, "traces")
        with _few_collections():
            made = _make(
                options,
                config,
                inputs,
                [*problems, *wrong],
                started,
                pipeline.Store(cache, memory),
                workers,
                progress,
            )
            progress.start("Comparing with the last build")
            traces = None if options.clean else _usable(made, trace.read(path))
            changed = _changed(made, traces)
            made.store.memory.keep(made.last)
            progress.finish()
        writing = Writing(
            made.pages,
            made.copied,
            output,
            traces,
            changed,
            cache,
            path.name,
            clean=options.clean,
        )
        made.prose.prepare(made.site, len(writing.to_make), workers, progress)
        files = writing.files(made.theme, made.compiled, config.templates, workers, progress)
        published = output.publish(writing.paths(), files, clean=options.clean)
        made.store.used |= writing.keep(made.gathered)
        made.store.keep_templates(made.compiled.used)
        trace.write(path, writing.traces(made.surroundings, made.gathered))
        texts = pipeline.prose_keys(made.site)
        cache.keep_only(
            lambda: {*made.store.used, *texts}, len(made.store.used) + made.counts.entries
        )
        if cache.notice:
            progress.note(cache.notice)
    snapshot = Snapshot(
        code=code,
        choices=_choices(options),
        config=config_stamp,
        folders=folders_of(config),
        inputs=inputs,
        output=config.output,
        warnings=made.warnings,
        next_day=made.left_out.next_day,
        time_zone=config.time_zone,
        base_url=config.base_url,
        counts=made.counts,
    )
    path = _state_path(options, store, "snapshot")
    passing = any(problem.passing for problem in made.warnings)
    if snapshots.is_settled(snapshot, started) and not passing:
        snapshots.write(path, snapshot)
    else:
        path.unlink(missing_ok=True)
    return Report(
        output=str(output.folder),
        counts=made.counts,
        written=len(published.written),
        unchanged=published.unchanged,
        removed=len(published.removed),
        foreign=tuple(map(printable, published.foreign)),
        problems=made.warnings,
        base_url=made.config.base_url,
    )
