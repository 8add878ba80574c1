"""site.yaml: what a site says of itself, each key with its default and its documentation.

The Structs below are the one place where a key is named, typed, given its default and explained;
`docs/site-yaml.md` and the JSON Schema are checked against them.
"""

from typing import Annotated, Any, Literal, NewType

import msgspec

from generator import fields, front_matter, site_values
from generator.errors import Problem, did_you_mean
from generator.field_text import shortened
from generator.fields import Key
from generator.front_matter import Field, Items, Mapping, Node, Scalar
from generator.slugs import slugify

Bytes = NewType("Bytes", int)


class Theme(msgspec.Struct, frozen=True):
    color: Annotated[
        Literal["auto", "light", "dark"],
        Key("Colours of the pages: as the reader's device asks, or always one.", "dark"),
    ] = "auto"
    accent: Annotated[
        str,
        Key("Colour of links and marks, as #rrggbb.", '"#7a1f3d"', check=site_values.accent),
    ] = ""


class TopicKeys(msgspec.Struct, frozen=True):
    """A topic as site.yaml and `content/topics/SLUG.md` declare it."""

    title: Annotated[str, Key("Name of the topic.", "Fishing rights", short=True)] = ""
    slug: Annotated[
        str, Key("Its part of the address; made from the title.", "fishing", check=site_values.slug)
    ] = ""
    aliases: Annotated[
        tuple[str, ...], Key("Other spellings that mean this topic.", "[fisheries, fishing quota]")
    ] = ()
    parents: Annotated[tuple[str, ...], Key("Wider topics, by slug or title.", "[Sea, Trade]")] = ()
    description: Annotated[str, Key("A sentence under the title.", "Who may fish where.")] = ""
    hidden: Annotated[bool, Key("No page and no label for this topic.", "true")] = False


class Extract(msgspec.Struct, frozen=True):
    enabled: Annotated[bool, Key("Read events from articles; off: editors' only.", "false")] = True
    roles: Annotated[
        tuple[Literal["reports", "recalls", "announces"], ...],
        Key("Which events to take: an article's news, its past, what it announces.", "[reports]"),
    ] = ("reports", "recalls", "announces")
    min_score: Annotated[
        float,
        Key(
            "Leave out events that the reader is less sure of; 0: as its rules see fit.",
            "0.5",
            least=0,
            most=1,
        ),
    ] = 0.0


class Background(msgspec.Struct, frozen=True):
    max_links: Annotated[
        int, Key("How many earlier events a page shows at most.", "3", least=0, most=100)
    ] = 5


class Pages(msgspec.Struct, frozen=True):
    months: Annotated[bool, Key("A page for each month.", "false")] = True
    days: Annotated[bool, Key("A page for each day.", "true")] = False
    people: Annotated[bool, Key("A page for each person.", "false")] = True
    places: Annotated[bool, Key("A page for each place.", "false")] = True
    organizations: Annotated[bool, Key("A page for each organisation.", "false")] = True
    on_this_day: Annotated[bool, Key("Pages of anniversaries.", "false")] = True
    min_entries: Annotated[
        int,
        Key("Fewer entries than this give a topic or a name no page.", "2", least=1),
    ] = 3


class Feeds(msgspec.Struct, frozen=True):
    atom: Annotated[bool, Key("An Atom feed at /feed.xml.", "false")] = True
    json: Annotated[bool, Key("A JSON Feed at /feed.json.", "false")] = True
    per_topic: Annotated[bool, Key("Feeds for each topic too.", "false")] = True
    limit: Annotated[int, Key("Newest entries in a feed.", "20", least=1, most=1000)] = 50


class Cards(msgspec.Struct, frozen=True):
    enabled: Annotated[
        bool,
        Key("A picture for each event, list and year, shown where links to it are shared.", "true"),
    ] = False
    font: Annotated[
        str,
        Key(
            "A TrueType or OpenType font among the static files; without it there are letters of "
            "English only.",
            "/fonts/example.ttf",
            check=site_values.file,
        ),
    ] = ""


class MenuItem(msgspec.Struct, frozen=True):
    title: Annotated[str, Key("What the reader clicks.", "About us")]
    url: Annotated[
        str, Key("Where it leads: a page of the site or a URL.", "/about/", check=site_values.link)
    ]


COLLECTION = 20
"""How many times as large as one document a file with many may be, unpacked too."""


