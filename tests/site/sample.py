"""A literal site: how people reached the Moon. The facts are public, the articles made up."""

from collections.abc import Sequence
from pathlib import Path

from generator.config import Config
from generator.dates import parse_edtf
from generator.model import (
    Article,
    BackgroundLink,
    Citation,
    Entry,
    Image,
    Link,
    Role,
    Status,
    Topic,
    Witness,
)
from generator.site import pages, search, theme, urls
from generator.site.assemble import Site, assemble
from generator.site.templates import Renderer
from generator.slugs import slugify

CREW = Article(
    id="a000000000000001",
    path="seeds/crew.txt",
    title="Four astronauts are named for a flight around the Moon",
    slug="four-astronauts-are-named-for-a-flight-around-the-moon",
    text="\n".join(
        [
            "Three Americans and a Canadian will fly around the Moon on the Artemis II mission, "
            "the space agencies said on Monday in Houston.",
            "Nobody has been that far from home since the last crew of the Apollo programme came "
            "back in December 1972.",
            "The agency sent the same kind of ship there without a crew in November 2022.",
            "The rivalry that took the first crews there began when the Soviet Union put a "
            "satellite in orbit in October 1957.",
            "The four will leave in 2026 at the earliest, according to the present plan.",
        ]
    ),
    published=parse_edtf("2023-04-03"),
    byline=("Ines Example",),
    publisher="Example Wire",
    url="https://example.org/wire/2023/crew",
    tags=("Artemis programme", "Moon"),
    related=(Link("How the ship was tested", "https://example.org/wire/2022/ship"),),
    witnesses=(Witness("published", "2023-04-03", "photo caption"),),
)

SOUTH = Article(
    id="a000000000000002",
    path="seeds/south.html",
    title="India sets a lander down near the Moon’s south pole",
    slug="india-sets-a-lander-down-near-the-moons-south-pole",
    text="\n".join(
        [
            "An Indian lander touched down near the south pole of the Moon on Wednesday, where no "
            "craft had worked before.",
            "A first attempt failed in September 2019, when contact was lost above the ground.",
            "Days earlier a Russian probe had crashed on its way to the same region.",
            "The Soviet Union was the first to land softly, in February 1966.",
        ]
    ),
    published=parse_edtf("2023-08-23"),
    publisher="Example Wire",
    url="https://example.org/wire/2023/south",
    tags=("Moon", "India"),
    witnesses=(Witness("published", "2023-08-23", "JSON-LD"),),
)

FOOTPRINTS = Article(
    id="a000000000000003",
    path="seeds/footprints.txt",
    title="Fifty years since the last footprints",
    slug="fifty-years-since-the-last-footprints",
    text="\n".join(
        [
            "Fifty years ago, in December 1972, two people left the Moon and nobody has been back.",
            "It took the fire of January 1967, in which three men died on the ground, to make the "
            "ship safe enough for the landing of 20 July 1969.",
        ]
    ),
    published=parse_edtf("2022-12?"),
    publisher="The Example Quarterly",
    byline=("A. Example", "B. Example"),
    witnesses=(Witness("published", "2022-12", "the words “fifty years ago”", sure=False),),
)

LETTER = Article(
    id="a000000000000004",
    path="seeds/letter.txt",
    title="A letter without a date",
    slug="a-letter-without-a-date",
    text="We still look up.",
)

ARTICLES = (CREW, SOUTH, FOOTPRINTS, LETTER)


def cite(article: Article, role: Role, quote: str) -> Citation:
    start = article.text.index(quote)
    return Citation(role=role, quote=quote, article=article.id, start=start, end=start + len(quote))


def event(
    number: int,
    date: str,
    title: str,
    *,
    text: str = "",
    topics: Sequence[str] = (),
    citations: Sequence[Citation] = (),
    status: Status = "confirmed",
    importance: int = 0,
    people: Sequence[str] = (),
    organizations: Sequence[str] = (),
    places: Sequence[str] = (),
    slug: str = "",
) -> Entry:
    return Entry(
        id=f"e{number:015x}",
        slug=slug or slugify(title),
        date=parse_edtf(date),
        title=title,
        text=text or title,
        topics=tuple(topics),
        citations=tuple(citations),
        status=status,
        importance=importance,
        people=tuple(people),
        organizations=tuple(organizations),
        places=tuple(places),
    )


