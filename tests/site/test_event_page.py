"""What the page of an event and the page of an article say, and how they lead to each other."""

import msgspec

from generator.site.assemble import assemble
from tests.site.reading import find, parse, resolve, text_of
from tests.site.sample import CONFIG, CREW, render, sample_site

EVENT = "events/artemis-ii-crew-is-named/index.html"
ARTICLE = f"articles/{CREW.slug}/index.html"


def test_the_date_is_shown_as_exactly_as_it_is_known(files: dict[str, bytes]) -> None:
    (date,) = find(parse(files["events/sputnik/index.html"]), "h1")
    assert text_of(date) == "The Soviet Union puts the first satellite in orbit"
    times = {
        element.get("data-edtf"): element.get("datetime")
        for path in (
            "events/sputnik/index.html",
            "events/the-last-crew-of-the-apollo-programme-leaves-the-moon/index.html",
        )
        for element in find(parse(files[path]), "time")
    }
    assert times["1957-10-04"] == "1957-10-04"
    assert times["1972-12"] == "1972-12"


def test_what_came_before_says_who_says_so_and_where(files: dict[str, bytes]) -> None:
    tree = parse(files[EVENT])
    (before,) = find(tree, "section", class_="before")
    titles = [text_of(heading) for heading in before.iter("h3")]
    assert titles == [
        "The Soviet Union puts the first satellite in orbit",
        "The last crew of the Apollo programme leaves the Moon",
        "Artemis I flies around the Moon without a crew",
    ]
    quotes = [text_of(quote) for quote in before.iter("blockquote")]
    assert quotes[0] == CREW.text.split("\n")[3]
    caption = next(before.iter("figcaption"))
    assert text_of(caption).endswith("· Example Wire, 3 April 2023")
    link = next(caption.iter("a")).get("href") or ""
    target, fragment = resolve(EVENT, link) or ("", "")
    assert target == ARTICLE
    (passage,) = find(parse(files[target]), "figure", id=fragment)
    assert quotes[0] in text_of(passage)


def test_what_followed_names_the_later_events(files: dict[str, bytes]) -> None:
    tree = parse(files["events/sputnik/index.html"])
    (after,) = find(tree, "section", class_="after")
    assert [text_of(heading) for heading in after.iter("h3")] == [
        "The United States founds NASA",
        "Two people walk on the Moon",
        "Artemis II crew is named",
    ]
    assert "The satellite made the case for an agency." in text_of(after)


def test_every_background_link_is_on_both_pages(files: dict[str, bytes]) -> None:
    site = sample_site()
    for link in site.links:
        earlier, later = site.entry_by_id[link.earlier], site.entry_by_id[link.later]
        before = find(parse(files[f"events/{later.slug}/index.html"]), "section", class_="before")
        after = find(parse(files[f"events/{earlier.slug}/index.html"]), "section", class_="after")
        assert earlier.title in text_of(before[0])
        assert later.title in text_of(after[0])


def test_status_and_notes_are_shown(files: dict[str, bytes]) -> None:
    planned = parse(files["events/artemis-ii-is-to-fly-around-the-moon/index.html"])
    assert text_of(find(planned, "p", class_="status")[0]).startswith("Planned")
    landing = parse(files["events/first-landing/index.html"])
    assert "Reports differ" in text_of(find(landing, "section", class_="notes")[0])


def test_a_picture_has_its_words(files: dict[str, bytes]) -> None:
    (picture,) = find(parse(files["events/first-landing/index.html"]), "img")
    assert picture.get("alt") == "A footprint in grey dust"
    assert picture.get("src") == "../../images/footprint.svg"


def test_sources_of_editors_lead_out_and_to_the_archive(files: dict[str, bytes]) -> None:
    (sources,) = find(parse(files["events/sputnik/index.html"]), "section", class_="sources")
    assert [link.get("href") for link in sources.iter("a")] == [
        "https://example.org/museum/first-satellite",
        "https://example.org/archive/first-satellite",
    ]


