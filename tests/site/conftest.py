import pytest

from tests.site.sample import render, sample_site


@pytest.fixture(scope="session")
def files() -> dict[str, bytes]:
    """The sample site as it is written."""
    return render(sample_site())
