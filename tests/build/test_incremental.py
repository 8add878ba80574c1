"""An incremental build equals a clean one, byte for byte, whatever was changed."""

import os
import shutil
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from generator.build.build import build
from generator.build.options import Options
from generator.build.progress import Quiet
from generator.errors import BackstoryError

from .conftest import ARTICLE, tree, write_into

NAMES = st.sampled_from(["alder", "beech", "cedar"])
YEARS = st.integers(min_value=1980, max_value=1983)
WORDS = st.lists(
    st.sampled_from(["ferry", "storm", "quay", "strike", "fire"]),
    min_size=1,
    max_size=4,
    unique=True,
)
TOPICS = st.lists(st.sampled_from(["Harbour", "Rail", "Floods"]), max_size=2, unique=True)
NOW = datetime(2024, 6, 1, tzinfo=UTC)


class Editing(RuleBasedStateMachine):
    """Edits as people make them, a build after each."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.site = self.folder / "site"
        write_into(self.site, "site.yaml", "title: A\n")
        write_into(self.site, "content/first.md", "---\ndate: 1975\ntitle: First\n---\n")

    def teardown(self) -> None:
        shutil.rmtree(self.folder)

    @rule(name=NAMES, year=YEARS, topics=TOPICS, draft=st.booleans())
    def write_entry(self, name: str, year: int, topics: list[str], draft: bool) -> None:
        lines = [
            "---",
            f"date: {year}-05",
            f"title: The {name} falls",
            f"topics: [{','.join(topics)}]",
        ]
        lines += ["draft: true"] if draft else []
        write_into(self.site, f"content/{name}.md", "\n".join([*lines, "---", "", f"*{name}*", ""]))

    @rule(name=NAMES, other=NAMES, place=st.sampled_from(["Westhaven", "Roe", ""]), words=WORDS)
    def write_linked_entry(self, name: str, other: str, place: str, words: list[str]) -> None:
        """Entries that share places and words, or that an editor links, are each other's past."""
        lines = [
            "---",
            f"date: {1976 + len(words)}-0{len(name) % 9 + 1}-03",
            f"title: The {' and the '.join(words)}",
            f"places: [{place}]",
            f"background: [{{entry: {other}, why: It began there}}]",
            f"aliases: [old-{name}]",
            "---",
            "",
            f"Of the {' '.join(words)}.",
            "",
        ]
        write_into(self.site, f"content/{name}.md", "\n".join(lines))

    @rule(name=st.sampled_from(["harbour", "rail"]), title=st.sampled_from(["Harbour", "Port"]))
    def write_topic(self, name: str, title: str) -> None:
        text = f"---\ntitle: {title}\n---\n\nAll of *it*.\n"
        write_into(self.site, f"content/topics/{name}.md", text)

    @rule(name=NAMES, year=YEARS)
    def write_article(self, name: str, year: int) -> None:
        text = ARTICLE.replace("Westhaven", name.title()).replace("2023", str(year))
        write_into(self.site, f"seeds/{name}.txt", text)

    @rule(name=NAMES, folder=st.sampled_from(["content", "seeds", "static"]))
    def remove(self, name: str, folder: str) -> None:
        for path in (self.site / folder).glob(f"{name}.*"):
            path.unlink()

    @rule(name=NAMES, other=NAMES)
    def rename(self, name: str, other: str) -> None:
        path = self.site / f"content/{name}.md"
        if path.exists():
            path.replace(path.with_stem(other))

    @rule(title=st.sampled_from(["A", "B"]), articles=st.sampled_from(["full", "quotes"]))
    def configure(self, title: str, articles: str) -> None:
        write_into(self.site, "site.yaml", f"title: {title}\narticles: {articles}\n")

    @rule(name=NAMES, text=st.sampled_from(["1", "2"]))
    def write_static(self, name: str, text: str) -> None:
        write_into(self.site, f"static/{name}.txt", text)

    @rule(text=st.sampled_from(["Hello", "Good day", ""]))
    def write_template(self, text: str) -> None:
        path = self.site / "templates/about.html"
        if text:
            write_into(self.site, "templates/about.html", f"<p>{text} {{{{ frame.address }}}}</p>")
        else:
            path.unlink(missing_ok=True)

    @invariant()
    def incremental_equals_clean(self) -> None:
        try:
            report = build(Options(self.site, NOW), Quiet())
        except BackstoryError as error:
            # Two entries under one name: what is wrong is told, and the site stays as it was.
            assert any("taken" in problem.message for problem in error.problems)
            return
        other = self.folder / "clean"
        shutil.rmtree(other, ignore_errors=True)
        shutil.copytree(self.site, other, ignore=shutil.ignore_patterns("public", ".backstory"))
        whole = build(Options(other, NOW), Quiet())
        assert tree(self.site / "public") == tree(other / "public")
        assert (report.counts, report.problems) == (whole.counts, whole.problems)


# Some two hundred edits; `BACKSTORY_EDITS=5000 pytest tests/build/test_incremental.py` by night.
STEPS = 14
EXAMPLES = max(1, int(os.environ.get("BACKSTORY_EDITS", "210")) // STEPS)

Editing.TestCase.settings = settings(
    max_examples=EXAMPLES,
    stateful_step_count=STEPS,
    deadline=None,
    derandomize=True,
    suppress_health_check=list(HealthCheck),
)
TestIncremental = Editing.TestCase
