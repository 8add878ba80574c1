import os
import shutil
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from generator.build.build import check, clean
from generator.build.options import Options
from generator.build.progress import Quiet
from generator.errors import BackstoryError

from .conftest import ARTICLE, Run, Write, tree, write_into

ROOT = Path(__file__).parents[2]


def age(folder: Path) -> None:
    """Make every file old enough for its time to be trusted."""
    for path in folder.rglob("*"):
        if path.is_file() and ".backstory" not in path.parts and "public" not in path.parts:
            os.utime(path, ns=(1_700_000_000_000_000_000, path.stat().st_size * 1000))


def test_a_site_is_built(site: Path, run: Run) -> None:
    report = run()
    pages = tree(site / "public")
    assert b"The old bridge is built" in pages["events/old-bridge/index.html"]
    assert b"<em>three</em>" in pages["events/old-bridge/index.html"]
    assert b"Westhaven" in pages["index.html"]
    assert "style.css" in pages
    assert report.counts.articles == 1
    assert report.counts.entries >= 2
    assert (report.written, report.unchanged, report.removed) == (len(pages), 0, 0)


def test_nothing_changed_is_known_from_times_alone(
    site: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    age(site)
    first = run()
    monkeypatch.setattr("generator.build.build._build", None)
    second = run()
    assert second.same
    assert (second.written, second.unchanged) == (0, first.written)
    assert second.counts == first.counts


@pytest.mark.parametrize(
    "name",
    ["site.yaml", "seeds/bridge.txt", "content/old-bridge.md", "static/a.txt", "templates/x.html"],
)
def test_any_input_that_changes_is_seen(site: Path, run: Run, write: Write, name: str) -> None:
    write("static/a.txt", "a")
    write("templates/x.html", "x")
    age(site)
    run()
    assert run().same
    text = (site / name).read_text()
    write(name, text + "\n")
    assert not run().same


def test_an_input_that_changed_a_moment_ago_is_looked_at_again(site: Path, run: Run) -> None:
    """It may change once more within the same tick of the file system's clock."""
    run()
    assert not run().same


def test_a_page_that_was_lost_is_made_again(site: Path, run: Run) -> None:
    age(site)
    run()
    before = tree(site / "public")
    (site / "public/index.html").unlink()
    write_into(site / "public", "about/index.html", "spoilt")
    run()
    assert tree(site / "public") == before


def test_one_edit_writes_few_pages(site: Path, run: Run, write: Write) -> None:
    first = run()
    write("content/old-bridge.md", (site / "content/old-bridge.md").read_text() + "\nAnd a toll.\n")
    second = run()
    assert b"And a toll." in (site / "public/events/old-bridge/index.html").read_bytes()
    assert 0 < second.written < first.written / 2


def test_every_problem_of_every_input_in_one_pass(site: Path, run: Run, write: Write) -> None:
    run()
    before = tree(site / "public")
    write("site.yaml", "titel: Westhaven\n")
    write("content/a.md", "---\ndate: 2020-02-30\ntitle: A\n---\n")
    write("content/b.md", "---\ndate: 2020\ntitle: B\n---\n")
    write("content/c/b.md", "---\ndate: 2021\ntitle: B\n---\n")
    write("content/d.md", "no front matter")
    write("seeds/empty.txt", "")
    write("templates/event.html", "{% if %}")
    with pytest.raises(BackstoryError) as caught:
        run()
    paths = {problem.path for problem in caught.value.problems}
    assert {
        "site.yaml",
        "content/a.md",
        "content/c/b.md",
        "content/d.md",
        "seeds/empty.txt",
        "templates/event.html",
    } <= paths
    assert tree(site / "public") == before


def test_an_expression_that_fails_says_where(site: Path, run: Run, write: Write) -> None:
    write("templates/about.html", "one\n{{ view.nothing.of_it }}\n")
    with pytest.raises(BackstoryError) as caught:
        run()
    (problem,) = [found for found in caught.value.problems if found.severity == "error"]
    assert (problem.path, problem.line) == ("templates/about.html", 2)
    assert "/about/" in problem.message


def test_a_template_is_named_as_it_lies_in_the_site(
    site: Path, run: Run, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    write("site.yaml", "title: W\ntemplates: looks/templates\n")
    write("looks/templates/parts/x.html", "{{ view.nothing.of_it }}\n")
    write("looks/templates/about.html", '\n{% include "parts/x.html" %}')
    monkeypatch.chdir(site)
    for folder in (Path(), site):
        with pytest.raises(BackstoryError) as caught:
            run(site=folder)
        (problem,) = caught.value.problems
        assert (problem.path, problem.line) == ("looks/templates/parts/x.html", 1)


def test_a_template_that_is_no_text(site: Path, run: Run) -> None:
    write_into(site, "templates/event.html", b"one\n\xff")
    with pytest.raises(BackstoryError) as caught:
        run()
    (problem,) = caught.value.problems
    assert (problem.path, problem.line) == ("templates/event.html", 2)


@pytest.mark.parametrize("key", ["seeds", "content", "static", "templates"])
def test_a_folder_that_was_named_must_be_there(
    site: Path, run: Run, write: Write, key: str
) -> None:
    run()
    before = tree(site / "public")
    write("site.yaml", f"title: W\n{key}: nosuch\n")
    with pytest.raises(BackstoryError) as caught:
        run()
    (problem,) = caught.value.problems
    column = len(key) + 3
    assert str(problem).startswith(f'site.yaml:2:{column}: "{key}": there is no folder nosuch')
    assert tree(site / "public") == before


def test_a_redirect_from_no_address_is_one_of_all_problems(
    site: Path, run: Run, write: Write
) -> None:
    write("site.yaml", "title: W\nredirects: {/a/../../b: /c, //example.org/: /c, /old/: /c}\n")
    write("content/a.md", "---\ndate: 2020-02-30\ntitle: A\n---\n")
    with pytest.raises(BackstoryError) as caught:
        run()
    assert [(found.path, found.line) for found in caught.value.problems] == [
        ("content/a.md", 2),
        ("site.yaml", 2),
        ("site.yaml", 2),
    ]


def test_a_redirect_from_a_page_that_is_there(site: Path, run: Run, write: Write) -> None:
    write("site.yaml", "title: W\nredirects: {/about/: /c}\n")
    with pytest.raises(BackstoryError, match="the redirect from /about/ would be one file"):
        run()


def test_one_of_the_default_folders_must_be_there(site: Path, run: Run) -> None:
    shutil.rmtree(site / "seeds")
    assert run().counts.entries == 1
    shutil.rmtree(site / "content")
    with pytest.raises(BackstoryError, match="no seeds/, no content/"):
        run()


def test_settings_that_were_named_must_be_there(run: Run) -> None:
    with pytest.raises(BackstoryError, match=r"nope\.yaml: there is no such file"):
        run(config="nope.yaml")


def test_a_static_file_whose_name_no_address_can_have(site: Path, run: Run, write: Write) -> None:
    write("static/a/50%.txt", "x")
    with pytest.raises(BackstoryError) as caught:
        run()
    assert [problem.path for problem in caught.value.problems] == ["static/a/50%.txt"]


def test_a_file_where_a_page_needs_a_folder(site: Path, run: Run, write: Write) -> None:
    write("static/about", "x")
    with pytest.raises(BackstoryError, match="needs a folder"):
        run()


def test_strict_takes_warnings_for_errors(site: Path, run: Run, write: Write) -> None:
    write("site.yaml", "title: Westhaven\ndescripton: x\n")
    assert [problem.severity for problem in run().problems] == ["warning"]
    with pytest.raises(BackstoryError, match="descripton"):
        run(strict=True)


def test_drafts_and_scheduled_entries_wait(site: Path, run: Run, write: Write) -> None:
    write("content/draft.md", "---\ndate: 1990\ntitle: A draft\ndraft: true\n---\n")
    write("content/later.md", "---\ndate: 1991\ntitle: Later\npublish: 2024-06-02\n---\n")
    age(site)
    report = run()
    assert (report.counts.drafts, report.counts.scheduled) == (1, 1)
    assert not (site / "public/events/later").exists()
    assert run().same
    assert run(now=datetime(2024, 6, 2, tzinfo=UTC)).counts.scheduled == 0
    assert (site / "public/events/later/index.html").exists()
    assert run(drafts=True).counts.entries == report.counts.entries + 2


def test_the_day_is_the_sites(site: Path, run: Run, write: Write) -> None:
    write("content/later.md", "---\ndate: 1991\ntitle: Later\npublish: 2024-06-02\n---\n")
    write("site.yaml", "title: W\ntime_zone: Pacific/Auckland\n")
    assert run(now=datetime(2024, 6, 1, 11, tzinfo=UTC)).counts.scheduled == 1
    assert run(now=datetime(2024, 6, 1, 13, tzinfo=UTC)).counts.scheduled == 0


def test_a_file_of_two_is_refused(site: Path, run: Run, write: Write) -> None:
    write("static/about/index.html", "mine")
    with pytest.raises(BackstoryError, match="would be one file"):
        run()


@pytest.mark.parametrize("output", [".", "seeds/public", "content", ".backstory/x", ".."])
def test_the_output_may_not_lie_over_the_inputs(site: Path, run: Run, output: str) -> None:
    with pytest.raises(BackstoryError, match="would lie over"):
        run(output=str(site / output))


def test_a_home_is_no_output(site: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    home = site.parent / "home"
    home.mkdir()
    monkeypatch.setattr(Path, "home", lambda: home)
    with pytest.raises(BackstoryError, match="not for a site alone"):
        run(output=str(home))
    assert list(home.iterdir()) == []


def test_a_folder_without_a_site_says_how_to_make_one(tmp_path: Path, run: Run) -> None:
    with pytest.raises(BackstoryError, match="backstory init"):
        run(site=tmp_path)


def test_check_writes_nothing_and_finds_the_same(site: Path, run: Run, write: Write) -> None:
    options = Options(site, datetime(2024, 6, 1, tzinfo=UTC))
    before = everything(site)
    counts = check(options, Quiet()).counts
    assert everything(site) == before
    run()
    write("content/new.md", "---\ndate: 2020\ntitle: New\n---\n")
    before = everything(site)
    assert check(options, Quiet()).counts.entries == counts.entries + 1
    assert everything(site) == before
    write("content/a.md", "---\ndate: 2020-02-30\ntitle: A\n---\n")
    with pytest.raises(BackstoryError, match=r"content/a\.md:2:7"):
        check(options, Quiet())


def everything(folder: Path) -> dict[str, tuple[int, int]]:
    """Every file and folder with its time and size."""
    return {
        path.as_posix(): (path.stat().st_mtime_ns, path.stat().st_size)
        for path in (folder, *sorted(folder.rglob("*")))
    }


def test_check_takes_what_a_build_has_read(
    site: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    run()
    monkeypatch.setattr("generator.build.steps._encoded", None)
    assert check(Options(site, datetime(2024, 6, 1, tzinfo=UTC)), Quiet()).counts.articles == 1


def test_a_store_that_cannot_be_is_a_message(site: Path, run: Run) -> None:
    (site / ".backstory").write_text("a file")
    with pytest.raises(BackstoryError, match="the store cannot be used"):
        run()


# Other systems have no such names.
if sys.platform == "linux":

    def test_names_that_are_no_text(site: Path, run: Run) -> None:
        for folder in ("seeds", "static", "public"):
            (site / folder).mkdir(exist_ok=True)
            Path(os.fsdecode(os.fsencode(site / folder) + b"/caf\xe9.txt")).write_text(ARTICLE)
        with pytest.raises(BackstoryError) as caught:
            run()
        assert [problem.path for problem in caught.value.problems] == [
            "seeds/caf\\udce9.txt",
            "static/caf\\udce9.txt",
        ]
        for folder in ("seeds", "static"):
            Path(os.fsdecode(os.fsencode(site / folder) + b"/caf\xe9.txt")).unlink()
        assert run().foreign == ("caf\\udce9.txt",)


def test_clean_takes_away_what_builds_made(site: Path, run: Run) -> None:
    before = tree(site)
    run()
    write_into(site, "public/CNAME", "example.org")
    clean(site, site / "public")
    assert tree(site) == before | {"public/CNAME": b"example.org"}


def test_clean_of_one_output_keeps_the_record_of_another(
    site: Path, tmp_path: Path, run: Run
) -> None:
    before = tree(site)
    other = tmp_path / "other"
    run()
    run(output=str(other))
    clean(site, site / "public")
    assert not (site / "public").exists()
    assert len(clean(site, other)) > 1
    assert not other.exists()
    assert tree(site) == before
    assert not (site / ".backstory").exists()


def test_an_article_that_is_added_later_gives_the_same_site(
    site: Path, tmp_path: Path, run: Run, write: Write
) -> None:
    run()
    write("seeds/second.txt", ARTICLE.replace("Westhaven", "Easthaven"))
    run()
    shutil.copytree(site, tmp_path / "again", ignore=shutil.ignore_patterns("public", ".backstory"))
    run(site=tmp_path / "again", jobs=2)
    assert tree(site / "public") == tree(tmp_path / "again/public")


def test_two_builds_are_equal_whatever_surrounds_them(site: Path, tmp_path: Path) -> None:
    """Another folder, order of files, hash seed, time zone, locale, day or number of processes
    changes no byte.
    """
    for number in range(16):
        place = f"Haven {number % 5}"
        write_into(site, f"seeds/{number}.txt", ARTICLE.replace("Westhaven", place))
        topics = f"topics: [{place}, Ångström, Rail]"
        text = (
            f"---\ndate: 1850\ntitle: Mill {number} is built\n{topics}\npublish: 1969-01-01\n---\n"
        )
        write_into(site, f"content/{number}.md", text)
    other = tmp_path / "an other folder"
    for path in sorted(site.rglob("*"), reverse=True):
        if path.is_file():
            write_into(other, path.relative_to(site).as_posix(), path.read_bytes())
    for folder, seed, zone, locale, day, jobs in (
        (site, "1", "UTC", "C", "0", "1"),
        (other, "2", "Pacific/Auckland", "de_DE.UTF-8", "1700000000", "2"),
    ):
        environment = os.environ | {
            "PYTHONHASHSEED": seed,
            "TZ": zone,
            "LC_ALL": locale,
            "SOURCE_DATE_EPOCH": day,
            "PYTHONPATH": str(ROOT),
        }
        command = [sys.executable, "-m", "generator", "build", "-q", "-C", str(folder)]
        subprocess.run([*command, "--jobs", jobs], check=True, env=environment)
    assert tree(site / "public") == tree(other / "public")
    assert "index.html" in tree(site / "public")
