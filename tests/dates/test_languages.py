"""Runs the examples that each rule of each language carries."""

import re
from itertools import chain

import pytest

from generator.dates import Mention, parse_edtf, timexes
from generator.dates.languages import LANGUAGES, load
from generator.dates.pattern import compile_pattern
from generator.dates.rules import EXAMPLE_DCT, Language, Rule
from generator.dates.tagger import tag

TABLES = [load(code) for code in LANGUAGES]
RULES = [(table, rule) for table in TABLES for rule in table.rules]
YES = [(table, rule, example) for table, rule in RULES for example in rule.yes]
NO = [(table, rule, text) for table, rule in RULES for text in rule.no]


def tagged(text: str, table: Language, dct: str = EXAMPLE_DCT) -> tuple[Mention, ...]:
    return timexes(tag(text, parse_edtf(dct), language=table.code))


@pytest.mark.parametrize(
    ("table", "rule", "example"), YES, ids=[f"{t.code}: {r.name}: {e[0]}" for t, r, e in YES]
)
def test_the_rule_finds_its_examples(table: Language, rule: Rule, example: tuple[str, ...]) -> None:
    marked, value, *dct = example
    found = re.fullmatch(r"([^\[]*)\[([^\]]*)\](.*)", marked, re.DOTALL)
    assert found, "an example has its expression in brackets"
    text = "".join(found.groups())
    mentions = {(m.start, m.text): m for m in tagged(text, table, *dct)}
    mention = mentions.get((found.end(1), found[2]))
    assert mention, [(m.text, m.value, m.rule) for m in mentions.values()]
    assert (mention.value, rule.name in mention.rule.split(" + ")) == (value, True), mention


@pytest.mark.parametrize(
    ("table", "rule", "text"), NO, ids=[f"{t.code}: {r.name}: {text}" for t, r, text in NO]
)
def test_the_rule_leaves_its_near_misses_alone(table: Language, rule: Rule, text: str) -> None:
    assert [m for m in tagged(text, table) if m.rule == rule.name] == []


@pytest.mark.parametrize("table", TABLES, ids=[table.code for table in TABLES])
def test_every_rule_has_a_name_of_its_own_and_an_example(table: Language) -> None:
    names = [rule.name for rule in table.rules]
    assert sorted(names) == sorted(set(names))
    assert [rule.name for rule in table.rules if not rule.yes] == []


@pytest.mark.parametrize("table", TABLES, ids=[table.code for table in TABLES])
def test_every_capture_is_of_a_word_that_the_table_converts(table: Language) -> None:
    for rule in table.rules:
        compiled = compile_pattern(rule.pattern, table.fragments)
        assert set(compiled.names.values()) <= set(table.fragments)
        assert compiled.heads


def test_examples_are_many() -> None:
    assert len(list(chain(YES, NO))) > 100