def written(id_: str, date: str, title: str, text: str, **more: object) -> Entry:
    """An entry as an editor would write it."""
    entry = Entry(id=id_, slug=id_, date=parse_edtf(date), title=title, text=text)
    fields: dict[str, object] = {"origin": "editor", "path": f"content/{id_}.md", "line": 5, **more}
    return Entry(**{name: getattr(entry, name) for name in entry.__struct_fields__} | fields)


CREW_NAMED = event(
    1,
    "2023-04-03",
    "Artemis II crew is named",
    text="Three Americans and a Canadian will fly around the Moon on the Artemis II mission, the "
    "space agencies said on Monday in Houston.",
    topics=("artemis", "moon"),
    citations=(cite(CREW, "reports", CREW.text.split("\n")[0]),),
    importance=4,
    people=("Reid Wiseman", "Victor Glover", "Christina Koch", "Jeremy Hansen"),
    organizations=("NASA", "Canadian Space Agency"),
    places=("Houston",),
)
LAST_CREW = event(
    2,
    "1972-12",
    "The last crew of the Apollo programme leaves the Moon",
    text="Two people left the Moon and nobody has been back.",
    topics=("apollo", "moon"),
    citations=(
        cite(CREW, "recalls", CREW.text.split("\n")[1]),
        cite(FOOTPRINTS, "recalls", FOOTPRINTS.text.split("\n")[0]),
    ),
    importance=3,
    people=("Eugene Cernan", "Harrison Schmitt"),
)
UNCREWED = event(
    3,
    "2022-11",
    "Artemis I flies around the Moon without a crew",
    topics=("artemis", "moon"),
    citations=(cite(CREW, "recalls", CREW.text.split("\n")[2]),),
    organizations=("NASA",),
)
SATELLITE = written(
    "sputnik",
    "1957-10-04",
    "The Soviet Union puts the first satellite in orbit",
    "A metal ball of 58 cm with four aerials circled the Earth and **beeped** for three weeks. "
    "Radio amateurs all over the world could hear it.\n\n## What it changed\n\nWithin a year the "
    "United States had founded [an agency for space](/events/nasa/).\n\n- It was launched from "
    "what is now Kazakhstan.\n- It fell back in January 1958.",
    topics=("space-race",),
    importance=5,
    places=("Baikonur",),
    people=("Sergei Korolev",),
    citations=(
        Citation(
            role="reports",
            title="A museum’s page on the satellite",
            url="https://example.org/museum/first-satellite",
            publisher="Example Museum",
            published=parse_edtf("2007-10-04"),
            archive="https://example.org/archive/first-satellite",
            accessed=parse_edtf("2024-02-01"),
        ),
    ),
    aliases=("first-satellite",),
)
AGENCY = written(
    "nasa",
    "1958-07-29",
    "The United States founds NASA",
    "President Eisenhower signed the act that founded a civil agency for space.",
    topics=("space-race",),
    importance=3,
    people=("Dwight D. Eisenhower",),
    organizations=("NASA",),
)
FLIGHT = event(
    4,
    "2026",
    "Artemis II is to fly around the Moon",
    text="The four will leave in 2026 at the earliest, according to the present plan.",
    topics=("artemis",),
    citations=(cite(CREW, "announces", CREW.text.split("\n")[4]),),
    status="planned",
)
SOUTH_POLE = event(
    5,
    "2023-08-23",
    "Indian lander touches down near the Moon’s south pole",
    topics=("moon", "india"),
    citations=(cite(SOUTH, "reports", SOUTH.text.split("\n")[0]),),
    importance=4,
    places=("Moon",),
)
FAILED = event(
    6,
    "2019-09",
    "India’s first lander loses contact above the Moon",
    topics=("moon", "india"),
    citations=(cite(SOUTH, "recalls", SOUTH.text.split("\n")[1]),),
)
CRASH = event(
    7,
    "2023-08~",
    "A Russian probe crashes on the Moon",
    topics=("moon",),
    citations=(cite(SOUTH, "recalls", SOUTH.text.split("\n")[2]),),
    status="reported",
)
SOFT = event(
    8,
    "1966-02-03",
    "A Soviet probe lands softly on the Moon",
    topics=("moon", "space-race"),
    citations=(cite(SOUTH, "recalls", SOUTH.text.split("\n")[3]),),
)
FIRE = event(
    9,
    "1967-01-27",
    "Three astronauts die in a fire on the launch pad",
    text="It took the fire of January 1967, in which three men died on the ground, to make the "
    "ship safe enough for the landing of 20 July 1969.",
    topics=("apollo",),
    citations=(cite(FOOTPRINTS, "recalls", FOOTPRINTS.text.split("\n")[1]),),
    importance=3,
    people=("Gus Grissom", "Ed White", "Roger Chaffee"),
)
LANDING = written(
    "first-landing",
    "1969-07-20",
    "Two people walk on the Moon",
    "Neil Armstrong and Buzz Aldrin spent about two and a half hours outside. Michael Collins "
    "stayed in orbit.\n\n> It was said to be a small step and a large one.\n\n| What | How much |\n"
    "| --- | --- |\n| Rocks brought back | 21.5 kg |\n| Time on the ground | 21.6 hours |",
    topics=("apollo", "moon", "space-race"),
    importance=5,
    people=("Neil Armstrong", "Buzz Aldrin", "Michael Collins"),
    organizations=("NASA",),
    image=Image("/images/footprint.svg", "A footprint in grey dust", "Drawn.", "Example Studio"),
    summary="Apollo 11 lands; half a billion people watch.",
    notes=("Reports differ by how many watched: five hundred, six hundred million.",),
)

