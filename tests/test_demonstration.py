"""The demonstration site says what it was made to show, from general rules alone."""

import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import msgspec
import pytest

from generator.articles import read
from generator.build import inputs, pipeline
from generator.build.build import build, check
from generator.build.cache import Cache
from generator.build.jobs import Workers
from generator.build.options import Options
from generator.build.progress import Quiet
from generator.config import Config, load
from generator.errors import Problem
from generator.model import Article, BackgroundLink, Citation, Entry, Source
from generator.site.assemble import Site
from generator.site.views.event import Event, event

from .site.test_html_validity import problems as html_problems

ROOT = Path(__file__).parent.parent
RAID = "seeds/jenin-raid-security-coordination.txt"
CAMP = "seeds/jenin-camp-raid.html"


class Demonstration(msgspec.Struct, frozen=True):
    config: Config
    site: Site
    extracted: tuple[Entry, ...]
    """Before merging."""
    problems: tuple[Problem, ...]

    def article(self, path: str) -> Article:
        return next(article for article in self.site.articles if article.path == path)

    def told(self, path: str, date: str, *words: str) -> Entry:
        """The one visible entry that an article tells of, by its date and words of the quote."""
        article = self.article(path).id
        found = [
            entry
            for entry in self.site.entries
            for cited in entry.citations
            if cited.article == article
            and entry.date.edtf == date
            and all(word in cited.quote for word in words)
        ]
        assert len(found) == 1, (path, date, words, [entry.title for entry in found])
        return found[0]

    def view(self, entry: Entry) -> Event:
        return event(self.site, "", entry.id)


@pytest.fixture(scope="module")
def demonstration(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Demonstration]:
    config, problems = load((ROOT / "site.yaml").read_text(encoding="utf-8"))
    found, wrong = inputs.discover(
        ROOT, inputs.Folders(config.seeds, config.content, config.static, config.templates)
    )
    with Cache(tmp_path_factory.mktemp("store") / "results.sqlite") as cache:
        store = pipeline.Store(cache)
        articles, written, declared, bad = pipeline.read(
            ROOT, config, found, 0, Workers(1), store, Quiet()
        )
        extracted = tuple(entry for result in articles for entry in result.entries)
        _, gathered = pipeline.gather(
            config,
            extracted,
            [article for result in articles for article in result.articles],
            [result.entry for result in written if result.entry is not None],
            pipeline.topics_of(config, [item.topic for item in declared if item.topic is not None]),
            store,
        )
        site = pipeline.assemble(config, gathered, pipeline.Prose(store))
        found_wrong = (*problems, *wrong, *bad, *gathered.problems)
        yield Demonstration(config, site, extracted, found_wrong)


def quoted(article: Article, citation: Citation) -> bool:
    return article.text[citation.start : citation.end] == citation.quote


# Reading


def test_it_has_no_problems(demonstration: Demonstration) -> None:
    assert demonstration.problems == ()


@pytest.mark.parametrize(
    ("path", "published"),
    [
        ("seeds/abbas-absolved-of-agreements.txt", "2020-05-20"),
        ("seeds/aqaba-communique.txt", "2023-02-26"),
        ("seeds/blinken-in-ramallah.html", "2023-01-31"),
        ("seeds/coordination-resumes.html", "2020-11-18"),
        ("seeds/east-jerusalem-shooting.txt", "2023-01-27"),
        ("seeds/gaza-truce-august-2022.txt", "2022-08-08"),
        ("seeds/jenin-2002-twenty-years.txt", "2022-04-11"),
        ("seeds/jenin-camp-raid.html", "2023-01-26"),
        ("seeds/jenin-july-2023.html", "2023-07-05"),
        ("seeds/jenin-raid-security-coordination.txt", "2023-01-26"),
        ("seeds/oslo-explained.md", "2018-09-13"),
        ("seeds/palestinian-vote-2006.md", "2006-01-31"),
        ("seeds/raids-around-jenin.md", "2022-04-10"),
        ("seeds/un-deadliest-year.html", "2022-12-16"),
    ],
)
def test_each_article_is_read(demonstration: Demonstration, path: str, published: str) -> None:
    article = demonstration.article(path)
    assert article.published is not None
    assert article.published.edtf[:10] == published
    assert article.title
    assert any(witness.field == "published" for witness in article.witnesses)
    for furniture in ("mailbox", "cookies", "Advertisement", "ADVERTISEMENT", "Share", "min read"):
        assert furniture not in article.text


