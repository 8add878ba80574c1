"""Front matter: what is read, what is refused, and what the writer is told."""

from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator import front_matter
from generator.fields import plain
from generator.front_matter import Items, Mapping, Scalar, read, read_yaml


def problems(block: str) -> list[str]:
    return [str(problem) for problem in read(f"---\n{block}\n---\n", "a.md").problems]


def values(block: str) -> Any:
    document = read(f"---\n{block}\n---\n", "a.md")
    assert document.problems == ()
    return plain(document.mapping)


@pytest.mark.parametrize(
    "text",
    [
        "1993", "2020-05", "2020-02-30", "-0043", "0043", "1.10", "12:30", "no", "yes", "0x1F",
        "1_000", "1e3", ".inf", "1993?", "1967/..", "2001-12-14t21:59:43.10-05:00", "<<", "=",
    ],
)  # fmt: skip
def test_scalars_stay_as_written(text: str) -> None:
    assert values(f"date: {text}") == {"date": text}


def test_every_key_and_value_knows_its_place() -> None:
    document = read("---\ntitle: Quay\nplaces:\n  - Northport\nimage: {src: a.jpg}\n---\n", "a.md")
    title, places, image = document.fields
    assert (title.line, title.column, title.value.line, title.value.column) == (2, 1, 2, 8)
    assert isinstance(places.value, Items)
    assert places.value.nodes == (Scalar("Northport", 4, 5),)
    assert isinstance(image.value, Mapping)
    source = image.value.field("src")
    assert source is not None
    assert (source.line, source.column, source.value.column) == (5, 9, 14)


def test_places_count_characters_and_only_the_line_ends_that_editors_show() -> None:
    document = read('---\na: "😀\u2028é"\nb: x\n---\n', "a.md")
    assert document.fields[1].line == 3
    assert [field.value for field in read("---\n😀é: {b: x}\n---\n", "a.md").mapping.fields] == [
        Mapping((front_matter.Field("b", Scalar("x", 2, 9), 2, 6),), 2, 5)
    ]


@pytest.mark.parametrize(
    ("written", "style"),
    [
        ("x", "plain"),
        ("'x'", "single"),
        ('"x"', "double"),
        ("|\n  x", "literal"),
        (">\n  x", "folded"),
    ],
)
def test_how_a_value_was_quoted_is_known(written: str, style: str) -> None:
    (field,) = read(f"---\na: {written}\n---\n", "a.md").fields
    assert isinstance(field.value, Scalar)
    assert (field.value.text.strip(), field.value.style) == ("x", style)


@pytest.mark.parametrize(
    ("written", "absent"),
    [("", True), ("~", True), ("null", True), ('""', False), ("'~'", False), ("Null", False)],
)
def test_a_key_without_value(written: str, absent: bool) -> None:
    (field,) = read(f"---\na: {written}\n---\n", "a.md").fields
    assert isinstance(field.value, Scalar)
    assert field.value.absent is absent


@pytest.mark.parametrize(
    ("text", "body", "line"),
    [
        ("---\na: b\n---\nBody\n", "Body\n", 4),
        ("---\n---\nBody", "Body", 3),
        ("---\na: b\n...\nBody", "Body", 4),
        ("---  \na: b\n--- \n\nBody", "\nBody", 4),
        ("---\r\na: b\r\n---\r\nBody\r\n", "Body\n", 4),
        ("\ufeff---\na: b\n---\nBody", "Body", 4),
        ("---\na: |\n  ---\n---\nBody", "Body", 5),
        ("---\na: b\n---", "", 4),
        ("Just a body\n---\n", "Just a body\n---\n", 1),
        ("\n---\na: b\n---\n", "\n---\na: b\n---\n", 1),
        ("----\n", "----\n", 1),
        ("", "", 1),
    ],
)
def test_the_body_and_its_first_line(text: str, body: str, line: int) -> None:
    document = read(text, "a.md")
    assert (document.body, document.body_line, document.problems) == (body, line, ())


def test_a_byte_order_mark_does_not_move_columns() -> None:
    assert read_yaml("\ufefftitle: x", "site.yaml").fields[0].value == Scalar("x", 1, 8)


