import pytest

from generator.importing.html_text import to_markdown


@pytest.mark.parametrize(
    ("html", "markdown"),
    [
        ("Plain words.", "Plain words."),
        ("One.\n\nTwo\nlines.", "One.\n\nTwo lines."),
        ("<p>One.</p><p>Two.</p>", "One.\n\nTwo."),
        ("A <b>bold</b> and <em>stressed</em> word", "A **bold** and *stressed* word"),
        (
            'See <a href="https://example.org/a_(b)">this page</a>.',
            "See [this page](https://example.org/a_%28b%29).",
        ),
        ('No <a href="javascript:alert(1)">script</a>', "No script"),
        ("<script>alert(1)</script>Words<style>p {}</style>", "Words"),
        ("<ul><li>One<li>Two</ul>", "- One\n\n- Two"),
        ("<h2>Head</h2>Body", "## Head\n\nBody"),
        ("<blockquote>Said.</blockquote>", "> Said."),
        ("2 * 3 * 4 [a](b) AT&amp;T", "2 &#42; 3 &#42; 4 &#91;a](b) AT&amp;T"),
        ("", ""),
        ("<p></p><p> </p>", ""),
    ],
)
def test_html_becomes_markdown(html: str, markdown: str) -> None:
    assert to_markdown(html) == markdown
