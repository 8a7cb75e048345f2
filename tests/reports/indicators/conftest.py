import pytest

from tests.factories.indicators import AreaFactory


@pytest.fixture
def ours(council):
    """The area of our own council."""
    return AreaFactory(code=council.area_code, name=council.short_name)