class Config(msgspec.Struct, frozen=True):
    """A site's settings; `Config()` is a site without site.yaml."""

    title: Annotated[str, Key("Name of the site.", "The harbour story")] = "Timeline"
    description: Annotated[
        str, Key("What the site is about, in a sentence or two.", "Forty years of one harbour.")
    ] = ""
    language: Annotated[
        str, Key("Language of the texts (BCP 47).", "en-GB", check=site_values.language)
    ] = "en"
    base_url: Annotated[
        str,
        Key(
            "Where the site will be. Without it all links are relative: the site works from a "
            "disk, at a root and under a sub-path; feeds need it.",
            "https://example.org/harbour",
            check=site_values.base_url,
        ),
    ] = ""
    """Without the closing slash."""
    time_zone: Annotated[
        str,
        Key("Time zone of times of day (IANA).", "Europe/Paris", check=site_values.time_zone),
    ] = "UTC"
    date_order: Annotated[
        Literal["dmy", "mdy"] | None,
        Key("How to read 03/04/2020; without it such a date is refused as ambiguous.", "dmy"),
    ] = None
    seeds: Annotated[str, Key("Folder of articles.", "articles", check=site_values.folder)] = (
        "seeds"
    )
    content: Annotated[
        str, Key("Folder of editors' entries.", "entries", check=site_values.folder)
    ] = "content"
    static: Annotated[
        str, Key("Folder of files that are copied as they are.", "files", check=site_values.folder)
    ] = "static"
    templates: Annotated[
        str,
        Key(
            "Folder of templates that stand in for the theme's.", "theme", check=site_values.folder
        ),
    ] = "templates"
    output: Annotated[
        str, Key("Folder that the site is written to.", "docs", check=site_values.folder)
    ] = "public"
    theme: Annotated[Theme, Key("How the pages look.")] = Theme()
    topics: Annotated[
        tuple[TopicKeys, ...],
        Key("Topics with a spelling, a place among others or a text of their own.", "[Harbour]"),
    ] = ()
    articles: Annotated[
        Literal["quotes", "full"],
        Key("An article's page: what was taken from it, or its whole text.", "full"),
    ] = "quotes"
    extract: Annotated[Extract, Key("Events read from articles.")] = Extract()
    background: Annotated[Background, Key("Earlier events that explain later ones.")] = Background()
    pages: Annotated[Pages, Key("Which lists get pages.")] = Pages()
    feeds: Annotated[Feeds, Key("Feeds for readers' programs.")] = Feeds()
    exports: Annotated[
        tuple[Literal["csv", "json", "jsonld", "timelinejs", "ics"], ...],
        Key("The entries as data, under /data/; ics is a calendar.", "[csv]"),
    ] = ("csv", "json", "jsonld", "timelinejs", "ics")
    search: Annotated[
        Literal["builtin", "pagefind", "none"],
        Key(
            "Search on the site: our own index, or none. Pagefind is accepted, but nothing is made "
            "of it yet.",
            "none",
            idle=("pagefind",),
        ),
    ] = "builtin"
    cards: Annotated[
        Cards,
        Key("Pictures for sharing; they need base_url, and pip install 'backstory[cards]'."),
    ] = Cards()
    menu: Annotated[
        tuple[MenuItem, ...],
        Key("Links at the top in place of the theme's.", "[{title: About, url: /about/}]"),
    ] = ()
    footer: Annotated[str, Key("Markdown at the foot of every page.", "Set in *Example Sans*.")] = (
        ""
    )
    license: Annotated[
        str, Key("Licence of the site's own texts, for pages and feeds.", "CC BY 4.0")
    ] = ""
    author: Annotated[str, Key("Who makes the site, for pages and feeds.", "Ada Example")] = ""
    edit_url: Annotated[
        str,
        Key(
            "Link to a file's source; {path} stands for its path.",
            '"https://example.org/edit/{path}"',
            check=site_values.edit_url,
        ),
    ] = ""
    redirects: Annotated[
        dict[str, str],
        Key(
            "Old addresses and where they lead now.",
            "{/old/: /events/new/}",
            check=site_values.link,
        ),
    ] = {}
    max_document: Annotated[
        Bytes, Key("Size of an input file from which it is not read.", "20 MB")
    ] = Bytes(5_000_000)
    """In bytes."""
    max_seconds: Annotated[
        int,
        Key(
            "Processor time after which an article is left out; 0: no limit.",
            "60",
            least=0,
            most=3600,
        ),
    ] = 20
    encoding: Annotated[
        str,
        Key(
            "Encoding of articles that are not UTF-8 and do not name their own; without it "
            "windows-1252.",
            "windows-1251",
            check=site_values.encoding,
        ),
    ] = ""
    extra: Annotated[
        dict[str, Any],
        Key("Anything, for programs of your own; templates are not given it yet.", "{rss: true}"),
    ] = {}


