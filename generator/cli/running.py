"""How every command ends: errors are caught here, once, and say what to do."""

import functools
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, TypeVar, cast

import click

from generator.cli.terminal import Terminal, terminal
from generator.errors import BackstoryError

Function = TypeVar("Function", bound=Callable[..., Any])

_FOLDER = click.Path(file_okay=False)


class Backstory(click.Group):
    """The group of all commands."""

    def main(self, *args: Any, **extra: Any) -> Any:
        """Run a command line; text goes in and out as UTF-8, whatever the locale says."""
        for stream in (sys.stdout, sys.stderr):
            reconfigure = getattr(stream, "reconfigure", None)
            if reconfigure is not None:
                reconfigure(encoding="utf-8", errors="backslashreplace")
        return super().main(*args, **extra)

    def invoke(self, ctx: click.Context) -> Any:
        ctx.obj = Terminal()
        try:
            result = super().invoke(ctx)
            sys.stdout.flush()
        except BackstoryError as error:
            terminal(ctx).problems(error.problems)
            ctx.exit(1)
        except BrokenPipeError:
            # Whoever read us has seen enough. Python would complain again at its own exit.
            with open(os.devnull, "w") as nowhere:  # noqa: PTH123
                os.dup2(nowhere.fileno(), sys.stdout.fileno())
            ctx.exit(0)
        except KeyboardInterrupt:
            click.echo("\nStopped.", err=True)
            ctx.exit(130)
        return result

    def list_commands(self, ctx: click.Context) -> list[str]:
        """In the order in which people need them."""
        return list(self.commands)


def _set(name: str) -> Callable[[click.Context, click.Parameter, Any], None]:
    def callback(ctx: click.Context, parameter: click.Parameter, value: Any) -> None:
        setattr(terminal(ctx), name, value)

    return callback


def _set_color(ctx: click.Context, parameter: click.Parameter, value: str) -> None:
    never = value == "never" or (value == "auto" and bool(os.environ.get("NO_COLOR")))
    color = True if value == "always" else False if never else None
    # The context's setting holds for this command's output, the root's for that of its errors.
    ctx.color = ctx.find_root().color = color


def _saying(function: Function) -> Function:
    """Options of how much a command says, and in which colours."""
    for option in (
        click.option(
            "--color",
            type=click.Choice(["auto", "always", "never"]),
            default="auto",
            expose_value=False,
            callback=_set_color,
            help="Colours in the output; auto: on a terminal.",
        ),
        click.option(
            "-v",
            "--verbose",
            is_flag=True,
            expose_value=False,
            callback=_set("verbose"),
            help="Say more.",
        ),
        click.option(
            "-q",
            "--quiet",
            is_flag=True,
            expose_value=False,
            callback=_set("quiet"),
            help="Say nothing but errors.",
        ),
    ):
        function = option(function)
    return function


def everywhere(function: Function) -> Function:
    """The options of a command that needs no site: all commands take -C and --config."""
    for names in (("--config",), ("-C", "--site")):
        function = click.option(*names, expose_value=False, hidden=True)(function)
    return _saying(function)


def _with_its_settings(function: Function) -> Function:
    """The command refuses a file of settings that was named and is not there."""

    @functools.wraps(function)
    def checked(*args: Any, site: str, config: str, **extra: Any) -> Any:
        source = click.get_current_context().get_parameter_source("config")
        named = source not in (None, click.core.ParameterSource.DEFAULT)
        if named and not Path(site, config).is_file():
            message = f"there is no such file: {config}, looked for in the site's folder"
            raise click.BadParameter(message, param_hint="--config")
        return function(*args, site=site, config=config, **extra)

    return cast("Function", checked)


def of_a_site(function: Function) -> Function:
    """The options of a command that works on a site."""
    function = _saying(_with_its_settings(function))
    function = click.option(
        "--config",
        default="site.yaml",
        show_default=True,
        help="The site's settings, relative to its folder.",
    )(function)
    return click.option(
        "-C",
        "--site",
        type=_FOLDER,
        default=".",
        help="The site's folder; the one you are in by default.",
    )(function)


class BaseUrl(click.ParamType):  # type: ignore[type-arg]  # generic in some versions of click only
    """A URL that site.yaml would take for `base_url` too; "" for none."""

    name = "url"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        from generator.field_text import FieldError
        from generator.site_values import base_url

        try:
            return base_url(value) if value else ""
        except FieldError as error:
            self.fail(f"{error.message} ({error.hint})", param, ctx)


def output_format(*names: str) -> Callable[[Function], Function]:
    """How the output is written; the first name is the default."""

    def set_form(ctx: click.Context, parameter: click.Parameter, value: str) -> str:
        terminal(ctx).form = value
        return value

    return click.option(
        "--format",
        "form",
        type=click.Choice(names),
        default=names[0],
        show_default=True,
        callback=set_form,
        help="For people, or for programs.",
    )


def text_from(file: Any, name: str) -> str:
    """The whole of an open binary file as text.

    Raises:
        BackstoryError: it is not in UTF-8.
    """
    from generator.errors import Problem

    data: bytes = file.read()
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        message = "this is not in UTF-8"
        raise BackstoryError([Problem(name, line, 0, message, "convert it first")]) from None


def plural(count: int, one: str, many: str = "") -> str:
    """A count with its noun: "1 page", "1,200 pages"."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"


def listed(parts: Sequence[str]) -> str:
    """The parts that are not empty, between commas."""
    return ", ".join(part for part in parts if part)