def test_neighbours_in_time(files: dict[str, bytes]) -> None:
    tree = parse(files["events/nasa/index.html"])
    (earlier,) = find(tree, "a", rel="prev")
    (later,) = find(tree, "a", rel="next")
    assert "first satellite" in text_of(earlier)
    assert "A Soviet probe hits the Moon" in text_of(later)


def test_an_edit_link_for_what_editors_wrote() -> None:
    config = msgspec.structs.replace(CONFIG, edit_url="https://example.org/edit/{path}")
    files = render(sample_site(config))
    assert b"https://example.org/edit/content/sputnik.md" in files["events/sputnik/index.html"]
    assert b"example.org/edit" not in files[EVENT]


def test_an_article_says_how_its_date_is_known(files: dict[str, bytes]) -> None:
    facts = text_of(find(parse(files[ARTICLE]), "aside")[0])
    assert "3 April 2023" in facts
    assert "The date is known from: a photo caption." in facts
    likely = files["articles/fifty-years-since-the-last-footprints/index.html"].decode()
    assert "The date is likely; it was taken from: the words “fifty years ago”." in likely
    unknown = files["articles/a-letter-without-a-date/index.html"].decode()
    assert "When it was published is not known." in unknown


def test_an_article_shows_what_was_taken_from_it_and_not_the_rest(
    files: dict[str, bytes],
) -> None:
    tree = parse(files[ARTICLE])
    passages = find(tree, "figure", class_="taken")
    assert [text_of(next(passage.iter("blockquote"))) for passage in passages] == (
        CREW.text.split("\n")
    )
    letter = files["articles/a-letter-without-a-date/index.html"].decode()
    assert "We still look up." not in letter


def test_the_full_text_is_shown_where_the_site_says_so_with_its_quotes_marked() -> None:
    config = msgspec.structs.replace(CONFIG, articles="full")
    files = render(sample_site(config))
    assert "We still look up." in files["articles/a-letter-without-a-date/index.html"].decode()
    tree = parse(files[ARTICLE])
    (text,) = find(tree, "div", class_="full")
    assert [text_of(paragraph) for paragraph in text.iter("p")] == CREW.text.split("\n")
    assert len(list(text.iter("mark"))) == 5
    # The quote's anchor is in the text now, and once only.
    anchors = [element.get("id") for element in text.iter("span") if element.get("id")]
    assert len(anchors) == len(set(anchors)) == 5


def test_a_subheading_of_an_article_is_a_heading() -> None:
    config = msgspec.structs.replace(CONFIG, articles="full")
    text = "It began.\nA year of waiting\nIt ended."
    article = msgspec.structs.replace(CREW, text=text, subheadings=((10, 27),))
    files = render(assemble(config, [], [article], [], []))
    headings = [text_of(heading) for heading in parse(files[ARTICLE]).iter("h3")]
    assert headings == ["A year of waiting"]


def test_the_way_through_each_topic(files: dict[str, bytes]) -> None:
    page = parse(files["events/first-landing/index.html"])
    [paths] = [nav for nav in find(page, "nav") if nav.get("aria-label") == "Through each topic"]
    ways = {
        text_of(name): [text_of(link) for link in find(way, "a")]
        for name, way in zip(find(paths, "dt"), find(paths, "dd"), strict=True)
    }
    assert ways["Moon"] == [
        "Earlier: ← Apollo 8 circles the Moon",
        "Later: → The last crew of the Apollo programme leaves the Moon",
    ]


def test_what_happened_at_the_same_time_shares_no_topic(files: dict[str, bytes]) -> None:
    page = parse(files["events/a-treaty-keeps-bombs-out-of-orbit/index.html"])
    [section] = find(page, "section", class_="elsewhere")
    assert [text_of(link) for link in find(section, "a")] == [
        "Three astronauts die in a fire on the launch pad"
    ]
    assert not find(parse(files["events/sputnik/index.html"]), "section", class_="elsewhere")


def test_the_page_says_how_to_cite_it(files: dict[str, bytes]) -> None:
    page = parse(files["events/sputnik/index.html"])
    [citation] = find(page, "p", id="citation")
    assert text_of(citation) == (
        "The Example Desk. “The Soviet Union puts the first satellite in orbit” (4 October 1957). "
        "To the Moon."
    )
