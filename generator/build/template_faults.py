"""What is wrong in a template, as a problem with its place."""

import traceback
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from generator.errors import BackstoryError, Problem


@contextmanager
def template_errors(page: str, folder: str, folders: Sequence[str] = ()) -> Iterator[None]:
    """Turn what a template raises into problems.

    Args:
        page: the address of the page that is being made.
        folder: the name of the site's folder of templates, for the problem's path.
        folders: where the templates lie; errors of their expressions are found by these.

    Raises:
        BackstoryError: in the place of any error of Jinja or of an expression in a template.
    """
    import jinja2

    try:
        yield
    except jinja2.TemplateNotFound as error:
        message = f"there is no template {error.name}"
        hint = f"it is wanted for the page {page}; check its name"
        raise BackstoryError([Problem(f"{folder}/{error.name}", 0, 0, message, hint)]) from error
    except jinja2.TemplateSyntaxError as error:
        path = f"{folder}/{error.name}" if error.name else folder
        raise BackstoryError([Problem(path, error.lineno, 0, str(error.message))]) from error
    except Exception as error:
        # An expression in a template may raise anything; what is raised elsewhere is our fault.
        name, line = _place(error, folders)
        if not name:
            raise
        message = f"{error} (while making the page {page})"
        raise BackstoryError([Problem(f"{folder}/{name}", line, 0, message)]) from error


def _place(error: Exception, folders: Sequence[str]) -> tuple[str, int]:
    """The template and line that an error came from, ("", 0) when it came from none."""
    for frame in reversed(traceback.extract_tb(error.__traceback__)):
        path = Path(frame.filename)
        for folder in folders:
            if path.suffix != ".py" and path.is_relative_to(folder):
                return path.relative_to(folder).as_posix(), frame.lineno or 0
    return "", 0
