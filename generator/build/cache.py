"""The results of steps, stored under the hash of all that they follow from.

A store that is damaged, or was written by another program, is made anew: what it holds can always
be computed again, and a wrong page is worse than a slow build.
"""

import sqlite3
from collections.abc import Callable, Iterable, Mapping, Set
from hashlib import blake2b
from pathlib import Path

_APPLICATION = 0x42535459
"""SQLite's application_id for this store: the letters BSTY."""
_LAYOUT = 3
_SPARE_RESULTS = 1000


def digest(*parts: bytes | str) -> str:
    """A hash of the parts, in which their boundaries count."""
    state = blake2b(digest_size=20)
    for part in parts:
        data = part.encode() if isinstance(part, str) else part
        state.update(len(data).to_bytes(8, "little"))
        state.update(data)
    return state.hexdigest()


_SUM = 16


def _sum(key: str, value: bytes) -> bytes:
    """SQLite does not notice a page whose bytes were changed: each value carries its own hash."""
    return blake2b(value, digest_size=_SUM, key=key.encode()[:64]).digest()


def _checked(key: str, stored: object) -> bytes | None:
    """The value, None when it is not the one that was stored under the key."""
    if not isinstance(stored, bytes):
        return None
    value = stored[_SUM:]
    return value if _sum(key, value) == stored[:_SUM] else None


class Cache:
    """A store of bytes by key. Keys and values are kept until results outnumber their use."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.notice = ""
        """One line for the user when the store had to be made anew, otherwise ""."""
        try:
            self._database = self._open()
        except sqlite3.DatabaseError as error:
            self.notice = f"{path.name} was unreadable ({error}): everything is computed again"
            self._remove()
            self._database = self._open()

    def _open(self) -> sqlite3.Connection:
        database = sqlite3.connect(self.path, isolation_level=None)
        try:
            (application,) = database.execute("PRAGMA application_id").fetchone()
            (layout,) = database.execute("PRAGMA user_version").fetchone()
            (tables,) = database.execute("SELECT count(*) FROM sqlite_master").fetchone()
            if tables and (application, layout) != (_APPLICATION, _LAYOUT):
                raise sqlite3.DatabaseError("it is not a store of this version")
            database.execute("PRAGMA journal_mode = WAL")
            database.execute("PRAGMA synchronous = NORMAL")
            database.execute(f"PRAGMA application_id = {_APPLICATION}")
            database.execute(f"PRAGMA user_version = {_LAYOUT}")
            # With row ids, for the keys have an index of their own then: a search among them
            # never reads a value, and some have many megabytes.
            database.execute(
                "CREATE TABLE IF NOT EXISTS results (key TEXT PRIMARY KEY, value BLOB NOT NULL)"
            )
        except BaseException:
            database.close()
            raise
        return database

    def _remove(self) -> None:
        for ending in ("", "-wal", "-shm"):
            self.path.with_name(self.path.name + ending).unlink(missing_ok=True)

    def get(self, keys: Iterable[str]) -> dict[str, bytes]:
        """The stored values among `keys`; a store that fails to answer holds nothing."""
        found: dict[str, bytes] = {}
        try:
            for key in keys:
                row = self._database.execute(
                    "SELECT value FROM results WHERE key = ?", (key,)
                ).fetchone()
                if row is not None:
                    value = _checked(key, row[0])
                    if value is None:
                        raise sqlite3.DatabaseError("a result in it is not what was stored")
                    found[key] = value
        except sqlite3.DatabaseError as error:
            self._start_again(error)
            return {}
        return found

    def put(self, values: Mapping[str, bytes]) -> None:
        """Store the values, all or none."""
        try:
            self._database.execute("BEGIN IMMEDIATE")
            self._database.executemany(
                "INSERT OR REPLACE INTO results VALUES (?, ?)",
                [(key, _sum(key, value) + value) for key, value in values.items()],
            )
            self._database.execute("COMMIT")
        except sqlite3.DatabaseError as error:
            self._start_again(error)

    def drop(self, keys: Iterable[str]) -> None:
        """Forget some results."""
        try:
            self._database.executemany(
                "DELETE FROM results WHERE key = ?", [(key,) for key in keys]
            )
        except sqlite3.DatabaseError as error:
            self._start_again(error)

    def keep_only(self, used: Callable[[], Set[str]], number: int) -> int:
        """Bound the size: when there are many more results than are in use, drop the others.

        Args:
            used: the keys of all results that the next build may want; asked for when needed.
            number: about how many they are.

        Returns:
            How many were dropped.
        """
        try:
            (count,) = self._database.execute("SELECT count(*) FROM results").fetchone()
            if count <= 2 * number + _SPARE_RESULTS:
                return 0
            wanted = used()
            stored = [key for (key,) in self._database.execute("SELECT key FROM results")]
            unused = [(key,) for key in stored if key not in wanted]
            self._database.execute("BEGIN IMMEDIATE")
            self._database.executemany("DELETE FROM results WHERE key = ?", unused)
            self._database.execute("COMMIT")
            self._database.execute("VACUUM")
        except sqlite3.DatabaseError as error:
            self._start_again(error)
            return 0
        return len(unused)

    def _start_again(self, error: sqlite3.DatabaseError) -> None:
        self.notice = f"{self.path.name} was unreadable ({error}): everything is computed again"
        self._database.close()
        self._remove()
        self._database = self._open()

    def close(self) -> None:
        self._database.close()

    def __enter__(self) -> "Cache":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


class ReadOnly(Cache):
    """A store that is read as it is and never written to; one that is missing is empty.

    Args:
        path: None for an empty one.

    The caller sees to it that nobody else writes to it meanwhile.
    """

    def __init__(self, path: Path | None) -> None:
        self._file = path
        super().__init__(path or Path())

    def _open(self) -> sqlite3.Connection:
        if self._file is not None and self._file.is_file():
            # "immutable": SQLite makes no files of its own beside the store.
            address = f"{self._file.absolute().as_uri()}?mode=ro&immutable=1"
            return sqlite3.connect(address, uri=True, isolation_level=None)
        return sqlite3.connect(":memory:", isolation_level=None)

    def put(self, values: Mapping[str, bytes]) -> None:
        """Forget the values."""

    def drop(self, keys: Iterable[str]) -> None:
        """Drop nothing."""

    def _start_again(self, error: sqlite3.DatabaseError) -> None:
        """A store that cannot be read holds nothing."""
