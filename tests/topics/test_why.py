"""Why an entry has its topics."""

from generator.dates import parse_edtf
from generator.model import Article, Citation, Entry, Topic
from generator.topics.why import why

ARTICLE = Article("a", "seeds/a.txt", "Aurora sinks", "", tags=("Shipping",))
ENTRY = Entry(
    id="e",
    slug="e",
    date=parse_edtf("2031-03-03"),
    title="The ferry Aurora sank off Port Lumen",
    text="The ferry Aurora sank off Port Lumen after the storm warnings.",
    topics=("shipping", "port-lumen", "storm-warning", "quiet"),
    places=("Port Lumen",),
    citations=(Citation(role="reports", article="a"),),
)
TOPICS = {
    "shipping": Topic("shipping", "Shipping"),
    "port-lumen": Topic("port-lumen", "Port Lumen"),
    "storm-warning": Topic("storm-warning", "Storm warning"),
    "quiet": Topic("quiet", "Quiet", path="content/topics/quiet.md"),
}


def test_each_topic_has_its_reason() -> None:
    assert [found.reason for found in why(ENTRY, TOPICS, {"a": ARTICLE})] == [
        "“Shipping” is a tag of “Aurora sinks”",
        "it names the place Port Lumen",
        "it says “storm warning”",
        "content/topics/quiet.md declares it",
    ]
