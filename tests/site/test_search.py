"""The search index: what its files hold, and how it changes."""

import json
from collections.abc import Mapping

import msgspec
import pytest

from generator.config import Config
from generator.dates import parse_edtf
from generator.model import Entry
from generator.site import search
from generator.site.assemble import Site, assemble
from tests.site.sample import CONFIG, ENTRIES, sample_site


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Élysée: the U.S. envoy's 1st visit", ["elysee", "the", "envoy", "1st", "visit"]),
        ("СТРОЙ Ёлка", ["строи", "елка"]),
        ("東京都に雨", ["東京", "京都", "都に", "に雨"]),
        ("ﬁnal ½", ["final", "1", "2"]),
        ("a b 8", ["8"]),
    ],
)
def test_words_are_folded(text: str, expected: list[str]) -> None:
    assert search.words(text) == expected


def entries(count: int, extra: str = "") -> list[Entry]:
    return [
        Entry(
            id=f"e{number}",
            slug=f"e{number}",
            date=parse_edtf(f"{1900 + number % 100}"),
            title=f"Mill {number} closes",
            text=f"The mill of district{number} by the river stood for {number} years. {extra}",
            topics=("mills",),
        )
        for number in range(count)
    ]


def site(made: list[Entry], **config: str) -> Site:
    return assemble(Config(title="Mills", **config), made, (), (), ())  # type: ignore[arg-type]


def found(index: search.Index, word: str) -> dict[str, str]:
    """The events of a word with their weights, from the one leaf that may hold it."""
    names = [
        name
        for name in index.leaves
        if name == f"{word}." or (not name.endswith(".") and word.startswith(name))
    ]
    assert len(names) <= 1
    held: Mapping[str, str] = json.loads(index.leaves[names[0]]) if names else {}
    items = held.get(word, "").removeprefix("*").split()
    return {item[:-1]: item[-1] for item in items}


def test_every_word_of_every_event_is_found_with_what_it_tells() -> None:
    made = sample_site()
    index = search.index(made)
    keys = search.keys_of(entry.id for entry in made.entries)
    for entry in made.entries:
        for word in search.words(entry.title):
            assert int(found(index, word)[keys[entry.id]]) >= search.TITLE
        for slug in entry.topics:
            assert keys[entry.id] in found(index, f"=topics/{slug}")
        assert keys[entry.id] in found(index, f"=year/{entry.date.year}")
    told = {key: item for text in index.chunks.values() for key, item in json.loads(text).items()}
    assert {keys[entry.id]: entry.title for entry in made.entries} == {
        key: item[0] for key, item in told.items()
    }


def test_large_leaves_are_split_and_every_word_stays_in_one() -> None:
    index = search.index(site(entries(3000)))
    assert max(map(len, index.leaves.values())) <= search.LEAF
    words = [word for text in index.leaves.values() for word in json.loads(text)]
    assert len(words) == len(set(words))
    assert len(found(index, "district2999")) == 1
    assert len(found(index, "=topics/mills")) == 3000


def test_a_word_that_is_everywhere_is_kept_where_it_tells_something() -> None:
    made = entries(600)
    made[7] = msgspec.structs.replace(made[7], title="River mill closes")
    index = search.index(site(made))
    assert len(found(index, "river")) == 1
    few = search.index(site(entries(60)))
    assert len(found(few, "river")) == 60


def test_an_edit_changes_the_leaves_of_its_words_alone() -> None:
    before = entries(3000)
    after = list(before)
    after[1500] = msgspec.structs.replace(after[1500], text=f"{after[1500].text} Zeppelin.")
    one, two = search.files(site(before)), search.files(site(after))
    changed = {path for path in one.keys() | two.keys() if one.get(path) != two.get(path)}
    assert search.leaf_file("z") in changed
    assert changed - {search.leaf_file("z"), search.HEAD} == set()


def test_no_leaf_has_the_file_of_a_chunk() -> None:
    malayalam = [
        msgspec.structs.replace(entry, title=f"കേരളം {number} ßeta")
        for number, entry in enumerate(entries(900))
    ]
    made = site(malayalam)
    index = search.index(made)
    assert len(search.files(made)) == len(index.leaves) + len(index.chunks) + 1


def test_a_site_without_a_search_of_its_own_has_no_files() -> None:
    config = msgspec.structs.replace(CONFIG, search="none")
    assert search.files(sample_site(config)) == {}


def test_events_keep_what_stands_for_them() -> None:
    few = search.keys_of(entry.id for entry in ENTRIES)
    many = search.keys_of([*(entry.id for entry in ENTRIES), *(f"x{n}" for n in range(50))])
    assert few.items() <= many.items()
    assert len(set(many.values())) == len(many)
