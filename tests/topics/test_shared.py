"""What two entries share is found without comparing every two, and nothing is missed."""

import math

from hypothesis import given
from hypothesis import strategies as st

from generator.dates import parse_edtf
from generator.entries.similarity import Vector, cosine, rarity, vector
from generator.entries.words import terms
from generator.model import Entry
from generator.topics import shared
from generator.topics.order import precedes

DATES = ("1900", "1900-05", "1900-05-01", "1901-02-03", "1950~", "1960/1970", "1980/..", "../1990")
PLACES = ("Belmar", "Belmar Harbour", "Karesh", "Port Lumen", "Tessel")
WORDS = ("storm", "flood", "bridge", "strike", "vote", "ferry", "mine", "church", "tax", "wharf")


def told(id_: str, date: str, text: str, *places: str) -> Entry:
    return Entry(id_, id_, parse_edtf(date), text.partition(".")[0], text, places=places)


entries = st.lists(
    st.tuples(
        st.sampled_from(DATES),
        st.lists(st.sampled_from(WORDS), min_size=1, max_size=5).map(" ".join),
        st.lists(st.sampled_from(PLACES), max_size=3, unique=True),
    ),
    min_size=2,
    max_size=24,
).map(lambda rows: [told(f"e{at:02}", d, text, *p) for at, (d, text, p) in enumerate(rows)])


def vectors_of(site: list[Entry]) -> dict[str, Vector]:
    words = {entry.id: terms(entry.text) for entry in site}
    rare = rarity(words.values())
    return {key: vector(found, rare) for key, found in words.items()}


def score_of_every_two(site: list[Entry], vectors: dict[str, Vector]) -> dict[str, float]:
    """The same by comparing all with all, as plainly as it can be said."""
    holders = {
        place.lower(): sum(place in entry.places for entry in site)
        for entry in site
        for place in entry.places
    }
    number = len(site) if len(site) < 16 else 16
    rare = {key for key, count in holders.items() if 2 <= count <= max(4.0, 0.15 * number)}
    found = {}
    for later in site:
        for earlier in site:
            both = {p.lower() for p in earlier.places} & {p.lower() for p in later.places}
            common = {k for k in both if not any(k != o and k in o.split() for o in both)} & rare
            words = cosine(vectors[earlier.id], vectors[later.id])
            if not precedes(earlier, later) or not common or words >= shared.REPEATS:
                continue
            weights = [
                math.log(number / held(holders[key], len(site))) / math.log(number / 2)
                if number > 2
                else 1.0
                for key in common
            ]
            days = earlier.date.distance(later.date)
            score = math.sqrt(words * min(1.0, math.fsum(weights) / 2))
            score *= 0.75 + 0.25 * 0.5 ** (days / 1095)
            if score >= shared.STRONG + (shared.ALONE if len(common) == 1 else 0):
                found[f"{earlier.id} {later.id}"] = round(min(0.59, score), 4)
    return found


def held(count: int, entries: int) -> int:
    """The power of two up to `count`, where there are sixteen entries and more."""
    return count if entries < 16 else max(power for power in (1, 2, 4, 8, 16) if power <= count)


@given(entries)
def test_the_links_are_those_of_comparing_every_two(site: list[Entry]) -> None:
    vectors = vectors_of(site)
    common = shared.Shared(site, vectors, ())

    found = {
        f"{link.earlier} {link.later}": link.score
        for later in site
        for link in common.before(later)
    }

    assert found == score_of_every_two(site, vectors)


def test_what_every_entry_has_links_none() -> None:
    text = "The ferry left Belmar with the mail."
    site = [
        told(f"e{year}", f"19{year}", f"{text} {WORDS[year - 10]}", "Belmar") for year in (10, 11)
    ]
    site += [
        told(f"f{year}", f"18{year}", f"{text} {WORDS[year - 8]}", "Belmar") for year in (10, 11)
    ]

    common = shared.Shared(site, vectors_of(site), ())

    assert [link for later in site for link in common.before(later)] == []


def test_a_link_says_what_both_have_without_its_part() -> None:
    site = [
        told("a", "1900", "A storm took the ferry.", "Belmar", "Belmar Harbour"),
        told("b", "1902", "The ferry of the storm was raised.", "Belmar", "Belmar Harbour"),
        told("c", "1903", "A tax was voted.", "Karesh"),
    ]

    common = shared.Shared(site, vectors_of(site), ())
    concerns = common.concerns(site[0], site[1])

    assert concerns == ("Belmar Harbour",)
    reason = common.reason(concerns, site[0], site[1])
    assert reason == "Both concern Belmar Harbour; two years earlier"
