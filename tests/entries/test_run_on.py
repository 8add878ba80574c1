import pytest

from generator.entries.run_on import begins


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Strikers rest on the quay The port of Roe has closed.", "The port of Roe has closed."),
        ("OIL SPILL HITS BEACH Winds push the slick to Roe.", "Winds push the slick to Roe."),
        ("3 May 2019 11:39 UK The port of Roe has closed.", "The port of Roe has closed."),
        ("(Ada Poe - AP) The port of Roe has closed.", "The port of Roe has closed."),
        ("ROE (Reuters) -- The port has closed.", "The port has closed."),
        ("By Ada Poe BBC News, Roe The port of Roe has closed.", "The port of Roe has closed."),
        ("3 May 2019 The port of Roe has closed.", "3 May 2019 The port of Roe has closed."),
        ("She wrote a column in The Roe Times.", "She wrote a column in The Roe Times."),
        ("He sang in the film The last ship of Roe.", "He sang in the film The last ship of Roe."),
        ("US EPA head Ada Poe resigned.", "US EPA head Ada Poe resigned."),
        ("Strikers rest on the quay The port of Roe", "Strikers rest on the quay The port of Roe"),
    ],
)
def test_a_sentence_begins_behind_what_runs_into_it(text: str, wanted: str) -> None:
    assert text[begins(text, 0, len(text)) :] == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Court jails captain for nine years Roe captain Joe Moe has been jailed.",
            "Roe captain Joe Moe has been jailed.",
        ),
        ("Early fears that a sunken Marn rig was leaking grew.", ""),
        ("The mayor thanked the oil company Marn Oil on Monday.", ""),
    ],
)
def test_a_headline_without_a_stop_ends_where_a_name_begins_a_sentence(
    text: str, wanted: str
) -> None:
    assert text[begins(text, 0, len(text), loose=True) :] == (wanted or text)


def test_a_headline_in_title_case_with_no_seam_is_no_sentence() -> None:
    text = "Mayor Outlines Plans For Rescue Of Ferries Across Bay Members of the council vote."
    assert begins(text, 0, len(text), loose=True) in (len(text), text.index("Members"))