OTHERS = (
    written(
        "aristarchus",
        "-0269~",
        "Aristarchus works out how far the Moon is",
        "From the shape of the shadow in an eclipse he reckoned the distance in Earth’s radii.",
        topics=("moon",),
        importance=2,
        people=("Aristarchus of Samos",),
    ),
    written(
        "galileo",
        "1609-11-30~",
        "Galileo draws the mountains of the Moon",
        "Through a telescope he had made he saw shadows shorten as the Sun rose over them.",
        topics=("moon",),
        importance=3,
        people=("Galileo Galilei",),
    ),
    event(20, "1865", "A novel sends three men from the Earth to the Moon", topics=("moon",)),
    event(21, "1903", "A teacher in Kaluga publishes the equation of the rocket"),
    event(22, "1926-03-16", "A rocket with liquid fuel flies for the first time"),
    event(23, "194X", "Rockets reach the edge of space", topics=("space-race",)),
    event(
        24,
        "1957/1975~",
        "Two powers race each other in space",
        topics=("space-race",),
        importance=2,
    ),
    event(25, "1959-09", "A Soviet probe hits the Moon", topics=("space-race", "moon")),
    event(
        26,
        "1961-04-12",
        "Yuri Gagarin flies once around the Earth",
        topics=("space-race",),
        people=("Yuri Gagarin",),
        importance=5,
    ),
    event(
        27,
        "1961-05-25",
        "Kennedy asks for a landing before the decade is out",
        topics=("space-race", "apollo"),
        importance=4,
        people=("John F. Kennedy",),
        organizations=("United States Congress",),
        places=("Washington",),
    ),
    event(28, "1963-06-16", "Valentina Tereshkova is the first woman in space"),
    event(29, "1965-03-18", "Alexei Leonov floats outside his ship", topics=("space-race",)),
    event(30, "1967-01-27", "A treaty keeps bombs out of orbit", topics=("space-race",)),
    event(31, "1968-12-24", "Apollo 8 circles the Moon", topics=("apollo", "moon"), importance=3),
    event(32, "1970-04-13", "A tank bursts on Apollo 13", topics=("apollo",)),
    event(33, "1971-21", "A spring without a launch", topics=("apollo",)),
    event(34, "1975-07-17", "American and Soviet ships dock", topics=("space-race",)),
    event(35, "2000-11-02/..", "People live on the International Space Station"),
    event(36, "2013-12-14", "A Chinese lander reaches the Moon", topics=("moon",)),
    event(37, "1999?", "A magazine may have printed the first map of its ice", topics=("moon",)),
)

ENTRIES = (
    CREW_NAMED,
    LAST_CREW,
    UNCREWED,
    SATELLITE,
    AGENCY,
    FLIGHT,
    SOUTH_POLE,
    FAILED,
    CRASH,
    SOFT,
    FIRE,
    LANDING,
    *OTHERS,
)

