"""The command line: parse options, call one function, print."""

import click

from generator import __version__
from generator.cli.authoring import init, new
from generator.cli.documents import dates, extract, read
from generator.cli.explaining import explain
from generator.cli.importing import export, import_
from generator.cli.machine import completion, schema
from generator.cli.relations import background, key_dates, same_event
from generator.cli.reviewing import review
from generator.cli.running import Backstory
from generator.cli.sites import build, check, clean, serve

_EXAMPLES = """
\b
Examples:
  backstory init story && cd story
  backstory serve                     see the site while you write
  backstory build                     write it to public/
  backstory extract seeds/raid.txt    the events that one article tells of

"backstory COMMAND --help" explains a command.
"""


@click.group(cls=Backstory, epilog=_EXAMPLES, context_settings={"max_content_width": 100})
@click.version_option(__version__, prog_name="backstory", message="%(prog)s %(version)s")
def main() -> None:
    """Turn article documents into a timeline website: what happened, when, how it is linked, and
    what came before it."""


for _command in (
    init,
    new,
    build,
    serve,
    check,
    review,
    explain,
    import_,
    export,
    read,
    dates,
    extract,
    same_event,
    background,
    key_dates,
    schema,
    clean,
    completion,
):
    main.add_command(_command)