def load(text: str, path: str = "site.yaml") -> tuple[Config, tuple[Problem, ...]]:
    """Read site.yaml.

    Returns:
        The settings and everything that is wrong. A key that is wrong has its default, so that
        the rest of the site can be checked in the same pass; errors must still end the build.
    """
    document = front_matter.read_yaml(text, path)
    config, found = fields.read(document.mapping, Config, path, readers={Bytes: site_values.size})
    config = config or Config()
    problems = [*document.problems, *found]
    if document.complete and not document.field("title") and not _means_title(found):
        message = "the site has no title"
        problems.append(Problem(path, 0, 0, message, "add a line: title: …", "warning"))
    problems.extend(_folders(config, document))
    problems.extend(_topics(document))
    problems.extend(_redirects(document))
    topics = tuple(
        msgspec.structs.replace(
            topic,
            slug=topic.slug or slugify(topic.title),
            title=topic.title or topic.slug.replace("-", " ").capitalize(),
        )
        for topic in config.topics
        if topic.slug or topic.title
    )
    redirects = {
        old: new for old, new in config.redirects.items() if not site_values.why_no_file(old)
    }
    config = msgspec.structs.replace(config, topics=topics, redirects=redirects)
    return config, tuple(sorted(problems))


def _means_title(problems: tuple[Problem, ...]) -> bool:
    """Whether a key has been reported that was meant to be the title."""
    return any(problem.hint == did_you_mean("title", ["title"]) for problem in problems)


def _folders(config: Config, document: front_matter.Document) -> list[Problem]:
    """The output must not be, hold or lie in a folder that is read."""
    problems = []
    output = f"{config.output}/"
    for name in ("seeds", "content", "static", "templates"):
        folder = f"{getattr(config, name)}/"
        if folder.startswith(output) or output.startswith(folder):
            field = document.field("output") or document.field(name)
            message = f'the output folder "{config.output}" and "{name}" overlap'
            hint = "give the output a folder of its own"
            problems.append(_at(document, field and field.value, message, hint))
    return problems


def _topics(document: front_matter.Document) -> list[Problem]:
    """Each topic has a name, and no two have one address."""
    problems = []
    field = document.field("topics")
    value = field.value if field else None
    nodes = value.nodes if isinstance(value, Items) else (value,)
    first: dict[str, int] = {}
    for node in nodes:
        if isinstance(node, Scalar):
            slug = slugify(node.text)
        elif isinstance(node, Mapping):
            slug = _text(node, "slug") or slugify(_text(node, "title"))
            if not (_text(node, "slug") or _text(node, "title")):
                message = 'a topic needs a "title" or a "slug"'
                problems.append(_at(document, node, message, "such as: title: Harbour"))
                continue
        else:
            continue
        if slug in first:
            message = f'a second topic "{slug}"; the first is on line {first[slug]}'
            problems.append(_at(document, node, message, "join the two, or give one a slug"))
        first.setdefault(slug, node.line)
    return problems


def _redirects(document: front_matter.Document) -> list[Problem]:
    """Old addresses are such that a file of the output can stand for them."""
    field = document.field("redirects")
    if field is None or not isinstance(field.value, Mapping):
        return []
    return [
        _at(document, old, f'"{shortened(old.key)}" is no address of this site', fault)
        for old in field.value.fields
        if (fault := site_values.why_no_file(old.key))
    ]


def _text(mapping: Mapping, key: str) -> str:
    field = mapping.field(key)
    return field.value.text if field and isinstance(field.value, Scalar) else ""


def _at(
    document: front_matter.Document,
    node: Node | Field | None,
    message: str,
    hint: str,
) -> Problem:
    line, column = (node.line, node.column) if node else (0, 0)
    return Problem(document.path, line, column, message, hint)
