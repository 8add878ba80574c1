"""Structs read from YAML: each type, and what is said of a value that does not fit."""

from typing import Annotated, Any, Literal

import msgspec
import pytest

from generator import fields
from generator.fields import FieldError, Key, flat, plain, read, shape_of
from generator.front_matter import read_yaml


def shout(text: str) -> str:
    if not text.isalpha():
        raise FieldError(f'"{text}" is no word', "use letters")
    return text.upper()


class Boat(msgspec.Struct, frozen=True):
    name: Annotated[str, Key("Its name.", short=True, hint="every boat has one")]
    tons: Annotated[int | None, Key("Its weight.", least=1)] = None


class Quay(msgspec.Struct, frozen=True):
    name: Annotated[str, Key("Its name.", "North", ("label",), check=shout)] = ""
    open: Annotated[bool, Key("Whether it is in use.")] = True
    length: Annotated[float, Key("In metres.")] = 0
    kind: Annotated[Literal["stone", "wood", "steel"], Key("What it is made of.")] = "stone"
    words: Annotated[tuple[str, ...], Key("Anything.")] = ()
    boats: Annotated[tuple[Boat, ...], Key("What lies there.")] = ()
    signs: Annotated[dict[str, str], Key("Signs by place.", "{gate: Stop}")] = {}
    free: Annotated[Any, Key("Anything.")] = None
    since: Annotated[complex | None, Key("Read by the caller.")] = None
    ours: int = 7
    """Without a key: no file sets it."""


def quay(text: str) -> Quay:
    value, problems = read(read_yaml(text, "a.yaml").mapping, Quay, "a.yaml")
    assert problems == ()
    assert value is not None
    return value


def told(text: str) -> list[str]:
    _, problems = read(read_yaml(text, "a.yaml").mapping, Quay, "a.yaml")
    return [str(problem) for problem in problems]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", Quay()),
        ("name: north", Quay(name="NORTH")),
        ("name: ~\nopen:\nwords:", Quay()),
        ("open: No", Quay(open=False)),
        ("open: 'on'", Quay()),
        ("length: 1.50", Quay(length=1.5)),
        ("length: -.5", Quay(length=-0.5)),
        ("kind: Wood", Quay(kind="wood")),
        ("words: a, b c ,, a", Quay(words=("a", "b c"))),
        ("words: 'a, b'", Quay(words=("a, b",))),
        ("words: [1984, no, '', -0043]", Quay(words=("1984", "no", "-0043"))),
        ("words: ['null', null]", Quay(words=("null",))),
        ("words: e\u0301", Quay(words=("\u00e9",))),
        ("boats: Ada", Quay(boats=(Boat("Ada"),))),
        ("boats: Ada, Ben", Quay(boats=(Boat("Ada, Ben"),))),
        ("boats: {name: Ada, tons: 3}", Quay(boats=(Boat("Ada", 3),))),
        ("boats:\n  - Ada\n  - name: Ben", Quay(boats=(Boat("Ada"), Boat("Ben")))),
        ("signs: {gate: 1984}", Quay(signs={"gate": "1984"})),
        ("free: {a: [1, {b: ~}]}", Quay(free={"a": ["1", {"b": ""}]})),
    ],
)
def test_values(text: str, expected: Quay) -> None:
    assert quay(text) == expected


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("name: 7", 'a.yaml:1:7: "name": "7" is no word (use letters)'),
        ("name: [a]", 'a.yaml:1:7: "name" takes text, found a list (such as: name: North)'),
        ("name: {a: b}", 'a.yaml:1:7: "name" takes text, found a mapping (such as: name: North)'),
        ("label: x", 'a.yaml:1:1: warning: "label" is read as "name" (rename it to "name")'),
        (
            "name: x\nlabel: y",
            'a.yaml:2:1: "label" means the same as "name" on line 1 (keep one of them)',
        ),
        ("nmae: x", 'a.yaml:1:1: warning: unknown key "nmae" (did you mean "name"?)'),
        ("ours: 8", 'a.yaml:1:1: warning: unknown key "ours" (did you mean "words"?)'),
        ("open: 1", 'a.yaml:1:7: "open": expected "true" or "false", found "1"'),
        ("open: []", 'a.yaml:1:7: "open" takes "true" or "false", found a list'),
        ("length: 1e9", 'a.yaml:1:9: "length": expected a number, found "1e9"'),
        (
            "kind: wod",
            'a.yaml:1:7: "kind": expected "stone", "wood" or "steel", found "wod"'
            ' (did you mean "wood"?)',
        ),
        ("words: [a, [b]]", 'a.yaml:1:12: "words[2]" takes text, found a list'),
        ("boats: [{tons: 3}]", 'a.yaml:1:9: "boats.name" is missing (every boat has one)'),
        ("boats: [{name: }]", 'a.yaml:1:10: "boats.name" is missing (every boat has one)'),
        (
            "boats: [a, {name: b, tons: 0}]",
            'a.yaml:1:28: "boats[2].tons": expected a whole number of 1 or more, found "0"',
        ),
        (
            "boats: [[a]]",
            'a.yaml:1:9: "boats" takes keys with values, found a list (keys: name, tons)',
        ),
        ("signs: Stop", 'a.yaml:1:8: "signs" takes lines of "key: value" (such as: {gate: Stop})'),
        (
            "signs: {gate: [a]}",
            'a.yaml:1:15: "signs.gate" takes text, found a list (such as: gate: {gate: Stop})',
        ),
    ],
)
def test_what_does_not_fit(text: str, problem: str) -> None:
    assert told(text) == [problem]


