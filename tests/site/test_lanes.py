"""A topic beside its nearest ones."""

from generator.site.views import lanes
from tests.site.reading import find, parse, text_of
from tests.site.sample import sample_site


def test_the_nearest_share_the_most_events() -> None:
    site = sample_site()
    assert lanes.nearest(site, "moon") == ["apollo", "space-race", "artemis"]
    assert "india" not in site.topic_by_slug


def test_each_lane_has_all_its_events_over_one_stretch_of_time() -> None:
    site = sample_site()
    view = lanes.lanes(site, "", "moon")
    assert view.lanes[0].topic.label == "Moon"
    for lane in view.lanes:
        assert sum(mark.count for mark in lane.marks) == lane.topic.count
        assert all(0 <= mark.x <= 99 and 0 < mark.strength <= 1 for mark in lane.marks)
    assert view.lanes[1].shared == 3
    assert [card.title for card in view.cards] == [
        entry.title
        for entry in site.entries
        if {"moon", "apollo", "artemis", "space-race", "india"} & set(entry.topics)
    ]


def test_the_topics_page_leads_there_and_back(files: dict[str, bytes]) -> None:
    page = parse(files["topics/moon/index.html"])
    [link] = [a for a in find(page, "a") if text_of(a) == "Compare with its nearest topics"]
    assert link.get("href") == "compare/index.html"
    beside = parse(files["topics/moon/compare/index.html"])
    assert text_of(find(beside, "h1")[0]) == "Moon beside its nearest topics"
    lane = find(find(beside, "ul", class_="lane-list")[0], "li")
    assert text_of(find(lane[1], "p")[0]).endswith("3 in common")
