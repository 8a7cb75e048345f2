"""What every test has. The guards are on for all; people, installations and the databases' manners are in plugins."""

import pytest
from hypothesis import settings as hypothesis_settings

# What a page should have been is asserted there, too.
pytest.register_assert_rewrite("tests.browser", "tests.installation")

pytest_plugins = [
    "tests.plugins.guards",
    "tests.plugins.databases",
    "tests.plugins.people",
    "tests.plugins.installations",
]

# Two busy cores say nothing about our code's speed.
hypothesis_settings.register_profile("house", deadline=None)
hypothesis_settings.load_profile("house")


@pytest.fixture(autouse=True)
def data_dir(settings, tmp_path):
    """A folder of its own for whatever the test writes."""
    settings.DATA_DIR = tmp_path / "data"
    settings.DATA_DIR.mkdir()
    return settings.DATA_DIR