def test_scraped_text_is_read_whole_and_clean() -> None:
    (article,), problems = read(Source(RAID, (ROOT / RAID).read_bytes()))
    assert problems == ()
    assert article.title == (
        "Nine dead in Jenin raid: Palestinian Authority breaks off security coordination with"
        " Israel"
    )
    assert article.published is not None
    assert article.published.edtf == "2023-01-26"
    reasons = {
        (witness.value, witness.source)
        for witness in article.witnesses
        if witness.field == "published"
    }
    assert ("2023-01-26", "photo caption") in reasons
    assert article.publisher == "Example Wire"
    assert article.tags == ("Israel", "Palestinian territories", "Israeli-Palestinian conflict")
    assert [link.title for link in article.related] == [
        "The United Nations counts the dead of 2022 in the West Bank"
    ]
    # The pieces of the quotations that were cut over empty lines are one sentence each.
    paragraphs = article.text.split("\n")
    assert (
        "The Palestinian Authority had already broken off the coordination in May 2020, over"
        " Israel's plan to annex land in the West Bank. Mahmoud Abbas declared at the time that the"
        ' Palestinians were "absolved, as of today, of all the agreements and understandings with'
        ' the American and Israeli governments," the security ones included. Coordination resumed'
        " in November 2020."
    ) in paragraphs
    assert any(
        'wrote that the PLO "recognizes the right of the State of Israel to exist' in paragraph
        for paragraph in paragraphs
    )
    assert paragraphs[0].startswith("Israeli soldiers raided the refugee camp of Jenin")
    assert paragraphs[-1].endswith("he will ask both sides to calm the situation.")
    dropped = {line.kind for line in article.lines}
    assert {"byline", "caption", "reading time", "related", "newsletter", "tags"} <= dropped


# Extraction


@pytest.mark.parametrize(
    ("date", "role", "words"),
    [
        ("2023-01-26", "reports", "raided the refugee camp of Jenin"),
        ("2023-01-26", "reports", "was ending its security coordination"),
        ("1967/..", "recalls", "has occupied the West Bank since 1967"),
        ("1993", "recalls", "Oslo accords (1993)"),
        ("2020-05", "recalls", "broken off the coordination in May 2020"),
        ("2020-11", "recalls", "resumed in November 2020"),
        ("2022-08", "recalls", "died in three days of fighting"),
        ("2023-01-30/2023-01-31", "announces", "is expected to hold talks"),
    ],
)
def test_each_event_of_the_scraped_article_is_found(
    demonstration: Demonstration, date: str, role: str, words: str
) -> None:
    article = demonstration.article(RAID)
    entries = [entry for entry in demonstration.extracted if entry.path == RAID]
    found = [
        entry for entry in entries if entry.date.edtf == date and words in entry.citations[0].quote
    ]
    assert len(found) == 1, [(entry.date.edtf, entry.title) for entry in entries]
    citation = found[0].citations[0]
    assert citation.role == role
    assert quoted(article, citation)
    assert found[0].title


def test_every_quote_stands_in_its_article(demonstration: Demonstration) -> None:
    articles = demonstration.site.article_by_id
    cited = [
        citation
        for entry in demonstration.site.entries
        for citation in entry.citations
        if citation.article
    ]
    assert len(cited) > 60
    for citation in cited:
        assert quoted(articles[citation.article], citation)


