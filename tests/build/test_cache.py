import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from generator.build.cache import Cache, ReadOnly, digest


def test_boundaries_of_parts_count() -> None:
    assert digest("ab", "c") != digest("a", "bc")
    assert digest("ab", b"c") == digest(b"ab", "c")


def test_what_is_put_is_found_by_another(tmp_path: Path) -> None:
    path = tmp_path / "store"
    with Cache(path) as cache:
        cache.put({"a": b"1", "b": b"2"})
    with Cache(path) as cache:
        assert cache.get(["b", "a", "c"]) == {"a": b"1", "b": b"2"}
        assert cache.notice == ""


@pytest.mark.parametrize("content", [b"not a database at all", b"SQLite format 3\0" + b"x" * 5000])
def test_a_damaged_store_is_made_anew(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "store"
    path.write_bytes(content)
    with Cache(path) as cache:
        assert "unreadable" in cache.notice
        cache.put({"a": b"1"})
        assert cache.get(["a"]) == {"a": b"1"}


def test_damage_inside_the_store_is_survived(tmp_path: Path) -> None:
    path = tmp_path / "store"
    with Cache(path) as cache:
        cache.put({str(number): b"x" * 500 for number in range(200)})
    data = bytearray(path.read_bytes())
    for at in range(4096, len(data)):
        data[at] = 0x5A
    path.write_bytes(data)
    with Cache(path) as cache:
        assert cache.get(["1"]) == {}
        cache.put({"1": b"new"})
        assert cache.get(["1"]) == {"1": b"new"}


def test_another_programs_database_is_not_taken_for_ours(tmp_path: Path) -> None:
    import sqlite3

    path = tmp_path / "store"
    database = sqlite3.connect(path)
    database.execute("CREATE TABLE results (key TEXT, value BLOB)")
    database.execute("INSERT INTO results VALUES ('a', 'theirs')")
    database.commit()
    database.close()
    with Cache(path) as cache:
        assert cache.notice != ""
        assert cache.get(["a"]) == {}


def test_unused_results_are_dropped_once_they_are_many(tmp_path: Path) -> None:
    with Cache(tmp_path / "store") as cache:
        cache.put({str(number): b"x" for number in range(1500)})
        assert cache.keep_only(set, 400) == 0
        assert cache.keep_only(lambda: {"1", "2"}, 2) == 1498
        assert cache.get(["1", "3"]) == {"1": b"x"}


@pytest.mark.parametrize("content", [b"", b"no database", None])
def test_a_store_to_read_only_is_never_changed(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "results.sqlite"
    if content is None:
        with Cache(path) as cache:
            cache.put({"a": b"1"})
    else:
        path.write_bytes(content)
    before = path.read_bytes()
    with ReadOnly(path) as cache:
        cache.put({"b": b"2"})
        cache.keep_only(set, 0)
        assert cache.get(["a", "b"]) == ({"a": b"1"} if content is None else {})
    assert path.read_bytes() == before
    assert [item.name for item in tmp_path.iterdir()] == [path.name]


@pytest.mark.parametrize("read_only", [False, True])
def test_a_value_that_was_changed_on_the_disk_is_not_given_out(
    tmp_path: Path, read_only: bool
) -> None:
    path = tmp_path / "store"
    with Cache(path) as cache:
        cache.put({"a": b"launched an operation " * 50})
    with closing(sqlite3.connect(path)) as database:
        database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    data = path.read_bytes()
    at = data.index(b"launched an operation")
    path.write_bytes(data[:at] + b"launched no operation" + data[at + 21 :])
    with ReadOnly(path) if read_only else Cache(path) as cache:
        assert cache.get(["a"]) == {}
        assert read_only or cache.notice
