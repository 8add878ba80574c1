"""Every key is documented, with what it says, its default and an example that can be loaded."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args, get_origin

import msgspec
import pytest

from generator import fields, front_matter
from generator.config import Config, TopicKeys, load
from generator.entries.editor import read_entry, read_topic
from generator.entries.editor_keys import EntryKeys
from generator.fields import Shaped, shape_of
from generator.model import Source

ROOT = Path(__file__).parent.parent


class Documented(msgspec.Struct, frozen=True):
    """A key with those that it stands under."""

    shaped: Shaped
    parents: tuple[tuple[Shaped, type[msgspec.Struct]], ...] = ()

    @property
    def name(self) -> str:
        return ".".join([*(parent.name for parent, _ in self.parents), self.shaped.name])

    def written(self) -> str:
        """The key with its example in a document of the least keys that it needs."""
        text = f"{{{self.shaped.name}: {self.shaped.key.example}}}"
        inner = self.shaped
        for parent, struct in reversed(self.parents):
            needed = "".join(
                f"{shaped.name}: {shaped.key.example}, "
                for shaped in shape_of(struct)
                if (shaped.required or shaped.key.short) and shaped.name != inner.name
            )
            text = f"{{{parent.name}: {{{needed}{text[1:-1]}}}}}"
            inner = parent
        return text[1:-1] + "\n"


def documented(
    struct: type[msgspec.Struct], parents: tuple[tuple[Shaped, type[msgspec.Struct]], ...] = ()
) -> Iterator[Documented]:
    for shaped in shape_of(struct):
        yield Documented(shaped, parents)
        kind = get_args(shaped.type)[0] if get_origin(shaped.type) is tuple else shaped.type
        if isinstance(kind, type) and issubclass(kind, msgspec.Struct):
            yield from documented(kind, (*parents, (shaped, kind)))


def default(shaped: Shaped) -> str:
    value: Any = shaped.default
    if shaped.required:
        return "required"
    if value in ("", None, (), {}) or isinstance(value, msgspec.Struct):
        return ""
    if isinstance(value, bool):
        return f"`{str(value).lower()}`"
    if isinstance(value, tuple):
        return f"`[{', '.join(value)}]`"
    return f"`{value:,}`" if isinstance(value, int) and value > 9999 else f"`{value}`"


def row(key: Documented) -> str:
    shaped = key.shaped
    also = ", ".join(f"`{alias}`" for alias in shaped.key.aliases)
    about = shaped.key.about + (f" Also read: {also}." if also else "")
    example = f"`{shaped.key.example}`" if shaped.key.example else ""
    return f"| `{key.name}` | {default(shaped)} | {about} | {example} |"


SITE = tuple(documented(Config))
ENTRY = tuple(documented(EntryKeys))
TOPIC = tuple(documented(TopicKeys))


@pytest.mark.parametrize(
    ("document", "key"),
    [
        *(("docs/site-yaml.md", key) for key in SITE),
        *(("docs/front-matter.md", key) for key in (*ENTRY, *TOPIC)),
    ],
    ids=lambda part: part if isinstance(part, str) else part.name,
)
def test_the_documentation_has_a_row_for_each_key(document: str, key: Documented) -> None:
    assert row(key) in (ROOT / document).read_text("utf-8").split("\n")


@pytest.mark.parametrize("document", ["docs/site-yaml.md", "docs/front-matter.md"])
def test_the_documentation_has_no_other_rows(document: str) -> None:
    known = {row(key) for key in (*SITE, *ENTRY, *TOPIC)}
    lines = (ROOT / document).read_text("utf-8").split("\n")
    assert [line for line in lines if line.startswith("| `") and line not in known] == []


def value_of(struct: Any, key: Documented) -> Any:
    for shaped in (*(parent for parent, _ in key.parents), key.shaped):
        struct = struct[0] if isinstance(struct, tuple) else struct
        struct = getattr(struct, shaped.attribute)
    return struct


@pytest.mark.parametrize(
    "key", [key for key in SITE if key.shaped.key.example], ids=lambda key: key.name
)
def test_each_example_for_site_yaml_loads(key: Documented) -> None:
    config, problems = load(
        f"title: Harbour\n{key.written()}" if key.name != "title" else key.written()
    )
    idle = key.shaped.key.idle is True
    assert [problem.severity for problem in problems] == ["warning"] * idle
    assert value_of(config, key) != key.shaped.default


@pytest.mark.parametrize(
    "key", [key for key in SITE if key.shaped.key.idle], ids=lambda key: key.name
)
def test_the_documentation_says_of_which_keys_nothing_is_made(key: Documented) -> None:
    assert re.search(r"accepted, but nothing is made of (it|them) yet", key.shaped.key.about, re.I)


@pytest.mark.parametrize(
    "key", [key for key in ENTRY if key.shaped.key.example], ids=lambda key: key.name
)
def test_each_example_for_an_entry_is_read(key: Documented) -> None:
    needed = "".join(
        f"{name}: {text}\n" for name, text in (("title", "x"), ("date", "1994")) if name != key.name
    )
    text = f"---\n{needed}{key.written()}---\nBody\n"
    entry, problems = read_entry(Source("content/a.md", text.encode()), Config())
    assert problems == ()
    assert entry is not None


@pytest.mark.parametrize("key", TOPIC, ids=lambda key: key.name)
def test_each_example_for_a_topic_is_read(key: Documented) -> None:
    mapping = front_matter.read_yaml(key.written(), "content/topics/a.md").mapping
    topic, problems = fields.read(mapping, TopicKeys, "content/topics/a.md")
    assert problems == ()
    assert value_of(topic, key) != key.shaped.default


def blocks(document: str, file: str) -> list[str]:
    """The fenced blocks of a document that are files whose names begin so."""
    text = (ROOT / document).read_text("utf-8")
    return re.findall(
        rf"<!-- file: {file}\S* -->\n```\w+\n(.*?)^```$", text, re.DOTALL | re.MULTILINE
    )


def test_the_worked_example_of_site_yaml_loads() -> None:
    (block,) = blocks("docs/site-yaml.md", "site.yaml")
    config, problems = load(block)
    assert problems == ()
    assert (config.title, config.theme.accent) == ("The harbour story", "#7a1f3d")
    assert config.redirects == {"/quay/": "/topics/harbour/"}
    assert [topic.slug for topic in config.topics] == ["harbour", "fishing-rights"]


def test_the_worked_examples_of_front_matter_are_read() -> None:
    entries = blocks("docs/front-matter.md", "content/1994/")
    assert len(entries) == 2
    for block in entries:
        entry, problems = read_entry(Source("content/1994/a.md", block.encode()), Config())
        assert problems == ()
        assert entry is not None
    (block,) = blocks("docs/front-matter.md", "content/topics/")
    topic, problems = read_topic(Source("content/topics/a.md", block.encode()), Config())
    assert problems == ()
    assert topic is not None