def test_a_list_keeps_what_is_right() -> None:
    value, problems = read(
        read_yaml("boats: [Ada, {tons: 3}, Ben]", "a.yaml").mapping, Quay, "a.yaml"
    )
    assert value == Quay(boats=(Boat("Ada"), Boat("Ben")))
    assert len(problems) == 1


def test_without_what_must_be_there_nothing_is_read() -> None:
    value, problems = read(read_yaml("tons: 3", "a.yaml").mapping, Boat, "a.yaml")
    assert value is None
    assert [str(problem) for problem in problems] == [
        'a.yaml:1:1: "name" is missing (every boat has one)'
    ]


def test_the_caller_reads_types_of_their_own() -> None:
    mapping = read_yaml("since: 1+2j", "a.yaml").mapping
    assert read(mapping, Quay, "a.yaml", readers={complex: complex}) == (Quay(since=1 + 2j), ())
    value, problems = read(
        read_yaml("since: x", "a.yaml").mapping, Quay, "a.yaml", readers={complex: complex}
    )
    assert value == Quay()
    assert [problem.line for problem in problems] == [1]


def test_many_unknown_keys_are_told_once() -> None:
    problems = told("\n".join(f"zzz{number}: x" for number in range(500)))
    assert len(problems) == 21
    assert problems[-1] == "a.yaml:21:1: warning: 480 more unknown keys from here on"


def test_many_faults_are_cut_short() -> None:
    problems = told("words: [" + "[a], " * 500 + "]")
    assert len(problems) == 101
    assert problems[-1].endswith(": this file has more faults than are named")


def test_a_struct_taken_apart() -> None:
    shape = {shaped.name: shaped for shaped in shape_of(Boat)}
    assert list(shape) == ["name", "tons"]
    assert (shape["name"].required, shape["name"].type) == (True, str)
    assert (shape["tons"].required, shape["tons"].type, shape["tons"].default) == (False, int, None)


def test_fields_that_a_struct_does_not_have() -> None:
    mapping = read_yaml("name: x\nlabel: y\nelse: {a: [1, 2], b: {c: d}}", "a.yaml").mapping
    (field,) = fields.unknown(mapping, Quay)
    assert plain(field.value) == {"a": ["1", "2"], "b": {"c": "d"}}
    assert flat(field.value, field.key) == (("else.a", "1"), ("else.a", "2"), ("else.b.c", "d"))