@pytest.mark.parametrize(
    ("block", "problem"),
    [
        (
            "title: Harbour: a story",
            'a.md:2:15: a colon followed by a space inside the value of "title"'
            ' (quote the value: title: "Harbour: a story")',
        ),
        (
            'title: The "Quay": a story',
            'a.md:2:18: a colon followed by a space inside the value of "title"'
            " (quote the value: title: 'The \"Quay\": a story')",
        ),
        (
            "sources:\n  - title: Harbour: a story",
            'a.md:3:19: a colon followed by a space inside the value of "title"'
            ' (quote the value: title: "Harbour: a story")',
        ),
        (
            'title: "The Quay" reopens',
            'a.md:2:8: text behind the closing quotation mark of "title"'
            " (quote the whole value: title: '\"The Quay\" reopens')",
        ),
        (
            "title: [Update] The quay reopens",
            'a.md:2:8: text behind the closing bracket of "title"'
            ' (quote the whole value: title: "[Update] The quay reopens")',
        ),
        (
            "title: @harbour reopens",
            'a.md:2:8: a value cannot begin with "@" unless it is quoted'
            ' (write: title: "@harbour reopens")',
        ),
        (
            "title: *Quay* reopens",
            'a.md:2:8: a value cannot begin with "*" unless it is quoted'
            ' (write: title: "*Quay* reopens")',
        ),
        (
            "title: *quay",
            'a.md:2:8: a value cannot begin with "*" unless it is quoted (write: title: "*quay")',
        ),
        (
            "title: &quay reopens",
            'a.md:2:8: a value cannot begin with "&" unless it is quoted'
            ' (write: title: "&quay reopens")',
        ),
        (
            "title: !quay reopens",
            'a.md:2:8: a value cannot begin with "!" unless it is quoted'
            ' (write: title: "!quay reopens")',
        ),
        (
            "title: !!python/name:os.system",
            'a.md:2:8: a value cannot begin with "!" unless it is quoted'
            ' (write: title: "!!python/name:os.system")',
        ),
        (
            "title: - reopens",
            'a.md:2:8: a value cannot begin with "-" unless it is quoted'
            ' (write: title: "- reopens")',
        ),
        ('title: "Quay', 'a.md:2:8: the quotation mark " is never closed (close it)'),
        (
            "topics: [Quay, Trade",
            'a.md:2:9: the bracket "[" is never closed'
            ' (close it, or quote the value: topics: "[Quay, Trade")',
        ),
        (
            'title: "C:\\harbour"',
            "a.md:2:11: a backslash in double quotation marks begins an escape"
            " (write \\\\ for a backslash, or put the value in single quotation marks)",
        ),
        (
            "image:\n\tsrc: a.jpg",
            "a.md:3:1: a tab in the indentation, where YAML allows only spaces"
            " (replace each tab by two spaces)",
        ),
        (
            "title: x\ndate:1993\nid: y",
            'a.md:3:6: no space behind the colon of "date" (write: date: 1993)',
        ),
        (
            "title: x\nthe harbour\nid: y",
            'a.md:3:1: expected "key: value", found "the harbour"'
            " (put a colon and a value behind it, or indent it if it continues the line above)",
        ),
        (
            "title: x\n  date: 1993",
            "a.md:3:3: this line is indented further than the one that it belongs to"
            " (begin the keys of one level in the same column)",
        ),
        (
            "topics:\n  - a\n - b",
            "a.md:4:2: this line is not aligned with those that it belongs to"
            " (begin the keys of one level in the same column)",
        ),
        (
            "title: x\ntitle: y",
            'a.md:3:1: "title" is here a second time; the first is on line 2 (keep one of them)',
        ),
        (
            "- x",
            'a.md:2:1: expected lines of "key: value", found a list (such as: title: A title)',
        ),
        ("a: \x07", "a.md:2:4: the character U+0007 cannot stand here (remove it)"),
        (
            "? [a]\n: b",
            "a.md:2:3: a list or a mapping cannot be a key (quote it if it is text)",
        ),
        (
            "image: {alt: Quay: old}",
            'a.md:2:18: this cannot stand inside the bracket "{"'
            " (put a value that holds a colon, a comma or a bracket in quotation marks)",
        ),
        ("a: " + "[" * 40, "a.md:2:15: nested more than 12 levels deep"),
    ],
)
def test_what_is_wrong_and_how_to_mend_it(block: str, problem: str) -> None:
    assert problems(block) == [problem]


