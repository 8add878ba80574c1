"""A made-up site of any size: ``python benchmarks/corpus.py FOLDER --entries 10000``.

Writes the same files for the same arguments, on every machine: editors' entries of 80 to 250 words
with dates over six centuries, topics, names and some background links, and with ``--articles`` as
many articles of a made-up agency, which recall what led to their news. Entries come in stories: the
ones of a story share people, places and words of their own, as those of an archive do.
"""

import argparse
from collections.abc import Sequence
from pathlib import Path
from random import Random


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


MONTHS = _words(
    """
    January February March April May June July August September October November December
    """
)
TOPICS = _words(
    """
    Harbour Railways Floods Schools Elections Mining Forestry Fishing Theatre Bridges Hospitals
    Taxes Trade Famine Strikes Housing Courts Roads Music Printing Farming Water Energy Markets
    """
)
_GLUE = _words(
    """
    the of and to in a for was on that by with from at as were had not its after which their
    before been also over until when most two three under about against because between still
    """
)
_KNOWN = _words(
    """
    council company harbour workers parliament church governor treaty army merchants mayor ship
    school charter minister election court strike factory railway museum winter summer island
    north south report session budget vote law office guild tower market square canal storm fire
    opened closed built signed agreed refused founded rebuilt sold bought moved demanded crossed
    burned reached fell rose voted left joined ended started said promised repaired enlarged
    """
)
_ONSETS = _words("b br c d dr f g gr h k l m n p pr r s st t tr v w")
_VOWELS = _words("a e i o u ea ai oo")
_CODAS = _words("l n r s t m rd nd ck st")
_TITLES = ("Council", "Company", "Society", "Guild", "Union", "Institute")
_FIRST = _words("Ada Bela Cora Dora Edda Filip Gustav Hanna Ivo Jonas Karla Lena Milo Nora Otto")


