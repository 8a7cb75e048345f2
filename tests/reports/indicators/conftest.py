import logging

import pytest
from django.db import connection

from corpparent.models import Job, StoredFile
from tests.factories.indicators import AreaFactory
from tests.factories.returns import CANARIES


@pytest.fixture
def ours(council):
    """The area of our own council."""
    return AreaFactory(code=council.area_code, name=council.short_name)


def everything(data_dir):
    """All that is stored: every row of every table, every file."""
    rows = []
    with connection.cursor() as cursor:
        for name in connection.introspection.table_names():
            cursor.execute(f'SELECT * FROM "{name}"')  # noqa: S608
            rows += cursor.fetchall()
    files = b"".join(path.read_bytes() for path in data_dir.rglob("*") if path.is_file())
    return repr(rows) + files.decode("latin-1")


@pytest.fixture
def nothing_left(data_dir, caplog, capfd):
    """Call at the end: no canary in any row, file, log line or other output."""
    caplog.set_level(logging.DEBUG)

    def check(*pages):
        said = "".join(capfd.readouterr()) + caplog.text
        seen = everything(data_dir) + said + "".join(pages)
        assert [canary for canary in CANARIES if canary in seen] == []
        assert [model.objects.count() for model in (Job, StoredFile)] == [0, 0]

    return check
