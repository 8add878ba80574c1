"""Commands that relate passages and stories to each other."""

from typing import TYPE_CHECKING, BinaryIO

import click

from generator.cli.records import articles_from, day_of, records, refuse, tell
from generator.cli.running import everywhere
from generator.cli.terminal import terminal

if TYPE_CHECKING:
    from generator.errors import Problem
    from generator.model import Article
    from generator.topics.key_dates import Dated


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
    from generator.entries.passages import Passage
    from generator.entries.passages import same_event as cluster

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


@click.command(
    epilog="""\b
Example:
  backstory background --max 5 < passages.jsonl""",
)
@click.argument("file", type=click.File("rb"), default="-")
@click.option(
    "--max",
    "most",
    type=click.IntRange(0),
    default=5,
    show_default=True,
    help="How many earlier passages for each, at most.",
)
@click.option("--format", "form", type=click.Choice(["jsonl"]), default="jsonl", hidden=True)
@everywhere
def background(file: BinaryIO, most: int, form: str) -> None:
    """Find the earlier passages of a story that help to understand each.

    Each line of the input is {"id", "date", "text"}; each line of the output is
    {"id", "background"}, the best first.
    """
    from generator.dates import DateError
    from generator.topics.selection import Told, select

    problems: list[Problem] = []
    passages = []
    for record in records(file, {"id": True, "date": True, "text": True}, problems):
        value = record.value
        try:
            date = day_of(value["date"])
        except DateError as error:
            problems.append(refuse(record, error.message, error.hint))
            continue
        if date is None:
            problems.append(refuse(record, "this passage has no date"))
            continue
        passages.append(Told(value["id"], date, value["text"]))
    chosen = select(passages, most)
    for passage in passages:
        terminal().event({"id": passage.id, "background": chosen[passage.id]})
    tell(problems)


class _Day(click.ParamType):  # type: ignore[type-arg]  # generic in some versions of click only
    """A day, as an ordinal."""

    name = "date"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> int:
        from generator.dates import DateError

        if isinstance(value, int):
            return value
        try:
            date = day_of(str(value))
        except DateError as error:
            self.fail(error.message, param, ctx)
        if date is None or date.earliest is None or date.earliest != date.latest:
            self.fail(f"expected a day such as 2011-02-14, not {value!r}", param, ctx)
        return date.earliest


@click.command(
    "key-dates",
    epilog="""\b
Example:
  backstory key-dates --articles story.jsonl --dates 20 --sentences 2""",
)
@click.option(
    "--articles",
    type=click.File("rb"),
    required=True,
    metavar="FILE.jsonl",
    help='Articles as {"id", "published", "text"}, one a line; - for standard input.',
)
@click.option(
    "--dates", type=click.IntRange(1), default=10, show_default=True, help="How many dates."
)
@click.option(
    "--sentences",
    type=click.IntRange(0),
    default=1,
    show_default=True,
    help="How many sentences for each.",
)
@click.option("--from", "start", type=_Day(), help="The first day that may be on it.")
@click.option("--to", "end", type=_Day(), help="The last day that may be on it.")
@click.option("--jobs", type=click.IntRange(0, 512), default=0, help="Processes; 0: as it pays.")
@click.option("--format", "form", type=click.Choice(["jsonl"]), default="jsonl", hidden=True)
@everywhere
def key_dates(
    articles: BinaryIO,
    dates: int,
    sentences: int,
    start: int | None,
    end: int | None,
    jobs: int,
    form: str,
) -> None:
    """Sum a story up: the days that matter most, each with the sentences that say why.

    The output is one line, [[day, [sentence, …]], …].
    """
    from datetime import date as calendar_date

    from generator.build.jobs import Workers
    from generator.errors import Problem
    from generator.topics.key_dates import key_dates as choose

    problems: list[Problem] = []
    read = []
    for article in articles_from(articles, problems, dated_by="published"):
        read.append(article)
        if article.published is None or article.published.earliest is None:
            message = f"the article {article.id} has no day of publication"
            problems.append(
                Problem("--articles", 0, 0, message, "it counts for nothing", "warning")
            )
    known = [article for article in read if article.published and article.published.earliest]
    with Workers(jobs) as workers:
        dated = list(workers.map(_dated, known, pays_from=16))
    first = calendar_date.min.toordinal() if start is None else start
    last = calendar_date.max.toordinal() if end is None else end
    found = choose(dated, dates=dates, sentences=sentences, start=first, end=last)
    terminal().event(found)
    tell(problems)


def _dated(article: "Article") -> "Dated":
    from generator.dates.tagger import tag
    from generator.topics.key_dates import Dated

    return Dated(article, tag(article.text, article.published))
