"""Real servers and processes, for drills and journeys. They need the PostgreSQL that the test command throws up."""

from uuid import uuid4

import psycopg2
import pytest
from django.conf import settings
from django.db import connections

from tests.installation import Installation, Redis


def create_database(name):
    """An empty database beside the one that DATABASE_URL names; return its address."""
    server = settings.DATABASES["default"]
    host, port, user, password = (server[key] for key in ("HOST", "PORT", "USER", "PASSWORD"))
    connection = psycopg2.connect(host=host, port=port, user=user, password=password, dbname="postgres")
    connection.autocommit = True
    with connection.cursor() as cursor:
        cursor.execute(f'CREATE DATABASE "{name}"')
    connection.close()
    return f"postgres://{user}:{password}@{host}:{port}/{name}"


@pytest.fixture(scope="session")
def installations(tmp_path_factory):
    """`installations(settings="…")`: a migrated portal on PostgreSQL and a Redis of its own (its `redis`), nothing
    started; `installations(embedded=True)`: on SQLite and a folder as its broker. All end with the session.
    """
    opened = []

    def install(*, embedded=False, **options):
        folder = tmp_path_factory.mktemp("installation")
        if not embedded:
            redis = Redis(folder)
            opened.append(redis)
            options |= {"database_url": create_database(f"portal_{uuid4().hex[:8]}"), "broker_url": redis.url}
        installation = Installation(folder, **options)
        opened.append(installation)
        installation.redis = None if embedded else redis
        installation.manage("migrate", "--verbosity=0")
        return installation

    yield install
    for thing in reversed(opened):
        thing.close()


@pytest.fixture(scope="session")
def portal(installations):
    """The portal as people meet it: web, worker and beat on PostgreSQL and Redis, at `portal.base_url`."""
    installation = installations()
    installation.start_web()
    installation.start_worker()
    installation.start_beat()
    return installation


@pytest.fixture
def database_of(django_db_blocker):
    """`Job.objects.using(database_of(installation))`: look into the database of a running installation."""
    opened = set()

    def open_database(installation):
        alias = f"installation_{installation.port}"
        connections.databases[alias] = settings.DATABASES["default"] | address_of(installation)
        opened.add(alias)
        return alias

    with django_db_blocker.unblock():
        yield open_database
        for alias in opened:
            connections[alias].close()
            del connections.databases[alias]


def address_of(installation):
    """What differs from our own database: an engine and a name."""
    url = installation.environment.get("DATABASE_URL")
    if url:
        return {"NAME": url.rpartition("/")[2]}
    return {"ENGINE": "django.db.backends.sqlite3", "NAME": installation.data_dir / "portal.sqlite3", "OPTIONS": {}}
