"""What a command says to the person or program that ran it."""

import sys
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

import click

from generator.errors import Problem

if TYPE_CHECKING:
    from generator.build.progress import Progress


@dataclass
class Terminal:
    """How the running command is to speak; its options fill this in."""

    quiet: bool = False
    verbose: bool = False
    form: str = "text"

    def say(self, text: str) -> None:
        """A line on standard output, unless we are to be quiet."""
        if not self.quiet:
            click.echo(text)

    def aside(self, text: str) -> None:
        """A line on standard error: about the work, not its result."""
        if not self.quiet:
            click.echo(click.style(text, dim=True), err=True)

    def event(self, value: object) -> None:
        """One JSON object a line on standard output."""
        import msgspec

        click.echo(msgspec.json.encode(value).decode())

    def problems(self, problems: Iterable[Problem]) -> None:
        """Every problem, in the form that was asked for. Quiet leaves out the warnings."""
        for problem in problems:
            if self.quiet and problem.severity == "warning":
                continue
            if self.form == "jsonl":
                self.event({"event": "problem", **_fields(problem)})
            elif self.form == "github":
                click.echo(_annotation(problem))
            else:
                click.echo(_styled(problem), err=True)

    def progress(self) -> "Progress":
        """How a long step is to show itself here."""
        from generator.build.progress import Bar, Events, Lines, Quiet

        if self.form == "jsonl":
            return Events(self.event)
        if self.quiet:
            return Quiet()
        if sys.stderr.isatty():
            return Bar()
        return Lines(self.aside, least=0 if self.verbose else 100)


def terminal(ctx: click.Context | None = None) -> Terminal:
    """The terminal of the command that runs."""
    return cast("Terminal", (ctx or click.get_current_context()).find_root().obj)


def _fields(problem: Problem) -> dict[str, object]:
    return {
        "path": problem.path,
        "line": problem.line,
        "column": problem.column,
        "severity": problem.severity,
        "message": problem.message,
        "hint": problem.hint,
    }


def _styled(problem: Problem) -> str:
    place = ":".join(str(part) for part in (problem.path, problem.line, problem.column) if part)
    error = problem.severity == "error"
    parts = [click.style(f"{place}:", bold=True)] if place else []
    if not error:
        parts.append(click.style("warning:", fg="yellow"))
    parts.append(click.style(problem.message, fg="red") if error else problem.message)
    if problem.hint:
        parts.append(click.style(f"({problem.hint})", dim=True))
    return " ".join(parts)


def _annotation(problem: Problem) -> str:
    """A workflow command of GitHub Actions."""
    places = [f"file={_property(problem.path)}"]
    if problem.line:
        places.append(f"line={problem.line}")
    if problem.column:
        places.append(f"col={problem.column}")
    message = f"{problem.message} ({problem.hint})" if problem.hint else problem.message
    return f"::{problem.severity} {','.join(places)}::{_data(message)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