@pytest.mark.parametrize(
    "block",
    [
        "title: Harbour: a story",
        'title: "The Quay" reopens',
        "title: [Update] The quay reopens",
        "title: @harbour reopens",
        "title: *Quay* reopens",
        "title: - reopens",
        'title: "Quay',
        "topics: [Quay, Trade",
        "image:\n\tsrc: a.jpg",
        "image: a\n\tsrc: a.jpg",
        "title: x\ndate:1993\nid: y",
        "title: x\nthe harbour\nid: y",
        "title: x\n  date: 1993",
        "topics:\n  - a\n - b",
    ],
)
def test_both_parsers_of_pyyaml_are_understood(block: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with_libyaml = problems(block)
    monkeypatch.setattr(yaml, "CSafeLoader", yaml.SafeLoader)
    assert problems(block) == with_libyaml


def test_the_remedy_for_a_colon_works() -> None:
    (problem,) = read('---\ntitle: It\'s a "Quay": a story\n---\n', "a.md").problems
    remedy = problem.hint.removeprefix("quote the value: ")
    assert values(remedy) == {"title": 'It\'s a "Quay": a story'}


def test_an_unclosed_block() -> None:
    document = read("---\ntitle: Harbour\n\nThe body.\n", "a.md")
    assert [str(problem) for problem in document.problems] == [
        'a.md:1:1: the front matter that opens here with "---" is never closed'
        ' (write a line "---" behind the last field)'
    ]
    assert not document.complete


def test_toml_is_named() -> None:
    (problem,) = read("+++\ntitle = 'x'\n+++\n", "a.md").problems
    assert str(problem) == (
        'a.md:1:1: front matter between "+++" (TOML) is not read'
        ' (write YAML between two lines of "---")'
    )


def test_fields_before_the_fault_are_kept() -> None:
    document = read("---\nid: quay\ntitle: a: b\ndate: 1993\n---\nBody", "a.md")
    assert [field.key for field in document.fields] == ["id"]
    assert (document.complete, document.body) == (False, "Body")


def test_the_first_of_two_equal_keys_is_kept() -> None:
    document = read("---\ndate: 1993\ndate: 1994\nid: x\n---\n", "a.md")
    assert plain(document.mapping) == {"date": "1993", "id": "x"}
    assert document.complete


def test_a_second_document_in_bare_yaml() -> None:
    (problem,) = read_yaml("---\ntitle: x\n---\ntitle: y\n", "site.yaml").problems
    assert (problem.line, problem.column) == (3, 1)
    assert problem.message == 'a second YAML document begins here with "---"'


def test_a_long_line_is_not_repeated() -> None:
    (problem,) = read(f"---\ntitle: {'quay ' * 50}: x\n---\n", "a.md").problems
    assert problem.hint == "put the value in quotation marks"


def test_a_file_of_faults_is_given_up() -> None:
    document = read("---\n" + "a: b\n" * 5000 + "---\n", "a.md")
    assert len(document.problems) == front_matter.MAX_PROBLEMS + 1
    assert document.problems[-1].message == "this file has too many faults to go on"
    assert not document.complete


def test_a_long_block_is_refused() -> None:
    (problem,) = read_yaml("a: " + "x" * front_matter.MAX_CHARACTERS, "site.yaml").problems
    assert problem.message == "longer than 1,000,000 characters"


def test_many_values_are_refused() -> None:
    (problem,) = read_yaml("a: [" + "x," * front_matter.MAX_NODES + "]", "site.yaml").problems
    assert problem.message == "more than 100,000 values"


@given(st.text())
def test_any_text_is_read_without_a_traceback(text: str) -> None:
    document = read(text, "a.md")
    assert document.fenced or document.body == text.removeprefix("\ufeff").replace(
        "\r\n", "\n"
    ).replace("\r", "\n")


@given(st.text(alphabet=st.sampled_from("ab:-# \n\t'\"[]{}&*!|>%@`?,~\\é\x00\u2028")))
def test_any_block_is_read_without_a_traceback(block: str) -> None:
    document = read(f"---\n{block}\n---\nBody", "a.md")
    lines = block.count("\n") + 3
    assert all(1 <= problem.line <= lines for problem in document.problems)
    assert document.complete or document.problems


_TEXT = st.text(st.characters(exclude_categories=["C", "Zl", "Zp"]), max_size=30)
_KEY = st.from_regex(r"[a-z_]{1,9}", fullmatch=True)


@given(st.dictionaries(_KEY, st.one_of(_TEXT, st.lists(_TEXT), st.dictionaries(_KEY, _TEXT))))
def test_what_pyyaml_writes_is_read_back(value: dict[str, Any]) -> None:
    block = yaml.safe_dump(value, allow_unicode=True, default_style='"')
    assert plain(read(f"---\n{block}---\n", "a.md").mapping) == value
