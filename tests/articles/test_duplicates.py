import pytest

from generator.articles.duplicates import Document, canonical_url, repeats

STORY = " ".join(f"word{number}" for number in range(100))
OTHER = " ".join(f"other{number}" for number in range(100))


@pytest.mark.parametrize(
    "url",
    [
        "https://example.org/a",
        "http://example.org/a/",
        "https://www.Example.org/a#top",
        "https://example.org:443/a/index.html",
        "https://example.org/a?utm_source=feed&fbclid=1&gclid=2",
    ],
)
def test_one_page_has_one_address(url: str) -> None:
    assert canonical_url(url) == "example.org/a"


def test_what_tells_pages_apart_stays() -> None:
    assert canonical_url("https://example.org/?id=2&a=1") == "example.org?a=1&id=2"
    assert canonical_url("https://example.org/A") != canonical_url("https://example.org/a")
    assert canonical_url("mailto:a@example.org") == canonical_url("http://[") == ""


def test_the_same_address_is_a_repeat() -> None:
    a = Document("a", STORY, "https://example.org/x")
    b = Document("b", OTHER, "http://www.example.org/x?utm_medium=rss")
    (found,) = repeats([a, b])
    assert found.same_address
    assert found.share == 0


@pytest.mark.parametrize(
    ("text", "share"),
    [
        (STORY, 1.0),
        (STORY.upper() + "!", 1.0),
        (STORY.replace("word50", "new"), 0.95),
        (" ".join(STORY.split()[:60]), 1.0),
    ],
)
def test_a_near_copy_is_a_repeat(text: str, share: float) -> None:
    (found,) = repeats([Document("new", text)], [Document("old", STORY)])
    assert (found.name, found.of, found.share) == ("new", "old", share)


@pytest.mark.parametrize(
    "text",
    [
        OTHER,
        f"{STORY} {OTHER}",
        " ".join(reversed(STORY.split())),
        " ".join(STORY.split()[:50] + OTHER.split()[:50]),
        "",
    ],
)
def test_what_says_something_new_is_none(text: str) -> None:
    assert repeats([Document("new", text)], [Document("old", STORY)]) == ()


def test_the_longest_stays_whatever_the_order() -> None:
    documents = [
        Document(name, STORY + tail) for name, tail in (("a", ""), ("b", " end"), ("c", ""))
    ]
    found = repeats(documents)
    assert [(item.name, item.of) for item in found] == [("a", "b"), ("c", "b")]
    assert repeats(documents[::-1]) == found


def test_a_line_under_every_article_makes_no_repeats() -> None:
    line = " ".join(f"read{number}" for number in range(12))
    documents = [
        Document(f"{at:03}", " ".join(f"w{at}x{number}" for number in range(60)) + " " + line)
        for at in range(300)
    ]
    assert repeats(documents) == ()
