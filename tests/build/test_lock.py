import os
from pathlib import Path

import pytest

from generator.build.lock import only_build
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
