import os
import shutil
from pathlib import Path

import pytest

from generator.build.exchange import exchange
from generator.build.publish import MARK, MARK_TEXT, Output, Published
from generator.build.tree import File
from generator.errors import BackstoryError

from .conftest import tree, write_into


@pytest.fixture
def store(tmp_path: Path) -> Path:
    folder = tmp_path / "store"
    folder.mkdir()
    return folder


def publish(output: Output, **files: str) -> tuple[str, ...]:
    """Publish pages called after their keys in `files`; returns what was written."""
    return publish_all(output, {f"{name}.html": text for name, text in files.items()}).written


def publish_all(output: Output, files: dict[str, str]) -> Published:
    """Publish files that hold their keys."""

    def file(path: str, key: str) -> File:
        made = output.made(path)
        return File(path, key, None if made and made.key == key else key.encode())

    return output.publish(files, [file(path, key) for path, key in files.items()])


def test_only_what_changed_is_written(tmp_path: Path, store: Path) -> None:
    public = tmp_path / "public"
    output = Output(public, store)
    assert publish(output, a="1", b="1", c="1") == ("a.html", "b.html", "c.html")
    assert publish(output, a="2", b="1", c="1") == ("a.html",)
    assert publish(output, a="2", b="3") == ("b.html",)
    assert tree(public) == {"a.html": b"2", "b.html": b"3"}
    assert publish(output, a="1", b="1", c="1") == ("a.html", "b.html", "c.html")
    assert tree(public) == {"a.html": b"1", "b.html": b"1", "c.html": b"1"}


def test_an_unchanged_file_keeps_its_time(tmp_path: Path, store: Path) -> None:
    output = Output(tmp_path / "public", store)
    publish(output, a="1", b="1")
    times = []
    for round_ in range(4):
        times.append((tmp_path / "public/b.html").stat().st_mtime_ns)
        publish(output, a=str(round_), b="1")
    assert len(set(times)) == 1


def test_what_others_put_there_stays(tmp_path: Path, store: Path) -> None:
    public = tmp_path / "public"
    output = Output(public, store)
    publish(output, a="1")
    write_into(public, "CNAME", "example.org")
    write_into(public, ".git/HEAD", "ref")
    (public / "link").symlink_to("CNAME")
    for round_ in range(3):
        output.look()
        assert output.foreign(["a.html"]) == (".git/HEAD", "CNAME", "link")
        publish(output, a=str(round_))
    assert (public / "link").readlink() == Path("CNAME")
    (public / "CNAME").unlink()
    output.look()
    publish(output, a="9")
    assert not (public / "CNAME").exists()


def test_the_folders_of_others_keep_their_rights(tmp_path: Path, store: Path) -> None:
    public = tmp_path / "public"
    for name in ("keys", "empty"):
        (public / name).mkdir(parents=True)
    (public / "keys/one").write_text("1")
    (public / "keys").chmod(0o700)
    public.chmod(0o750)
    rights = [folder.stat().st_mode for folder in (public, public / "keys")]
    output = Output(public, store)
    for number in range(3):
        publish(output, a=str(number))
        assert (public / "empty").is_dir()
        assert [folder.stat().st_mode for folder in (public, public / "keys")] == rights
    (public / "empty").rmdir()
    for number in range(3, 6):
        publish(output, a=str(number))
        assert not (public / "empty").exists()


def test_a_mounted_folder_is_written_in_place(
    tmp_path: Path, store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Path, "is_mount", lambda path: path.name == "public")
    public = tmp_path / "public"
    (public / "old").mkdir(parents=True)
    (public / "CNAME").write_text("example.org")
    identity = public.stat().st_ino
    output = Output(public, store)
    assert publish_all(output, {"a/b.html": "1", "c.html": "1"})
    published = publish_all(Output(public, store), {"c.html": "2"})
    assert (published.whole, published.removed) == (False, ("a/b.html",))
    assert tree(public) == {"CNAME": b"example.org", "c.html": b"2"}
    assert (public / "old").is_dir()
    assert not (public / "a").exists()
    assert public.stat().st_ino == identity
    assert Output(public, store).is_whole()


