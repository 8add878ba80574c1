"""Where things are in a site's folder, and what its settings say for one build."""

import os
from collections.abc import Sequence
from datetime import datetime
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from generator.build import snapshot as snapshots
from generator.build.inputs import Folders, Inputs, Stamp, discover
from generator.errors import BackstoryError, Problem

if TYPE_CHECKING:
    from generator.config import Config

STORE = ".backstory"
"""The folder in a site's that holds what a build can compute again."""

DEFAULT_CONFIG = "site.yaml"


class Options(msgspec.Struct, frozen=True):
    """What one build is asked for."""

    site: Path
    now: datetime
    """Which scheduled entries are due. Aware of its time zone."""
    config: str = DEFAULT_CONFIG
    output: str = ""
    """"" for what site.yaml says; otherwise as on a command line, relative to where we are."""
    base_url: str | None = None
    drafts: bool = False
    strict: bool = False
    clean: bool = False
    jobs: int = 0
    executor: str = ""
    """The address of a cluster's scheduler; "" for this machine alone."""


def output_of(options: Options) -> Path:
    """The folder that a build with these options writes to; a wrong site.yaml names none."""
    return output_folder(options, configure(options)[0].output)


def preview_folder(site: Path) -> Path:
    """Where a server builds a site for its own use."""
    return site / STORE / "preview"


def watched(options: Options) -> tuple[Stamp | None, Inputs]:
    """What a build of the site would look at: equal, as long as nothing has changed."""
    stamp = snapshots.stamp(options.site, options.config)
    folders = _folders(options.site / options.config, stamp)
    return stamp, discover(options.site, folders)[0]


def folders(options: Options) -> tuple[Path, ...]:
    """The folders that the inputs of a site are in."""
    stamp = snapshots.stamp(options.site, options.config)
    found = _folders(options.site / options.config, stamp)
    return tuple(options.site / name for name in msgspec.structs.astuple(found))


@lru_cache(maxsize=8)
def _folders(path: Path, _stamp: Stamp | None) -> Folders:
    from generator.config import Config, load

    try:
        return folders_of(load(path.read_text(encoding="utf-8-sig"))[0])
    except (OSError, UnicodeDecodeError):
        return folders_of(Config())


def folders_of(config: "Config") -> Folders:
    return Folders(config.seeds, config.content, config.static, config.templates)


def output_folder(options: Options, name: str) -> Path:
    """Where a build with these options goes, when site.yaml says `name`."""
    return Path(options.output) if options.output else options.site / name


def configure(options: Options) -> tuple["Config", list[Problem]]:
    """site.yaml with what the command line says instead."""
    from generator import config as settings

    path = options.site / options.config
    problems: list[Problem] = []
    if path.is_file():
        try:
            text = path.read_bytes().decode("utf-8-sig")
        except UnicodeDecodeError as error:
            line = error.object[: error.start].count(b"\n") + 1
            message = "this file is not in UTF-8"
            problems.append(Problem(options.config, line, 0, message, "save it as UTF-8"))
            text = error.object.decode("utf-8", "replace")
        config, wrong = settings.load(text, options.config)
        problems.extend(wrong)
        problems.extend(_missing_folders(options, config, text, wrong))
    elif options.config != DEFAULT_CONFIG:
        message = "there is no such file"
        raise BackstoryError([Problem(options.config, 0, 0, message, "check --config")])
    else:
        config = settings.Config()
        if not _has_documents(options.site, config):
            message = "there is no site here: no site.yaml, no seeds/, no content/"
            hint = "make one with: backstory init NAME"
            raise BackstoryError([Problem(str(options.site), 0, 0, message, hint)])
        message = "there is no such file: the site has no title"
        problems.append(Problem(options.config, 0, 0, message, "add one", "warning"))
    if options.base_url is not None:
        config = msgspec.structs.replace(config, base_url=options.base_url.rstrip("/"))
    return config, problems


def _has_documents(site: Path, config: "Config") -> bool:
    return any((site / name).is_dir() for name in (config.seeds, config.content))


def _missing_folders(
    options: Options, config: "Config", text: str, known: Sequence[Problem]
) -> list[Problem]:
    """Folders that site.yaml names and that are not there: an empty site is never what is meant.

    Args:
        known: what is wrong with the settings themselves; a folder that is wrong has its default.
    """
    from generator.front_matter import Scalar, read_yaml

    document = read_yaml(text, options.config)
    wrong = {(problem.line, problem.column) for problem in known if problem.severity == "error"}
    problems = []
    for key, name in msgspec.structs.asdict(folders_of(config)).items():
        field = document.field(key)
        if field is None or not isinstance(field.value, Scalar) or field.value.absent:
            continue
        place = (field.value.line, field.value.column)
        if place in wrong or (options.site / name).is_dir():
            continue
        message = f'"{key}": there is no folder {name}'
        hint = "make it, or correct its name"
        problems.append(Problem(options.config, *place, message, hint))
    if not problems and not wrong and not _has_documents(options.site, config):
        message = f"there is nothing to make a site of: no {config.seeds}/, no {config.content}/"
        hint = "make one of these folders, or name others with the keys seeds and content"
        problems.append(Problem(options.config, 0, 0, message, hint))
    return problems


def check_output(options: Options, config: "Config", output: Path) -> None:
    """Raises BackstoryError when the output would swallow the inputs."""
    target = Path(os.path.realpath(output))
    site = Path(os.path.realpath(options.site))
    inputs = [site / name for name in msgspec.structs.astuple(folders_of(config))]
    for folder in (site, site / STORE, *inputs):
        inside = folder != site and target.is_relative_to(folder)
        if target == site / STORE / "preview":
            continue
        if folder.is_relative_to(target) or inside:
            message = f"the output would lie over {folder.name or folder}"
            hint = "give it a folder of its own"
            raise BackstoryError([Problem(str(output), 0, 0, message, hint)])
    if target in {Path.home(), Path(target.anchor)}:
        message = "this folder is not for a site alone"
        raise BackstoryError([Problem(str(output), 0, 0, message, "give it a folder of its own")])
    if target.exists() and not target.is_dir():
        raise BackstoryError([Problem(str(output), 0, 0, "the output is a file, not a folder")])
