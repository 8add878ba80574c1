"""What the pages themselves say, in English; `generator.site.catalogue` has other languages.

A sentence with a number is a `Plural`: `strings.events(14)` is "14 events".
"""

from collections.abc import Callable
from functools import lru_cache

import msgspec


def _two_forms(count: int) -> int:
    return 0 if count == 1 else 1


class Plural(msgspec.Struct, frozen=True):
    """A sentence with a number, in the forms that a language has for it."""

    forms: tuple[str, ...]
    choose: Callable[[int], int] = _two_forms
    """The place of a number's form."""
    language: str = "en"

    def __call__(self, count: int) -> str:
        return self.forms[self.choose(count)].format(n=number(count, self.language))


def _plural(one: str, many: str) -> Plural:
    return Plural((one, many))


@lru_cache(maxsize=10_000)
def number(value: int, language: str) -> str:
    """A number as a language writes it: "1,234", "1 234"."""
    if -1000 < value < 1000:
        return str(value)
    from babel import Locale, UnknownLocaleError
    from babel.numbers import format_decimal

    try:
        locale = Locale.parse(language.replace("-", "_"))
    except (UnknownLocaleError, ValueError):
        locale = Locale("en")
    return format_decimal(value, locale=locale)


class Strings(msgspec.Struct, frozen=True):
    """English. A field's name says where it is used when its words do not."""

    language: str = "en"

    # Around every page.
    skip: str = "Skip to the content"
    menu: str = "Main"
    timeline: str = "Timeline"
    topics: str = "Topics"
    articles: str = "Articles"
    about: str = "How this was made"
    about_short: str = "About"
    feed: str = "Feed"
    data: str = "Data"
    calendar: str = "Calendar"
    data_json: str = "All events as JSON"
    data_jsonl: str = "All events as JSON, one a line"
    data_csv: str = "All events as a table (CSV)"
    data_jsonld: str = "All events as linked data (JSON-LD, schema.org)"
    data_timelinejs: str = "All events for TimelineJS"
    data_ics: str = "All events whose days are known as a calendar (iCalendar)"
    made_with: str = "Made with Backstory"
    license: str = "Licence"

    # Counting.
    events: Plural = _plural("{n} event", "{n} events")
    n_articles: Plural = _plural("{n} article", "{n} articles")
    n_sources: Plural = _plural("{n} source", "{n} sources")
    n_links: Plural = _plural("{n} link", "{n} links")
    no_day: Plural = _plural(
        "One event whose day is not known is not in this calendar.",
        "{n} events whose days are not known are not in this calendar.",
    )
    more: Plural = _plural("{n} more", "{n} more")
    all_of: str = "All {events} of {period}"
    smaller_topics: Plural = _plural(
        "One smaller topic is named on the page of its event.",
        "{n} smaller topics are named on the pages of their events.",
    )

    # Home.
    overview: str = "The whole span"
    overview_label: str = "Events over time, {first} to {last}"
    overview_close: str = "Up close: {period}"
    overview_root: str = "Heights follow the square root of the number of events."
    overview_how: str = "Each bar leads to its events."
    overview_lasting: str = "Lines below are what lasted."
    zoom: str = "Zoom"
    zoom_in: str = "Closer"
    zoom_out: str = "Farther"
    zoom_all: str = "All"
    zoom_list: str = "List these events"
    key_events: str = "Key events"
    latest_events: str = "Latest on the timeline"
    announced_events: str = "Announced"
    years: str = "By year"
    all_topics: str = "All topics"
    empty: str = "There are no events yet. Put articles into seeds/ or entries into content/."

    # Years and months.
    jump: str = "Years"
    in_period: str = "Some time in {period}"
    from_period: str = "From {period} on, or around it"
    previous: str = "Earlier"
    next: str = "Later"
    previous_event: str = "Before, in time"
    next_event: str = "Next, in time"
    months: str = "Months"

    # An event.
    came_before: str = "What came before"
    came_before_note: str = "Earlier events that help to explain this one, and who says so."
    followed: str = "What followed"
    followed_note: str = "Later events that this one is background to."
    sources: str = "Sources"
    source_link: str = "Read at the source"
    archived: str = "Archived copy"
    accessed: str = "seen {date}"
    said_by: str = "according to {who}"
    people: str = "People"
    places: str = "Places"
    organizations: str = "Organizations"
    notes: str = "Notes"
    edit: str = "Edit this event"
    extracted_before: str = "Taken from articles by rules: "
    extracted_link: str = "how this was made"
    extracted_after: str = "."
    written: str = "Written by an editor."
    picture_credit: str = "Picture: {credit}"
    neighbours: str = "Next to it in time"
    elsewhere: str = "At the same time"
    paths: str = "Through each topic"
    cite: str = "Cite this page"
    copy: str = "Copy"
    copied: str = "Copied"
    more_followed: str = "Other later events"
    both_concern: str = "Both concern {what}"
    both_concern_since: str = "Both concern {what}; {when}"
    days_earlier: Plural = _plural("the day before", "{n} days earlier")
    weeks_earlier: Plural = _plural("{n} week earlier", "{n} weeks earlier")
    months_earlier: Plural = _plural("{n} month earlier", "{n} months earlier")
    years_earlier: Plural = _plural("{n} year earlier", "{n} years earlier")
    reports: str = "Reported"
    recalls: str = "Recalled"
    announces: str = "Announced"
    status_reported: str = "Reported"
    status_disputed: str = "Disputed"
    status_planned: str = "Planned"
    status_reported_note: str = "Reported, not confirmed"
    status_disputed_note: str = "Sources disagree"
    status_planned_note: str = "Announced for the future when it was written about"

    # Topics.
    topics_note: str = "What the events have in common."
    names_note: str = "Who and what the events name."
    indexes: str = "Indexes"
    small_names: str = "Named in fewer events"
    in_common: str = "{events} in common, such as"
    related_topics: str = "Also about"

    # Search.
    compare: str = "Compare with its nearest topics"
    compare_title: str = "{topic} beside its nearest topics"
    in_both: Plural = _plural("{n} in common", "{n} in common")

    search: str = "Search"
    search_note: str = "Find events by words, topics, names, years and status."
    search_words: str = "Words"
    search_filters: str = "Filters"
    search_any: str = "Any"
    search_from: str = "From the year"
    search_to: str = "To the year"
    status_label: str = "Status"
    search_more: str = "More"
    search_none: str = "No event has all of this. Fewer words or filters find more."
    search_failed: str = (
        "The search index could not be fetched. Below are lists of everything that is here."
    )
    search_without: str = "Searching needs JavaScript. These lists do not."
    search_letters: str = "From A to Z"

    # On this day.
    this_day: str = "On this day"
    this_day_note: str = "What happened on each day of the year, in whatever year."

    # Articles.
    articles_note: str = "What the timeline was made from, newest first."
    published: str = "Published"
    publisher: str = "Publisher"
    byline: str = "By"
    date_from: str = "The date is known from: {source}."
    date_likely: str = "The date is likely; it was taken from: {source}."
    date_unknown: str = "When it was published is not known."
    from_dateline: str = "the line below the headline"
    from_first_lines: str = "the first lines"
    from_published_line: str = "the line that says when it was published"
    from_updated_line: str = "the line that says when it was changed"
    from_caption: str = "a photo caption"
    from_text: str = "the text"
    from_address: str = "the address"
    from_file_name: str = "the name of the file"
    from_front_matter: str = "the front matter"
    from_field: str = "a labelled field"
    from_page: str = "signs in the page"
    undated: str = "Without a date"
    taken: str = "What was taken from it"
    taken_none: str = "No event was taken from this article."
    related: str = "Related"
    full_text: str = "The article"
    only_quotes: str = (
        "Only what was taken from the article is shown here; the rest is at its source."
    )

    # About.
    about_title: str = "How this timeline was made"
    about_counts: str = (
        "{events}, of which editors wrote {edited}. {articles} were read. {links} lead from an "
        "event to what came before it."
    )
    about_entries: str = "Where the events come from"
    about_entries_1: str = (
        "Articles are read as they are. Expressions of time in them (“on Thursday”, “since "
        "1967”, “three days later”) are found by rules and made into dates, starting from the day "
        "the article was published. A sentence that says what happened at such a date becomes an "
        "event, with the sentence quoted word for word on its page."
    )
    about_entries_2: str = (
        "An article reports its news, recalls what is past and announces what is to come. "
        "Passages that tell of the same event, in one article or in many, become one event with "
        "all its sources. Editors can add events, put their own in an event’s place, and take "
        "events away; what they wrote is never changed."
    )
    about_links: str = "Why events are linked"
    about_links_1: str = (
        "When an article that reports an event recalls an earlier one, the earlier event is "
        "listed as background, with the sentence that says so. Events that share uncommon "
        "topics, people, places or organizations can be linked too, and then the page says what "
        "they share. A third kind of link is made by an editor, who gives the reason. There is "
        "no link without a reason."
    )
    about_dates: str = "How dates are shown"
    about_dates_1: str = (
        "A date is never made more exact than it is known. If only a month, a year or a decade is "
        "known, that is what is shown, and “about” or “possibly” stays with it. The marks beside "
        "dates say the same at a glance:"
    )
    mark_day: str = "the day is known"
    mark_span: str = "a month, a season or a year"
    mark_long: str = "several years or longer"
    mark_open: str = "began and has no known end, or the other way round"
    mark_soft: str = "approximate or uncertain"
    about_data: str = "Take the data with you"

    # Elsewhere.
    not_found: str = "There is no page at this address"
    not_found_note: str = "It may have moved. These pages lead to everything that is here."
    moved: str = "This page has moved"
    moved_to: str = "It is now at"

    def kind(self, kind: str) -> str:
        """What a kind of lists is called."""
        return {
            "topics": self.topics,
            "people": self.people,
            "places": self.places,
        }.get(kind, self.organizations)

    def earlier_by(self, number: int, unit: str) -> str:
        """How long before: "4 months earlier"."""
        return {
            "day": self.days_earlier,
            "week": self.weeks_earlier,
            "month": self.months_earlier,
        }.get(unit, self.years_earlier)(number)

    def source(self, witness: str) -> str:
        """Where something is known from; what is in the code of a page stays as it is called."""
        return {
            "dateline": self.from_dateline,
            "first lines": self.from_first_lines,
            "published line": self.from_published_line,
            "updated line": self.from_updated_line,
            "photo caption": self.from_caption,
            "text": self.from_text,
            "address": self.from_address,
            "file name": self.from_file_name,
            "front matter": self.from_front_matter,
            "a labelled field": self.from_field,
            "htmldate": self.from_page,
        }.get(witness, witness)

    def role(self, role: str) -> str:
        """How an article speaks of an event."""
        return {"reports": self.reports, "recalls": self.recalls}.get(role, self.announces)

    def status(self, status: str) -> str:
        """The badge of a status, "" for confirmed events."""
        return {
            "reported": self.status_reported,
            "disputed": self.status_disputed,
            "planned": self.status_planned,
        }.get(status, "")

    def status_note(self, status: str) -> str:
        return {
            "reported": self.status_reported_note,
            "disputed": self.status_disputed_note,
            "planned": self.status_planned_note,
        }.get(status, "")

    def mark(self, shape: str) -> str:
        """What the mark beside a date says."""
        return {
            "day": self.mark_day,
            "span": self.mark_span,
            "long": self.mark_long,
            "open": self.mark_open,
        }.get(shape, self.mark_soft)


ENGLISH = Strings()


def strings_for(language: str) -> Strings:
    """The strings of a language; English until there is a catalogue for it."""
    if language.partition("-")[0].lower() == "en":
        return ENGLISH
    from generator.site.catalogue import load

    return load(language)