class Corpus:
    """The words, names and stories that entries are made of."""

    def __init__(self, entries: int, seed: int) -> None:
        self._random = Random(seed)
        self._words = [*_KNOWN, *(self._word() for _ in range(4000 + entries))]
        self._cities = [self._word().capitalize() for _ in range(60)]
        self._stories = [self._story() for _ in range(max(1, entries // 25))]

    def _word(self) -> str:
        random = self._random
        parts = random.choice((1, 2, 2, 3))
        sounds = [random.choice(_ONSETS) + random.choice(_VOWELS) for _ in range(parts)]
        return "".join(sounds) + random.choice(_CODAS)

    def _story(self) -> dict[str, Sequence[str]]:
        place = self._word().capitalize()
        places = [place, f"{place} {self._word().capitalize()}"]
        people = [f"{self._random.choice(_FIRST)} {self._word().capitalize()}" for _ in range(4)]
        bodies = [f"{place} {self._random.choice(_TITLES)}" for _ in range(2)]
        return {
            "words": [self._common() for _ in range(30)],
            "people": people,
            "organizations": bodies,
            "places": places,
            "topics": self._random.sample(TOPICS, 2),
            "year": [str(1500 + self._random.randrange(500))],
        }

    def _common(self) -> str:
        """A word of the language: the first are common, the last are rare, as in any text."""
        return self._words[int(len(self._words) * self._random.random() ** 3)]

    def _sentence(self, story: dict[str, Sequence[str]], words: int) -> str:
        random = self._random
        found = []
        for _ in range(words):
            kind = random.random()
            if kind < 0.45:
                found.append(random.choice(_GLUE))
            elif kind < 0.8:
                found.append(self._common())
            elif kind < 0.94:
                found.append(random.choice(story["words"]))
            else:
                named = random.choice(("people", "organizations", "places"))
                found.append(random.choice(story[named]))
        text = " ".join(found)
        return f"{text[0].upper()}{text[1:]}."

    def _paragraphs(self, story: dict[str, Sequence[str]], words: int) -> list[str]:
        paragraphs: list[list[str]] = []
        while words > 0:
            length = min(words, self._random.randint(8, 22))
            words -= length
            if not paragraphs or len(paragraphs[-1]) == 4:
                paragraphs.append([])
            paragraphs[-1].append(self._sentence(story, max(4, length)))
        return [" ".join(sentences) for sentences in paragraphs]

    def _date(self, year: int) -> str:
        random = self._random
        month, day = random.randint(1, 12), random.randint(1, 28)
        kind = random.random()
        if kind < 0.7:
            return f"{year:04}-{month:02}-{day:02}"
        if kind < 0.82:
            return f"{year:04}-{month:02}"
        if kind < 0.92:
            return f"{year:04}"
        if kind < 0.96:
            return f"{year:04}~"
        return f"{year:04}-{month:02}/{year + random.randint(1, 3):04}"

    def entry(self, number: int) -> tuple[str, str]:
        """The path of an entry below `content/`, and its text."""
        random = self._random
        at = number % len(self._stories)
        story = self._stories[at]
        before = range(at, number, len(self._stories))
        year = int(story["year"][0]) + len(before) // 2
        places = [random.choice(story["places"])]
        if random.random() < 0.3:  # a place of many stories, some of them of very many
            places.append(self._cities[int(len(self._cities) * random.random() ** 2)])
        kind = " ".join([self._common() for _ in range(random.randint(2, 4))])
        title = f"{story['places'][0]} {random.choice(story['words'])} {kind}"
        lines = [
            "---",
            f'date: "{self._date(year)}"',
            f"title: {title}",
            f"topics: [{', '.join(story['topics'][: random.randint(1, 2)])}]",
            f"people: [{', '.join(random.sample(story['people'], random.randint(0, 2)))}]",
            f"organizations: [{', '.join(random.sample(story['organizations'], 1))}]",
            f"places: [{', '.join(places)}]",
        ]
        # Two years back is surely earlier, whatever the two dates are.
        if len(before) > 8 and random.random() < 0.2:
            earlier = before[random.randrange(len(before) - 8)]
            lines += ["background:", f"  - entry: entry-{earlier:06}", "    why: It led to this."]
        body = self._paragraphs(story, random.randint(80, 250))
        if random.random() < 0.3:
            body[0] = body[0].replace(story["places"][0], f"*{story['places'][0]}*")
        text = "\n".join([*lines, f"slug: entry-{number:06}", "---", "", "\n\n".join(body), ""])
        return f"{year}/entry-{number:06}.md", text

    def article(self, number: int) -> tuple[str, str]:
        """The path of an article below `seeds/`, and its text."""
        random = self._random
        story = self._stories[number % len(self._stories)]
        year = int(story["year"][0]) + random.randrange(40)
        month, day = random.choice(MONTHS), random.randint(1, 28)
        place, body, person = (
            random.choice(story[key]) for key in ("places", "organizations", "people")
        )
        thing, other = random.choice(story["words"]), random.choice(story["words"])
        news = f"The {body} opened the {thing} in {place} on {day} {month}"
        recalled = (
            f"The {other} was closed in {random.choice(MONTHS)} {year - random.randint(1, 9)}, "
            f"and {person} founded the {body} in {year - random.randint(10, 40)}."
        )
        text = [
            "---",
            f"title: The {body} opens the {thing} in {place}",
            f"date: {year:04}-{MONTHS.index(month) + 1:02}-{day:02}",
            "publisher: Example Wire",
            f"url: https://example.org/{number:06}",
            f"tags: [{', '.join(story['topics'])}]",
            "---",
            "",
            f"{news}, {person} said.",
            "",
            recalled,
            "",
            "\n\n".join(self._paragraphs(story, random.randint(150, 400))),
            "",
        ]
        return f"article-{number:06}.md", "\n".join(text)


PLAIN = """\
pages: {months: false, days: false, people: false, places: false, organizations: false, \
on_this_day: false}
search: none
feeds: {json: false, per_topic: false}
exports: []
"""
"""What leaves out the pages and files that other programs do not make."""


def make(
    folder: Path, entries: int, articles: int = 0, seed: int = 1, *, plain: bool = False
) -> None:
    """Write a site with so many entries and articles into a new folder."""
    corpus = Corpus(entries, seed)
    declared = [f"  - {{title: {topic}, aliases: [{topic} act]}}" for topic in TOPICS[::3]]
    settings = "\n".join(["title: A made-up archive", "topics:", *declared, ""])
    files = {"site.yaml": settings + (PLAIN if plain else "")}
    files |= {f"content/{path}": text for path, text in map(corpus.entry, range(entries))}
    files |= {f"seeds/{path}": text for path, text in map(corpus.article, range(articles))}
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--entries", type=int, default=1000)
    parser.add_argument("--articles", type=int, default=0)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument(
        "--plain", action="store_true", help="only the pages that other programs make, too"
    )
    arguments = parser.parse_args()
    if arguments.folder.exists() and any(arguments.folder.iterdir()):
        parser.error(f"{arguments.folder} holds something")
    make(
        arguments.folder,
        arguments.entries,
        arguments.articles,
        arguments.seed,
        plain=arguments.plain,
    )


if __name__ == "__main__":
    main()
