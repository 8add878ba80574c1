"""Slugs read like the title, in any script, and stay what they are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.slugs import MAX_BYTES, is_slug, slugify


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("The harbour is reopened", "the-harbour-is-reopened"),
        ("Élysée: the envoy's 1st visit!", "elysee-the-envoys-1st-visit"),
        ("U.S. and E.U. agree", "us-and-eu-agree"),
        ("Straße nach Łódź, København", "strasse-nach-lodz-kobenhavn"),
        ("İzmir", "izmir"),
        ("ﬁrst ½", "first-1-2"),
        ("snake_case & more", "snake-case-more"),
        ("Переговоры в Осло", "переговоры-в-осло"),
        ("항구 재개장", "항구-재개장"),
        ("बंदरगाह खुला", "बंदरगाह-खुला"),
        ("الميناء", "الميناء"),
        ("../../etc/passwd", "etc-passwd"),
        ("Con", "con-1"),
        ("AUX", "aux-1"),
    ],
)
def test_slug_of_a_title(title: str, slug: str) -> None:
    assert slugify(title) == slug


def test_titles_without_letters_have_different_slugs() -> None:
    assert slugify("!!!") != slugify("???")
    assert is_slug(slugify("!!!"))


def test_a_long_title_is_cut_between_words() -> None:
    slug = slugify("one harbour after another " * 9)
    assert slug == "one-harbour-after-another-" * 2 + "one-harbour-after-another"


@pytest.mark.parametrize("text", ["", "A", "a b", "a--b", "-a", "a/b", "con", "é"])
def test_what_cannot_stand_in_an_address(text: str) -> None:
    assert not is_slug(text)


@given(st.text())
def test_any_text_gives_a_slug_that_stays(text: str) -> None:
    slug = slugify(text)
    assert is_slug(slug)
    assert slugify(slug) == slug
    assert len(slug.encode()) <= MAX_BYTES
    assert not set(slug) & set("/\\.:?#% \n")
