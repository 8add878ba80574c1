import pytest

from generator.entries.opening import skipped


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("ORLENA, March 3 (Example Wire) — The port closed.", "The port closed."),
        ("Photograph: Ada Poe/EW The port closed.", "The port closed."),
        ("Port shut Monday 4 March 2019 10.07 GMT The port closed.", "The port closed."),
        ("4 March 2019 Last updated at 10:07 GMT The port closed.", "The port closed."),
        ("The port closed at 10.07 GMT Tuesday.", "The port closed at 10.07 GMT Tuesday."),
        ("The photo: a port/harbour.", "The photo: a port/harbour."),
    ],
)
def test_a_sentence_begins_after_what_is_set_before_it(text: str, rest: str) -> None:
    assert text[skipped(text, 0, len(text)) :] == rest