def test_names_are_found(demonstration: Demonstration) -> None:
    entries = [entry for entry in demonstration.extracted if entry.path == RAID]
    people = {name for entry in entries for name in entry.people}
    organizations = {name for entry in entries for name in entry.organizations}
    places = {name for entry in entries for name in entry.places}
    assert {"Mahmoud Abbas", "Antony Blinken"} <= people
    assert {"Palestinian Authority", "Islamic Jihad"} <= organizations
    assert {"Jenin", "West Bank", "Israel"} <= places


# Merging


def test_the_raid_of_two_articles_is_one_event(demonstration: Demonstration) -> None:
    raid = demonstration.told(RAID, "2023-01-26", "raided the refugee camp")
    assert raid == demonstration.told(CAMP, "2023-01-26", "killed nine Palestinians")
    assert {citation.article for citation in raid.citations} >= {
        demonstration.article(RAID).id,
        demonstration.article(CAMP).id,
    }


def test_the_break_of_2020_is_told_by_its_own_article_and_recalled_by_a_later_one(
    demonstration: Demonstration,
) -> None:
    broken = demonstration.told(RAID, "2020-05-19", "broken off the coordination in May 2020")
    roles = {
        demonstration.site.article_by_id[citation.article].path: citation.role
        for citation in broken.citations
    }
    assert roles[RAID] == "recalls"
    assert roles["seeds/abbas-absolved-of-agreements.txt"] == "reports"


# Background


def before(demonstration: Demonstration, later: Entry) -> dict[str, BackgroundLink]:
    """What came before an event, by the date of the earlier one."""
    return {
        demonstration.site.entry_by_id[link.earlier].date.edtf: link
        for link in demonstration.site.before.get(later.id, ())
    }


def test_the_page_of_the_raid_shows_what_its_article_recalls(
    demonstration: Demonstration,
) -> None:
    raid = demonstration.told(RAID, "2023-01-26", "raided the refugee camp")
    page = demonstration.view(raid)
    recalled = {
        related.card.when.edtf: reason.said
        for related in page.before
        for reason in related.reasons
        if reason.kind == "recalled" and reason.said is not None
    }
    article = demonstration.article(RAID)
    for date, words in {
        "1993": "Oslo accords (1993)",
        "2020-05-19": "in May 2020",
        "2022-08": "in three days of fighting",
    }.items():
        said = recalled[date]
        assert words in said.quote
        assert said.address.startswith(f"/articles/{article.slug}/")
        assert said.publisher == "Example Wire"


def test_each_earlier_page_says_to_what_it_is_background(demonstration: Demonstration) -> None:
    raid = demonstration.told(RAID, "2023-01-26", "raided the refugee camp")
    address = demonstration.view(raid).frame.address
    links = demonstration.site.before[raid.id]
    assert len(links) >= 5
    for link in links:
        page = demonstration.view(demonstration.site.entry_by_id[link.earlier])
        later = [related.card.address for related in page.followed]
        later += [card.address for card in page.followed_more]
        assert address in later


def test_background_goes_back_over_several_steps(demonstration: Demonstration) -> None:
    site = demonstration.site
    july = demonstration.told("seeds/jenin-july-2023.html", "2023-07-05", "left Jenin")
    depth = {july.id: 0}
    waiting = [july.id]
    while waiting:
        later = waiting.pop(0)
        for link in site.before.get(later, ()):
            if link.earlier not in depth:
                depth[link.earlier] = depth[later] + 1
                waiting.append(link.earlier)
    raid = demonstration.told(RAID, "2023-01-26", "raided the refugee camp")
    broken = demonstration.told(RAID, "2020-05-19", "broken off the coordination in May 2020")
    assert depth[raid.id] == 1
    assert depth[broken.id] == 2
    assert max(depth.values()) >= 3
    assert min(site.entry_by_id[id_].date.year for id_ in depth) == 1967


