import subprocess
import sys

import pytest

import generator.dates


def test_what_reads_edtf_alone_loads_no_rules() -> None:
    code = "import sys, generator.dates; print(*sys.modules)"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = run.stdout.split()
    assert "generator.dates.edtf" in loaded
    assert "generator.dates.tagger" not in loaded
    assert "babel" not in loaded


@pytest.mark.parametrize("name", generator.dates.__all__)
def test_every_public_name_is_there(name: str) -> None:
    assert getattr(generator.dates, name)


def test_a_name_that_is_not_there_is_said_so() -> None:
    with pytest.raises(AttributeError, match="has no attribute 'nothing'"):
        getattr(generator.dates, "nothing")  # noqa: B009
