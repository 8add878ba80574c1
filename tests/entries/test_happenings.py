"""What a sentence tells to have happened."""

import pytest

from generator.entries.happenings import happenings


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("An explosion on the ferry killed nine sailors", {"blast", "kill"}),
        ("The council painted the hall", {"paint"}),
        ("Port Lumen", set()),
    ],
)
def test_verbs_and_nouns_that_say_what_happened(text: str, found: set[str]) -> None:
    assert happenings(text) == found
