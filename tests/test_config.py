"""site.yaml: defaults, what is read, and what the writer is told."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import site_values
from generator.config import Config, TopicKeys, load
from generator.site import urls
from generator.slugs import slugify


def told(text: str) -> list[str]:
    return [str(problem) for problem in load(f"title: Harbour\n{text}")[1]]


def test_a_site_without_settings() -> None:
    config, problems = load("")
    assert config == Config()
    assert [str(problem) for problem in problems] == [
        "site.yaml: warning: the site has no title (add a line: title: …)"
    ]


def test_nested_keys_and_their_defaults() -> None:
    config, problems = load(
        "title: Harbour\n"
        "theme: {color: Dark}\n"
        "background:\n  max_links: 0\n"
        "extract: {roles: recalls, min_score: .5}\n"
        "feeds: {atom: no}\n"
        "exports: []\n"
    )
    assert problems == ()
    assert (config.theme.color, config.theme.accent) == ("dark", "")
    assert config.background.max_links == 0
    assert (config.extract.enabled, config.extract.roles) == (True, ("recalls",))
    assert config.extract.min_score == 0.5
    assert (config.feeds.atom, config.feeds.json, config.feeds.limit) == (False, True, 50)
    assert config.exports == ()


def test_topics_by_name_or_with_more() -> None:
    config, problems = load(
        "title: Harbour\n"
        "topics:\n"
        "  - Fishing rights\n"
        "  - {title: Trade, slug: commerce, aliases: 'import, export', parents: [Sea, Land]}\n"
        "  - slug: old-lighthouse\n"
    )
    assert problems == ()
    assert config.topics == (
        TopicKeys("Fishing rights", "fishing-rights"),
        TopicKeys("Trade", "commerce", ("import, export",), ("Sea", "Land")),
        TopicKeys("Old lighthouse", "old-lighthouse"),
    )


def test_free_keys_keep_their_form() -> None:
    config, _ = load("title: x\nextra: {year: 1984, list: [no, {a: 1.10}]}")
    assert config.extra == {"year": "1984", "list": ["no", {"a": "1.10"}]}


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (
            "base_ulr: x",
            'site.yaml:2:1: warning: unknown key "base_ulr" (did you mean "base_url"?)',
        ),
        (
            "theme:\n  colour: dark",
            'site.yaml:3:3: warning: unknown key "theme.colour" (did you mean "color"?)',
        ),
        ("qqq: 1", 'site.yaml:2:1: warning: unknown key "qqq"'),
        (
            "language: English",
            'site.yaml:2:11: "language": expected a language tag, found "English"'
            ' (such as "en", "fr" or "pt-BR")',
        ),
        (
            "base_url: example.org/a",
            'site.yaml:2:11: "base_url": expected a URL, found "example.org/a"'
            " (write: https://example.org/a)",
        ),
        (
            "base_url: ftp://example.org",
            'site.yaml:2:11: "base_url": a URL of "ftp:" is not taken, only "https" or "http"'
            " (such as: https://example.org/page)",
        ),
        (
            "base_url: https://example.org/?a=b",
            'site.yaml:2:11: "base_url": a base URL ends before "?" and "#"'
            " (write: https://example.org/)",
        ),
        (
            "base_url: https:///a",
            'site.yaml:2:11: "base_url": no host in the URL "https:///a"'
            " (such as: https://example.org)",
        ),
        (
            "time_zone: Europe/Pariss",
            'site.yaml:2:12: "time_zone": no time zone is called "Europe/Pariss"'
            ' (did you mean "Europe/Paris"?)',
        ),
        (
            "date_order: day",
            'site.yaml:2:13: "date_order": expected "dmy" or "mdy", found "day"',
        ),
        (
            "theme: {accent: red}",
            'site.yaml:2:17: "theme.accent": expected a colour as "#rrggbb", found "red"'
            ' (such as: accent: "#7a1f3d")',
        ),
        (
            "content: ../elsewhere",
            'site.yaml:2:10: "content": "../elsewhere" leads out of the site\'s folder'
            " (name a folder inside it)",
        ),
        (
            "output: /srv/www",
            'site.yaml:2:9: "output": "/srv/www" leads out of the site\'s folder'
            " (name a folder inside it)",
        ),
        (
            "output: C:/www",
            'site.yaml:2:9: "output": "C:/www" leads out of the site\'s folder'
            " (name a folder inside it)",
        ),
        (
            "output: www\\site",
            'site.yaml:2:9: "output": a folder is written with forward slashes (write: www/site)',
        ),
        (
            "output: .",
            'site.yaml:2:9: "output": expected the name of a folder, found "."'
            " (a name that does not begin with a dot)",
        ),
        (
            "output: content/site",
            'site.yaml:2:9: the output folder "content/site" and "content" overlap'
            " (give the output a folder of its own)",
        ),
        (
            "seeds: public",
            'site.yaml:2:8: the output folder "public" and "seeds" overlap'
            " (give the output a folder of its own)",
        ),
        (
            "pages: {min_entries: 0}",
            'site.yaml:2:22: "pages.min_entries": expected a whole number of 1 or more, found "0"',
        ),
        (
            "extract: {min_score: high}",
            'site.yaml:2:22: "extract.min_score": expected a number from 0 to 1, found "high"',
        ),
        (
            "feeds: {atom: maybe}",
            'site.yaml:2:15: "feeds.atom": expected "true" or "false", found "maybe"',
        ),
        (
            "background: 5",
            'site.yaml:2:13: "background" takes keys with values, found text (keys: max_links)',
        ),
        (
            "author: [Ada]",
            'site.yaml:2:9: "author" takes text, found a list (such as: author: Ada Example)',
        ),
        (
            "exports: [csv, excel]",
            'site.yaml:2:16: "exports[2]": expected "csv", "json", "jsonld", "timelinejs" or "ics",'
            ' found "excel"',
        ),
        ("menu: [{title: About}]", 'site.yaml:2:8: "menu.url" is missing'),
        (
            "topics:\n  - Sea\n  - title: sea",
            'site.yaml:4:5: a second topic "sea"; the first is on line 3'
            " (join the two, or give one a slug)",
        ),
        (
            "topics:\n  - aliases: [x]",
            'site.yaml:3:5: a topic needs a "title" or a "slug" (such as: title: Harbour)',
        ),
        (
            "topics: [{title: Sea, slug: The Sea}]",
            'site.yaml:2:29: "topics.slug": "The Sea" cannot stand in an address (write: the-sea)',
        ),
        (
            "redirects: {old: /new/}",
            'site.yaml:2:13: "old" is no address of this site (begin it with "/")',
        ),
        (
            "redirects:\n  /old/: /new/\n  /a/../../b: /c",
            'site.yaml:4:3: "/a/../../b" is no address of this site (".." is no name of a file)',
        ),
        (
            "redirects: {//example.org/: /c}",
            'site.yaml:2:13: "//example.org/" is no address of this site (two slashes in a row)',
        ),
        (
            "redirects: {/con/: /c}",
            'site.yaml:2:13: "/con/" is no address of this site ("con" is no name of a file)',
        ),
        (
            'redirects: {"/a\\\\b": /c}',
            'site.yaml:2:13: "/a\\b" is no address of this site (no name of a file holds \\)',
        ),
        (
            f"redirects: {{/{'a' * 400}: /c}}",
            f'site.yaml:2:13: "/{"a" * 38}…" is no address of this site'
            " (a part of it has more than 255 bytes)",
        ),
        (
            f"redirects: {{{'/abcdefghi' * 101}: /c}}",
            'site.yaml:2:13: "/abcdefghi/abcdefghi/abcdefghi/abcdefgh…" is no address of this site'
            " (it has more than 1,000 bytes)",
        ),
        (
            "search: pagefind",
            'site.yaml:2:9: warning: "pagefind" in "search" is accepted,'
            " but nothing is made of it yet",
        ),
        (
            "redirects: {/old/: 'javascript:x'}",
            'site.yaml:2:20: "redirects./old/": a URL of "javascript:" is not taken,'
            ' only "https", "http" or "mailto" (such as: https://example.org/page)',
        ),
        (
            "redirects: [a]",
            'site.yaml:2:12: "redirects" takes lines of "key: value"'
            " (such as: {/old/: /events/new/})",
        ),
        (
            "edit_url: https://example.org/edit",
            'site.yaml:2:11: "edit_url": "{path}" is missing from it'
            " (put {path} where the file's path goes)",
        ),
        (
            "max_document: large",
            'site.yaml:2:15: "max_document": expected a size, found "large" (such as "5 MB")',
        ),
    ],
)
def test_what_is_wrong_and_how_to_mend_it(text: str, problem: str) -> None:
    assert told(text) == [problem]


@given(st.text("ab/.\\\\:#%é\x00 ", max_size=12).map("/".__add__))
def test_what_config_lets_pass_has_a_file_of_the_output(address: str) -> None:
    if site_values.why_no_file(address):
        with pytest.raises(ValueError, match="no file can have"):
            urls.output_path(address)
    else:
        parts = urls.output_path(address).split("/")
        assert not {"", ".", ".."}.intersection(parts)


def test_defaults_may_be_written_out() -> None:
    text = "pages: {people: true}\nsearch: builtin\nexports: [csv, json, jsonld, timelinejs, ics]\n"
    assert told(text) == []


def test_all_problems_come_in_one_pass_and_the_rest_is_read() -> None:
    config, problems = load(
        "titel: Harbour\nlanguage: 7\nauthor: Ada\ntheme: {accent: red, color: dark}\n"
    )
    assert [(problem.line, problem.severity) for problem in problems] == [
        (1, "warning"),
        (2, "error"),
        (4, "error"),
    ]
    assert (config.language, config.author, config.theme.color) == ("en", "Ada", "dark")


@pytest.mark.parametrize(
    ("key", "written", "value"),
    [
        ("base_url", "HTTPS://example.org/a/", "https://example.org/a"),
        ("language", "pt-br", "pt-BR"),
        ("language", "zh_hant_tw", "zh-Hant-TW"),
        ("output", "./site/", "site"),
        ("max_document", "1.5 MB", 1_500_000),
        ("max_document", "2000", 2000),
        ("title", "1984", "1984"),
        ("footer", "", ""),
    ],
)
def test_values_become_canonical(key: str, written: str, value: object) -> None:
    given_title = "" if key == "title" else "title: x\n"
    config, problems = load(f"{given_title}{key}: {written}")
    assert problems == ()
    assert getattr(config, key) == value


@given(st.text())
def test_any_text_is_read_without_a_traceback(text: str) -> None:
    config, _ = load(text)
    assert isinstance(config, Config)


@given(st.text(min_size=1))
def test_a_topic_always_has_a_slug(title: str) -> None:
    quoted = "'" + title.replace("'", "''") + "'"
    for topic in load(f"title: x\ntopics: [{quoted}]")[0].topics:
        assert topic.slug == slugify(topic.title)
