import os
from pathlib import Path

import pytest

from generator.build.lock import no_build, only_build
from generator.errors import BackstoryError


def test_a_second_build_is_told_who_holds_the_lock(tmp_path: Path) -> None:
    with (
        only_build(tmp_path),
        pytest.raises(BackstoryError, match=rf"is running \(process {os.getpid()}\)"),
        only_build(tmp_path),
    ):
        raise AssertionError("both got in")


def test_the_lock_is_let_go(tmp_path: Path) -> None:
    for _ in range(2):
        with only_build(tmp_path):
            pass


def test_a_build_and_a_check_keep_out_of_each_others_way(tmp_path: Path) -> None:
    with no_build(tmp_path) as readable:
        assert not readable
    assert not list(tmp_path.iterdir())
    with only_build(tmp_path), no_build(tmp_path) as readable:
        assert not readable
    with no_build(tmp_path) as readable:
        assert readable
        with pytest.raises(BackstoryError), only_build(tmp_path):
            pass
    with only_build(tmp_path):
        pass