def test_a_folder_full_of_other_things_is_refused(
    tmp_path: Path, store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generator.build.publish.MOST_FOREIGN", 2)
    public = tmp_path / "public"
    public.mkdir()
    for name in ("a", "b"):
        (public / name).write_text(name)
    publish(Output(public, store), page="1")
    (public / "c").write_text("c")
    publish(Output(public, store), page="2")  # it is known as a site by now
    other = tmp_path / "other"
    shutil.copytree(public, other, ignore=shutil.ignore_patterns("page.html", MARK))
    with pytest.raises(BackstoryError, match="holds 3 files that no build made"):
        publish(Output(other, store), page="1")
    assert tree(other) == {"a": b"a", "b": b"b", "c": b"c"}


def test_a_page_is_not_written_over_a_strangers_file(tmp_path: Path, store: Path) -> None:
    public = tmp_path / "public"
    write_into(public, "a.html", "theirs")
    with pytest.raises(BackstoryError, match=r"public/a\.html: this file was not made by a build"):
        publish(Output(public, store), a="ours")
    assert tree(public) == {"a.html": b"theirs"}


def test_an_output_whose_record_was_lost_is_taken_up_again(tmp_path: Path, store: Path) -> None:
    public = tmp_path / "public"
    output = Output(public, store)
    publish_all(output, {MARK: MARK_TEXT.decode(), "a.html": "1"})
    shutil.rmtree(store)
    store.mkdir()
    assert publish(Output(public, store), a="2") == ("a.html",)
    assert (public / "a.html").read_bytes() == b"2"


def test_a_file_that_was_changed_by_hand_is_not_taken_for_ours(tmp_path: Path, store: Path) -> None:
    output = Output(tmp_path / "public", store)
    publish(output, a="1")
    assert output.is_whole()
    write_into(tmp_path / "public", "a.html", "1 and more")
    output.look()
    assert not output.is_whole()
    assert output.made("a.html") is None


@pytest.mark.parametrize("moment", ["rename", "link", "write_bytes", "write", "replace"])
def test_a_build_that_dies_leaves_the_old_site(
    tmp_path: Path, store: Path, monkeypatch: pytest.MonkeyPatch, moment: str
) -> None:
    """Whatever call the build dies in, the output is the old site, and the next build is right."""
    public = tmp_path / "public"
    output = Output(public, store)
    publish(output, a="1", b="1", c="1")
    publish(output, a="2", b="1", c="1")
    old = tree(public)

    class Killed(BaseException):
        pass

    def die(*_: object, **__: object) -> None:
        raise Killed

    target = {
        "rename": ("generator.build.publish.exchange", die),
        "link": ("generator.build.tree.link", die),
        "write": ("generator.build.tree.write", die),
        "write_bytes": ("pathlib.Path.write_bytes", die),
        "replace": ("pathlib.Path.replace", die),
    }[moment]
    with monkeypatch.context() as patch:
        patch.setattr(*target)
        if moment == "link":
            shutil.rmtree(next(store.glob("spare-*")))
        with pytest.raises(Killed):
            publish(Output(public, store), a="3", b="2", c="1")
    assert tree(public) == old
    if moment in ("link", "write"):
        # The second tree is half made: nobody may take it for what it was.
        assert output.ledger.read(next(store.glob("spare-*"))) is None
    publish(Output(public, store), a="3", b="2", d="1")
    assert tree(public) == {"a.html": b"3", "b.html": b"2", "d.html": b"1"}


def test_a_build_that_dies_after_the_exchange_is_known(
    tmp_path: Path, store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    public = tmp_path / "public"
    publish(Output(public, store), a="1", b="1")

    class Killed(BaseException):
        pass

    def exchange_and_die(new: Path, current: Path) -> bool:
        exchange(new, current)
        raise Killed

    with monkeypatch.context() as patch:
        patch.setattr("generator.build.publish.exchange", exchange_and_die)
        with pytest.raises(Killed):
            publish(Output(public, store), a="2", b="1")
    output = Output(public, store)
    assert output.is_whole()
    assert publish(output, a="2", b="1") == ()


def test_a_full_disk_is_a_message_and_no_harm(
    tmp_path: Path, store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    public = tmp_path / "public"
    publish(Output(public, store), a="1")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("generator.build.tree.write", full)
    with pytest.raises(BackstoryError, match="No space left on device"):
        publish(Output(public, store), a="2")
    assert tree(public) == {"a.html": b"1"}


def test_pages_and_folders_may_change_places(tmp_path: Path, store: Path) -> None:
    public = tmp_path / "public"
    output = Output(public, store)
    for files in (
        {"a": "file"},
        {"a/index.html": "folder"},
        {"a": "file again"},
        {"a/b/c": "deep"},
        {"a": "file", "z": "z"},
    ):
        publish_all(output, files)
        assert tree(public) == {path: key.encode() for path, key in files.items()}
    assert [path.name for path in public.iterdir()] == ["a", "z"] or len(tree(public)) == 2


def test_two_renames_stand_in_where_there_is_no_exchange(
    tmp_path: Path, store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generator.build.exchange._swap", lambda first, second: False)
    output = Output(tmp_path / "public", store)
    publish(output, a="1")
    publish(output, a="2")
    assert publish(output, a="3", b="1") == ("a.html", "b.html")
    assert tree(tmp_path / "public") == {"a.html": b"3", "b.html": b"1"}


def test_exchange_swaps_two_folders(tmp_path: Path) -> None:
    write_into(tmp_path / "one", "a", "1")
    write_into(tmp_path / "two", "a", "2")
    exchange(tmp_path / "one", tmp_path / "two")
    assert (tmp_path / "two/a").read_text() == "1"
    assert (tmp_path / "one/a").read_text() == "2"


def test_an_unreadable_record_is_no_record(tmp_path: Path, store: Path) -> None:
    output = Output(tmp_path / "public", store)
    publish(output, a="1")
    output.ledger.path(tmp_path / "public").write_bytes(b"\xc1 rubbish")
    assert Output(tmp_path / "public", store).manifest is None


def test_remove_takes_away_what_was_made_and_no_more(tmp_path: Path, store: Path) -> None:
    public = tmp_path / "public"
    output = Output(public, store)
    publish_all(output, {"a/b.html": "1", "c.html": "1"})
    write_into(public, "CNAME", "example.org")
    assert Output(public, store).remove() == ("a/b.html", "c.html")
    assert tree(public) == {"CNAME": b"example.org"}
    assert os.listdir(store) == ["clock"]  # noqa: PTH208
