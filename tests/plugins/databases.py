"""Which tests run on which database, and in what company.

On SQLite, tests that empty tables between them are left out: emptying is a DELETE there, and the record's triggers
refuse it by design. Drills and journeys need the real servers too. All of them run on PostgreSQL.
"""

import pytest
from django.conf import settings
from django.core.cache import cache

IS_SQLITE = settings.DATABASES["default"]["ENGINE"].endswith("sqlite3")
REAL_PARTS = {"live_server", "installations", "portal"}
LEFT_OUT = pytest.StashKey[int]()


def empties_tables(item):
    mark = item.get_closest_marker("django_db")
    return bool(mark and mark.kwargs.get("transaction")) or "transactional_db" in getattr(item, "fixturenames", ())


def needs_real_parts(item):
    is_marked = any(item.get_closest_marker(name) for name in ("drill", "journey"))
    return empties_tables(item) or is_marked or not REAL_PARTS.isdisjoint(getattr(item, "fixturenames", ()))


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(config, items):
    if IS_SQLITE:
        left_out = [item for item in items if needs_real_parts(item)]
        items[:] = [item for item in items if item not in set(left_out)]
        config.hook.pytest_deselected(items=left_out)
        config.stash[LEFT_OUT] = len(left_out)
    for item in items:
        # One installation at a time: drills beside drills would starve each other of the two cores.
        for name in ("drill", "journey"):
            if item.get_closest_marker(name):
                item.add_marker(pytest.mark.xdist_group(name))


@pytest.fixture(autouse=True)
def empty_cache(request):
    """The cache is a table and no model, so emptying tables passes it by; what it keeps would meet the next test."""
    yield
    if empties_tables(request.node):
        with request.getfixturevalue("django_db_blocker").unblock():
            cache.clear()


def pytest_sessionfinish(session):
    if hasattr(session.config, "workeroutput"):
        session.config.workeroutput["left_out"] = session.config.stash.get(LEFT_OUT, 0)


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node, error):
    node.config.stash[LEFT_OUT] = getattr(node, "workeroutput", {}).get("left_out", 0)


def pytest_terminal_summary(terminalreporter, config):
    if left_out := config.stash.get(LEFT_OUT, 0):
        terminalreporter.write_line(f"{left_out} tests need PostgreSQL or real servers and were left out on SQLite.")
