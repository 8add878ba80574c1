"""Bytes to text, and what is reported on the way."""

import gzip

import pytest

from generator.decoding import decode, unpack

TEXT = "Café “Poe” – naïve\n"


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(),
        b"\xef\xbb\xbf" + TEXT.encode(),
        TEXT.encode("utf-16"),
        TEXT.encode("utf-32"),
        TEXT.replace("\n", "\r\n").encode(),
        TEXT.replace("é", "e\u0301").encode(),
        TEXT.replace("naïve", "na\u00adïve").encode(),
    ],
)
def test_unicode_in_any_dress_is_read_without_a_word(data: bytes) -> None:
    assert decode(data, "a.txt") == (TEXT, ())


def test_windows_1252_is_read_with_a_warning_at_its_first_line() -> None:
    text, problems = decode(b"plain\n" + TEXT.encode("cp1252"), "a.txt")
    assert text == "plain\n" + TEXT
    assert [(p.line, p.severity, "Windows-1252" in p.message) for p in problems] == [
        (2, "warning", True)
    ]


def test_the_declared_encoding_is_believed() -> None:
    assert decode("Привет, это текст".encode("koi8-r"), "a.txt", "koi8-r") == (
        "Привет, это текст",
        (),
    )


def test_an_unknown_or_wrong_declaration_is_reported() -> None:
    for declared, word in (("utf-9", "unknown"), ("ascii", "not in the declared"), ("hex", "hex")):
        text, problems = decode(TEXT.encode(), "a.txt", declared)
        assert text == TEXT
        assert word in problems[0].message


def test_control_and_hidden_characters_are_taken_out_and_reported() -> None:
    text, problems = decode("Poe\x00 and\x07\nan\u202emn\u200b Roe".encode(), "a.txt")
    assert text == "Poe and\nanmn Roe"
    assert [(p.line, p.column, p.message[:9]) for p in problems] == [
        (1, 4, "2 control"),
        (2, 3, "2 invisib"),
    ]


def test_a_broken_character_does_not_change_the_encoding() -> None:
    text, problems = decode(TEXT.encode() * 3 + b"\xe2\x80", "a.txt")
    assert text.startswith(TEXT * 3)
    assert "broken" in problems[0].message


def test_gzip_is_unpacked_within_the_cap() -> None:
    packed = gzip.compress(b"x" * 1000)
    assert unpack(packed, "a.gz") == (b"x" * 1000, ())
    data, problems = unpack(packed, "a.gz", max_bytes=999)
    assert data == b""
    assert "larger than 999 bytes" in problems[0].message
    assert unpack(b"x" * 1000, "a.txt", max_bytes=999)[0] == b""


def test_damaged_gzip_is_reported() -> None:
    packed = gzip.compress(b"Poe and Roe " * 500)
    assert "damaged" in unpack(b"\x1f\x8bnonsense", "a.gz")[1][0].message
    data, problems = unpack(packed[:-8], "a.gz")
    assert data.startswith(b"Poe and Roe")
    assert problems[0].severity == "warning"


@pytest.mark.parametrize(
    ("data", "declared", "otherwise", "text", "words"),
    [
        # Old names mean what browsers take them for.
        ("“Café”".encode("cp1252"), "iso-8859-1", "", "“Café”", []),
        ("“Café”".encode("cp1252"), "us-ascii", "", "“Café”", []),
        # What is UTF-8 is UTF-8, whatever it says of itself.
        ("“Café”".encode(), "iso-8859-1", "", "“Café”", ["not in the declared"]),
        ("“Café”".encode(), "windows-1251", "", "“Café”", ["not in the declared"]),
        (b"plain", "utf-16", "", "plain", ["not in the declared"]),
        ("café".encode("utf-16-le"), "utf-16", "", "café", []),
        ("日本".encode("iso-2022-jp"), "iso-2022-jp", "", "日本", []),
        # The site's word counts for what says nothing itself.
        ("Мост".encode("cp1251"), "", "windows-1251", "Мост", []),
        ("Мост".encode(), "", "windows-1251", "Мост", []),
        ("Мост".encode("koi8-r"), "koi8-r", "windows-1251", "Мост", []),
    ],
)
def test_whose_word_counts(
    data: bytes, declared: str, otherwise: str, text: str, words: list[str]
) -> None:
    found, problems = decode(data, "a.html", declared, otherwise=otherwise)
    assert found == text
    assert len(problems) == len(words)
    assert all(word in problem.message for word, problem in zip(words, problems, strict=True))