TOPICS = (
    Topic("moon", "Moon", aliases=("The Moon",), description="Everything that went there."),
    Topic("apollo", "Apollo programme", parents=("space-race",)),
    Topic("artemis", "Artemis programme", aliases=("Artemis",)),
    Topic(
        "space-race",
        "Space race",
        description="Two powers, one sky.",
        text="From the *first satellite* to the first handshake in orbit.",
        path="content/topics/space-race.md",
    ),
    Topic("india", "India"),
)


def recalled(later: Entry, earlier: Entry, article: Article, quote: str) -> BackgroundLink:
    start = article.text.index(quote)
    return BackgroundLink(
        later=later.id,
        earlier=earlier.id,
        kind="recalled",
        reason=f"Recalled in “{article.title}” ({article.publisher}).",
        quote=quote,
        article=article.id,
        start=start,
        end=start + len(quote),
    )


LINKS = (
    recalled(CREW_NAMED, LAST_CREW, CREW, CREW.text.split("\n")[1]),
    recalled(CREW_NAMED, UNCREWED, CREW, CREW.text.split("\n")[2]),
    recalled(CREW_NAMED, SATELLITE, CREW, CREW.text.split("\n")[3]),
    recalled(SOUTH_POLE, FAILED, SOUTH, SOUTH.text.split("\n")[1]),
    recalled(SOUTH_POLE, CRASH, SOUTH, SOUTH.text.split("\n")[2]),
    recalled(SOUTH_POLE, SOFT, SOUTH, SOUTH.text.split("\n")[3]),
    BackgroundLink(
        later=LANDING.id,
        earlier=FIRE.id,
        kind="shared",
        reason="Both are about the Apollo programme.",
        score=0.6,
    ),
    BackgroundLink(
        later=AGENCY.id,
        earlier=SATELLITE.id,
        kind="editor",
        reason="The satellite made the case for an agency.",
    ),
    BackgroundLink(
        later=LANDING.id,
        earlier=SATELLITE.id,
        kind="shared",
        reason="Both are about the space race.",
        score=0.4,
    ),
)

CONFIG = Config(
    title="To the Moon",
    description="How people came to walk on the Moon, why they stopped, and who is on the way "
    "back. Every event shows what came before it and who says so.",
    author="The Example Desk",
    license="CC BY 4.0",
    footer="Made for an *example*.",
    exports=("json", "csv"),
)


def sample_site(config: Config = CONFIG) -> Site:
    return assemble(config, ENTRIES, ARTICLES, TOPICS, LINKS)


PICTURE = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 360" width="640" height="360">'
    b'<rect width="640" height="360" fill="#8a8d94"/>'
    b'<ellipse cx="320" cy="180" rx="70" ry="140" fill="#5d6068"/></svg>'
)


def render(site: Site) -> dict[str, bytes]:
    """Every file of a site's output, by path, with the default theme."""
    looks = theme.default_theme()
    renderer = Renderer(looks.templates)
    files = {
        urls.output_path(page.path): renderer.render(page)
        for page in pages.pages(site, style=theme.style_version(looks))
    }
    for address, text in search.files(site).items():
        files[urls.output_path(address)] = text.encode()
    for static in theme.static_files(looks):
        files[urls.output_path(static.address)] = static.source.read_bytes()
    files["images/footprint.svg"] = PICTURE
    return files


def write(files: dict[str, bytes], folder: Path) -> None:
    for path, data in files.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)


def many(number: int) -> tuple[Entry, ...]:
    """Made-up events, most of them in one decade, each with topics and a sentence."""
    found = []
    for place in range(number):
        year = 1900 + place * 7 % 110 if place % 4 == 0 else 2010 + place * 5 % 12
        date = f"{year}-{1 + place * 5 % 12:02d}-{1 + place * 11 % 28:02d}"
        found.append(
            event(
                1000 + place,
                date,
                f"Ship {place} leaves for the {place % 17}th station",
                text=f"The ship with the number {place} left the harbour of the station at dawn, "
                f"as {place % 5} witnesses told the wire.",
                topics=("ships", f"station-{place % 17}"),
                importance=place % 6,
            )
        )
    return tuple(found)