def test_background_lies_before(demonstration: Demonstration) -> None:
    by_id = demonstration.site.entry_by_id
    for link in demonstration.site.links:
        assert by_id[link.earlier].date.sort_key < by_id[link.later].date.sort_key
        assert link.reason


# What editors wrote


def editors(demonstration: Demonstration) -> dict[str, Entry]:
    return {entry.path: entry for entry in demonstration.site.entries if entry.origin == "editor"}


def test_dates_are_as_exact_as_they_are_known(demonstration: Demonstration) -> None:
    written = editors(demonstration)
    about = written["content/1981/islamic-jihad.md"]
    assert about.date.edtf == "1981~"
    assert demonstration.view(about).when.soft
    war = written["content/1967/june-war.md"]
    assert war.date.edtf == "1967-06-05/1967-06-10"
    gaza = written["content/2007/hamas-in-gaza.md"]
    assert gaza.date.edtf == "2007-06/.."
    assert gaza.date.open_end


def test_a_link_that_an_editor_made_is_shown_with_its_reason(
    demonstration: Demonstration,
) -> None:
    madrid = editors(demonstration)["content/1991/madrid-conference.md"]
    page = demonstration.view(madrid)
    reasons = {
        related.card.title: reason.text
        for related in page.before
        for reason in related.reasons
        if reason.kind == "editor"
    }
    assert reasons == {
        "The first intifada, a Palestinian uprising against the occupation": (
            "The uprising and the Gulf War moved the United States to call the conference."
        )
    }


def test_an_announced_event_is_shown_as_planned(demonstration: Demonstration) -> None:
    visit = demonstration.told(RAID, "2023-01-30/2023-01-31", "is expected to hold talks")
    assert "announces" in {citation.role for citation in visit.citations}


def test_an_editors_entry_stands_in_for_an_extracted_one(demonstration: Demonstration) -> None:
    written = editors(demonstration)["content/1967/resolution-242.md"]
    assert written.replaces
    replaced = [entry for entry in demonstration.site.entries if entry.id == written.replaces]
    assert replaced == []
    assert written.title == "The Security Council adopts Resolution 242"
    # It keeps the sentence that the article tells the event with, beside the editor's source.
    oslo = demonstration.article("seeds/oslo-explained.md").id
    assert any(
        citation.article == oslo and "adopted Resolution 242" in citation.quote
        for citation in written.citations
    )
    assert any(citation.publisher == "United Nations" for citation in written.citations)


def test_a_hidden_entry_is_nowhere(demonstration: Demonstration) -> None:
    told = [
        entry
        for entry in demonstration.extracted
        if "Ahmed Qureia resigned" in entry.citations[0].quote
    ]
    assert len(told) == 1
    for entry in demonstration.site.entries:
        assert "Qureia" not in entry.title
        assert all("Qureia" not in citation.quote for citation in entry.citations)
        assert entry.path != "content/hidden/resignation.md"


# Published


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the site, built."""
    folder = tmp_path_factory.mktemp("demonstration")
    for name in ("site.yaml", "seeds", "content"):
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, folder / name)
        else:
            shutil.copy(source, folder / name)
    report = build(options(folder), Quiet())
    assert report.problems == ()
    return folder


def options(folder: Path) -> Options:
    base = "https://example.org/raid"
    return Options(site=folder, now=datetime(2023, 8, 1, tzinfo=UTC), jobs=1, base_url=base)


def test_a_build_leaves_what_editors_wrote_as_it_was(published: Path) -> None:
    for path in (ROOT / "content").rglob("*.md"):
        assert (published / path.relative_to(ROOT)).read_bytes() == path.read_bytes()
    page = (published / "public/events/resolution-242/index.html").read_text(encoding="utf-8")
    assert "The Security Council adopts Resolution 242" in page


def test_every_page_is_valid_html(published: Path) -> None:
    assert html_problems(published / "public") == []


def test_no_link_is_dead_and_nothing_else_is_doubtful(published: Path) -> None:
    assert check(options(published), Quiet()).problems == ()
