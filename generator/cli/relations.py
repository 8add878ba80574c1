"""Commands that relate passages and stories to each other."""

from typing import TYPE_CHECKING, BinaryIO

import click

from generator.cli.records import day_of, records, refuse, tell
from generator.cli.running import everywhere
from generator.cli.terminal import terminal

if TYPE_CHECKING:
    from generator.errors import Problem


@click.command(
    "same-event",
    epilog="""\b
Example:
  backstory same-event < passages.jsonl""",
)
@click.argument("file", type=click.File("rb"), default="-")
@click.option("--format", "form", type=click.Choice(["jsonl"]), default="jsonl", hidden=True)
@everywhere
def same_event(file: BinaryIO, form: str) -> None:
    """Find the passages that tell one event.

    Each line of the input is {"id", "doc", "text"} and, if known, "date"; each line of the output
    is {"id", "cluster"}: passages with one cluster tell one event.
    """
    from generator.dates import DateError
    from generator.entries.same_event import Passage
    from generator.entries.same_event import same_event as cluster

    problems: list[Problem] = []
    passages = []
    for record in records(file, {"id": True, "doc": True, "text": True, "date": False}, problems):
        value = record.value
        try:
            date = day_of(value.get("date"))
        except DateError as error:
            problems.append(refuse(record, error.message, error.hint))
            continue
        passages.append(Passage(value["id"], value["doc"], value["text"], date))
    clusters = cluster(passages)
    for passage in passages:
        terminal().event({"id": passage.id, "cluster": clusters[passage.id]})
    tell(problems)
